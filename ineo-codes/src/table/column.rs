/// `LENGTH` numbers of `WIDTH` bytes each, little-endian.
///
/// So aligned that none lies on two lines of a processor's cache.
#[repr(align(8))]
pub struct Column<const WIDTH: usize, const LENGTH: usize>(pub(super) [[u8; WIDTH]; LENGTH]);

impl<const WIDTH: usize, const LENGTH: usize> Column<WIDTH, LENGTH> {
    /// Takes over the bytes without looking at each.
    ///
    /// # Panics
    ///
    /// At compile time, where there are not just as many as the type says.
    #[must_use]
    pub const fn new(bytes: &[u8]) -> Self {
        if WIDTH == 0 {
            return Self([[0; WIDTH]; LENGTH]);
        }
        let (cells, rest) = bytes.as_chunks::<WIDTH>();
        match cells.first_chunk::<LENGTH>() {
            Some(all) if cells.len() == LENGTH && rest.is_empty() => Self(*all),
            _ => panic!("a column of the wrong length"),
        }
    }

    /// The number at a position.
    #[must_use]
    #[inline]
    pub const fn get(&self, at: usize) -> u64 {
        number(&self.0[at], 0, WIDTH)
    }

    /// The same without the lengths in the type.
    #[must_use]
    pub const fn packed(&'static self) -> Packed {
        Packed { width: WIDTH, bytes: self.0.as_flattened() }
    }
}

/// Elements of 16 bytes, so aligned that none lies on two lines of a processor's cache.
#[repr(align(16))]
pub struct Aligned<T>(pub T);

/// A column whose lengths are not in its type, for what is read at compile time.
#[derive(Clone, Copy)]
pub struct Packed {
    width: usize,
    bytes: &'static [u8],
}

impl Packed {
    /// The number at a position.
    #[must_use]
    pub const fn get(self, at: usize) -> u64 {
        number(self.bytes, at * self.width, self.width)
    }
}

/// The little-endian number in so many bytes, from one position on.
#[inline]
pub(super) const fn number(bytes: &[u8], from: usize, width: usize) -> u64 {
    let mut wide = [0; 8];
    let mut byte = 0;
    while byte < width {
        wide[byte] = bytes[from + byte];
        byte += 1;
    }
    u64::from_le_bytes(wide)
}

/// So many elements, from a position on.
#[must_use]
#[inline]
pub const fn together<T>(all: &[T], at: usize, count: usize) -> &[T] {
    all.split_at(at).1.split_at(count).0
}

/// How many elements belong together: the one at a position and, as the column tells, so many behind it.
#[must_use]
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "positions are counted in `usize`")]
pub const fn count<const WIDTH: usize, const LENGTH: usize>(others: &Column<WIDTH, LENGTH>, at: usize) -> usize {
    1 + others.get(at) as usize
}

/// Aligned so that no number in it straddles a cache line, if its width is a power of two and its offset a multiple of the
/// width.
#[repr(align(16))]
pub struct Aligned<T>(pub T);

/// Little-endian numbers of the same width.
///
/// Generated code has columns as constants whose bytes are in statics: where a lookup is compiled, in other crates too, the
/// compiler knows the lengths and removes the bounds checks that can't fail.
#[derive(Clone, Copy)]
pub struct Column {
    /// Width of each number in bytes: 0, 1, 2, 4 or 8. With width 0 all numbers are 0.
    pub width: usize,
    /// All numbers, without gaps.
    pub bytes: &'static [u8],
}

impl Column {
    /// The number at a position.
    ///
    /// # Panics
    ///
    /// If there is no such position.
    #[must_use]
    #[inline(always)]
    pub const fn get(self, at: usize) -> u64 {
        number(self.bytes, at * self.width, self.width)
    }

    /// The number at a position, as a position.
    #[must_use]
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation, reason = "positions are counted in `usize`")]
    pub const fn position(self, at: usize) -> usize {
        self.get(at) as usize
    }
}

/// The little-endian number in `width` bytes, from a position on.
#[inline(always)]
pub(super) const fn number(bytes: &[u8], from: usize, width: usize) -> u64 {
    let mut wide = [0; 8];
    let mut byte = 0;
    while byte < width {
        wide[byte] = bytes[from + byte];
        byte += 1;
    }
    u64::from_le_bytes(wide)
}

/// `count` elements, from a position on.
#[must_use]
#[inline]
pub const fn together<T>(all: &[T], at: usize, count: usize) -> &[T] {
    all.split_at(at).1.split_at(count).0
}

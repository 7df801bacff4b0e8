//! The data of a table as the program carries it: packed when the table is expanded, read in a few instructions.
//!
//! All lengths are in the types, so that a crate that uses another's enum knows them too, and checks against them vanish
//! where the compiler sees that they hold.

use crate::hash::{self, Hash};

/// `LENGTH` numbers of `WIDTH` bytes each, little-endian.
///
/// So aligned that none lies on two lines of a processor's cache.
#[repr(align(8))]
pub struct Column<const WIDTH: usize, const LENGTH: usize>([[u8; WIDTH]; LENGTH]);

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

/// From a code of 16 bits or fewer to its row: a directory that tells where each page of `PAGE` codes begins, and for each
/// code of a page the row.
pub struct Pages<
    const PAGE: usize,
    const DIRECTORY_WIDTH: usize,
    const DIRECTORY: usize,
    const ROW_WIDTH: usize,
    const ROWS: usize,
> {
    directory: Column<DIRECTORY_WIDTH, DIRECTORY>,
    rows: Column<ROW_WIDTH, ROWS>,
}

impl<const PAGE: usize, const DIRECTORY_WIDTH: usize, const DIRECTORY: usize, const ROW_WIDTH: usize, const ROWS: usize>
    Pages<PAGE, DIRECTORY_WIDTH, DIRECTORY, ROW_WIDTH, ROWS>
{
    /// Takes over the bytes of both columns.
    ///
    /// # Panics
    ///
    /// At compile time, where the lengths are not as the look-up needs them.
    #[must_use]
    pub const fn new(directory: &[u8], rows: &[u8]) -> Self {
        assert!(PAGE.is_power_of_two() && ROWS.is_power_of_two());
        Self { directory: Column::new(directory), rows: Column::new(rows) }
    }

    /// The row of a code, given as its bits, or the number of the rows.
    #[must_use]
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "positions are counted in `usize`")]
    pub const fn row(&self, code: usize) -> u64 {
        // Of a single page no directory is to be read.
        let begin = if DIRECTORY == 1 { 0 } else { self.directory.get(code / PAGE) as usize };
        // The mask changes no position, and takes the place of a comparison.
        self.rows.get((begin + code % PAGE) & (ROWS - 1))
    }
}

/// A perfect hash: from a key's hash to the slot that only this key may have.
pub(crate) struct Slots<const DISPLACEMENT_WIDTH: usize, const BUCKETS: usize, const SLOTS: usize>(
    Column<DISPLACEMENT_WIDTH, BUCKETS>,
);

impl<const DISPLACEMENT_WIDTH: usize, const BUCKETS: usize, const SLOTS: usize>
    Slots<DISPLACEMENT_WIDTH, BUCKETS, SLOTS>
{
    pub(crate) const fn new(displacements: &[u8]) -> Self {
        assert!(BUCKETS.is_power_of_two() && SLOTS.is_power_of_two());
        Self(Column::new(displacements))
    }

    /// The slot of the key of this hash, if it is one; of some other key if it is none.
    #[inline]
    pub(crate) const fn of(&self, hash: Hash) -> usize {
        // A single bucket has nothing to move out of another's way.
        if BUCKETS == 1 {
            return hash::bucket(hash, SLOTS);
        }
        hash::slot(hash, self.0.get(hash::bucket(hash, BUCKETS)), SLOTS)
    }
}

/// From a code of more than 16 bits to its row: for each slot a code, and side by side the number of the rows and the code's
/// row.
///
/// Codes lie `CODE_STEP` bytes apart, and from `ROWS_START` on rows `ROWS_STEP`. They are so aligned that what lies as many
/// bytes apart as a power of two never lies on two lines of a processor's cache.
#[repr(C, align(16))]
pub struct Cells<
    const SEED: u64,
    const IS_WIDENED: bool,
    const DISPLACEMENT_WIDTH: usize,
    const BUCKETS: usize,
    const SLOTS: usize,
    const CODE_WIDTH: usize,
    const CODE_STEP: usize,
    const ROW_WIDTH: usize,
    const ROWS_START: usize,
    const ROWS_STEP: usize,
    const BYTES: usize,
> {
    bytes: [u8; BYTES],
    slots: Slots<DISPLACEMENT_WIDTH, BUCKETS, SLOTS>,
}

impl<
    const SEED: u64,
    const IS_WIDENED: bool,
    const DISPLACEMENT_WIDTH: usize,
    const BUCKETS: usize,
    const SLOTS: usize,
    const CODE_WIDTH: usize,
    const CODE_STEP: usize,
    const ROW_WIDTH: usize,
    const ROWS_START: usize,
    const ROWS_STEP: usize,
    const BYTES: usize,
>
    Cells<
        SEED,
        IS_WIDENED,
        DISPLACEMENT_WIDTH,
        BUCKETS,
        SLOTS,
        CODE_WIDTH,
        CODE_STEP,
        ROW_WIDTH,
        ROWS_START,
        ROWS_STEP,
        BYTES,
    >
{
    /// Takes over the bytes of the displacements and of the cells.
    ///
    /// # Panics
    ///
    /// At compile time, where the lengths are not as the look-up needs them.
    #[must_use]
    pub const fn new(displacements: &[u8], bytes: &[u8]) -> Self {
        assert!(CODE_STEP * (SLOTS - 1) + CODE_WIDTH <= BYTES);
        assert!(ROWS_START + ROWS_STEP * (SLOTS - 1) + 2 * ROW_WIDTH <= BYTES);
        let [bytes] = Column::<BYTES, 1>::new(bytes).0;
        Self { bytes, slots: Slots::new(displacements) }
    }

    /// The row of a code, given as its bits, or the number of the rows.
    #[must_use]
    #[inline]
    pub const fn row(&self, code: u64) -> u64 {
        let slot = self.slots.of(hash::of_code(code, SEED, IS_WIDENED));
        // By where it is read and not by a condition, of which LLVM makes a jump: no processor can foresee which codes come.
        let is_code = number(&self.bytes, CODE_STEP * slot, CODE_WIDTH) == code;
        number(&self.bytes, ROWS_START + ROWS_STEP * slot + ROW_WIDTH * is_code as usize, ROW_WIDTH)
    }
}

/// Texts that are cut out of one.
pub struct Texts<const WIDTH: usize, const ENDS: usize> {
    joined: &'static str,
    ends: Column<WIDTH, ENDS>,
}

impl<const WIDTH: usize, const ENDS: usize> Texts<WIDTH, ENDS> {
    /// Takes over the joined texts, and where each ends, with a 0 before all.
    #[must_use]
    pub const fn new(joined: &'static str, ends: &[u8]) -> Self {
        Self { joined, ends: Column::new(ends) }
    }

    /// The text at a position.
    #[must_use]
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "offsets are counted in `usize`")]
    pub fn get(&self, at: usize) -> &'static str {
        &self.joined[self.ends.get(at) as usize..self.ends.get(at + 1) as usize]
    }
}

/// The little-endian number in so many bytes, from one position on.
#[inline]
const fn number(bytes: &[u8], from: usize, width: usize) -> u64 {
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

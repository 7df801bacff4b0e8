use super::column::{Column, number};
use super::hash;
use super::slots::Slots;

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

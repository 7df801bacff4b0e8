use super::column::number;
use super::hash;
use super::slots::Slots;

/// From a key of up to 64 bits to its row: each slot of a perfect hash has a key and, side by side, the number of the rows
/// and the key's row. A key is a code, given as its bits, or a short name.
#[derive(Clone, Copy)]
pub struct Cells {
    /// From a key to its slot.
    pub slots: Slots,
    /// Whether the hash of a key takes a widening multiplication.
    pub is_widened: bool,
    /// The bytes of a key.
    pub key_width: usize,
    /// The bytes from one key to the next.
    pub key_step: usize,
    /// The bytes of a row.
    pub row_width: usize,
    /// Where the rows begin.
    pub rows_start: usize,
    /// The bytes from the rows of one slot to those of the next.
    pub rows_step: usize,
    /// The keys and rows.
    pub bytes: &'static [u8],
}

impl Cells {
    /// The row of a key, or the number of the rows.
    #[must_use]
    #[inline(always)]
    pub const fn row(self, key: u64) -> u64 {
        let slot = self.slot(key);
        // By where it is read and not by a condition, of which LLVM makes a jump: no processor can foresee which keys come.
        self.row_at(slot, self.is_at(slot, key))
    }

    /// The row of a key, if it is one, and whether it is.
    #[inline(always)]
    pub(super) const fn find(self, key: u64) -> (u64, bool) {
        let slot = self.slot(key);
        (self.row_at(slot, true), self.is_at(slot, key))
    }

    #[inline(always)]
    const fn slot(self, key: u64) -> usize {
        self.slots.of(hash::of_key(key, self.slots.seed, self.is_widened))
    }

    #[inline(always)]
    const fn is_at(self, slot: usize, key: u64) -> bool {
        number(self.bytes, self.key_step * slot, self.key_width) == key
    }

    #[inline(always)]
    const fn row_at(self, slot: usize, is_key: bool) -> u64 {
        let rows = self.rows_start + self.rows_step * slot;
        number(self.bytes, rows + self.row_width * is_key as usize, self.row_width)
    }
}

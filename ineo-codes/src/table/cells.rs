use super::column::number;
use super::hash;
use super::slots::Slots;

/// Index from keys of up to 64 bits to rows. Each slot of a perfect hash has a key and, side by side, the number of rows and
/// the key's row; the comparison picks one of the pair. A key is a code, as its bits, or a short name.
///
/// See `LAYOUT.md`, "From a code to its row".
#[derive(Clone, Copy)]
pub struct Cells {
    /// Perfect hash over the keys.
    pub slots: Slots,
    /// Whether keys are hashed with a widening multiplication.
    pub is_widened: bool,
    /// Width of a key in bytes.
    pub key_width: usize,
    /// Distance from one key to the next, in bytes.
    pub key_step: usize,
    /// Width of a row in bytes.
    pub row_width: usize,
    /// Offset of the rows, in bytes.
    pub rows_start: usize,
    /// Distance from the rows of one slot to those of the next, in bytes.
    pub rows_step: usize,
    /// The keys and rows.
    pub bytes: &'static [u8],
}

impl Cells {
    /// The row of a key, or the number of rows if it is not in the table.
    #[must_use]
    #[inline(always)]
    pub const fn row(self, key: u64) -> u64 {
        let slot = self.slot(key);
        // Selects by offset. With an `if`, LLVM emits a branch, which mispredicts on random keys.
        self.row_at(slot, self.is_at(slot, key))
    }

    /// The row in the key's slot, and whether the slot has the key.
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

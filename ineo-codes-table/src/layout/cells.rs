//! From a code of more than 16 bits to its row.

use super::column::ColumnLayout;
use super::hash;
use super::slots::SlotsLayout;

/// For codes of more than 16 bits: a hash that leads each code to a slot of its own.
///
/// For each slot are told a code, and side by side the number of the rows and the code's row: the look-up chooses between
/// both by where it reads.
#[derive(Debug)]
pub(crate) struct CellsLayout {
    pub(crate) slots: SlotsLayout,
    /// Whether the hash of a code takes a widening multiplication.
    pub(crate) is_widened: bool,
    pub(crate) code_width: usize,
    /// How many bytes from one code to the next.
    pub(crate) code_step: usize,
    pub(crate) row_width: usize,
    /// Where the rows begin.
    pub(crate) rows_start: usize,
    /// How many bytes from those of one slot to those of the next.
    pub(crate) rows_step: usize,
    pub(crate) bytes: Vec<u8>,
}

impl CellsLayout {
    /// The index of these codes, given as their bits in the order of the rows; `None` where no hash is found.
    pub(crate) fn new(codes: &[u64]) -> Option<Self> {
        let none = codes.len();
        let hash_plain = |row: usize, seed| hash::of_code(codes[row], seed, false);
        let hash_widened = |row: usize, seed| hash::of_code(codes[row], seed, true);
        let (slots, hashing) = SlotsLayout::new(none, &[&hash_plain, &hash_widened])?;
        let code_width = ColumnLayout::new(codes).width;
        let row_width = ColumnLayout::of_rows(&[none as u64]).width;
        let width = code_width + 2 * row_width;
        let (code_step, rows_start, rows_step) = if slots.displacements.length == 1 {
            // Few codes are all in a processor's quickest cache: they stand apart from their rows, where both are reached
            // without a multiplication.
            (code_width, code_width * slots.owners.len(), 2 * row_width)
        } else {
            // Of many a processor is to read a single line of its cache. It multiplies by up to 8 while it reads; beyond that,
            // what takes less of the cache is quicker.
            let step = if width <= 8 { width.next_power_of_two() } else { width };
            (step, code_width, step)
        };
        let mut bytes = vec![0; width.max(code_step) * slots.owners.len()];
        let mut put = |start: usize, width: usize, number: u64| {
            bytes[start..][..width].copy_from_slice(&number.to_le_bytes()[..width]);
        };
        for (slot, owner) in slots.owners.iter().enumerate() {
            let (code, row) = owner.map_or((0, none), |row| (codes[row], row));
            let rows = rows_start + rows_step * slot;
            put(code_step * slot, code_width, code);
            put(rows, row_width, none as u64);
            put(rows + row_width, row_width, row as u64);
        }
        Some(Self { slots, is_widened: hashing == 1, code_width, code_step, row_width, rows_start, rows_step, bytes })
    }
}

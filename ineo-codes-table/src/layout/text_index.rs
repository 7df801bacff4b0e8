//! From a code that is a text to its row.

use super::column::ColumnLayout;
use super::hash;
use super::slots::SlotsLayout;

/// For each slot, a row.
pub(crate) struct TextIndexLayout {
    pub(crate) slots: SlotsLayout,
    pub(crate) rows: ColumnLayout,
}

impl TextIndexLayout {
    /// The index of these codes of up to `max_length` bytes, in the order of the rows; `None` if no hash is found.
    pub(crate) fn new(codes: &[String], max_length: usize) -> Option<Self> {
        let mut padded = Vec::with_capacity(codes.len());
        for code in codes {
            let mut bytes = code.as_bytes().to_vec();
            bytes.resize(max_length, 0);
            padded.push(bytes);
        }
        let hash = |key: usize, seed| hash::of_text(&padded[key], seed);
        let (slots, _) = SlotsLayout::new(codes.len(), &[&hash])?;
        let mut rows = Vec::with_capacity(slots.owners.len());
        for owner in &slots.owners {
            // The code of a row is compared, so that any row will do for a free slot.
            rows.push(owner.map_or(0, |row| row as u64));
        }
        Some(Self { rows: ColumnLayout::of_rows(&rows), slots })
    }
}

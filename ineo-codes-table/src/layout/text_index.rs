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
    /// The index of these codes, which are [`padded`], in the order of the rows; `None` if no hash is found.
    pub(crate) fn new(codes: &[Vec<u8>]) -> Option<Self> {
        let hash = |key: usize, seed| hash::of_text(&codes[key], seed);
        let (slots, _) = SlotsLayout::new(codes.len(), &[&hash])?;
        let mut rows = Vec::with_capacity(slots.owners.len());
        for owner in &slots.owners {
            // The code of a row is compared, so that any row will do for a free slot.
            rows.push(owner.map_or(0, |row| row as u64));
        }
        Some(Self { rows: ColumnLayout::of_rows(&rows), slots })
    }
}

/// The bytes of each code, padded with zeros.
pub(crate) fn padded(codes: &[String], max_length: usize) -> Vec<Vec<u8>> {
    let mut padded = Vec::with_capacity(codes.len());
    for code in codes {
        let mut bytes = code.as_bytes().to_vec();
        bytes.resize(max_length, 0);
        padded.push(bytes);
    }
    padded
}

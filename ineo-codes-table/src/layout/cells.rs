//! From a key of up to 64 bits to its row.

use super::column::ColumnLayout;
use super::hash;
use super::slots::SlotsLayout;

/// A hash that leads each key to a slot of its own. Keys are codes of more than 16 bits, and short names.
///
/// Each slot has a key and, side by side, the number of the rows and the key's row: the lookup chooses between the two by
/// where it reads.
pub(crate) struct CellsLayout {
    pub(crate) slots: SlotsLayout,
    /// Whether the hash of a key takes a widening multiplication.
    pub(crate) is_widened: bool,
    pub(crate) key_width: usize,
    /// How many bytes from one key to the next.
    pub(crate) key_step: usize,
    pub(crate) row_width: usize,
    /// Where the rows begin.
    pub(crate) rows_start: usize,
    /// How many bytes from those of one slot to those of the next.
    pub(crate) rows_step: usize,
    pub(crate) bytes: Vec<u8>,
}

impl CellsLayout {
    /// The index of keys that have these rows; `none` is what other keys lead to. `None` if no hash is found.
    pub(crate) fn new(keys: &[u64], rows: &[u64], none: u64) -> Option<Self> {
        let hash_plain = |key: usize, seed| hash::of_key(keys[key], seed, false);
        let hash_widened = |key: usize, seed| hash::of_key(keys[key], seed, true);
        let (slots, hashing) = SlotsLayout::new(keys.len(), &[&hash_plain, &hash_widened])?;
        let key_width = ColumnLayout::new(keys).width;
        let row_width = ColumnLayout::of_rows(&[rows, &[none]].concat()).width;
        let width = key_width + 2 * row_width;
        let (key_step, rows_start, rows_step) = if slots.displacements.length == 1 {
            // Few keys are all in a processor's quickest cache: they stand apart from their rows, where both are reached
            // without a multiplication.
            (key_width, key_width * slots.owners.len(), 2 * row_width)
        } else {
            // Of many a processor is to read a single line of its cache. It multiplies by up to 8 while it reads; beyond that,
            // what takes less of the cache is quicker.
            let step = if width <= 8 { width.next_power_of_two() } else { width };
            (step, key_width, step)
        };
        let mut bytes = vec![0; width.max(key_step) * slots.owners.len()];
        let mut put = |start: usize, width: usize, number: u64| {
            bytes[start..][..width].copy_from_slice(&number.to_le_bytes()[..width]);
        };
        for (slot, owner) in slots.owners.iter().enumerate() {
            let (key, row) = owner.map_or((0, none), |key| (keys[key], rows[key]));
            let rows_of_slot = rows_start + rows_step * slot;
            put(key_step * slot, key_width, key);
            put(rows_of_slot, row_width, none);
            put(rows_of_slot + row_width, row_width, row);
        }
        Some(Self { slots, is_widened: hashing == 1, key_width, key_step, row_width, rows_start, rows_step, bytes })
    }
}

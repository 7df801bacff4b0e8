//! Which names lead to which rows, and back.

use std::collections::HashMap;

use super::cells::CellsLayout;
use super::column::ColumnLayout;
use super::slots::SlotsLayout;
use crate::layout::hash;
use crate::model::Row;

/// Index from names to rows. `rows[i]` has the name `texts[i]`; rows that share a name are adjacent.
///
/// See `LAYOUT.md`, "From a name to its codes".
pub(crate) struct NamesLayout {
    /// The first name of each row, the name of unlisted codes, all names of each row that has several, and each shared name
    /// once for every row that has it.
    pub(crate) texts: Vec<String>,
    /// The row that has each name; the number of rows for unlisted codes.
    pub(crate) rows: Vec<usize>,
    /// For each position that the index can return, how many of the rows after it share its name.
    pub(crate) other_rows: ColumnLayout,
    /// Perfect hash over the names of 8 bytes or more.
    pub(crate) slots: SlotsLayout,
    /// Slot -> position in `texts`.
    pub(crate) positions: ColumnLayout,
    /// From a name of less than 8 bytes, as a number, to its position in `texts`.
    pub(crate) short: CellsLayout,
    /// For each row, and finally for unlisted codes, the distance from its first name to the list of all its names.
    pub(crate) distances: ColumnLayout,
    /// For each row, and finally for unlisted codes, the number of names besides the first.
    pub(crate) others: ColumnLayout,
}

impl NamesLayout {
    /// Lays out the names of all rows; `None` where no index is found.
    pub(crate) fn new(rows: &[Row]) -> Option<Self> {
        let mut rows_of_names: Vec<usize> = (0..=rows.len()).collect();
        let mut names = Vec::with_capacity(rows.len() + 1);
        for row in rows {
            // A row whose name is faulty has none.
            names.push(row.name().to_owned());
        }
        names.push("unrecognized".to_owned());
        let mut distances = vec![0u64; rows.len() + 1];
        let mut others = vec![0u64; rows.len() + 1];
        // For each distinct name, in the order of the rows, its first position and the rows that have it.
        let mut distinct: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::with_capacity(rows.len());
        for (at, row) in rows.iter().enumerate() {
            // Several names of one row are adjacent, apart from the first names.
            let start = if row.names.len() > 1 { names.len() } else { at };
            if start != at {
                distances[at] = (start - at) as u64;
                others[at] = row.names.len() as u64 - 1;
                rows_of_names.resize(rows_of_names.len() + row.names.len(), at);
                names.extend_from_slice(&row.names);
            }
            for (at_text, name) in (start..).zip(&row.names) {
                let position = *known.entry(name.clone()).or_insert(distinct.len());
                if position == distinct.len() {
                    distinct.push((at_text, Vec::new()));
                }
                distinct[position].1.push(at);
            }
        }
        let mut firsts = Vec::with_capacity(distinct.len());
        let mut other_rows = vec![0u64; rows_of_names.len()];
        for (first, rows_of) in distinct {
            // The rows that share a name are adjacent too.
            if rows_of.len() == 1 {
                firsts.push(first);
                continue;
            }
            firsts.push(names.len());
            for _ in &rows_of {
                other_rows.push(rows_of.len() as u64 - 1);
                names.push(names[first].clone());
            }
            rows_of_names.extend_from_slice(&rows_of);
        }
        let (mut short_keys, mut short_firsts) = (Vec::new(), Vec::new());
        let (mut words, mut long_firsts) = (Vec::new(), Vec::new());
        for first in firsts {
            let name = names[first].as_bytes();
            if let Some(key) = hash::word(name) {
                short_keys.push(key);
                short_firsts.push(first as u64);
            } else {
                words.push((hash::words(name).unwrap_or_else(|| hash::long_words(name)), name.len()));
                long_firsts.push(first as u64);
            }
        }
        let short = CellsLayout::new(&short_keys, &short_firsts, 0)?;
        let hash = |key: usize, seed| hash::of_words(words[key].0, words[key].1, seed);
        let (slots, _) = SlotsLayout::new(words.len(), &[&hash])?;
        let mut positions = Vec::with_capacity(slots.owners.len());
        for owner in &slots.owners {
            positions.push(owner.map_or(0, |key| long_firsts[key]));
        }
        Some(Self {
            texts: names,
            rows: rows_of_names,
            other_rows: ColumnLayout::new(&other_rows),
            slots,
            positions: ColumnLayout::new(&positions),
            short,
            distances: ColumnLayout::new(&distances),
            others: ColumnLayout::new(&others),
        })
    }
}

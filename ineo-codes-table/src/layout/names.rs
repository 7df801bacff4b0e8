//! Which names lead to which rows, and back.

use std::collections::HashMap;

use super::cells::CellsLayout;
use super::column::ColumnLayout;
use super::slots::SlotsLayout;
use crate::layout::hash;
use crate::model::Row;

/// The names of a table, beside the rows that bear them: a name that is found tells by its position who bears it.
pub(crate) struct NamesLayout {
    /// The first names of the rows, the name of all other codes, all names of each row that has several, and each name that
    /// several rows bear, as often as they are.
    pub(crate) texts: Vec<String>,
    /// The row that bears each; the number of the rows for all other codes.
    pub(crate) bearers: Vec<usize>,
    /// For each name how many bear it beside the first, if the index leads to it: those behind it.
    pub(crate) other_bearers: ColumnLayout,
    /// Perfect hash over the names of 8 bytes or more.
    pub(crate) slots: SlotsLayout,
    /// Slot -> position in `texts`.
    pub(crate) positions: ColumnLayout,
    /// From a name of less than 8 bytes, as a number, to its position in `texts`.
    pub(crate) short: CellsLayout,
    /// For each row, and at last for all other codes, how far behind its first name all its names begin.
    pub(crate) distances: ColumnLayout,
    /// How many names it has beside the first.
    pub(crate) others: ColumnLayout,
}

impl NamesLayout {
    /// Lays out the names of all rows; `None` where no index is found.
    pub(crate) fn new(rows: &[Row]) -> Option<Self> {
        let mut bearers: Vec<usize> = (0..=rows.len()).collect();
        // A row whose name is faulty has none.
        let mut names: Vec<String> = rows.iter().map(|row| row.names.first().cloned().unwrap_or_default()).collect();
        names.push("unrecognized".to_owned());
        let mut distances = vec![0u64; rows.len() + 1];
        let mut others = vec![0u64; rows.len() + 1];
        // For each different name, in the order of the rows, where it stands first and the rows that bear it.
        let mut bearing: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::with_capacity(rows.len());
        for (at, row) in rows.iter().enumerate() {
            // Several names of one row stand side by side, apart from the first names.
            let start = if row.names.len() > 1 { names.len() } else { at };
            if start != at {
                distances[at] = (start - at) as u64;
                others[at] = row.names.len() as u64 - 1;
                bearers.extend(row.names.iter().map(|_| at));
                names.extend_from_slice(&row.names);
            }
            for (stands, name) in (start..).zip(&row.names) {
                let position = *known.entry(name.clone()).or_insert(bearing.len());
                if position == bearing.len() {
                    bearing.push((stands, Vec::new()));
                }
                bearing[position].1.push(at);
            }
        }
        let mut firsts = Vec::with_capacity(bearing.len());
        let mut other_bearers = vec![0u64; bearers.len()];
        for (first, rows_of) in bearing {
            // So do the rows that bear one name.
            if rows_of.len() == 1 {
                firsts.push(first);
                continue;
            }
            firsts.push(names.len());
            other_bearers.extend(rows_of.iter().map(|_| rows_of.len() as u64 - 1));
            names.extend(rows_of.iter().map(|_| names[first].clone()).collect::<Vec<_>>());
            bearers.extend(rows_of);
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
        let positions: Vec<u64> = slots.owners.iter().map(|owner| owner.map_or(0, |key| long_firsts[key])).collect();
        Some(Self {
            texts: names,
            bearers,
            other_bearers: ColumnLayout::new(&other_bearers),
            slots,
            positions: ColumnLayout::new(&positions),
            short,
            distances: ColumnLayout::new(&distances),
            others: ColumnLayout::new(&others),
        })
    }
}

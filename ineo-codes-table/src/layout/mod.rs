//! A table, laid out as the plain data that generated code reads. `LAYOUT.md` says why it is laid out so.

pub(crate) mod cells;
pub(crate) mod column;
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_lossless,
    reason = "the library has the same file; hashes are cut on purpose, in const code"
)]
pub(crate) mod hash;
pub(crate) mod names;
pub(crate) mod pages;
pub(crate) mod slots;
#[cfg(test)]
mod tests;

use self::cells::CellsLayout;
use self::column::ColumnLayout;
use self::names::NamesLayout;
use self::pages::PagesLayout;
use crate::model::{Meaning, Retry, Table};

/// The data of a table, laid out.
pub(crate) struct Layout {
    pub(crate) variants: Vec<String>,
    pub(crate) codes: ColumnLayout,
    pub(crate) index: Index,
    pub(crate) names: NamesLayout,
    /// In the default language: for each row, and at last for all other codes. Empty in a table without messages.
    pub(crate) messages: Vec<String>,
    /// In each other language, likewise; an empty text where a row lacks one.
    pub(crate) translations: Vec<Vec<String>>,
    /// For each row, and at last for all other codes.
    pub(crate) category_of: Option<ColumnLayout>,
    /// The ways to retry: for each row, and at last for all other codes; or where `retry_of` points to them, the different
    /// ones.
    pub(crate) retries: Vec<Retry>,
    /// For each row, and at last for all other codes, in steps of 16, the size of a `Retry`: a mask makes the address of it.
    /// Not in a table of few rows, which a read is spared.
    pub(crate) retry_of: Option<ColumnLayout>,
    /// For each row 1 where it is to be sent again.
    pub(crate) retryable: ColumnLayout,
}

/// From a code to its row.
pub(crate) enum Index {
    /// For codes of up to 16 bits.
    Pages(PagesLayout),
    /// For wider ones.
    Cells(CellsLayout),
}

/// Up to so many rows have a retry of their own each.
const FEW_ROWS: usize = 64;

const UNINDEXED: &str = "no index was found for this table: please report it to the authors of ineo-codes";

impl Layout {
    /// Lays out a table; the error says what can't be.
    pub(crate) fn new(table: &Table) -> Result<Self, &'static str> {
        let rows = &table.rows;
        let codes: Vec<u64> = rows.iter().map(|row| table.representation.bits_of(row.code)).collect();
        let index = if table.representation.bits <= 16 {
            Index::Pages(PagesLayout::new(&codes, table.representation))
        } else {
            let rows: Vec<u64> = (0..codes.len() as u64).collect();
            Index::Cells(CellsLayout::new(&codes, &rows, codes.len() as u64).ok_or(UNINDEXED)?)
        };

        let texts = |language: usize| -> Vec<String> {
            let of_rows = rows.iter().map(|row| row.messages[language].clone().unwrap_or_default());
            let other = table.unrecognized.messages[language].clone();
            let unnamed = || if language == 0 { "unrecognized".to_owned() } else { String::new() };
            of_rows.chain([other.unwrap_or_else(unnamed)]).collect()
        };
        let mut messages = (0..table.languages.len()).map(texts);

        let meanings: Vec<Meaning> = rows.iter().map(|row| row.meaning).chain([table.unrecognized.meaning]).collect();
        let category_of: Vec<u64> = meanings.iter().map(|meaning| meaning.category as u64).collect();
        let mut retries: Vec<Retry> = meanings.iter().map(|meaning| meaning.retry).collect();
        let retryable: Vec<u64> = retries[..rows.len()].iter().map(|retry| u64::from(*retry != Retry::Never)).collect();
        let retry_of = (rows.len() > FEW_ROWS).then(|| {
            let (different, positions) = told_apart(&retries);
            retries = different;
            ColumnLayout::new(&positions.into_iter().map(|at| 16 * at as u64).collect::<Vec<_>>())
        });
        Ok(Self {
            variants: rows.iter().map(|row| row.variant.clone()).collect(),
            codes: ColumnLayout::new(&codes),
            index,
            names: NamesLayout::new(rows).ok_or(UNINDEXED)?,
            messages: messages.next().unwrap_or_default(),
            translations: messages.collect(),
            category_of: (!table.categories.is_empty()).then(|| ColumnLayout::new(&category_of)),
            retries,
            retry_of,
            retryable: ColumnLayout::new(&retryable),
        })
    }
}

/// The different ones of these, and for each of these its position among them.
fn told_apart(retries: &[Retry]) -> (Vec<Retry>, Vec<usize>) {
    let mut different = Vec::new();
    let positions = retries.iter().map(|retry| {
        different.iter().position(|known| known == retry).unwrap_or_else(|| {
            different.push(*retry);
            different.len() - 1
        })
    });
    let positions = positions.collect();
    (different, positions)
}

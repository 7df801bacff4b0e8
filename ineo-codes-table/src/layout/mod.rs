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
pub(crate) mod text_index;
pub(crate) mod values;

use std::collections::HashMap;

use self::cells::CellsLayout;
use self::column::ColumnLayout;
use self::names::NamesLayout;
use self::pages::PagesLayout;
use self::text_index::TextIndexLayout;
use self::values::ValuesLayout;
use crate::model::{Code, Meaning, Representation, Retry, Row, Table};

/// The data of a table, laid out.
pub(crate) struct Layout {
    pub(crate) variants: Vec<String>,
    pub(crate) codes: CodesLayout,
    pub(crate) names: NamesLayout,
    /// In the default language: for each row, and at last for all other codes. Empty in a table without messages.
    pub(crate) messages: Vec<String>,
    /// In each other language, likewise; an empty text if a row has none.
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
    /// For each row, and at last for all other codes, if it is not always that of the category.
    pub(crate) http_of: Option<ColumnLayout>,
    /// The columns that the table declares.
    pub(crate) values: Vec<ValuesLayout>,
}

/// The code of each row, and the way from a code to its row.
pub(crate) enum CodesLayout {
    /// Integers of up to 16 bits.
    Pages(ColumnLayout, PagesLayout),
    /// Wider integers.
    Cells(ColumnLayout, CellsLayout),
    /// Texts of so few bytes that each is a number with its length, a line each.
    ShortTexts(String, CellsLayout),
    /// Other texts, a line each.
    Texts(String, TextIndexLayout),
}

impl CodesLayout {
    fn new(rows: &[Row], representation: Representation) -> Option<Self> {
        match representation {
            Representation::Integer(integer) => {
                let mut bits = Vec::with_capacity(rows.len());
                for row in rows {
                    bits.push(if let Code::Integer(number) = row.code { integer.bits_of(number) } else { 0 });
                }
                let codes = ColumnLayout::new(&bits);
                Some(if integer.bits <= 16 {
                    Self::Pages(codes, PagesLayout::new(&bits, integer))
                } else {
                    let positions: Vec<u64> = (0..bits.len() as u64).collect();
                    Self::Cells(codes, CellsLayout::new(&bits, &positions, bits.len() as u64)?)
                })
            }
            Representation::Text { max_length } => {
                let mut codes = Vec::with_capacity(rows.len());
                for row in rows {
                    codes.push(if let Code::Text(text) = &row.code { text.clone() } else { String::new() });
                }
                let lines = codes.join("\n");
                let padded = text_index::padded(&codes, max_length);
                if max_length >= 8 {
                    return Some(Self::Texts(lines, TextIndexLayout::new(&padded)?));
                }
                let (mut keys, mut positions) = (Vec::new(), Vec::new());
                for (padded, code) in padded.iter().zip(&codes) {
                    positions.push(keys.len() as u64);
                    keys.push(hash::key_of_text(padded, code.len()));
                }
                Some(Self::ShortTexts(lines, CellsLayout::new(&keys, &positions, keys.len() as u64)?))
            }
        }
    }
}

/// Up to so many rows have a retry of their own each.
const FEW_ROWS: usize = 64;

const UNINDEXED: &str = "no index was found for this table: please report it to the authors of ineo-codes";

impl Layout {
    /// Lays out a table; the error says what can't be.
    pub(crate) fn new(table: &Table) -> Result<Self, &'static str> {
        let rows = &table.rows;
        let (mut meanings, mut variants) = (Vec::with_capacity(rows.len() + 1), Vec::with_capacity(rows.len()));
        for row in rows {
            meanings.push(&row.meaning);
            variants.push(row.variant.clone());
        }
        meanings.push(&table.unrecognized.meaning);
        let (mut category_of, mut retries, mut retryable, mut http) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut messages: Vec<Vec<String>> = vec![Vec::with_capacity(meanings.len()); table.languages.len()];
        let mut has_own_http = false;
        let mut status_differs = |meaning: &Meaning| {
            let of_category = table.categories.get(meaning.category).and_then(|category| category.http);
            has_own_http |= meaning.http != of_category;
        };
        for (at, meaning) in meanings.iter().enumerate() {
            category_of.push(meaning.category as u64);
            retries.push(meaning.retry);
            retryable.push(u64::from(meaning.retry != Retry::Never));
            http.push(meaning.http.map_or(0, u64::from));
            status_differs(meaning);
            for (language, (texts, text)) in messages.iter_mut().zip(&meaning.messages).enumerate() {
                texts.push(match text {
                    Some(text) => text.clone(),
                    // In the default language, the name is used where a message is missing.
                    None if language == 0 => rows.get(at).map_or(table.unrecognized.name(), Row::name).to_owned(),
                    None => String::new(),
                });
            }
        }
        retryable.pop();
        for exception in &table.exceptions {
            status_differs(&exception.unlisted.meaning);
        }
        let mut retry_of = None;
        if rows.len() > FEW_ROWS {
            let (distinct, addresses) = distinct(&retries);
            retries = distinct;
            retry_of = Some(ColumnLayout::new(&addresses));
        }
        let mut values = Vec::new();
        for (at, column) in table.columns.iter().enumerate() {
            values.push(ValuesLayout::new(&meanings, at, column.kind, table.languages.len(), column.is_optional));
        }
        let mut messages = messages.into_iter();
        Ok(Self {
            http_of: has_own_http.then(|| ColumnLayout::new(&http)),
            values,
            variants,
            codes: CodesLayout::new(rows, table.representation).ok_or(UNINDEXED)?,
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

/// The distinct values, and for each input where its value is, in steps of 16.
fn distinct(retries: &[Retry]) -> (Vec<Retry>, Vec<u64>) {
    let mut distinct = Vec::new();
    let mut indices: HashMap<String, usize> = HashMap::new();
    let mut addresses = Vec::with_capacity(retries.len());
    for retry in retries {
        let key = match retry {
            Retry::Never => "never".to_owned(),
            Retry::Backoff => "backoff".to_owned(),
            Retry::After(seconds) => seconds.to_string(),
        };
        let at = *indices.entry(key).or_insert(distinct.len());
        if at == distinct.len() {
            distinct.push(*retry);
        }
        addresses.push(16 * at as u64);
    }
    (distinct, addresses)
}

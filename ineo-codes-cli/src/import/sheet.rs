//! What every format is read into: records with a cell for each key.

use ineo_codes_table::{Fault, Span};

use super::key::Key;
use crate::failure::Failure;

/// The most records that are read. A table of all codes of 16 bits has 65,536.
pub(crate) const MOST_RECORDS: usize = 100_000;

/// The records of an input, as far as keys of rows are taken from them.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// What each record has cells for.
    pub(crate) keys: Vec<Taken>,
    /// The columns from which nothing is taken, where that was not for a person to say.
    pub(crate) left_out: Vec<String>,
    pub(crate) records: Vec<Record>,
    /// What a record is called: "row" or "entry".
    pub(crate) unit: &'static str,
}

/// A key, and the column from which it is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) key: Key,
    /// As a person names it.
    pub(crate) column: String,
}

/// One record of an input.
#[derive(Debug)]
pub(crate) struct Record {
    /// Counted from 1, as a spreadsheet or an editor counts.
    pub(crate) number: usize,
    /// By the sheet's keys. An empty cell is absent.
    pub(crate) cells: Vec<Option<Cell>>,
    pub(crate) span: Span,
}

/// A value of an input, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) value: Value,
    pub(crate) span: Span,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Text(String),
    /// As it is written.
    Number(String),
    Bool(bool),
    List(Vec<Cell>),
    /// Keys with values, where none can be taken.
    Table,
    /// `{ after-seconds = 30 }`, which only a table has.
    AfterSeconds(String),
}

impl Cell {
    /// The cell of a grid; blank ones are absent.
    pub(crate) fn of_text(text: &str, span: Span) -> Option<Self> {
        Self::of_exact_text(text.trim(), span)
    }

    /// A text with the blanks that it has; one of nothing but blanks is absent.
    pub(crate) fn of_exact_text(text: &str, span: Span) -> Option<Self> {
        (!text.trim().is_empty()).then(|| Self { value: Value::Text(text.to_owned()), span })
    }

    /// The value as text, if it is a single one.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) | Value::Number(text) | Value::AfterSeconds(text) => Some(text),
            Value::Bool(true) => Some("true"),
            Value::Bool(false) => Some("false"),
            Value::List(_) | Value::Table => None,
        }
    }

    /// What the value is, for messages.
    pub(crate) fn kind(&self) -> &'static str {
        match self.value {
            Value::Text(_) => "a text",
            Value::Number(_) => "a number",
            Value::Bool(_) => "a boolean",
            Value::List(_) => "a list",
            Value::Table | Value::AfterSeconds(_) => "an object",
        }
    }
}

/// Why an input can't be taken.
#[derive(Debug)]
pub(crate) enum Problem {
    /// The arguments don't fit the input.
    Usage(Failure),
    /// The input itself is faulty.
    Faults(Vec<Fault>),
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        Self::Usage(failure)
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        Self::Faults(vec![fault])
    }
}

/// Too many records.
pub(crate) fn too_many(span: &Span, unit: &str) -> Fault {
    let plural = if unit == "row" { "rows" } else { "entries" };
    Fault::new(span, format!("the input has more than {MOST_RECORDS} {plural}"))
        .label("the first that is too many")
        .help("a table of codes is smaller: name the part that lists codes, or split the file")
}

/// What is asked of an input.
#[derive(Debug, Clone, Default)]
pub(crate) struct Request {
    /// `--map`.
    pub map: Vec<super::key::Assignment>,
    /// The columns that the table has, which are keys too.
    pub columns: Vec<String>,
    /// `--no-header`.
    pub has_no_header: bool,
    /// `--rows`.
    pub rows: Option<String>,
    /// `--nth`, from 1.
    pub nth: Option<usize>,
    /// `--delimiter`.
    pub delimiter: Option<u8>,
}

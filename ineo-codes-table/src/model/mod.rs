//! A table that has been checked: what generated code, exports and comparisons may rely on.

mod representation;

use std::fmt;

pub(crate) use self::representation::show_number;
pub use self::representation::{IntegerType, Radix, Representation};

/// A table of status codes.
#[derive(Debug)]
pub struct Table {
    /// What the table is, for the docs.
    pub title: Option<String>,
    /// Where the table is published.
    pub source: Option<String>,
    /// The type of the codes.
    pub representation: Representation,
    /// How codes are shown.
    pub radix: Radix,
    /// The language tags of the messages; the first is the default. Empty in a table without messages.
    pub languages: Vec<String>,
    /// How many of the languages, from the first on, every message has. The others are partial.
    pub required_languages: usize,
    /// The columns that the table declares, in the order of the file.
    pub columns: Vec<Column>,
    /// In the order of the file. Empty in a table without categories.
    pub categories: Vec<Category>,
    /// In the order of the file; never empty, and no two with the same code or the same variant.
    pub rows: Vec<Row>,
    /// What a code outside the table means, unless one of the `exceptions` says otherwise.
    pub unrecognized: Unlisted,
    /// Codes outside the table that mean something else. Integer tables: no two overlap, in ascending order. Text tables:
    /// the longest prefix holds, longest first.
    pub exceptions: Vec<Exception>,
    /// Names that several codes share on purpose.
    pub shared_names: Vec<String>,
    /// Codes that no row may have.
    pub reserved_codes: Vec<Codes>,
    /// Names that no row may have.
    pub reserved_names: Vec<String>,
}

/// A column that the table declares.
#[derive(Debug)]
pub struct Column {
    /// The name of the column and of its method.
    pub name: String,
    /// The type of its values.
    pub kind: ColumnKind,
    /// Whether a code may have no value.
    pub is_optional: bool,
    /// What the column means.
    pub doc: Option<String>,
}

/// The type of a column's values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// A text.
    Text,
    /// `true` or `false`.
    Boolean,
    /// An integer.
    Integer(IntegerType),
    /// A text in each of the table's languages.
    Message,
}

/// The value of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text, never empty.
    Text(String),
    /// `true` or `false`.
    Boolean(bool),
    /// An integer in the range of the column's type.
    Integer(i128),
    /// One text per language of the table. The first is always there.
    Message(Vec<Option<String>>),
}

/// A category, with the Rust names that are made of its name.
#[derive(Debug)]
pub struct Category {
    /// The name in the table.
    pub name: String,
    /// What it means.
    pub doc: String,
    /// The HTTP status to respond with. All categories of a table have one, or none has.
    pub http: Option<u16>,
    /// Whether its codes say that the request succeeded.
    pub is_success: bool,
    /// The retry advice of its codes, unless they have their own.
    pub retry: Option<Retry>,
    /// The codes that are in this category if nothing else says so.
    pub codes: Vec<Codes>,
    /// The variant of the enum of categories.
    pub variant: String,
    /// The method that tests for the category.
    pub predicate: String,
}

/// A code of a table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// Of a table whose codes are integers.
    Integer(i128),
    /// Of a table whose codes are texts.
    Text(String),
}

/// Some codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Codes {
    /// The codes from the first to the last one, which may be the same.
    Range {
        /// The first code.
        from: i128,
        /// The last code.
        to: i128,
    },
    /// The codes that begin with this text.
    Prefix(String),
    /// The code that is this text.
    Text(String),
}

/// A code and what it means.
#[derive(Debug)]
pub struct Row {
    /// The code.
    pub code: Code,
    /// The variant of the enum.
    pub variant: String,
    /// The name, followed by the aliases.
    pub names: Vec<String>,
    /// What the code means.
    pub meaning: Meaning,
    /// The note of a deprecated row.
    pub deprecated: Option<String>,
}

/// What a code means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// The position in the table's categories; 0 in a table without categories.
    pub category: usize,
    /// Whether to send the request again.
    pub retry: Retry,
    /// The HTTP status to respond with: the code's own, else its category's. All codes of a table have one, or none has.
    pub http: Option<u16>,
    /// One message per language of the table. `None` for a partial language without a message; all are `None` if the name
    /// serves as the message.
    pub messages: Vec<Option<String>>,
    /// One value per column of the table. `None` only in an optional column.
    pub values: Vec<Option<Value>>,
}

/// Whether to send a request again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Retry {
    /// Not at all.
    Never,
    /// After a delay that grows from try to try.
    Backoff,
    /// After this many seconds.
    After(u64),
}

/// What codes outside the table mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlisted {
    /// Their common name; `None` stands for [`UNRECOGNIZED`].
    pub name: Option<String>,
    /// What they mean.
    pub meaning: Meaning,
}

/// Codes outside the table that do not mean what other such codes mean.
#[derive(Debug)]
pub struct Exception {
    /// Which they are. Listed codes among them are not concerned.
    pub codes: Codes,
    /// What they mean.
    pub unlisted: Unlisted,
}

/// The name of a code outside the table that has no other name.
pub const UNRECOGNIZED: &str = "unrecognized";

impl Table {
    /// What its codes are: a number or a text.
    pub(crate) fn kind_of_code(&self) -> &'static str {
        match self.representation {
            Representation::Integer(_) => "number",
            Representation::Text { .. } => "text",
        }
    }

    /// A number as the table shows codes: `404`, or `0x80010000` with as many digits as the type has.
    #[must_use]
    pub fn show_number(&self, number: i128) -> String {
        show_number(number, self.representation, self.radix)
    }

    /// A code as the table shows it.
    #[must_use]
    pub fn show(&self, code: &Code) -> String {
        match code {
            Code::Integer(number) => self.show_number(*number),
            Code::Text(text) => text.clone(),
        }
    }
}

impl Table {
    /// What a code means that the table does not list.
    #[must_use]
    pub fn unlisted(&self, code: &Code) -> &Unlisted {
        let holds = |codes: &Codes| match (codes, code) {
            (Codes::Range { from, to }, Code::Integer(number)) => (from..=to).contains(&number),
            (Codes::Prefix(prefix), Code::Text(text)) => text.starts_with(prefix.as_str()),
            (Codes::Text(own), Code::Text(text)) => own == text,
            _ => false,
        };
        let exception = self.exceptions.iter().find(|exception| holds(&exception.codes));
        exception.map_or(&self.unrecognized, |exception| &exception.unlisted)
    }

    /// The code that is written so: a decimal number, `0x` and the digits of its bits, or a text. `None` if no code of the
    /// table can be written so.
    #[must_use]
    pub fn code(&self, written: &str) -> Option<Code> {
        let integer = match self.representation {
            Representation::Integer(integer) => integer,
            Representation::Text { max_length } => {
                return (written.len() <= max_length).then(|| Code::Text(written.to_owned()));
            }
        };
        let number = match written.strip_prefix("0x") {
            // `from_str_radix` would accept a sign.
            Some(digits) if digits.starts_with(['+', '-']) => return None,
            Some(digits) => {
                let bits = i128::from_str_radix(digits, 16).ok()?;
                let is_negative = integer.is_signed && (integer.max() + 1..1 << integer.bits).contains(&bits);
                if is_negative { bits - (1 << integer.bits) } else { bits }
            }
            None => written.parse().ok()?,
        };
        integer.contains(number).then_some(Code::Integer(number))
    }
}

impl Row {
    /// The wire name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }
}

impl Unlisted {
    /// The name of such a code.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or(UNRECOGNIZED)
    }
}

/// As tables write it: a decimal number, or the text.
impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(number) => fmt::Display::fmt(number, f),
            Self::Text(text) => f.pad(text),
        }
    }
}

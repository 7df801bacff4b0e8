//! A table that has been checked: what generated code may rely on.

/// A table of status codes.
#[derive(Debug)]
pub struct Table {
    /// What the table is, for the docs.
    pub title: Option<String>,
    /// Where the table is published.
    pub source: Option<String>,
    /// The type of the codes.
    pub representation: Representation,
    /// The language tags of the messages; the first is the default. Empty in a table without messages.
    pub languages: Vec<String>,
    /// In the order of the file. Empty in a table without categories.
    pub categories: Vec<Category>,
    /// In the order of the file; never empty, and no two with the same code or the same variant.
    pub rows: Vec<Row>,
    /// What a code outside the table means.
    pub unrecognized: Unrecognized,
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
    /// The variant of the enum of categories.
    pub variant: String,
    /// The method that tests for the category.
    pub predicate: String,
}

/// A code and what it means.
#[derive(Debug)]
pub struct Row {
    /// The code.
    pub code: i128,
    /// The variant of the enum.
    pub variant: String,
    /// The name, followed by the aliases.
    pub names: Vec<String>,
    /// The category and the retry advice.
    pub meaning: Meaning,
    /// One per language of the table. The first is always there; a partial language may be missing.
    pub messages: Vec<Option<String>>,
    /// The note of a deprecated row.
    pub deprecated: Option<String>,
}

/// The category of a code, and whether to try again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meaning {
    /// The position in the table's categories; 0 in a table without categories.
    pub category: usize,
    /// Whether to send the request again.
    pub retry: Retry,
}

/// Whether to send a request again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    /// Not at all.
    Never,
    /// After a delay that grows from try to try.
    Backoff,
    /// After this many seconds.
    After(u64),
}

/// What a code outside the table means.
#[derive(Debug)]
pub struct Unrecognized {
    /// The category and the retry advice.
    pub meaning: Meaning,
    /// One per language of the table.
    pub messages: Vec<Option<String>>,
    /// The exceptions; no two overlap.
    pub ranges: Vec<CodeRange>,
}

/// Codes outside the table that have a meaning of their own.
#[derive(Debug)]
pub struct CodeRange {
    /// The first code.
    pub from: i128,
    /// The last code.
    pub to: i128,
    /// The category and the retry advice.
    pub meaning: Meaning,
}

/// The integer type of the codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Representation {
    /// The name in Rust.
    pub name: &'static str,
    /// The width.
    pub bits: u32,
    /// Whether codes may be negative.
    pub signed: bool,
}

impl Representation {
    /// All that a table can have.
    pub const ALL: [Self; 8] = [
        Self { name: "u8", bits: 8, signed: false },
        Self { name: "u16", bits: 16, signed: false },
        Self { name: "u32", bits: 32, signed: false },
        Self { name: "u64", bits: 64, signed: false },
        Self { name: "i8", bits: 8, signed: true },
        Self { name: "i16", bits: 16, signed: true },
        Self { name: "i32", bits: 32, signed: true },
        Self { name: "i64", bits: 64, signed: true },
    ];

    /// The default.
    pub const U16: Self = Self::ALL[1];

    /// The smallest code.
    #[must_use]
    pub fn min(self) -> i128 {
        if self.signed { -(1 << (self.bits - 1)) } else { 0 }
    }

    /// The largest code.
    #[must_use]
    pub fn max(self) -> i128 {
        (1 << (self.bits - u32::from(self.signed))) - 1
    }

    /// Whether the type can hold `code`.
    #[must_use]
    pub fn contains(self, code: i128) -> bool {
        (self.min()..=self.max()).contains(&code)
    }

    /// The bits of `code` in this type, zero-extended.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the bits are what is asked for")]
    pub fn bits_of(self, code: i128) -> u64 {
        code as u64 & (u64::MAX >> (64 - self.bits))
    }
}

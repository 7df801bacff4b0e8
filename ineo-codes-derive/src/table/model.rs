//! A table that has been validated: what the expansion may rely on.

/// A table of status codes.
///
/// Where faults were found, what they concern is left out or replaced by a stand-in, so that the expansion of a faulty
/// table still has every variant that can be told.
#[derive(Debug)]
pub(crate) struct Table {
    pub(super) title: Option<String>,
    pub(super) source: Option<String>,
    pub(super) representation: Representation,
    /// The first is the default. None where the table has no messages.
    pub(super) languages: Vec<String>,
    /// In the order of the file. None where the table has no categories.
    pub(super) categories: Vec<Category>,
    /// In the order of the file; never empty, and no two with the same code or the same variant.
    pub(super) rows: Vec<Row>,
    pub(super) unrecognized: Unrecognized,
}

/// A category, with the Rust names that are made of its name.
#[derive(Debug)]
pub(super) struct Category {
    pub(super) name: String,
    pub(super) doc: String,
    /// Given for all categories of a table, or for none.
    pub(super) http: Option<u16>,
    pub(super) variant: String,
    pub(super) predicate: String,
}

/// A code and what it means.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) code: i128,
    pub(super) variant: String,
    /// The name, and the aliases behind it.
    pub(super) names: Vec<String>,
    pub(super) meaning: Meaning,
    /// By language, in the order of the table's languages; the first is always there.
    pub(super) messages: Vec<Option<String>>,
    pub(super) deprecated: Option<String>,
}

/// Whose fault a code is, and whether to try again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Meaning {
    /// The position in the table's categories; 0 where it has none.
    pub(super) category: usize,
    pub(super) retry: Retry,
}

/// Whether to send a request again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Retry {
    Never,
    Backoff,
    /// In this many seconds.
    After(u64),
}

/// What a code outside the table means.
#[derive(Debug)]
pub(super) struct Unrecognized {
    pub(super) meaning: Meaning,
    pub(super) messages: Vec<Option<String>>,
    /// No two overlap.
    pub(super) ranges: Vec<CodeRange>,
}

/// Codes that have something in common although the table does not list them.
#[derive(Debug)]
pub(super) struct CodeRange {
    pub(super) from: i128,
    pub(super) to: i128,
    pub(super) meaning: Meaning,
}

/// The integer type that carries a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Representation {
    pub(super) name: &'static str,
    pub(super) bits: u32,
    pub(super) signed: bool,
}

impl Representation {
    pub(super) const ALL: [Self; 8] = [
        Self { name: "u8", bits: 8, signed: false },
        Self { name: "u16", bits: 16, signed: false },
        Self { name: "u32", bits: 32, signed: false },
        Self { name: "u64", bits: 64, signed: false },
        Self { name: "i8", bits: 8, signed: true },
        Self { name: "i16", bits: 16, signed: true },
        Self { name: "i32", bits: 32, signed: true },
        Self { name: "i64", bits: 64, signed: true },
    ];

    pub(super) const U16: Self = Self::ALL[1];

    pub(super) fn min(self) -> i128 {
        if self.signed { -(1 << (self.bits - 1)) } else { 0 }
    }

    pub(super) fn max(self) -> i128 {
        (1 << (self.bits - u32::from(self.signed))) - 1
    }

    pub(super) fn contains(self, code: i128) -> bool {
        (self.min()..=self.max()).contains(&code)
    }

    /// The bits of `code` in this representation, widened with zeros.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the bits are what is asked for")]
    pub(super) fn bits_of(self, code: i128) -> u64 {
        code as u64 & (u64::MAX >> (64 - self.bits))
    }
}

/// A selector of an arm.
pub struct Claim {
    /// The position of the arm.
    pub arm: usize,
    /// What it selects.
    pub selection: Selection,
}

/// What a selector selects. For a row, category or column that the table doesn't have, the position is the number of them.
#[derive(Clone, Copy)]
pub enum Selection {
    /// One listed code.
    Code {
        /// Its row.
        row: usize,
        /// The code, if the selector is a number and not a variant.
        number: Option<i128>,
    },
    /// One listed code, by its text.
    Text {
        /// Its row.
        row: usize,
        /// The text.
        text: &'static str,
    },
    /// The codes from one number to another, both included, listed or not.
    Range {
        /// The first code.
        from: i128,
        /// The last code.
        to: i128,
    },
    /// The unlisted codes.
    Unrecognized,
    /// The listed codes of a category.
    Category {
        /// Its position in the table.
        at: usize,
        /// Its variant.
        variant: &'static str,
    },
    /// The listed codes for which a column of type bool is `true`.
    Flag {
        /// Its position in [`Rows::flags`](super::Rows::flags).
        at: usize,
        /// The column.
        name: &'static str,
    },
    /// The listed codes that are retryable.
    Retryable,
    /// All codes that no other arm takes.
    Rest,
}

//! What the checks read of a table.

use crate::table::Packed;

/// Every enum that `codes` made. Apart from [`Code`], so that what is none lacks one trait, not ten.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no enum of codes",
    label = "not made by `codes` from a table",
    note = "name `StatusCode`, or an enum of your own with `#[ineo_codes::codes(\"table.toml\")]` above it"
)]
pub trait Tabulated {
    /// What the checks of `FromCode` read.
    const ROWS: Rows;
}

/// The rows of a table, for what is checked at compile time.
#[derive(Clone, Copy)]
pub struct Rows {
    /// How many there are.
    pub count: usize,
    /// The bits of each row's code.
    pub codes: Packed,
    /// Of the representation.
    pub bits: u32,
    /// Whether the representation has a sign.
    pub is_signed: bool,
    /// The first name of each row, and others behind them.
    pub names: &'static [&'static str],
    /// How many categories the table has.
    pub category_count: usize,
    /// For each row the position of its category; anything in a table without categories.
    pub categories: Packed,
    /// For each row 1 where it is to be sent again.
    pub retryable: Packed,
}

impl Rows {
    /// The number of a row's code.
    #[allow(clippy::cast_possible_wrap, reason = "the uppermost bit is the sign")]
    pub(crate) const fn code(&self, row: usize) -> i128 {
        let bits = self.codes.get(row);
        let unused = 64 - self.bits;
        if self.is_signed { ((bits << unused) as i64 >> unused) as i128 } else { bits as i128 }
    }
}

//! The data of a table that the checks read.

use crate::table::{Column, Texts};

/// Implemented by every enum that `codes` generates. Separate from [`Code`](crate::Code), so that a wrong type reports one
/// unsatisfied bound instead of ten.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an enum of codes",
    label = "not made by `codes` from a table",
    note = "name `StatusCode`, or an enum of your own with `#[ineo_codes::codes(\"table.toml\")]` above it"
)]
pub trait Tabulated {
    /// A type with two functions. `const fn of(Self) -> usize` gives the row of a code, or the number of rows. `const fn number`
    /// gives the code, or in a text table some integer. A trait can't have a `const fn`, and the enum should not: editors
    /// would offer it.
    #[doc(hidden)]
    type Row;

    /// The data that the checks of `FromCode` read.
    #[doc(hidden)]
    const ROWS: Rows;
}

/// The rows of a table, for the checks at compile time.
#[derive(Clone, Copy)]
pub struct Rows {
    /// Number of rows.
    pub count: usize,
    /// Code of each row, as its bits; unused in a text table.
    pub codes: Column,
    /// Width of the representation in bits; 0 in a text table.
    pub bits: u32,
    /// Whether the representation is signed.
    pub is_signed: bool,
    /// The radix in which codes are shown: 10 or 16.
    pub radix: u32,
    /// Variant of each row.
    pub variants: Texts,
    /// Number of categories.
    pub category_count: usize,
    /// Position of the category of each row; unused in a table without categories.
    pub categories: Column,
    /// 1 for each row that is retryable, else 0.
    pub retryable: Column,
    /// The columns of type bool.
    pub flags: &'static [Flag],
}

/// A column of type bool.
#[derive(Clone, Copy)]
pub struct Flag {
    /// The column's key in the table, which is also its method's name.
    pub name: &'static str,
    /// 1 for each row for which the column is `true`; 0 if it is `false` or has no value.
    pub values: Column,
}

impl Rows {
    /// Whether this is a text table.
    #[inline]
    pub(super) const fn are_texts(&self) -> bool {
        self.bits == 0
    }

    /// The code of a row, as a number.
    #[inline]
    pub(super) const fn code(&self, row: usize) -> i128 {
        self.from_bits(self.codes.get(row) as i128)
    }

    /// The number with these bits in the representation; `bits` itself if it doesn't fit.
    #[must_use]
    #[inline]
    pub const fn from_bits(&self, bits: i128) -> i128 {
        if self.are_texts() {
            return bits;
        }
        let sign = 1 << (self.bits - 1);
        if self.is_signed && bits >= sign && bits < sign << 1 { bits - (sign << 1) } else { bits }
    }

    /// The smallest number that can be a code.
    #[inline]
    pub(super) const fn min(&self) -> i128 {
        if self.is_signed { -1 << (self.bits - 1) } else { 0 }
    }

    /// The largest number that can be a code.
    #[inline]
    pub(super) const fn max(&self) -> i128 {
        self.min() + (1 << self.bits) - 1
    }

    /// Whether the number can be a code.
    #[inline]
    pub(super) const fn has_number(&self, number: i128) -> bool {
        self.min() <= number && number <= self.max()
    }

    /// The number, clamped to what can be a code. A number out of range is reported separately.
    #[must_use]
    #[inline]
    pub const fn nearest(&self, number: i128) -> i128 {
        if number < self.min() {
            self.min()
        } else if number > self.max() {
            self.max()
        } else {
            number
        }
    }

    /// The last code of a range; its first if the range is empty, which is reported separately.
    #[must_use]
    #[inline]
    pub const fn last(&self, from: i128, to: i128) -> i128 {
        self.nearest(if from <= to { to } else { from })
    }

    /// Position of the column of type bool with this name; the number of these columns if there is none.
    #[must_use]
    #[inline]
    pub const fn flag(&self, name: &str) -> usize {
        let mut at = 0;
        while at < self.flags.len() && !is_same(self.flags[at].name, name) {
            at += 1;
        }
        at
    }

    /// Whether there is a column of type bool at this position, and it is `true` for the row.
    #[must_use]
    #[inline]
    pub const fn has_flag(&self, at: usize, row: usize) -> bool {
        at < self.flags.len() && self.flags[at].values.get(row) == 1
    }
}

/// `==` for `const` code.
#[inline]
const fn is_same(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    let mut at = 0;
    while at < left.len() && at < right.len() && left[at] == right[at] {
        at += 1;
    }
    at == left.len() && at == right.len()
}

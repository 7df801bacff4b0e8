//! Whether the arms of a hand-written enum cover a table, each code once: checked when the enum is compiled.
//!
//! All of it runs in the compiler's interpreter, so it looks at each row once, and at numbers rather than at variants:
//! a match on an enum costs there as much as the enum has variants.

use super::message::Message;
use super::rows::{Rows, Tabulated};

/// What an arm claims.
pub struct Claim {
    /// The position of the arm.
    pub arm: usize,
    /// What its selector selects.
    pub selection: Selection,
}

/// What a selector selects.
pub enum Selection {
    /// One code.
    Code {
        /// Its row, or the number of the rows.
        row: usize,
        /// What was written, where it was no variant.
        number: Option<i128>,
    },
    /// All codes of a category.
    Category {
        /// Its position in the table.
        at: usize,
        /// Its variant.
        variant: &'static str,
    },
    /// All codes that are retryable.
    Retryable,
    /// All codes outside the table.
    Unrecognized,
    /// All that is left.
    Rest,
}

/// How many of the codes that no arm covers are told.
const TOLD: usize = 20;

/// What `CLAIMS` selectors cover of a table.
pub struct Coverage<const CLAIMS: usize> {
    name: &'static str,
    arms: &'static [&'static str],
    claims: &'static [Claim; CLAIMS],
    rows: Rows,
    /// The claim of the same code or category that came before the claim.
    rivals: [Option<usize>; CLAIMS],
    /// Whether any code goes to the claim.
    is_reached: [bool; CLAIMS],
    uncovered: [usize; TOLD],
    uncovered_count: usize,
    /// Whether codes outside the table go nowhere.
    lacks_unrecognized: bool,
}

impl<const CLAIMS: usize> Coverage<CLAIMS> {
    /// Goes through the `ROWS` rows of `C`, of `CATEGORIES` categories.
    #[must_use]
    pub const fn of<C: Tabulated, const ROWS: usize, const CATEGORIES: usize>(
        name: &'static str,
        arms: &'static [&'static str],
        claims: &'static [Claim; CLAIMS],
    ) -> Self {
        let rows = C::ROWS;
        let mut coverage = Self {
            name,
            arms,
            claims,
            rows,
            rivals: [None; CLAIMS],
            is_reached: [false; CLAIMS],
            uncovered: [0; TOLD],
            uncovered_count: 0,
            lacks_unrecognized: false,
        };
        let mut of_row = [None::<usize>; ROWS];
        let mut of_category = [None::<usize>; CATEGORIES];
        let (mut retryable, mut unrecognized, mut rest) = (None, None, None);
        let mut at = 0;
        while at < CLAIMS {
            match claims[at].selection {
                Selection::Code { row, .. } if row < ROWS => {
                    coverage.rivals[at] = of_row[row];
                    coverage.is_reached[at] = true;
                    of_row[row] = Some(at);
                }
                // A number outside the table, which is reported as such.
                Selection::Code { .. } => coverage.is_reached[at] = true,
                Selection::Category { at: category, .. } => {
                    coverage.rivals[at] = of_category[category];
                    if of_category[category].is_none() {
                        of_category[category] = Some(at);
                    }
                }
                Selection::Retryable => retryable = Some(at),
                Selection::Unrecognized => unrecognized = Some(at),
                Selection::Rest => rest = Some(at),
            }
            at += 1;
        }
        // Between them the rows may be all numbers that there are.
        let has_others = rows.bits >= usize::BITS || ROWS < 1 << rows.bits;
        if let Some(unrecognized) = unrecognized {
            coverage.is_reached[unrecognized] = has_others;
        }
        coverage.lacks_unrecognized = has_others && unrecognized.is_none() && rest.is_none();
        // New rows go there, so it has its use before there are any.
        if let Some(rest) = rest {
            coverage.is_reached[rest] = true;
        }
        coverage.walk(&of_row, &of_category, retryable, rest);
        coverage
    }

    /// Finds the claim of each row.
    #[allow(clippy::cast_possible_truncation, reason = "positions are counted in `usize`")]
    const fn walk(
        &mut self,
        of_row: &[Option<usize>],
        of_category: &[Option<usize>],
        retryable: Option<usize>,
        rest: Option<usize>,
    ) {
        let mut row = 0;
        while row < of_row.len() {
            if of_row[row].is_none() {
                let by_category =
                    if of_category.is_empty() { None } else { of_category[self.rows.categories.get(row) as usize] };
                let by_retry = if self.rows.retryable.get(row) == 1 { retryable } else { None };
                if let Some(claim) = by_category {
                    self.is_reached[claim] = true;
                } else if let Some(claim) = by_retry {
                    self.is_reached[claim] = true;
                } else if rest.is_none() {
                    if self.uncovered_count < TOLD {
                        self.uncovered[self.uncovered_count] = row;
                    }
                    self.uncovered_count += 1;
                }
            }
            row += 1;
        }
    }

    /// Whether what a selector claims is in the table, and no other's.
    ///
    /// # Panics
    ///
    /// If not: a compile error where the call stands.
    #[track_caller]
    pub const fn check_claim(&self, at: usize) {
        let claim = &self.claims[at];
        match claim.selection {
            Selection::Code { row, number } => {
                if let Some(number) = number {
                    if row >= self.rows.count || self.rows.code(row) != number {
                        Message::new().number(number).text(NOT_IN_THE_TABLE).fail();
                    }
                }
                if let Some(rival) = self.rivals[at] {
                    Message::new()
                        .row(&self.rows, row)
                        .text(" is claimed")
                        .claimed_by(self.arms[self.claims[rival].arm])
                        .fail();
                }
            }
            Selection::Category { variant, .. } => {
                if let Some(rival) = self.rivals[at] {
                    Message::new()
                        .text("the category `")
                        .text(variant)
                        .text("` is claimed")
                        .claimed_by(self.arms[self.claims[rival].arm])
                        .fail();
                }
            }
            Selection::Retryable | Selection::Unrecognized | Selection::Rest => {}
        }
    }

    /// Whether any code goes to an arm.
    ///
    /// # Panics
    ///
    /// If not: a compile error where the call stands.
    #[track_caller]
    pub const fn check_arm(&self, arm: usize) {
        let mut at = 0;
        while at < CLAIMS {
            if self.claims[at].arm == arm && (self.is_reached[at] || self.rivals[at].is_some()) {
                return;
            }
            at += 1;
        }
        Message::new()
            .text("no code reaches the arm `")
            .text(self.arms[arm])
            .text("`: other arms take all codes of the table that it selects; remove it, or select other codes")
            .fail();
    }

    /// Whether every code goes to an arm.
    ///
    /// # Panics
    ///
    /// If not: a compile error where the call stands.
    #[track_caller]
    pub const fn check_whole(&self) {
        if self.uncovered_count > 0 {
            let mut message = Message::new().text("no arm of `").text(self.name).text("` covers ");
            let mut at = 0;
            while at < self.uncovered_count && at < TOLD {
                let separator = if at == 0 { "" } else { ", " };
                message = message.text(separator).row(&self.rows, self.uncovered[at]);
                at += 1;
            }
            if self.uncovered_count > TOLD {
                message = message.text(" and ").number((self.uncovered_count - TOLD) as i128).text(" more codes");
            }
            message.text(": add arms for them, or an arm with `#[from_code(_)]` for all that is left").fail();
        }
        if self.lacks_unrecognized {
            Message::new()
                .text("no arm of `")
                .text(self.name)
                .text("` takes the codes outside the table: add one with `#[from_code(unrecognized)]`, or with `#[from_code(_)]`")
                .fail();
        }
    }
}

/// Nothing to do: that it compiles says that `C` was made by `codes`.
pub const fn assert_code<C: Tabulated>() {}

const NOT_IN_THE_TABLE: &str = " is no code of the table: mend the number, or remove it; codes outside the table go to the arm with `unrecognized`";

//! Determines which selector takes which codes.

use super::claim::{Claim, Selection};
use super::ranges::{Range, Ranges};
use super::rows::Rows;

/// Maximum number of uncovered codes that the error has room for.
pub(super) const MAX_LISTED: usize = 100;

/// What `CLAIMS` selectors of an enum cover of a table.
pub struct Coverage<const CLAIMS: usize> {
    /// The name of the enum.
    pub(super) name: &'static str,
    /// The names of its arms.
    pub(super) arms: &'static [&'static str],
    pub(super) claims: &'static [Claim; CLAIMS],
    pub(super) rows: Rows,
    /// For each claim, an earlier claim that selects the same, if that is an error.
    pub(super) rivals: [Option<usize>; CLAIMS],
    /// Whether any code reaches the claim.
    pub(super) is_reached: [bool; CLAIMS],
    /// The first rows that no arm covers.
    pub(super) uncovered: [usize; MAX_LISTED],
    /// Number of rows that no arm covers.
    pub(super) uncovered_count: usize,
    /// Whether there are unlisted codes that no arm covers.
    pub(super) misses_unlisted: bool,
}

/// The claims by what they select, to be looked up for each of `ROWS` rows.
struct Claimed<const CLAIMS: usize, const ROWS: usize, const CATEGORIES: usize> {
    rows: [Option<usize>; ROWS],
    ranges: Ranges<CLAIMS>,
    categories: [Option<usize>; CATEGORIES],
    /// The claims of columns, in the order of the arms.
    flags: [usize; CLAIMS],
    flag_count: usize,
    retryable: Option<usize>,
    unrecognized: Option<usize>,
    rest: Option<usize>,
}

impl<const CLAIMS: usize> Coverage<CLAIMS> {
    /// Computes the coverage of `ROWS` rows in `CATEGORIES` categories, in one pass over the rows.
    #[must_use]
    pub const fn new<const ROWS: usize, const CATEGORIES: usize>(
        rows: Rows,
        name: &'static str,
        arms: &'static [&'static str],
        claims: &'static [Claim; CLAIMS],
    ) -> Self {
        let mut coverage = Self {
            name,
            arms,
            claims,
            rows,
            rivals: [None; CLAIMS],
            is_reached: [false; CLAIMS],
            uncovered: [0; MAX_LISTED],
            uncovered_count: 0,
            misses_unlisted: false,
        };
        let claimed = coverage.claimed::<ROWS, CATEGORIES>();
        coverage.take_codes(&claimed);
        coverage
    }

    /// Groups the claims, and records the rivals of those that select what is claimed already.
    const fn claimed<const ROWS: usize, const CATEGORIES: usize>(&mut self) -> Claimed<CLAIMS, ROWS, CATEGORIES> {
        let mut claimed = Claimed {
            rows: [None; ROWS],
            ranges: Ranges::new(),
            categories: [None; CATEGORIES],
            flags: [0; CLAIMS],
            flag_count: 0,
            retryable: None,
            unrecognized: None,
            rest: None,
        };
        let mut at = 0;
        while at < CLAIMS {
            match self.claims[at].selection {
                Selection::Code { row, number } if self.is_listed(row, number) => {
                    self.rivals[at] = claim(&mut claimed.rows[row], at);
                    self.is_reached[at] = true;
                }
                Selection::Text { row, .. } if self.rows.are_texts() && row < ROWS => {
                    self.rivals[at] = claim(&mut claimed.rows[row], at);
                    self.is_reached[at] = true;
                }
                Selection::Range { from, to } if self.is_range(from, to) => {
                    self.rivals[at] = claimed.ranges.insert(Range { from, to, claim: at });
                }
                Selection::Category { at: category, .. } if category < CATEGORIES => {
                    self.rivals[at] = claim(&mut claimed.categories[category], at);
                }
                Selection::Flag { at: flag, .. } if flag < self.rows.flags.len() => {
                    self.rivals[at] = self.claim_of_flag(flag, &claimed.flags, claimed.flag_count);
                    claimed.flags[claimed.flag_count] = at;
                    claimed.flag_count += 1;
                }
                // The selector itself is reported, so it is not reported as unreached as well.
                Selection::Code { .. }
                | Selection::Text { .. }
                | Selection::Range { .. }
                | Selection::Category { .. }
                | Selection::Flag { .. } => self.is_reached[at] = true,
                Selection::Retryable => claimed.retryable = Some(at),
                Selection::Unrecognized => claimed.unrecognized = Some(at),
                Selection::Rest => claimed.rest = Some(at),
            }
            at += 1;
        }
        claimed
    }

    /// Assigns each code to the claim that takes it.
    const fn take_codes<const ROWS: usize, const CATEGORIES: usize>(
        &mut self,
        claimed: &Claimed<CLAIMS, ROWS, CATEGORIES>,
    ) {
        // Number of codes in each range that other arms select one by one.
        let mut named_in = [0; CLAIMS];
        let mut listed_in_ranges = 0;
        let mut row = 0;
        while row < ROWS {
            let range = if self.rows.are_texts() { None } else { claimed.ranges.claim_of(self.rows.code(row)) };
            if range.is_some() {
                listed_in_ranges += 1;
            }
            if claimed.rows[row].is_some() {
                if let Some(range) = range {
                    named_in[range] += 1;
                }
            } else if range.is_none() {
                self.take_listed(row, claimed);
            }
            row += 1;
        }
        let unlisted = (1 << self.rows.bits) - ROWS as i128 - (claimed.ranges.code_count() - listed_in_ranges);
        let has_unlisted = self.rows.are_texts() || unlisted > 0;
        if let Some(unrecognized) = claimed.unrecognized {
            self.is_reached[unrecognized] = has_unlisted;
        } else {
            self.misses_unlisted = has_unlisted && claimed.rest.is_none();
        }
        // `_` is never dead: rows that are added later go there.
        if let Some(rest) = claimed.rest {
            self.is_reached[rest] = true;
        }
        self.reach_ranges(&named_in);
    }

    /// Assigns a row that no arm names and no range contains to its category, column, `retryable` or `_`.
    #[allow(clippy::cast_possible_truncation, reason = "positions are counted in `usize`")]
    const fn take_listed<const ROWS: usize, const CATEGORIES: usize>(
        &mut self,
        row: usize,
        claimed: &Claimed<CLAIMS, ROWS, CATEGORIES>,
    ) {
        let mut claim = if CATEGORIES == 0 { None } else { claimed.categories[self.rows.categories.get(row) as usize] };
        if claim.is_none() {
            claim = self.claim_by_flag(row, claimed);
        }
        if claim.is_none() && self.rows.retryable.get(row) == 1 {
            claim = claimed.retryable;
        }
        if claim.is_none() {
            claim = claimed.rest;
        }
        if let Some(claim) = claim {
            self.is_reached[claim] = true;
            return;
        }
        if self.uncovered_count < MAX_LISTED {
            self.uncovered[self.uncovered_count] = row;
        }
        self.uncovered_count += 1;
    }

    /// The first claim whose column is `true` for the row.
    const fn claim_by_flag<const ROWS: usize, const CATEGORIES: usize>(
        &self,
        row: usize,
        claimed: &Claimed<CLAIMS, ROWS, CATEGORIES>,
    ) -> Option<usize> {
        let mut at = 0;
        while at < claimed.flag_count {
            let claim = claimed.flags[at];
            if self.rows.has_flag(self.flag(claim), row) {
                return Some(claim);
            }
            at += 1;
        }
        None
    }

    /// The earlier claim of the same column.
    const fn claim_of_flag(&self, flag: usize, claims: &[usize; CLAIMS], count: usize) -> Option<usize> {
        let mut at = 0;
        while at < count {
            if self.flag(claims[at]) == flag {
                return Some(claims[at]);
            }
            at += 1;
        }
        None
    }

    /// Position of the column that a claim selects by; the number of columns if it selects by something else.
    const fn flag(&self, claim: usize) -> usize {
        match self.claims[claim].selection {
            Selection::Flag { at, .. } => at,
            _ => self.rows.flags.len(),
        }
    }

    /// Marks the ranges that have a code that no arm names.
    const fn reach_ranges(&mut self, named_in: &[i128; CLAIMS]) {
        let mut at = 0;
        while at < CLAIMS {
            match self.claims[at].selection {
                Selection::Range { from, to } if self.is_range(from, to) => {
                    self.is_reached[at] = named_in[at] <= to - from;
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// Whether the range is not empty and both ends can be codes.
    const fn is_range(&self, from: i128, to: i128) -> bool {
        !self.rows.are_texts() && from <= to && self.rows.has_number(from) && self.rows.has_number(to)
    }

    /// Whether the table has the row, and the row has the code `number`, if that is given.
    pub(super) const fn is_listed(&self, row: usize, number: Option<i128>) -> bool {
        match number {
            Some(number) => !self.rows.are_texts() && row < self.rows.count && self.rows.code(row) == number,
            None => row < self.rows.count,
        }
    }
}

/// Sets `claimed` to `at`, unless it is set already: then returns the earlier claim.
const fn claim(claimed: &mut Option<usize>, at: usize) -> Option<usize> {
    if claimed.is_none() {
        *claimed = Some(at);
        return None;
    }
    *claimed
}

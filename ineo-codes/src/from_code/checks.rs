//! The checks. Each one panics if it fails, which is a compile error at its call.

use super::claim::Selection;
use super::coverage::{Coverage, MAX_LISTED};
use super::message::Message;

/// Maximum number of uncovered codes listed by variant.
const MAX_NAMED: usize = 20;

impl<const CLAIMS: usize> Coverage<CLAIMS> {
    /// Checks that the table has what a selector names, and that no other arm selects it.
    ///
    /// # Panics
    ///
    /// If the check fails.
    #[track_caller]
    pub const fn check_claim(&self, at: usize) {
        let claim = &self.claims[at];
        match claim.selection {
            Selection::Code { row, number } => self.check_code(at, row, number),
            Selection::Text { row, text } => {
                if !self.rows.are_texts() {
                    Message::new()
                        .text("the codes of this table are numbers, not texts: write the number or the variant, without quotes")
                        .fail();
                }
                if row == self.rows.count {
                    Message::new().text("`").text(text).text("` is not in the table: correct it, or remove it").fail();
                }
                self.check_code(at, row, None);
            }
            Selection::Range { from, to } => self.check_range(at, from, to),
            Selection::Category { variant, .. } => {
                if let Some(rival) = self.rivals[at] {
                    Message::new().text("the category `").text(variant).text("`").claimed_by(self.arm_of(rival)).fail();
                }
            }
            Selection::Flag { at: flag, name } => self.check_flag(at, flag, name),
            Selection::Retryable | Selection::Unrecognized | Selection::Rest => {}
        }
    }

    #[track_caller]
    const fn check_code(&self, at: usize, row: usize, number: Option<i128>) {
        if let Some(number) = number {
            self.check_number(number);
            if !self.is_listed(row, Some(number)) {
                Message::new()
                    .code(&self.rows, number)
                    .text(" is not in the table: correct it, or write `")
                    .code(&self.rows, number)
                    .text("..=")
                    .code(&self.rows, number)
                    .text("` to select an unlisted code")
                    .fail();
            }
        }
        if let Some(rival) = self.rivals[at] {
            Message::new().row(&self.rows, row).claimed_by(self.arm_of(rival)).fail();
        }
    }

    #[track_caller]
    const fn check_range(&self, at: usize, from: i128, to: i128) {
        self.check_number(from);
        self.check_number(to);
        if from > to {
            Message::new()
                .text("this range has no codes: it starts at ")
                .code(&self.rows, from)
                .text(" and ends at ")
                .code(&self.rows, to)
                .fail();
        }
        let Some(rival) = self.rivals[at] else { return };
        let Selection::Range { from, to } = self.claims[rival].selection else { return };
        Message::new()
            .text("this range overlaps ")
            .code(&self.rows, from)
            .text("..=")
            .code(&self.rows, to)
            .text(" of the arm `")
            .text(self.arm_of(rival))
            .text("`: leave each code to one of them")
            .fail();
    }

    /// Checks that the number can be a code.
    #[track_caller]
    const fn check_number(&self, number: i128) {
        if self.rows.are_texts() {
            Message::new().text("the codes of this table are texts: write the text in quotes, or the variant").fail();
        }
        if !self.rows.has_number(number) {
            Message::new()
                .code(&self.rows, number)
                .text(" does not fit into the type of the codes, `")
                .text(if self.rows.is_signed { "i" } else { "u" })
                .number(self.rows.bits as i128)
                .text("`: from ")
                .code(&self.rows, self.rows.min())
                .text(" to ")
                .code(&self.rows, self.rows.max())
                .fail();
        }
    }

    #[track_caller]
    const fn check_flag(&self, at: usize, flag: usize, name: &str) {
        let flags = self.rows.flags;
        if flag == flags.len() {
            let mut message = Message::new().text("the table has no column `").text(name).text("` of type bool");
            let mut at = 0;
            while at < flags.len() {
                message = message.text(if at == 0 { ", but `" } else { "`, `" }).text(flags[at].name);
                at += 1;
            }
            message
                .text(if at == 0 { "" } else { "`" })
                .text("; a code is selected by its variant, which begins with a capital letter, or by its number")
                .fail();
        }
        if let Some(rival) = self.rivals[at] {
            Message::new().text("the column `").text(name).text("`").claimed_by(self.arm_of(rival)).fail();
        }
    }

    /// Checks that at least one code reaches the arm.
    ///
    /// # Panics
    ///
    /// If the check fails.
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
            .text("`: other arms take all codes that it selects; remove it, or select other codes")
            .fail();
    }

    /// Checks that every code reaches an arm.
    ///
    /// # Panics
    ///
    /// If the check fails.
    #[track_caller]
    pub const fn check_whole(&self) {
        if self.uncovered_count == 0 && !self.misses_unlisted {
            return;
        }
        let message = Message::new().text("no arm of `").text(self.name).text("` covers ");
        let message = self.list_uncovered(message).text(": add an arm with `#[from_code(_)]` for all that is left");
        if self.uncovered_count > MAX_LISTED {
            message.fail();
        }
        self.select_uncovered(message.text(", or an arm with `#[from_code(")).text(")]`").fail();
    }

    /// `402 DataError, 33 ActivityError and unlisted codes`.
    const fn list_uncovered(&self, mut message: Message) -> Message {
        let mut at = 0;
        while at < self.uncovered_count && at < MAX_NAMED && message.has_room() {
            message = message.text(if at == 0 { "" } else { ", " }).row(&self.rows, self.uncovered[at]);
            at += 1;
        }
        if at < self.uncovered_count {
            message = message.text(if self.misses_unlisted { ", " } else { " and " });
            message = message.number((self.uncovered_count - at) as i128).text(" more codes");
        }
        if self.misses_unlisted {
            message = message.text(if at == 0 { "" } else { " and " }).text("unlisted codes");
        }
        message
    }

    /// `402 | 33 | unrecognized`.
    const fn select_uncovered(&self, mut message: Message) -> Message {
        let mut at = 0;
        while at < self.uncovered_count {
            message = message.text(if at == 0 { "" } else { " | " }).selector(&self.rows, self.uncovered[at]);
            at += 1;
        }
        if self.misses_unlisted {
            message = message.text(if at == 0 { "" } else { " | " }).text("unrecognized");
        }
        message
    }

    const fn arm_of(&self, claim: usize) -> &'static str {
        self.arms[self.claims[claim].arm]
    }
}

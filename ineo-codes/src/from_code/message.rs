//! A compile error's text, put together at compile time.

use core::str;

use super::rows::Rows;

/// A compile error's text, put together at compile time.
pub(super) struct Message {
    bytes: [u8; Self::ROOM],
    length: usize,
}

impl Message {
    /// Enough for the codes that are told, with names of usual length; longer texts are cut.
    const ROOM: usize = 4096;

    pub(super) const fn new() -> Self {
        Self { bytes: [0; Self::ROOM], length: 0 }
    }

    pub(super) const fn text(mut self, text: &str) -> Self {
        let text = text.as_bytes();
        if self.length + text.len() > Self::ROOM {
            return self;
        }
        let (_, free) = self.bytes.split_at_mut(self.length);
        let mut at = 0;
        while at < text.len() {
            free[at] = text[at];
            at += 1;
        }
        self.length += text.len();
        self
    }

    pub(super) const fn number(mut self, number: i128) -> Self {
        if number < 0 {
            self = self.text("-");
        }
        let mut digits = [0; 39];
        let mut at = digits.len();
        let mut left = number.unsigned_abs();
        loop {
            at -= 1;
            digits[at] = b'0' + (left % 10) as u8;
            left /= 10;
            if left == 0 {
                break;
            }
        }
        match str::from_utf8(digits.split_at(at).1) {
            Ok(digits) => self.text(digits),
            Err(_) => self,
        }
    }

    /// `404 not_found`.
    #[allow(clippy::cast_possible_truncation, reason = "positions are counted in `usize`")]
    pub(super) const fn row(self, rows: &Rows, row: usize) -> Self {
        let name = rows.names[row];
        self.number(rows.code(row)).text(" ").text(name)
    }

    pub(super) const fn claimed_by(self, arm: &str) -> Self {
        self.text(" by the arm `").text(arm).text("` already: leave it to one of them")
    }

    #[track_caller]
    pub(super) const fn fail(self) -> ! {
        match str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => panic!("{}", text),
            Err(_) => panic!("the enum and the table disagree"),
        }
    }
}

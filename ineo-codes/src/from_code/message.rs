//! Builds the text of a compile error at compile time.

use core::str;

use super::rows::Rows;

pub(super) struct Message {
    bytes: [u8; Self::CAPACITY],
    length: usize,
    /// Whether something didn't fit. Nothing more is added then.
    is_cut: bool,
}

impl Message {
    const CAPACITY: usize = 8192;
    const CUT: &'static str = "…";

    #[inline]
    pub(super) const fn new() -> Self {
        Self { bytes: [0; Self::CAPACITY], length: 0, is_cut: false }
    }

    /// Whether there is room for more than a few words.
    #[inline]
    pub(super) const fn has_room(&self) -> bool {
        self.length < Self::CAPACITY / 2
    }

    #[inline]
    pub(super) const fn text(self, text: &str) -> Self {
        self.utf8(text.as_bytes())
    }

    /// Appends UTF-8 text, or as many of its characters as fit.
    #[inline]
    const fn utf8(mut self, text: &[u8]) -> Self {
        if self.is_cut {
            return self;
        }
        let room = Self::CAPACITY - Self::CUT.len() - self.length;
        let mut end = text.len();
        if end > room {
            self.is_cut = true;
            end = room;
            // Back to where a character starts.
            while text[end] & 0b1100_0000 == 0b1000_0000 {
                end -= 1;
            }
        }
        self.append(text.split_at(end).0)
    }

    #[inline]
    const fn append(mut self, text: &[u8]) -> Self {
        let (_, free) = self.bytes.split_at_mut(self.length);
        let mut at = 0;
        while at < text.len() {
            free[at] = text[at];
            at += 1;
        }
        self.length += text.len();
        self
    }

    /// Appends a number in decimal.
    #[inline]
    pub(super) const fn number(self, number: i128) -> Self {
        self.text(if number < 0 { "-" } else { "" }).digits(number.unsigned_abs(), 10, 1)
    }

    /// Appends a code as its table shows it: `404`, or `0x80010000` if the radix is 16.
    #[inline]
    pub(super) const fn code(self, rows: &Rows, code: i128) -> Self {
        if rows.radix == 16 && rows.has_number(code) {
            let mask = (1 << rows.bits) - 1;
            return self.text("0x").digits((code & mask).unsigned_abs(), 16, rows.bits / 4);
        }
        self.number(code)
    }

    /// Appends the selector of a row: `404`, or the variant in a text table.
    #[inline]
    pub(super) const fn selector(self, rows: &Rows, row: usize) -> Self {
        if rows.are_texts() { self.utf8(rows.variants.bytes(row)) } else { self.code(rows, rows.code(row)) }
    }

    /// Appends `404 NotFound`, or only the variant in a text table.
    #[inline]
    pub(super) const fn row(self, rows: &Rows, row: usize) -> Self {
        if rows.are_texts() {
            return self.selector(rows, row);
        }
        self.code(rows, rows.code(row)).text(" ").utf8(rows.variants.bytes(row))
    }

    /// Appends a number with at least `least` digits.
    #[inline]
    const fn digits(self, number: u128, radix: u32, least: u32) -> Self {
        let mut digits = [0; u128::MAX.ilog10() as usize + 1];
        let mut at = digits.len();
        let mut left = number;
        let mut count = 0;
        while left > 0 || count < least {
            at -= 1;
            digits[at] = b"0123456789ABCDEF"[(left % radix as u128) as usize];
            left /= radix as u128;
            count += 1;
        }
        self.utf8(digits.split_at(at).1)
    }

    #[inline]
    pub(super) const fn claimed_by(self, arm: &str) -> Self {
        self.text(" is claimed by the arm `").text(arm).text("` already: leave it to one of them")
    }

    #[track_caller]
    #[inline]
    pub(super) const fn fail(mut self) -> ! {
        if self.is_cut {
            self = self.append(Self::CUT.as_bytes());
        }
        match str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => panic!("{}", text),
            Err(_) => panic!("the enum and the table disagree"),
        }
    }
}

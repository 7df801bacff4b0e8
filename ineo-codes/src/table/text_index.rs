use super::column::Column;
use super::hash;
use super::slots::Slots;
use crate::Text;
use crate::text::padded_word;

/// Index of text codes: the row of each slot, whose code is then compared.
#[derive(Clone, Copy)]
pub struct TextIndex {
    /// Perfect hash over the codes.
    pub slots: Slots,
    /// Row of each slot; an arbitrary row for an empty slot.
    pub rows: Column,
}

impl TextIndex {
    /// The row of a code, or the number of rows. `codes` are the codes of all rows.
    #[must_use]
    #[inline(always)]
    pub const fn row<const N: usize>(self, code: &Text<N>, codes: &[Text<N>]) -> usize {
        let row = self.rows.position(self.slots.of(hash::of_text(code.padded(), self.slots.seed)));
        // Selects by position. With an `if`, LLVM may emit a branch, which mispredicts on random codes.
        [codes.len(), row][codes[row].is(code) as usize]
    }
}

impl TextIndex {
    /// The row of a code that is a `str` of at most `N` bytes, or the number of rows. The code is not copied into a `Text`
    /// first, which would be read before it is written whole.
    #[must_use]
    #[inline]
    pub fn row_of<const N: usize>(self, code: &str, codes: &[Text<N>]) -> usize {
        let mut hash = [self.slots.seed, 0];
        for at in (0..N).step_by(8) {
            hash = hash::with_word(hash, padded_word(code.as_bytes(), at));
        }
        let row = self.rows.position(self.slots.of(hash));
        let own = &codes[row];
        let mut difference = (own.len_in_bytes() ^ code.len()) as u64;
        for at in (0..N).step_by(8) {
            difference |= padded_word(code.as_bytes(), at) ^ hash::text_word(own.padded(), at);
        }
        [codes.len(), row][usize::from(difference == 0)]
    }
}

/// Splits the codes of a table, one per line.
///
/// # Panics
///
/// At compile time, if there are not as many lines as rows, or a line is longer than `N` bytes.
#[must_use]
pub const fn text_codes<const N: usize, const ROWS: usize>(lines: &'static str) -> [Text<N>; ROWS] {
    let mut codes = [Text::EMPTY; ROWS];
    let mut rest = lines.as_bytes();
    let mut row = 0;
    while row < ROWS {
        let mut end = 0;
        while end < rest.len() && rest[end] != b'\n' {
            end += 1;
        }
        let (line, behind) = rest.split_at(end);
        codes[row] = Text::from_utf8(line);
        rest = if let [_, behind @ ..] = behind { behind } else { behind };
        row += 1;
    }
    assert!(rest.is_empty());
    codes
}

/// `starts_with` in `const` code.
#[must_use]
pub const fn begins_with<const N: usize>(text: &Text<N>, prefix: &str) -> bool {
    let (bytes, prefix) = (text.padded(), prefix.as_bytes());
    if prefix.len() > text.len_in_bytes() {
        return false;
    }
    let mut at = 0;
    while at < prefix.len() {
        if bytes[at] != prefix[at] {
            return false;
        }
        at += 1;
    }
    true
}

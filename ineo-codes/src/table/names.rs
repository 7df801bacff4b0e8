use super::cells::Cells;
use super::column::{Column, together};
use super::hash;
use super::slots::Slots;

/// From a name to the codes that have it.
///
/// Names and codes are at the same positions. The codes that share a name are side by side.
pub struct Names<C: 'static> {
    /// From a name of 8 bytes or more to its slot.
    pub slots: Slots,
    /// For each slot the position of its name.
    pub positions: Column,
    /// From a name of less than 8 bytes, as a number, to its position.
    pub short: Cells,
    /// The names.
    pub texts: &'static [&'static str],
    /// The code of each name.
    pub codes: &'static [C],
    /// How many more codes share the name. In a table that shares no names all are 0, and take no bytes.
    pub others: Column,
}

/// The position of the first code that has a name, and how many have it.
pub type Found = (usize, usize);

impl<C: Copy> Names<C> {
    /// All codes that have a name.
    ///
    /// The result is the same kind of thing whether the table has the name or not, so there is no jump for it: no processor
    /// can foresee which names come.
    #[must_use]
    #[inline(always)]
    pub fn codes(&self, name: &str) -> &'static [C] {
        let Some(words) = hash::words(name.as_bytes()) else {
            let (at, is_found) = self.find_aside(name);
            return self.codes_at(at, is_found);
        };
        let at = self.position(words, name.len());
        let text = self.texts[at].as_bytes();
        // A text that is too long for words is rare in any table, so this jump can be foreseen.
        let is_same = hash::words(text).is_some_and(|of_text| are_same(of_text, words));
        self.codes_at(at, is_same & (text.len() == name.len()))
    }

    /// The codes whose name is at a position, or none.
    #[inline(always)]
    fn codes_at(&self, at: usize, is_found: bool) -> &'static [C] {
        together(self.codes, at, usize::from(is_found) * (1 + self.others.position(at)))
    }

    /// Finds the codes that have a name, for [`code`](Self::code).
    ///
    /// Whoever parses a name jumps if it is not in the table. So does this function, as soon as it can: it compares the
    /// lengths first.
    #[must_use]
    #[inline(always)]
    pub fn find(&self, name: &str) -> Found {
        let (at, is_found) = if let Some(words) = hash::words(name.as_bytes()) {
            let at = self.position(words, name.len());
            let text = self.texts[at].as_bytes();
            let is_as_long = text.len() == name.len();
            (at, is_as_long && hash::words(text).is_some_and(|of_text| are_same(of_text, words)))
        } else {
            self.find_aside(name)
        };
        if is_found { (at, 1 + self.others.position(at)) } else { (0, 0) }
    }

    /// The one code that was found, or all that share the name.
    ///
    /// # Errors
    ///
    /// If not just one code was found.
    #[inline(always)]
    pub fn code(&self, (at, count): Found) -> Result<C, &'static [C]> {
        match count {
            0 => Err(&[]),
            1 => Ok(self.codes[at]),
            _ => Err(together(self.codes, at, count)),
        }
    }

    /// The position of the name of these words, if the table has it.
    #[inline(always)]
    const fn position(&self, words: [u64; 4], length: usize) -> usize {
        self.positions.position(self.slots.of(hash::of_words(words, length, self.slots.seed)))
    }

    /// The position of a name that has no words, if the table has it, and whether it does.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation, reason = "positions are counted in `usize`")]
    fn find_aside(&self, name: &str) -> (usize, bool) {
        match hash::word(name.as_bytes()) {
            Some(word) => {
                let (at, is_found) = self.short.find(word);
                (at as usize, is_found)
            }
            None => find_long(name, &self.slots, &self.positions, self.texts),
        }
    }
}

/// The position of a name of more than 32 bytes, if the table has it, and whether it does.
#[inline(never)]
fn find_long(name: &str, slots: &Slots, positions: &Column, texts: &[&str]) -> (usize, bool) {
    let words = hash::long_words(name.as_bytes());
    let at = positions.position(slots.of(hash::of_words(words, name.len(), slots.seed)));
    // Byte by byte, since `==` calls a function of C.
    (at, texts[at].len() == name.len() && texts[at].bytes().eq(name.bytes()))
}

/// Whether the words are the same. `==` compares arrays in memory.
#[inline(always)]
const fn are_same([a, b, c, d]: [u64; 4], others: [u64; 4]) -> bool {
    (a ^ others[0]) | (b ^ others[1]) | (c ^ others[2]) | (d ^ others[3]) == 0
}

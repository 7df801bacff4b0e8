use super::cells::Cells;
use super::column::{Column, together};
use super::hash;
use super::slots::Slots;

/// Index from names to the positions of codes: `codes[i]` has the name `texts[i]`. Codes that share a name are adjacent.
///
/// The codes are passed to each lookup: rustc checks each code that a constant refers to, in time that grows with the square
/// of their number.
///
/// See `LAYOUT.md`, "From a name to its codes".
pub struct Names {
    /// Perfect hash over the names of 8 bytes or more.
    pub slots: Slots,
    /// Position of the name of each slot.
    pub positions: Column,
    /// Index from names of fewer than 8 bytes, packed into a number, to positions.
    pub short: Cells,
    /// The names.
    pub texts: &'static [&'static str],
    /// Number of further codes with the same name. Without shared names all are 0, and take no bytes.
    pub others: Column,
}

/// Position of the first code with a name, and the number of codes with it.
pub type Found = (usize, usize);

impl Names {
    /// All codes with a name.
    ///
    /// Does not branch on whether the table has the name: random names would cause mispredictions. `codes_aside` is
    /// [`codes_aside`](Self::codes_aside) in a function that is not inlined.
    #[must_use]
    #[inline(always)]
    pub fn codes<C>(
        &self,
        codes: &'static [C],
        name: &str,
        codes_aside: impl Fn(&str) -> &'static [C],
    ) -> &'static [C] {
        let Some(words) = hash::words(name.as_bytes()) else {
            return codes_aside(name);
        };
        let at = self.position(words, name.len());
        let text = self.texts[at].as_bytes();
        // A name too long for `words` is rare in any table, so this branch is predicted well.
        let is_same = hash::words(text).is_some_and(|of_text| are_same(of_text, words));
        self.codes_at(codes, at, is_same & (text.len() == name.len()))
    }

    /// All codes that have a name of less than 8 or more than 32 bytes.
    #[must_use]
    #[inline(always)]
    pub fn codes_aside<C>(&self, codes: &'static [C], name: &str) -> &'static [C] {
        let (at, is_found) = self.find_aside(name);
        self.codes_at(codes, at, is_found)
    }

    /// The codes whose name is at a position, or none if `is_found` is false.
    #[inline(always)]
    fn codes_at<C>(&self, codes: &'static [C], at: usize, is_found: bool) -> &'static [C] {
        together(codes, at, usize::from(is_found) * (1 + self.others.position(at)))
    }

    /// Finds the codes with a name, for [`code`](Self::code).
    ///
    /// The caller branches on the result anyway, so this branches as early as it can: it compares the lengths first.
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

    /// The one code that was found.
    ///
    /// # Errors
    ///
    /// All codes that share the name, if there are several; an empty slice if there are none.
    #[inline(always)]
    pub fn code<C: Copy>(&self, codes: &'static [C], (at, count): Found) -> Result<C, &'static [C]> {
        match count {
            0 => Err(&[]),
            1 => Ok(codes[at]),
            _ => Err(together(codes, at, count)),
        }
    }

    /// Position of the name that packs into these words; an arbitrary position for an unknown name.
    #[inline(always)]
    const fn position(&self, words: [u64; 4], length: usize) -> usize {
        self.positions.position(self.slots.of(hash::of_words(words, length, self.slots.seed)))
    }

    /// Candidate position of a name of fewer than 8 or more than 32 bytes, and whether the table has the name.
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

/// Candidate position of a name of more than 32 bytes, and whether the table has the name.
#[inline(never)]
fn find_long(name: &str, slots: &Slots, positions: &Column, texts: &[&str]) -> (usize, bool) {
    let words = hash::long_words(name.as_bytes());
    let at = positions.position(slots.of(hash::of_words(words, name.len(), slots.seed)));
    // Byte by byte, since `==` calls `memcmp`.
    (at, texts[at].len() == name.len() && texts[at].bytes().eq(name.bytes()))
}

/// Whether the words are equal. `==` would compare the arrays in memory.
#[inline(always)]
const fn are_same([a, b, c, d]: [u64; 4], others: [u64; 4]) -> bool {
    (a ^ others[0]) | (b ^ others[1]) | (c ^ others[2]) | (d ^ others[3]) == 0
}

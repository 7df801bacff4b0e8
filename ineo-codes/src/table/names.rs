//! From a name to the codes that bear it.

use core::hint;

use super::column::{Aligned, Column, count, together};
use super::hash;
use super::slots::Slots;

/// The names of a table, beside the codes that bear them: where a name is found tells who bears it.
pub struct Names<
    C: 'static,
    const SEED: u64,
    const DISPLACEMENT_WIDTH: usize,
    const BUCKETS: usize,
    const WIDTH: usize,
    const SLOTS: usize,
    const OTHERS_WIDTH: usize,
    const COUNT: usize,
> {
    /// For the slot of each name where it stands.
    positions: Column<WIDTH, SLOTS>,
    slots: Slots<DISPLACEMENT_WIDTH, BUCKETS, SLOTS>,
    texts: &'static Aligned<[&'static str; COUNT]>,
    /// Who bears each of the texts; where several bear a name, they stand side by side.
    bearers: &'static [C; COUNT],
    /// How many bear it beside that one. In a table that shares no names all are 0, and take no bytes.
    others: &'static Column<OTHERS_WIDTH, COUNT>,
}

impl<
    C: Copy,
    const SEED: u64,
    const DISPLACEMENT_WIDTH: usize,
    const BUCKETS: usize,
    const WIDTH: usize,
    const SLOTS: usize,
    const OTHERS_WIDTH: usize,
    const COUNT: usize,
> Names<C, SEED, DISPLACEMENT_WIDTH, BUCKETS, WIDTH, SLOTS, OTHERS_WIDTH, COUNT>
{
    /// Takes over the bytes of the displacements and of the positions.
    ///
    /// # Panics
    ///
    /// At compile time, where the lengths are not as the look-up needs them.
    #[must_use]
    pub const fn new(
        displacements: &[u8],
        positions: &[u8],
        texts: &'static Aligned<[&'static str; COUNT]>,
        bearers: &'static [C; COUNT],
        others: &'static Column<OTHERS_WIDTH, COUNT>,
    ) -> Self {
        Self { positions: Column::new(positions), slots: Slots::new(displacements), texts, bearers, others }
    }

    /// Whether several codes bear one name.
    #[must_use]
    #[inline]
    pub const fn are_shared(&self) -> bool {
        OTHERS_WIDTH > 0
    }

    /// All that bear a name.
    #[must_use]
    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "into the one function of a table that calls it, where all of this is constant"
    )]
    pub fn bearers(&self, name: &str) -> &'static [C] {
        match self.find_by_words(name) {
            Some((at, is_same)) => together(self.bearers, at, usize::from(is_same) * count(self.others, at)),
            None => self.bearers_by_bytes(name),
        }
    }

    /// The one that bears a name, where it is but one.
    #[must_use]
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "as above")]
    pub fn sole_bearer(&self, name: &str) -> Option<C> {
        match self.find_by_words(name) {
            Some((at, is_same)) => {
                let is_sole = is_same & (self.others.get(at) == 0);
                hint::select_unpredictable(is_sole, Some(self.bearers[at]), None)
            }
            None => match self.bearers_by_bytes(name) {
                [bearer] => Some(*bearer),
                _ => None,
            },
        }
    }

    /// Where a name of 8 to 32 bytes stands if it is one of the table, and whether it is; `None` for names of other lengths.
    ///
    /// Nothing here is a jump that depends on the name, since no processor can foresee which names come.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "as above")]
    fn find_by_words(&self, name: &str) -> Option<(usize, bool)> {
        let words = hash::words(name.as_bytes())?;
        let at = self.position(words, name.len());
        let found = self.texts.0[at];
        let is_as_long = found.len() == name.len();
        // Of a text that is shorter not all words can be read: the name takes its place.
        let text = hint::select_unpredictable(is_as_long, found, name);
        let is_same = is_as_long & hash::words(text.as_bytes()).is_some_and(|text| same(text, words));
        Some((at, is_same))
    }

    /// All that bear a name that is too short or too long for words.
    #[inline(never)]
    fn bearers_by_bytes(&self, name: &str) -> &'static [C] {
        let at = self.position(hash::other_words(name.as_bytes()), name.len());
        let found = self.texts.0[at];
        // Byte by byte, since `==` calls a function of C's.
        if found.len() == name.len() && found.bytes().eq(name.bytes()) {
            return together(self.bearers, at, count(self.others, at));
        }
        &[]
    }

    /// Where the name of these words stands, if it is one of the table.
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "positions are counted in `usize`")]
    const fn position(&self, words: [u64; 4], length: usize) -> usize {
        self.positions.get(self.slots.of(hash::of_words(words, length, SEED))) as usize
    }
}

/// Whether the words are the same: what `==` says of arrays, which it compares in memory.
#[inline]
const fn same(some: [u64; 4], others: [u64; 4]) -> bool {
    let [a, b, c, d] = some;
    (a ^ others[0]) | (b ^ others[1]) | (c ^ others[2]) | (d ^ others[3]) == 0
}

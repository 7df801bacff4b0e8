//! The data of a table as the program carries it: packed when the table is expanded, read in a few instructions.
//!
//! All lengths are in the types, so that a crate that uses another's enum knows them too, and checks against them vanish
//! where the compiler sees that they hold.

use core::slice;

use crate::hash::{self, Hash};

/// `LENGTH` numbers of `WIDTH` bytes each, little-endian.
///
/// So aligned that none lies on two lines of a processor's cache.
#[repr(align(8))]
pub struct Column<const WIDTH: usize, const LENGTH: usize>([[u8; WIDTH]; LENGTH]);

impl<const WIDTH: usize, const LENGTH: usize> Column<WIDTH, LENGTH> {
    /// Takes over the bytes without looking at each.
    ///
    /// # Panics
    ///
    /// At compile time, where there are not just as many as the type says.
    #[must_use]
    pub const fn new(bytes: &[u8]) -> Self {
        if WIDTH == 0 {
            return Self([[0; WIDTH]; LENGTH]);
        }
        let (cells, rest) = bytes.as_chunks::<WIDTH>();
        match cells.first_chunk::<LENGTH>() {
            Some(all) if cells.len() == LENGTH && rest.is_empty() => Self(*all),
            _ => panic!("a column of the wrong length"),
        }
    }

    /// The number at a position.
    #[must_use]
    #[inline]
    pub const fn get(&self, at: usize) -> u64 {
        number(&self.0[at], 0, WIDTH)
    }

    /// The same without the lengths in the type.
    #[must_use]
    pub const fn packed(&'static self) -> Packed {
        Packed { width: WIDTH, bytes: self.0.as_flattened() }
    }
}

/// Elements of 16 bytes, so aligned that none lies on two lines of a processor's cache.
#[repr(align(16))]
pub struct Aligned<T>(pub T);

/// A column whose lengths are not in its type, for what is read at compile time.
#[derive(Clone, Copy)]
pub struct Packed {
    width: usize,
    bytes: &'static [u8],
}

impl Packed {
    /// The number at a position.
    #[must_use]
    pub const fn get(self, at: usize) -> u64 {
        number(self.bytes, at * self.width, self.width)
    }
}

/// From a code of 16 bits or fewer to its row: a directory that tells where each page of `PAGE` codes begins, and for each
/// code of a page the row.
pub struct Pages<
    const PAGE: usize,
    const DIRECTORY_WIDTH: usize,
    const DIRECTORY: usize,
    const ROW_WIDTH: usize,
    const ROWS: usize,
> {
    directory: Column<DIRECTORY_WIDTH, DIRECTORY>,
    rows: Column<ROW_WIDTH, ROWS>,
}

impl<const PAGE: usize, const DIRECTORY_WIDTH: usize, const DIRECTORY: usize, const ROW_WIDTH: usize, const ROWS: usize>
    Pages<PAGE, DIRECTORY_WIDTH, DIRECTORY, ROW_WIDTH, ROWS>
{
    /// Takes over the bytes of both columns.
    ///
    /// # Panics
    ///
    /// At compile time, where the lengths are not as the look-up needs them.
    #[must_use]
    pub const fn new(directory: &[u8], rows: &[u8]) -> Self {
        assert!(PAGE.is_power_of_two() && ROWS.is_power_of_two());
        Self { directory: Column::new(directory), rows: Column::new(rows) }
    }

    /// The row of a code, given as its bits, or the number of the rows.
    #[must_use]
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "positions are counted in `usize`")]
    pub const fn row(&self, code: usize) -> u64 {
        // Of a single page no directory is to be read.
        let begin = if DIRECTORY == 1 { 0 } else { self.directory.get(code / PAGE) as usize };
        // The mask changes no position, and takes the place of a comparison.
        self.rows.get((begin + code % PAGE) & (ROWS - 1))
    }
}

/// A perfect hash: from a key's hash to the slot that only this key may have.
struct Slots<const DISPLACEMENT_WIDTH: usize, const BUCKETS: usize, const SLOTS: usize>(
    Column<DISPLACEMENT_WIDTH, BUCKETS>,
);

impl<const DISPLACEMENT_WIDTH: usize, const BUCKETS: usize, const SLOTS: usize>
    Slots<DISPLACEMENT_WIDTH, BUCKETS, SLOTS>
{
    const fn new(displacements: &[u8]) -> Self {
        assert!(BUCKETS.is_power_of_two() && SLOTS.is_power_of_two());
        Self(Column::new(displacements))
    }

    /// The slot of the key of this hash, if it is one; of some other key if it is none.
    #[inline]
    const fn of(&self, hash: Hash) -> usize {
        // A single bucket has nothing to move out of another's way.
        if BUCKETS == 1 {
            return hash::bucket(hash, SLOTS);
        }
        hash::slot(hash, self.0.get(hash::bucket(hash, BUCKETS)), SLOTS)
    }
}

/// From a code of more than 16 bits to its row: the cell in the slot of each code tells the code, the number of the rows
/// and the code's row.
///
/// So aligned that cells of a width that is a power of two never lie on two lines of a processor's cache.
#[repr(C, align(16))]
pub struct Cells<
    const SEED: u64,
    const IS_WIDENED: bool,
    const DISPLACEMENT_WIDTH: usize,
    const BUCKETS: usize,
    const CODE_WIDTH: usize,
    const ROW_WIDTH: usize,
    const WIDTH: usize,
    const SLOTS: usize,
> {
    cells: [[u8; WIDTH]; SLOTS],
    slots: Slots<DISPLACEMENT_WIDTH, BUCKETS, SLOTS>,
}

impl<
    const SEED: u64,
    const IS_WIDENED: bool,
    const DISPLACEMENT_WIDTH: usize,
    const BUCKETS: usize,
    const CODE_WIDTH: usize,
    const ROW_WIDTH: usize,
    const WIDTH: usize,
    const SLOTS: usize,
> Cells<SEED, IS_WIDENED, DISPLACEMENT_WIDTH, BUCKETS, CODE_WIDTH, ROW_WIDTH, WIDTH, SLOTS>
{
    /// Takes over the bytes of the displacements and of the cells.
    ///
    /// # Panics
    ///
    /// At compile time, where the lengths are not as the look-up needs them.
    #[must_use]
    pub const fn new(displacements: &[u8], cells: &[u8]) -> Self {
        assert!(CODE_WIDTH + 2 * ROW_WIDTH <= WIDTH);
        Self { cells: Column::new(cells).0, slots: Slots::new(displacements) }
    }

    /// The row of a code, given as its bits, or the number of the rows.
    #[must_use]
    #[inline]
    pub const fn row(&self, code: u64) -> u64 {
        let cell = &self.cells[self.slots.of(hash::of_code(code, SEED, IS_WIDENED))];
        // By where it is read and not by a condition, of which LLVM makes a jump: no processor can foresee which codes come.
        let is_code = number(cell, 0, CODE_WIDTH) == code;
        number(cell, CODE_WIDTH + ROW_WIDTH * is_code as usize, ROW_WIDTH)
    }
}

/// From a name to its bearers: for the slot of each name where it stands.
pub struct Names<
    const SEED: u64,
    const DISPLACEMENT_WIDTH: usize,
    const BUCKETS: usize,
    const WIDTH: usize,
    const SLOTS: usize,
> {
    positions: Column<WIDTH, SLOTS>,
    slots: Slots<DISPLACEMENT_WIDTH, BUCKETS, SLOTS>,
}

impl<const SEED: u64, const DISPLACEMENT_WIDTH: usize, const BUCKETS: usize, const WIDTH: usize, const SLOTS: usize>
    Names<SEED, DISPLACEMENT_WIDTH, BUCKETS, WIDTH, SLOTS>
{
    /// Takes over the bytes of the displacements and of the positions.
    ///
    /// # Panics
    ///
    /// At compile time, where the lengths are not as the look-up needs them.
    #[must_use]
    pub const fn new(displacements: &[u8], positions: &[u8]) -> Self {
        Self { positions: Column::new(positions), slots: Slots::new(displacements) }
    }

    /// Where the name of this hash stands, if it is one of the table.
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "positions are counted in `usize`")]
    const fn position(&self, words: [u64; 4], length: usize) -> usize {
        self.positions.get(self.slots.of(hash::of_words(words, length, SEED))) as usize
    }

    /// Those of `bearers` that bear a name: the one where the name stands in `names`, and as many behind it as `others` tells
    /// there.
    #[must_use]
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "a tenth faster, and few programs ask for names in many places")]
    pub fn bearers<C, const OTHERS_WIDTH: usize, const NAMES: usize>(
        &self,
        names: &'static [&'static str; NAMES],
        bearers: &'static [C; NAMES],
        others: &Column<OTHERS_WIDTH, NAMES>,
        name: &str,
    ) -> &'static [C] {
        match self.bearers_by_words(names, bearers, others, name) {
            Some(bearers) => bearers,
            None => self.bearers_by_bytes(names, bearers, others, name),
        }
    }

    /// The same for names of 8 to 32 bytes; `None` for others.
    #[must_use]
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "as above")]
    pub fn bearers_by_words<C, const OTHERS_WIDTH: usize, const NAMES: usize>(
        &self,
        names: &'static [&'static str; NAMES],
        bearers: &'static [C; NAMES],
        others: &Column<OTHERS_WIDTH, NAMES>,
        name: &str,
    ) -> Option<&'static [C]> {
        let words = hash::words(name.as_bytes())?;
        let at = self.position(words, name.len());
        let found = names[at];
        if found.len() == name.len() && hash::words(found.as_bytes()).is_some_and(|found| same(found, words)) {
            return Some(together(bearers, at, others.get(at)));
        }
        Some(&[])
    }

    /// The same for names that are too short or too long for words.
    #[inline(never)]
    fn bearers_by_bytes<C, const OTHERS_WIDTH: usize, const NAMES: usize>(
        &self,
        names: &'static [&'static str; NAMES],
        bearers: &'static [C; NAMES],
        others: &Column<OTHERS_WIDTH, NAMES>,
        name: &str,
    ) -> &'static [C] {
        let at = self.position(hash::other_words(name.as_bytes()), name.len());
        let found = names[at];
        // Byte by byte, since `==` calls a function of C's.
        if found.len() == name.len() && found.bytes().eq(name.bytes()) {
            return together(bearers, at, others.get(at));
        }
        &[]
    }
}

/// Texts that are cut out of one.
pub struct Texts<const WIDTH: usize, const ENDS: usize> {
    joined: &'static str,
    ends: Column<WIDTH, ENDS>,
}

impl<const WIDTH: usize, const ENDS: usize> Texts<WIDTH, ENDS> {
    /// Takes over the joined texts, and where each ends, with a 0 before all.
    #[must_use]
    pub const fn new(joined: &'static str, ends: &[u8]) -> Self {
        Self { joined, ends: Column::new(ends) }
    }

    /// The text at a position.
    #[must_use]
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "offsets are counted in `usize`")]
    pub fn get(&self, at: usize) -> &'static str {
        &self.joined[self.ends.get(at) as usize..self.ends.get(at + 1) as usize]
    }
}

/// The little-endian number in so many bytes, from one position on.
#[inline]
const fn number(bytes: &[u8], from: usize, width: usize) -> u64 {
    let mut wide = [0; 8];
    let mut byte = 0;
    while byte < width {
        wide[byte] = bytes[from + byte];
        byte += 1;
    }
    u64::from_le_bytes(wide)
}

/// The element at a position, and so many behind it.
#[must_use]
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "positions are counted in `usize`")]
pub const fn together<T>(all: &[T], at: usize, others: u64) -> &[T] {
    // Mostly there are no others, and where no column tells of any the compiler knows.
    if others == 0 {
        return slice::from_ref(&all[at]);
    }
    all.split_at(at).1.split_at(1 + others as usize).0
}

/// Whether the words are the same: what `==` says of arrays, which it compares in memory.
#[inline]
const fn same(some: [u64; 4], others: [u64; 4]) -> bool {
    let [a, b, c, d] = some;
    (a ^ others[0]) | (b ^ others[1]) | (c ^ others[2]) | (d ^ others[3]) == 0
}

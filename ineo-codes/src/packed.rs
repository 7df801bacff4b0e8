//! The data of a table as the program carries it: packed when the table is expanded, read in a few instructions.
//!
//! All lengths are in the types, so that a crate that uses another's enum knows them too, and checks against them vanish
//! where the compiler sees that they hold.

use crate::hash;

/// `LENGTH` numbers of `WIDTH` bytes each, little-endian.
pub struct Column<const WIDTH: usize, const LENGTH: usize>([[u8; WIDTH]; LENGTH]);

impl<const WIDTH: usize, const LENGTH: usize> Column<WIDTH, LENGTH> {
    /// Takes over the bytes without looking at each.
    ///
    /// # Panics
    ///
    /// At compile time, where there are not just as many as the type says.
    #[must_use]
    pub const fn new(bytes: &[u8]) -> Self {
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
        let cell = &self.0[at];
        let mut wide = [0; 8];
        let mut byte = 0;
        while byte < WIDTH {
            wide[byte] = cell[byte];
            byte += 1;
        }
        u64::from_le_bytes(wide)
    }

    /// The same without the lengths in the type.
    #[must_use]
    pub const fn packed(&'static self) -> Packed {
        Packed { width: WIDTH, bytes: self.0.as_flattened() }
    }
}

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
        let mut number = 0;
        let mut byte = self.width;
        while byte > 0 {
            byte -= 1;
            number = number << 8 | self.bytes[at * self.width + byte] as u64;
        }
        number
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

/// A perfect hash: from a key's hash to the value that only this key may have.
pub struct Slots<
    const SEED: u64,
    const DISPLACEMENT_WIDTH: usize,
    const BUCKETS: usize,
    const VALUE_WIDTH: usize,
    const SLOTS: usize,
> {
    displacements: Column<DISPLACEMENT_WIDTH, BUCKETS>,
    values: Column<VALUE_WIDTH, SLOTS>,
}

impl<
    const SEED: u64,
    const DISPLACEMENT_WIDTH: usize,
    const BUCKETS: usize,
    const VALUE_WIDTH: usize,
    const SLOTS: usize,
> Slots<SEED, DISPLACEMENT_WIDTH, BUCKETS, VALUE_WIDTH, SLOTS>
{
    /// Takes over the bytes of both columns.
    ///
    /// # Panics
    ///
    /// At compile time, where the lengths are not as the look-up needs them.
    #[must_use]
    pub const fn new(displacements: &[u8], values: &[u8]) -> Self {
        assert!(BUCKETS.is_power_of_two() && SLOTS.is_power_of_two());
        Self { displacements: Column::new(displacements), values: Column::new(values) }
    }

    /// The value of the key of this hash, if it is one; of some other key if it is none.
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "values are positions, counted in `usize`")]
    const fn find(&self, hash: u64) -> usize {
        // A single bucket has nothing to move out of another's way.
        let displacement = if BUCKETS == 1 { 0 } else { self.displacements.get(hash::bucket(hash, BUCKETS)) };
        self.values.get(hash::slot(hash, displacement, SLOTS)) as usize
    }

    /// The row of a code of more than 16 bits, given as its bits, or the number of the rows: `codes` tells of the row that
    /// is found whether it is this code's.
    #[must_use]
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "rows are counted in 32 bits")]
    pub const fn row<const WIDTH: usize, const CODES: usize>(
        &self,
        code: u64,
        codes: &Column<WIDTH, CODES>,
        rows: u32,
    ) -> u64 {
        const { assert!(CODES.is_power_of_two()) };
        let row = self.find(hash::of_code(code, SEED, WIDTH > 4));
        // The mask changes no position, and takes the place of a comparison.
        let is_other = codes.get(row & (CODES - 1)) != code;
        // A shift, since LLVM makes a branch of a condition, and no processor can foresee which codes come.
        ((row as u64) << 32 | rows as u64) << (32 * is_other as u32) >> 32
    }

    /// Those of `bearers` that bear a name: where the name stands in `names`, as many as `counts` tells there.
    #[must_use]
    #[inline]
    pub fn bearers<C, const WIDTH: usize, const NAMES: usize>(
        &self,
        names: &'static [&'static str; NAMES],
        bearers: &'static [C; NAMES],
        counts: &Column<WIDTH, NAMES>,
        name: &str,
    ) -> &'static [C] {
        let Some(words) = hash::words(name.as_bytes()) else {
            return self.bearers_of_other(names, bearers, counts, name);
        };
        let at = self.find(hash::of_words(words, name.len(), SEED));
        let found = names[at];
        if found.len() == name.len() && hash::words(found.as_bytes()).is_some_and(|found| same(found, words)) {
            return some(bearers, at as u64, counts.get(at));
        }
        &[]
    }

    /// The same for names that are too short or too long for words.
    #[inline(never)]
    fn bearers_of_other<C, const WIDTH: usize, const NAMES: usize>(
        &self,
        names: &'static [&'static str; NAMES],
        bearers: &'static [C; NAMES],
        counts: &Column<WIDTH, NAMES>,
        name: &str,
    ) -> &'static [C] {
        let at = self.find(hash::of_words(hash::other_words(name.as_bytes()), name.len(), SEED));
        let found = names[at];
        // Byte by byte, since `==` calls a function of C's.
        if found.len() == name.len() && found.bytes().eq(name.bytes()) {
            return some(bearers, at as u64, counts.get(at));
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

/// So many elements, from one position on.
#[must_use]
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "positions are counted in `usize`")]
pub const fn some<T>(all: &[T], from: u64, count: u64) -> &[T] {
    all.split_at(from as usize).1.split_at(count as usize).0
}

/// Whether the words are the same: what `==` says of arrays, which it compares in memory.
#[inline]
const fn same(some: [u64; 4], others: [u64; 4]) -> bool {
    let [a, b, c, d] = some;
    (a ^ others[0]) | (b ^ others[1]) | (c ^ others[2]) | (d ^ others[3]) == 0
}

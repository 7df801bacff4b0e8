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

/// From a code of 16 bits or fewer to its row: a directory of pages of 64 codes, and for each code of a page the row.
pub struct Pages<const PAGE_WIDTH: usize, const PAGES: usize, const ROW_WIDTH: usize, const ROWS: usize> {
    directory: Column<PAGE_WIDTH, PAGES>,
    rows: Column<ROW_WIDTH, ROWS>,
}

impl<const PAGE_WIDTH: usize, const PAGES: usize, const ROW_WIDTH: usize, const ROWS: usize>
    Pages<PAGE_WIDTH, PAGES, ROW_WIDTH, ROWS>
{
    /// Takes over the bytes of both columns.
    ///
    /// # Panics
    ///
    /// At compile time, where the lengths are not as the look-up needs them.
    #[must_use]
    pub const fn new(directory: &[u8], rows: &[u8]) -> Self {
        assert!(ROWS.is_power_of_two());
        Self { directory: Column::new(directory), rows: Column::new(rows) }
    }

    /// The row of a code, given as its bits, or the number of the rows.
    #[must_use]
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "pages and rows are counted in `usize`")]
    pub const fn row(&self, code: usize) -> usize {
        let page = self.directory.get(code / 64) as usize;
        // The mask changes no position, and takes the place of a comparison.
        self.rows.get((page * 64 + code % 64) & (ROWS - 1)) as usize
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

    /// The seed with which keys are hashed.
    #[must_use]
    #[inline]
    pub const fn seed(&self) -> u64 {
        SEED
    }

    /// The value of the key of this hash, if it is one; of some other key if it is none.
    #[must_use]
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "values are positions, counted in `usize`")]
    pub const fn find(&self, hash: u64) -> usize {
        let displacement = self.displacements.get(hash::bucket(hash, BUCKETS));
        self.values.get(hash::slot(hash, displacement, SLOTS)) as usize
    }
}

/// From a code of more than 16 bits to its row: a perfect hash that also tells whether a code is one of its keys.
pub struct KeyedSlots<
    const SEED: u64,
    const DISPLACEMENT_WIDTH: usize,
    const BUCKETS: usize,
    const CODE_WIDTH: usize,
    const SLOTS: usize,
    const ROW_WIDTH: usize,
    const ROWS: usize,
> {
    displacements: Column<DISPLACEMENT_WIDTH, BUCKETS>,
    codes: Column<CODE_WIDTH, SLOTS>,
    /// For each slot two: the row of its code, and the number of the rows. Which of them a code has is then a matter of
    /// the address, and not of a branch that no processor could foresee.
    rows: Column<ROW_WIDTH, ROWS>,
}

impl<
    const SEED: u64,
    const DISPLACEMENT_WIDTH: usize,
    const BUCKETS: usize,
    const CODE_WIDTH: usize,
    const SLOTS: usize,
    const ROW_WIDTH: usize,
    const ROWS: usize,
> KeyedSlots<SEED, DISPLACEMENT_WIDTH, BUCKETS, CODE_WIDTH, SLOTS, ROW_WIDTH, ROWS>
{
    /// Takes over the bytes of the columns.
    ///
    /// # Panics
    ///
    /// At compile time, where the lengths are not as the look-up needs them.
    #[must_use]
    pub const fn new(displacements: &[u8], codes: &[u8], rows: &[u8]) -> Self {
        assert!(BUCKETS.is_power_of_two() && SLOTS.is_power_of_two() && ROWS == 2 * SLOTS);
        Self { displacements: Column::new(displacements), codes: Column::new(codes), rows: Column::new(rows) }
    }

    /// The row of a code, given as its bits, or the number of the rows.
    #[must_use]
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "rows are counted in `usize`")]
    pub const fn row(&self, code: u64) -> usize {
        let hash = hash::of_code(code, SEED);
        let displacement = self.displacements.get(hash::bucket(hash, BUCKETS));
        let slot = hash::slot(hash, displacement, SLOTS);
        let is_other = self.codes.get(slot) != code;
        self.rows.get((2 * slot + is_other as usize) & (ROWS - 1)) as usize
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

/// The elements from one position up to another.
#[must_use]
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "positions are counted in `usize`")]
pub const fn between<T>(all: &[T], from: u64, to: u64) -> &[T] {
    all.split_at(to as usize).0.split_at(from as usize).1
}

/// Whether two names are the same, as `==` says of slices, which calls a function for it.
#[must_use]
#[inline]
pub fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let (Some(a_last), Some(b_last)) = (a.last_chunk::<8>(), b.last_chunk::<8>()) else {
        return a.iter().zip(b).all(|(a, b)| a == b);
    };
    // The last eight may overlap those in front of them.
    let (a_chunks, _) = a.as_chunks::<8>();
    let (b_chunks, _) = b.as_chunks::<8>();
    a_last == b_last && a_chunks.iter().zip(b_chunks).all(|(a, b)| a == b)
}

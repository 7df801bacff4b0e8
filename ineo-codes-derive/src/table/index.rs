//! Indexes: from a code to its row and from a name to its bearers, laid out at build time.

use super::hash::{self, Hash};
use super::model::Representation;

/// Numbers of the same width in bytes, packed little-endian: one literal instead of thousands of expressions, which the
/// compiler would check one by one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) width: usize,
    pub(super) length: usize,
    pub(super) bytes: Vec<u8>,
}

impl Column {
    /// Packs the numbers in as many bytes as the largest of them takes, as far as a processor reads as many at once: in none
    /// where all are 0.
    pub(super) fn new(numbers: &[u64]) -> Self {
        let largest = numbers.iter().copied().max().unwrap_or(0);
        let width = match (64 - largest.leading_zeros() as usize).div_ceil(8) {
            0 => 0,
            bytes => bytes.next_power_of_two(),
        };
        Self::with_width(numbers, width)
    }

    /// Packs numbers of rows, where they are more than 127 not in one byte: of a byte of which all bits are in use, LLVM
    /// takes the upper half for negative, and no longer sees that the variants lie in the order of the rows.
    fn of_rows(numbers: &[u64]) -> Self {
        let takes_sign = numbers.iter().any(|number| (128..256).contains(number));
        let column = Self::new(numbers);
        if takes_sign && column.width == 1 { Self::with_width(numbers, 2) } else { column }
    }

    fn with_width(numbers: &[u64], width: usize) -> Self {
        let mut bytes = Vec::with_capacity(numbers.len() * width);
        for number in numbers {
            bytes.extend_from_slice(&number.to_le_bytes()[..width]);
        }
        Self { width, length: numbers.len(), bytes }
    }
}

/// For codes of 8 and 16 bits: a directory that tells where each page begins, and for each code of a page its row.
///
/// The rows of a page without codes are the same for all such pages.
#[derive(Debug)]
pub(super) struct Pages {
    /// How many codes a page has.
    pub(super) page: usize,
    pub(super) directory: Column,
    pub(super) rows: Column,
}

impl Pages {
    /// The index of these codes, given as their bits in the order of the rows. A code that no row has leads to the number of
    /// the rows.
    pub(super) fn new(codes: &[u64], representation: Representation) -> Self {
        let none = codes.len() as u64;
        let mut flat = vec![none; 1 << representation.bits];
        for (row, code) in (0..).zip(codes) {
            // A code of 16 bits at most is a position.
            if let Some(cell) = usize::try_from(*code).ok().and_then(|code| flat.get_mut(code)) {
                *cell = row;
            }
        }
        let page = Self::page(&flat, codes.len());
        let mut directory = Vec::new();
        let mut pages: Vec<&[u64]> = Vec::new();
        let mut empty = None;
        for content in flat.chunks(page) {
            let is_empty = content.iter().all(|row| *row == none);
            let number = empty.filter(|_| is_empty).unwrap_or(pages.len());
            directory.push((number * page) as u64);
            if number == pages.len() {
                pages.push(content);
                empty = empty.or(is_empty.then_some(number));
            }
        }
        // The look-up cuts the position to a power of two, which costs less than a comparison.
        let mut rows = pages.concat();
        rows.resize(pages.len().next_power_of_two() * page, none);
        Self { page, directory: Column::new(&directory), rows: Column::of_rows(&rows) }
    }

    /// How many codes a page is to have, so that the index is smallest: many where codes lie close, few where they lie far
    /// apart. All of them, where that takes at most twice as much: a single page spares the look-up the directory.
    fn page(flat: &[u64], rows: usize) -> usize {
        let row_width = Column::of_rows(&[rows as u64]).width;
        let mut smallest = (usize::MAX, 1);
        let mut page = 1;
        let mut is_used: Vec<bool> = flat.iter().map(|row| *row != rows as u64).collect();
        loop {
            let used = is_used.iter().filter(|is_used| **is_used).count();
            let pages = used + usize::from(used < is_used.len());
            let begin_width = Column::new(&[((pages - 1) * page) as u64]).width;
            let size = is_used.len() * begin_width + pages.next_power_of_two() * page * row_width;
            smallest = smallest.min((size, page));
            if is_used.len() == 1 {
                return if size <= 2 * smallest.0 { page } else { smallest.1 };
            }
            page *= 2;
            is_used = is_used.chunks(2).map(|halves| halves.contains(&true)).collect();
        }
    }
}

/// For codes of more than 16 bits: a hash that leads each code to a slot of its own.
///
/// For each slot are told a code, and side by side the number of the rows and the code's row: the look-up chooses between
/// both by where it reads.
#[derive(Debug)]
pub(super) struct Cells {
    pub(super) slots: Slots,
    /// Whether the hash of a code takes a widening multiplication.
    pub(super) is_widened: bool,
    pub(super) code_width: usize,
    /// How many bytes from one code to the next.
    pub(super) code_step: usize,
    pub(super) row_width: usize,
    /// Where the rows begin.
    pub(super) rows_start: usize,
    /// How many bytes from those of one slot to those of the next.
    pub(super) rows_step: usize,
    pub(super) bytes: Vec<u8>,
}

impl Cells {
    /// The index of these codes, given as their bits in the order of the rows; `None` where no hash is found.
    pub(super) fn new(codes: &[u64]) -> Option<Self> {
        let none = codes.len();
        let hash_plain = |row: usize, seed| hash::of_code(codes[row], seed, false);
        let hash_widened = |row: usize, seed| hash::of_code(codes[row], seed, true);
        let (slots, hashing) = Slots::new(none, &[&hash_plain, &hash_widened])?;
        let code_width = Column::new(codes).width;
        let row_width = Column::of_rows(&[none as u64]).width;
        let width = code_width + 2 * row_width;
        let (code_step, rows_start, rows_step) = if slots.displacements.length == 1 {
            // Few codes are all in a processor's quickest cache: they stand apart from their rows, where both are reached
            // without a multiplication.
            (code_width, code_width * slots.owners.len(), 2 * row_width)
        } else {
            // Of many a processor is to read a single line of its cache. It multiplies by up to 8 while it reads; beyond that,
            // what takes less of the cache is quicker.
            let step = if width <= 8 { width.next_power_of_two() } else { width };
            (step, code_width, step)
        };
        let mut bytes = vec![0; width.max(code_step) * slots.owners.len()];
        let mut put = |start: usize, width: usize, number: u64| {
            bytes[start..][..width].copy_from_slice(&number.to_le_bytes()[..width]);
        };
        for (slot, owner) in slots.owners.iter().enumerate() {
            let (code, row) = owner.map_or((0, none), |row| (codes[row], row));
            let rows = rows_start + rows_step * slot;
            put(code_step * slot, code_width, code);
            put(rows, row_width, none as u64);
            put(rows + row_width, row_width, row as u64);
        }
        Some(Self { slots, is_widened: hashing == 1, code_width, code_step, row_width, rows_start, rows_step, bytes })
    }
}

/// A perfect hash: each key has a slot of its own, and a few instructions find it.
///
/// Keys are gathered in buckets by some bits of their hash. Each bucket has a displacement that, combined with others
/// of them, leads all its keys to free slots ("hash, displace and compress", Belazzougui, Botelho and Dietzfelbinger 2009).
#[derive(Debug)]
pub(super) struct Slots {
    pub(super) seed: u64,
    pub(super) displacements: Column,
    /// The key of each slot.
    pub(super) owners: Vec<Option<usize>>,
}

impl Slots {
    /// The most keys for which a single bucket is tried.
    const FEW: usize = 64;

    /// The most keys of a bucket. A hash that gathers more of them is unfit for them.
    const CROWD: usize = 64;

    /// Lays out so many keys. Each of the `hashings` hashes a key with a seed; told is also which of them is used, the first
    /// that does.
    ///
    /// Few keys are kept apart by a seed alone, in a single bucket, whose displacement the look-up need not read: with
    /// eight slots for each of them at least one seed in a hundred does. Of more buckets a seed fails when two keys of one
    /// hash alike, about every second time, or when no displacement suits; the slots are doubled after each 16 failures.
    /// So a search takes a few passes over the keys. `None` when all layouts have failed, which different keys bring about
    /// once in 2^60 tables.
    pub(super) fn new(keys: usize, hashings: &[&dyn Fn(usize, u64) -> Hash]) -> Option<(Self, usize)> {
        let some = keys.max(1);
        let single = (1024, 1, (8 * some).next_power_of_two());
        let buckets = (some / 4).max(2).next_power_of_two();
        let several = (0..4).map(|doubled| (16, buckets, (some + some / 4).next_power_of_two() << doubled));
        let layouts = [single].into_iter().filter(|_| keys <= Self::FEW).chain(several);
        let attempts = layouts.flat_map(|(seeds, buckets, slots)| {
            (0..hashings.len()).flat_map(move |hashing| (0..seeds).map(move |_| (buckets, slots, hashing)))
        });
        let seeds = (0..).map(|number: u64| (number.wrapping_mul(0xD1B5_4A32_D192_ED03) ^ 0x8CB9_2BA7_2F3D_8DD7) | 1);
        attempts.zip(seeds).find_map(|((buckets, slots, hashing), seed)| {
            let hashes: Vec<Hash> = (0..keys).map(|key| hashings[hashing](key, seed)).collect();
            let (displacements, owners) =
                if buckets == 1 { apart(&hashes, slots) } else { displace(&hashes, buckets, slots) }?;
            Some((Self { seed, displacements: Column::new(&displacements), owners }, hashing))
        })
    }
}

/// The position of the hash that has each slot, if none of them share one.
fn apart(hashes: &[Hash], slots: usize) -> Option<(Vec<u64>, Vec<Option<usize>>)> {
    let mut owners = vec![None; slots];
    for (key, hash) in hashes.iter().enumerate() {
        if owners[hash::bucket(*hash, slots)].replace(key).is_some() {
            return None;
        }
    }
    Some((vec![0], owners))
}

/// The displacement of each bucket, and the position of the hash that has each slot.
fn displace(hashes: &[Hash], buckets: usize, slots: usize) -> Option<(Vec<u64>, Vec<Option<usize>>)> {
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); buckets];
    for (key, hash) in hashes.iter().enumerate() {
        members[hash::bucket(*hash, buckets)].push(key);
    }
    let fullest = members.iter().map(Vec::len).max().unwrap_or(0);
    if fullest > Slots::CROWD {
        return None;
    }
    let members = &members;
    let of_size = |size: usize| (0..buckets).filter(move |bucket| members[*bucket].len() == size);
    // The fullest buckets first, while there is room.
    let order = (1..=fullest).rev().flat_map(of_size);

    let mut owners: Vec<Option<usize>> = vec![None; slots];
    let mut displacements = vec![0; buckets];
    let mut wanted = Vec::new();
    for bucket in order {
        let displacement = (0..slots as u64).find(|displacement| {
            wanted.clear();
            members[bucket].iter().all(|key| {
                let slot = hash::slot(hashes[*key], *displacement, slots);
                let is_free = owners[slot].is_none() && !wanted.contains(&slot);
                wanted.push(slot);
                is_free
            })
        })?;
        displacements[bucket] = displacement;
        for (key, slot) in members[bucket].iter().zip(&wanted) {
            owners[*slot] = Some(*key);
        }
    }
    Some((displacements, owners))
}

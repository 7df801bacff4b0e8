//! Indexes: from a code to its row and from a name to its bearers, laid out at build time.

use super::hash;
use super::model::Representation;

/// Numbers of the same width in bytes, packed little-endian: one literal instead of thousands of expressions, which the
/// compiler would check one by one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) width: usize,
    pub(super) bytes: Vec<u8>,
}

impl Column {
    /// Packs the numbers in as many bytes as the largest of them takes.
    pub(super) fn new(numbers: &[u64]) -> Self {
        let largest = numbers.iter().copied().max().unwrap_or(0);
        let width = (64 - largest.leading_zeros() as usize).div_ceil(8).max(1);
        Self::with_width(numbers, width)
    }

    pub(super) fn with_width(numbers: &[u64], width: usize) -> Self {
        let bytes = numbers.iter().flat_map(|number| number.to_le_bytes().into_iter().take(width)).collect();
        Self { width, bytes }
    }

    pub(super) fn numbers(&self) -> impl Iterator<Item = u64> {
        self.bytes
            .chunks(self.width)
            .map(|cell| cell.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    pub(super) fn len(&self) -> usize {
        self.bytes.len() / self.width
    }
}

/// The codes of a page: a page of 64 holds the classes of HTTP or of SMTP in two.
const PAGE: usize = 64;

/// For codes of 8 and 16 bits: a directory of pages, and for each code of a page its row.
///
/// The rows of a page without codes are the same for all such pages.
#[derive(Debug)]
pub(super) struct Pages {
    pub(super) directory: Column,
    pub(super) rows: Column,
}

impl Pages {
    /// The index of these codes, given as their bits in the order of the rows. A code that no row has leads to the
    /// number of the rows.
    pub(super) fn new(codes: &[u64], representation: Representation) -> Self {
        let none = codes.len() as u64;
        let mut flat = vec![none; 1 << representation.bits];
        for (row, code) in (0..).zip(codes) {
            // A code of 16 bits at most is a position.
            if let Some(cell) = usize::try_from(*code).ok().and_then(|code| flat.get_mut(code)) {
                *cell = row;
            }
        }
        let mut directory = Vec::new();
        let mut pages: Vec<&[u64]> = Vec::new();
        for page in flat.chunks(PAGE) {
            let is_empty = page.iter().all(|row| *row == none);
            let known = if is_empty { pages.iter().position(|known| *known == page) } else { None };
            directory.push(known.unwrap_or(pages.len()) as u64);
            if known.is_none() {
                pages.push(page);
            }
        }
        // The look-up cuts the position to a power of two, which costs less than a comparison.
        let mut rows = pages.concat();
        rows.resize((pages.len().next_power_of_two()) * PAGE, none);
        Self { directory: Column::new(&directory), rows: Column::new(&rows) }
    }
}

/// A perfect hash: each key has a slot of its own, and one multiplication and two loads find it.
///
/// Keys are gathered in buckets by one half of their hash. Each bucket has a displacement that, combined with the other
/// half, leads all its keys to free slots ("hash, displace and compress", Belazzougui, Botelho and Dietzfelbinger 2009).
#[derive(Debug)]
pub(super) struct Slots {
    pub(super) seed: u64,
    pub(super) displacements: Column,
    /// The value of each slot; 0 where no key has it.
    pub(super) values: Column,
}

impl Slots {
    /// How many seeds are tried.
    const ATTEMPTS: u32 = 64;

    /// Lays out `values`, each under its key; `hash` hashes the key of the value at a position with a seed.
    ///
    /// A seed fails when two keys of a bucket hash alike, about every second time, or when no displacement suits; the
    /// next is then tried, with twice the slots after each 16 failures. So a search takes a few passes over the keys.
    /// `None` after [`ATTEMPTS`](Self::ATTEMPTS), which different keys bring about once in 2^60 tables.
    pub(super) fn new(values: &[u64], hash: impl Fn(usize, u64) -> u64) -> Option<Self> {
        let slots = (values.len() + values.len() / 4).max(1).next_power_of_two();
        let buckets = (values.len() / 2).max(1).next_power_of_two();
        (0..Self::ATTEMPTS).find_map(|attempt| {
            let seed = u64::from(attempt).wrapping_mul(0xD1B5_4A32_D192_ED03) ^ 0x8CB9_2BA7_2F3D_8DD7;
            let hashes: Vec<u64> = (0..values.len()).map(|key| hash(key, seed)).collect();
            let slots = slots << (attempt / 16);
            let (displacements, owners) = displace(&hashes, buckets, slots)?;
            let values: Vec<u64> = owners.iter().map(|owner| owner.map_or(0, |key| values[key])).collect();
            Some(Self { seed, displacements: Column::new(&displacements), values: Column::new(&values) })
        })
    }
}

/// The displacement of each bucket, and for each slot the position of the hash that has it.
fn displace(hashes: &[u64], buckets: usize, slots: usize) -> Option<(Vec<u64>, Vec<Option<usize>>)> {
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); buckets];
    for (key, hash) in hashes.iter().enumerate() {
        members[hash::bucket(*hash, buckets)].push(key);
    }
    let fullest = members.iter().map(Vec::len).max().unwrap_or(0);
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

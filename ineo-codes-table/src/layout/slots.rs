//! A perfect hash.

use super::column::ColumnLayout;
use super::hash::{self, Hash};

/// A perfect hash: each key has a slot of its own, and a few instructions find it.
///
/// Keys are gathered in buckets by some bits of their hash. Each bucket has a displacement that, combined with others
/// of them, leads all its keys to free slots ("hash, displace and compress", Belazzougui, Botelho and Dietzfelbinger 2009).
pub(crate) struct SlotsLayout {
    pub(crate) seed: u64,
    pub(crate) displacements: ColumnLayout,
    /// The key of each slot.
    pub(crate) owners: Vec<Option<usize>>,
}

impl SlotsLayout {
    /// The most keys for which a single bucket is tried.
    const FEW: usize = 64;

    /// The most keys of a bucket. A hash that gathers more of them is unfit for them.
    const CROWD: usize = 64;

    /// Finds a layout for `keys` keys. Tries `hashings` in order and returns the index of the one that worked.
    ///
    /// A seed alone separates few keys in a single bucket, whose displacement a lookup does not read: with eight slots
    /// per key, at least one seed in a hundred works. With more buckets, a seed fails if two keys of one bucket have the
    /// same hash, about every second time, or if no displacement fits. The slots are doubled after 16 failures, so a search
    /// takes a few passes over the keys. `None` if all layouts fail, which happens for one in 2^60 sets of distinct keys.
    ///
    /// See `LAYOUT.md`, "From a code to its row".
    pub(crate) fn new(keys: usize, hashings: &[&dyn Fn(usize, u64) -> Hash]) -> Option<(Self, usize)> {
        let some = keys.max(1);
        let single = (1024, 1, (8 * some).next_power_of_two());
        let buckets = (some / 4).max(2).next_power_of_two();
        let mut layouts = if keys <= Self::FEW { vec![single] } else { Vec::new() };
        for doubled in 0..4 {
            layouts.push((16, buckets, (some + some / 4).next_power_of_two() << doubled));
        }
        let mut hashes = Vec::with_capacity(keys);
        let mut number: u64 = 0;
        for (seeds, buckets, slots) in layouts {
            for (hashing, hash) in hashings.iter().enumerate() {
                for _ in 0..seeds {
                    let seed = (number.wrapping_mul(0xD1B5_4A32_D192_ED03) ^ 0x8CB9_2BA7_2F3D_8DD7) | 1;
                    number += 1;
                    hashes.clear();
                    for key in 0..keys {
                        hashes.push(hash(key, seed));
                    }
                    let found = if buckets == 1 { apart(&hashes, slots) } else { displace(&hashes, buckets, slots) };
                    if let Some((displacements, owners)) = found {
                        return Some((
                            Self { seed, displacements: ColumnLayout::new(&displacements), owners },
                            hashing,
                        ));
                    }
                }
            }
        }
        None
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
    let mut fullest = 0;
    for members in &members {
        fullest = fullest.max(members.len());
    }
    if fullest > SlotsLayout::CROWD {
        return None;
    }
    // The fullest buckets first, while there is room.
    let mut order = Vec::with_capacity(buckets);
    for size in (1..=fullest).rev() {
        for (bucket, members) in members.iter().enumerate() {
            if members.len() == size {
                order.push(bucket);
            }
        }
    }

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

// This file stands in both crates, letter by letter: the macro fills the tables in which the library looks things up. A
// test compares the two.

/// A key's hash, from which [`Slots`] are found. Both halves of it are well mixed.
///
/// One widening multiplication: the high half of a product depends on all bits of its factors, and folding it onto the
/// low half leaves none that a few keys could agree in.
const fn fold(a: u64, b: u64) -> u64 {
    let product = a as u128 * b as u128;
    product as u64 ^ (product >> 64) as u64
}

/// Odd numbers with irregular bits, from the fraction of the golden ratio and from that of the square root of two.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
const ROOT: u64 = 0x6A09_E667_F3BC_C909;

/// The hash of a code, given as its bits.
pub const fn of_code(code: u64, seed: u64) -> u64 {
    fold(code ^ seed, GOLDEN)
}

/// The hash of a name: eight bytes at a time from the front, and the last eight, which may overlap them.
pub fn of_name(name: &[u8], seed: u64) -> u64 {
    let length = name.len() as u64;
    let (Some(first), Some(last)) = (name.first_chunk::<8>(), name.last_chunk::<8>()) else {
        let mut short = [0; 8];
        short[..name.len()].copy_from_slice(name);
        return fold(u64::from_le_bytes(short) ^ seed, GOLDEN ^ length);
    };
    let mut state = fold(u64::from_le_bytes(*first) ^ seed, GOLDEN ^ length);
    let (chunks, _) = name[8..].as_chunks::<8>();
    for chunk in chunks {
        state = fold(u64::from_le_bytes(*chunk) ^ state, ROOT);
    }
    fold(u64::from_le_bytes(*last) ^ state, GOLDEN)
}

/// The bucket, of a power of two of them, whose displacement moves the keys of this hash.
pub const fn bucket(hash: u64, buckets: usize) -> usize {
    hash as u32 as usize & (buckets - 1)
}

/// The slot, of a power of two of them, that a key of this hash has in a bucket with this displacement.
pub const fn slot(hash: u64, displacement: u64, slots: usize) -> usize {
    ((hash >> 32) ^ displacement) as u32 as usize & (slots - 1)
}

// This file stands in both crates, letter by letter: the macro fills the tables in which the library looks things up. A
// test compares the two.

/// A key's hash, whose halves lead to its slot. Both are well mixed.
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
#[must_use]
pub const fn of_code(code: u64, seed: u64) -> u64 {
    fold(code ^ seed, GOLDEN)
}

/// The hash of a name: eight bytes at a time from the front, and the last eight, which may overlap them. Of a shorter
/// name, the first and the last four, or each byte.
#[must_use]
pub fn of_name(name: &[u8], seed: u64) -> u64 {
    let length = name.len() as u64;
    let (Some(first), Some(last)) = (name.first_chunk::<8>(), name.last_chunk::<8>()) else {
        return fold(of_short(name) ^ seed, GOLDEN ^ length);
    };
    let mut state = fold(u64::from_le_bytes(*first) ^ seed, GOLDEN ^ length);
    let mut rest = name;
    while let Some((_, behind)) = rest.split_first_chunk::<8>()
        && let Some((chunk, _)) = behind.split_first_chunk::<8>()
    {
        state = fold(u64::from_le_bytes(*chunk) ^ state, ROOT);
        rest = behind;
    }
    fold(u64::from_le_bytes(*last) ^ state, GOLDEN)
}

/// The bytes of a name of less than eight, in a way that no other of its length shares.
fn of_short(name: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (name.first_chunk::<4>(), name.last_chunk::<4>()) {
        return (u32::from_le_bytes(*first) as u64) << 32 | u32::from_le_bytes(*last) as u64;
    }
    name.iter().fold(0, |bytes, byte| bytes << 8 | *byte as u64)
}

/// The bucket, of a power of two of them, whose displacement moves the keys of this hash.
#[must_use]
pub const fn bucket(hash: u64, buckets: usize) -> usize {
    hash as u32 as usize & (buckets - 1)
}

/// The slot, of a power of two of them, that a key of this hash has in a bucket with this displacement.
#[must_use]
pub const fn slot(hash: u64, displacement: u64, slots: usize) -> usize {
    ((hash >> 32) ^ displacement) as u32 as usize & (slots - 1)
}

// This file stands in both crates, letter by letter: the macro fills the tables in which the library looks things up. A
// test compares the two.

/// The product of two numbers, its halves folded onto each other.
///
/// One widening multiplication: the high half of a product depends on all bits of its factors, and folding it onto the
/// low half leaves none that a few keys could agree in.
#[inline]
const fn fold(a: u64, b: u64) -> u64 {
    let product = a as u128 * b as u128;
    product as u64 ^ (product >> 64) as u64
}

/// Odd numbers with irregular bits, from the fraction of the golden ratio and from that of the square root of two.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
const ROOT: u64 = 0x6A09_E667_F3BC_C909;

/// The hash of a code, given as its bits, with a seed that is odd. Its upper half is well mixed.
///
/// The upper half of a product depends on all bits of a code of 32 bits, but not on all of a wider one.
#[inline]
pub(crate) const fn of_code(code: u64, seed: u64, is_wide: bool) -> u64 {
    if is_wide { fold(code ^ seed, GOLDEN) } else { code.wrapping_mul(seed) }
}

/// The hash of a name of this length that these words stand for. Its upper half is well mixed.
#[inline]
pub(crate) const fn of_words([a, b, c, d]: [u64; 4], length: usize, seed: u64) -> u64 {
    let half = fold(a ^ seed, b ^ length as u64);
    fold(c ^ half, d ^ ROOT)
}

/// The bytes of a name as four words, in a way that no other of its length shares; none if it is shorter than 8 bytes or
/// longer than 32.
///
/// They overlap where the name has less than 32: so one path serves all, without a branch that depends on the length and
/// that no processor could foresee.
#[inline]
pub(crate) fn words(name: &[u8]) -> Option<[u64; 4]> {
    let (first, last) = (name.first_chunk::<8>()?, name.last_chunk::<8>()?);
    if name.len() > 32 {
        return None;
    }
    let (second, third) = match (name.first_chunk::<16>(), name.last_chunk::<16>()) {
        (Some(front), Some(back)) => (front.last_chunk()?, back.first_chunk()?),
        _ => (last, first),
    };
    Some([first, second, third, last].map(|word| u64::from_le_bytes(*word)))
}

/// Four words that depend on all bytes of a name of less than 8 bytes or more than 32.
pub(crate) fn other_words(name: &[u8]) -> [u64; 4] {
    let mut words = [0; 4];
    let (chunks, rest) = name.as_chunks::<8>();
    for (at, chunk) in chunks.iter().enumerate() {
        let word = &mut words[at % 4];
        *word = fold(*word ^ u64::from_le_bytes(*chunk), ROOT);
    }
    words[3] ^= rest.iter().fold(0, |bytes, byte| bytes << 8 | *byte as u64);
    words
}

/// The bucket, of a power of two of them, whose displacement moves the keys of this hash.
#[inline]
pub(crate) const fn bucket(hash: u64, buckets: usize) -> usize {
    (hash >> 32) as usize & (buckets - 1)
}

/// The slot, of a power of two of them and of at least two, that a key of this hash has in a bucket with this displacement.
#[inline]
pub(crate) const fn slot(hash: u64, displacement: u64, slots: usize) -> usize {
    ((hash >> (64 - slots.trailing_zeros())) ^ displacement) as usize & (slots - 1)
}

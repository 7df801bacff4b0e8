// This file stands in both crates, letter by letter: the macro fills the tables in which the library looks things up. A
// test compares the two.

/// The lower and the upper half of the product of two numbers. The bits in its middle depend on all of both.
#[inline]
const fn halves(a: u64, b: u64) -> [u64; 2] {
    let product = a as u128 * b as u128;
    [product as u64, (product >> 64) as u64]
}

/// Odd numbers with irregular bits, from the fraction of the golden ratio and from that of the square root of two.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
const ROOT: u64 = 0x6A09_E667_F3BC_C909;

/// Two numbers that a key is mixed into: of the first the uppermost bits serve, of the second the lowermost.
pub(crate) type Hash = [u64; 2];

/// The hash of a code, given as its bits, with a seed that is odd.
///
/// All bits of a code of 32 bits are mixed by one multiplication, and those of most wider ones; where they are not, it is
/// to be a widening one.
#[inline]
pub(crate) const fn of_code(code: u64, seed: u64, is_widened: bool) -> Hash {
    if is_widened {
        return halves(code ^ seed, GOLDEN);
    }
    let product = code.wrapping_mul(seed);
    [product, product >> 32]
}

/// The hash of a name of this length that these words stand for.
#[inline]
pub(crate) const fn of_words([a, b, c, d]: [u64; 4], length: usize, seed: u64) -> Hash {
    let d = d.wrapping_mul(seed).wrapping_add(length as u64);
    halves(a.wrapping_mul(seed).wrapping_add(c), d.wrapping_add(b))
}

/// The bytes of a name as four words, in a way that no other of its length shares; none if it is shorter than 8 bytes or
/// longer than 32.
///
/// They overlap where the name has less than 32: so one path serves all, without a branch that depends on the length and
/// that no processor could foresee.
#[inline]
pub(crate) fn words(name: &[u8]) -> Option<[u64; 4]> {
    // Beyond all bounds where there are less than 8.
    let last = name.len().wrapping_sub(8);
    if last > 24 {
        return None;
    }
    // Both inner words lie as far from their end as they can, and in reach of it.
    let inset = if last < 8 { last } else { 8 };
    let second = name.get(inset..)?.first_chunk()?;
    let third = name.get(..name.len() - inset)?.last_chunk()?;
    Some([name.first_chunk()?, second, third, name.last_chunk()?].map(|word| u64::from_le_bytes(*word)))
}

/// Four words that depend on all bytes of a name of less than 8 bytes or more than 32.
pub(crate) fn other_words(name: &[u8]) -> [u64; 4] {
    let mut words = [ROOT; 4];
    let mut rest = name;
    let mut at = 0;
    while let Some((chunk, behind)) = rest.split_first_chunk() {
        let [lower, upper] = halves(words[at % 4] ^ u64::from_le_bytes(*chunk), ROOT);
        words[at % 4] = lower ^ upper;
        rest = behind;
        at += 1;
    }
    words[3] ^= rest.iter().fold(0, |bytes, byte| bytes << 8 | *byte as u64);
    words
}

/// The bucket, of a power of two of them and of at least two, whose displacement moves the keys of this hash. Where there is
/// but one, the slot.
#[inline]
pub(crate) const fn bucket([hash, _]: Hash, buckets: usize) -> usize {
    (hash >> (64 - buckets.trailing_zeros())) as usize
}

/// The slot, of a power of two of them, that a key of this hash has in a bucket with this displacement.
#[inline]
pub(crate) const fn slot([_, hash]: Hash, displacement: u64, slots: usize) -> usize {
    (hash ^ displacement) as usize & (slots - 1)
}

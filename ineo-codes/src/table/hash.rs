// The library and the engine have this file each: the engine fills the tables in which the library looks things up. A
// test compares the two files.

/// The lower and the upper half of the product of two numbers. The bits in its middle depend on all bits of both.
#[inline]
const fn halves(a: u64, b: u64) -> [u64; 2] {
    let product = a as u128 * b as u128;
    [product as u64, (product >> 64) as u64]
}

/// Odd numbers with irregular bits: of the golden ratio, and of the square root of two.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
const ROOT: u64 = 0x6A09_E667_F3BC_C909;

/// Two numbers that a key is mixed into: the upper bits of the first are used, and the lower bits of the second.
pub(crate) type Hash = [u64; 2];

/// The hash of a key of 64 bits, with an odd seed.
///
/// One multiplication mixes all bits of a key of 32 bits, and those of most wider keys. For other keys it is to be a
/// widening one.
#[inline]
pub(crate) const fn of_key(key: u64, seed: u64, is_widened: bool) -> Hash {
    if is_widened {
        return halves(key ^ seed, GOLDEN);
    }
    let product = key.wrapping_mul(seed);
    [product, product >> 32]
}

/// The hash of a text of this length that has these words.
#[inline]
pub(crate) const fn of_words([a, b, c, d]: [u64; 4], length: usize, seed: u64) -> Hash {
    let d = d.wrapping_mul(seed).wrapping_add(length as u64);
    halves(a.wrapping_mul(seed).wrapping_add(c), d.wrapping_add(b))
}

/// A text of less than 8 bytes as a number, which no other text has and which is never 0.
///
/// Its bytes are the lower ones of the number, filled up with zeros, and its length is in the uppermost byte.
#[inline]
pub(crate) const fn word(text: &[u8]) -> Option<u64> {
    let length = text.len();
    if length >= 8 {
        return None;
    }
    let bytes = match (text.first_chunk(), text.last_chunk()) {
        // They overlap where there are less than 8 bytes, and have the same bytes there.
        (Some(first), Some(last)) => {
            u32::from_le_bytes(*first) as u64 | (u32::from_le_bytes(*last) as u64) << (8 * (length - 4))
        }
        _ => match *text {
            [] => 0,
            [a] => a as u64,
            [a, b] => a as u64 | (b as u64) << 8,
            [a, b, c, ..] => a as u64 | (b as u64) << 8 | (c as u64) << 16,
        },
    };
    Some(bytes | (8 + length as u64) << 56)
}

/// A text of 8 to 32 bytes as four words, which no other text of its length has; `None` if it is shorter or longer.
///
/// The words overlap if the text has less than 32 bytes: one path serves all lengths, without a jump that depends on the
/// length and that no processor could foresee.
#[inline]
pub(crate) fn words(text: &[u8]) -> Option<[u64; 4]> {
    // Huge for a text of less than 8 bytes.
    let last = text.len().wrapping_sub(8);
    if last > 24 {
        return None;
    }
    // The two inner words are as far from their end as they can be, but not further than 8 bytes.
    let inset = if last < 8 { last } else { 8 };
    let second = text.get(inset..)?.first_chunk()?;
    let third = text.get(..text.len() - inset)?.last_chunk()?;
    Some([text.first_chunk()?, second, third, text.last_chunk()?].map(|word| u64::from_le_bytes(*word)))
}

/// Four words that depend on all bytes of a text of more than 32 bytes.
pub(crate) fn long_words(text: &[u8]) -> [u64; 4] {
    let mut words = [ROOT; 4];
    let mut rest = text;
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

/// The hash of a text whose bytes are padded with zeros, with a seed that is odd. No code holds a zero, so the length needs
/// no part of it.
#[inline]
pub(crate) const fn of_text(padded: &[u8], seed: u64) -> Hash {
    let mut hash = halves(text_word(padded, 0) ^ seed, GOLDEN);
    let mut at = 8;
    while at < padded.len() {
        let [lower, upper] = hash;
        hash = halves(lower ^ upper ^ text_word(padded, at), GOLDEN);
        at += 8;
    }
    hash
}

/// The eight bytes from `at` on, or as many as there are.
#[inline]
pub(crate) const fn text_word(bytes: &[u8], at: usize) -> u64 {
    let (_, bytes) = bytes.split_at(at);
    if let Some(chunk) = bytes.first_chunk() {
        return u64::from_le_bytes(*chunk);
    }
    let mut rest = bytes;
    let mut word = 0;
    let mut bits = 0;
    if let Some((chunk, behind)) = rest.split_first_chunk() {
        word = u32::from_le_bytes(*chunk) as u64;
        bits = 32;
        rest = behind;
    }
    if let Some((chunk, behind)) = rest.split_first_chunk() {
        word |= (u16::from_le_bytes(*chunk) as u64) << bits;
        bits += 16;
        rest = behind;
    }
    if let [byte] = rest {
        word |= (*byte as u64) << bits;
    }
    word
}

/// The bucket, of a power of two of them and of at least two, that a key of this hash is in. Where there is one bucket only,
/// the same function finds the slot.
#[inline]
pub(crate) const fn bucket([hash, _]: Hash, buckets: usize) -> usize {
    (hash >> (64 - buckets.trailing_zeros())) as usize
}

/// The slot, of a power of two of them, that a key of this hash has in a bucket with this displacement.
#[inline]
pub(crate) const fn slot([_, hash]: Hash, displacement: u64, slots: usize) -> usize {
    (hash ^ displacement) as usize & (slots - 1)
}

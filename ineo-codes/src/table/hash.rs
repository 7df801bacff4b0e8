// The library and the engine each have a copy of this file: the engine fills the tables that the library reads. A test
// compares the copies.

/// Lower and upper half of the product of two numbers. The middle bits of the product depend on all bits of both.
#[inline]
const fn halves(a: u64, b: u64) -> [u64; 2] {
    let product = a as u128 * b as u128;
    [product as u64, (product >> 64) as u64]
}

/// Odd numbers with irregular bits: digits of the golden ratio, and of the square root of two.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
const ROOT: u64 = 0x6A09_E667_F3BC_C909;

/// Hash of a key. Of the first number the upper bits are used, of the second the lower bits.
pub(crate) type Hash = [u64; 2];

/// Hash of a 64-bit key, with an odd seed.
///
/// One wrapping multiplication mixes all bits of a 32-bit key, and of most sets of wider keys. `is_widened` selects a
/// 64x64->128 multiplication for the others.
#[inline]
pub(crate) const fn of_key(key: u64, seed: u64, is_widened: bool) -> Hash {
    if is_widened {
        return halves(key ^ seed, GOLDEN);
    }
    let product = key.wrapping_mul(seed);
    [product, product >> 32]
}

/// Hash of the text that `words` packs; `length` is its length in bytes.
#[inline]
pub(crate) const fn of_words([a, b, c, d]: [u64; 4], length: usize, seed: u64) -> Hash {
    let d = d.wrapping_mul(seed).wrapping_add(length as u64);
    halves(a.wrapping_mul(seed).wrapping_add(c), d.wrapping_add(b))
}

/// Packs a text of fewer than 8 bytes into a number, injectively. The number is never 0.
///
/// The text is in the lower bytes, padded with zeros, and its length is in the highest byte.
#[inline]
pub(crate) const fn word(text: &[u8]) -> Option<u64> {
    let length = text.len();
    if length >= 8 {
        return None;
    }
    let bytes = match (text.first_chunk(), text.last_chunk()) {
        // The two chunks overlap if there are fewer than 8 bytes; both have the same bytes there.
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

/// Packs a text of 8 to 32 bytes into four words, injectively among texts of the same length; `None` for other lengths.
///
/// The words overlap if the text has fewer than 32 bytes. So one path serves all lengths, without a branch on the length,
/// which would mispredict.
#[inline]
pub(crate) fn words(text: &[u8]) -> Option<[u64; 4]> {
    // Wraps to a huge number for a text of fewer than 8 bytes.
    let last = text.len().wrapping_sub(8);
    if last > 24 {
        return None;
    }
    // The inner words are as far from the ends of the text as possible, but at most 8 bytes.
    let inset = if last < 8 { last } else { 8 };
    let second = text.get(inset..)?.first_chunk()?;
    let third = text.get(..text.len() - inset)?.last_chunk()?;
    Some([text.first_chunk()?, second, third, text.last_chunk()?].map(|word| u64::from_le_bytes(*word)))
}

/// Mixes a text of more than 32 bytes into four words that depend on all its bytes.
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

/// A text of up to 7 bytes, padded with zeros, as a number: behind its bytes, in the lower ones, is its length.
#[inline]
pub(crate) const fn key_of_text(padded: &[u8], length: usize) -> u64 {
    text_word(padded, 0) | (length as u64) << (8 * padded.len())
}

/// Hash of a text code that is padded with zeros, with an odd seed. No code contains a zero byte, so the length need not be
/// hashed.
#[inline]
pub(crate) const fn of_text(padded: &[u8], seed: u64) -> Hash {
    let mut hash = [seed, 0];
    let mut at = 0;
    while at < padded.len() {
        hash = with_word(hash, text_word(padded, at));
        at += 8;
    }
    hash
}

/// The hash of a text code, given the hash of what is before its next 8 bytes, or the seed and 0.
#[inline]
pub(crate) const fn with_word([lower, upper]: Hash, word: u64) -> Hash {
    halves(lower ^ upper ^ word, GOLDEN)
}

/// The eight bytes from `at` on, or fewer at the end, as a number.
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

/// The bucket of a key. `buckets` is a power of two, and at least 2. With a single bucket, this function computes the slot.
#[inline]
pub(crate) const fn bucket([hash, _]: Hash, buckets: usize) -> usize {
    (hash >> (64 - buckets.trailing_zeros())) as usize
}

/// The slot of a key in a bucket with this displacement. `slots` is a power of two.
#[inline]
pub(crate) const fn slot([_, hash]: Hash, displacement: u64, slots: usize) -> usize {
    (hash ^ displacement) as usize & (slots - 1)
}

use core::borrow::Borrow;
use core::error::Error;
use core::fmt::{self, Debug, Display};
use core::hash::{Hash, Hasher};
use core::ops::Deref;
use core::str::FromStr;

use crate::table::hash;

/// A code of a text table: up to `N` bytes of UTF-8, stored inline.
///
/// `N` is the table's `max-length`, from 1 to 255. A `Text` is `Copy`, takes `N + 1` bytes, and does not allocate. It is
/// compared, ordered and hashed like a `str`.
///
/// ```
/// use ineo_codes::Text;
///
/// const UNIQUE_VIOLATION: Text<5> = Text::new("23505").unwrap();
///
/// fn is_duplicate(code: Text<5>) -> bool {
///     matches!(code, UNIQUE_VIOLATION)
/// }
///
/// assert!(is_duplicate("23505".parse().unwrap()));
/// assert_eq!(UNIQUE_VIOLATION, "23505");
/// assert!(UNIQUE_VIOLATION.starts_with("23"));
/// assert_eq!(Text::<5>::new("too long"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text<const N: usize> {
    /// Padded with zeros. Compared before the length, so that the derived order is that of `str`.
    bytes: [u8; N],
    length: u8,
}

impl<const N: usize> Text<N> {
    /// The text, or `None` if it is longer than `N` bytes.
    ///
    /// It does not compile for an `N` of 0 or of more than 255.
    #[must_use]
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "the length is at most 255")]
    pub const fn new(text: &str) -> Option<Self> {
        const { assert!(N >= 1 && N <= 255, "a `Text<N>` holds from 1 to 255 bytes") }
        let text = text.as_bytes();
        if text.len() > N {
            return None;
        }
        // Word by word: with a loop over the bytes of the text, the compiler calls `memcpy`.
        let mut bytes = [0; N];
        let mut at = 0;
        while at < N {
            let word = padded_word(text, at).to_le_bytes();
            let mut in_word = 0;
            while in_word < 8 && at + in_word < N {
                bytes[at + in_word] = word[in_word];
                in_word += 1;
            }
            at += 8;
        }
        Some(Self { bytes, length: text.len() as u8 })
    }

    /// The text as a `str`.
    #[must_use]
    #[allow(clippy::missing_panics_doc, reason = "it never panics: the bytes are those of a `str`")]
    pub const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.length as usize).0) {
            Ok(text) => text,
            Err(_) => panic!("a `Text` is made of a `str`"),
        }
    }

    pub(crate) const EMPTY: Self = Self { bytes: [0; N], length: 0 };

    /// The text with these bytes. Panics if they are too long or not UTF-8, which generated code never passes.
    pub(crate) const fn from_utf8(text: &[u8]) -> Self {
        match core::str::from_utf8(text) {
            Ok(text) => match Self::new(text) {
                Some(text) => text,
                None => panic!("the code is too long"),
            },
            Err(_) => panic!("the code is not UTF-8"),
        }
    }

    /// The bytes, padded with zeros.
    pub(crate) const fn padded(&self) -> &[u8; N] {
        &self.bytes
    }

    pub(crate) const fn len_in_bytes(&self) -> usize {
        self.length as usize
    }

    /// `==` for `const` code, without a branch per byte.
    #[inline]
    pub(crate) const fn is(&self, other: &Self) -> bool {
        let (own, others): (&[u8], &[u8]) = (&self.bytes, &other.bytes);
        let mut difference = (self.length ^ other.length) as u64;
        let mut at = 0;
        while at < N {
            difference |= hash::text_word(own, at) ^ hash::text_word(others, at);
            at += 8;
        }
        difference == 0
    }
}

/// The 8 bytes of a text from `at` on, a multiple of 8, as a number; zeros behind its end.
#[inline]
pub(crate) const fn padded_word(text: &[u8], at: usize) -> u64 {
    if let Some(word) = hash::word(text) {
        // Without the length, which is in the highest byte.
        return if at == 0 { word & (u64::MAX >> 8) } else { 0 };
    }
    // The last 8 bytes hold what is left of the text, behind bytes that belong to the word before.
    let last = text.len() - 8;
    let start = if at < last { at } else { last };
    let Some(chunk) = text.split_at(start).1.first_chunk() else { return 0 };
    let before = if at - start < 8 { at - start } else { 8 };
    // Shifts twice by half of the bits, which may be all 64: with an `if`, LLVM branches on the length, which mispredicts.
    u64::from_le_bytes(*chunk) >> (4 * before) >> (4 * before)
}

/// A text of up to 7 bytes as a number that no other text of the type has.
#[must_use]
#[inline]
pub const fn key_of_text<const N: usize>(text: &Text<N>) -> u64 {
    hash::key_of_text(&text.bytes, text.len_in_bytes())
}

/// A placeholder where no code is ever read.
#[must_use]
pub const fn any_text<const N: usize>() -> Text<N> {
    Text::EMPTY
}

/// Like `str`, so that a map with such keys can be searched by `str`.
impl<const N: usize> Hash for Text<N> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

/// Like `str`: width, alignment and precision are honoured.
impl<const N: usize> Display for Text<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl<const N: usize> Debug for Text<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Debug::fmt(self.as_str(), f)
    }
}

impl<const N: usize> Deref for Text<N> {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl<const N: usize> AsRef<str> for Text<N> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl<const N: usize> Borrow<str> for Text<N> {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl<const N: usize> PartialEq<str> for Text<N> {
    fn eq(&self, other: &str) -> bool {
        self.bytes[..self.len_in_bytes()] == *other.as_bytes()
    }
}

impl<const N: usize> PartialEq<&str> for Text<N> {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

impl<const N: usize> PartialEq<Text<N>> for str {
    fn eq(&self, other: &Text<N>) -> bool {
        *other == *self
    }
}

impl<const N: usize> PartialEq<Text<N>> for &str {
    fn eq(&self, other: &Text<N>) -> bool {
        *other == **self
    }
}

impl<const N: usize> TryFrom<&str> for Text<N> {
    type Error = TextLengthError<N>;

    #[inline]
    fn try_from(text: &str) -> Result<Self, TextLengthError<N>> {
        Self::new(text).ok_or(TextLengthError { length: text.len() })
    }
}

impl<const N: usize> FromStr for Text<N> {
    type Err = TextLengthError<N>;

    fn from_str(text: &str) -> Result<Self, TextLengthError<N>> {
        text.try_into()
    }
}

/// Error returned when a string is longer than the `N` bytes of a [`Text<N>`](Text).
///
/// ```
/// use ineo_codes::Text;
///
/// let error = "card_declined".parse::<Text<5>>().unwrap_err();
/// assert_eq!(error.length(), 13);
/// assert_eq!(error.to_string(), "13 bytes are more than the 5 that a code may have");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextLengthError<const N: usize> {
    length: usize,
}

impl<const N: usize> TextLengthError<N> {
    /// The length of the string in bytes.
    #[must_use]
    pub fn length(&self) -> usize {
        self.length
    }
}

impl<const N: usize> Display for TextLengthError<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes are more than the {N} that a code may have", self.length)
    }
}

impl<const N: usize> Error for TextLengthError<N> {}

/// As a JSON string, for schemas.
#[cfg(any(feature = "schemars", feature = "utoipa"))]
impl<const N: usize> From<Text<N>> for serde_json::Value {
    fn from(text: Text<N>) -> Self {
        text.as_str().into()
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn texts_of_every_length_are_copied_whole() {
        fn check<const N: usize>() {
            let all = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
            for length in 0..=N {
                let text = Text::<N>::new(&all[..length]).unwrap();
                assert_eq!(text.as_str(), &all[..length]);
                assert!(text.padded()[length..].iter().all(|byte| *byte == 0), "{length} of {N}");
            }
            assert_eq!(Text::<N>::new(&all[..=N]), None);
        }
        check::<1>();
        check::<5>();
        check::<7>();
        check::<8>();
        check::<9>();
        check::<16>();
        check::<19>();
        check::<40>();
        check::<47>();
    }
}

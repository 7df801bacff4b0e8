use super::column::{Column, Packed};

/// Texts that are cut out of one.
pub struct Texts<const WIDTH: usize, const ENDS: usize> {
    joined: &'static str,
    ends: Column<WIDTH, ENDS>,
}

impl<const WIDTH: usize, const ENDS: usize> Texts<WIDTH, ENDS> {
    /// Takes over the joined texts, and where each ends, with a 0 before all.
    #[must_use]
    pub const fn new(joined: &'static str, ends: &[u8]) -> Self {
        Self { joined, ends: Column::new(ends) }
    }

    /// The text at a position.
    #[must_use]
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "offsets are counted in `usize`")]
    pub fn get(&self, at: usize) -> &'static str {
        &self.joined[self.ends.get(at) as usize..self.ends.get(at + 1) as usize]
    }

    /// The same without the lengths in the type.
    #[must_use]
    pub const fn packed(&'static self) -> PackedTexts {
        PackedTexts { joined: self.joined, ends: self.ends.packed() }
    }
}

/// Texts whose lengths are not in their type, for what is read at compile time.
#[derive(Clone, Copy)]
pub struct PackedTexts {
    joined: &'static str,
    ends: Packed,
}

impl PackedTexts {
    /// The bytes of the text at a position: `str` can't be cut in constants.
    #[allow(clippy::cast_possible_truncation, reason = "offsets are counted in `usize`")]
    pub(crate) const fn get(&self, at: usize) -> &'static [u8] {
        let (start, end) = (self.ends.get(at) as usize, self.ends.get(at + 1) as usize);
        self.joined.as_bytes().split_at(end).0.split_at(start).1
    }
}

use super::column::Column;

/// Texts that are slices of one `str`.
#[derive(Clone, Copy)]
pub struct Texts {
    /// All texts, one after the other.
    pub joined: &'static str,
    /// End of each text, preceded by a 0.
    pub ends: Column,
}

impl Texts {
    /// The text at a position.
    #[must_use]
    #[inline]
    pub fn get(self, at: usize) -> &'static str {
        &self.joined[self.ends.position(at)..self.ends.position(at + 1)]
    }

    /// The bytes of the text at a position, for code that runs at compile time: Rust 1.85 can't slice a `str` there.
    #[must_use]
    #[inline]
    pub(crate) const fn bytes(self, at: usize) -> &'static [u8] {
        self.joined.as_bytes().split_at(self.ends.position(at + 1)).0.split_at(self.ends.position(at)).1
    }
}

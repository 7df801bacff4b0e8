use super::column::Column;

/// Texts that are cut out of one.
#[derive(Clone, Copy)]
pub struct Texts {
    /// All texts, one after the other.
    pub joined: &'static str,
    /// Where each text ends, with a 0 before all.
    pub ends: Column,
}

impl Texts {
    /// The text at a position.
    #[must_use]
    #[inline]
    pub fn get(self, at: usize) -> &'static str {
        &self.joined[self.ends.position(at)..self.ends.position(at + 1)]
    }

    /// The bytes of the text at a position, for what runs in the compiler: `str` is not cut in constants of Rust 1.85.
    #[must_use]
    pub(crate) const fn bytes(self, at: usize) -> &'static [u8] {
        self.joined.as_bytes().split_at(self.ends.position(at + 1)).0.split_at(self.ends.position(at)).1
    }
}

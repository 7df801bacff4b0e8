use super::column::Column;

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
}

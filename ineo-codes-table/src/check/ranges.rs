//! Ranges of codes, each with a number: the position of what is known of its codes.

/// Ranges that do not overlap.
#[derive(Default)]
pub(super) struct Ranges {
    /// First and last code, in ascending order.
    sorted: Vec<(i128, i128, usize)>,
}

impl Ranges {
    /// Adds the codes from `from` to `to`, or returns what is known of a range that overlaps them.
    pub(super) fn insert(&mut self, from: i128, to: i128, value: usize) -> Result<(), usize> {
        let behind = self.sorted.partition_point(|(first, _, _)| *first <= to);
        let before = behind.checked_sub(1);
        if before.is_some_and(|before| from <= self.sorted[before].1) {
            return Err(self.sorted[behind - 1].2);
        }
        self.sorted.insert(behind, (from, to, value));
        Ok(())
    }

    /// What is known of the range that `code` is in.
    pub(super) fn get(&self, code: i128) -> Option<usize> {
        let behind = self.sorted.partition_point(|(first, _, _)| *first <= code);
        let (_, last, value) = &self.sorted[behind.checked_sub(1)?];
        (code <= *last).then_some(*value)
    }

    /// The first code of each range, and the first code behind it.
    pub(super) fn bounds(&self) -> Vec<i128> {
        let mut bounds = Vec::with_capacity(2 * self.sorted.len());
        for (first, last, _) in &self.sorted {
            bounds.extend([*first, *last + 1]);
        }
        bounds
    }
}

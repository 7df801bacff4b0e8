//! Ranges of codes, each with something that is known of its codes.

/// Ranges that do not overlap.
pub(super) struct Ranges<T> {
    /// First and last code, in ascending order.
    sorted: Vec<(i128, i128, T)>,
}

impl<T> Default for Ranges<T> {
    fn default() -> Self {
        Self { sorted: Vec::new() }
    }
}

impl<T> Ranges<T> {
    /// Adds the codes from `from` to `to`, or returns what is known of a range that overlaps them.
    pub(super) fn insert(&mut self, from: i128, to: i128, value: T) -> Result<(), &T> {
        let behind = self.sorted.partition_point(|(first, _, _)| *first <= to);
        let before = behind.checked_sub(1);
        if before.is_some_and(|before| from <= self.sorted[before].1) {
            return Err(&self.sorted[behind - 1].2);
        }
        self.sorted.insert(behind, (from, to, value));
        Ok(())
    }

    /// What is known of the range that `code` is in.
    pub(super) fn get(&self, code: i128) -> Option<&T> {
        let behind = self.sorted.partition_point(|(first, _, _)| *first <= code);
        let (_, last, value) = &self.sorted[behind.checked_sub(1)?];
        (code <= *last).then_some(value)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }

    /// The first code of each range, and the first code behind it.
    pub(super) fn bounds(&self) -> impl Iterator<Item = i128> {
        self.sorted.iter().flat_map(|(first, last, _)| [*first, *last + 1])
    }
}

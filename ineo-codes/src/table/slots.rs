use super::column::Column;
use super::hash::{self, Hash};

/// A perfect hash: from a key's hash to the slot that only this key may have.
pub(super) struct Slots<const DISPLACEMENT_WIDTH: usize, const BUCKETS: usize, const SLOTS: usize>(
    Column<DISPLACEMENT_WIDTH, BUCKETS>,
);

impl<const DISPLACEMENT_WIDTH: usize, const BUCKETS: usize, const SLOTS: usize>
    Slots<DISPLACEMENT_WIDTH, BUCKETS, SLOTS>
{
    pub(super) const fn new(displacements: &[u8]) -> Self {
        assert!(BUCKETS.is_power_of_two() && SLOTS.is_power_of_two());
        Self(Column::new(displacements))
    }

    /// The slot of the key of this hash, if it is one; of some other key if it is none.
    #[inline]
    pub(super) const fn of(&self, hash: Hash) -> usize {
        // A single bucket has nothing to move out of another's way.
        if BUCKETS == 1 {
            return hash::bucket(hash, SLOTS);
        }
        hash::slot(hash, self.0.get(hash::bucket(hash, BUCKETS)), SLOTS)
    }
}

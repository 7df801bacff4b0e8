use super::column::Column;
use super::hash::{self, Hash};

/// Perfect hash: maps the hash of each known key to a slot that no other known key uses.
#[derive(Clone, Copy)]
pub struct Slots {
    /// Seed for which no two known keys get the same slot.
    pub seed: u64,
    /// Number of buckets: a power of two.
    pub buckets: usize,
    /// Displacement of each bucket. Not read if there is only one bucket.
    pub displacements: Column,
    /// Number of slots: a power of two.
    pub count: usize,
}

impl Slots {
    /// The slot of the key with this hash. For an unknown key, an arbitrary slot: the caller must compare.
    #[inline(always)]
    pub(super) const fn of(self, hash: Hash) -> usize {
        // With a single bucket there is nothing to displace.
        if self.buckets == 1 {
            return hash::bucket(hash, self.count);
        }
        hash::slot(hash, self.displacements.get(hash::bucket(hash, self.buckets)), self.count)
    }
}

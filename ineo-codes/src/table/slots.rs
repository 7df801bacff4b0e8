use super::column::Column;
use super::hash::{self, Hash};

/// A perfect hash: from a key's hash to the slot that no other key has.
#[derive(Clone, Copy)]
pub struct Slots {
    /// The seed that keeps the hashes of the keys apart.
    pub seed: u64,
    /// How many buckets there are: a power of two.
    pub buckets: usize,
    /// The displacement of each bucket. Not read if there is one bucket only.
    pub displacements: Column,
    /// How many slots there are: a power of two.
    pub count: usize,
}

impl Slots {
    /// The slot of the key with this hash. Any other key gets some slot too.
    #[inline(always)]
    pub(super) const fn of(self, hash: Hash) -> usize {
        // A single bucket has nothing to move out of another's way.
        if self.buckets == 1 {
            return hash::bucket(hash, self.count);
        }
        hash::slot(hash, self.displacements.get(hash::bucket(hash, self.buckets)), self.count)
    }
}

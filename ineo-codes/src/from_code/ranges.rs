/// The ranges of an enum, sorted and disjoint.
pub(super) struct Ranges<const CLAIMS: usize> {
    ranges: [Range; CLAIMS],
    count: usize,
}

#[derive(Clone, Copy)]
pub(super) struct Range {
    pub(super) from: i128,
    pub(super) to: i128,
    /// The position of its claim.
    pub(super) claim: usize,
}

impl<const CLAIMS: usize> Ranges<CLAIMS> {
    pub(super) const fn new() -> Self {
        Self { ranges: [Range { from: 0, to: 0, claim: 0 }; CLAIMS], count: 0 }
    }

    /// Adds a range, unless it overlaps an earlier one: then returns the claim of that one.
    pub(super) const fn insert(&mut self, range: Range) -> Option<usize> {
        let at = self.first_not_before(range.from);
        if at < self.count && self.ranges[at].from <= range.to {
            return Some(self.ranges[at].claim);
        }
        let mut free = self.count;
        while free > at {
            self.ranges[free] = self.ranges[free - 1];
            free -= 1;
        }
        self.ranges[at] = range;
        self.count += 1;
        None
    }

    /// The claim of the range that contains the code.
    pub(super) const fn claim_of(&self, code: i128) -> Option<usize> {
        let at = self.first_not_before(code);
        if at < self.count && self.ranges[at].from <= code { Some(self.ranges[at].claim) } else { None }
    }

    /// Total number of codes in the ranges.
    pub(super) const fn code_count(&self) -> i128 {
        let mut codes = 0;
        let mut at = 0;
        while at < self.count {
            codes += self.ranges[at].to - self.ranges[at].from + 1;
            at += 1;
        }
        codes
    }

    /// Position of the first range that doesn't end before the code, by binary search.
    const fn first_not_before(&self, code: i128) -> usize {
        let (mut low, mut high) = (0, self.count);
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.ranges[middle].to < code {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

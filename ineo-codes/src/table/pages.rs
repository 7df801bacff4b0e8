use super::column::Column;

/// From a code of 16 bits or fewer to its row: a directory says where each page begins, and each page has a row for every
/// code.
#[derive(Clone, Copy)]
pub struct Pages {
    /// How many codes a page has: a power of two.
    pub page: usize,
    /// Where each page begins. Of width 0 if there is one page only.
    pub directory: Column,
    /// How many rows all pages have together: a power of two.
    pub count: usize,
    /// For each code of a page its row, or the number of the rows if the table does not have it.
    pub rows: Column,
}

impl Pages {
    /// The row of a code, given as its bits, or the number of the rows.
    #[must_use]
    #[inline(always)]
    pub const fn row(self, code: usize) -> u64 {
        let begin = self.directory.position(code / self.page);
        // The mask changes no position, and takes the place of a comparison.
        self.rows.get((begin + code % self.page) & (self.count - 1))
    }
}

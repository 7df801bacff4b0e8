use super::column::Column;

/// Index from codes of up to 16 bits to rows: a directory has the start of each page, and a page has a row for every code.
///
/// See `LAYOUT.md`, "From a code to its row".
#[derive(Clone, Copy)]
pub struct Pages {
    /// Number of codes in a page: a power of two.
    pub page: usize,
    /// Start of each page. Has width 0 if there is only one page.
    pub directory: Column,
    /// Length of `rows`: a power of two.
    pub count: usize,
    /// Row of each code of each page, or the number of rows if the code is not in the table.
    pub rows: Column,
}

impl Pages {
    /// The row of a code, as its bits, or the number of rows.
    #[must_use]
    #[inline(always)]
    pub const fn row(self, code: usize) -> u64 {
        let begin = self.directory.position(code / self.page);
        // The mask never changes the position. It replaces a bounds check.
        self.rows.get((begin + code % self.page) & (self.count - 1))
    }
}

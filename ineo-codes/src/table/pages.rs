use super::column::Column;

/// From a code of 16 bits or fewer to its row: a directory that tells where each page of `PAGE` codes begins, and for each
/// code of a page the row.
pub struct Pages<
    const PAGE: usize,
    const DIRECTORY_WIDTH: usize,
    const DIRECTORY: usize,
    const ROW_WIDTH: usize,
    const ROWS: usize,
> {
    directory: Column<DIRECTORY_WIDTH, DIRECTORY>,
    rows: Column<ROW_WIDTH, ROWS>,
}

impl<const PAGE: usize, const DIRECTORY_WIDTH: usize, const DIRECTORY: usize, const ROW_WIDTH: usize, const ROWS: usize>
    Pages<PAGE, DIRECTORY_WIDTH, DIRECTORY, ROW_WIDTH, ROWS>
{
    /// Takes over the bytes of both columns.
    ///
    /// # Panics
    ///
    /// At compile time, where the lengths are not as the look-up needs them.
    #[must_use]
    pub const fn new(directory: &[u8], rows: &[u8]) -> Self {
        assert!(PAGE.is_power_of_two() && ROWS.is_power_of_two());
        Self { directory: Column::new(directory), rows: Column::new(rows) }
    }

    /// The row of a code, given as its bits, or the number of the rows.
    #[must_use]
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "positions are counted in `usize`")]
    pub const fn row(&self, code: usize) -> u64 {
        // Of a single page no directory is to be read.
        let begin = if DIRECTORY == 1 { 0 } else { self.directory.get(code / PAGE) as usize };
        // The mask changes no position, and takes the place of a comparison.
        self.rows.get((begin + code % PAGE) & (ROWS - 1))
    }
}

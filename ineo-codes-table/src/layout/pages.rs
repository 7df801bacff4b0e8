//! The page table: from a code of up to 16 bits to its row.

use super::column::ColumnLayout;
use crate::model::IntegerType;

/// Index for codes of 8 and 16 bits: a directory has the start of each page, and a page has a row for every code.
///
/// The rows of a page without codes are the same for all such pages.
///
/// See `LAYOUT.md`, "From a code to its row".
pub(crate) struct PagesLayout {
    /// Number of codes in a page.
    pub(crate) page: usize,
    pub(crate) directory: ColumnLayout,
    pub(crate) rows: ColumnLayout,
}

impl PagesLayout {
    /// The index of these codes, given as their bits in the order of the rows. A code that no row has leads to the number of
    /// the rows.
    pub(crate) fn new(codes: &[u64], integer: IntegerType) -> Self {
        let none = codes.len() as u64;
        let mut flat = vec![none; 1 << integer.bits];
        for (row, code) in (0..).zip(codes) {
            // A code of 16 bits at most is a position.
            if let Some(cell) = usize::try_from(*code).ok().and_then(|code| flat.get_mut(code)) {
                *cell = row;
            }
        }
        let page = Self::page(&flat, codes.len());
        let mut directory = Vec::new();
        let mut pages: Vec<&[u64]> = Vec::new();
        let mut empty = None;
        for content in flat.chunks(page) {
            let is_empty = content.iter().all(|row| *row == none);
            let number = empty.filter(|_| is_empty).unwrap_or(pages.len());
            directory.push((number * page) as u64);
            if number == pages.len() {
                pages.push(content);
                empty = empty.or(is_empty.then_some(number));
            }
        }
        // The look-up cuts the position to a power of two, which costs less than a comparison.
        let mut rows = pages.concat();
        rows.resize(pages.len().next_power_of_two() * page, none);
        Self { page, directory: ColumnLayout::new(&directory), rows: ColumnLayout::of_rows(&rows) }
    }

    /// How many codes a page is to have, so that the index is smallest: many where codes lie close, few where they lie far
    /// apart. All of them, where that takes at most twice as much: a single page spares the look-up the directory.
    fn page(flat: &[u64], rows: usize) -> usize {
        let row_width = ColumnLayout::of_rows(&[rows as u64]).width;
        let mut smallest = (usize::MAX, 1);
        let mut page = 1;
        let mut is_used = Vec::with_capacity(flat.len());
        for row in flat {
            is_used.push(*row != rows as u64);
        }
        loop {
            let used = is_used.iter().filter(|is_used| **is_used).count();
            let pages = used + usize::from(used < is_used.len());
            let begin_width = ColumnLayout::new(&[((pages - 1) * page) as u64]).width;
            let size = is_used.len() * begin_width + pages.next_power_of_two() * page * row_width;
            smallest = smallest.min((size, page));
            if is_used.len() == 1 {
                return if size <= 2 * smallest.0 { page } else { smallest.1 };
            }
            page *= 2;
            for half in 0..is_used.len() / 2 {
                is_used[half] = is_used[2 * half] || is_used[2 * half + 1];
            }
            is_used.truncate(is_used.len() / 2);
        }
    }
}

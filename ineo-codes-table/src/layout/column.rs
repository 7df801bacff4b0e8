//! Packed numbers.

/// Numbers of the same width in bytes, packed little-endian: one literal instead of thousands of expressions, which the
/// compiler would check one by one.
#[derive(PartialEq, Eq)]
pub(crate) struct ColumnLayout {
    pub(crate) width: usize,
    pub(crate) length: usize,
    pub(crate) bytes: Vec<u8>,
}

impl ColumnLayout {
    /// Packs the numbers in as many bytes as the largest of them takes, as far as a processor reads as many at once: in none
    /// where all are 0.
    pub(crate) fn new(numbers: &[u64]) -> Self {
        let largest = numbers.iter().copied().max().unwrap_or(0);
        let width = match (64 - largest.leading_zeros() as usize).div_ceil(8) {
            0 => 0,
            bytes => bytes.next_power_of_two(),
        };
        Self::with_width(numbers, width)
    }

    /// Packs row numbers: in two bytes if there are more than 127 rows.
    ///
    /// See `LAYOUT.md`, "Columns".
    pub(crate) fn of_rows(numbers: &[u64]) -> Self {
        let takes_sign = numbers.iter().any(|number| (128..256).contains(number));
        let column = Self::new(numbers);
        if takes_sign && column.width == 1 { Self::with_width(numbers, 2) } else { column }
    }

    fn with_width(numbers: &[u64], width: usize) -> Self {
        let mut bytes = Vec::with_capacity(numbers.len() * width);
        for number in numbers {
            bytes.extend_from_slice(&number.to_le_bytes()[..width]);
        }
        Self { width, length: numbers.len(), bytes }
    }
}

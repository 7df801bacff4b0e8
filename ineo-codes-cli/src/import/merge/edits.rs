//! Changes to a text that leave everything else as it is.

use ineo_codes_table::Span;

/// Replacements of places that don't overlap.
#[derive(Debug, Default)]
pub(super) struct Edits {
    edits: Vec<(Span, String)>,
}

impl Edits {
    pub(super) fn replace(&mut self, span: Span, text: impl Into<String>) {
        self.edits.push((span, text.into()));
    }

    pub(super) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    /// The text with all changes, and a position of the old text in it.
    pub(super) fn apply(mut self, text: &str) -> (String, Vec<(usize, isize)>) {
        // What is inserted at one place stays in order, and comes before what is replaced there.
        self.edits.sort_by_key(|(span, _)| (span.start, span.end));
        let mut result = String::with_capacity(text.len());
        let mut shifts = vec![(0, 0)];
        let mut at = 0;
        for (span, new) in self.edits {
            result.push_str(&text[at..span.start]);
            result.push_str(&new);
            at = span.end;
            shifts.push((span.end, result.len().cast_signed() - span.end.cast_signed()));
        }
        result.push_str(&text[at..]);
        (result, shifts)
    }
}

/// Where a position of the old text is in the new one.
pub(super) fn shifted(shifts: &[(usize, isize)], at: usize) -> usize {
    let found = shifts.partition_point(|(start, _)| *start <= at);
    let shift = found.checked_sub(1).map_or(0, |found| shifts[found].1);
    at.saturating_add_signed(shift)
}

/// The beginning of the line behind the one in which `at` is.
pub(super) fn next_line(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

/// The beginning of the line in which `at` is.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

//! Angle brackets, which are not groups of tokens as other brackets are.

use proc_macro2::TokenTree;

use crate::cursor::is_punct;

/// The angle brackets that are open.
#[derive(Default)]
pub(crate) struct Brackets {
    open: usize,
    /// Whether the last token was the `-` of an arrow.
    is_arrow: bool,
}

impl Brackets {
    /// Passes a token, and returns how many brackets are open behind it.
    pub(crate) fn pass(&mut self, token: &TokenTree) -> usize {
        if is_punct(token, '<') {
            self.open += 1;
        } else if is_punct(token, '>') && !self.is_arrow {
            self.open = self.open.saturating_sub(1);
        }
        self.is_arrow = is_punct(token, '-');
        self.open
    }
}

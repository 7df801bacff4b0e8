//! The selectors of all arms, with the constants that stand for them.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::derivation::{Arm, Derivation};
use super::selector::{Selector, SelectorKind};

/// A selector with its arm.
pub(super) struct Claim<'a> {
    pub(super) arm: usize,
    pub(super) selector: &'a Selector,
    /// The constant of what it selects: a code, the first code of a range, a category, or the position of a column.
    pub(super) constant: Ident,
    /// The constant of the last code of a range.
    pub(super) last: Ident,
}

/// In the order of the arms.
pub(super) fn claims(derivation: &Derivation) -> Vec<Claim<'_>> {
    let mut claims = Vec::new();
    for (arm, Arm { selectors, .. }) in derivation.arms.iter().enumerate() {
        for selector in selectors {
            let at = claims.len();
            let (constant, last) = (format_ident!("SELECTED_{at}"), format_ident!("LAST_{at}"));
            claims.push(Claim { arm, selector, constant, last });
        }
    }
    claims
}

impl Claim<'_> {
    /// Whether only the table says if the selector is right.
    pub(super) fn needs_table(&self) -> bool {
        use SelectorKind::{Rest, Retryable, Skip, Unread, Unrecognized};
        !matches!(self.selector.kind, Retryable | Unrecognized | Skip | Rest | Unread)
    }

    /// The pattern of what it selects.
    pub(super) fn pattern(&self) -> TokenStream {
        let Self { constant, last, .. } = self;
        if matches!(self.selector.kind, SelectorKind::Range(..)) {
            quote!(#constant..=#last)
        } else {
            quote!(#constant)
        }
    }
}

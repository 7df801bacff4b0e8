//! The selectors of all arms, with the constants that stand for them.

use quote::format_ident;
use syn::Ident;

use super::derivation::Derivation;
use super::selector::Selector;

/// A selector with its arm, and the constant that holds what it selects.
pub(super) struct Claim<'a> {
    pub(super) arm: usize,
    pub(super) selector: &'a Selector,
    pub(super) constant: Ident,
}

pub(super) fn claims(derivation: &Derivation) -> Vec<Claim<'_>> {
    let arms = derivation.arms.iter().enumerate();
    let selectors = arms.flat_map(|(at, arm)| arm.selectors.iter().map(move |selector| (at, selector)));
    selectors
        .enumerate()
        .map(|(at, (arm, selector))| Claim { arm, selector, constant: format_ident!("SELECTED_{at}") })
        .collect()
}

//! The conversion from codes into the enum.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::claim::Claim;
use super::derivation::{Derivation, generated};
use super::generics::Generics;
use super::selector::SelectorKind;

/// The conversion, as one expression in the order of precedence: codes, ranges, unlisted codes, categories, columns,
/// retryable codes, the rest.
pub(super) fn conversion(derivation: &Derivation, claims: &[Claim<'_>]) -> TokenStream {
    let codes = &derivation.codes;
    let code = parameter();
    let arms = Arms { derivation, claims };
    let rest = arms.value(|kind| matches!(kind, SelectorKind::Rest));

    let mut conditional = Vec::new();
    for (claims, value) in arms.by(|kind| matches!(kind, SelectorKind::Flag(_))) {
        let flags = claims.iter().map(|claim| &claim.constant);
        let row = derivation.row(&code);
        conditional.push((quote!(#(ROWS.has_flag(#flags, #row))||*), value));
    }
    if let Some(value) = arms.value(|kind| matches!(kind, SelectorKind::Retryable)) {
        conditional.push((quote!(#code.is_retryable()), value));
    }
    let mut value = conditions(conditional, rest.clone());

    let categories = arms.patterns(|kind| matches!(kind, SelectorKind::Category(_)));
    value = matches(&quote!(#code.category()), categories, value);

    let unlisted = arms.value(|kind| matches!(kind, SelectorKind::Unrecognized)).or(rest);
    let unlisted = unlisted.map(|value| (quote!(#codes::Unrecognized(_)), value));
    let ranges = arms.patterns(|kind| matches!(kind, SelectorKind::Range(..)));
    let mut named = arms
        .patterns(|kind| matches!(kind, SelectorKind::Variant(_) | SelectorKind::Number(_) | SelectorKind::Text(_)));
    if ranges.is_empty() {
        named.extend(unlisted);
    } else {
        value = matches(&quote!(#code), unlisted.into_iter().collect(), value);
        value = matches(&derivation.number(&code), ranges, value);
    }
    value = matches(&quote!(#code), named, value);
    // Without any arm, the checks fail.
    conversions(derivation, &value.unwrap_or_else(|| quote!(::core::panic!("the enum has no arm"))))
}

/// `from_code` with this body, and `From`.
pub(super) fn conversions(derivation: &Derivation, value: &TokenStream) -> TokenStream {
    let Derivation { name, visibility, generics, codes, .. } = derivation;
    let Generics { parameters, arguments, condition } = generics;
    let name = generated(name);
    let code = parameter();
    quote! {
        impl #parameters #name #arguments #condition {
            /// What the code stands for.
            #[must_use]
            #visibility const fn from_code(#code: #codes) -> Self {
                #value
            }
        }

        #[automatically_derived]
        impl #parameters ::core::convert::From<#codes> for #name #arguments #condition {
            #[inline]
            fn from(#code: #codes) -> Self {
                Self::from_code(#code)
            }
        }
    }
}

/// A name that no constant of the user's has: a pattern would be that constant.
fn parameter() -> Ident {
    Ident::new("__code", Span::mixed_site())
}

struct Arms<'a> {
    derivation: &'a Derivation,
    claims: &'a [Claim<'a>],
}

impl Arms<'_> {
    /// The expression of the arm with a kind of selector of which there is one at most.
    fn value(&self, is_it: fn(&SelectorKind) -> bool) -> Option<TokenStream> {
        let claim = self.claims.iter().find(|claim| is_it(&claim.selector.kind))?;
        Some(self.derivation.arms[claim.arm].construct(&parameter()))
    }

    /// For each arm with selectors of a kind these, and the arm's expression.
    fn by(&self, is_it: fn(&SelectorKind) -> bool) -> Vec<(Vec<&Claim<'_>>, TokenStream)> {
        let mut arms = Vec::new();
        for of_arm in self.claims.chunk_by(|left, right| left.arm == right.arm) {
            let mut selecting = Vec::new();
            for claim in of_arm {
                if is_it(&claim.selector.kind) {
                    selecting.push(claim);
                }
            }
            if let Some(first) = selecting.first() {
                let value = self.derivation.arms[first.arm].construct(&parameter());
                arms.push((selecting, value));
            }
        }
        arms
    }

    /// Likewise, as patterns.
    fn patterns(&self, is_it: fn(&SelectorKind) -> bool) -> Vec<(TokenStream, TokenStream)> {
        let mut patterns = Vec::new();
        for (claims, value) in self.by(is_it) {
            let alternatives = claims.iter().map(|claim| claim.pattern());
            patterns.push((quote!(#(#alternatives)|*), value));
        }
        patterns
    }
}

/// A `match` whose arms go before `rest`, if there is one.
fn matches(
    matched: &TokenStream,
    arms: Vec<(TokenStream, TokenStream)>,
    rest: Option<TokenStream>,
) -> Option<TokenStream> {
    let (arms, rest) = with_rest(arms, rest)?;
    if arms.is_empty() {
        return Some(rest);
    }
    let arms = arms.iter().map(|(pattern, value)| quote!(#pattern => #value,));
    Some(quote!(match #matched { #(#arms)* _ => #rest }))
}

/// An `if` whose arms go before `rest`, if there is one.
fn conditions(arms: Vec<(TokenStream, TokenStream)>, rest: Option<TokenStream>) -> Option<TokenStream> {
    let (arms, rest) = with_rest(arms, rest)?;
    let arms = arms.into_iter().rev();
    Some(arms.fold(rest, |rest, (condition, value)| quote!(if #condition { #value } else { #rest })))
}

/// Without a rest, the last arm takes all that is left: the checks have shown that it selects that.
fn with_rest(
    mut arms: Vec<(TokenStream, TokenStream)>,
    rest: Option<TokenStream>,
) -> Option<(Vec<(TokenStream, TokenStream)>, TokenStream)> {
    let rest = rest.or_else(|| arms.pop().map(|(_, value)| value))?;
    Some((arms, rest))
}

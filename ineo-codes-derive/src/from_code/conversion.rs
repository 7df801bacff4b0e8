//! The conversion from codes into the enum.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Ident;

use super::claim::Claim;
use super::derivation::Derivation;
use super::selector::SelectorKind;

/// The conversion as one `match`, in the order of precedence: codes, categories, retryable, the rest.
pub(super) fn conversion(derivation: &Derivation, claims: &[Claim<'_>]) -> TokenStream {
    let Derivation { codes, arms, .. } = derivation;
    let code = Ident::new("code", Span::mixed_site());
    let constants = |at: usize, is_it: fn(&SelectorKind) -> bool| -> Vec<&Ident> {
        let own = claims.iter().filter(|claim| claim.arm == at && is_it(&claim.selector.kind));
        own.map(|claim| &claim.constant).collect()
    };
    let match_arms = |is_it: fn(&SelectorKind) -> bool| -> Vec<(TokenStream, TokenStream)> {
        let selecting = arms.iter().enumerate().map(|(at, arm)| (constants(at, is_it), arm.construct(&code)));
        let selecting = selecting.filter(|(constants, _)| !constants.is_empty());
        selecting.map(|(constants, value)| (quote!(#(#constants)|*), value)).collect()
    };
    let by_code = match_arms(|kind| matches!(kind, SelectorKind::Variant(_) | SelectorKind::Number(_)));
    let by_category = match_arms(|kind| matches!(kind, SelectorKind::Category(_)));
    let construct = |is_it: fn(&SelectorKind) -> bool| derivation.arm(is_it).map(|arm| arm.construct(&code));
    let retryable = construct(|kind| matches!(kind, SelectorKind::Retryable));
    let rest = construct(|kind| matches!(kind, SelectorKind::Rest));
    let unrecognized = construct(|kind| matches!(kind, SelectorKind::Unrecognized)).or_else(|| rest.clone());

    // Where no arm takes the rest, the checks have shown that the last arm takes all that is left.
    let mut value = match (retryable, rest) {
        (Some(retryable), Some(rest)) => Some(quote!(if #code.is_retryable() { #retryable } else { #rest })),
        (retryable, rest) => retryable.or(rest),
    };
    value = in_front(&quote!(#code.category()), by_category, value);
    let outside = unrecognized.map(|unrecognized| (quote!(#codes::Unrecognized(_)), unrecognized));
    let value = in_front(&quote!(#code), by_code.into_iter().chain(outside).collect(), value);
    conversions(derivation, &value.unwrap_or_else(|| quote!(loop {})), &code)
}

/// A `match` whose arms go before `rest`, or before nothing: then the last arm takes what is left.
fn in_front(
    matched: &TokenStream,
    mut arms: Vec<(TokenStream, TokenStream)>,
    rest: Option<TokenStream>,
) -> Option<TokenStream> {
    let rest = rest.or_else(|| arms.pop().map(|(_, value)| value))?;
    if arms.is_empty() {
        return Some(rest);
    }
    let arms = arms.iter().map(|(pattern, value)| quote!(#pattern => #value,));
    Some(quote!(match #matched { #(#arms)* _ => #rest }))
}

pub(super) fn conversions(derivation: &Derivation, value: &TokenStream, code: &Ident) -> TokenStream {
    let Derivation { name, visibility, codes, .. } = derivation;
    quote! {
        impl #name {
            /// What the code stands for.
            #[must_use]
            #visibility const fn from_code(#code: #codes) -> Self {
                #value
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<#codes> for #name {
            #[inline]
            fn from(code: #codes) -> Self {
                Self::from_code(code)
            }
        }
    }
}

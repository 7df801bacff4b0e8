//! From the arms to the conversion, and to the checks that it leaves nothing out.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{Error, Ident};

use super::parse::{Arm, Derivation, Selector, SelectorKind};

/// All items that the derive gives.
pub(super) fn expand(derivation: &Derivation, faults: &[Error]) -> TokenStream {
    if faults.is_empty() {
        let claims = claims(derivation);
        let checks = checks(derivation, &claims);
        let conversion = conversion(derivation, &claims);
        return in_constant(&quote!(#checks #conversion));
    }
    let faults = faults.iter().map(Error::to_compile_error);
    let stand_in = conversions(derivation, &quote!(loop {}), &format_ident!("_code"));
    let stand_in = in_constant(&stand_in);
    quote!(#(#faults)* #stand_in)
}

/// The items where they add no name to the enum's module, and no lint judges them.
fn in_constant(items: &TokenStream) -> TokenStream {
    quote! {
        #[allow(dead_code, deprecated, unreachable_patterns, unused_qualifications, clippy::all, clippy::pedantic, clippy::nursery)]
        const _: () = { #items };
    }
}

/// A selector with its arm, and the constant that holds what it selects.
struct Claim<'a> {
    arm: usize,
    selector: &'a Selector,
    constant: Ident,
}

fn claims(derivation: &Derivation) -> Vec<Claim<'_>> {
    let arms = derivation.arms.iter().enumerate();
    let selectors = arms.flat_map(|(at, arm)| arm.selectors.iter().map(move |selector| (at, selector)));
    selectors
        .enumerate()
        .map(|(at, (arm, selector))| Claim { arm, selector, constant: format_ident!("SELECTED_{at}") })
        .collect()
}

/// What each selector selects, and constants that do not compile where an arm is wrong, each at its place.
fn checks(derivation: &Derivation, claims: &[Claim<'_>]) -> TokenStream {
    let Derivation { name, codes, krate, arms, .. } = derivation;
    let codes_span = codes.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span());
    let arm_names = arms.iter().map(Arm::name);
    let enum_name = name.to_string();
    let selected = claims.iter().map(|Claim { selector, constant, .. }| {
        let span = selector.span;
        match &selector.kind {
            SelectorKind::Variant(variant) => {
                quote_spanned!(span=> const #constant: #codes = #codes::#variant;)
            }
            SelectorKind::Number(number) => {
                quote_spanned!(span=> const #constant: #codes = #codes::from_code(#number);)
            }
            SelectorKind::Category(category) => quote_spanned! {span=>
                const #constant: <#codes as #krate::Categorized>::Category =
                    <<#codes as #krate::Categorized>::Category>::#category;
            },
            SelectorKind::Retryable | SelectorKind::Unrecognized | SelectorKind::Rest => TokenStream::new(),
        }
    });
    let described = claims.iter().map(|Claim { arm, selector, constant }| {
        let selection = match &selector.kind {
            SelectorKind::Variant(_) => quote!(Code { row: #constant.__row(), number: ::core::option::Option::None }),
            SelectorKind::Number(number) => {
                quote!(Code { row: #constant.__row(), number: ::core::option::Option::Some(#number) })
            }
            SelectorKind::Category(variant) => {
                let variant = variant.to_string();
                quote!(Category { at: #constant as ::core::primitive::usize, variant: #variant })
            }
            SelectorKind::Retryable => quote!(Retryable),
            SelectorKind::Unrecognized => quote!(Unrecognized),
            SelectorKind::Rest => quote!(Rest),
        };
        quote!(#krate::__private::Claim { arm: #arm, selection: #krate::__private::Selection::#selection })
    });
    let places = claims
        .iter()
        .enumerate()
        .map(|(at, Claim { selector, .. })| quote_spanned!(selector.span=> const _: () = COVERAGE.check_claim(#at);));
    let arm_places = arms
        .iter()
        .enumerate()
        .map(|(at, arm)| quote_spanned!(arm.variant.span()=> const _: () = COVERAGE.check_arm(#at);));
    let claim_count = claims.len();
    let whole = quote_spanned!(name.span()=> const _: () = COVERAGE.check_whole(););
    let is_code = quote_spanned!(codes_span=> const _: () = #krate::__private::assert_code::<#codes>(););
    quote! {
        #is_code
        #(#selected)*
        const ROWS: #krate::__private::Rows = <#codes as #krate::__private::Tabulated>::ROWS;
        static CLAIMS: [#krate::__private::Claim; #claim_count] = [#(#described),*];
        const COVERAGE: #krate::__private::Coverage<#claim_count> =
            #krate::__private::Coverage::of::<#codes, { ROWS.count }, { ROWS.category_count }>(
                #enum_name,
                &[#(#arm_names),*],
                &CLAIMS,
            );
        #(#places)*
        #(#arm_places)*
        #whole
    }
}

/// The conversion as one `match`, in the order of precedence: codes, categories, retryable, the rest.
fn conversion(derivation: &Derivation, claims: &[Claim<'_>]) -> TokenStream {
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

fn conversions(derivation: &Derivation, value: &TokenStream, code: &Ident) -> TokenStream {
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

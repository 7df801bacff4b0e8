//! Constants that don't compile where an arm is wrong.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::claim::Claim;
use super::derivation::{Arm, Derivation};
use super::selector::SelectorKind;

/// What each selector selects, and constants that do not compile where an arm is wrong, each at its place.
pub(super) fn checks(derivation: &Derivation, claims: &[Claim<'_>]) -> TokenStream {
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

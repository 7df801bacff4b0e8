//! Constants that don't compile where an arm is wrong.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use super::claim::Claim;
use super::derivation::{Arm, Derivation};
use super::selector::SelectorKind;

/// A constant for what each selector selects, and constants that don't compile where an arm is wrong, each at its place.
pub(super) fn checks(derivation: &Derivation, claims: &[Claim<'_>]) -> TokenStream {
    let Derivation { name, krate, arms, .. } = derivation;
    let selected = selected(derivation, claims);
    let described = claims.iter().map(|claim| described(derivation, claim));
    let enum_name = name.to_string();
    let arm_names = arms.iter().map(Arm::name);
    let claim_count = claims.len();
    let of_claims =
        claims.iter().enumerate().filter(|(_, claim)| claim.needs_table()).map(|(at, Claim { selector, .. })| {
            check(&quote!(check_claim), &quote!(#at), selector.start, selector.end)
        });
    let of_arms = arms
        .iter()
        .enumerate()
        .map(|(at, arm)| check(&quote!(check_arm), &quote!(#at), arm.variant.span(), arm.variant.span()));
    let whole = check(&quote!(check_whole), &TokenStream::new(), name.span(), name.span());
    quote! {
        #selected
        static CLAIMS: [#krate::__private::Claim; #claim_count] = [#(#described),*];
        static COVERAGE: #krate::__private::Coverage<#claim_count> =
            #krate::__private::Coverage::new::<{ ROWS.count }, { ROWS.category_count }>(
                ROWS,
                #enum_name,
                &[#(#arm_names),*],
                &CLAIMS,
            );
        #(#of_claims)*
        #(#of_arms)*
        #whole
    }
}

/// What the checks read of the table, and a constant for what each selector selects.
pub(super) fn selected(derivation: &Derivation, claims: &[Claim<'_>]) -> TokenStream {
    let Derivation { codes, krate, .. } = derivation;
    let codes_span = codes.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span());
    let rows = quote_spanned!(generated_at(codes_span)=> <#codes as #krate::__private::Tabulated>::ROWS);
    let constants = claims.iter().map(|claim| constant(derivation, claim));
    quote! {
        const ROWS: #krate::__private::Rows = #rows;
        #(#constants)*
    }
}

/// The constant of what a selector selects, whose names are as the user wrote them.
fn constant(derivation: &Derivation, claim: &Claim<'_>) -> TokenStream {
    let Derivation { codes, krate, .. } = derivation;
    let Claim { selector, constant, last, .. } = claim;
    let repr = quote!(<#codes as #krate::Code>::Repr);
    match &selector.kind {
        // The words and numbers alone are at their places: there an editor shows what they mean, not the code around them.
        SelectorKind::Variant(variant) => quote!(const #constant: #codes = #codes::#variant;),
        SelectorKind::Number(number) => {
            let number = number.value();
            quote! {
                const #constant: #codes =
                    #codes::from_code(<#repr as #krate::__private::ByNumber<{ ROWS.nearest(#number) }>>::CODE);
            }
        }
        SelectorKind::Text(text) => quote! {
            const #constant: #codes = #codes::from_code({
                struct __Text;
                impl #krate::__private::Selected for __Text {
                    const TEXT: &'static ::core::primitive::str = #text;
                }
                <#repr as #krate::__private::ByText<__Text>>::CODE
            });
        },
        SelectorKind::Range(from, to) => {
            let (from, to) = (from.value(), to.value());
            quote! {
                const #constant: <#repr as #krate::__private::ByNumber<0>>::Number =
                    <#repr as #krate::__private::ByNumber<{ ROWS.nearest(#from) }>>::NUMBER;
                const #last: <#repr as #krate::__private::ByNumber<0>>::Number =
                    <#repr as #krate::__private::ByNumber<{ ROWS.last(#from, #to) }>>::NUMBER;
            }
        }
        SelectorKind::Category(category) => quote! {
            const #constant: <#codes as #krate::Categorized>::Category =
                <<#codes as #krate::Categorized>::Category>::#category;
        },
        SelectorKind::Flag(column) => {
            let column = column.to_string();
            let span = generated_at(selector.start);
            quote_spanned!(span=> const #constant: ::core::primitive::usize = ROWS.flag(#column);)
        }
        // It begins as that of a variant does, so that rust-analyzer can offer variants.
        SelectorKind::Unread => quote!(const #constant: #codes = #codes::ALL[0];),
        SelectorKind::Retryable | SelectorKind::Unrecognized | SelectorKind::Skip | SelectorKind::Rest => {
            TokenStream::new()
        }
    }
}

/// A selector as the checks read it.
fn described(derivation: &Derivation, claim: &Claim<'_>) -> TokenStream {
    let krate = &derivation.krate;
    let Claim { arm, selector, constant, .. } = claim;
    let selection = match &selector.kind {
        SelectorKind::Variant(_) => {
            let row = derivation.row(constant);
            quote!(Code { row: #row, number: ::core::option::Option::None })
        }
        SelectorKind::Number(number) => {
            let (row, number) = (derivation.row(constant), number.value());
            quote!(Code { row: #row, number: ::core::option::Option::Some(#number) })
        }
        SelectorKind::Text(text) => {
            let row = derivation.row(constant);
            quote!(Text { row: #row, text: #text })
        }
        SelectorKind::Range(from, to) => {
            let (from, to) = (from.value(), to.value());
            quote!(Range { from: #from, to: #to })
        }
        SelectorKind::Category(category) => {
            let category = category.to_string();
            quote!(Category { at: #constant as ::core::primitive::usize, variant: #category })
        }
        SelectorKind::Flag(column) => {
            let column = column.to_string();
            quote!(Flag { at: #constant, name: #column })
        }
        SelectorKind::Retryable => quote!(Retryable),
        SelectorKind::Unrecognized => quote!(Unrecognized),
        SelectorKind::Skip | SelectorKind::Unread => return TokenStream::new(),
        SelectorKind::Rest => quote!(Rest),
    };
    quote!(#krate::__private::Claim { arm: #arm, selection: #krate::__private::Selection::#selection })
}

/// A check whose error is shown at the tokens from `start` to `end`.
fn check(check: &TokenStream, argument: &TokenStream, start: Span, end: Span) -> TokenStream {
    // Parentheses begin and end it, of which an editor has nothing to show.
    let mut coverage = Group::new(Delimiter::Parenthesis, quote!(&COVERAGE));
    coverage.set_span(start);
    let coverage = TokenTree::from(coverage);
    let mut arguments = Group::new(Delimiter::Parenthesis, argument.clone());
    arguments.set_span(end);
    let arguments = TokenTree::from(arguments);
    quote!(const _: () = #coverage.#check #arguments;)
}

/// The span of generated code that is shown at a place of the user's code.
fn generated_at(place: Span) -> Span {
    Span::mixed_site().located_at(place)
}

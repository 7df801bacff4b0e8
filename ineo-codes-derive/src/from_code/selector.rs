//! What an arm selects: the syntax of `#[from_code(…)]` on a variant.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::parse::ParseStream;
use syn::{Error, Ident, LitInt, Token};

/// What an arm claims.
pub(super) struct Selector {
    pub(super) kind: SelectorKind,
    pub(super) span: Span,
}

pub(super) enum SelectorKind {
    /// A code by its variant.
    Variant(Ident),
    /// A code by its number, with the sign.
    Number(TokenStream),
    Category(Ident),
    Retryable,
    Unrecognized,
    /// `_`: all that no other arm claims.
    Rest,
}

pub(super) const SELECTORS: &str = "variants or numbers (`NotFound | 404`), `category = Success`, `retryable`, `unrecognized` \
                         or `_`";

/// `NotFound | 404`, `category = A | B`, `retryable`, `unrecognized` or `_`.
pub(super) fn parse_selectors(input: ParseStream<'_>) -> syn::Result<Vec<Selector>> {
    let selectors = if input.peek(Token![_]) {
        let rest: Token![_] = input.parse()?;
        vec![Selector { kind: SelectorKind::Rest, span: rest.span }]
    } else if input.peek(Ident) && input.peek2(Token![=]) {
        let key: Ident = input.parse()?;
        if key != "category" {
            return Err(Error::new_spanned(&key, format!("`{key} = …` selects no codes: write {SELECTORS}")));
        }
        input.parse::<Token![=]>()?;
        parse_alternatives(input, |input| {
            let category: Ident = input
                .parse()
                .map_err(|error| Error::new(error.span(), "name a category by its variant, such as `NotFound`"))?;
            Ok(Selector { span: category.span(), kind: SelectorKind::Category(category) })
        })?
    } else {
        parse_alternatives(input, parse_code)?
    };
    if !input.is_empty() {
        return Err(input.error(format!(
            "nothing may follow here: one attribute holds {SELECTORS}; a variant may have several attributes"
        )));
    }
    Ok(selectors)
}

fn parse_alternatives(
    input: ParseStream<'_>,
    alternative: impl Fn(ParseStream<'_>) -> syn::Result<Selector>,
) -> syn::Result<Vec<Selector>> {
    let mut alternatives = vec![alternative(input)?];
    while input.parse::<Option<Token![|]>>()?.is_some() {
        alternatives.push(alternative(input)?);
    }
    Ok(alternatives)
}

fn parse_code(input: ParseStream<'_>) -> syn::Result<Selector> {
    if input.peek(LitInt) || input.peek(Token![-]) {
        let sign: Option<Token![-]> = input.parse()?;
        let number: LitInt = input.parse()?;
        if !number.suffix().is_empty() {
            return Err(Error::new_spanned(number, "the table gives the type of the number: remove the suffix"));
        }
        return Ok(Selector { span: number.span(), kind: SelectorKind::Number(quote!(#sign #number)) });
    }
    let word: Ident = input.parse().map_err(|error| Error::new(error.span(), format!("select by {SELECTORS}")))?;
    let span = word.span();
    let kind = match word.to_string().as_str() {
        "retryable" => SelectorKind::Retryable,
        "unrecognized" => SelectorKind::Unrecognized,
        "Unrecognized" => return Err(Error::new(span, "write `unrecognized` for the codes outside the table")),
        _ => SelectorKind::Variant(word),
    };
    Ok(Selector { kind, span })
}

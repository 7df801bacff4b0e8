//! What an arm selects: the syntax of `#[from_code(…)]` on a variant.

use proc_macro2::Span;
use syn::parse::ParseStream;
use syn::{Error, Ident, LitStr, Token};

use super::number::{Number, Numbers};

/// One thing that an arm selects.
pub(super) struct Selector {
    pub(super) kind: SelectorKind,
    pub(super) start: Span,
    pub(super) end: Span,
}

pub(super) enum SelectorKind {
    /// A code by its variant.
    Variant(Ident),
    /// A code by its number.
    Number(Number),
    /// A code by its text.
    Text(LitStr),
    /// The codes from one number to another, both included.
    Range(Number, Number),
    /// The codes of a category, by its variant.
    Category(Ident),
    /// The codes for which a column of type bool is `true`.
    Flag(Ident),
    Retryable,
    Unrecognized,
    /// `skip`: no codes.
    Skip,
    /// `_`: all codes that no other arm takes.
    Rest,
    /// None that can be read.
    Unread,
}

pub(super) const SELECTORS: &str = "variants or codes (`NotFound | 404`), a range (`500..=599`), `category = Success`, \
    a column of type bool, `retryable`, `unrecognized`, `_`, or `skip` for a variant that no code makes";

/// Parses what is in the parentheses of one attribute.
pub(super) fn parse_selectors(input: ParseStream<'_>) -> syn::Result<Vec<Selector>> {
    let selectors = if input.peek(Ident) && input.peek2(Token![=]) && !input.peek2(Token![==]) {
        let key: Ident = input.parse()?;
        if key != "category" {
            return Err(Error::new_spanned(&key, format!("`{key} = …` selects no codes: write {SELECTORS}")));
        }
        input.parse::<Token![=]>()?;
        parse_alternatives(input, parse_category)?
    } else {
        parse_alternatives(input, parse_selector)?
    };
    if input.peek(Token![..]) {
        return Err(Error::new(input.span(), "a range is of two numbers, such as `500..=599`"));
    }
    if !input.is_empty() {
        return Err(Error::new(input.span(), "separate selectors with `|`, or give each an attribute of its own"));
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

fn parse_category(input: ParseStream<'_>) -> syn::Result<Selector> {
    if input.peek(LitStr) {
        let text: LitStr = input.parse()?;
        return Err(without_quotes(&text, "the category's variant"));
    }
    let category: Ident = input.parse().map_err(|error| {
        let message = "name a category by its variant, such as `NotFound`; anything else needs an attribute of its own";
        Error::new(error.span(), message)
    })?;
    reject_path(input, &category)?;
    Ok(Selector::word(category.span(), SelectorKind::Category(category)))
}

fn parse_selector(input: ParseStream<'_>) -> syn::Result<Selector> {
    if Numbers::are_next(input) {
        return Ok(match Numbers::parse(input)? {
            Numbers::One(number) => {
                Selector { start: number.start, end: number.end, kind: SelectorKind::Number(number) }
            }
            Numbers::Range(from, to) => {
                Selector { start: from.start, end: to.end, kind: SelectorKind::Range(from, to) }
            }
        });
    }
    if input.peek(Token![_]) {
        let rest: Token![_] = input.parse()?;
        return Ok(Selector::word(rest.span, SelectorKind::Rest));
    }
    if input.peek(LitStr) {
        let text: LitStr = input.parse()?;
        return Ok(Selector::word(text.span(), SelectorKind::Text(text)));
    }
    let word: Ident = input.parse().map_err(|error| Error::new(error.span(), format!("select by {SELECTORS}")))?;
    reject_path(input, &word)?;
    let span = word.span();
    let text = word.to_string();
    let kind = match text.as_str() {
        "retryable" => SelectorKind::Retryable,
        "unrecognized" => SelectorKind::Unrecognized,
        "skip" => SelectorKind::Skip,
        "category" => return Err(Error::new(span, "write `category = Success`, in an attribute of its own")),
        "Retryable" | "Skip" => {
            return Err(Error::new(span, format!("write `{}`", text.to_lowercase())));
        }
        "Unrecognized" | "unrecognised" | "Unrecognised" => {
            return Err(Error::new(span, "write `unrecognized` for the unlisted codes"));
        }
        // Columns are in snake_case. A word with a capital letter is a variant, also where it begins with a small one: such a
        // word is what rust-analyzer puts in place of a word that is still to be written.
        _ if text.starts_with(char::is_lowercase) && !text.contains(char::is_uppercase) => SelectorKind::Flag(word),
        _ => SelectorKind::Variant(word),
    };
    Ok(Selector::word(span, kind))
}

/// An error if more of a path follows a word: `StatusCode::NotFound`.
fn reject_path(input: ParseStream<'_>, first: &Ident) -> syn::Result<()> {
    let mut last = None;
    while input.parse::<Option<Token![::]>>()?.is_some() {
        last = Some(input.parse::<Ident>()?);
    }
    match last {
        None => Ok(()),
        Some(last) => Err(Error::new(first.span(), format!("write `{last}` without a path"))),
    }
}

/// The error at a text that should be `what` instead.
pub(super) fn without_quotes(text: &LitStr, what: &str) -> Error {
    let value = text.value();
    let is_it = value.parse::<i128>().is_ok() || value.starts_with(char::is_uppercase) && !value.contains(' ');
    let what = if is_it { format!("`{value}`") } else { what.to_owned() };
    Error::new_spanned(text, format!("write {what} without quotes"))
}

impl Selector {
    /// Stands in for the selectors of an attribute that can't be read.
    pub(super) fn unread(place: Span) -> Self {
        Self::word(place, SelectorKind::Unread)
    }

    fn word(span: Span, kind: SelectorKind) -> Self {
        Self { kind, start: span, end: span }
    }
}

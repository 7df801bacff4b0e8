//! What an arm selects: the syntax of `#[from_code(…)]` on a variant.

use proc_macro2::{Ident, Literal, Span};

use super::number::{Number, Numbers};
use crate::cursor::Cursor;
use crate::error::Error;
use crate::literal::Text;

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
    Text(Literal),
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
pub(super) fn parse_selectors(cursor: &mut Cursor) -> Result<Vec<Selector>, Error> {
    let parse = match cursor.key() {
        None => parse_selector,
        Some(key) if key == "category" => parse_category,
        Some(key) => {
            return Err(Error::new(key.span(), format!("`{key} = …` selects no codes: write {SELECTORS}")));
        }
    };
    let mut selectors = vec![parse(cursor)?];
    while cursor.eat("|").is_some() {
        selectors.push(parse(cursor)?);
    }
    if cursor.is_next("..") {
        return Err(cursor.error("a range is of two numbers, such as `500..=599`"));
    }
    if !cursor.is_empty() {
        return Err(cursor.error("separate selectors with `|`, or give each an attribute of its own"));
    }
    Ok(selectors)
}

fn parse_category(cursor: &mut Cursor) -> Result<Selector, Error> {
    if let Some(text) = cursor.text() {
        return Err(without_quotes(&text, "the category's variant"));
    }
    let category = cursor.name().ok_or_else(|| {
        cursor.error("name a category by its variant, such as `NotFound`; anything else needs an attribute of its own")
    })?;
    reject_path(cursor, &category)?;
    Ok(Selector::word(category.span(), SelectorKind::Category(category)))
}

fn parse_selector(cursor: &mut Cursor) -> Result<Selector, Error> {
    match Numbers::parse(cursor)? {
        Some(Numbers::One(number)) => {
            return Ok(Selector { start: number.start, end: number.end, kind: SelectorKind::Number(number) });
        }
        Some(Numbers::Range(from, to)) => {
            return Ok(Selector { start: from.start, end: to.end, kind: SelectorKind::Range(from, to) });
        }
        None => {}
    }
    if let Some(rest) = cursor.keyword("_") {
        return Ok(Selector::word(rest.span(), SelectorKind::Rest));
    }
    if let Some(text) = cursor.text() {
        return Ok(Selector::word(text.span(), SelectorKind::Text(text.literal)));
    }
    let word = cursor.name().ok_or_else(|| cursor.error(format!("select by {SELECTORS}")))?;
    reject_path(cursor, &word)?;
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
fn reject_path(cursor: &mut Cursor, first: &Ident) -> Result<(), Error> {
    let mut last = None;
    while cursor.eat("::").is_some() {
        last = Some(cursor.name().ok_or_else(|| cursor.error("write the name alone, without a path"))?);
    }
    match last {
        None => Ok(()),
        Some(last) => Err(Error::new(first.span(), format!("write `{last}` without a path"))),
    }
}

/// The error at a text that should be `what` instead.
pub(super) fn without_quotes(text: &Text, what: &str) -> Error {
    let value = &text.value;
    let is_it = value.parse::<i128>().is_ok() || value.starts_with(char::is_uppercase) && !value.contains(' ');
    let what = if is_it { format!("`{value}`") } else { what.to_owned() };
    Error::new(text.span(), format!("write {what} without quotes"))
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

//! The values of literals, by the rules of the Rust Reference, chapter "Tokens". The compiler has checked them already.

use proc_macro2::{Literal, Span};

/// A string literal, `"…"` or `r#"…"#`.
pub(crate) struct Text {
    pub(crate) literal: Literal,
    pub(crate) value: String,
}

impl Text {
    /// `None` for other literals, which strings of bytes and of C are too.
    pub(crate) fn new(literal: &Literal) -> Option<Self> {
        let text = literal.to_string();
        let value = match text.strip_prefix('r') {
            Some(raw) => unquoted(raw.trim_matches('#'))?.to_owned(),
            None => unescaped(unquoted(&text)?)?,
        };
        Some(Self { literal: literal.clone(), value })
    }

    pub(crate) fn span(&self) -> Span {
        self.literal.span()
    }
}

fn unquoted(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.strip_suffix('"')
}

fn unescaped(text: &str) -> Option<String> {
    let character = |digits: &str| char::from_u32(u32::from_str_radix(digits, 16).ok()?);
    let mut value = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((plain, escape)) = rest.split_once('\\') {
        value.push_str(plain);
        let kind = escape.chars().next()?;
        rest = &escape[kind.len_utf8()..];
        value.push(match kind {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '0' => '\0',
            'x' => {
                let digits = rest.get(..2)?;
                rest = &rest[2..];
                character(digits)?
            }
            'u' => {
                let (digits, end) = rest.strip_prefix('{')?.split_once('}')?;
                rest = end;
                character(&digits.replace('_', ""))?
            }
            '\n' => {
                rest = rest.trim_start_matches([' ', '\t', '\n', '\r']);
                continue;
            }
            quoted => quoted,
        });
    }
    value.push_str(rest);
    Some(value)
}

/// An integer literal without a sign.
pub(crate) struct Integer {
    /// `None` if it has more than 127 bits.
    pub(crate) value: Option<i128>,
    pub(crate) is_hexadecimal: bool,
    pub(crate) has_suffix: bool,
    pub(crate) span: Span,
}

impl Integer {
    /// `None` for other literals.
    pub(crate) fn new(literal: &Literal) -> Option<Self> {
        let text = literal.to_string();
        let (radix, digits) = match text.get(..2) {
            Some("0b") => (2, &text[2..]),
            Some("0o") => (8, &text[2..]),
            Some("0x") => (16, &text[2..]),
            _ => (10, text.as_str()),
        };
        let end = digits.find(|character: char| character != '_' && !character.is_digit(radix));
        let (digits, suffix) = digits.split_at(end.unwrap_or(digits.len()));
        let digits = digits.replace('_', "");
        // A point, an exponent, or a digit that the base doesn't have.
        let is_other = |first: char| !first.is_alphabetic() || matches!(first, 'e' | 'E');
        if digits.is_empty() || suffix.starts_with(is_other) {
            return None;
        }
        Some(Self {
            value: i128::from_str_radix(&digits, radix).ok(),
            is_hexadecimal: radix == 16,
            has_suffix: !suffix.is_empty(),
            span: literal.span(),
        })
    }
}

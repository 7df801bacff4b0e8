use core::error::Error;
use core::fmt::{self, Debug, Display};
use core::marker::PhantomData;

use crate::code::is_same;
use crate::pad::pad;
use crate::{Code, Integer, Representation, Text};

/// Error returned when a string is neither a number in range nor a name of exactly one code.
///
/// It is the error of [`FromStr`](core::str::FromStr). In a text table the string may also be too long for a code.
///
/// ```
/// use ineo_codes::StatusCode;
///
/// let error = "data_error".parse::<StatusCode>().unwrap_err();
/// assert_eq!(error.candidates(), [StatusCode::DataError, StatusCode::NotFound]);
/// assert_eq!(
///     error.to_string(),
///     "several codes have this name: 402 data_error, 404 not_found; give the number",
/// );
///
/// let error = "no_such_name".parse::<StatusCode>().unwrap_err();
/// assert!(error.candidates().is_empty());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParseCodeError<C: 'static> {
    candidates: &'static [C],
}

impl<C> ParseCodeError<C> {
    /// The codes that share the name; empty if no code has it.
    #[must_use]
    pub fn candidates(&self) -> &'static [C] {
        self.candidates
    }
}

impl<C: Code> Display for ParseCodeError<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.candidates.is_empty() {
            return pad(f, format_args!("neither a name in the table nor {}", Expected::<C::Repr>(PhantomData)));
        }
        pad(f, format_args!("several codes have this name: {}; give the number", Listed(self.candidates)))
    }
}

impl<C: Code> Error for ParseCodeError<C> {}

/// What can be read as a code, for the error.
struct Expected<R>(PhantomData<R>);

impl<R: Representation> Display for Expected<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        R::__expected(f)
    }
}

/// Codes, separated by commas.
struct Listed<C: 'static>(&'static [C]);

impl<C: Code> Display for Listed<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().enumerate().try_for_each(|(at, code)| {
            f.write_str(if at == 0 { "" } else { ", " })?;
            Display::fmt(code, f)
        })
    }
}

/// `FromStr` of integer codes. `code` finds the one code with a name, or all that share it.
#[doc(hidden)]
#[inline]
pub fn parse<C: Code<Repr: Integer>>(
    text: &str,
    code: impl Fn(&str) -> Result<C, &'static [C]>,
) -> Result<C, ParseCodeError<C>> {
    // A number begins with a digit or a sign. Few names begin with a character up to `9`.
    if text.as_bytes().first().is_some_and(|first| *first <= b'9') {
        return parse_anything(text);
    }
    code(text).map_err(|candidates| ParseCodeError { candidates })
}

/// The slow path: its own function, because inlining it would slow down names that begin with a letter, which are far more
/// frequent.
#[inline(never)]
fn parse_anything<C: Code<Repr: Integer>>(text: &str) -> Result<C, ParseCodeError<C>> {
    // No name is a number, so the order doesn't matter.
    if let Some(number) = number(text) {
        return Ok(C::from_code(number));
    }
    match C::named(text) {
        [code] => Ok(*code),
        [] => displayed(text).ok_or(ParseCodeError { candidates: &[] }),
        candidates => Err(ParseCodeError { candidates }),
    }
}

/// Reads a decimal number, as Rust's integers are parsed, or `0x` and hexadecimal digits without a sign. In a signed type
/// the hexadecimal digits are the bits.
fn number<R: Integer>(text: &str) -> Option<R> {
    let Some(digits) = text.strip_prefix("0x") else { return text.parse().ok() };
    // `from_str_radix` would accept a sign.
    let is_hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_hexadecimal.then(|| u64::from_str_radix(digits, 16).ok()).flatten().and_then(R::__from_bits)
}

/// Reads what `Display` writes: a number, one blank, and a name of that code. The name `unrecognized` fits any code, so
/// that text written before the code was listed can still be read.
fn displayed<C: Code<Repr: Integer>>(text: &str) -> Option<C> {
    let (digits, name) = split_once(text)?;
    let code = C::from_code(number(digits)?);
    has_name(code.names(), name).then_some(code)
}

/// Splits at the first blank. Like the next function it is not generic, so that it is compiled once and not for every table.
#[inline(never)]
fn split_once(text: &str) -> Option<(&str, &str)> {
    text.split_once(' ')
}

#[inline(never)]
fn has_name(names: &[&str], name: &str) -> bool {
    is_same(name, "unrecognized") || names.iter().any(|known| is_same(known, name))
}

/// `FromStr` of text codes. In this order: a listed code; a name of one code; what `Display` writes; any other text.
///
/// # Errors
///
/// Several codes have the name, or the text is too long to be a code.
#[doc(hidden)]
pub fn parse_text<const N: usize, C: Code<Repr = Text<N>>>(text: &str) -> Result<C, ParseCodeError<C>> {
    let code = Text::new(text).map(C::from_code);
    if let Some(code) = code.filter(|code| code.is_recognized()) {
        return Ok(code);
    }
    match C::named(text) {
        [code] => return Ok(*code),
        [] => {}
        candidates => return Err(ParseCodeError { candidates }),
    }
    displayed_text(text).or(code).ok_or(ParseCodeError { candidates: &[] })
}

/// Reads a code, one blank, and a name of that code or `unrecognized`. Codes and names may contain blanks.
fn displayed_text<const N: usize, C: Code<Repr = Text<N>>>(text: &str) -> Option<C> {
    text.match_indices(' ').find_map(|(at, _)| {
        let code = C::from_code(Text::new(&text[..at])?);
        has_name(code.names(), &text[at + 1..]).then_some(code)
    })
}

use core::error::Error;
use core::fmt::{self, Debug, Display};

use crate::{Code, Representation};

/// A text that tells no code: neither a number of the table's type nor a name that just one code bears.
///
/// ```
/// use ineo_codes::StatusCode;
///
/// let error = "data_error".parse::<StatusCode>().unwrap_err();
/// assert_eq!(error.candidates(), [StatusCode::DataError, StatusCode::NotFound]);
/// assert_eq!(
///     error.to_string(),
///     "several codes bear this name: 402 data_error, 404 not_found; ask by number",
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
    /// The codes that share the name; none where the text is neither name nor number.
    #[must_use]
    pub fn candidates(&self) -> &'static [C] {
        self.candidates
    }
}

impl<C: Code> Display for ParseCodeError<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((first, others)) = self.candidates.split_first() else {
            let (min, max) = (C::Repr::MIN, C::Repr::MAX);
            return write!(f, "neither a name in the table nor a decimal number from {min} to {max}");
        };
        write!(f, "several codes bear this name: {first}")?;
        others.iter().try_for_each(|other| write!(f, ", {other}"))?;
        f.write_str("; ask by number")
    }
}

impl<C: Code> Error for ParseCodeError<C> {}

/// `FromStr` of every code. `code` finds the code that has a name, or all that share it.
#[doc(hidden)]
#[inline]
pub fn parse<C: Code>(text: &str, code: impl Fn(&str) -> Result<C, &'static [C]>) -> Result<C, ParseCodeError<C>> {
    // A number begins with a digit or a sign, and all of these come before.
    if text.as_bytes().first().is_some_and(|first| *first <= b'9') {
        return parse_anything(text);
    }
    code(text).map_err(|candidates| ParseCodeError { candidates })
}

/// Apart, since names that begin with a letter are looked up far more often and would be slowed down.
#[inline(never)]
fn parse_anything<C: Code>(text: &str) -> Result<C, ParseCodeError<C>> {
    // No name is a number.
    text.parse().map(C::from_code).or_else(|_| match C::named(text) {
        [code] => Ok(*code),
        candidates => Err(ParseCodeError { candidates }),
    })
}

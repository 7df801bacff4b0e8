//! Codes as numbers, and ranges of them.

use std::fmt::{self, Display, Formatter};

use proc_macro2::{Literal, Span, TokenStream};
use quote::quote;

use crate::cursor::Cursor;
use crate::error::Error;

/// An integer literal with its sign.
pub(super) struct Number {
    value: i128,
    /// Whether it is in hexadecimal: then it is the bits of a code, as in a table.
    is_bits: bool,
    pub(super) start: Span,
    pub(super) end: Span,
}

/// `404`, or `500..=599`.
pub(super) enum Numbers {
    One(Number),
    Range(Number, Number),
}

impl Numbers {
    /// `None` if something else is next.
    pub(super) fn parse(cursor: &mut Cursor) -> Result<Option<Self>, Error> {
        if cursor.is_next("..") {
            return Err(cursor.error("a range has both ends: write the first code too, such as `0..=99`"));
        }
        let Some(from) = Number::parse(cursor)? else { return Ok(None) };
        let operators = ["..=", "...", ".."];
        let operator = operators.into_iter().find_map(|operator| Some((operator, cursor.eat(operator)?)));
        let Some((operator, place)) = operator else { return Ok(Some(Self::One(from))) };
        let Some(to) = Number::parse(cursor)? else {
            let last = from.last_of_hundred();
            let message = format!("a range has both ends: write the last code too, such as `{from}..={last}`");
            return Err(Error::new(place, message));
        };
        let message = match operator {
            "..=" => return Ok(Some(Self::Range(from, to))),
            "..." => format!("write `{from}..={to}`"),
            _ => {
                let last = Number { value: to.value - 1, ..to };
                format!("a range includes its last code: write `{from}..={last}`, or `{from}..={to}`")
            }
        };
        Err(Error::between(from.start, to.end, message))
    }
}

impl Number {
    /// `None` if something else is next.
    fn parse(cursor: &mut Cursor) -> Result<Option<Self>, Error> {
        let minus = cursor.eat("-");
        let number = match (cursor.integer(), minus) {
            (Some(number), _) => number,
            (None, None) => return Ok(None),
            (None, Some(_)) => return Err(cursor.error("a number follows a minus, such as in `-1`")),
        };
        let error = |message| Err(Error::new(number.span, message));
        if number.has_suffix {
            return error("the table gives the type of the codes: remove the suffix");
        }
        let value = number.value.map(|value| if minus.is_some() { -value } else { value });
        let value = value.filter(|value| (i128::from(i64::MIN)..=i128::from(u64::MAX)).contains(value));
        let Some(value) = value else { return error("codes have at most 64 bits: correct the number") };
        let is_bits = minus.is_none() && number.is_hexadecimal;
        Ok(Some(Self { value, is_bits, start: minus.unwrap_or(number.span), end: number.span }))
    }

    /// A code that may end a range from this one on, for an example.
    fn last_of_hundred(&self) -> Self {
        Self { value: self.value - self.value.rem_euclid(100) + 99, ..*self }
    }

    /// The value that the type of the codes has, as an expression.
    ///
    /// The literal is where the user's is, so that an editor shows a number for it, and not the code around it.
    pub(super) fn value(&self) -> TokenStream {
        let mut value = Literal::i128_unsuffixed(self.value);
        value.set_span(self.end);
        if self.is_bits { quote!(ROWS.from_bits(#value)) } else { quote!(#value) }
    }
}

impl Display for Number {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.is_bits { write!(f, "{:#X}", self.value) } else { write!(f, "{}", self.value) }
    }
}

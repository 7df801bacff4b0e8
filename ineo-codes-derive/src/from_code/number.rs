//! Codes as numbers, and ranges of them.

use std::fmt::{self, Display, Formatter};

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::quote;
use syn::parse::ParseStream;
use syn::{Error, LitInt, Token};

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
    pub(super) fn are_next(input: ParseStream<'_>) -> bool {
        Number::is_next(input) || input.peek(Token![..])
    }

    pub(super) fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Token![..]) {
            return Err(Error::new(input.span(), "a range has both ends: write the first code too, such as `0..=99`"));
        }
        let from = Number::parse(input)?;
        if !input.peek(Token![..]) {
            return Ok(Self::One(from));
        }
        let operator: TokenTree = input.fork().parse()?;
        let is_inclusive = input.parse::<Option<Token![..=]>>()?.is_some();
        let is_old = !is_inclusive && input.parse::<Option<Token![...]>>()?.is_some();
        if !is_inclusive && !is_old {
            input.parse::<Token![..]>()?;
        }
        if !Number::is_next(input) {
            let last = from.last_of_hundred();
            let message = format!("a range has both ends: write the last code too, such as `{from}..={last}`");
            return Err(Error::new(operator.span(), message));
        }
        let to = Number::parse(input)?;
        if is_inclusive {
            return Ok(Self::Range(from, to));
        }
        let message = if is_old {
            format!("write `{from}..={to}`")
        } else {
            let last = Number { value: to.value - 1, ..to };
            format!("a range includes its last code: write `{from}..={last}`, or `{from}..={to}`")
        };
        let tokens = [from.start, to.end].map(|span| Ident::new("_", span));
        Err(Error::new_spanned(quote!(#(#tokens)*), message))
    }
}

impl Number {
    fn is_next(input: ParseStream<'_>) -> bool {
        input.peek(LitInt) || input.peek(Token![-])
    }

    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let minus: Option<Token![-]> = input.parse()?;
        let number: LitInt =
            input.parse().map_err(|error| Error::new(error.span(), "a number follows a minus, such as in `-1`"))?;
        if !number.suffix().is_empty() {
            return Err(Error::new_spanned(number, "the table gives the type of the codes: remove the suffix"));
        }
        let sign = if minus.is_some() { "-" } else { "" };
        let value = format!("{sign}{}", number.base10_digits()).parse().ok();
        let value = value.filter(|value| (i128::from(i64::MIN)..=i128::from(u64::MAX)).contains(value));
        let Some(value) = value else {
            return Err(Error::new_spanned(number, "codes have at most 64 bits: correct the number"));
        };
        let is_bits = minus.is_none() && number.to_string().starts_with("0x");
        let end = number.span();
        Ok(Self { value, is_bits, start: minus.map_or(end, |minus| minus.spans[0]), end })
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

//! Errors at a place of the user's code.

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};
use quote::quote_spanned;

/// What is wrong, and where it begins and ends.
#[derive(Debug)]
pub(crate) struct Error {
    pub(crate) start: Span,
    end: Span,
    message: String,
}

impl Error {
    pub(crate) fn new(place: Span, message: impl Into<String>) -> Self {
        Self::between(place, place, message)
    }

    pub(crate) fn between(start: Span, end: Span, message: impl Into<String>) -> Self {
        Self { start, end, message: message.into() }
    }

    /// An error from the first of these tokens to the last.
    pub(crate) fn at(tokens: &TokenStream, message: impl Into<String>) -> Self {
        let mut spans = tokens.clone().into_iter().map(|token| token.span());
        let start = spans.next().unwrap_or_else(Span::call_site);
        Self::between(start, spans.last().unwrap_or(start), message)
    }

    /// `::core::compile_error! { "…" }`, which the compiler shows from its first token to its last.
    pub(crate) fn to_compile_error(&self) -> TokenStream {
        let mut message = Literal::string(&self.message);
        message.set_span(self.end);
        let mut braces = Group::new(Delimiter::Brace, TokenTree::from(message).into());
        braces.set_span(self.end);
        let braces = TokenTree::from(braces);
        quote_spanned!(self.start=> ::core::compile_error! #braces)
    }
}

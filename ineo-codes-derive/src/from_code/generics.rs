//! The generics of an enum.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens as _, quote};

use crate::brackets::Brackets;
use crate::cursor::is_punct;

/// What an `impl` of the enum repeats of `<'a, T: Debug = u8> where T: Copy`.
#[derive(Default)]
pub(crate) struct Generics {
    /// `<'a, T: Debug>`
    pub(crate) parameters: TokenStream,
    /// `<'a, T>`
    pub(crate) arguments: TokenStream,
    /// `where T: Copy`
    pub(crate) condition: TokenStream,
}

impl Generics {
    /// Takes what is between the name of an enum and its braces, which the compiler has parsed already.
    pub(crate) fn new(tokens: TokenStream) -> Self {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        if !tokens.first().is_some_and(|first| is_punct(first, '<')) {
            return Self { condition: tokens.into_iter().collect(), ..Self::default() };
        }
        let mut brackets = Brackets::default();
        let end = tokens.iter().position(|token| brackets.pass(token) == 0).unwrap_or(tokens.len() - 1);
        let mut brackets = Brackets::default();
        let parameters = tokens[1..end].split(|token| brackets.pass(token) == 0 && is_punct(token, ','));
        let parameters: Vec<&[TokenTree]> = parameters.filter(|parameter| !parameter.is_empty()).collect();
        let arguments = parameters.iter().map(|parameter| argument(parameter));
        let arguments = quote!(<#(#arguments),*>);
        let parameters = parameters.iter().map(|parameter| without_default(parameter));
        Self {
            parameters: quote!(<#(#parameters),*>),
            arguments,
            condition: tokens[end + 1..].iter().cloned().collect(),
        }
    }
}

/// The name of a parameter: `'a`, `T`, or `N` of `const N: usize`.
fn argument(parameter: &[TokenTree]) -> TokenStream {
    // Attributes come first.
    let start = parameter.iter().position(|token| matches!(token, TokenTree::Ident(_)) || is_punct(token, '\''));
    match &parameter[start.unwrap_or(0)..] {
        [TokenTree::Ident(keyword), name, ..] if keyword == "const" => name.to_token_stream(),
        [quote @ TokenTree::Punct(_), name, ..] => quote!(#quote #name),
        [name, ..] => name.to_token_stream(),
        [] => TokenStream::new(),
    }
}

/// The parameter without `= …`, which an `impl` doesn't have.
fn without_default(parameter: &[TokenTree]) -> TokenStream {
    let mut brackets = Brackets::default();
    let end = parameter.iter().position(|token| brackets.pass(token) == 0 && is_punct(token, '='));
    parameter[..end.unwrap_or(parameter.len())].iter().cloned().collect()
}

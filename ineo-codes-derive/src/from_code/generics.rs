//! The generics of an enum.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens as _, TokenStreamExt as _, quote};

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
        let mut tokens = tokens.into_iter().peekable();
        let mut brackets = Brackets::default();
        if tokens.peek().is_none_or(|first| brackets.pass(first) == 0) {
            return Self { condition: tokens.collect(), ..Self::default() };
        }
        tokens.next();
        let (mut parameters, mut arguments) = (Vec::new(), Vec::new());
        let mut parameter = Vec::new();
        for token in tokens.by_ref() {
            let open = brackets.pass(&token);
            if open > 1 || open == 1 && !is_punct(&token, ',') {
                parameter.push(token);
                continue;
            }
            // A comma may be behind the last one too.
            if !parameter.is_empty() {
                parameters.push(without_default(&parameter));
                arguments.push(argument(&parameter));
                parameter.clear();
            }
            if open == 0 {
                break;
            }
        }
        let (parameters, arguments) = (quote!(<#(#parameters),*>), quote!(<#(#arguments),*>));
        Self { parameters, arguments, condition: tokens.collect() }
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
    let mut tokens = TokenStream::new();
    for token in parameter {
        if brackets.pass(token) == 0 && is_punct(token, '=') {
            break;
        }
        tokens.append(token.clone());
    }
    tokens
}

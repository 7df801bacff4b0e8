//! Pieces of Rust.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{format_ident, quote};

use crate::model::{IntegerType, Retry};

/// Tokens of a text that is Rust by construction. For thousands of items it is far quicker to write the text and have
/// the compiler cut it than to pass it token after token.
///
/// The identifiers in it are placed within the text, which is not a file: rust-analyzer fails to go to an item that is
/// declared so. See [`declared`].
pub(super) fn rust(text: &str) -> TokenStream {
    text.parse().unwrap_or_else(|error: proc_macro2::LexError| {
        let error = error.to_string();
        quote!(::core::compile_error!(#error);)
    })
}

/// A text as a literal of Rust's. For thousands of texts, quicker than what `Debug` prints, which looks at each character.
pub(super) fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    let bytes = text.as_bytes();
    let (mut at, mut done) = (0, 0);
    while at < bytes.len() {
        if let b'"' | b'\\' | b'\r' = bytes[at] {
            literal.push_str(&text[done..at]);
            literal.push_str(if bytes[at] == b'\r' { "\\r" } else { "\\" });
            done = if bytes[at] == b'\r' { at + 1 } else { at };
        }
        at += 1;
    }
    literal.push_str(&text[done..]);
    literal.push('"');
    literal
}

/// An enum's name as text. Raw, since the text is cut in another edition than the caller's, where it may be a keyword.
///
/// Variants are reached through it and not through `Self`, for which the compiler looks at all variants each time.
pub(super) fn path(name: &Ident) -> String {
    format!("r#{}", unraw(name))
}

/// An identifier without the `r#` that it may have.
pub(super) fn unraw(name: &Ident) -> String {
    let name = name.to_string();
    name.strip_prefix("r#").unwrap_or(&name).to_owned()
}

/// So many items as one text: `Path::A, Path::B, …`
pub(super) fn list(count: usize, item: &dyn Fn(usize) -> String) -> TokenStream {
    let mut text = String::new();
    for at in 0..count {
        text.push_str(&item(at));
    }
    rust(&text)
}

/// So many variants as one text, placed where the macro is invoked: that is where editors go from their uses.
pub(super) fn declared(count: usize, variant: &dyn Fn(usize) -> String) -> TokenStream {
    let call_site = Span::call_site();
    list(count, variant)
        .into_iter()
        .map(|mut token| {
            if let TokenTree::Ident(name) = &mut token {
                name.set_span(call_site);
            }
            token
        })
        .collect()
}

pub(super) fn retry(retry: Retry, krate: &TokenStream) -> TokenStream {
    match retry {
        Retry::Never => quote!(#krate::Retry::Never),
        Retry::Backoff => quote!(#krate::Retry::Backoff),
        Retry::After(seconds) => quote!(#krate::Retry::After(::core::time::Duration::from_secs(#seconds))),
    }
}

pub(super) fn primitive(integer: IntegerType) -> TokenStream {
    let name = format_ident!("{}", integer.name);
    quote!(::core::primitive::#name)
}

/// The unsigned type of a representation's bits.
pub(super) fn bits_type(bits: u32) -> TokenStream {
    let unsigned = format_ident!("u{bits}");
    quote!(::core::primitive::#unsigned)
}

//! What may be a name in Rust.

use proc_macro2::{TokenStream, TokenTree};

use super::taken::KEYWORDS;
use crate::text::quoted;

/// The Rust name that `text` is, or why it is not one.
pub(super) fn identifier(text: &str) -> Result<String, &'static str> {
    let mut chars = text.chars();
    match chars.next() {
        None => return Err("no letter is left"),
        Some('_') if text.len() == 1 => return Err("it is a Rust keyword"),
        Some(first) if !(unicode_ident::is_xid_start(first) || first == '_') => {
            return Err("a Rust name begins with a letter");
        }
        Some(_) => {}
    }
    if !chars.all(unicode_ident::is_xid_continue) {
        return Err("a Rust name has only letters, digits and underscores");
    }
    if is_keyword(text) {
        return Err("it is a Rust keyword");
    }
    if text.is_ascii() {
        return Ok(text.to_owned());
    }
    // Two spellings can be one name for the compiler, such as `é` as one character or as two, and the compiler may know
    // fewer letters than this crate does. So the compiler decides.
    match text.parse::<TokenStream>().map(|tokens| tokens.into_iter().collect::<Vec<_>>()).as_deref() {
        Ok([TokenTree::Ident(identifier)]) => Ok(identifier.to_string()),
        _ => Err("this compiler does not know such a letter"),
    }
}

/// Whether Rust keeps the word for itself, now or for later. With an `r#` before it, it is not a keyword.
#[must_use]
pub fn is_keyword(word: &str) -> bool {
    KEYWORDS.contains(&word)
}

pub(super) fn would_be(variant: &str) -> String {
    if variant.is_empty() { String::new() } else { format!("would be {}", quoted(variant)) }
}

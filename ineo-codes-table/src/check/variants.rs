//! The variant of each row, and what may be the name of a variant.

use std::collections::HashMap;

use heck::ToUpperCamelCase as _;
use proc_macro2::{TokenStream, TokenTree};

use super::Checks;
use crate::document::{Entry, Text};
use crate::fault::{Fault, Span};
use crate::text::quoted;

/// The associated items that the expansion gives an enum. A variant of the same name would hide them.
pub(super) const ITEMS: &[&str] = &[
    "ALL",
    "COUNT",
    "LANGUAGES",
    "from_code",
    "code",
    "name",
    "names",
    "named",
    "message",
    "message_in",
    "category",
    "http_status",
    "ok",
    "retry",
    "is_retryable",
    "is_recognized",
    "__row",
];

/// Rust's keywords, those reserved for later among them: the Rust Reference, chapter "Keywords".
pub(super) const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "_",
];

impl Checks<'_> {
    /// The row's variant, where it has one that no row before it has. `is_blameless` says that nothing has been reported
    /// of the row from which a fault of the variant would follow.
    pub(super) fn variant(
        &self,
        variant: &Entry<Text>,
        name: Option<&Text>,
        variants: &mut HashMap<String, Span>,
        is_blameless: bool,
    ) -> Option<String> {
        let (made, span) = match (variant, name) {
            (Entry::Given(variant), _) => (variant.value.clone(), &variant.span),
            (_, Some(name)) => (name.value.to_upper_camel_case(), &name.span),
            (_, None) => return None,
        };
        let is_given = matches!(variant, Entry::Given(_));
        let is_blameless = is_given || is_blameless && variant.is_absent();
        let made = match check_variant(&made) {
            Ok(made) => made,
            Err(reason) => {
                if is_blameless {
                    let title = match (is_given, name) {
                        (false, Some(name)) => format!("the name {} gives no variant: {reason}", quoted(&name.value)),
                        _ => format!("{} can be no variant: {reason}", quoted(&made)),
                    };
                    let label = if is_given { String::new() } else { would_be(&made) };
                    let help = if is_given {
                        "write a Rust name in UpperCamelCase, such as `NotFound`"
                    } else {
                        "give the row a `variant`, a Rust name such as `NotFound`"
                    };
                    self.fault(Fault::new(span, title).label(label).help(help));
                }
                return None;
            }
        };
        if let Some(first) = variants.get(&made) {
            if is_blameless {
                let shown = quoted(&made);
                let fault = Fault::new(span, format!("two rows give the variant {shown}"));
                let fault = fault.label(format!("gives {shown} again")).second(first, format!("first gives {shown}"));
                self.fault(fault.help("give one of the rows a `variant` of its own"));
            }
            return None;
        }
        variants.insert(made.clone(), span.clone());
        Some(made)
    }
}

/// The variant of a row, or why `variant` can't be it.
pub(super) fn check_variant(variant: &str) -> Result<String, &'static str> {
    let variant = identifier(variant)?;
    if variant == "Unrecognized" {
        return Err("that variant stands for the codes outside the table");
    }
    if ITEMS.contains(&variant.as_str()) {
        return Err("the enum has an associated item of that name");
    }
    Ok(variant)
}

/// The name in Rust that `text` is, or why it is none.
pub(super) fn identifier(text: &str) -> Result<String, &'static str> {
    let mut chars = text.chars();
    match chars.next() {
        None => return Err("no letter is left of it"),
        Some('_') if text.len() == 1 => return Err("it is a keyword of Rust"),
        Some(first) if !(unicode_ident::is_xid_start(first) || first == '_') => {
            return Err("a Rust name begins with a letter");
        }
        Some(_) => {}
    }
    if !chars.all(unicode_ident::is_xid_continue) {
        return Err("a Rust name holds letters, digits and underscores only");
    }
    if KEYWORDS.contains(&text) {
        return Err("it is a keyword of Rust");
    }
    if text.is_ascii() {
        return Ok(text.to_owned());
    }
    // The compiler takes names that are written differently for one, as `é` in one letter or in two, and may know fewer
    // letters than this crate does: it is asked.
    match text.parse::<TokenStream>().map(|tokens| tokens.into_iter().collect::<Vec<_>>()).as_deref() {
        Ok([TokenTree::Ident(identifier)]) => Ok(identifier.to_string()),
        _ => Err("this compiler knows no such letter"),
    }
}

pub(super) fn would_be(variant: &str) -> String {
    if variant.is_empty() { String::new() } else { format!("would be {}", quoted(variant)) }
}

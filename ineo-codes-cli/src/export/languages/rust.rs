//! Rust: a module that needs no macro and no dependency, not even the library.

use std::fmt::Write as _;

use super::{Language, Literal, markdown, no_namespace, steers_text};
use crate::export::model::Model;

pub(super) const RUST: Language = Language {
    name: "rust",
    title: "Rust",
    template: Some(include_str!("../templates/rust.jinja")),
    literal,
    comment: markdown::comment,
    filters: &[("bytes", |text| Ok(bytes(text))), ("code", |text| Ok(markdown::code(text)))],
    usage,
    // Variants, categories and columns are those of the enum: the table's own checks keep them apart, and from keywords.
    check: |_| Vec::new(),
};

/// What the module uses from Rust's prelude.
const PRELUDE: &[&str] = &["Err", "None", "Ok", "Option", "Result", "Self", "Some"];

#[allow(clippy::unnecessary_wraps, reason = "other languages can't hold every value")]
fn literal(value: Literal<'_>) -> Result<String, String> {
    Ok(match value {
        Literal::Null => "None".to_owned(),
        Literal::Boolean(value) => value.to_string(),
        Literal::Integer(number) => number.to_string(),
        Literal::Text(text) => string(text),
    })
}

/// A literal with escapes for whatever ends a line, or shows the source in another order than it has.
fn string(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for c in text.chars() {
        _ = match c {
            '"' | '\\' => write!(literal, "\\{c}"),
            '\n' => write!(literal, "\\n"),
            '\r' => write!(literal, "\\r"),
            '\t' => write!(literal, "\\t"),
            c if steers_text(c) => write!(literal, "{}", c.escape_unicode()),
            c => write!(literal, "{c}"),
        };
    }
    literal.push('"');
    literal
}

/// The bytes of a text, which is a pattern as well.
fn bytes(text: &str) -> String {
    if text.is_ascii() {
        return format!("b{}", string(text).replace("\\u{7f}", "\\x7f"));
    }
    let bytes: Vec<String> = text.bytes().map(|byte| format!("{byte:#04x}")).collect();
    format!("&[{}]", bytes.join(", "))
}

fn usage(model: &Model) -> Result<(), String> {
    no_namespace(model)?;
    if PRELUDE.contains(&model.name.as_str()) {
        return Err(format!("`{}` means something else in the exported module: give another `--name`", model.name));
    }
    Ok(())
}

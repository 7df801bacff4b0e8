//! JSON: the model itself.

use super::{Language, Literal};

pub(super) const JSON: Language = Language {
    name: "json",
    title: "JSON",
    template: None,
    literal,
    // JSON has no comments: what is written into a text has no line breaks in it.
    comment: |line| line.to_owned(),
    filters: &[],
    usage: |_| Ok(()),
    check: |_| Vec::new(),
};

#[allow(clippy::unnecessary_wraps, reason = "other languages can't hold every value")]
fn literal(value: Literal<'_>) -> Result<String, String> {
    Ok(match value {
        Literal::Null => "null".to_owned(),
        Literal::Boolean(value) => value.to_string(),
        Literal::Integer(number) => number.to_string(),
        Literal::Text(text) => string(text),
    })
}

/// A text in quotation marks, which is a literal of JavaScript as well.
pub(super) fn string(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

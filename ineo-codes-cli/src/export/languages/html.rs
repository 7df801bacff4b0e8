//! HTML: a page to publish, in one file.
//!
//! The page runs no script but its own: its policy (`Content-Security-Policy`) names the hashes of its style and its
//! script, and neither has any text of the table.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ineo_codes_table::is_right_to_left;
use sha2::{Digest as _, Sha256};

use super::{Language, Literal, no_namespace, steers_text};

pub(super) const HTML: Language = Language {
    name: "html",
    title: "HTML",
    template: Some(include_str!("../templates/html.jinja")),
    literal: |value| {
        Ok(match value {
            Literal::Null => String::new(),
            Literal::Boolean(value) => value.to_string(),
            Literal::Integer(number) => number.to_string(),
            Literal::Text(text) => escaped(text),
        })
    },
    // Without `>`, nothing ends a comment.
    comment: |line| escaped(line).replace("--", "- -"),
    filters: &[
        ("text", |text| Ok(escaped(text))),
        ("attribute", |text| Ok(format!("\"{}\"", escaped(text)))),
        ("anchor", |text| Ok(anchor(text))),
        ("direction", |language| Ok(direction(language).to_owned())),
        ("hash", |text| Ok(format!("sha256-{}", STANDARD.encode(Sha256::digest(text))))),
    ],
    usage: no_namespace,
    check: |_| Vec::new(),
};

/// A text that shows just itself, between tags and in an attribute with quotation marks.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => escaped.push('\n'),
            c if steers_text(c) => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// The `id` of a code, which needs no escapes in a URL: other bytes are `~` and two digits. Distinct codes have distinct ones,
/// and none of them begins with `~.`, as those of the page itself do.
fn anchor(code: &str) -> String {
    let mut anchor = String::new();
    for byte in code.bytes() {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' => anchor.push(byte.into()),
            byte => anchor.push_str(&format!("~{byte:02X}")),
        }
    }
    anchor
}

/// `rtl` or `ltr`.
fn direction(tag: &str) -> &'static str {
    if is_right_to_left(tag) { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_safe_in_urls_and_distinct() {
        let anchors = ["404", "-1", "a b", "a+b", "~", "~20", "/", "é", "22000"].map(anchor);
        assert_eq!(anchors, ["404", "-1", "a~20b", "a~2Bb", "~7E", "~7E20", "~2F", "~C3~A9", "22000"]);
    }

    #[test]
    fn the_script_of_a_tag_decides_its_direction() {
        let tags = ["fa", "fa-IR", "ar", "he", "en", "fr-CA", "uz-Arab", "az-Arab-IR", "fa-Latn", "pa-PK"];
        let directions = ["rtl", "rtl", "rtl", "rtl", "ltr", "ltr", "rtl", "rtl", "ltr", "ltr"];
        assert_eq!(tags.map(direction), directions);
    }
}

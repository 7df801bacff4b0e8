//! Arrays of texts, changed element by element.

use ineo_codes_table::Span;
use toml::Spanned;
use toml::de::DeValue;

use super::edits::{Edits, line_start, next_line};
use crate::import::write;

/// Makes an array hold `wanted`: what stays keeps its place and the comments beside it.
pub(super) fn update(text: &str, array: &Spanned<DeValue<'_>>, wanted: &[String], edits: &mut Edits) {
    let span = array.span();
    let DeValue::Array(elements) = array.get_ref() else { return };
    let elements: Vec<(&str, Span)> = elements
        .iter()
        .filter_map(|element| match element.get_ref() {
            DeValue::String(text) => Some((&**text, element.span())),
            _ => None,
        })
        .collect();
    let is_kept = |name: &str| wanted.iter().any(|wanted| wanted == name);
    let kept: Vec<&Span> = elements.iter().filter(|(name, _)| is_kept(name)).map(|(_, span)| span).collect();
    let added: Vec<String> = wanted
        .iter()
        .filter(|name| elements.iter().all(|(element, _)| element != name))
        .map(|name| write::text(name))
        .collect();
    if kept.is_empty() {
        edits.replace(span, format!("[{}]", added.join(", ")));
        return;
    }
    let mut is_behind_kept = false;
    for (at, (name, element)) in elements.iter().enumerate() {
        if is_kept(name) {
            is_behind_kept = true;
        } else if let Some(line) = own_line(text, element, &span) {
            edits.replace(line, "");
        } else if is_behind_kept {
            // With the comma before it.
            edits.replace(elements[at - 1].1.end..element.end, "");
        } else if let Some((_, next)) = elements.get(at + 1) {
            // With the comma behind it.
            edits.replace(element.start..next.start, "");
        }
    }
    let Some(last) = kept.last().filter(|_| !added.is_empty()) else { return };
    let Some(line) = own_line(text, last, &span) else {
        edits.insert(last.end, added.iter().map(|name| format!(", {name}")).collect::<String>());
        return;
    };
    // A comment behind the last one stays with it.
    if !text[last.end..line.end].trim_start().starts_with(',') {
        edits.insert(last.end, ",");
    }
    let indent = &text[line.start..last.start];
    let eol = if text[..line.end].ends_with("\r\n") { "\r\n" } else { "\n" };
    edits.insert(line.end, added.iter().map(|name| format!("{indent}{name},{eol}")).collect::<String>());
}

/// The line of an element, if nothing else is in it but a comment.
fn own_line(text: &str, element: &Span, array: &Span) -> Option<Span> {
    let line = line_start(text, element.start)..next_line(text, element.end);
    let behind = text[element.end..line.end].trim_start().trim_start_matches(',').trim_start();
    let is_alone = text[line.start..element.start].trim().is_empty() && (behind.is_empty() || behind.starts_with('#'));
    (is_alone && line.start > array.start && line.end <= array.end).then_some(line)
}

//! Markdown: the table, to be read.

use super::{Language, Literal, no_namespace, steers_text};

pub(super) const MARKDOWN: Language = Language {
    name: "markdown",
    title: "Markdown",
    template: Some(include_str!("../templates/markdown.jinja")),
    literal: |value| {
        Ok(match value {
            Literal::Null => String::new(),
            Literal::Boolean(value) => value.to_string(),
            Literal::Integer(number) => number.to_string(),
            Literal::Text(text) => cell(text),
        })
    },
    comment,
    filters: &[("cell", |text| Ok(cell(text))), ("code", |text| Ok(code(text)))],
    usage: no_namespace,
    check: |_| Vec::new(),
};

/// A line of text that shows just itself, as in a paragraph.
pub(super) fn comment(line: &str) -> String {
    escaped(line.trim()).trim().to_owned()
}

/// A text in a cell of a table: on one line of the source, whatever lines it has.
fn cell(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| escaped(line.trim())).collect();
    lines.join("<br>").replace('|', "&#124;")
}

/// A text as code in a cell. Within backticks a pipe would end the cell for some readers, and a backslash stay.
pub(super) fn code(text: &str) -> String {
    let is_plain = !text.is_empty() && text.trim() == text && !text.contains(['`', '|', '\\', '\n', '\r', '\t']);
    if is_plain && !text.contains(steers_text) { format!("`{text}`") } else { format!("<code>{}</code>", cell(text)) }
}

/// A line without anything that means something in Markdown or HTML. Entities serve for what HTML is made of, since not
/// every reader knows that a backslash hides it.
fn escaped(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    let mut previous: Option<char> = None;
    let mut characters = line.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|(_, c)| *c);
        let is_in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        match c {
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            '>' => escaped.push_str("&gt;"),
            c if steers_text(c) => {}
            // Emphasis, unless inside of a word.
            '_' if is_in_word(previous) && is_in_word(next) => escaped.push(c),
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '$' => escaped.extend(['\\', c]),
            // A link.
            ':' if line[at..].starts_with("://") => escaped.extend(['\\', c]),
            // Headings, lists and rules.
            '#' | '+' | '-' | '=' if at == 0 => escaped.extend(['\\', c]),
            '.' | ')' if at > 0 && line[..at].bytes().all(|byte| byte.is_ascii_digit()) => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
        previous = Some(c);
    }
    escaped
}

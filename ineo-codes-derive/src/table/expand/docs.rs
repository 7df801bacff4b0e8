//! The documentation of what a table gives.

use std::fmt::Write as _;

use super::super::model::{Category, Meaning, Retry, Row, Table};

/// The documentation of a row's variant, as Markdown.
pub(super) fn of_row(row: &Row, table: &Table) -> String {
    let names: Vec<String> = row.names.iter().map(|name| code(name)).collect();
    let message = row.messages.first().cloned().flatten().unwrap_or_default();
    let mut docs = format!("`{}` {}", row.code, names.join(", "));
    if !message.is_empty() {
        _ = write!(docs, ": {}", text(&message));
    }
    for (language, message) in table.languages.iter().zip(&row.messages).skip(1) {
        if let Some(message) = message {
            _ = write!(docs, "\n\n<span lang=\"{language}\" dir=\"auto\">{}</span>", text(message));
        }
    }
    _ = write!(docs, "\n\n{}", meaning(&row.meaning, table));
    docs
}

/// The documentation of the variant for codes outside the table.
pub(super) fn of_unrecognized(table: &Table) -> String {
    let unrecognized = &table.unrecognized;
    let mut docs = "A code that the table does not have; its payload tells the number.".to_owned();
    if let Some(Some(message)) = unrecognized.messages.first() {
        _ = write!(docs, "\n\n{}", text(message));
    }
    _ = write!(docs, "\n\n{}", meaning(&unrecognized.meaning, table));
    for range in &unrecognized.ranges {
        _ = write!(docs, "\n\nFrom `{}` to `{}`: {}", range.from, range.to, meaning(&range.meaning, table));
    }
    docs
}

/// The documentation of a category's variant.
pub(super) fn of_category(category: &Category, table: &Table) -> String {
    let mut docs = text(&category.doc);
    let at = table.categories.iter().position(|other| other.name == category.name);
    let codes: Vec<String> =
        table.rows.iter().filter(|row| Some(row.meaning.category) == at).map(|row| format!("`{}`", row.code)).collect();
    if !codes.is_empty() {
        _ = write!(docs, "\n\nCodes: {}.", codes.join(", "));
    }
    if let Some(http) = category.http {
        _ = write!(docs, "\n\nOne's own server should answer with HTTP status `{http}`.");
    }
    docs
}

fn meaning(meaning: &Meaning, table: &Table) -> String {
    let retry = retry(meaning.retry);
    match table.categories.get(meaning.category) {
        Some(category) => format!("Category {}; retry: {retry}.", code(&category.name)),
        None => format!("Retry: {retry}."),
    }
}

fn retry(retry: Retry) -> String {
    match retry {
        Retry::Never => "never".to_owned(),
        Retry::Backoff => "with backoff".to_owned(),
        Retry::After(seconds) => format!("after {seconds} s"),
    }
}

/// The documentation of the whole table: where it comes from, and every row.
///
/// In HTML: Markdown has no table whose cells may hold any text, nor one that is set from right to left.
pub(super) fn of_table(table: &Table) -> String {
    let mut docs = String::from("\n\n# The table\n");
    if let Some(title) = &table.title {
        _ = write!(docs, "\n{}", text(title));
    }
    if let Some(source) = &table.source {
        _ = write!(docs, "\n\nSource: {}", text(source));
    }
    docs.push_str("\n\n<div style=\"overflow-x: auto\"><table><thead><tr><th>Code</th><th>Name</th>");
    for language in &table.languages {
        _ = write!(docs, "<th>Message (<code>{language}</code>)</th>");
    }
    if !table.categories.is_empty() {
        docs.push_str("<th>Category</th>");
    }
    docs.push_str("<th>Retry</th></tr></thead><tbody>\n");
    for row in &table.rows {
        let names: Vec<String> = row.names.iter().map(|name| format!("<code>{}</code>", html(name))).collect();
        _ = write!(
            docs,
            "<tr><td><a href=\"#variant.{}\"><code>{}</code></a></td><td>{}</td>",
            row.variant,
            row.code,
            names.join("<br>")
        );
        for (language, message) in table.languages.iter().zip(&row.messages) {
            let message = message.as_deref().map(html).unwrap_or_default();
            _ = write!(docs, "<td lang=\"{language}\" dir=\"auto\">{message}</td>");
        }
        if let Some(category) = table.categories.get(row.meaning.category) {
            _ = write!(docs, "<td><code>{}</code></td>", html(&category.name));
        }
        _ = writeln!(docs, "<td>{}</td></tr>", retry(row.meaning.retry));
    }
    docs.push_str("</tbody></table></div>");
    docs
}

/// A text as Markdown that shows just it.
fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, line) in text.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate() {
        if at > 0 {
            escaped.push_str("<br>");
        }
        for c in line.chars() {
            if c.is_ascii_punctuation() && !matches!(c, '.' | ',' | ';' | '?' | '/' | '"' | '%' | '{' | '}') {
                escaped.push('\\');
            }
            escaped.push(c);
        }
    }
    escaped
}

/// A text as code in Markdown: fenced by more backticks than it holds in a row.
pub(super) fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let blank = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{blank}{text}{blank}{fence}")
}

/// A text as HTML that shows just it, on one line.
fn html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\n' => escaped.push_str("<br>"),
            c => escaped.push(c),
        }
    }
    escaped
}

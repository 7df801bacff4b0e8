//! The filters of templates: those of every language, under the language's name, and a few for all.

use minijinja::value::ValueKind;
use minijinja::{Environment, Error, ErrorKind, Value};

use super::languages::{self, Filter, Language, Literal};
use super::words;

/// Adds all filters.
pub(super) fn add(environment: &mut Environment<'_>) {
    for language in languages::ALL {
        add_language(environment, language);
    }
    for (name, filter) in words::FILTERS {
        add_text(environment, (*name).to_owned(), *filter);
    }
    // One value as JSON, on one line.
    environment
        .add_filter("json", |value: Value| serde_json::to_string(&value).map_err(|error| refused(error.to_string())));
}

fn add_language(environment: &mut Environment<'_>, language: &'static Language) {
    let Language { name, literal, comment, filters, .. } = language;
    environment.add_filter(format!("{name}_literal"), move |value: &Value| {
        let text = shortened(&value.to_string());
        literal(as_literal(value)?).map_err(|reason| refused(format!("`{text}` {reason}")))
    });
    environment.add_filter(format!("{name}_comment"), move |text: &str, prefix: Option<&str>| {
        self::comment(text, prefix, *comment)
    });
    for (filter_name, filter) in *filters {
        add_text(environment, format!("{name}_{filter_name}"), *filter);
    }
}

fn add_text(environment: &mut Environment<'_>, name: String, filter: Filter) {
    environment.add_filter(name, move |text: &str| {
        filter(text).map_err(|reason| refused(format!("`{}` {reason}", shortened(text))))
    });
}

/// A text of several lines in a comment: on one line, or with `prefix` at the beginning of all lines but the first.
fn comment(text: &str, prefix: Option<&str>, line: fn(&str) -> String) -> String {
    let is_end = |c: char| matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let text = text.replace("\r\n", "\n");
    let lines = text.split(is_end).map(str::trim_end);
    match prefix {
        // A line without a text doesn't end in blanks.
        Some(prefix) => lines
            .map(line)
            .enumerate()
            .map(|(at, line)| match at {
                0 => line,
                _ if line.is_empty() => format!("\n{}", prefix.trim_end()),
                _ => format!("\n{prefix}{line}"),
            })
            .collect(),
        // After they are joined, since what is joined may end a comment that its parts don't.
        None => line(lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ").as_str()),
    }
}

fn as_literal(value: &Value) -> Result<Literal<'_>, Error> {
    match value.kind() {
        ValueKind::None => Ok(Literal::Null),
        ValueKind::Bool => Ok(Literal::Boolean(value.is_true())),
        ValueKind::Number if value.is_integer() => {
            i128::try_from(value.clone()).map(Literal::Integer).map_err(|_| refused("the number has more than 64 bits"))
        }
        ValueKind::String => Ok(value.as_str().map_or(Literal::Null, Literal::Text)),
        kind => Err(refused(format!("a literal is made of a text, an integer, a boolean or none, not of a {kind}"))),
    }
}

fn refused(reason: impl Into<String>) -> Error {
    Error::new(ErrorKind::InvalidOperation, reason.into())
}

/// The beginning of a text, for an error.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

//! What listed and unlisted codes answer alike.

use ineo_codes_table::model::{Table, Value};

use super::change::{Change, Kind, Subject};
use crate::answer::{self, Answer};

/// Category, HTTP status, success, retry, messages and columns, by both tables.
pub(super) fn compare(subject: &Subject, was: &Answer<'_>, is: &Answer<'_>, tables: [&Table; 2]) -> Vec<Change> {
    let languages = tables.map(|table| table.languages.as_slice());
    let mut changes = Vec::new();
    let mut push = |kind, what: &str, old: Option<String>, new: Option<String>| {
        if old != new {
            changes.push(Change { kind, subject: subject.clone(), what: what.to_owned(), old, new });
        }
    };
    let [old, new] = [was, is].map(|answer| answer.category.map(str::to_owned));
    // Tables without categories have no method that could answer.
    let kind = if new.is_none() { Kind::Breaking } else { Kind::Behaviour };
    push(kind, "category", old, new);
    let [old, new] = [was, is].map(|answer| answer.http.map(|http| http.to_string()));
    let kind = match (&old, &new) {
        (Some(_), None) => Kind::Breaking,
        (None, _) => Kind::Added,
        _ => Kind::Behaviour,
    };
    push(kind, "http", old, new);
    let [old, new] = [was, is].map(|answer| Some(answer.is_success.to_string()));
    push(Kind::Behaviour, "success", old, new);
    let [old, new] = [was, is].map(|answer| Some(answer::retry(answer.retry)));
    push(Kind::Behaviour, "retry", old, new);
    for (at, now, language) in common(languages) {
        let message = |answer: &Answer<'_>, at: usize| answer.messages.get(at).copied().flatten().map(str::to_owned);
        push(Kind::Text, &format!("message.{language}"), message(was, at), message(is, now));
    }
    for (at, column) in tables[0].columns.iter().enumerate() {
        let Some(now) = tables[1].columns.iter().position(|other| other.name == column.name) else { continue };
        let [before, after] = [(was, at), (is, now)].map(|(answer, at)| answer.values.get(at).and_then(Option::as_ref));
        if let [Some(Value::Message(before)), Some(Value::Message(after))] = [before, after] {
            // People read it, as they read the message.
            for (at, now, language) in common(languages) {
                let text = |texts: &[Option<String>], at: usize| texts.get(at).cloned().flatten();
                push(Kind::Text, &format!("{}.{language}", column.name), text(before, at), text(after, now));
            }
            continue;
        }
        let [before, after] =
            [(before, tables[0]), (after, tables[1])].map(|(value, table)| Some(shown(value?, table)));
        push(Kind::Behaviour, &column.name, before, after);
    }
    changes
}

/// The languages of both tables, each with its position in the old one and in the new one.
fn common([old, new]: [&[String]; 2]) -> impl Iterator<Item = (usize, usize, &str)> {
    old.iter().enumerate().filter_map(|(at, language)| {
        let now = new.iter().position(|other| other == language)?;
        Some((at, now, language.as_str()))
    })
}

/// The value of a column in words, with the texts of all languages.
fn shown(value: &Value, table: &Table) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Boolean(value) => value.to_string(),
        Value::Integer(value) => value.to_string(),
        Value::Message(texts) => {
            let texts = table.languages.iter().zip(texts);
            let texts: Vec<String> =
                texts.filter_map(|(language, text)| Some(format!("{language}: {}", text.as_deref()?))).collect();
            texts.join("; ")
        }
    }
}

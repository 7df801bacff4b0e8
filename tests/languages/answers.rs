//! What the engine answers, and every language should.

use ineo_codes_table::model::{Code, Meaning, Radix, Representation, Retry, Table, UNRECOGNIZED, Value as ColumnValue};
use serde_json::{Map, Value, json};

use crate::questions::Question;

/// The answers to all questions, in their order.
pub(crate) fn answers(table: &Table, questions: &[Question]) -> Vec<Value> {
    questions.iter().map(|question| answer(table, question)).collect()
}

fn answer(table: &Table, question: &Question) -> Value {
    match question {
        Question::Table(_) => table.rows.iter().map(|row| Value::from(row.code.to_string())).collect(),
        Question::Code(code) | Question::Text(code) => meaning(table, &read(table, code)),
        Question::Named(name) => named(table, name).into(),
        Question::Parse(text) => parsed(table, text).map(|code| code.to_string()).into(),
        Question::Shown(code) => shown(table, &read(table, code)).into(),
        Question::Message(code, language) => message_in(table, &read(table, code), language).into(),
    }
}

/// A code, also outside of `repr`.
fn read(table: &Table, code: &str) -> Code {
    match table.representation {
        Representation::Integer(_) => Code::Integer(code.parse().expect("a decimal code")),
        Representation::Text { .. } => Code::Text(code.to_owned()),
    }
}

/// The names of a code, and what it means.
fn of<'t>(table: &'t Table, code: &Code) -> (Vec<&'t str>, &'t Meaning) {
    if let Some(row) = table.rows.iter().find(|row| row.code == *code) {
        return (row.names.iter().map(String::as_str).collect(), &row.meaning);
    }
    let unlisted = table.unlisted(code);
    (vec![unlisted.name()], &unlisted.meaning)
}

fn meaning(table: &Table, code: &Code) -> Value {
    let (names, meaning) = of(table, code);
    let category = table.categories.get(meaning.category);
    let has_success = table.categories.iter().any(|category| category.is_success);
    let columns: Map<String, Value> = table
        .columns
        .iter()
        .zip(&meaning.values)
        .map(|(column, value)| {
            (column.name.clone(), value.as_ref().map_or(Value::Null, |value| column_value(table, value)))
        })
        .collect();
    json!({
        "listed": table.rows.iter().any(|row| row.code == *code),
        "names": names,
        "messages": in_each(table, &meaning.messages, names[0]),
        "category": category.map(|category| &category.name),
        "success": category.filter(|_| has_success).map(|category| category.is_success),
        "retryable": meaning.retry != Retry::Never,
        "retry_after": match meaning.retry {
            Retry::After(seconds) => Some(seconds.to_string()),
            _ => None,
        },
        "http": meaning.http,
        "columns": columns,
    })
}

/// Integers are texts here.
fn column_value(table: &Table, value: &ColumnValue) -> Value {
    match value {
        ColumnValue::Text(text) => text.as_str().into(),
        ColumnValue::Boolean(value) => (*value).into(),
        ColumnValue::Integer(number) => number.to_string().into(),
        ColumnValue::Message(texts) => in_each(table, texts, ""),
    }
}

/// What serves in each language.
fn in_each(table: &Table, texts: &[Option<String>], otherwise: &str) -> Value {
    let default = texts.first().and_then(Option::as_deref).unwrap_or(otherwise);
    let texts = table.languages.iter().zip(texts);
    texts
        .map(|(language, text)| (language.clone(), text.as_deref().unwrap_or(default).into()))
        .collect::<Map<_, _>>()
        .into()
}

/// The message in a language of the table.
pub(crate) fn message_in(table: &Table, code: &Code, language: &str) -> Option<String> {
    let languages: Vec<&str> = table.languages.iter().map(String::as_str).collect();
    let at = ineo_codes::__private::language(&languages, language)?;
    let (names, meaning) = of(table, code);
    let texts = &meaning.messages;
    let default = || texts[0].clone().unwrap_or_else(|| names[0].to_owned());
    Some(texts[at].clone().unwrap_or_else(default))
}

fn named(table: &Table, name: &str) -> Vec<String> {
    let rows = table.rows.iter().filter(|row| row.names.iter().any(|own| own == name));
    rows.map(|row| row.code.to_string()).collect()
}

fn shown(table: &Table, code: &Code) -> String {
    let (names, _) = of(table, code);
    let code = match (code, table.representation) {
        // Outside of `repr` there are no bits to show.
        (Code::Integer(number), Representation::Integer(integer)) if !integer.contains(*number) => number.to_string(),
        _ => table.show(code),
    };
    if code == names[0] { code } else { format!("{code} {}", names[0]) }
}

/// As the enum's `FromStr` reads it; codes also outside of `repr`.
fn parsed(table: &Table, text: &str) -> Option<Code> {
    let is_text = matches!(table.representation, Representation::Text { .. });
    let code = number_or_text(table, text);
    let is_listed = |code: &Code| table.rows.iter().any(|row| row.code == *code);
    if let Some(code) = code.clone().filter(|code| !is_text || is_listed(code)) {
        return Some(code);
    }
    match named(table, text).as_slice() {
        [one] => return Some(read(table, one)),
        [] => {}
        _ => return None,
    }
    let displayed = text.match_indices(' ').find_map(|(at, _)| {
        let (names, name) = (|code: &Code| of(table, code).0, &text[at + 1..]);
        number_or_text(table, &text[..at]).filter(|code| name == UNRECOGNIZED || names(code).contains(&name))
    });
    displayed.or(code)
}

fn number_or_text(table: &Table, written: &str) -> Option<Code> {
    match (table.representation, table.radix) {
        (Representation::Text { .. }, _) => Some(Code::Text(written.to_owned())),
        (_, Radix::Hexadecimal) if written.starts_with("0x") => table.code(written),
        _ => written.parse().ok().map(Code::Integer),
    }
}

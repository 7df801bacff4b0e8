//! What the driver of every language is asked about a table.

use ineo_codes_table::model::{Code, Codes, Representation, Table};
use serde_json::{Value, json};

/// A question. All codes are written as texts, so that no reader of JSON rounds them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Question {
    /// `["table", {…}]`: how to read the answers. The answer is the codes of all constants, in the order of the table.
    Table(Value),
    /// `["code", "404"]`: all that is known of a code, from a number of the language (in a text table, from a text).
    Code(String),
    /// `["text", "404"]`: likewise, from decimal text.
    Text(String),
    /// `["named", "data_error"]`: every code with the name.
    Named(String),
    /// `["parse", "404 not_found"]`: the code that a text stands for, or null.
    Parse(String),
    /// `["shown", "404"]`: the code and its name, as people read it.
    Shown(String),
    /// `["message", "404", "fa-IR"]`: the message that serves a language, or null.
    Message(String, String),
}

impl Question {
    /// As drivers read it.
    pub(crate) fn to_json(&self) -> Value {
        match self {
            Self::Table(table) => json!(["table", table]),
            Self::Code(code) => json!(["code", code]),
            Self::Text(code) => json!(["text", code]),
            Self::Named(name) => json!(["named", name]),
            Self::Parse(text) => json!(["parse", text]),
            Self::Shown(code) => json!(["shown", code]),
            Self::Message(code, language) => json!(["message", code, language]),
        }
    }
}

/// Tags of languages, found and not.
const LANGUAGES: [&str; 9] = ["en", "EN-gb", "fa-IR", "fa_IR.UTF-8", "fa-u-nu-arab", "zh-Hant", "zh", "ja-JP", "C"];

/// The most rows that are all asked for. Of a larger table, every other one is, every third, or as many as that is.
const ROWS: usize = 200;

/// All questions about a table.
pub(crate) fn questions(table: &Table) -> Vec<Question> {
    let rows = || table.rows.iter().step_by(table.rows.len().div_ceil(ROWS).max(1));
    let is_text = matches!(table.representation, Representation::Text { .. });
    let columns: Vec<Value> = table.columns.iter().map(|column| json!(column.name)).collect();
    let mut questions = vec![Question::Table(json!({
        "is_text": is_text,
        "languages": table.languages,
        "columns": columns,
        "has_categories": !table.categories.is_empty(),
        "has_success": table.categories.iter().any(|category| category.is_success),
        "has_http": table.unrecognized.meaning.http.is_some(),
    }))];
    let listed = rows().map(|row| row.code.to_string());
    for code in listed.chain(unlisted(table)) {
        questions.push(Question::Code(code.clone()));
        questions.push(Question::Text(code.clone()));
        questions.push(Question::Shown(code.clone()));
        questions.push(Question::Parse(code));
    }
    let names = rows().flat_map(|row| &row.names).map(String::as_str);
    for name in names.chain([
        "unrecognized",
        "",
        " ",
        "1 ",
        "0x10",
        "0X10",
        "-0x1",
        "0x",
        "1_0",
        "no such name",
        "hasOwnProperty",
        "__proto__",
        "toString",
    ]) {
        questions.push(Question::Named(name.to_owned()));
        questions.push(Question::Parse(name.to_owned()));
    }
    for row in rows() {
        let shown = table.show(&row.code);
        questions.push(Question::Parse(format!("{shown} {}", row.name())));
        questions.push(Question::Parse(format!("{shown} unrecognized")));
        questions.push(Question::Parse(format!("{shown} another name")));
        questions.extend(row.names.iter().map(|name| Question::Parse(format!("{} {name}", row.code))));
        if !is_text {
            questions.push(Question::Parse(format!("+0{}", row.code)));
        }
    }
    if !table.languages.is_empty() {
        let codes = table.rows.iter().take(4).map(|row| row.code.to_string());
        for code in codes.chain(unlisted(table).into_iter().take(3)) {
            questions.extend(LANGUAGES.map(|tag| Question::Message(code.clone(), tag.to_owned())));
        }
    }
    questions
}

/// Codes that the table doesn't list, inside and outside of `repr`, around every bound.
fn unlisted(table: &Table) -> Vec<String> {
    let ranges = table.exceptions.iter().map(|exception| &exception.codes);
    let codes: Vec<Code> = match table.representation {
        Representation::Integer(integer) => {
            let bounds = ranges.flat_map(|codes| match codes {
                Codes::Range { from, to } => vec![from - 1, *from, *from + 1, to - 1, *to, to + 1],
                _ => Vec::new(),
            });
            let ends = [integer.min(), integer.min() - 1, integer.max(), integer.max() + 1];
            let others =
                [-1, 0, 1, 599, 70_000, -70_000, 1 << 40, (1 << 53) - 1, 1 << 53, i64::MAX.into(), i64::MIN.into()];
            bounds.chain(ends).chain(others).map(Code::Integer).collect()
        }
        Representation::Text { .. } => {
            let bounds = ranges.flat_map(|codes| match codes {
                Codes::Prefix(prefix) => vec![prefix.clone(), format!("{prefix}x"), format!("x{prefix}")],
                _ => Vec::new(),
            });
            let others =
                ["", "0", "404", "constructor", "__proto__", "é", "longer than the table allows", "\"", "'", "\\"];
            bounds.chain(others.map(str::to_owned)).map(Code::Text).collect()
        }
    };
    let mut unlisted: Vec<Code> =
        codes.into_iter().filter(|code| table.rows.iter().all(|row| row.code != *code)).collect();
    unlisted.sort();
    unlisted.dedup();
    unlisted.iter().map(Code::to_string).collect()
}

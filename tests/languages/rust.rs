//! Rust, compiled with warnings denied, and formatted by rustfmt.
//!
//! The program of a table has the questions in it: without dependencies, nothing reads them.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use ineo_codes_table::model::{Column, ColumnKind, IntegerType, Representation, Table};
use serde_json::Value;

use crate::answers::answers;
use crate::language::{Language, Run};
use crate::questions::Question;
use crate::tables;
use crate::tools::{Missing, find, run};

pub(crate) const RUST: Language =
    Language { target: "rust", file: "codes.rs", driver: &[], refused: &[], can_answer: has_code, run: check_and_run };

/// Whether the code that is asked for is one of `repr`, as in Rust alone it has to be.
fn has_code(table: &Table, question: &Question) -> bool {
    let (Question::Code(written)
    | Question::Text(written)
    | Question::Shown(written)
    | Question::Message(written, _)
    | Question::Parse(written)) = question
    else {
        return true;
    };
    match table.representation {
        // What is not a number is answered as in the other languages.
        Representation::Integer(integer) => {
            let number = written.split(' ').next().unwrap_or_default();
            number.parse().map_or(true, |number: i128| integer.contains(number))
        }
        Representation::Text { max_length } => match question {
            // `57014 query_canceled` is longer than its code.
            Question::Parse(_) => {
                let read = answers(table, std::slice::from_ref(question));
                read[0].as_str().is_none_or(|code| code.len() <= max_length)
            }
            _ => written.len() <= max_length,
        },
    }
}

/// What of the program is the same for each table.
const DRIVER: &str = r#"
#![deny(warnings)]
// Lints that only a crate can allow: variants in other scripts.
#![allow(confusable_idents, mixed_script_confusables, uncommon_codepoints)]

mod codes;

use codes::StatusCode;

fn text(text: &str) -> String {
    let mut json = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            c if c.is_control() => json.push_str(&format!("\\u{:04x}", c as u32)),
            c => json.push(c),
        }
    }
    json + "\""
}

#[allow(dead_code)]
fn optional(value: Option<&str>) -> String {
    value.map_or("null".to_owned(), text)
}

fn list<T: AsRef<str>>(values: impl IntoIterator<Item = T>) -> String {
    format!("[{}]", values.into_iter().map(|value| text(value.as_ref())).collect::<Vec<_>>().join(","))
}

fn texts(value: impl Fn(&str) -> Option<&'static str>) -> String {
    let member = |tag: &&str| format!("{}:{}", text(tag), optional(value(tag)));
    format!("{{{}}}", StatusCode::LANGUAGES.iter().map(member).collect::<Vec<_>>().join(","))
}

fn code(code: StatusCode) -> String {
    code.code().to_string()
}

fn parsed(asked: &str) -> Option<StatusCode> {
    asked.parse().ok()
}
"#;

fn check_and_run(root: &Path, names: &[&str]) -> Result<Vec<Run>, Missing> {
    let rustc = find(Path::new(""), "rustc")?;
    let rustfmt = find(Path::new(""), "rustfmt")?;
    let by = run(&rustc, root, ["--version"]).trim().to_owned();
    let runs = names.iter().map(|name| {
        let folder = root.join(name);
        run(&rustfmt, &folder, ["--edition", "2024", "--check", "codes.rs"]);
        fs::write(folder.join("main.rs"), program(&tables::read(name), &folder)).expect("a file is written");
        run(&rustc, &folder, ["--edition", "2024", "main.rs", "-o", "program"]);
        let printed = run(&folder.join("program"), &folder, [] as [&str; 0]);
        Run { by: by.clone(), table: (*name).to_owned(), printed }
    });
    Ok(runs.collect())
}

fn program(table: &Table, folder: &Path) -> String {
    let questions = fs::read_to_string(folder.join("questions.jsonl")).expect("the questions are there");
    let mut program = format!("{DRIVER}\n{}\nfn main() {{\n", meaning(table));
    for question in questions.lines() {
        let question: Value = serde_json::from_str(question).expect("JSON");
        let asked = |at: usize| question[at].as_str().expect("a text");
        let received = || match table.representation {
            Representation::Integer(_) => format!("StatusCode::from_code({})", asked(1)),
            Representation::Text { .. } => format!("StatusCode::from_code({:?}).expect(\"a code\")", asked(1)),
        };
        let answer = match asked(0) {
            "table" => "list(StatusCode::ALL.iter().map(|each| code(*each)))".to_owned(),
            "code" => format!("meaning({})", received()),
            "text" => format!("meaning(parsed({:?}).expect(\"a code\"))", asked(1)),
            "named" => format!("list(StatusCode::named({:?}).iter().map(|each| code(*each)))", asked(1)),
            "parse" => format!("optional(parsed({:?}).map(code).as_deref())", asked(1)),
            "shown" => format!("text(&{}.to_string())", received()),
            "message" => format!("optional({}.message_in({:?}))", received(), asked(2)),
            kind => unreachable!("{kind} is no question"),
        };
        _ = writeln!(program, "    println!(\"{{}}\", {answer});");
    }
    program + "}\n"
}

/// A function that prints all that is known of a code.
fn meaning(table: &Table) -> String {
    let or_null = |has: bool, value: &str| if has { value.to_owned() } else { "\"null\".to_owned()".to_owned() };
    let has_success = table.categories.iter().any(|category| category.is_success);
    let columns: Vec<String> = table
        .columns
        .iter()
        .map(|column| format!("format!(\"\\\"{}\\\":{{}}\", {})", column.name, self::column(column)))
        .collect();
    format!(
        r#"
fn meaning(of: StatusCode) -> String {{
    let retry_after = match of.retry() {{
        codes::StatusCodeRetry::After(delay) => text(&delay.as_secs().to_string()),
        _ => "null".to_owned(),
    }};
    let columns: Vec<String> = vec![{}];
    assert!(StatusCode::LANGUAGES.first().is_none_or(|tag| of.message_in(tag) == Some(of.message())));
    format!(
        "{{{{\"listed\":{{}},\"names\":{{}},\"messages\":{{}},\"category\":{{}},\"success\":{{}},\"retryable\":{{}},\"retry_after\":{{}},\"http\":{{}},\"columns\":{{{{{{}}}}}}}}}}",
        of.is_recognized(),
        list(of.names()),
        texts(|tag| of.message_in(tag)),
        {},
        {},
        of.is_retryable(),
        retry_after,
        {},
        columns.join(","),
    )
}}
"#,
        columns.join(", "),
        or_null(!table.categories.is_empty(), "text(of.category().name())"),
        or_null(has_success, "of.ok().is_ok().to_string()"),
        or_null(table.unrecognized.meaning.http.is_some(), "of.http_status().to_string()"),
    )
}

/// An expression for the value of a column.
fn column(Column { name, kind, is_optional, .. }: &Column) -> String {
    let value = match kind {
        ColumnKind::Text => "text(value)",
        ColumnKind::Boolean => "value.to_string()",
        ColumnKind::Integer(IntegerType { .. }) => "text(&value.to_string())",
        ColumnKind::Message => return message(name, *is_optional),
    };
    if *is_optional {
        format!("of.r#{name}().map_or(\"null\".to_owned(), |value| {value})")
    } else {
        format!("{{ let value = of.r#{name}(); {value} }}")
    }
}

fn message(name: &str, is_optional: bool) -> String {
    let texts = format!("texts(|tag| of.{name}_in(tag))");
    if is_optional { format!("of.r#{name}().map_or(\"null\".to_owned(), |_| {texts})") } else { texts }
}

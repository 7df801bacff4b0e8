//! Documents of `OpenAPI`, judged by a validator of such documents, and codes by their schema.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use ineo_codes_table::model::{Code, Representation, Table};
use serde_json::{Map, Value, json};

use crate::questions::{Question, questions};
use crate::tables;
use crate::tools::{Missing, export, find, installed, skip};

/// About how often a code is compared with one of the document.
const COMPARISONS: usize = 200_000;

/// What is not a code, neither a number nor a text.
const NO_CODES: [&str; 7] = ["null", "true", "false", "4.5", "[]", "{}", "[404]"];

pub(crate) fn documents_are_sound_and_take_every_code() {
    match judged() {
        Ok(judged) => {
            for Judged { table, values, schemas } in judged {
                let names: Vec<String> = table.categories.iter().map(|category| category.name.clone()).collect();
                for (at, value) in values.iter().enumerate() {
                    let is_code = match table.representation {
                        Representation::Integer(_) => value.is_i64() || value.is_u64(),
                        Representation::Text { .. } => value.is_string(),
                    };
                    assert_eq!(schemas["StatusCode"][at], is_code, "{value} as a code of {:?}", table.title);
                    if names.is_empty() {
                        assert_eq!(schemas.len(), 1);
                    } else {
                        let is_category = value.as_str().is_some_and(|value| names.iter().any(|name| name == value));
                        assert_eq!(schemas["StatusCodeCategory"][at], is_category, "{value} of {:?}", table.title);
                    }
                }
            }
        }
        Err(missing) => skip("documents of OpenAPI", &missing),
    }
}

/// A table, values, and for each schema whether it takes each of them.
struct Judged {
    table: Table,
    values: Vec<Value>,
    schemas: Map<String, Value>,
}

/// All tables.
fn judged() -> Result<Vec<Judged>, Missing> {
    let python = installed().join("python/bin/python");
    if !python.exists() {
        return Err(Missing("openapi-spec-validator is missing; `tests/languages/install` brings it".to_owned()));
    }
    let python = find(&python, "python3")?;
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let mut tables = Vec::new();
    let mut lines = String::new();
    for tables::Exportable { name, text } in tables::all() {
        let [path, output] = ["codes.toml", "openapi.json"].map(|file| folder.path().join(file));
        std::fs::write(&path, text).expect("the table is written");
        export(&path, "openapi", &output, &[]).expect("every table can be a document");
        let document = std::fs::read_to_string(output).expect("the document can be read");
        let document: Value = serde_json::from_str(&document).expect("JSON");
        let table = tables::read(&name);
        let values = values(&table);
        _ = writeln!(lines, "{}", json!([document, values]));
        tables.push((table, values));
    }
    let mut validator = Command::new(python);
    validator.args(["-W", "error", "-c", include_str!("drivers/openapi.py")]);
    validator.env("PYTHONIOENCODING", "utf-8").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut validator = validator.spawn().expect("the validator runs");
    validator.stdin.take().expect("standard input is piped").write_all(lines.as_bytes()).expect("it reads all");
    let output = validator.wait_with_output().expect("the validator ends");
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(output.status.success() && printed.lines().count() == tables.len(), "a document is not sound");
    let judged = tables.into_iter().zip(printed.lines()).map(|((table, values), line)| {
        let schemas = serde_json::from_str(line).expect("JSON");
        Judged { table, values, schemas }
    });
    Ok(judged.collect())
}

/// Listed codes, unlisted ones, names of categories, and what is none of them.
fn values(table: &Table) -> Vec<Value> {
    let mut values: Vec<Value> = NO_CODES.iter().map(|text| serde_json::from_str(text).expect("JSON")).collect();
    let questions = questions(table);
    let codes: Vec<&String> = questions
        .iter()
        .filter_map(|question| if let Question::Code(code) = question { Some(code) } else { None })
        .collect();
    let step = 1 + codes.len() * table.rows.len() / COMPARISONS;
    for code in codes.iter().step_by(step) {
        values.push(Value::from(code.as_str()));
        values.extend(serde_json::from_str(code).ok().filter(|value: &Value| value.is_i64() || value.is_u64()));
    }
    values.extend(table.categories.iter().map(|category| Value::from(category.name.as_str())));
    let is_listed = |value: &&Value| match (&table.rows[0].code, value) {
        (Code::Integer(code), value) => value.to_string() == code.to_string(),
        (Code::Text(code), value) => value.as_str() == Some(code),
    };
    assert!(values.iter().any(|value| is_listed(&value)), "listed codes are among them");
    values
}

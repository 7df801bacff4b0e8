//! Tables of codes, as the command reads them.

use std::path::Path;
use std::rc::Rc;

use ineo_codes_table::model::{self, ColumnKind, IntegerType, Representation, Retry, Row, Table, Value};
use ineo_codes_table::{Reading, Source};

use crate::answer;
use crate::failure::Failure;
use crate::files;
use crate::finding::Finding;
use crate::import::key::Key;
use crate::import::repr::{Code, Repr};
use crate::import::sheet::MOST_RECORDS;
use crate::import::value::{self, ColumnType, Meaning};

/// The file at `path`, or standard input.
pub(crate) fn open(path: &Path) -> Result<Rc<Source>, Failure> {
    let name = if files::is_standard(path) { "<stdin>".to_owned() } else { files::shown(path) };
    of_bytes(&name, files::read(path)?)
}

/// A table that was read from elsewhere.
pub(crate) fn of_bytes(name: &str, bytes: Vec<u8>) -> Result<Rc<Source>, Failure> {
    let source = Source::from_bytes(name, bytes);
    let source = source.map_err(|reason| Failure::new(format!("can't read `{name}`: {reason}")))?;
    match row_beyond(source.text()) {
        None => Ok(Rc::new(source)),
        Some(at) => {
            let line = source.position(at).0;
            let failure = Failure::new(format!("`{name}` has more than {MOST_RECORDS} rows, from line {line} on"));
            Err(failure.help("a table of codes is smaller: split it"))
        }
    }
}

/// Where the first row is that a table has too many. Values that are parsed take fifty times the memory of their text, so
/// rows are counted before.
pub(crate) fn row_beyond(text: &str) -> Option<usize> {
    let mut headers = text.match_indices("[[code]]").filter(|(at, _)| *at == 0 || text[..*at].ends_with('\n'));
    // A row in an array has no header, but a code.
    let mut codes = text.match_indices("code").filter(|(at, word)| {
        let is_key = text[at + word.len()..].trim_start_matches([' ', '\t']).starts_with('=');
        is_key && text[..*at].ends_with([' ', '\t', '\n', '{', ','])
    });
    let beyond = [headers.nth(MOST_RECORDS), codes.nth(MOST_RECORDS)];
    beyond.into_iter().flatten().map(|(at, _)| at).min()
}

/// The faults of a table, as findings.
fn faults(source: &Rc<Source>, reading: &Reading) -> Vec<Finding> {
    let mut findings: Vec<Finding> =
        reading.faults.iter().map(|fault| Finding::of_fault(source, fault.clone())).collect();
    findings.extend(reading.more(source).map(|title| Finding::of_file(source, title)));
    findings
}

/// A table without faults, or the faults.
pub(crate) fn sound(source: &Rc<Source>) -> Result<Table, Vec<Finding>> {
    let reading = ineo_codes_table::read(source);
    let faults = faults(source, &reading);
    reading.table.filter(|_| faults.is_empty()).ok_or(faults)
}

/// What the codes of a table are.
pub(crate) fn repr(table: &Table) -> Repr {
    match table.representation {
        Representation::Integer(IntegerType { bits, is_signed, .. }) => Repr::Integer { bits, is_signed },
        Representation::Text { .. } => Repr::Text,
    }
}

/// The code of a row.
pub(crate) fn code(row: &Row) -> Code {
    match &row.code {
        model::Code::Integer(code) => Code::Integer(*code),
        model::Code::Text(code) => Code::Text(code.clone()),
    }
}

/// The columns that a table declares, and their types.
pub(crate) fn columns(table: &Table) -> Vec<(String, ColumnType)> {
    let kind = |kind: ColumnKind| match kind {
        ColumnKind::Text => ColumnType::Text,
        ColumnKind::Boolean => ColumnType::Bool,
        ColumnKind::Integer(_) => ColumnType::Integer,
        ColumnKind::Message => ColumnType::Message,
    };
    table.columns.iter().map(|column| (column.name.clone(), kind(column.kind))).collect()
}

/// What the row at `at` has under a key, written or not.
pub(crate) fn meaning(table: &Table, at: usize, key: &Key) -> Option<Meaning> {
    let answer = answer::of_row(table, at);
    let text = |text: &str| Meaning::Text(text.to_owned());
    match key {
        Key::Code | Key::Name | Key::Aliases => None,
        Key::Column(name, tag) => {
            let column = table.columns.iter().position(|column| column.name == *name)?;
            match table.rows[at].meaning.values.get(column)?.as_ref()? {
                Value::Text(value) => Some(text(value)),
                Value::Boolean(value) => Some(Meaning::Bool(*value)),
                Value::Integer(value) => Some(Meaning::Integer(*value)),
                Value::Message(messages) => messages.get(language(table, tag.as_deref())?)?.as_deref().map(text),
            }
        }
        Key::Variant => answer.variant.map(text),
        Key::Category => answer.category.map(text),
        Key::Http => answer.http.map(|http| Meaning::Integer(http.into())),
        Key::Deprecated => answer.deprecated.map(text),
        Key::Retry => Some(Meaning::Retry(match answer.retry {
            Retry::Never => value::Retry::Never,
            Retry::Backoff => value::Retry::Backoff,
            Retry::After(seconds) => value::Retry::After(seconds),
        })),
        Key::Message(tag) => {
            let at = language(table, tag.as_deref())?;
            answer.messages.get(at).copied().flatten().map(|message| text(&message.replace("\r\n", "\n")))
        }
    }
}

/// The position of a language; without a tag, of the default one.
fn language(table: &Table, tag: Option<&str>) -> Option<usize> {
    let Some(tag) = tag else { return Some(0) };
    table.languages.iter().position(|language| language.eq_ignore_ascii_case(tag))
}

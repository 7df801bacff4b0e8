//! What the cells of an input mean under each key, and how a table writes it.

use heck::ToSnakeCase as _;
use ineo_codes_table::Fault;

use super::key::Key;
use super::repr::shortened;
use super::sheet::{Cell, Value};
use super::write;

/// The type of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ColumnType {
    Text,
    Message,
    Bool,
    Integer,
}

/// What a row has under a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Meaning {
    Text(String),
    Bool(bool),
    Integer(i128),
    Retry(Retry),
}

/// Advice on retries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Retry {
    Never,
    Backoff,
    After(u64),
}

impl Meaning {
    /// Reads a cell. `column` is the type of the column, if the key is one.
    pub(crate) fn read(key: &Key, cell: &Cell, column: Option<ColumnType>) -> Result<Self, Fault> {
        let Some(text) = cell.text() else {
            let fault = Fault::new(&cell.span, format!("`{key}` must be a single value"));
            let fault = fault.label(format!("this is {}", cell.kind()));
            return Err(match cell.value {
                Value::List(_) => fault.help(format!("take one of its elements: `--map {key}=/…/0`")),
                _ => fault.help(format!("take what is in it: `--map {key}=/…/…`")),
            });
        };
        let wrong = |wanted: &str| {
            let title = format!("`{key}` must be {wanted}, not `{}`", shortened(text));
            Err(Fault::new(&cell.span, title))
        };
        match (key, column) {
            (Key::Retry, _) => match retry(cell, text) {
                Some(retry) => Ok(Self::Retry(retry)),
                None => wrong("`never`, `backoff`, or a number of seconds"),
            },
            (Key::Http, _) | (_, Some(ColumnType::Integer)) => match integer(text) {
                Some(number) => Ok(Self::Integer(number)),
                None => wrong("an integer"),
            },
            (_, Some(ColumnType::Bool)) => match boolean(text) {
                Some(boolean) => Ok(Self::Bool(boolean)),
                None => wrong("`true` or `false`"),
            },
            _ => Ok(Self::Text(text.replace("\r\n", "\n"))),
        }
    }

    /// As a table writes it.
    pub(crate) fn toml(&self) -> String {
        match self {
            Self::Text(text) => write::text(text),
            Self::Bool(boolean) => boolean.to_string(),
            Self::Integer(number) => number.to_string(),
            Self::Retry(Retry::Never) => "\"never\"".to_owned(),
            Self::Retry(Retry::Backoff) => "\"backoff\"".to_owned(),
            Self::Retry(Retry::After(seconds)) => format!("{{ after-seconds = {seconds} }}"),
        }
    }
}

/// Also in the words in which the library shows it: `after 30s`.
fn retry(cell: &Cell, text: &str) -> Option<Retry> {
    if matches!(cell.value, Value::AfterSeconds(_)) {
        return text.parse().ok().map(Retry::After);
    }
    match text.trim().to_ascii_lowercase().as_str() {
        "never" => Some(Retry::Never),
        "backoff" => Some(Retry::Backoff),
        seconds => {
            let seconds = seconds.strip_prefix("after ").unwrap_or(seconds);
            let seconds = seconds.strip_suffix('s').unwrap_or(seconds);
            seconds.trim().parse().ok().map(Retry::After)
        }
    }
}

/// A decimal or hexadecimal number.
pub(crate) fn integer(text: &str) -> Option<i128> {
    let text = text.trim();
    match text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        Some(digits) => u64::from_str_radix(digits, 16).ok().map(i128::from),
        None => text.parse::<i64>().map(i128::from).or_else(|_| text.parse::<u64>().map(i128::from)).ok(),
    }
}

/// A boolean; spreadsheets write it in capitals.
pub(crate) fn boolean(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// The name of the category that an input calls so: "Client Error" is `client_error`.
pub(crate) fn category(text: &str) -> String {
    let is_name = !text.is_empty()
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if is_name { text.to_owned() } else { text.to_snake_case() }
}

/// "Client error.", of `client_error`.
pub(crate) fn sentence(name: &str) -> String {
    let words = name.to_snake_case().replace('_', " ");
    let mut chars = words.chars();
    let capital: String = chars.next().map(|first| first.to_uppercase().collect()).unwrap_or_default();
    format!("{capital}{}.", chars.as_str())
}

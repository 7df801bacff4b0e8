//! i-neo's table as its file has it, read without the macro.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Value;

const TEXT: &str = include_str!("../../ineo-codes/codes.toml");

#[derive(Deserialize)]
struct File {
    code: Vec<Row>,
}

/// A row of the table.
#[derive(Debug, Deserialize)]
pub(crate) struct Row {
    pub(crate) code: u16,
    pub(crate) name: String,
    #[serde(default)]
    aliases: Vec<String>,
    pub(crate) category: String,
    retry: Option<Value>,
    pub(crate) message: BTreeMap<String, String>,
}

impl Row {
    /// The name, and the aliases behind it.
    pub(crate) fn names(&self) -> Vec<&str> {
        [&self.name].into_iter().chain(&self.aliases).map(String::as_str).collect()
    }

    /// The advice as `Retry` displays it.
    pub(crate) fn retry(&self) -> String {
        match &self.retry {
            None => "never".to_owned(),
            Some(Value::String(advice)) => advice.clone(),
            Some(delay) => format!("after {}s", delay["after-seconds"]),
        }
    }
}

/// The rows in their order.
pub(crate) fn rows() -> Vec<Row> {
    let file: File = toml::from_str(TEXT).expect("each row has all that i-neo's rows have");
    file.code
}

/// The codes that have each name, in the order of the rows.
pub(crate) fn codes_by_name() -> BTreeMap<String, Vec<u16>> {
    let mut codes: BTreeMap<String, Vec<u16>> = BTreeMap::new();
    for row in rows() {
        for name in row.names() {
            codes.entry(name.to_owned()).or_default().push(row.code);
        }
    }
    codes
}

/// A code of this range that the table doesn't list.
pub(crate) fn unlisted(mut range: std::ops::RangeInclusive<u16>) -> u16 {
    let rows = rows();
    range.find(|code| rows.iter().all(|row| row.code != *code)).expect("the table leaves codes out")
}

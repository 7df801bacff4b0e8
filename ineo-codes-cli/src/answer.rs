//! What the enum of a table answers for a code.

use ineo_codes_table::model::{Code, Meaning, Retry, Table, Value};

/// All that a table says of one code, listed or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer<'t> {
    pub(crate) code: Code,
    /// `None` for a code that the table doesn't list.
    pub(crate) variant: Option<&'t str>,
    /// The name, and the aliases behind it. A code that is not listed has one if its range has.
    pub(crate) names: Vec<&'t str>,
    /// By the table's languages.
    pub(crate) messages: Vec<Option<&'t str>>,
    pub(crate) category: Option<&'t str>,
    /// Whether the code says that the request succeeded.
    pub(crate) is_success: bool,
    pub(crate) http: Option<u16>,
    pub(crate) retry: Retry,
    pub(crate) deprecated: Option<&'t str>,
    /// By the table's columns.
    pub(crate) values: &'t [Option<Value>],
}

/// What the table says of the row at `at`.
pub(crate) fn of_row(table: &Table, at: usize) -> Answer<'_> {
    let row = &table.rows[at];
    Answer {
        variant: Some(&row.variant),
        names: row.names.iter().map(String::as_str).collect(),
        deprecated: row.deprecated.as_deref(),
        ..of_meaning(table, row.code.clone(), &row.meaning)
    }
}

/// What the table says of a code that it doesn't list.
pub(crate) fn of_unlisted(table: &Table, code: Code) -> Answer<'_> {
    let unlisted = table.unlisted(&code);
    let names = unlisted.name.as_deref().into_iter().collect();
    Answer { names, ..of_meaning(table, code, &unlisted.meaning) }
}

/// What the table says of a code.
pub(crate) fn of_code(table: &Table, code: Code) -> Answer<'_> {
    match table.rows.iter().position(|row| row.code == code) {
        Some(at) => of_row(table, at),
        None => of_unlisted(table, code),
    }
}

fn of_meaning<'t>(table: &'t Table, code: Code, meaning: &'t Meaning) -> Answer<'t> {
    let category = table.categories.get(meaning.category);
    Answer {
        code,
        variant: None,
        names: Vec::new(),
        messages: meaning.messages.iter().map(Option::as_deref).collect(),
        category: category.map(|category| category.name.as_str()),
        is_success: category.is_some_and(|category| category.is_success),
        http: meaning.http,
        retry: meaning.retry,
        deprecated: None,
        values: &meaning.values,
    }
}

impl Answer<'_> {
    /// The name, or what stands in for it.
    pub(crate) fn name(&self) -> &str {
        self.names.first().copied().unwrap_or("unrecognized")
    }
}

/// `never`, `backoff` or `after 30s`, as the library shows it.
pub(crate) fn retry(retry: Retry) -> String {
    match retry {
        Retry::Never => "never".to_owned(),
        Retry::Backoff => "backoff".to_owned(),
        Retry::After(seconds) => format!("after {seconds}s"),
    }
}

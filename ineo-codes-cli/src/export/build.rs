//! From a checked table to the model.

use std::collections::HashMap;

use ineo_codes_table::model::{self as table, Codes, ColumnKind, Meaning, Radix, Representation, Table};

use super::model::{Answer, Category, Code, Column, Map, Model, Named, Number, Range, Retry, Row, Unrecognized, Value};

/// What the command line says of the exported file.
#[derive(Debug)]
pub(crate) struct Options {
    /// The name of the table's file, without its folder.
    pub(crate) file: String,
    pub(crate) name: String,
    pub(crate) namespace: Option<String>,
}

/// Works out what every code of `table` answers.
pub(crate) fn build(table: &Table, options: Options) -> Model {
    let (repr, integer, max_length) = match table.representation {
        Representation::Integer(integer) => (integer.name, Some(integer), None),
        Representation::Text { max_length } => ("text", None, Some(max_length)),
    };
    let unrecognized = &table.unrecognized;
    Model {
        version: 1,
        file: options.file,
        name: options.name,
        namespace_name: options.namespace,
        title: table.title.clone(),
        source: table.source.clone(),
        repr,
        is_text: integer.is_none(),
        min: integer.map(|integer| Number::new(integer.min())),
        max: integer.map(|integer| Number::new(integer.max())),
        max_length,
        radix: match table.radix {
            Radix::Decimal => 10,
            Radix::Hexadecimal => 16,
        },
        languages: table.languages.clone(),
        partial_languages: table.languages.iter().skip(table.required_languages).cloned().collect(),
        has_http: unrecognized.meaning.http.is_some(),
        columns: table.columns.iter().map(column).collect(),
        categories: table.categories.iter().map(category).collect(),
        unrecognized: Unrecognized {
            name: unrecognized.name().to_owned(),
            answer: answer(table, &unrecognized.meaning, unrecognized.name()),
            ranges: table.exceptions.iter().map(|exception| range(table, exception)).collect(),
        },
        shared_names: table.shared_names.clone(),
        names: names(table),
        codes: table.rows.iter().map(|row| self::row(table, row)).collect(),
    }
}

fn column(column: &table::Column) -> Column {
    Column {
        name: column.name.clone(),
        r#type: match column.kind {
            ColumnKind::Text => "text",
            ColumnKind::Boolean => "bool",
            ColumnKind::Integer(integer) => integer.name,
            ColumnKind::Message => "message",
        },
        optional: column.is_optional,
        doc: column.doc.clone(),
    }
}

fn category(category: &table::Category) -> Category {
    Category {
        name: category.name.clone(),
        variant: category.variant.clone(),
        doc: category.doc.clone(),
        http: category.http,
        success: category.is_success,
        retry: category.retry.map(retry),
    }
}

fn retry(retry: table::Retry) -> Retry {
    match retry {
        table::Retry::Never => Retry::Never,
        table::Retry::Backoff => Retry::Backoff,
        table::Retry::After(seconds) => Retry::AfterSeconds(seconds),
    }
}

fn row(table: &Table, row: &table::Row) -> Row {
    Row {
        code: code(&row.code),
        text: row.code.to_string(),
        shown: table.show(&row.code),
        name: row.name().to_owned(),
        aliases: row.names.iter().skip(1).cloned().collect(),
        names: row.names.clone(),
        variant: row.variant.clone(),
        deprecated: row.deprecated.clone(),
        answer: answer(table, &row.meaning, row.name()),
    }
}

fn code(code: &table::Code) -> Code {
    match code {
        table::Code::Integer(number) => Code::Number(Number::new(*number)),
        table::Code::Text(text) => Code::Text(text.clone()),
    }
}

fn range(table: &Table, exception: &table::Exception) -> Range {
    let (from, to, prefix, shown) = match &exception.codes {
        Codes::Range { from, to } => {
            let [first, last] = [from, to].map(|number| table.show_number(*number));
            let shown = if from == to { first } else { format!("{first} to {last}") };
            (Some(Number::new(*from)), Some(Number::new(*to)), None, shown)
        }
        Codes::Prefix(prefix) | Codes::Text(prefix) => (None, None, Some(prefix.clone()), format!("{prefix}…")),
    };
    let name = exception.unlisted.name();
    let answer = answer(table, &exception.unlisted.meaning, name);
    Range { from, to, prefix, shown, name: name.to_owned(), answer }
}

fn answer(table: &Table, meaning: &Meaning, name: &str) -> Answer {
    let category = table.categories.get(meaning.category);
    let default = meaning.messages.first().and_then(Option::as_deref).unwrap_or(name);
    let values = table.columns.iter().zip(&meaning.values);
    let columns =
        values.clone().map(|(column, value)| (column.name.clone(), value.as_ref().map(|of| self::value(table, of))));
    let columns_in = values.filter(|(column, _)| column.kind == ColumnKind::Message).map(|(column, value)| {
        let texts = match value {
            Some(table::Value::Message(texts)) => {
                Some(in_each(table, texts, texts.first().and_then(Option::as_deref).unwrap_or_default()))
            }
            _ => None,
        };
        (column.name.clone(), texts)
    });
    Answer {
        category: category.map(|category| category.name.clone()),
        category_variant: category.map(|category| category.variant.clone()),
        success: category.is_some_and(|category| category.is_success),
        retry: retry(meaning.retry),
        retryable: meaning.retry != table::Retry::Never,
        retry_after: match meaning.retry {
            table::Retry::After(seconds) => Some(seconds),
            _ => None,
        },
        http: meaning.http,
        message: given(table, &meaning.messages),
        message_in: in_each(table, &meaning.messages, default),
        default_message: default.to_owned(),
        columns: Map(columns.collect()),
        columns_in: Map(columns_in.collect()),
    }
}

fn value(table: &Table, value: &table::Value) -> Value {
    match value {
        table::Value::Text(text) => Value::Text(text.clone()),
        table::Value::Boolean(value) => Value::Boolean(*value),
        table::Value::Integer(number) => Value::Number(Number::new(*number)),
        table::Value::Message(texts) => Value::Message(given(table, texts)),
    }
}

/// The texts that are there.
fn given(table: &Table, texts: &[Option<String>]) -> Map<String> {
    let texts = table.languages.iter().zip(texts);
    Map(texts.filter_map(|(language, text)| Some((language.clone(), text.clone()?))).collect())
}

/// A text in every language.
fn in_each(table: &Table, texts: &[Option<String>], otherwise: &str) -> Map<String> {
    let texts = table.languages.iter().zip(texts);
    let text = |text: &Option<String>| text.as_deref().unwrap_or(otherwise).to_owned();
    Map(texts.map(|(language, of)| (language.clone(), text(of))).collect())
}

/// Each name once, in the order in which the table first has it.
fn names(table: &Table) -> Vec<Named> {
    let mut names: Vec<Named> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for row in &table.rows {
        for name in &row.names {
            let at = *places.entry(name).or_insert_with(|| {
                names.push(Named { name: name.clone(), ..Named::default() });
                names.len() - 1
            });
            names[at].codes.push(code(&row.code));
            names[at].texts.push(row.code.to_string());
            names[at].shown.push(table.show(&row.code));
            names[at].variants.push(row.variant.clone());
        }
    }
    names
}

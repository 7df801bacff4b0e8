//! From a model to the test of its table.

use std::fmt::Write as _;

use crate::model::{ColumnKind, Meaning, Model, Retry, Value};

pub(crate) fn of(model: &Model, at: usize, file: &str) -> String {
    let Model { repr, min, max, languages, .. } = model;
    let columns = read_columns(model);
    let mut rust = format!(
        "mod table_{at} {{\n\
         use crate::{{Inherent, Expected, Meaning, Retry, Row, Unlisted}};\n\
         use core::time::Duration;\n\
         #[ineo_codes::codes(\"$OUT_DIR/{file}\")]\npub enum Codes {{}}\n\
         static ROWS: &[Row<Codes>] = &[\n"
    );
    for row in &model.rows {
        _ = writeln!(
            rust,
            "Row {{ code: Codes::{0}, number: {1}, variant: {0:?}, names: &{2:?}, messages: &{3:?}, meaning: {4} }},",
            row.variant,
            row.code,
            row.names,
            row.messages,
            meaning(&row.meaning, model, None),
        );
    }
    rust += "];\n";
    rust += &ranges(model);
    _ = write!(
        rust,
        "];\n#[test]\nfn is_as_the_model_says() {{\n\
         let expected = Expected {{\n\
             rows: ROWS, ranges: RANGES, languages: &{languages:?}, min: {min}, max: {max},\n\
             unrecognized: Unlisted {{ names: &[\"unrecognized\"], messages: &{:?}, meaning: {} }},\n\
             hexadecimal_digits: {:?},\n\
         }};\n\
         let inherent = Inherent {{\n\
             all: Codes::ALL, languages: Codes::LANGUAGES, repr: |number| {repr}::try_from(number).unwrap(),\n\
             from_code: Codes::from_code, code: Codes::code, name: Codes::name, names: Codes::names,\n\
             named: Codes::named, message: Codes::message, message_in: |code, tag| code.message_in(tag),\n\
             retry: Codes::retry, is_retryable: Codes::is_retryable, is_recognized: Codes::is_recognized,\n\
             into_repr: {repr}::from, columns: {columns},\n\
         }};\n\
         crate::check({at}, &expected, &inherent);\n",
        model.unrecognized_messages,
        meaning(&model.unrecognized, model, None),
        model.is_hexadecimal.then_some(model.bits / 4),
    );
    if !model.categories.is_empty() {
        rust += "let categories = [\n";
        let has_success = model.categories.iter().any(|category| category.is_success);
        for category in &model.categories {
            let http = if category.http.is_some() { "Some(Codes::http_status)" } else { "None" };
            let into_http = if category.http.is_some() { "Some(|code| http::StatusCode::from(code))" } else { "None" };
            _ = writeln!(
                rust,
                "crate::Category {{ value: CodesCategory::{0}, name: {1:?}, variant: {0:?}, predicate: Codes::{2}, \
                 http_status: {http}, into_http: {into_http}, is_success: {3:?}, ok: {4} }},",
                category.variant,
                category.name,
                category.predicate,
                has_success.then_some(category.is_success),
                if has_success { "Some(Codes::ok)" } else { "None" },
            );
        }
        _ = write!(
            rust,
            "];\nassert!(CodesCategory::ALL.iter().copied().eq(categories.iter().map(|known| known.value)));\n\
             for known in &categories {{ assert_eq!(known.value.name(), known.name); }}\n\
             crate::check_categories({at}, &expected, &inherent, &categories, Codes::category);\n"
        );
    }
    rust += "}\n";
    // What is `const` can be used in constants and patterns.
    if let Some(row) = model.rows.first() {
        _ = write!(
            rust,
            "const _: () = {{\n\
                 const CODE: Codes = Codes::from_code({0});\n\
                 assert!(matches!(Codes::{1}, CODE) && CODE.code() == {0} && CODE.is_recognized());\n\
                 assert!(CODE.name().len() == {2} && CODE.names().len() == {3} && CODE.message().len() == {4});\n\
                 assert!(CODE.is_retryable() == {5} && CODE.retry().is_retryable() == {5} && Codes::ALL.len() == {6});\n\
             }};\n",
            row.code,
            row.variant,
            row.names[0].len(),
            row.names.len(),
            row.messages.first().cloned().flatten().map_or(row.names[0].len(), |message| message.len()),
            !matches!(row.meaning.retry, Retry::Never),
            model.rows.len(),
        );
    }
    rust += "}\n";
    rust
}

/// What unlisted codes mean: the first range that a code is in holds.
fn ranges(model: &Model) -> String {
    let mut rust = String::from("static RANGES: &[(i128, i128, Unlisted)] = &[\n");
    for range in &model.ranges {
        let name = range.name.as_deref().unwrap_or("unrecognized");
        let has_message = range.messages.iter().any(Option::is_some);
        let messages = if has_message { &range.messages } else { &model.unrecognized_messages };
        let meaning = meaning(&range.meaning, model, Some(&model.unrecognized));
        _ = writeln!(
            rust,
            "({}, {}, Unlisted {{ names: &[{name:?}], messages: &{messages:?}, meaning: {meaning} }}),",
            range.from, range.to,
        );
    }
    // Codes that a category lists, where no range is.
    for (from, to, category) in &model.by_code {
        let listed = Meaning { category: *category, retry: model.retry_of(*category), ..model.unrecognized.clone() };
        _ = writeln!(
            rust,
            "({from}, {to}, Unlisted {{ names: &[\"unrecognized\"], messages: &{:?}, meaning: {} }}),",
            model.unrecognized_messages,
            meaning(&Meaning { http: None, ..listed }, model, None),
        );
    }
    rust
}

/// A function that shows what a code has in each column.
fn read_columns(model: &Model) -> String {
    let read = model.columns.iter().enumerate().map(|(at, column)| match column.kind {
        ColumnKind::Message => format!(
            "format!(\"{{:?}} {{:?}}\", code.column_{at}(), Codes::LANGUAGES.iter().map(|tag| \
             code.column_{at}_in(tag)).collect::<Vec<_>>())"
        ),
        _ => format!("format!(\"{{:?}}\", code.column_{at}())"),
    });
    let read: Vec<String> = read.collect();
    format!("|code| {{ _ = code; vec![{}] }}", read.join(", "))
}

/// What the columns of a code show, without the values of its own those of `general`, if there is one.
fn show_columns(meaning: &Meaning, model: &Model, general: Option<&Meaning>) -> Vec<String> {
    let columns = model.columns.iter().enumerate();
    let shown = columns.map(|(at, column)| {
        let general = general.and_then(|general| general.values[at].as_ref());
        let value = meaning.values[at].as_ref().or(general).or(column.default.as_ref());
        let optional = |shown: Option<String>| match shown {
            Some(shown) if column.is_optional => format!("Some({shown})"),
            Some(shown) => shown,
            None => "None".to_owned(),
        };
        match (column.kind, value) {
            (ColumnKind::Message, value) => {
                let texts = match value {
                    Some(Value::Message(texts)) => texts.clone(),
                    _ => vec![None; model.languages.len()],
                };
                let first = texts.first().cloned().flatten();
                let in_each: Vec<Option<&String>> = texts.iter().map(|text| text.as_ref().or(first.as_ref())).collect();
                format!("{} {in_each:?}", optional(first.as_ref().map(|text| format!("{text:?}"))))
            }
            (_, Some(Value::Text(text))) => optional(Some(format!("{text:?}"))),
            (_, Some(Value::Boolean(value))) => optional(Some(value.to_string())),
            (_, Some(Value::Integer(number))) => optional(Some(number.to_string())),
            _ => optional(None),
        }
    });
    shown.collect()
}

fn meaning(meaning: &Meaning, model: &Model, general: Option<&Meaning>) -> String {
    let retry = match meaning.retry {
        Retry::Never => "Retry::Never".to_owned(),
        Retry::Backoff => "Retry::Backoff".to_owned(),
        Retry::After(seconds) => format!("Retry::After(Duration::from_secs({seconds}))"),
    };
    format!(
        "Meaning {{ category: {}, retry: {retry}, http: {:?}, columns: &{:?} }}",
        meaning.category,
        model.http(meaning),
        show_columns(meaning, model, general),
    )
}

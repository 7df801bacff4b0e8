//! From a model to the test of its table.

use std::fmt::Write as _;

use crate::model::{Meaning, Model, Retry};

pub(crate) fn of(model: &Model, at: usize, file: &str) -> String {
    let Model { repr, min, max, languages, .. } = model;
    let mut rust = format!(
        "mod table_{at} {{\n\
         use crate::{{Inherent, Expected, Meaning, Retry, Row}};\n\
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
            meaning(&row.meaning),
        );
    }
    rust += "];\nstatic RANGES: &[(i128, i128, Meaning)] = &[\n";
    for (from, to, of_range) in &model.ranges {
        _ = writeln!(rust, "({from}, {to}, {}),", meaning(of_range));
    }
    _ = write!(
        rust,
        "];\n#[test]\nfn is_as_the_model_says() {{\n\
         let expected = Expected {{\n\
             rows: ROWS, ranges: RANGES, languages: &{languages:?}, min: {min}, max: {max},\n\
             unrecognized: {}, unrecognized_messages: &{:?},\n\
         }};\n\
         let inherent = Inherent {{\n\
             all: Codes::ALL, languages: Codes::LANGUAGES, repr: |number| {repr}::try_from(number).unwrap(),\n\
             from_code: Codes::from_code, code: Codes::code, name: Codes::name, names: Codes::names,\n\
             named: Codes::named, message: Codes::message, message_in: |code, tag| code.message_in(tag),\n\
             retry: Codes::retry, is_retryable: Codes::is_retryable, is_recognized: Codes::is_recognized,\n\
             into_repr: {repr}::from,\n\
         }};\n\
         crate::check({at}, &expected, &inherent);\n",
        meaning(&model.unrecognized),
        model.unrecognized_messages,
    );
    if !model.categories.is_empty() {
        rust += "let categories = [\n";
        for category in &model.categories {
            let http = if category.http.is_some() { "Some(Codes::http_status)" } else { "None" };
            let into_http = if category.http.is_some() { "Some(|code| http::StatusCode::from(code))" } else { "None" };
            _ = writeln!(
                rust,
                "crate::Category {{ value: CodesCategory::{0}, name: {1:?}, variant: {0:?}, predicate: Codes::{2}, \
                 http: {3:?}, http_status: {http}, into_http: {into_http} }},",
                category.variant, category.name, category.predicate, category.http,
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

fn meaning(meaning: &Meaning) -> String {
    let retry = match meaning.retry {
        Retry::Never => "Retry::Never".to_owned(),
        Retry::Backoff => "Retry::Backoff".to_owned(),
        Retry::After(seconds) => format!("Retry::After(Duration::from_secs({seconds}))"),
    };
    format!("Meaning {{ category: {}, retry: {retry} }}", meaning.category)
}

use std::fmt::Write as _;

use super::{CATEGORIES, Retry, Row, Shape};

/// An enum `Code`, as one would write it by hand, where asked for with the derives of `num_enum` and `strum`.
#[must_use]
pub fn enumeration(shape: Shape, rows: &[Row], with_derives: bool) -> String {
    let mut text = "#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]\n".to_owned();
    if with_derives {
        text += "#[derive(num_enum::FromPrimitive)]\n";
        text += "#[derive(strum::Display, strum::EnumString, strum::EnumMessage, strum::EnumProperty)]\n";
    }
    writeln!(text, "#[repr(u{})]\npub enum Code {{", shape.bits).unwrap();
    for Row { code, name, variant, message, category, retry } in rows {
        if with_derives {
            let (category, _) = CATEGORIES[*category];
            let retry = match retry {
                Retry::Never => "retry = \"never\"".to_owned(),
                Retry::Backoff => "retry = \"backoff\"".to_owned(),
                Retry::After(seconds) => format!("retry = \"after\", seconds = {seconds}"),
            };
            writeln!(
                text,
                "#[strum(serialize = {name:?}, message = {message:?}, props(category = {category:?}, {retry}))]"
            )
            .unwrap();
        }
        writeln!(text, "{variant} = {code},").unwrap();
    }
    if with_derives {
        text +=
            "#[strum(to_string = \"unrecognized\", message = \"unrecognized\", props(category = \"unspecified\"))]\n";
    }
    if with_derives {
        text += "#[num_enum(catch_all)]\n";
    }
    writeln!(text, "Unrecognized(u{}),\n}}", shape.bits).unwrap();
    text
}

/// Functions of one `match` each: from the code to variant, message, category and retry.
#[must_use]
pub fn code_matches(shape: Shape, rows: &[Row]) -> String {
    let repr = format!("u{}", shape.bits);
    let function = |name: &str, result: &str, other: &str, arm: &dyn Fn(&Row) -> String| {
        let arms: Vec<String> = rows.iter().map(|row| format!("{} => {},\n", row.code, arm(row))).collect();
        let arms = arms.concat();
        format!("#[inline]\nfn {name}(code: {repr}) -> {result} {{\nmatch code {{\n{arms}_ => {other},\n}}\n}}\n")
    };
    let mut text = function("match_code", "Code", "Code::Unrecognized(code)", &|row| format!("Code::{}", row.variant));
    text += &function("match_message", "&'static str", "\"unrecognized\"", &|row| format!("{:?}", row.message));
    text += &function("match_category", "Category", "Category::Unspecified", &|row| {
        format!("Category::{}", CATEGORIES[row.category].1)
    });
    text += &function("match_retry", "Retry", "Retry::Never", &|row| retry(row.retry));
    text
}

/// A function of one `match`: from the name to the variant.
#[must_use]
pub fn name_match(rows: &[Row]) -> String {
    let arms: Vec<String> = rows.iter().map(|row| format!("{:?} => Code::{},\n", row.name, row.variant)).collect();
    let arms = arms.concat();
    format!(
        "#[inline]\nfn match_name(name: &str) -> Option<Code> {{\nSome(match name {{\n{arms}_ => return None,\n}})\n}}\n"
    )
}

/// The expression for a retry in the peers' terms.
#[must_use]
pub fn retry(retry: Retry) -> String {
    match retry {
        Retry::Never => "Retry::Never".to_owned(),
        Retry::Backoff => "Retry::Backoff".to_owned(),
        Retry::After(seconds) => format!("Retry::After(Duration::from_secs({seconds}))"),
    }
}

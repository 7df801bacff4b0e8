//! TypeScript, and JavaScript with it.

use heck::ToLowerCamelCase as _;

use super::integers::Integers;
use super::{Language, Literal, Refusal, identifiers, json, no_namespace, steers_text};
use crate::export::model::Model;

pub(super) const TYPESCRIPT: Language = Language {
    name: "typescript",
    title: "TypeScript",
    template: Some(include_str!("../templates/typescript.jinja")),
    literal,
    comment,
    filters: &[("key", |text| Ok(key(text))), ("property", |text| Ok(property(text)))],
    usage,
    check,
};

/// `Number.MAX_SAFE_INTEGER`, ECMA-262, section 21.1.2.6: every integer up to it is exact.
const LARGEST: i128 = (1 << 53) - 1;

/// What every object has (ECMA-262, section 20.1.3), so that a property that is absent would be found all the same; and what
/// the template gives each code.
const TAKEN: &[&str] = &[
    "aliases",
    "category",
    "constructor",
    "hasOwnProperty",
    "httpStatus",
    "isListed",
    "isPrototypeOf",
    "isRetryable",
    "isSuccess",
    "messages",
    "name",
    "propertyIsEnumerable",
    "retryAfterSeconds",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// What the module uses: a type of the same name would hide it.
const GLOBALS: &[&str] = &[
    "Array",
    "BigInt",
    "JSON",
    "Map",
    "Number",
    "Object",
    "Partial",
    "RangeError",
    "ReadonlyMap",
    "Readonly",
    "Record",
    "RegExp",
    "String",
];

fn literal(value: Literal<'_>) -> Result<String, String> {
    match value {
        Literal::Null => Ok("undefined".to_owned()),
        Literal::Boolean(value) => Ok(value.to_string()),
        Literal::Integer(number) if number.abs() <= LARGEST => Ok(number.to_string()),
        Literal::Integer(_) => Err("is beyond the integers that TypeScript's `number` holds exactly".to_owned()),
        Literal::Text(text) => Ok(string(text)),
    }
}

fn string(text: &str) -> String {
    let literal = json::string(text);
    if !literal.contains(steers_text) {
        return literal;
    }
    let escaped = |c: char| if steers_text(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() };
    literal.chars().map(escaped).collect()
}

/// A line of a comment, in which `TSDoc` finds no tag and no end.
fn comment(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    for c in line.chars().filter(|c| !steers_text(*c)) {
        if matches!(c, '\\' | '@' | '{' | '}' | '<' | '>') || c == '/' && escaped.ends_with('*') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A key of an object: as it is where it can be. Reserved words are no exception, but `__proto__` would be the prototype.
fn key(text: &str) -> String {
    let is_identifier = text.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && text.chars().all(|c| c == '_' || !c.is_ascii() || c.is_ascii_alphanumeric());
    match text {
        "__proto__" => format!("[{}]", string(text)),
        _ if is_identifier => text.to_owned(),
        _ => string(text),
    }
}

/// A property of what is known of a code.
fn property(column: &str) -> String {
    let name = column.to_lower_camel_case();
    if TAKEN.contains(&name.as_str()) { format!("{name}_") } else { name }
}

fn usage(model: &Model) -> Result<(), String> {
    no_namespace(model)?;
    if GLOBALS.contains(&model.name.as_str()) {
        return Err(format!("`{}` means something else in the exported module: give another `--name`", model.name));
    }
    Ok(())
}

fn check(model: &Model) -> Vec<Refusal> {
    let all = -LARGEST..=LARGEST;
    let integers = Integers { language: "TypeScript", codes: all.clone(), columns: all, seconds: LARGEST };
    let mut refusals = integers.refusals(model);
    refusals.extend(identifiers::columns(model, "TypeScript", property));
    refusals
}

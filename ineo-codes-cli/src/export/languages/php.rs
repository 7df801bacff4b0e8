//! PHP, from 8.1 on.

use std::fmt::Write as _;

use heck::{ToLowerCamelCase as _, ToUpperCamelCase as _};

use super::integers::Integers;
use super::{Language, Literal, Refusal, identifiers, steers_text};
use crate::export::model::Model;

pub(super) const PHP: Language = Language {
    name: "php",
    title: "PHP",
    template: Some(include_str!("../templates/php.jinja")),
    literal,
    comment,
    filters: &[("case", |variant| Ok(case(variant))), ("property", |column| Ok(property(column)))],
    usage,
    check,
};

/// The largest integer of PHP.
const LARGEST: i128 = i64::MAX as i128;

/// The PHP Manual, "List of Keywords" and "List of other reserved words", in lower case: what can't be the name of a class.
const RESERVED: &[&str] = &[
    "__halt_compiler",
    "abstract",
    "and",
    "array",
    "as",
    "bool",
    "break",
    "callable",
    "case",
    "catch",
    "class",
    "clone",
    "const",
    "continue",
    "declare",
    "default",
    "die",
    "do",
    "echo",
    "else",
    "elseif",
    "empty",
    "enddeclare",
    "endfor",
    "endforeach",
    "endif",
    "endswitch",
    "endwhile",
    "enum",
    "eval",
    "exit",
    "extends",
    "false",
    "final",
    "finally",
    "float",
    "fn",
    "for",
    "foreach",
    "function",
    "global",
    "goto",
    "if",
    "implements",
    "include",
    "include_once",
    "instanceof",
    "insteadof",
    "int",
    "interface",
    "isset",
    "iterable",
    "list",
    "match",
    "mixed",
    "namespace",
    "never",
    "new",
    "null",
    "numeric",
    "object",
    "or",
    "parent",
    "print",
    "private",
    "protected",
    "public",
    "readonly",
    "require",
    "require_once",
    "resource",
    "return",
    "self",
    "static",
    "string",
    "switch",
    "throw",
    "trait",
    "true",
    "try",
    "unset",
    "use",
    "var",
    "void",
    "while",
    "xor",
    "yield",
];

/// The properties that the class of any code has besides the columns.
const PROPERTIES: &[&str] = &[
    "this",
    "code",
    "case",
    "name",
    "names",
    "category",
    "httpStatus",
    "message",
    "messages",
    "retryable",
    "retryAfter",
];

fn literal(value: Literal<'_>) -> Result<String, String> {
    Ok(match value {
        Literal::Null => "null".to_owned(),
        Literal::Boolean(value) => value.to_string(),
        // The digits alone would be a float, which the minus makes negative.
        Literal::Integer(number) if number == i64::MIN.into() => "\\PHP_INT_MIN".to_owned(),
        Literal::Integer(number) if number > LARGEST => return Err("does not fit into an integer of PHP".to_owned()),
        Literal::Integer(number) => number.to_string(),
        Literal::Text(text) => string(text),
    })
}

/// In single quotation marks, unless there is something to escape that these leave as it is.
fn string(text: &str) -> String {
    if !text.chars().any(|c| c.is_control() || steers_text(c)) {
        return format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"));
    }
    let mut literal = String::from("\"");
    for c in text.chars() {
        _ = match c {
            '"' | '\\' | '$' => write!(literal, "\\{c}"),
            '\n' => write!(literal, "\\n"),
            '\r' => write!(literal, "\\r"),
            '\t' => write!(literal, "\\t"),
            c if c.is_control() || steers_text(c) => write!(literal, "\\u{{{:x}}}", u32::from(c)),
            c => write!(literal, "{c}"),
        };
    }
    literal + "\""
}

/// A line of a doc comment. A tag stands at the beginning of a line, or in braces.
fn comment(line: &str) -> String {
    let line: String = line.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| !steers_text(*c)).collect();
    // A comment of one line ends at `?>` too.
    let line = line.replace("*/", "* /").replace("?>", "? >").replace("{@", "{ @");
    match line.trim_start().strip_prefix('@') {
        Some(rest) => format!("\\@{rest}"),
        None => line,
    }
}

/// The case of an enum. `class` is what PHP reads as the name of the class, and the enum has a constant of its own.
fn case(variant: &str) -> String {
    let name = variant.to_upper_camel_case();
    let name = if name.starts_with(|c: char| c.is_numeric()) || name.is_empty() { format!("_{name}") } else { name };
    let is_taken = name.eq_ignore_ascii_case("class") || name == "LANGUAGES";
    if is_taken { name + "_" } else { name }
}

fn property(column: &str) -> String {
    let name = column.to_lower_camel_case();
    if PROPERTIES.contains(&name.as_str()) { name + "_" } else { name }
}

fn usage(model: &Model) -> Result<(), String> {
    let is_reserved = |name: &str| RESERVED.contains(&name.to_ascii_lowercase().as_str());
    if is_reserved(&model.name) {
        return Err(format!("`{}` is a reserved word of PHP: give another `--name`", model.name));
    }
    let Some(namespace) = &model.namespace_name else { return Ok(()) };
    let is_name = |part: &str| {
        let is_letter = |c: char| c == '_' || c.is_ascii_alphabetic() || !c.is_ascii();
        part.starts_with(is_letter) && part.chars().all(|c| is_letter(c) || c.is_ascii_digit())
    };
    let is_sound = namespace.split('\\').all(is_name) && !namespace.to_ascii_lowercase().starts_with("namespace\\");
    if !is_sound || is_reserved(namespace) || namespace.chars().any(steers_text) {
        return Err(format!("`{namespace}` is not a namespace of PHP: write it like `App\\Codes`"));
    }
    Ok(())
}

fn check(model: &Model) -> Vec<Refusal> {
    let mut refusals = identifiers::rows(model, "PHP", case);
    refusals.extend(identifiers::categories(model, "PHP", case));
    refusals.extend(identifiers::columns(model, "PHP", property));
    let all = i64::MIN.into()..=LARGEST;
    refusals.extend(Integers { language: "PHP", codes: all.clone(), columns: all, seconds: LARGEST }.refusals(model));
    refusals
}

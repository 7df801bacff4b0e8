//! Python, from 3.9 on.

use std::fmt::Write as _;

use heck::ToShoutySnakeCase as _;
use unicode_normalization::UnicodeNormalization as _;

use super::{Language, Literal, Refusal, identifiers, no_namespace, steers_text};
use crate::export::model::Model;

pub(super) const PYTHON: Language = Language {
    name: "python",
    title: "Python",
    template: Some(include_str!("../templates/python.jinja")),
    literal,
    comment,
    filters: &[("member", |text| Ok(member(text))), ("attribute", |text| Ok(attribute(text)))],
    usage,
    check,
};

/// The Python Language Reference, section 2.3.1 "Keywords" and 2.3.2 "Soft Keywords", of Python 3.14.
const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "case", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "match",
    "nonlocal", "not", "or", "pass", "raise", "return", "try", "type", "while", "with", "yield",
];

/// What codes have already, because they are integers or texts, and members of an enum: `dir(int)`, `dir(str)` and
/// `dir(enum.Enum)`, without the names in underscores.
const INHERITED: &[&str] = &[
    "as_integer_ratio",
    "bit_count",
    "bit_length",
    "capitalize",
    "casefold",
    "center",
    "conjugate",
    "count",
    "denominator",
    "encode",
    "endswith",
    "expandtabs",
    "find",
    "format",
    "format_map",
    "from_bytes",
    "imag",
    "index",
    "is_integer",
    "isalnum",
    "isalpha",
    "isascii",
    "isdecimal",
    "isdigit",
    "isidentifier",
    "islower",
    "isnumeric",
    "isprintable",
    "isspace",
    "istitle",
    "isupper",
    "join",
    "ljust",
    "lower",
    "lstrip",
    "maketrans",
    "mro",
    "name",
    "numerator",
    "partition",
    "real",
    "removeprefix",
    "removesuffix",
    "replace",
    "rfind",
    "rindex",
    "rjust",
    "rpartition",
    "rsplit",
    "rstrip",
    "split",
    "splitlines",
    "startswith",
    "strip",
    "swapcase",
    "title",
    "to_bytes",
    "translate",
    "upper",
    "value",
    "zfill",
];

/// What the template gives codes besides, and what it uses in the class of codes.
const OWN: &[&str] =
    &["bool", "code", "int", "messages", "names", "property", "retry_after", "str", "tuple", "wire_name", "wire_names"];

/// What the module has, or uses from elsewhere.
const MODULE: &[&str] = &["Category", "Mapping", "NamedTuple", "TypeError", "Union", "ValueError"];

#[allow(clippy::unnecessary_wraps, reason = "other languages can't hold every value")]
fn literal(value: Literal<'_>) -> Result<String, String> {
    Ok(match value {
        Literal::Null => "None".to_owned(),
        Literal::Boolean(true) => "True".to_owned(),
        Literal::Boolean(false) => "False".to_owned(),
        Literal::Integer(number) => number.to_string(),
        Literal::Text(text) => string(text),
    })
}

/// A literal with escapes for whatever ends a line, or shows the source in another order than it has.
fn string(text: &str) -> String {
    // The quotation mark with fewer escapes, as formatters choose it.
    let mark = if text.matches('"').count() > text.matches('\'').count() { '\'' } else { '"' };
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push(mark);
    for c in text.chars() {
        _ = match c {
            c if c == mark || c == '\\' => write!(literal, "\\{c}"),
            '\n' => write!(literal, "\\n"),
            '\r' => write!(literal, "\\r"),
            '\t' => write!(literal, "\\t"),
            c if c.is_control() && u32::from(c) < 0x100 => write!(literal, "\\x{:02x}", u32::from(c)),
            c if steers_text(c) => write!(literal, "\\u{:04x}", u32::from(c)),
            c => write!(literal, "{c}"),
        };
    }
    literal.push(mark);
    literal
}

/// A line of a docstring, which is a literal of its own. It ends at three quotation marks, so those that touch another one,
/// or the end, are escaped.
fn comment(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    let mut previous = None;
    let characters = line.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| !steers_text(*c));
    let mut characters = characters.peekable();
    while let Some(c) = characters.next() {
        let is_alone = previous != Some('"') && characters.peek().is_some_and(|next| *next != '"');
        if c == '\\' || c == '"' && !is_alone {
            escaped.push('\\');
        }
        escaped.push(c);
        previous = Some(c);
    }
    escaped
}

/// A member of an enum, in the form in which Python reads identifiers: PEP 3131.
fn member(variant: &str) -> String {
    let name: String = variant.to_shouty_snake_case().nfkc().collect();
    // `_1` is a variant, and has no letter.
    if name.starts_with(|c: char| c.is_numeric()) || name.is_empty() { format!("_{name}") } else { name }
}

/// A property of codes: an underscore keeps it apart from what codes have already (PEP 8, "Descriptive: Naming Styles").
fn attribute(column: &str) -> String {
    let name: String = column.nfkc().collect();
    let is_taken = [KEYWORDS, INHERITED, OWN].iter().any(|names| names.contains(&name.as_str()));
    if is_taken { format!("{name}_") } else { name }
}

fn usage(model: &Model) -> Result<(), String> {
    no_namespace(model)?;
    if KEYWORDS.contains(&model.name.as_str()) || MODULE.contains(&model.name.as_str()) {
        return Err(format!("`{}` means something else in the exported module: give another `--name`", model.name));
    }
    Ok(())
}

fn check(model: &Model) -> Vec<Refusal> {
    let mut refusals = identifiers::rows(model, "Python", member);
    refusals.extend(identifiers::categories(model, "Python", member));
    refusals.extend(identifiers::columns(model, "Python", attribute));
    refusals
}

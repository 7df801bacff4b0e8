//! Go: one file of a package.

use heck::ToUpperCamelCase as _;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::integers::Integers;
use super::{Language, Literal, Refusal, identifiers, steers_text};
use crate::export::model::Model;

pub(super) const GO: Language = Language {
    name: "go",
    title: "Go",
    template: Some(include_str!("../templates/go.jinja")),
    literal,
    comment,
    filters: &[
        // The part of a constant's name after the type's.
        ("constant", |variant| Ok(constant(variant))),
        // The method of a column, and its field.
        ("method", |column| Ok(method(column))),
        // A name for use in the package alone: `HTTPCode` becomes `httpCode`.
        ("unexported", |name| Ok(unexported(name))),
        // Lines of `key: value`, with the blanks that gofmt puts between them.
        ("aligned", |lines| Ok(aligned(lines))),
    ],
    usage,
    check,
};

/// The predeclared type of codes is `int`, or `int64`, which are the same on most machines.
const LARGEST: i128 = i64::MAX as i128;

/// The most seconds that a `time.Duration` has.
const LONGEST: i128 = LARGEST / 1_000_000_000;

/// The Go Programming Language Specification, section "Keywords".
const KEYWORDS: &[&str] = &[
    "break",
    "case",
    "chan",
    "const",
    "continue",
    "default",
    "defer",
    "else",
    "fallthrough",
    "for",
    "func",
    "go",
    "goto",
    "if",
    "import",
    "interface",
    "map",
    "package",
    "range",
    "return",
    "select",
    "struct",
    "switch",
    "type",
    "var",
];

/// Words that Go writes in one case: those of staticcheck's check ST1003.
const INITIALISMS: &[&str] = &[
    "ACL", "API", "ASCII", "CPU", "CSS", "DNS", "EOF", "GUID", "HTML", "HTTP", "HTTPS", "ID", "IP", "JSON", "QPS",
    "RAM", "RPC", "SLA", "SMTP", "SQL", "SSH", "TCP", "TLS", "TTL", "UDP", "UI", "GID", "UID", "UUID", "URI", "URL",
    "UTF8", "VM", "XML", "XMPP", "XSRF", "XSS", "SIP", "RTP", "AMQP", "DB", "TS",
];

/// What the file declares besides the constants, with the type's name in front.
const DECLARED: &[&str] = &["Category", "Error", "Languages"];

/// Methods that codes have, those that Go gives a meaning, and those whose form `go vet` prescribes.
const METHODS: &[&str] = &[
    "As",
    "Category",
    "Err",
    "Error",
    "Format",
    "GoString",
    "GobDecode",
    "GobEncode",
    "HTTPStatus",
    "Is",
    "Listed",
    "MarshalBinary",
    "MarshalJSON",
    "MarshalText",
    "MarshalXML",
    "Message",
    "MessageIn",
    "Name",
    "Names",
    "Peek",
    "ReadByte",
    "ReadFrom",
    "ReadRune",
    "Retry",
    "Scan",
    "Seek",
    "String",
    "UnmarshalBinary",
    "UnmarshalJSON",
    "UnmarshalText",
    "UnmarshalXML",
    "UnreadByte",
    "UnreadRune",
    "Unwrap",
    "Value",
    "WriteByte",
    "WriteTo",
];

#[allow(clippy::unnecessary_wraps, reason = "other languages can't hold every value")]
fn literal(value: Literal<'_>) -> Result<String, String> {
    Ok(match value {
        Literal::Null => "nil".to_owned(),
        Literal::Boolean(value) => value.to_string(),
        Literal::Integer(number) => number.to_string(),
        Literal::Text(text) => format!("\"{}\"", text.chars().map(escaped).collect::<String>()),
    })
}

/// A character in an interpreted string literal.
fn escaped(c: char) -> String {
    match c {
        '"' | '\\' => format!("\\{c}"),
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        '\t' => "\\t".to_owned(),
        c if c.is_control() || steers_text(c) => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    }
}

/// A line comment ends where its line ends, and nowhere else. Gofmt makes typographic quotation marks of pairs of others.
fn comment(line: &str) -> String {
    let line: String = line.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| !steers_text(*c)).collect();
    line.trim_end().replace("``", "“").replace("''", "”")
}

/// What follows the name of the type. Go has no letters that stand for numbers, which compatibility decomposition spells out.
fn constant(variant: &str) -> String {
    let name = initialisms(&variant.nfkc().collect::<String>().to_upper_camel_case());
    if DECLARED.contains(&name.as_str()) { name + "_" } else { name }
}

/// Exported, hence with an upper-case letter at its beginning.
fn method(column: &str) -> String {
    let name = initialisms(&column.nfkc().collect::<String>().to_upper_camel_case());
    match name.chars().next() {
        first if !first.is_some_and(char::is_uppercase) => format!("Column{name}"),
        _ if METHODS.contains(&name.as_str()) => name + "_",
        _ => name,
    }
}

/// Words in `UpperCamelCase`, with initialisms in upper case.
fn initialisms(name: &str) -> String {
    let starts = name.char_indices().filter(|(_, c)| c.is_uppercase()).map(|(at, _)| at);
    let mut bounds: Vec<usize> = std::iter::once(0).chain(starts).chain([name.len()]).collect();
    bounds.dedup();
    let words = bounds.windows(2).map(|bound| &name[bound[0]..bound[1]]);
    words
        .map(|word| {
            let upper = word.to_uppercase();
            if INITIALISMS.contains(&upper.as_str()) { upper } else { word.to_owned() }
        })
        .collect()
}

fn unexported(name: &str) -> String {
    let uppers = name.chars().take_while(|c| c.is_uppercase()).count();
    // The last of several upper-case letters begins the next word, unless the name ends there.
    let lowered = if uppers > 1 && uppers < name.chars().count() { uppers - 1 } else { uppers };
    let mut chars = name.chars();
    let head: String = chars.by_ref().take(lowered).flat_map(char::to_lowercase).collect();
    head + chars.as_str()
}

/// As gofmt aligns the values of a composite literal: in sections, which end where a key is much longer or shorter than
/// those before it. See `exprList` in Go's package `go/printer`.
fn aligned(lines: &str) -> String {
    let mut text = String::new();
    let mut section: Vec<(&str, &str)> = Vec::new();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let Some((key, value)) = line.split_once(": ") else { continue };
        if begins_section(&section, key) {
            write_section(&mut text, &section);
            section.clear();
        }
        section.push((key, value));
    }
    write_section(&mut text, &section);
    text
}

fn begins_section(section: &[(&str, &str)], key: &str) -> bool {
    const SMALL: usize = 40;
    const THRESHOLD: f64 = 2.5;
    #[allow(clippy::cast_precision_loss, reason = "the length of a name")]
    let size = |key: &str| key.trim().len() as f64;
    let Some((last, _)) = section.last() else { return false };
    if last.trim().len() <= SMALL && key.trim().len() <= SMALL {
        return false;
    }
    #[allow(clippy::cast_precision_loss, reason = "the number of columns")]
    let count = section.len() as f64;
    let mean = (section.iter().map(|(key, _)| size(key).ln()).sum::<f64>() / count).exp();
    let ratio = size(key) / mean;
    THRESHOLD * ratio <= 1.0 || THRESHOLD <= ratio
}

fn write_section(text: &mut String, section: &[(&str, &str)]) {
    let width = |key: &str| key.chars().count();
    let longest = section.iter().map(|(key, _)| width(key)).max().unwrap_or(0);
    for (key, value) in section {
        text.push_str(&format!("{key}:{} {value}\n", " ".repeat(longest - width(key))));
    }
}

/// Whether Go reads `text` as an identifier: letters, decimal digits and `_`. Unlike Rust's, it has no combining marks.
fn is_identifier(text: &str) -> bool {
    let is_letter = |c: char| c == '_' || c.is_alphabetic() && !c.is_numeric() && !is_combining_mark(c);
    // Ethiopic and New Tai Lue have digits that are not decimal.
    let is_digit = |c: char| c.is_numeric() && !c.is_alphabetic() && !matches!(c, '\u{1369}'..='\u{1371}' | '\u{19DA}');
    text.starts_with(is_letter) && text.chars().all(|c| is_letter(c) || is_digit(c))
}

fn usage(model: &Model) -> Result<(), String> {
    let name = &model.name;
    if !is_identifier(name) || !name.starts_with(char::is_uppercase) {
        return Err(format!("`{name}` is not the name of an exported type in Go: begin it with an upper-case letter"));
    }
    let (package, advice) = match &model.namespace_name {
        Some(namespace) => (namespace.clone(), "use a short word in lower case"),
        None => (name.to_lowercase(), "give one with `--namespace`"),
    };
    if !is_identifier(&package) || package == "_" || KEYWORDS.contains(&package.as_str()) {
        return Err(format!("`{package}` is not the name of a package in Go: {advice}"));
    }
    Ok(())
}

fn check(model: &Model) -> Vec<Refusal> {
    let smallest = i128::from(i64::MIN);
    let columns = smallest..=u64::MAX.into();
    let integers = Integers { language: "Go", codes: smallest..=LARGEST, columns, seconds: LONGEST };
    let mut refusals = integers.refusals(model);
    for (at, row) in
        model.codes.iter().enumerate().filter(|(_, row)| !is_identifier(&format!("T{}", constant(&row.variant))))
    {
        let what = format!("the variant `{}` of the code {}", row.variant, row.shown);
        refusals.push(with_other_letters(Some(at), &what, "give the row another `variant`"));
    }
    for category in
        model.categories.iter().filter(|category| !is_identifier(&format!("T{}", constant(&category.variant))))
    {
        refusals.push(with_other_letters(None, &format!("the category `{}`", category.name), "give it another name"));
    }
    for column in model.columns.iter().filter(|column| !is_identifier(&method(&column.name))) {
        refusals.push(with_other_letters(None, &format!("the column `{}`", column.name), "give it another name"));
    }
    refusals.extend(identifiers::rows(model, "Go", constant));
    refusals.extend(identifiers::categories(model, "Go", constant));
    refusals.extend(identifiers::columns(model, "Go", method));
    // The constants of categories begin with the name of their type, which a code's may also do.
    for (at, row) in model.codes.iter().enumerate() {
        let own = constant(&row.variant);
        let category =
            model.categories.iter().find(|category| own == format!("Category{}", constant(&category.variant)));
        if let Some(category) = category {
            refusals.push(Refusal {
                row: Some(at),
                message: format!(
                    "in Go, the code {} `{}` and the category `{}` would both be `{}{own}`",
                    row.shown, row.variant, category.name, model.name
                ),
                help: "give the row another `variant`".to_owned(),
            });
        }
    }
    refusals
}

fn with_other_letters(row: Option<usize>, what: &str, help: &str) -> Refusal {
    let message = format!("in Go, {what} can't be a name: it has characters other than letters, digits and `_`");
    Refusal { row, message, help: help.to_owned() }
}

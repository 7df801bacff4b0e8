//! From TOML to a document: which keys there are, and that their values are of the right type.
//!
//! Whether the values make sense together is checked later, in `check`.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::document::{
    At, Document, Entry, Header, RawCategory, RawColumn, RawMeaning, RawMessage, RawRange, RawRetry, RawRow,
    RawUnrecognized, RawValue, Text,
};
use crate::fault::Fault;
use crate::faults::Faults;
use crate::keys::Keys;
use crate::recover;
use crate::source::Source;
use crate::suggest::did_you_mean;
use crate::text::{quoted, with_line_feeds};

/// Reads `source`; its faults go to `faults`.
pub(crate) fn parse(source: &Source, faults: &Faults<'_>) -> Document {
    let text = &source.text()[..recover::plausible(source.text())];
    let (root, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return document(root.get_ref(), faults);
    }
    let sound = recover::without_faults(text, root.get_ref(), &errors, source, faults);
    let (root, _) = DeTable::parse_recoverable(&sound);
    document(root.get_ref(), faults)
}

/// The keys of `[table]`.
const HEADER: &[&str] = &[
    "title",
    "source",
    "repr",
    "max-length",
    "radix",
    "languages",
    "partial-languages",
    "messages",
    "shared-names",
    "strip-prefix",
    "strip-suffix",
    "reserved-codes",
    "reserved-names",
];

/// The keys of a row. Like ranges and `[unrecognized]`, it also has a key per column.
pub(crate) const ROW: &[&str] =
    &["code", "name", "aliases", "variant", "category", "http", "retry", "message", "deprecated"];

const RANGE: &[&str] = &["from", "to", "prefix", "name", "category", "http", "retry", "message"];
const UNRECOGNIZED: &[&str] = &["category", "http", "retry", "message", "ranges"];

fn document<'d>(root: &'d DeTable<'d>, faults: &'d Faults<'d>) -> Document {
    let mut keys = Keys::of_file(root, faults);
    let is_header_misplaced = keys.misplaced(HEADER, "belongs to `[table]`", "write a line `[table]` above it");
    let are_rows = matches!(keys.value("code"), Some(DeValue::Array(_)));
    let is_empty = matches!(keys.value("code"), Some(DeValue::Array(rows)) if rows.is_empty());
    let is_single = matches!(keys.value("code"), Some(DeValue::Table(_)));
    let single = if is_single { keys.remove("code") } else { None };
    if let Some((_, value)) = single {
        let fault = Fault::new(&value.span(), "a row begins with `[[code]]`, in two brackets");
        keys.fault(fault.label("makes a single table").help("write `[[code]]`"));
    }
    let of_rows = if are_rows { &ROW[1..] } else { ROW };
    let rows_help = "write a line `[[code]]` above the keys of each row";
    let is_row_misplaced = keys.misplaced(of_rows, "is not in a row", rows_help) || is_single;
    let has_unknown = keys.report_unknown(&["table", "columns", "categories", "unrecognized", "code"]);

    let header = match keys.table("table", "`[table]`", HEADER) {
        Entry::Given(keys) => {
            let is_spoiled = faults.is_spoiled(&keys.span);
            header_of(keys, is_header_misplaced || is_spoiled)
        }
        Entry::Absent => header_of(Keys::none(faults), is_header_misplaced || faults.has_lost_header()),
        Entry::Faulty => header_of(Keys::none(faults), true),
    };
    let columns =
        keys.take("columns").and_then(|(_, value)| keys.inner("`[columns]`", value, "a table", None).map(columns_of));
    let mut names = Vec::new();
    if let Entry::Given(columns) = &columns {
        for column in columns {
            names.push(column.name.value.as_str());
        }
    }
    let with_columns = |known: &[&'static str]| {
        let mut keys = known.to_vec();
        for name in &names {
            if !known.contains(name) {
                keys.push(name);
            }
        }
        keys
    };
    let categories = keys.take("categories").and_then(|(_, value)| {
        let all = keys.inner("`[categories]`", value, "a table", None).map(categories_of)?;
        Some(At { value: all, span: value.span() })
    });
    let unrecognized = keys.table("unrecognized", "`[unrecognized]`", &with_columns(UNRECOGNIZED));
    let unrecognized = unrecognized.and_then(|keys| Some(unrecognized_of(keys, &names, &with_columns(RANGE))));
    let rows = keys.tables("code", "a row", &with_columns(ROW));
    let rows = rows.and_then(|keys| {
        let mut rows = Vec::with_capacity(keys.len());
        for row in keys {
            rows.push(row_of(row, &names));
        }
        Some(rows)
    });
    let rows = match rows {
        Entry::Given(_) if is_empty => Entry::Absent,
        Entry::Absent if is_row_misplaced || has_unknown => Entry::Faulty,
        rows => rows,
    };
    Document { header, columns, categories, unrecognized, rows }
}

/// The header. If `is_elsewhere`, a missing key may be in the wrong place, or where the TOML is faulty.
fn header_of(mut keys: Keys<'_>, is_elsewhere: bool) -> Header {
    fn or_faulty<T>(entry: Entry<T>, is_faulty: bool) -> Entry<T> {
        if is_faulty && entry.is_absent() { Entry::Faulty } else { entry }
    }
    Header {
        title: keys.text("title").given(),
        source: keys.text("source").given(),
        repr: or_faulty(keys.text("repr"), is_elsewhere),
        max_length: or_faulty(keys.integer("max-length"), is_elsewhere),
        radix: or_faulty(keys.integer("radix"), is_elsewhere),
        languages: or_faulty(keys.texts("languages"), is_elsewhere),
        partial_languages: or_faulty(keys.texts("partial-languages"), is_elsewhere),
        messages: or_faulty(keys.text("messages"), is_elsewhere),
        shared_names: or_faulty(keys.texts("shared-names"), is_elsewhere),
        strip_prefix: keys.text_or_texts("strip-prefix"),
        strip_suffix: keys.text_or_texts("strip-suffix"),
        reserved_codes: keys.codes("reserved-codes"),
        reserved_names: keys.texts("reserved-names").given().map(|names| names.all).unwrap_or_default(),
    }
}

fn columns_of(mut keys: Keys<'_>) -> Vec<RawColumn> {
    const WANTED: &str = "a type, such as \"text\", or a table with one, `{ type = \"text\", optional = true }`";
    let mut columns = Vec::new();
    for (name, value) in keys.take_all() {
        let mut column = RawColumn { name, kind: None, optional: None, default: None, doc: None };
        if let DeValue::String(kind) = value.get_ref() {
            column.kind = Some(At { value: kind.to_string(), span: value.span() });
        } else if let Some(mut inner) =
            keys.inner("a column", value, WANTED, Some(&["type", "optional", "default", "doc"]))
        {
            column.kind = inner.required("type", Keys::text);
            column.optional = inner.boolean("optional").given();
            column.default = inner.take("default").given().map(|(_, value)| value_of(&inner, "default", value));
            column.doc = inner.text("doc").given();
        }
        columns.push(column);
    }
    columns
}

fn categories_of(mut keys: Keys<'_>) -> Vec<RawCategory> {
    const WANTED: &str = "a text, or a table with a `doc`";
    let mut categories = Vec::new();
    for (name, value) in keys.take_all() {
        let category =
            RawCategory { name, doc: None, http: Entry::Absent, retry: None, is_success: false, codes: Vec::new() };
        categories.push(if let DeValue::String(doc) = value.get_ref() {
            RawCategory { doc: Some(At { value: with_line_feeds(doc), span: value.span() }), ..category }
        } else if let Some(mut inner) =
            keys.inner("a category", value, WANTED, Some(&["doc", "http", "retry", "success", "codes"]))
        {
            RawCategory {
                doc: inner.required("doc", Keys::text),
                http: inner.integer("http"),
                retry: retry_of(&mut inner),
                is_success: inner.boolean("success").given().is_some_and(|success| success.value),
                codes: inner.codes("codes"),
                ..category
            }
        } else {
            RawCategory { http: Entry::Faulty, ..category }
        });
    }
    categories
}

fn unrecognized_of(mut keys: Keys<'_>, columns: &[&str], known_in_ranges: &[&str]) -> RawUnrecognized {
    let ranges = keys.tables("ranges", "a range", known_in_ranges).given().unwrap_or_default();
    RawUnrecognized {
        span: keys.span.clone(),
        meaning: meaning_of(&mut keys, columns),
        ranges: ranges.into_iter().map(|range| range_of(range, columns)).collect(),
    }
}

fn range_of(mut keys: Keys<'_>, columns: &[&str]) -> RawRange {
    RawRange {
        span: keys.span.clone(),
        from: keys.integer("from"),
        to: keys.integer("to"),
        prefix: keys.text("prefix"),
        name: keys.text("name").given(),
        meaning: meaning_of(&mut keys, columns),
    }
}

fn row_of(mut keys: Keys<'_>, columns: &[&str]) -> RawRow {
    RawRow {
        span: keys.span.clone(),
        code: keys.required("code", Keys::code),
        name: keys.text("name"),
        aliases: keys.texts("aliases"),
        variant: keys.text("variant"),
        meaning: meaning_of(&mut keys, columns),
        deprecated: keys.text("deprecated").given(),
    }
}

fn meaning_of(keys: &mut Keys<'_>, columns: &[&str]) -> RawMeaning {
    let mut value = |column: &&str| {
        let (_, value) = keys.take(column).given()?;
        Some(value_of(keys, column, value))
    };
    let values = columns.iter().map(&mut value).collect();
    RawMeaning {
        category: keys.text("category"),
        http: keys.integer("http"),
        retry: retry_of(keys),
        message: message_of(keys),
        values,
    }
}

fn retry_of(keys: &mut Keys<'_>) -> Option<RawRetry> {
    const FORMS: &str = "\"never\", \"backoff\" or { after-seconds = 30 }";
    let (_, value) = keys.take("retry").given()?;
    let DeValue::String(word) = value.get_ref() else {
        let mut inner = keys.inner("`retry`", value, FORMS, Some(&["after-seconds"]))?;
        return inner.required("after-seconds", Keys::integer).map(RawRetry::After);
    };
    match word.as_ref() {
        "never" => Some(RawRetry::Never),
        "backoff" => Some(RawRetry::Backoff),
        other => {
            let label = did_you_mean(other, &["never", "backoff"]).unwrap_or_default();
            let fault = Fault::new(&value.span(), format!("{} is not a way to retry", quoted(other)));
            keys.fault(fault.label(label).help(format!("write {FORMS}")));
            None
        }
    }
}

fn message_of(keys: &mut Keys<'_>) -> Entry<RawMessage> {
    keys.take("message").and_then(|(_, value)| {
        let span = value.span();
        if let DeValue::String(text) = value.get_ref() {
            return Some(RawMessage::Plain(At { value: with_line_feeds(text), span }));
        }
        let texts = texts_by_language(keys, "`message`", value)?;
        Some(RawMessage::Languages(At { value: texts, span }))
    })
}

/// The texts of a table `{ en = "…", fa = "…" }`.
fn texts_by_language<'d>(
    keys: &Keys<'d>,
    owner: &'static str,
    value: &'d Spanned<DeValue<'d>>,
) -> Option<Vec<(Text, Option<Text>)>> {
    let mut inner = keys.inner(owner, value, "a text, or a table of texts by language", None)?;
    Some(inner.take_all().into_iter().map(|(tag, text)| (tag, inner.text_of("a message", text))).collect())
}

fn value_of<'d>(keys: &Keys<'d>, column: &str, value: &'d Spanned<DeValue<'d>>) -> At<RawValue> {
    let read = match value.get_ref() {
        DeValue::String(text) => RawValue::Text(with_line_feeds(text)),
        DeValue::Boolean(is_so) => RawValue::Boolean(*is_so),
        DeValue::Integer(_) => {
            keys.integer_of(&quoted(column), value).map_or(RawValue::Faulty, |integer| RawValue::Integer(integer.value))
        }
        DeValue::Table(_) => {
            texts_by_language(keys, "a text in several languages", value).map_or(RawValue::Faulty, RawValue::Languages)
        }
        other => RawValue::Other(Keys::kind(other)),
    };
    At { value: read, span: value.span() }
}

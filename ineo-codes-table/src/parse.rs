//! From TOML to a document: which keys there are, and that their values are of the right type.
//!
//! Whether the values make sense together is checked later, in `check`.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::document::{
    At, Document, Entry, Header, RawCategory, RawMeaning, RawMessage, RawRange, RawRetry, RawRow, RawUnrecognized,
};
use crate::fault::Fault;
use crate::faults::Faults;
use crate::keys::Keys;
use crate::recover;
use crate::source::Source;
use crate::suggest::did_you_mean;
use crate::text::{quoted, with_line_feeds};

/// Reads `source`. Faults go to `faults`.
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

const HEADER: &[&str] = &["title", "source", "repr", "languages", "partial-languages", "shared-names"];
const CATEGORY: &[&str] = &["doc", "http", "success"];
const ROW: &[&str] = &["code", "name", "aliases", "variant", "category", "retry", "message", "deprecated"];

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
    let has_unknown = keys.report_unknown(&["table", "categories", "unrecognized", "code"]);

    let header = match keys.table("table", "`[table]`", HEADER) {
        Entry::Given(keys) => {
            let is_spoiled = faults.is_spoiled(&keys.span);
            header_of(keys, is_header_misplaced || is_spoiled)
        }
        Entry::Absent => header_of(Keys::none(faults), is_header_misplaced || faults.has_lost_header()),
        Entry::Faulty => header_of(Keys::none(faults), true),
    };
    let categories = keys.take("categories").and_then(|(_, value)| {
        let all = keys.inner("`[categories]`", value, "a table", None).map(categories_of)?;
        Some(At { value: all, span: value.span() })
    });
    let unrecognized = keys.table("unrecognized", "`[unrecognized]`", &["category", "retry", "message", "ranges"]);
    let unrecognized = unrecognized.and_then(|keys| Some(unrecognized_of(keys)));
    let rows = keys.tables("code", "a row", ROW).and_then(|rows| Some(rows.into_iter().map(row_of).collect()));
    let rows = match rows {
        Entry::Given(_) if is_empty => Entry::Absent,
        Entry::Absent if is_row_misplaced || has_unknown => Entry::Faulty,
        rows => rows,
    };
    Document { header, categories, unrecognized, rows }
}

/// The header. `is_elsewhere` says that missing keys may be in the wrong place, or where the TOML is faulty.
fn header_of(mut keys: Keys<'_>, is_elsewhere: bool) -> Header {
    fn or_faulty<T>(entry: Entry<T>, is_faulty: bool) -> Entry<T> {
        if is_faulty && entry.is_absent() { Entry::Faulty } else { entry }
    }
    Header {
        title: keys.text("title").given(),
        source: keys.text("source").given(),
        repr: or_faulty(keys.text("repr"), is_elsewhere),
        languages: or_faulty(keys.texts("languages"), is_elsewhere),
        partial_languages: or_faulty(keys.texts("partial-languages"), is_elsewhere),
        shared_names: or_faulty(keys.texts("shared-names"), is_elsewhere),
    }
}

fn categories_of(mut keys: Keys<'_>) -> Vec<RawCategory> {
    const WANTED: &str = "a text, or a table of `doc`, `http` and `success`";
    let mut categories = Vec::new();
    for (name, value) in keys.take_all() {
        categories.push(if let DeValue::String(doc) = value.get_ref() {
            let doc = At { value: with_line_feeds(doc), span: value.span() };
            RawCategory { name, doc: Some(doc), http: Entry::Absent, is_success: false }
        } else if let Some(mut inner) = keys.inner("a category", value, WANTED, Some(CATEGORY)) {
            let doc = inner.required("doc", Keys::text);
            let is_success = inner.boolean("success").given().unwrap_or_default();
            RawCategory { name, doc, http: inner.integer("http"), is_success }
        } else {
            RawCategory { name, doc: None, http: Entry::Faulty, is_success: false }
        });
    }
    categories
}

fn unrecognized_of(mut keys: Keys<'_>) -> RawUnrecognized {
    let ranges = keys.tables("ranges", "a range", &["from", "to", "category", "retry"]).given().unwrap_or_default();
    RawUnrecognized {
        span: keys.span.clone(),
        meaning: meaning_of(&mut keys),
        message: message_of(&mut keys),
        ranges: ranges.into_iter().map(range_of).collect(),
    }
}

fn range_of(mut keys: Keys<'_>) -> RawRange {
    RawRange {
        span: keys.span.clone(),
        from: keys.required("from", Keys::integer),
        to: keys.required("to", Keys::integer),
        meaning: meaning_of(&mut keys),
    }
}

fn row_of(mut keys: Keys<'_>) -> RawRow {
    RawRow {
        span: keys.span.clone(),
        code: keys.required("code", Keys::integer),
        name: keys.required("name", Keys::text),
        aliases: keys.texts("aliases"),
        variant: keys.text("variant"),
        meaning: meaning_of(&mut keys),
        message: message_of(&mut keys),
        deprecated: keys.text("deprecated").given(),
    }
}

fn meaning_of(keys: &mut Keys<'_>) -> RawMeaning {
    RawMeaning {
        category: keys.text("category"),
        retry: keys.take("retry").given().and_then(|(_, value)| retry_of(keys, value)),
    }
}

fn retry_of<'d>(keys: &Keys<'d>, value: &'d Spanned<DeValue<'d>>) -> Option<RawRetry> {
    const FORMS: &str = "\"never\", \"backoff\" or { after-seconds = 30 }";
    let DeValue::String(word) = value.get_ref() else {
        let mut inner = keys.inner("`retry`", value, FORMS, Some(&["after-seconds"]))?;
        return inner.required("after-seconds", Keys::integer).map(RawRetry::After);
    };
    match word.as_ref() {
        "never" => Some(RawRetry::Never),
        "backoff" => Some(RawRetry::Backoff),
        other => {
            let label = did_you_mean(other, ["never", "backoff"]).unwrap_or_default();
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
        let mut inner = keys.inner("`message`", value, "a text, or a table of texts by language", None)?;
        let texts = inner.take_all().into_iter().map(|(tag, text)| (tag, inner.text_of("a message", text))).collect();
        Some(RawMessage::Languages(At { value: texts, span }))
    })
}

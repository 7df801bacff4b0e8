//! From TOML to a document: which keys there are, and that their values are of the right type.
//!
//! What the values mean is no concern here. What is wrong is reported once, and then told from what is absent, so that
//! nobody misses a key that stands there with a fault.

use std::num::IntErrorKind;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::fault::{Fault, Faults, Span, did_you_mean, likely, listed, quoted};
use super::source::{Source, order};
use super::syntax;

/// A value with its place in the file.
#[derive(Debug, Clone)]
pub(super) struct At<T> {
    pub(super) value: T,
    pub(super) span: Span,
}

pub(super) type Text = At<String>;
/// TOML promises 64 bits, and codes may need one more for the sign, so that `u64` is covered.
pub(super) type Integer = At<i128>;

/// What stands under a key.
#[derive(Debug)]
pub(super) enum Entry<T> {
    Absent,
    /// Something stands there, or under a key that was likely meant for this one, and has been reported.
    Faulty,
    Given(T),
}

impl<T> Entry<T> {
    pub(super) fn given(self) -> Option<T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Absent | Self::Faulty => None,
        }
    }

    pub(super) fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    fn and_then<U>(self, read: impl FnOnce(T) -> Option<U>) -> Entry<U> {
        match self {
            Self::Absent => Entry::Absent,
            Self::Faulty => Entry::Faulty,
            Self::Given(value) => read(value).map_or(Entry::Faulty, Entry::Given),
        }
    }
}

/// The texts of an array.
#[derive(Debug, Default)]
pub(super) struct Texts {
    pub(super) all: Vec<Text>,
    pub(super) span: Span,
    /// Whether some of the array's elements could not be told.
    pub(super) has_faulty: bool,
}

/// The keys of a table file, as they were written.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) header: Header,
    pub(super) categories: Entry<At<Vec<Category>>>,
    pub(super) unrecognized: Entry<Unrecognized>,
    pub(super) rows: Entry<Vec<Row>>,
}

#[derive(Debug)]
pub(super) struct Header {
    pub(super) title: Option<Text>,
    pub(super) source: Option<Text>,
    pub(super) repr: Entry<Text>,
    pub(super) languages: Entry<Texts>,
    pub(super) partial_languages: Entry<Texts>,
    pub(super) shared_names: Entry<Texts>,
}

#[derive(Debug)]
pub(super) struct Category {
    pub(super) name: Text,
    pub(super) doc: Option<Text>,
    pub(super) http: Entry<Integer>,
}

#[derive(Debug)]
pub(super) struct Unrecognized {
    pub(super) span: Span,
    pub(super) meaning: Meaning,
    pub(super) message: Entry<Message>,
    pub(super) ranges: Vec<CodeRange>,
}

/// The keys that rows, ranges and `[unrecognized]` share.
#[derive(Debug)]
pub(super) struct Meaning {
    pub(super) category: Entry<Text>,
    pub(super) retry: Option<Retry>,
}

#[derive(Debug)]
pub(super) struct CodeRange {
    pub(super) span: Span,
    pub(super) from: Option<Integer>,
    pub(super) to: Option<Integer>,
    pub(super) meaning: Meaning,
}

#[derive(Debug)]
pub(super) struct Row {
    pub(super) span: Span,
    pub(super) code: Option<Integer>,
    pub(super) name: Option<Text>,
    pub(super) aliases: Entry<Texts>,
    pub(super) variant: Entry<Text>,
    pub(super) meaning: Meaning,
    pub(super) message: Entry<Message>,
    pub(super) deprecated: Option<Text>,
}

#[derive(Debug)]
pub(super) enum Message {
    /// One text, for a table of one language.
    Plain(Text),
    /// The texts by language tag; none where the text could not be told.
    Languages(At<Vec<(Text, Option<Text>)>>),
}

#[derive(Debug)]
pub(super) enum Retry {
    Never,
    Backoff,
    After(Integer),
}

/// Reads `source`; what is wrong goes to `faults`.
pub(super) fn parse(source: &Source, faults: &Faults<'_>) -> Document {
    let text = &source.text()[..syntax::plausible(source.text())];
    let (root, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return document(root.get_ref(), faults);
    }
    let mended = syntax::mend(text, root.get_ref(), &errors, source, faults);
    let (root, _) = DeTable::parse_recoverable(&mended);
    document(root.get_ref(), faults)
}

const HEADER: &[&str] = &["title", "source", "repr", "languages", "partial-languages", "shared-names"];
const ROW: &[&str] = &["code", "name", "aliases", "variant", "category", "retry", "message", "deprecated"];

fn document<'d>(root: &'d DeTable<'d>, faults: &'d Faults<'d>) -> Document {
    let mut keys = Keys { owner: "the file", span: 0..0, left: in_order(root), meant: Vec::new(), faults };
    let is_header_misplaced = keys.misplaced(HEADER, "belongs to `[table]`", "write a line `[table]` above it");
    let are_rows = matches!(keys.value("code"), Some(DeValue::Array(_)));
    let is_empty = matches!(keys.value("code"), Some(DeValue::Array(rows)) if rows.is_empty());
    let is_single = matches!(keys.value("code"), Some(DeValue::Table(_)));
    let single = if is_single { keys.remove("code") } else { None };
    if let Some((_, value)) = single {
        let fault = Fault::new(&value.span(), "a row is written `[[code]]`, with two brackets");
        keys.fault(fault.label("makes one table, where rows are many").help("write `[[code]]`"));
    }
    let of_rows = if are_rows { &ROW[1..] } else { ROW };
    let rows_help = "a row begins with a line `[[code]]`, and its keys follow it";
    let is_row_misplaced = keys.misplaced(of_rows, "belongs to no row", rows_help) || is_single;
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

/// The header; `is_elsewhere` says that what it lacks may stand in the wrong place, or where the TOML is at fault.
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

fn categories_of(mut keys: Keys<'_>) -> Vec<Category> {
    const WANTED: &str = "a text, or a table of `doc` and `http`";
    let mut categories = Vec::new();
    for (name, value) in keys.take_all() {
        categories.push(if let DeValue::String(doc) = value.get_ref() {
            let doc = At { value: doc.to_string(), span: value.span() };
            Category { name, doc: Some(doc), http: Entry::Absent }
        } else if let Some(mut inner) = keys.inner("a category", value, WANTED, Some(&["doc", "http"])) {
            let doc = inner.required("doc", Keys::text);
            Category { name, doc, http: inner.integer("http") }
        } else {
            Category { name, doc: None, http: Entry::Faulty }
        });
    }
    categories
}

fn unrecognized_of(mut keys: Keys<'_>) -> Unrecognized {
    let ranges = keys.tables("ranges", "a range", &["from", "to", "category", "retry"]).given().unwrap_or_default();
    Unrecognized {
        span: keys.span.clone(),
        meaning: meaning_of(&mut keys),
        message: message_of(&mut keys),
        ranges: ranges.into_iter().map(range_of).collect(),
    }
}

fn range_of(mut keys: Keys<'_>) -> CodeRange {
    CodeRange {
        span: keys.span.clone(),
        from: keys.required("from", Keys::integer),
        to: keys.required("to", Keys::integer),
        meaning: meaning_of(&mut keys),
    }
}

fn row_of(mut keys: Keys<'_>) -> Row {
    Row {
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

fn meaning_of(keys: &mut Keys<'_>) -> Meaning {
    Meaning {
        category: keys.text("category"),
        retry: keys.take("retry").given().and_then(|(_, value)| retry_of(keys, value)),
    }
}

fn retry_of<'d>(keys: &Keys<'d>, value: &'d Spanned<DeValue<'d>>) -> Option<Retry> {
    const FORMS: &str = "\"never\", \"backoff\" or { after-seconds = 30 }";
    let DeValue::String(word) = value.get_ref() else {
        let mut inner = keys.inner("`retry`", value, FORMS, Some(&["after-seconds"]))?;
        return inner.required("after-seconds", Keys::integer).map(Retry::After);
    };
    match word.as_ref() {
        "never" => Some(Retry::Never),
        "backoff" => Some(Retry::Backoff),
        other => {
            let label = did_you_mean(other, ["never", "backoff"]).unwrap_or_default();
            let fault = Fault::new(&value.span(), format!("{} is no way to retry", quoted(other)));
            keys.fault(fault.label(label).help(format!("write {FORMS}")));
            None
        }
    }
}

fn message_of(keys: &mut Keys<'_>) -> Entry<Message> {
    keys.take("message").and_then(|(_, value)| {
        let span = value.span();
        if let DeValue::String(text) = value.get_ref() {
            return Some(Message::Plain(At { value: text.to_string(), span }));
        }
        let mut inner = keys.inner("`message`", value, "a text, or a table of texts by language", None)?;
        let texts = inner.take_all().into_iter().map(|(tag, text)| (tag, inner.text_of("a message", text))).collect();
        Some(Message::Languages(At { value: texts, span }))
    })
}

type Pair<'d> = (&'d Spanned<DeString<'d>>, &'d Spanned<DeValue<'d>>);

/// The keys in the order of the file; the parser's own order is by key.
fn in_order<'d>(table: &'d DeTable<'d>) -> Vec<Pair<'d>> {
    let keys: Vec<Pair<'d>> = table.iter().collect();
    let starts = keys.iter().map(|(key, _)| key.span().start).collect();
    order(starts).map(|at| keys[at]).collect()
}

/// The keys of one TOML table that have not been read yet.
struct Keys<'d> {
    /// What the table is, for messages: "a row".
    owner: &'static str,
    span: Span,
    left: Vec<Pair<'d>>,
    /// The keys for which unknown ones were likely meant.
    meant: Vec<&'static str>,
    faults: &'d Faults<'d>,
}

impl<'d> Keys<'d> {
    /// The keys of a table that is not there.
    fn none(faults: &'d Faults<'d>) -> Self {
        Self { owner: "", span: 0..0, left: Vec::new(), meant: Vec::new(), faults }
    }

    fn fault(&self, fault: Fault) {
        self.faults.push(fault);
    }

    fn value(&self, key: &str) -> Option<&'d DeValue<'d>> {
        self.left.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value.get_ref())
    }

    fn remove(&mut self, key: &str) -> Option<Pair<'d>> {
        let at = self.left.iter().position(|(name, _)| name.get_ref() == key)?;
        Some(self.left.remove(at))
    }

    fn take(&mut self, key: &str) -> Entry<Pair<'d>> {
        match self.remove(key) {
            Some(pair) => Entry::Given(pair),
            None if self.meant.contains(&key) => Entry::Faulty,
            None => Entry::Absent,
        }
    }

    fn take_all(&mut self) -> Vec<(Text, &'d Spanned<DeValue<'d>>)> {
        let text = |key: &Spanned<DeString<'_>>| At { value: key.get_ref().to_string(), span: key.span() };
        self.left.drain(..).map(|(key, value)| (text(key), value)).collect()
    }

    /// Removes all keys that are other than these, which are all that the table may have, and reports each. Whether
    /// there were any.
    fn report_unknown(&mut self, known: &'static [&'static str]) -> bool {
        let is_known = |pair: &Pair<'_>| known.iter().any(|known| pair.0.get_ref() == known);
        if self.left.iter().all(is_known) {
            return false;
        }
        let (left, unknown) = std::mem::take(&mut self.left).into_iter().partition(is_known);
        self.left = left;
        for (key, _) in &unknown {
            let name: &str = key.get_ref();
            let meant = likely(name, known.iter().copied()).and_then(|likely| known.iter().find(|key| **key == likely));
            self.meant.extend(meant);
            let fault = Fault::new(&key.span(), format!("unknown key {} in {}", quoted(name), self.owner));
            let label = meant.map(|meant| format!("did you mean {}?", quoted(meant))).unwrap_or_default();
            let (keys, are) = if known.len() == 1 { ("key", "is") } else { ("keys", "are") };
            self.fault(fault.label(label).help(format!(
                "the {keys} of {} {are} {}",
                self.owner,
                listed(known.iter().copied())
            )));
        }
        !unknown.is_empty()
    }

    /// Removes keys that stand before the first header, but belong behind one. What holds for the first holds for all of
    /// them. Whether there were any.
    fn misplaced(&mut self, names: &[&str], label: &str, help: &str) -> bool {
        let (misplaced, left): (Vec<_>, Vec<_>) = std::mem::take(&mut self.left)
            .into_iter()
            .partition(|(key, _)| names.iter().any(|name| key.get_ref() == name));
        self.left = left;
        if let Some((key, _)) = misplaced.first() {
            let fault = Fault::new(&key.span(), format!("{} stands before the first header", quoted(key.get_ref())));
            self.fault(fault.label(label).help(help));
        }
        !misplaced.is_empty()
    }

    /// The keys of the table `value`; where it is none, a fault that asks for `wanted`. Without `known` it may have any
    /// keys.
    fn inner(
        &self,
        owner: &'static str,
        value: &'d Spanned<DeValue<'d>>,
        wanted: &str,
        known: Option<&'static [&'static str]>,
    ) -> Option<Keys<'d>> {
        let DeValue::Table(table) = value.get_ref() else {
            self.ill_typed(owner, value, wanted);
            return None;
        };
        let mut keys =
            Keys { owner, span: value.span(), left: in_order(table), meant: Vec::new(), faults: self.faults };
        if let Some(known) = known {
            keys.report_unknown(known);
        }
        Some(keys)
    }

    fn table(&mut self, key: &str, owner: &'static str, known: &'static [&'static str]) -> Entry<Keys<'d>> {
        self.take(key).and_then(|(_, value)| self.inner(owner, value, "a table", Some(known)))
    }

    fn tables(&mut self, key: &str, owner: &'static str, known: &'static [&'static str]) -> Entry<Vec<Keys<'d>>> {
        self.take(key).and_then(|(_, value)| {
            let DeValue::Array(array) = value.get_ref() else {
                self.ill_typed(&quoted(key), value, "an array of tables");
                return None;
            };
            Some(array.iter().filter_map(|table| self.inner(owner, table, "a table", Some(known))).collect())
        })
    }

    fn ill_typed(&self, what: &str, value: &Spanned<DeValue<'_>>, wanted: &str) {
        let found = match value.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) => "an integer",
            DeValue::Float(_) => "a fraction",
            DeValue::Boolean(_) => "a boolean",
            DeValue::Datetime(_) => "a date or time",
            DeValue::Array(_) => "an array",
            DeValue::Table(_) => "a table",
        };
        let help = match value.get_ref() {
            DeValue::String(text) if wanted == INTEGER && text.parse::<i128>().is_ok() => "write it without the quotes",
            DeValue::Float(_) if wanted == INTEGER => "write it without a point or an exponent",
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) if wanted == TEXT => {
                "put it in quotes"
            }
            DeValue::String(_) if wanted.starts_with("an array of texts") => "put it in brackets, `[…]`",
            _ => "",
        };
        let fault = Fault::new(&value.span(), format!("{what} must be {wanted}")).label(format!("this is {found}"));
        self.fault(if help.is_empty() { fault } else { fault.help(help) });
    }

    fn text_of(&self, what: &str, value: &Spanned<DeValue<'_>>) -> Option<Text> {
        if let DeValue::String(text) = value.get_ref() {
            return Some(At { value: text.to_string(), span: value.span() });
        }
        self.ill_typed(what, value, TEXT);
        None
    }

    fn text(&mut self, key: &str) -> Entry<Text> {
        self.take(key).and_then(|(_, value)| self.text_of(&quoted(key), value))
    }

    fn texts(&mut self, key: &str) -> Entry<Texts> {
        self.take(key).and_then(|(_, value)| {
            let DeValue::Array(array) = value.get_ref() else {
                self.ill_typed(&quoted(key), value, "an array of texts");
                return None;
            };
            let all: Vec<Text> =
                array.iter().filter_map(|text| self.text_of(&format!("each of {}", quoted(key)), text)).collect();
            Some(Texts { has_faulty: all.len() < array.len(), all, span: value.span() })
        })
    }

    fn integer(&mut self, key: &str) -> Entry<Integer> {
        self.take(key).and_then(|(_, value)| {
            let DeValue::Integer(integer) = value.get_ref() else {
                self.ill_typed(&quoted(key), value, INTEGER);
                return None;
            };
            let number = match i128::from_str_radix(integer.as_str(), integer.radix()) {
                Ok(number) => number,
                // A number too long for the type lies outside of every representation, on the same side.
                Err(error) if *error.kind() == IntErrorKind::PosOverflow => i128::MAX,
                Err(error) if *error.kind() == IntErrorKind::NegOverflow => i128::MIN,
                // The parser lets a prefix pass for a number.
                Err(_) => {
                    let fault = Fault::new(&value.span(), format!("{} is a number without digits", quoted(key)));
                    self.fault(fault.help("write the digits behind the prefix"));
                    return None;
                }
            };
            Some(At { value: number, span: value.span() })
        })
    }

    fn required<T>(&mut self, key: &str, read: impl FnOnce(&mut Self, &str) -> Entry<T>) -> Option<T> {
        match read(self, key) {
            Entry::Given(value) => Some(value),
            Entry::Faulty => None,
            Entry::Absent => {
                let fault = Fault::new(&self.span, format!("{} lacks the key `{key}`", self.owner));
                self.fault(fault.label(format!("has no `{key}`")).help(format!("add `{key} = …`")).absence());
                None
            }
        }
    }
}

const TEXT: &str = "a text";
const INTEGER: &str = "an integer";

//! From TOML to a document: which keys there are, and that their values are of the right type.
//!
//! What the values mean is no concern here. Whatever is missing or ill-typed is reported and then absent.

use std::cell::RefCell;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::fault::{Fault, Faults, Span, did_you_mean};
use super::source::Source;

/// A value with its place in the file.
#[derive(Debug, Clone)]
pub(super) struct At<T> {
    pub(super) value: T,
    pub(super) span: Span,
}

pub(super) type Text = At<String>;
/// TOML promises 64 bits, and codes may need one more for the sign, so that `u64` is covered.
pub(super) type Integer = At<i128>;

/// The keys of a table file, as they were written.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) header: Header,
    pub(super) categories: Option<At<Vec<Category>>>,
    pub(super) unrecognized: Option<Unrecognized>,
    pub(super) rows: Vec<Row>,
}

#[derive(Debug, Default)]
pub(super) struct Header {
    pub(super) title: Option<Text>,
    pub(super) source: Option<Text>,
    pub(super) repr: Option<Text>,
    pub(super) languages: Option<At<Vec<Text>>>,
    pub(super) partial_languages: Option<At<Vec<Text>>>,
    pub(super) shared_names: Vec<Text>,
}

#[derive(Debug)]
pub(super) struct Category {
    pub(super) name: Text,
    pub(super) doc: Option<Text>,
    pub(super) http: Option<Integer>,
}

#[derive(Debug)]
pub(super) struct Unrecognized {
    pub(super) span: Span,
    pub(super) meaning: Meaning,
    pub(super) message: Option<Message>,
    pub(super) ranges: Vec<CodeRange>,
}

/// The keys that rows, ranges and `[unrecognized]` share.
#[derive(Debug)]
pub(super) struct Meaning {
    pub(super) category: Option<Text>,
    /// Whether the key stands there, even with a value that could not be told.
    pub(super) has_category: bool,
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
    pub(super) aliases: Vec<Text>,
    pub(super) variant: Option<Text>,
    pub(super) meaning: Meaning,
    pub(super) message: Option<Message>,
    pub(super) deprecated: Option<Text>,
}

#[derive(Debug)]
pub(super) enum Message {
    /// One text, for a table of one language.
    Plain(Text),
    /// The texts by language tag.
    Languages(At<Vec<(Text, Option<Text>)>>),
}

#[derive(Debug)]
pub(super) enum Retry {
    Never,
    Backoff,
    After(Integer),
}

/// Reads `source`; what is wrong goes to `faults`.
pub(super) fn parse(source: &Source, faults: &mut Faults) -> Document {
    let (root, errors) = DeTable::parse_recoverable(source.text());
    faults.syntax(errors.iter().map(|error| syntax_fault(error, source)).collect());
    document(root.get_ref(), source, &RefCell::new(faults))
}

fn syntax_fault(error: &toml::de::Error, source: &Source) -> Fault {
    let end = source.text().len();
    let span = error.span().unwrap_or(0..0);
    let floor = |at: usize| (0..=at.min(end)).rev().find(|at| source.text().is_char_boundary(*at)).unwrap_or(0);
    let span = floor(span.start)..floor(span.end);
    let help = match error.message() {
        message if message.contains("duplicate key") => "a key stands once in its table; a row begins with `[[code]]`",
        message if message.contains("recursion") => "a table of codes needs no such depth",
        _ => "the file is TOML, see its specification for how values are written",
    };
    Fault::new(&span, format!("this is no TOML: {}", error.message())).help(help)
}

fn document<'d>(root: &'d DeTable<'d>, source: &Source, faults: &'d RefCell<&'d mut Faults>) -> Document {
    const KEYS: [&str; 4] = ["table", "categories", "unrecognized", "code"];
    let mut keys = Keys::new("the file", 0..0, root, faults);
    let header = keys.take("table").and_then(|value| keys.inner("[table]", value));
    let header = header.map(header_of).unwrap_or_default();
    let categories = keys.take("categories").and_then(|value| {
        let span = value.span();
        let value = keys.inner("[categories]", value).map(categories_of)?;
        Some(At { value, span })
    });
    let unrecognized = keys.take("unrecognized").and_then(|value| keys.inner("[unrecognized]", value));
    let unrecognized = unrecognized.map(unrecognized_of);
    let mut rows = Vec::new();
    if let Some(value) = keys.take("code") {
        match value.get_ref() {
            DeValue::Array(array) => {
                rows.extend(array.iter().filter_map(|row| keys.inner("a row", row)).map(row_of));
            }
            DeValue::Table(_) => keys.fault(
                Fault::new(&value.span(), "a row is written `[[code]]`, with two brackets")
                    .label("this makes one table, not a row of many")
                    .help("write `[[code]]`"),
            ),
            _ => keys.fault(misplaced(&value.span(), "code")),
        }
    }
    for key in ["name", "aliases", "variant", "category", "retry", "message", "deprecated"] {
        if let Some(span) = keys.take(key).map(|value| before(&value.span(), source)) {
            keys.fault(misplaced(&span, key));
        }
    }
    keys.finish(&KEYS);
    Document { header, categories, unrecognized, rows }
}

/// The line of a key at the root of the file, up to the end of its value.
fn before(value: &Span, source: &Source) -> Span {
    let (line, _) = source.position(value.start);
    source.line(line).start..value.end
}

fn misplaced(span: &Span, key: &str) -> Fault {
    Fault::new(span, format!("`{key}` stands outside of a row"))
        .label("belongs to no row")
        .help("a row begins with a line `[[code]]`; its keys follow it")
}

fn header_of(mut keys: Keys<'_>) -> Header {
    let header = Header {
        title: keys.text("title"),
        source: keys.text("source"),
        repr: keys.text("repr"),
        languages: keys.texts("languages"),
        partial_languages: keys.texts("partial-languages"),
        shared_names: keys.texts("shared-names").map(|names| names.value).unwrap_or_default(),
    };
    keys.finish(&["title", "source", "repr", "languages", "partial-languages", "shared-names"]);
    header
}

fn categories_of(mut keys: Keys<'_>) -> Vec<Category> {
    let mut categories = Vec::new();
    for (name, value) in keys.take_all() {
        if let DeValue::String(doc) = value.get_ref() {
            let doc = At { value: doc.to_string(), span: value.span() };
            categories.push(Category { name, doc: Some(doc), http: None });
        } else if let Some(mut inner) = keys.inner_or("a category", value, "a text, or a table of `doc` and `http`") {
            let doc = inner.required_text("doc");
            let http = inner.integer("http");
            inner.finish(&["doc", "http"]);
            categories.push(Category { name, doc, http });
        } else {
            categories.push(Category { name, doc: None, http: None });
        }
    }
    categories
}

fn unrecognized_of(mut keys: Keys<'_>) -> Unrecognized {
    let meaning = meaning_of(&mut keys);
    let message = message_of(&mut keys);
    let ranges = keys.tables("ranges", "a range").into_iter().map(range_of).collect();
    let span = keys.span.clone();
    keys.finish(&["category", "retry", "message", "ranges"]);
    Unrecognized { span, meaning, message, ranges }
}

fn range_of(mut keys: Keys<'_>) -> CodeRange {
    let range = CodeRange {
        span: keys.span.clone(),
        from: keys.required_integer("from"),
        to: keys.required_integer("to"),
        meaning: meaning_of(&mut keys),
    };
    keys.finish(&["from", "to", "category", "retry"]);
    range
}

fn row_of(mut keys: Keys<'_>) -> Row {
    let row = Row {
        span: keys.span.clone(),
        code: keys.required_integer("code"),
        name: keys.required_text("name"),
        aliases: keys.texts("aliases").map(|aliases| aliases.value).unwrap_or_default(),
        variant: keys.text("variant"),
        meaning: meaning_of(&mut keys),
        message: message_of(&mut keys),
        deprecated: keys.text("deprecated"),
    };
    keys.finish(&["code", "name", "aliases", "variant", "category", "retry", "message", "deprecated"]);
    row
}

fn meaning_of(keys: &mut Keys<'_>) -> Meaning {
    let has_category = keys.has("category");
    Meaning { category: keys.text("category"), has_category, retry: retry_of(keys) }
}

fn retry_of(keys: &mut Keys<'_>) -> Option<Retry> {
    const FORMS: &str = "write \"never\", \"backoff\" or { after-seconds = 30 }";
    let value = keys.take("retry")?;
    match value.get_ref() {
        DeValue::String(word) => match word.as_ref() {
            "never" => Some(Retry::Never),
            "backoff" => Some(Retry::Backoff),
            other => {
                let label = did_you_mean(other, ["never", "backoff"]).unwrap_or_default();
                keys.fault(Fault::new(&value.span(), format!("`{other}` is no way to retry")).label(label).help(FORMS));
                None
            }
        },
        _ => {
            let mut inner = keys.inner_or("`retry`", value, "\"never\", \"backoff\" or { after-seconds = 30 }")?;
            let seconds = inner.required_integer("after-seconds");
            inner.finish(&["after-seconds"]);
            seconds.map(Retry::After)
        }
    }
}

fn message_of(keys: &mut Keys<'_>) -> Option<Message> {
    let value = keys.take("message")?;
    if let DeValue::String(text) = value.get_ref() {
        return Some(Message::Plain(At { value: text.to_string(), span: value.span() }));
    }
    let span = value.span();
    let mut inner = keys.inner_or("`message`", value, "a text, or a table of texts by language")?;
    let texts = inner.take_all().into_iter().map(|(tag, text)| (tag, inner.text_of("a message", text))).collect();
    Some(Message::Languages(At { value: texts, span }))
}

/// The keys of one TOML table that have not been read yet.
struct Keys<'d> {
    /// What the table is, for messages: "a row".
    owner: &'static str,
    span: Span,
    /// In the order of the file; the parser's own order is by key.
    left: Vec<(&'d Spanned<DeString<'d>>, &'d Spanned<DeValue<'d>>)>,
    faults: &'d RefCell<&'d mut Faults>,
}

impl<'d> Keys<'d> {
    fn new(owner: &'static str, span: Span, table: &'d DeTable<'d>, faults: &'d RefCell<&'d mut Faults>) -> Self {
        let mut left: Vec<_> = table.iter().collect();
        left.sort_by_key(|(key, _)| key.span().start);
        Self { owner, span, left, faults }
    }

    fn fault(&self, fault: Fault) {
        self.faults.borrow_mut().push(fault);
    }

    fn has(&self, key: &str) -> bool {
        self.left.iter().any(|(name, _)| name.get_ref() == key)
    }

    fn take(&mut self, key: &str) -> Option<&'d Spanned<DeValue<'d>>> {
        let at = self.left.iter().position(|(name, _)| name.get_ref() == key)?;
        Some(self.left.remove(at).1)
    }

    fn take_all(&mut self) -> Vec<(Text, &'d Spanned<DeValue<'d>>)> {
        let text = |key: &Spanned<DeString<'_>>| At { value: key.get_ref().to_string(), span: key.span() };
        self.left.drain(..).map(|(key, value)| (text(key), value)).collect()
    }

    /// Reports what is left: keys that mean nothing here.
    fn finish(self, known: &[&str]) {
        for (key, _) in &self.left {
            let label = did_you_mean(key.get_ref(), known.iter().copied()).unwrap_or_default();
            self.fault(
                Fault::new(&key.span(), format!("{} has no key `{}`", self.owner, key.get_ref()))
                    .label(label)
                    .help(format!("its keys are {}", listed(known))),
            );
        }
    }

    fn inner(&self, owner: &'static str, value: &'d Spanned<DeValue<'d>>) -> Option<Keys<'d>> {
        self.inner_or(owner, value, "a table")
    }

    /// The keys of an inner table; where `value` is none, a fault that asks for `wanted`.
    fn inner_or(&self, owner: &'static str, value: &'d Spanned<DeValue<'d>>, wanted: &str) -> Option<Keys<'d>> {
        match value.get_ref() {
            DeValue::Table(table) => Some(Keys::new(owner, value.span(), table, self.faults)),
            _ => {
                self.ill_typed(owner, value, wanted);
                None
            }
        }
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
        self.fault(
            Fault::new(&value.span(), format!("{what} must be {wanted}"))
                .label(format!("this is {found}"))
                .help(format!("write {wanted} here")),
        );
    }

    fn text_of(&self, what: &str, value: &Spanned<DeValue<'_>>) -> Option<Text> {
        match value.get_ref() {
            DeValue::String(text) => Some(At { value: text.to_string(), span: value.span() }),
            _ => {
                self.ill_typed(what, value, "a text in quotes");
                None
            }
        }
    }

    fn text(&mut self, key: &str) -> Option<Text> {
        let value = self.take(key)?;
        self.text_of(&format!("`{key}`"), value)
    }

    fn integer(&mut self, key: &str) -> Option<Integer> {
        let value = self.take(key)?;
        match value.get_ref() {
            DeValue::Integer(integer) => {
                // A number too long for the type lies outside of every representation, on the same side.
                let text = integer.as_str();
                let beyond = if text.starts_with('-') { i128::MIN } else { i128::MAX };
                let number = i128::from_str_radix(text, integer.radix()).unwrap_or(beyond);
                Some(At { value: number, span: value.span() })
            }
            _ => {
                self.ill_typed(&format!("`{key}`"), value, "an integer");
                None
            }
        }
    }

    fn required<T>(&mut self, key: &str, read: impl FnOnce(&mut Self, &str) -> Option<T>) -> Option<T> {
        if !self.has(key) {
            self.fault(
                Fault::new(&self.span, format!("{} lacks `{key}`", self.owner))
                    .label(format!("has no `{key}`"))
                    .help(format!("add `{key} = …`"))
                    .absence(),
            );
            return None;
        }
        read(self, key)
    }

    fn required_text(&mut self, key: &str) -> Option<Text> {
        self.required(key, Self::text)
    }

    fn required_integer(&mut self, key: &str) -> Option<Integer> {
        self.required(key, Self::integer)
    }

    fn texts(&mut self, key: &str) -> Option<At<Vec<Text>>> {
        let value = self.take(key)?;
        let DeValue::Array(array) = value.get_ref() else {
            self.ill_typed(&format!("`{key}`"), value, "an array of texts");
            return None;
        };
        let texts = array.iter().filter_map(|text| self.text_of(&format!("each of `{key}`"), text)).collect();
        Some(At { value: texts, span: value.span() })
    }

    fn tables(&mut self, key: &str, owner: &'static str) -> Vec<Keys<'d>> {
        let Some(value) = self.take(key) else { return Vec::new() };
        let DeValue::Array(array) = value.get_ref() else {
            self.ill_typed(&format!("`{key}`"), value, "an array of tables");
            return Vec::new();
        };
        array.iter().filter_map(|table| self.inner(owner, table)).collect()
    }
}

/// "`a`, `b` and `c`".
pub(super) fn listed<T: AsRef<str>>(words: &[T]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{}`", word.as_ref())).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

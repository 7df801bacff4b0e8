//! From a document to a table: whether the values mean something together.
//!
//! Each check reports its faults and then leaves a stand-in, so that the checks behind it, and the expansion, go on.

use std::collections::{HashMap, HashSet, hash_map};

use heck::{ToSnakeCase as _, ToUpperCamelCase as _};
use proc_macro2::{TokenStream, TokenTree};

use super::fault::{Fault, Faults, Span, did_you_mean, is_plain, listed, quoted};
use super::model::{Category, CodeRange, Meaning, Representation, Retry, Row, Table, Unrecognized};
use super::parse::{self, At, Document, Entry, Integer, Message, Text, Texts};
use super::source::Source;
use super::tag::is_well_formed;

/// The associated items that the expansion gives an enum. A variant of the same name would hide them.
const ITEMS: &[&str] = &[
    "ALL",
    "LANGUAGES",
    "from_code",
    "code",
    "name",
    "names",
    "named",
    "message",
    "message_in",
    "category",
    "http_status",
    "retry",
    "is_retryable",
    "is_recognized",
    "__row",
];

/// Rust's keywords, those reserved for later among them: the Rust Reference, chapter "Keywords".
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "_",
];

/// Checks `document` and makes a table of it; what is wrong goes to `faults`.
///
/// `None` where nothing can stand in: no row has a variant that can be told.
pub(super) fn validate(document: Document, source: &Source, faults: &Faults<'_>) -> Option<Table> {
    let ranges = match &document.unrecognized {
        Entry::Given(unrecognized) => unrecognized.ranges.as_slice(),
        _ => &[],
    };
    let rows = match &document.rows {
        Entry::Given(rows) => rows.as_slice(),
        _ => &[],
    };
    let ends = ranges.iter().flat_map(|range| range.from.iter().chain(&range.to));
    let codes = || rows.iter().flat_map(|row| &row.code).chain(ends.clone()).map(|code| code.value);
    let extent = (codes().min().unwrap_or(0), codes().max().unwrap_or(0));
    let checks = Checks { source, faults, extent };
    checks.reading_direction();
    checks.table(document)
}

struct Checks<'a> {
    source: &'a Source,
    faults: &'a Faults<'a>,
    /// The smallest and the largest code.
    extent: (i128, i128),
}

/// The categories of a table, and which of them anything uses.
#[derive(Default)]
struct Categories {
    all: Vec<Category>,
    /// Where each of them is declared.
    spans: Vec<Span>,
    used: Vec<bool>,
    /// Where in `all` each name stands. `None` for one that was at fault: a row that uses it is not to blame.
    named: HashMap<String, Option<usize>>,
    kind: Kind,
    /// Whether there may be more, where the TOML is at fault.
    is_incomplete: bool,
    /// Whether some row's category could not be told, so that any might be used.
    any_may_be_used: bool,
    /// Whether a row was told that there are none.
    is_absence_reported: bool,
}

/// Whether a table has something at all.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Absent,
    /// What the table has could not be told.
    #[default]
    Untold,
    Declared,
}

/// The languages of a table.
struct Languages {
    tags: Vec<String>,
    /// Where in `tags` each of them stands, in lower case.
    positions: HashMap<String, usize>,
    /// How many of them, from the first on, every row carries.
    required: usize,
    kind: Kind,
    /// Whether any row has a message.
    has_messages: bool,
    /// The tags that were reported as undeclared, in lower case.
    undeclared: HashSet<String>,
}

impl Checks<'_> {
    fn fault(&self, fault: Fault) {
        self.faults.push(fault);
    }

    fn table(&self, document: Document) -> Option<Table> {
        let Document { header, categories, unrecognized, rows } = document;
        let has_rows = !rows.is_absent();
        let rows = rows.given().unwrap_or_default();
        let representation = self.representation(header.repr);
        let title = self.optional_text("the title", header.title);
        let source = self.optional_text("the source", header.source);
        let mut languages = self.languages(header.languages, header.partial_languages, &rows);
        let mut categories = self.categories(categories);
        if !has_rows {
            let end = self.source.text().trim_end().len();
            let fault = Fault::new(&(end..end), "the table has no rows").label("a row is missing");
            self.fault(fault.help("add a line `[[code]]`, and below it `code = …` and `name = …`").absence_anywhere());
        }
        let unrecognized = self.unrecognized(unrecognized, representation, &mut languages, &mut categories);
        let rows = self.rows(rows, header.shared_names, representation, &mut languages, &mut categories);
        self.unused_categories(&categories);
        let (languages, categories) = (languages.tags, categories.all);
        (!rows.is_empty()).then_some(Table { title, source, representation, languages, categories, rows, unrecognized })
    }

    /// Text that is shown in another order than it is read could make a table say something else than what it does.
    fn reading_direction(&self) {
        let text = self.source.text();
        if is_plain(text) {
            return;
        }
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            if let Some(at) = misleading(line) {
                let at = start + at;
                let length = text[at..].chars().next().map_or(0, char::len_utf8);
                self.fault(misleads(&(at..at + length)));
            }
            start += line.len();
        }
    }

    fn representation(&self, repr: Entry<Text>) -> Representation {
        match repr {
            Entry::Absent => return Representation::U16,
            Entry::Faulty => {}
            Entry::Given(repr) => {
                let known = Representation::ALL.map(|representation| representation.name);
                if let Some(representation) = Representation::ALL.iter().find(|known| known.name == repr.value) {
                    return *representation;
                }
                let fault = Fault::new(&repr.span, format!("{} is no representation of codes", quoted(&repr.value)));
                let label = did_you_mean(&repr.value, known).unwrap_or_default();
                self.fault(fault.label(label).help(format!("use one of {}", listed(known.into_iter()))));
            }
        }
        self.fitting().unwrap_or(Representation::ALL[3])
    }

    /// The first representation that holds all codes of the table.
    fn fitting(&self) -> Option<Representation> {
        let (min, max) = self.extent;
        Representation::ALL
            .into_iter()
            .find(|representation| representation.contains(min) && representation.contains(max))
    }

    /// What every text must be: there, and without what could garble a terminal or a page. Whether it is.
    fn text(&self, what: &str, text: &Text) -> bool {
        if text.value.trim().is_empty() {
            let fault = Fault::new(&text.span, format!("{what} is empty")).label("says nothing");
            self.fault(fault.help("write it, or remove its key if that is not required"));
            return false;
        }
        if is_plain(&text.value) {
            return true;
        }
        if let Some(control) = text.value.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
            let title = format!("{what} holds the control character {}", control.escape_unicode());
            let fault = Fault::new(&text.span, title).label("would reach terminals and logs");
            self.fault(fault.help("leave it out; only line breaks and tabs may stand in a text"));
            return false;
        }
        // What the file shows as it is has been reported with its line; an escape shows only here.
        let as_written = self.source.text().get(text.span.clone()).unwrap_or_default();
        let is_misleading = misleading(&text.value).is_some();
        if is_misleading && !as_written.lines().any(|line| misleading(line).is_some()) {
            self.fault(misleads(&text.span));
        }
        !is_misleading
    }

    fn optional_text(&self, what: &str, text: Option<Text>) -> Option<String> {
        let text = text?;
        self.text(what, &text);
        Some(text.value)
    }

    fn languages(&self, required: Entry<Texts>, partial: Entry<Texts>, rows: &[parse::Row]) -> Languages {
        let has_messages = rows.iter().any(|row| !row.message.is_absent());
        let mut languages = Languages {
            tags: Vec::new(),
            positions: HashMap::new(),
            required: 0,
            kind: Kind::Declared,
            has_messages,
            undeclared: HashSet::new(),
        };
        let is_partial_faulty = matches!(partial, Entry::Faulty);
        let partial = partial.given();
        let required = match required {
            Entry::Given(required) => required,
            required => {
                if let (Entry::Absent, Some(partial)) = (&required, &partial) {
                    let fault = Fault::new(&partial.span, "`partial-languages` needs `languages`");
                    let fault = fault.label("what serves a row that lacks these?");
                    self.fault(fault.help("add `languages = [\"en\"]`, of which the first is the default"));
                }
                let is_told = required.is_absent() && partial.is_none() && !is_partial_faulty;
                languages.kind = if is_told { Kind::Absent } else { Kind::Untold };
                if has_messages {
                    languages.tags.push("en".to_owned());
                    languages.positions.insert("en".to_owned(), 0);
                    languages.required = usize::from(is_told);
                }
                return languages;
            }
        };
        if required.all.is_empty() && !required.has_faulty {
            let fault = Fault::new(&required.span, "`languages` is empty").label("names no language");
            self.fault(fault.help("name the default language first, or leave the key out"));
            languages.kind = Kind::Untold;
        }
        if required.has_faulty || is_partial_faulty || partial.as_ref().is_some_and(|partial| partial.has_faulty) {
            languages.kind = Kind::Untold;
        }
        let mut spans: Vec<Span> = Vec::new();
        let count = required.all.len();
        let partial = partial.map(|partial| partial.all).unwrap_or_default();
        for (at, tag) in required.all.into_iter().chain(partial).enumerate() {
            let first = languages.positions.get(&tag.value.to_ascii_lowercase());
            if !is_well_formed(&tag.value) {
                let fault = Fault::new(&tag.span, format!("{} is no language tag", quoted(&tag.value)));
                let hyphened = tag.value.replace('_', "-");
                let label =
                    if is_well_formed(&hyphened) { format!("did you mean `{hyphened}`?") } else { String::new() };
                self.fault(fault.label(label).help("write a tag of BCP 47, such as `en`, `fa-IR` or `zh-Hant`"));
                languages.kind = Kind::Untold;
            } else if let Some(first) = first {
                let fault = Fault::new(&tag.span, format!("the language {} is declared twice", quoted(&tag.value)));
                let fault = fault.label("declared again").second(&spans[*first], "first declared here");
                self.fault(fault.help("name a language once, as a required or as a partial one"));
            } else {
                languages.required += usize::from(at < count);
                languages.positions.insert(tag.value.to_ascii_lowercase(), spans.len());
                languages.tags.push(tag.value);
                spans.push(tag.span);
            }
        }
        languages
    }

    fn categories(&self, categories: Entry<At<Vec<parse::Category>>>) -> Categories {
        let mut known = Categories { kind: Kind::Declared, ..Categories::default() };
        let At { value: categories, span } = match categories {
            Entry::Given(categories) => categories,
            Entry::Faulty => return Categories::default(),
            Entry::Absent => return Categories { kind: Kind::Absent, ..known },
        };
        known.is_incomplete = self.faults.is_spoiled(&span) || self.faults.has_lost_header();
        if categories.is_empty() {
            let fault = Fault::new(&span, "`[categories]` is empty").label("lists none");
            self.fault(fault.help("write one a line, `name = \"what it means\"`, or leave the table out").absence());
            known.kind = Kind::Untold;
        }
        let with_http = categories.iter().find(|category| matches!(category.http, Entry::Given(_)));
        let without = || categories.iter().filter(|category| category.http.is_absent());
        if let (Some(with), Some(first)) = (with_http, without().next()) {
            let others = without().count() - 1;
            let label = if others == 0 { "has none".to_owned() } else { format!("has none, as {others} others") };
            let fault = Fault::new(&first.name.span, "only some of the categories have `http`").label(label);
            let fault = fault.second(&with.name.span, "has one");
            self.fault(fault.help("give `http` to all categories or to none"));
        }
        let has_http = with_http.is_some();
        let mut variants: HashMap<String, usize> = HashMap::new();
        let mut predicates: HashMap<String, usize> = HashMap::new();
        for category in categories {
            let At { value: name, span } = &category.name;
            let is_sound = self.text("a category's name", &category.name);
            if let Some(doc) = &category.doc {
                self.text("a category's text", doc);
            }
            let http = category.http.given().map(|http| self.http(&http));
            let predicate = format!("is_{}", name.to_snake_case());
            let variant = name.to_upper_camel_case();
            let clash = |variant: &str| variants.get(variant).or_else(|| predicates.get(&predicate));
            let (fault, help) = match identifier(&variant) {
                Err(reason) => {
                    let fault = Fault::new(span, format!("the category {} gives no variant: {reason}", quoted(name)));
                    (fault.label(would_be(&variant)), "rename the category")
                }
                Ok(_) if ITEMS.contains(&predicate.as_str()) => {
                    let title = format!("the category {} clashes with the method `{predicate}`", quoted(name));
                    let label = format!("its predicate would be `{predicate}` too");
                    (Fault::new(span, title).label(label), "rename the category")
                }
                Ok(variant) if clash(&variant).is_some() => {
                    let first = clash(&variant).copied().unwrap_or_default();
                    let other = quoted(&known.all[first].name);
                    let title = format!("the categories {other} and {} give the same variant", quoted(name));
                    let fault = Fault::new(span, title).label(format!("gives {} too", quoted(&variant)));
                    let label = format!("gives {}", quoted(&known.all[first].variant));
                    (fault.second(&known.spans[first], label), "rename one of them")
                }
                Ok(variant) => {
                    let at = known.all.len();
                    variants.insert(variant.clone(), at);
                    predicates.insert(predicate.clone(), at);
                    known.named.insert(name.clone(), Some(at));
                    known.spans.push(span.clone());
                    known.used.push(false);
                    let http = http.or(has_http.then_some(500));
                    let doc = category.doc.map(|doc| doc.value).unwrap_or_default();
                    known.all.push(Category { name: category.name.value, doc, http, variant, predicate });
                    continue;
                }
            };
            if is_sound {
                self.fault(fault.help(help));
            }
            known.named.insert(category.name.value, None);
        }
        known
    }

    fn http(&self, http: &Integer) -> u16 {
        if let Ok(status @ 100..=599) = u16::try_from(http.value) {
            return status;
        }
        let fault = Fault::new(&http.span, format!("{} is no HTTP status", self.written(http)));
        let fault = fault.label("not from 100 to 599");
        self.fault(fault.help("write the status with which one's own server should answer, such as 502"));
        500
    }

    /// A number as the file has it.
    fn written(&self, number: &Integer) -> String {
        quoted(self.source.text().get(number.span.clone()).unwrap_or_default())
    }

    fn unused_categories(&self, categories: &Categories) {
        if categories.any_may_be_used {
            return;
        }
        for (at, category) in categories.all.iter().enumerate().filter(|(at, _)| !categories.used[*at]) {
            let title = format!("no row is in the category {}", quoted(&category.name));
            let fault = Fault::new(&categories.spans[at], title).label("never used");
            self.fault(fault.help("use it in a row or in `[unrecognized]`, or remove it").absence_anywhere());
        }
    }

    fn unrecognized(
        &self,
        unrecognized: Entry<parse::Unrecognized>,
        representation: Representation,
        languages: &mut Languages,
        categories: &mut Categories,
    ) -> Unrecognized {
        let is_absent = unrecognized.is_absent();
        let Some(unrecognized) = unrecognized.given() else {
            if is_absent && !categories.all.is_empty() {
                let title = "the table has categories, but no `[unrecognized]`";
                let fault = Fault::new(&categories.spans[0], title).label("is a code outside the table in this one?");
                self.fault(fault.help("add `[unrecognized]` with the `category` of such a code").absence_anywhere());
            }
            categories.any_may_be_used |= categories.kind == Kind::Declared;
            let meaning = Meaning { category: 0, retry: Retry::Never };
            return Unrecognized { meaning, messages: vec![None; languages.tags.len()], ranges: Vec::new() };
        };
        let meaning = self.meaning(&unrecognized.meaning, &unrecognized.span, "`[unrecognized]`", categories);
        let messages = match unrecognized.message {
            Entry::Given(message) if languages.kind == Kind::Absent && !languages.has_messages => {
                let (Message::Plain(At { span, .. }) | Message::Languages(At { span, .. })) = message;
                let fault = Fault::new(&span, "`[unrecognized]` has a message, but no row has one");
                self.fault(
                    fault
                        .label("the only one")
                        .help("give each row a `message`, or remove this one")
                        .absence_anywhere(),
                );
                Vec::new()
            }
            Entry::Given(message) => self.messages(message, languages),
            _ => vec![None; languages.tags.len()],
        };
        let ranges = self.ranges(&unrecognized.ranges, representation, categories);
        Unrecognized { meaning, messages, ranges }
    }

    fn ranges(
        &self,
        ranges: &[parse::CodeRange],
        representation: Representation,
        categories: &mut Categories,
    ) -> Vec<CodeRange> {
        let mut valid: Vec<CodeRange> = Vec::new();
        // The positions of the valid ranges by where they begin; no two overlap.
        let mut by_begin: Vec<usize> = Vec::new();
        let mut spans: Vec<&Span> = Vec::new();
        for range in ranges {
            let meaning = self.meaning(&range.meaning, &range.span, "the range", categories);
            let (Some(from), Some(to)) = (&range.from, &range.to) else { continue };
            let outside = [from, to].into_iter().find(|end| !representation.contains(end.value));
            let behind = by_begin.partition_point(|at| valid[*at].from <= to.value);
            let before = behind.checked_sub(1).map(|before| by_begin[before]);
            let overlapped = before.filter(|at| from.value <= valid[*at].to);
            let (first, last) = (self.written(from), self.written(to));
            let fault = if let Some(end) = outside {
                self.outside_of(representation, end)
            } else if from.value > to.value {
                let fault = Fault::new(&range.span, format!("the range from {first} to {last} is inverted"));
                fault.label("holds no code").help("write the smaller code as `from`")
            } else if let Some(at) = overlapped {
                let other = &valid[at];
                let title = format!(
                    "the range from {first} to {last} overlaps the one from `{}` to `{}`",
                    other.from, other.to
                );
                let fault = Fault::new(&range.span, title).label("holds codes of the other");
                fault.second(spans[at], "the other range").help("let each code lie in one range")
            } else {
                by_begin.insert(behind, valid.len());
                spans.push(&range.span);
                valid.push(CodeRange { from: from.value, to: to.value, meaning });
                continue;
            };
            self.fault(fault);
        }
        valid
    }

    fn meaning(&self, meaning: &parse::Meaning, owner: &Span, what: &str, categories: &mut Categories) -> Meaning {
        let retry = match &meaning.retry {
            None | Some(parse::Retry::Never) => Retry::Never,
            Some(parse::Retry::Backoff) => Retry::Backoff,
            Some(parse::Retry::After(seconds)) => self.delay(seconds),
        };
        Meaning { category: self.category(&meaning.category, owner, what, categories), retry }
    }

    fn delay(&self, seconds: &Integer) -> Retry {
        if let Ok(delay @ 1..) = u64::try_from(seconds.value) {
            return Retry::After(delay);
        }
        let label = match seconds.value {
            0 => "at once",
            ..0 => "in the past",
            _ => "longer than 64 bits tell",
        };
        let fault = Fault::new(&seconds.span, format!("{} is no delay in seconds", self.written(seconds)));
        let help = "write after how many seconds to try again, `retry = \"backoff\"` where the service does not say, or \
                    `retry = \"never\"`";
        self.fault(fault.label(label).help(help));
        Retry::Backoff
    }

    fn category(&self, category: &Entry<Text>, owner: &Span, what: &str, categories: &mut Categories) -> usize {
        let category = match (category, categories.kind) {
            (Entry::Given(category), Kind::Declared) => category,
            (Entry::Given(category), Kind::Absent) => {
                if !std::mem::replace(&mut categories.is_absence_reported, true) {
                    let fault = Fault::new(&category.span, "the table has no categories");
                    let fault = fault.label(format!("{} means nothing here", quoted(&category.value)));
                    let help = "list them in `[categories]`, one a line: `name = \"what it means\"`";
                    self.fault(fault.help(help).absence_anywhere());
                }
                return 0;
            }
            (Entry::Absent, Kind::Declared) => {
                let help = format!("add `category = …` with one of {}", categories.listed());
                let fault = Fault::new(owner, format!("{what} lacks the key `category`"));
                self.fault(fault.label("has no `category`").help(help).absence());
                categories.any_may_be_used = true;
                return 0;
            }
            (Entry::Faulty, _) => {
                categories.any_may_be_used = true;
                return 0;
            }
            _ => return 0,
        };
        let named = categories.named.get(&category.value).copied();
        if let Some(Some(at)) = named {
            categories.used[at] = true;
            return at;
        }
        if named.is_none() && categories.is_incomplete {
            categories.any_may_be_used = true;
        } else if named.is_none() {
            let fault = Fault::new(&category.span, format!("there is no category {}", quoted(&category.value)));
            let all = categories.all.iter().map(|known| known.name.as_str());
            let meant = self.faults.likely(&category.span, &category.value, all);
            let label = meant.map(|meant| format!("did you mean {}?", quoted(meant))).unwrap_or_default();
            let help = format!("use one of {}, or add it to `[categories]`", categories.listed());
            self.fault(fault.label(label).help(help));
            match meant.and_then(|meant| categories.named.get(meant).copied().flatten()) {
                Some(at) => categories.used[at] = true,
                None => categories.any_may_be_used = true,
            }
        }
        0
    }

    /// The texts by language; every required language has one, if only as a stand-in.
    fn messages(&self, message: Message, languages: &mut Languages) -> Vec<Option<String>> {
        let mut texts: Vec<Option<String>> = vec![None; languages.tags.len()];
        let by_language = match message {
            Message::Plain(text) => {
                self.text("a message", &text);
                if languages.tags.len() > 1 && languages.kind == Kind::Declared {
                    let fault = Fault::new(&text.span, "one message in a table of several languages");
                    let help = format!("write `{{ {} = \"…\", … }}`", languages.tags[0]);
                    self.fault(fault.label("in which language?").help(help));
                }
                texts.fill(Some(text.value));
                return texts;
            }
            Message::Languages(by_language) => by_language,
        };
        let mut spans: HashMap<usize, Span> = HashMap::new();
        let mut has_undeclared = false;
        for (tag, text) in by_language.value {
            if let Some(text) = &text {
                self.text("a message", text);
            }
            let Some(at) = languages.positions.get(&tag.value.to_ascii_lowercase()).copied() else {
                has_undeclared = true;
                self.undeclared(&tag, languages);
                continue;
            };
            if let Some(first) = spans.insert(at, tag.span.clone()) {
                let title = format!("the message is given twice in {}", quoted(&languages.tags[at]));
                let fault = Fault::new(&tag.span, title).label("given again").second(&first, "first given here");
                self.fault(fault.help("remove one of them; upper and lower case make no difference"));
            }
            texts[at] = Some(text.map(|text| text.value).unwrap_or_default());
        }
        let is_told = languages.kind != Kind::Untold && !has_undeclared;
        for (at, text) in texts.iter_mut().enumerate().take(languages.required).filter(|(_, text)| text.is_none()) {
            *text = Some(String::new());
            if is_told {
                let tag = quoted(&languages.tags[at]);
                let fault = Fault::new(&by_language.span, format!("the message lacks the language {tag}"));
                let help = match at {
                    0 => "add it: it is the table's default language".to_owned(),
                    _ => format!("add it, or list {tag} in `partial-languages` if rows may lack it"),
                };
                self.fault(fault.label(format!("has no {tag}")).help(help).absence());
            }
        }
        texts
    }

    /// Reports a language that the table does not declare, at its first use.
    fn undeclared(&self, tag: &Text, languages: &mut Languages) {
        if languages.kind == Kind::Untold || !languages.undeclared.insert(tag.value.to_ascii_lowercase()) {
            return;
        }
        let fault = Fault::new(&tag.span, format!("the language {} is not declared", quoted(&tag.value)));
        let (label, help) = if languages.kind == Kind::Absent {
            let label = "the table declares no languages, and so has `en` alone";
            (label.to_owned(), format!("add `languages = [\"en\", \"{}\"]` to `[table]`", tag.value))
        } else {
            let tags = languages.tags.iter().map(String::as_str);
            let help = format!(
                "the table's languages are {}; add it to them",
                listed(languages.tags.iter().map(String::as_str))
            );
            (did_you_mean(&tag.value, tags).unwrap_or_default(), help)
        };
        self.fault(fault.label(label).help(help));
    }

    fn rows(
        &self,
        rows: Vec<parse::Row>,
        shared: Entry<Texts>,
        representation: Representation,
        languages: &mut Languages,
        categories: &mut Categories,
    ) -> Vec<Row> {
        let mut codes: HashMap<i128, Span> = HashMap::with_capacity(rows.len());
        let mut variants: HashMap<String, Span> = HashMap::with_capacity(rows.len());
        let is_shared_told = match &shared {
            Entry::Absent => true,
            Entry::Faulty => false,
            Entry::Given(shared) => !shared.has_faulty,
        };
        let shared = shared.given().map(|shared| shared.all).unwrap_or_default();
        let mut names = Names::new(&shared, is_shared_told);
        let mut valid = Vec::with_capacity(rows.len());
        for row in rows {
            let code = self.code(row.code.as_ref(), representation, &mut codes);
            names.are_told &= row.name.is_some() && !matches!(row.aliases, Entry::Faulty);
            names.are_told &= !matches!(&row.aliases, Entry::Given(aliases) if aliases.has_faulty);
            let aliases = row.aliases.given().map(|aliases| aliases.all).unwrap_or_default();
            let (row_names, is_sound) = self.names(row.name.as_ref(), &aliases);
            let is_alone = self.bear(&row_names, &mut names, code != Code::Repeated);
            // Where the code or a name is at fault, what follows from the same row is no fault of its own.
            let is_blameless = is_sound && is_alone && code != Code::Repeated;
            let variant = self.variant(&row.variant, row.name.as_ref(), &mut variants, is_blameless);
            let meaning = self.meaning(&row.meaning, &row.span, "the row", categories);
            let messages = match row.message {
                Entry::Given(message) => self.messages(message, languages),
                message => {
                    if message.is_absent() && languages.required > 0 {
                        let fault = Fault::new(&row.span, "the row lacks the key `message`").label("has no `message`");
                        let help = if languages.kind == Kind::Declared {
                            "every row has a message in each of `languages`; add `message = …`"
                        } else {
                            "every row of a table with messages has one; add `message = …`"
                        };
                        self.fault(fault.help(help).absence());
                    }
                    let required = |at: usize| (at < languages.required).then(String::new);
                    (0..languages.tags.len()).map(required).collect()
                }
            };
            let deprecated = self.optional_text("the note on deprecation", row.deprecated);
            if let Some(variant) = variant {
                let names = row_names.into_iter().map(|name| name.value).collect();
                valid.push((code, Row { code: 0, variant, names, meaning, messages, deprecated }));
            }
        }
        self.unshared_names(&shared, &names);
        stand_in_codes(valid, &codes, representation)
    }

    fn code(&self, code: Option<&Integer>, representation: Representation, codes: &mut HashMap<i128, Span>) -> Code {
        let Some(code) = code else { return Code::Unknown };
        if !representation.contains(code.value) {
            self.fault(self.outside_of(representation, code));
            return Code::Unknown;
        }
        match codes.entry(code.value) {
            hash_map::Entry::Vacant(vacant) => {
                vacant.insert(code.span.clone());
                Code::Known(code.value)
            }
            hash_map::Entry::Occupied(first) => {
                let fault = Fault::new(&code.span, format!("the code `{}` is given twice", code.value));
                let fault = fault.label("given again").second(first.get(), "first given here");
                self.fault(fault.help("a code has one row; other names that are sent for it go into its `aliases`"));
                Code::Repeated
            }
        }
    }

    /// The row's name and aliases, each once, and whether each is sound.
    fn names(&self, name: Option<&Text>, aliases: &[Text]) -> (Vec<Text>, bool) {
        let mut names: Vec<Text> = Vec::with_capacity(1 + aliases.len());
        let mut spans: HashMap<&str, &Span> = HashMap::new();
        let mut are_sound = true;
        for name in name.into_iter().chain(aliases) {
            let text = name.value.as_str();
            let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
            let fault = if !self.text("the name", name) {
                None
            } else if text.trim() != text {
                let fault = Fault::new(&name.span, format!("the name {} is padded with blanks", quoted(text)));
                Some(fault.label("blanks at an end").help("write the name without them"))
            } else if let Some(control) = text.chars().find(|c| c.is_control()) {
                let title = format!("the name holds the control character {}", control.escape_unicode());
                let fault = Fault::new(&name.span, title).label("a name is one line");
                Some(fault.help("write the name as the service sends it, on one line"))
            } else if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
                let fault = Fault::new(&name.span, format!("the name {} is a decimal number", quoted(text)));
                Some(fault.label("would be read as a code").help("name the code in words; its number is `code`"))
            } else if aliases.is_empty() {
                names.push(name.clone());
                continue;
            } else if let Some(first) = spans.insert(text, &name.span) {
                let fault = Fault::new(&name.span, format!("the row bears the name {} twice", quoted(text)));
                let fault = fault.label("given again").second(first, "first given here");
                self.fault(fault.help("remove one of them"));
                continue;
            } else {
                names.push(name.clone());
                continue;
            };
            are_sound = false;
            names.push(name.clone());
            if let Some(fault) = fault {
                self.fault(fault);
            }
        }
        (names, are_sound)
    }

    /// Notes who bears which name. Whether each of the names is the row's alone, or shared on purpose; reports where not,
    /// unless the row is a duplicate anyhow.
    fn bear(&self, row_names: &[Text], names: &mut Names<'_>, is_reported: bool) -> bool {
        let mut is_alone = true;
        for name in row_names {
            let bearers = names.bearers.entry(name.value.clone()).or_insert_with(|| (name.span.clone(), 0));
            bearers.1 += 1;
            if bearers.1 > 1 && !names.shared.contains(name.value.as_str()) {
                is_alone = false;
                if is_reported && names.is_shared_told {
                    let fault = Fault::new(&name.span, format!("two codes bear the name {}", quoted(&name.value)));
                    let fault = fault.label("borne again").second(&bearers.0, "first borne here");
                    let help = "if the service does send both so, add the name to `shared-names` in `[table]`";
                    self.fault(fault.help(help));
                }
            }
        }
        is_alone
    }

    fn unshared_names(&self, shared: &[Text], names: &Names<'_>) {
        let mut seen: HashMap<&str, &Span> = HashMap::new();
        for name in shared {
            if let Some(first) = seen.insert(&name.value, &name.span) {
                let fault = Fault::new(&name.span, format!("{} is listed twice", quoted(&name.value)));
                let fault = fault.label("listed again").second(first, "first listed here");
                self.fault(fault.help("remove one of them"));
                continue;
            }
            let bearers = names.bearers.get(&name.value).map_or(0, |(_, bearers)| *bearers);
            if bearers > 1 || !names.are_told {
                continue;
            }
            let fault = Fault::new(&name.span, format!("no two codes share the name {}", quoted(&name.value)));
            let all = names.bearers.keys().map(String::as_str);
            let meant = if bearers == 0 { self.faults.likely(&name.span, &name.value, all) } else { None };
            let meant = meant.map(|meant| format!("did you mean {}?", quoted(meant)));
            let label = if bearers == 0 { "no code bears it" } else { "one code bears it" };
            let fault = fault.label(meant.unwrap_or_else(|| label.to_owned()));
            self.fault(fault.help("list only names that more than one code bears").absence_anywhere());
        }
    }

    /// The row's variant, where it has one that no row before it has. `is_blameless` says that nothing has been reported
    /// of the row from which a fault of the variant would follow.
    fn variant(
        &self,
        variant: &Entry<Text>,
        name: Option<&Text>,
        variants: &mut HashMap<String, Span>,
        is_blameless: bool,
    ) -> Option<String> {
        let (made, span) = match (variant, name) {
            (Entry::Given(variant), _) => (variant.value.clone(), &variant.span),
            (_, Some(name)) => (name.value.to_upper_camel_case(), &name.span),
            (_, None) => return None,
        };
        let is_given = matches!(variant, Entry::Given(_));
        let is_blameless = is_given || is_blameless && variant.is_absent();
        let made = match check_variant(&made) {
            Ok(made) => made,
            Err(reason) => {
                if is_blameless {
                    let title = match (is_given, name) {
                        (false, Some(name)) => format!("the name {} gives no variant: {reason}", quoted(&name.value)),
                        _ => format!("{} can be no variant: {reason}", quoted(&made)),
                    };
                    let label = if is_given { String::new() } else { would_be(&made) };
                    let help = if is_given {
                        "write a Rust name in UpperCamelCase, such as `NotFound`"
                    } else {
                        "give the row a `variant`, a Rust name such as `NotFound`"
                    };
                    self.fault(Fault::new(span, title).label(label).help(help));
                }
                return None;
            }
        };
        if let Some(first) = variants.get(&made) {
            if is_blameless {
                let shown = quoted(&made);
                let fault = Fault::new(span, format!("two rows give the variant {shown}"));
                let fault = fault.label(format!("gives {shown} again")).second(first, format!("first gives {shown}"));
                self.fault(fault.help("give one of the rows a `variant` of its own"));
            }
            return None;
        }
        variants.insert(made.clone(), span.clone());
        Some(made)
    }

    fn outside_of(&self, representation: Representation, code: &Integer) -> Fault {
        let (min, max) = (representation.min(), representation.max());
        let title = format!("the code {} lies outside of `{}`", self.written(code), representation.name);
        let help = match self.fitting() {
            Some(fitting) => {
                format!("mend the code, or set `repr = \"{}\"` in `[table]`, which holds all codes", fitting.name)
            }
            None => "mend the code".to_owned(),
        };
        Fault::new(&code.span, title).label(format!("not from {min} to {max}")).help(help)
    }
}

impl Categories {
    fn listed(&self) -> String {
        listed(self.all.iter().map(|category| category.name.as_str()))
    }
}

/// What could be told of a row's code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Code {
    Known(i128),
    Repeated,
    Unknown,
}

/// The names of a table: those that may be shared, and where each is first borne and how often.
struct Names<'a> {
    shared: HashSet<&'a str>,
    /// Whether all that may be shared could be told.
    is_shared_told: bool,
    /// Whether the names of all rows could be told.
    are_told: bool,
    bearers: HashMap<String, (Span, usize)>,
}

impl<'a> Names<'a> {
    fn new(shared: &'a [Text], is_shared_told: bool) -> Self {
        let shared = shared.iter().map(|name| name.value.as_str()).collect();
        Self { shared, is_shared_told, are_told: true, bearers: HashMap::new() }
    }
}

/// Gives each row without a valid code one that no row has: the build fails with the faults, and until then the
/// variants are to be there.
fn stand_in_codes(rows: Vec<(Code, Row)>, taken: &HashMap<i128, Span>, representation: Representation) -> Vec<Row> {
    let known = |code: &Code| if let Code::Known(code) = code { Some(*code) } else { None };
    let mut free = (representation.min()..=representation.max()).filter(|code| !taken.contains_key(code));
    rows.into_iter()
        .filter_map(|(code, row)| Some(Row { code: known(&code).or_else(|| free.next())?, ..row }))
        .collect()
}

/// The variant of a row, or why `variant` can't be it.
fn check_variant(variant: &str) -> Result<String, &'static str> {
    let variant = identifier(variant)?;
    if variant == "Unrecognized" {
        return Err("that variant stands for the codes outside the table");
    }
    if ITEMS.contains(&variant.as_str()) {
        return Err("the enum has an associated item of that name");
    }
    Ok(variant)
}

/// The name in Rust that `text` is, or why it is none.
fn identifier(text: &str) -> Result<String, &'static str> {
    let mut chars = text.chars();
    match chars.next() {
        None => return Err("no letter is left of it"),
        Some('_') if text.len() == 1 => return Err("it is a keyword of Rust"),
        Some(first) if !(unicode_ident::is_xid_start(first) || first == '_') => {
            return Err("a Rust name begins with a letter");
        }
        Some(_) => {}
    }
    if !chars.all(unicode_ident::is_xid_continue) {
        return Err("a Rust name holds letters, digits and underscores only");
    }
    if KEYWORDS.contains(&text) {
        return Err("it is a keyword of Rust");
    }
    if text.is_ascii() {
        return Ok(text.to_owned());
    }
    // The compiler takes names that are written differently for one, as `é` in one letter or in two, and may know fewer
    // letters than this crate does: it is asked.
    match text.parse::<TokenStream>().map(|tokens| tokens.into_iter().collect::<Vec<_>>()).as_deref() {
        Ok([TokenTree::Ident(identifier)]) => Ok(identifier.to_string()),
        _ => Err("this compiler knows no such letter"),
    }
}

fn would_be(variant: &str) -> String {
    if variant.is_empty() { String::new() } else { format!("would be {}", quoted(variant)) }
}

/// The byte offset of the first character in a text, up to a line's end, that leaves what follows it in another
/// direction: an override, or an embedding or isolate that is not closed before the line ends.
fn misleading(text: &str) -> Option<usize> {
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '\u{202D}' | '\u{202E}' => return Some(at),
            '\u{202A}' | '\u{202B}' => open.push((at, '\u{202C}')),
            '\u{2066}'..='\u{2068}' => open.push((at, '\u{2069}')),
            '\u{202C}' | '\u{2069}' if open.last().is_some_and(|(_, close)| *close == c) => _ = open.pop(),
            '\n' if !open.is_empty() => break,
            _ => {}
        }
    }
    open.first().map(|(at, _)| *at)
}

fn misleads(span: &Span) -> Fault {
    Fault::new(span, "a character that lets the text show something else than it says")
        .label("an override, or an embedding or isolate that nothing closes")
        .help("remove it; right-to-left text needs none of them")
}

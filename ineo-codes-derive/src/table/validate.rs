//! From a document to a table: whether the values mean something together.
//!
//! Each check reports its faults and then leaves a stand-in, so that the checks behind it, and the expansion, go on.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use heck::{ToSnakeCase as _, ToUpperCamelCase as _};

use super::fault::{Fault, Faults, Span, did_you_mean, is_bidi_control};
use super::model::{Category, CodeRange, Meaning, Representation, Retry, Row, Table, Unrecognized};
use super::parse::{self, At, Document, Integer, Message, Text, listed};
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
pub(super) fn validate(document: Document, source: &Source, faults: &mut Faults) -> Option<Table> {
    let mut checks = Checks { source, faults };
    checks.reading_direction();
    checks.table(document)
}

struct Checks<'a> {
    source: &'a Source,
    faults: &'a mut Faults,
}

/// The categories of a table, and which of them anything uses.
struct Categories {
    /// Whether the table has categories at all.
    wanted: bool,
    all: Vec<Category>,
    /// Where each of them is declared.
    spans: Vec<Span>,
    used: Vec<bool>,
    /// Names whose categories were at fault: a row that uses one is not to blame.
    rejected: Vec<String>,
}

impl Categories {
    fn names(&self) -> Vec<&str> {
        self.all.iter().map(|category| category.name.as_str()).collect()
    }
}

/// The languages of a table.
struct Languages {
    tags: Vec<String>,
    /// How many of them, from the first on, every row carries.
    required: usize,
    declared: bool,
}

impl Checks<'_> {
    fn fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    fn table(&mut self, document: Document) -> Option<Table> {
        let Document { header, categories, unrecognized, rows } = document;
        let representation = self.representation(header.repr.as_ref(), &rows);
        let title = self.optional_text("the title", header.title);
        let source = self.optional_text("the source", header.source);
        let languages = self.languages(header.languages, header.partial_languages, &rows);
        let mut categories = self.categories(categories);
        if rows.is_empty() {
            self.fault(
                Fault::new(&(0..0), "the table has no rows")
                    .help("add one: a line `[[code]]`, and below it `code = …` and `name = …`")
                    .absence(),
            );
        }
        let unrecognized = self.unrecognized(unrecognized, representation, &languages, &mut categories);
        let rows = self.rows(rows, &header.shared_names, representation, &languages, &mut categories);
        self.unused_categories(&categories);
        let languages = languages.tags;
        let categories = categories.all;
        (!rows.is_empty()).then_some(Table { title, source, representation, languages, categories, rows, unrecognized })
    }

    /// Text that is shown in another order than it is read could make a table say something else than what it does.
    fn reading_direction(&mut self) {
        let text = self.source.text();
        if !text.contains(is_bidi_control) {
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

    fn representation(&mut self, repr: Option<&Text>, rows: &[parse::Row]) -> Representation {
        let Some(repr) = repr else { return Representation::U16 };
        let known = Representation::ALL.map(|representation| representation.name);
        if let Some(representation) = Representation::ALL.iter().find(|known| known.name == repr.value) {
            return *representation;
        }
        self.fault(
            Fault::new(&repr.span, format!("`{}` is no representation of codes", repr.value))
                .label(did_you_mean(&repr.value, known).unwrap_or_default())
                .help(format!("use one of {}", listed(&known))),
        );
        let fits =
            |known: &&Representation| rows.iter().flat_map(|row| &row.code).all(|code| known.contains(code.value));
        Representation::ALL.iter().find(fits).copied().unwrap_or(Representation::U16)
    }

    /// What every text must be: there, and without what could garble a terminal or a page.
    fn text(&mut self, what: &str, text: &Text) {
        if text.value.trim().is_empty() {
            self.fault(
                Fault::new(&text.span, format!("{what} is empty"))
                    .label("says nothing")
                    .help("write it, or leave the key out"),
            );
        }
        if let Some(control) = text.value.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
            self.fault(
                Fault::new(&text.span, format!("{what} holds the control character {}", control.escape_unicode()))
                    .label("would reach terminals and logs")
                    .help("leave it out; only line breaks and tabs may stand in a text"),
            );
        }
        // What the file shows as it is has been reported with its line; an escape shows only here.
        let as_written = self.source.text().get(text.span.clone()).unwrap_or_default();
        if misleading(&text.value).is_some() && !as_written.contains(is_bidi_control) {
            self.fault(misleads(&text.span));
        }
    }

    fn optional_text(&mut self, what: &str, text: Option<Text>) -> Option<String> {
        let text = text?;
        self.text(what, &text);
        Some(text.value)
    }

    fn languages(
        &mut self,
        required: Option<At<Vec<Text>>>,
        partial: Option<At<Vec<Text>>>,
        rows: &[parse::Row],
    ) -> Languages {
        let Some(required) = required else {
            if let Some(partial) = partial {
                self.fault(
                    Fault::new(&partial.span, "`partial-languages` needs `languages`")
                        .label("what serves a row that lacks these?")
                        .help("add `languages = [\"en\"]`, the first of which is the default"),
                );
            }
            let has_messages = rows.iter().any(|row| row.message.is_some());
            let tags = if has_messages { vec!["en".to_owned()] } else { Vec::new() };
            return Languages { required: tags.len(), tags, declared: false };
        };
        if required.value.is_empty() {
            self.fault(
                Fault::new(&required.span, "`languages` is empty")
                    .label("names no language")
                    .help("name the default language first, or leave the key out"),
            );
        }
        let count = required.value.len();
        let mut first_uses: Vec<Text> = Vec::new();
        let mut required_count = 0;
        for (at, tag) in
            required.value.into_iter().chain(partial.into_iter().flat_map(|partial| partial.value)).enumerate()
        {
            let first = first_uses.iter().find(|first| first.value.eq_ignore_ascii_case(&tag.value));
            if !is_well_formed(&tag.value) {
                self.fault(
                    Fault::new(&tag.span, format!("`{}` is no language tag", tag.value))
                        .label("ill-formed")
                        .help("write a tag of BCP 47, such as `en`, `fa-IR` or `zh-Hant`"),
                );
            } else if let Some(first) = first {
                let fault = Fault::new(&tag.span, format!("the language `{}` is declared twice", tag.value))
                    .label("declared again")
                    .second(&first.span, "first declared here")
                    .help("a language is either required or partial, and named once");
                self.fault(fault);
            } else {
                required_count += usize::from(at < count);
                first_uses.push(tag);
            }
        }
        let tags = first_uses.into_iter().map(|tag| tag.value).collect();
        Languages { tags, required: required_count, declared: true }
    }

    fn categories(&mut self, categories: Option<At<Vec<parse::Category>>>) -> Categories {
        let wanted = categories.is_some();
        let mut all: Vec<Category> = Vec::new();
        let mut spans: Vec<Span> = Vec::new();
        let mut rejected = Vec::new();
        let categories = categories.unwrap_or(At { value: Vec::new(), span: 0..0 });
        if wanted && categories.value.is_empty() {
            self.fault(
                Fault::new(&categories.span, "`[categories]` is empty")
                    .label("lists none")
                    .help("write one a line, `name = \"what it means\"`, or leave the table out")
                    .absence(),
            );
        }
        let with_http =
            categories.value.iter().find(|category| category.http.is_some()).map(|with| with.name.span.clone());
        for category in categories.value {
            let name = &category.name;
            self.text("a category's name", name);
            if let Some(doc) = &category.doc {
                self.text("a category's text", doc);
            }
            if let (None, Some(with_http)) = (&category.http, &with_http) {
                self.fault(
                    Fault::new(&name.span, format!("the category `{}` lacks `http`", name.value))
                        .label("has none")
                        .second(with_http, "this one has it")
                        .help("give `http` to all categories or to none"),
                );
            }
            let http = category.http.as_ref().map(|http| self.http(http));
            let variant = name.value.to_upper_camel_case();
            let predicate = format!("is_{}", name.value.to_snake_case());
            if let Err(reason) = check_variant(&variant) {
                self.fault(
                    Fault::new(&name.span, format!("the category `{}` gives no variant: {reason}", name.value))
                        .label(format!("would be `{variant}`"))
                        .help("rename the category"),
                );
            } else if ITEMS.contains(&predicate.as_str()) {
                self.fault(
                    Fault::new(
                        &name.span,
                        format!("the category `{}` clashes with the method `{predicate}`", name.value),
                    )
                    .label(format!("its predicate would be `{predicate}` too"))
                    .help("rename the category"),
                );
            } else if let Some(at) =
                all.iter().position(|other| other.variant == variant || other.predicate == predicate)
            {
                let other = all[at].name.clone();
                self.fault(
                    Fault::new(
                        &name.span,
                        format!("the categories `{other}` and `{}` give the same variant", name.value),
                    )
                    .label(format!("gives `{variant}` too"))
                    .second(&spans[at], format!("gives `{variant}`"))
                    .help("rename one of them"),
                );
            } else {
                let doc = category.doc.map(|doc| doc.value).unwrap_or_default();
                spans.push(name.span.clone());
                all.push(Category { name: name.value.clone(), doc, http, variant, predicate });
                continue;
            }
            rejected.push(category.name.value);
        }
        let used = vec![false; all.len()];
        Categories { wanted, all, spans, used, rejected }
    }

    fn http(&mut self, http: &Integer) -> u16 {
        match u16::try_from(http.value) {
            Ok(status @ 100..=599) => status,
            _ => {
                self.fault(
                    Fault::new(&http.span, format!("{} is no HTTP status", http.value))
                        .label("outside of 100 to 599")
                        .help("write the status with which one's own server should answer, such as 502"),
                );
                500
            }
        }
    }

    fn unused_categories(&mut self, categories: &Categories) {
        for (at, category) in categories.all.iter().enumerate().filter(|(at, _)| !categories.used[*at]) {
            self.fault(
                Fault::new(&categories.spans[at], format!("no row is in the category `{}`", category.name))
                    .label("never used")
                    .help("use it in a row or in `[unrecognized]`, or remove it")
                    .absence(),
            );
        }
    }

    fn unrecognized(
        &mut self,
        unrecognized: Option<parse::Unrecognized>,
        representation: Representation,
        languages: &Languages,
        categories: &mut Categories,
    ) -> Unrecognized {
        let Some(unrecognized) = unrecognized else {
            if categories.wanted {
                self.fault(
                    Fault::new(&(0..0), "the table has categories, but no `[unrecognized]`")
                        .help("add `[unrecognized]` with the `category` of a code outside the table")
                        .absence(),
                );
            }
            let meaning = Meaning { category: 0, retry: Retry::Never };
            return Unrecognized { meaning, messages: vec![None; languages.tags.len()], ranges: Vec::new() };
        };
        let meaning = self.meaning(&unrecognized.meaning, &unrecognized.span, "`[unrecognized]`", categories);
        let messages = match unrecognized.message {
            Some(message) => self.messages(message, languages),
            None => vec![None; languages.tags.len()],
        };
        let ranges = self.ranges(&unrecognized.ranges, representation, categories);
        Unrecognized { meaning, messages, ranges }
    }

    fn ranges(
        &mut self,
        ranges: &[parse::CodeRange],
        representation: Representation,
        categories: &mut Categories,
    ) -> Vec<CodeRange> {
        let mut valid: Vec<(CodeRange, &Span)> = Vec::new();
        for range in ranges {
            let meaning = self.meaning(&range.meaning, &range.span, "the range", categories);
            let (Some(from), Some(to)) = (&range.from, &range.to) else { continue };
            let outside = [from, to].into_iter().find(|end| !representation.contains(end.value));
            let overlapped = valid.iter().find(|(other, _)| from.value <= other.to && other.from <= to.value);
            let fault = if let Some(end) = outside {
                outside_of(representation, end)
            } else if from.value > to.value {
                Fault::new(&range.span, format!("the range from {} to {} is inverted", from.value, to.value))
                    .label("holds no code")
                    .help("write the smaller code as `from`")
            } else if let Some((other, span)) = overlapped {
                let title = format!(
                    "the range from {} to {} overlaps the one from {} to {}",
                    from.value, to.value, other.from, other.to
                );
                Fault::new(&range.span, title)
                    .label("holds codes of the other")
                    .second(span, "the other range")
                    .help("let each code lie in one range")
            } else {
                valid.push((CodeRange { from: from.value, to: to.value, meaning }, &range.span));
                continue;
            };
            self.fault(fault);
        }
        valid.into_iter().map(|(range, _)| range).collect()
    }

    fn meaning(&mut self, meaning: &parse::Meaning, owner: &Span, what: &str, categories: &mut Categories) -> Meaning {
        let retry = match &meaning.retry {
            None | Some(parse::Retry::Never) => Retry::Never,
            Some(parse::Retry::Backoff) => Retry::Backoff,
            Some(parse::Retry::After(seconds)) => {
                match u64::try_from(seconds.value) {
                    Ok(delay @ 1..) => Retry::After(delay),
                    _ => {
                        self.fault(
                        Fault::new(&seconds.span, format!("a delay of {} seconds", seconds.value))
                            .label("not from 1 to 18446744073709551615 seconds")
                            .help("write how long to wait; where the service does not say, write `retry = \"backoff\"`"),
                    );
                        Retry::Backoff
                    }
                }
            }
        };
        Meaning { category: self.category(meaning, owner, what, categories), retry }
    }

    fn category(&mut self, meaning: &parse::Meaning, owner: &Span, what: &str, categories: &mut Categories) -> usize {
        match &meaning.category {
            None if categories.wanted && !meaning.has_category => self.fault(
                Fault::new(owner, format!("{what} lacks `category`"))
                    .label("has no `category`")
                    .help(format!("add `category = …` with one of {}", listed(&categories.names())))
                    .absence(),
            ),
            None => {}
            Some(category) if !categories.wanted => self.fault(
                Fault::new(&category.span, "the table has no categories")
                    .label(format!("`{}` means nothing here", category.value))
                    .help("list them in `[categories]`, one a line: `name = \"what it means\"`")
                    .absence(),
            ),
            Some(category) => {
                if let Some(at) = categories.all.iter().position(|known| known.name == category.value) {
                    categories.used[at] = true;
                    return at;
                }
                if !categories.rejected.contains(&category.value) {
                    let names = categories.names();
                    self.fault(
                        Fault::new(&category.span, format!("there is no category `{}`", category.value))
                            .label(did_you_mean(&category.value, names.iter().copied()).unwrap_or_default())
                            .help(format!("use one of {}, or add it to `[categories]`", listed(&names)))
                            .absence(),
                    );
                }
            }
        }
        0
    }

    /// The texts by language; every required language has one, if only as a stand-in.
    fn messages(&mut self, message: Message, languages: &Languages) -> Vec<Option<String>> {
        let mut texts: Vec<Option<String>> = vec![None; languages.tags.len()];
        let by_language = match message {
            Message::Plain(text) => {
                self.text("a message", &text);
                if languages.tags.len() > 1 {
                    self.fault(
                        Fault::new(&text.span, "one message in a table of several languages")
                            .label("in which language?")
                            .help(format!("write {{ {} = \"…\", … }}", languages.tags[0])),
                    );
                } else if languages.tags.is_empty() {
                    self.undeclared(&text.span, "a message", languages);
                }
                texts.fill(Some(text.value));
                return texts;
            }
            Message::Languages(by_language) => by_language,
        };
        for (tag, text) in by_language.value {
            match languages.tags.iter().position(|language| language.eq_ignore_ascii_case(&tag.value)) {
                Some(at) => {
                    if let Some(text) = &text {
                        self.text("a message", text);
                    }
                    texts[at] = Some(text.map(|text| text.value).unwrap_or_default());
                }
                None => self.undeclared(&tag.span, &format!("a message in `{}`", tag.value), languages),
            }
        }
        for (tag, text) in languages.tags.iter().zip(&mut texts).take(languages.required) {
            if text.is_none() {
                self.fault(
                    Fault::new(&by_language.span, format!("the message lacks the language `{tag}`"))
                        .label(format!("has no `{tag}`"))
                        .help(format!("add it, or list `{tag}` in `partial-languages` if rows may lack it"))
                        .absence(),
                );
                *text = Some(String::new());
            }
        }
        texts
    }

    fn undeclared(&mut self, span: &Span, what: &str, languages: &Languages) {
        let (label, help) = if languages.declared {
            let help = format!("the table's languages are {}; add it to them", listed(&languages.tags));
            ("not a language of the table".to_owned(), help)
        } else {
            ("the table declares no languages".to_owned(), "add `languages = [\"en\", …]` to `[table]`".to_owned())
        };
        self.fault(Fault::new(span, format!("{what} is undeclared")).label(label).help(help));
    }

    fn rows(
        &mut self,
        rows: Vec<parse::Row>,
        shared: &[Text],
        representation: Representation,
        languages: &Languages,
        categories: &mut Categories,
    ) -> Vec<Row> {
        let mut codes: HashMap<i128, Span> = HashMap::with_capacity(rows.len());
        let mut variants: HashMap<String, Span> = HashMap::with_capacity(rows.len());
        let mut names = Names::new(shared);
        let mut valid = Vec::with_capacity(rows.len());
        for row in rows {
            let code = self.code(row.code.as_ref(), representation, &mut codes);
            let row_names = self.names(row.name.as_ref(), &row.aliases);
            // The code is the row's identity: where it is at fault, what follows from the same row is no fault of its own.
            let is_repeated = code == Code::Repeated || !self.bear(&row_names, &mut names);
            let variant = self.variant(&row, &mut variants, is_repeated);
            let meaning = self.meaning(&row.meaning, &row.span, "the row", categories);
            let messages = match row.message {
                Some(message) => self.messages(message, languages),
                None if languages.required == 0 => vec![None; languages.tags.len()],
                None => {
                    self.fault(
                        Fault::new(&row.span, "the row lacks `message`")
                            .label("has no `message`")
                            .help("every row of a table with messages has one; add `message = …`")
                            .absence(),
                    );
                    vec![Some(String::new()); languages.tags.len()]
                }
            };
            let deprecated = self.optional_text("the note on deprecation", row.deprecated);
            if let Some(variant) = variant {
                let names = row_names.into_iter().map(|name| name.value).collect();
                valid.push((code, Row { code: 0, variant, names, meaning, messages, deprecated }));
            }
        }
        self.unshared_names(shared, &names);
        stand_in_codes(valid, representation)
    }

    fn code(
        &mut self,
        code: Option<&Integer>,
        representation: Representation,
        codes: &mut HashMap<i128, Span>,
    ) -> Code {
        let Some(code) = code else { return Code::Unknown };
        if !representation.contains(code.value) {
            self.fault(outside_of(representation, code));
            return Code::Unknown;
        }
        if let Some(first) = codes.get(&code.value) {
            self.fault(
                Fault::new(&code.span, format!("the code {} is given twice", code.value))
                    .label("given again")
                    .second(first, "first given here")
                    .help("a code has one row; its other names go into `aliases`"),
            );
            return Code::Repeated;
        }
        codes.insert(code.value, code.span.clone());
        Code::Known(code.value)
    }

    /// The row's name and aliases, each once.
    fn names(&mut self, name: Option<&Text>, aliases: &[Text]) -> Vec<Text> {
        let mut names: Vec<Text> = Vec::with_capacity(1 + aliases.len());
        for name in name.into_iter().chain(aliases) {
            self.text("the name", name);
            let text = name.value.as_str();
            let is_padded = text.trim() != text && !text.trim().is_empty();
            let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
            if is_padded {
                self.fault(
                    Fault::new(&name.span, format!("the name `{text}` is padded with blanks"))
                        .label("blanks at an end")
                        .help("write the name without them"),
                );
            } else if let Some(line_break) = text.chars().find(|c| matches!(c, '\n' | '\r' | '\t')) {
                self.fault(
                    Fault::new(
                        &name.span,
                        format!("the name holds the control character {}", line_break.escape_unicode()),
                    )
                    .label("a name is one line")
                    .help("write the name as the service sends it, on one line"),
                );
            } else if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
                self.fault(
                    Fault::new(&name.span, format!("the name `{text}` is a decimal number"))
                        .label("would be read as a code")
                        .help("name the code in words; a number is told by `code`"),
                );
            } else if let Some(first) = names.iter().find(|first| first.value == name.value) {
                self.fault(
                    Fault::new(&name.span, format!("the row bears the name `{text}` twice"))
                        .label("given again")
                        .second(&first.span, "first given here")
                        .help("remove one of them"),
                );
                continue;
            }
            names.push(name.clone());
        }
        names
    }

    /// Notes who bears which name. Whether each of the names is the row's alone, or shared on purpose.
    fn bear(&mut self, row_names: &[Text], names: &mut Names<'_>) -> bool {
        let mut allowed = true;
        for name in row_names {
            let bearers = names.bearers.entry(name.value.clone()).or_default();
            if let (Some(first), false) = (bearers.first(), names.shared.contains(name.value.as_str())) {
                allowed = false;
                self.faults.push(
                    Fault::new(&name.span, format!("two codes bear the name `{}`", name.value))
                        .label("borne again")
                        .second(first, "first borne here")
                        .help("if the service does send both so, add the name to `shared-names` in `[table]`"),
                );
            }
            bearers.push(name.span.clone());
        }
        allowed
    }

    fn unshared_names(&mut self, shared: &[Text], names: &Names<'_>) {
        let mut seen: HashMap<&str, &Span> = HashMap::new();
        for name in shared {
            if let Some(first) = seen.insert(&name.value, &name.span) {
                self.fault(
                    Fault::new(&name.span, format!("`{}` is listed twice", name.value))
                        .label("listed again")
                        .second(first, "first listed here")
                        .help("remove one of them"),
                );
                continue;
            }
            let bearers = names.bearers.get(&name.value).map_or(0, Vec::len);
            if bearers < 2 {
                let label = if bearers == 0 { "no code bears it" } else { "one code bears it" };
                let all = names.bearers.keys().map(String::as_str);
                let help = match did_you_mean(&name.value, all.filter(|other| *other != name.value)) {
                    Some(likely) if bearers == 0 => likely,
                    _ => "remove it from `shared-names`".to_owned(),
                };
                self.fault(
                    Fault::new(&name.span, format!("no two codes share the name `{}`", name.value))
                        .label(label)
                        .help(help)
                        .absence(),
                );
            }
        }
    }

    /// The row's variant, where it has one that no row before it has. `is_repeated` says that a duplicate of this row's
    /// has been reported.
    fn variant(&mut self, row: &parse::Row, variants: &mut HashMap<String, Span>, is_repeated: bool) -> Option<String> {
        let (variant, span, made) = match (&row.variant, &row.name) {
            (Some(variant), _) => (variant.value.clone(), &variant.span, String::new()),
            (None, Some(name)) => {
                (name.value.to_upper_camel_case(), &name.span, format!("the name `{}` gives ", name.value))
            }
            (None, None) => return None,
        };
        if let Err(reason) = check_variant(&variant) {
            let is_blank = made.is_empty().then_some(&variant).or(row.name.as_ref().map(|name| &name.value));
            let title = if made.is_empty() {
                format!("`{variant}` can be no variant: {reason}")
            } else {
                format!("{made}no variant: {reason}")
            };
            // An empty name has been reported as such.
            if !(row.variant.is_none() && is_blank.is_some_and(|name| name.trim().is_empty())) {
                let label = if made.is_empty() { String::new() } else { format!("would be `{variant}`") };
                self.fault(
                    Fault::new(span, title)
                        .label(label)
                        .help("give the row a `variant`, a Rust name such as `NotFound`"),
                );
            }
            return None;
        }
        if let Some(first) = variants.get(&variant) {
            if !is_repeated {
                self.fault(
                    Fault::new(span, format!("two rows give the variant `{variant}`"))
                        .label(format!("gives `{variant}` again"))
                        .second(first, format!("first gives `{variant}`"))
                        .help("give one of the rows a `variant` of its own"),
                );
            }
            return None;
        }
        variants.insert(variant.clone(), span.clone());
        Some(variant)
    }
}

/// What could be told of a row's code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Code {
    Known(i128),
    Repeated,
    Unknown,
}

/// The names of a table: those that may be shared, and where each is borne.
struct Names<'a> {
    shared: BTreeSet<&'a str>,
    bearers: BTreeMap<String, Vec<Span>>,
}

impl<'a> Names<'a> {
    fn new(shared: &'a [Text]) -> Self {
        Self { shared: shared.iter().map(|name| name.value.as_str()).collect(), bearers: BTreeMap::new() }
    }
}

/// Gives each row without a valid code one that no row has: the build fails with the faults, and until then the
/// variants are to be there.
fn stand_in_codes(rows: Vec<(Code, Row)>, representation: Representation) -> Vec<Row> {
    let known = |code: &Code| if let Code::Known(code) = code { Some(*code) } else { None };
    let taken: BTreeSet<i128> = rows.iter().filter_map(|(code, _)| known(code)).collect();
    let mut free = (representation.min()..=representation.max()).filter(|code| !taken.contains(code));
    rows.into_iter()
        .filter_map(|(code, row)| Some(Row { code: known(&code).or_else(|| free.next())?, ..row }))
        .collect()
}

/// Why `variant` can't be a variant's name.
fn check_variant(variant: &str) -> Result<(), &'static str> {
    let mut chars = variant.chars();
    match chars.next() {
        None => return Err("no letter is left of it"),
        Some(first) if !(unicode_ident::is_xid_start(first) || first == '_') => {
            return Err("a Rust name begins with a letter");
        }
        Some(_) => {}
    }
    if !chars.all(unicode_ident::is_xid_continue) {
        return Err("a Rust name holds letters, digits and underscores only");
    }
    if KEYWORDS.contains(&variant) {
        return Err("it is a keyword of Rust");
    }
    if variant == "Unrecognized" {
        return Err("that variant stands for the codes outside the table");
    }
    if ITEMS.contains(&variant) {
        return Err("the enum has an associated item of that name");
    }
    Ok(())
}

fn outside_of(representation: Representation, code: &Integer) -> Fault {
    let Representation { name, .. } = representation;
    let (min, max) = (representation.min(), representation.max());
    let title = match code.value {
        // The parser's stand-ins for what no integer of Rust's can hold.
        i128::MIN | i128::MAX => format!("the code lies outside of `{name}`"),
        value => format!("the code {value} lies outside of `{name}`"),
    };
    let roomier = Representation::ALL.iter().find(|other| other.contains(code.value) && other.contains(min));
    let help = match roomier {
        Some(roomier) => format!("mend the code, or set `repr = \"{}\"` in `[table]`", roomier.name),
        None => "mend the code".to_owned(),
    };
    Fault::new(&code.span, title).label(format!("not from {min} to {max}")).help(help)
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

//! The languages of a table, and the messages in each of them.

use std::collections::{HashMap, HashSet};

use super::language_tag::is_well_formed;
use super::{Checks, Kind};
use crate::document::{Entry, RawMessage, RawRow, Text, Texts};
use crate::fault::{Fault, Span};
use crate::suggest::did_you_mean;
use crate::text::{listed, quoted};

/// The languages of a table.
pub(super) struct Languages {
    pub(super) tags: Vec<String>,
    /// Where in `tags` each of them stands, in lower case.
    pub(super) positions: HashMap<String, usize>,
    /// How many of them, from the first on, every row carries.
    pub(super) required: usize,
    pub(super) kind: Kind,
    /// Whether any row has a message.
    pub(super) has_messages: bool,
    /// The tags that were reported as undeclared, in lower case.
    pub(super) undeclared: HashSet<String>,
}

impl Checks<'_> {
    pub(super) fn languages(&self, required: Entry<Texts>, partial: Entry<Texts>, rows: &[RawRow]) -> Languages {
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

    /// The texts by language; every required language has one, if only as a stand-in.
    pub(super) fn messages(&self, message: RawMessage, languages: &mut Languages) -> Vec<Option<String>> {
        let mut texts: Vec<Option<String>> = vec![None; languages.tags.len()];
        let by_language = match message {
            RawMessage::Plain(text) => {
                self.text("a message", &text);
                if languages.tags.len() > 1 && languages.kind == Kind::Declared {
                    let fault = Fault::new(&text.span, "one message in a table of several languages");
                    let help = format!("write `{{ {} = \"…\", … }}`", languages.tags[0]);
                    self.fault(fault.label("in which language?").help(help));
                }
                texts.fill(Some(text.value));
                return texts;
            }
            RawMessage::Languages(by_language) => by_language,
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
                self.fault(fault.label(format!("has no {tag}")).help(help).missing_here());
            }
        }
        texts
    }

    /// Reports a language that the table does not declare, at its first use.
    pub(super) fn undeclared(&self, tag: &Text, languages: &mut Languages) {
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
}

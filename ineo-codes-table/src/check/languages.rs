//! The languages of a table, and the messages in each of them.

use std::collections::HashMap;

use super::language_tag::is_well_formed;
use super::used_languages::UsedLanguages;
use super::{Checks, Kind};
use crate::document::{Entry, RawColumn, RawMessage, RawRow, Text, Texts};
use crate::fault::Fault;
use crate::source::Span;
use crate::suggest::did_you_mean;
use crate::text::{is_blank, listed, quoted};

const A_TAG: &str = "write a BCP 47 tag, such as `en`, `fa-IR` or `zh-Hant`";

/// The languages of a table.
pub(super) struct Languages {
    pub(super) tags: Vec<String>,
    /// The index in `tags` of each of them, by the tag in lower case.
    pub(super) positions: HashMap<String, usize>,
    /// How many of them, from the first on, every message has.
    pub(super) required: usize,
    /// Whether every row has a message.
    pub(super) is_message_required: bool,
    pub(super) kind: Kind,
    /// Whether any row has a message.
    pub(super) has_messages: bool,
    /// The keys of `[table]` that would declare the languages of all messages, if it declares none. One fault says so.
    pub(super) proposal: Option<String>,
    /// What a row may do about a blank message.
    pub(super) if_blank: &'static str,
    /// Where a tag was reported as undeclared, by the tag in lower case.
    pub(super) undeclared: HashMap<String, Span>,
}

impl Languages {
    fn tags(&self) -> Vec<&str> {
        self.tags.iter().map(String::as_str).collect()
    }
}

impl Checks<'_> {
    pub(super) fn languages(
        &self,
        required: Entry<Texts>,
        partial: Entry<Texts>,
        messages: Entry<Text>,
        columns: &Entry<Vec<RawColumn>>,
        rows: &[RawRow],
        of_unrecognized: Option<&RawMessage>,
    ) -> Languages {
        let has_messages = rows.iter().any(|row| !row.meaning.message.is_absent());
        let has_columns = matches!(columns, Entry::Given(columns) if columns.iter().any(RawColumn::is_message));
        let is_message_required = self.is_message_required(messages);
        let of_rows = rows.iter().filter_map(|row| match &row.meaning.message {
            Entry::Given(message) => Some(message),
            _ => None,
        });
        let has_texts = of_rows.clone().any(|message| match message {
            RawMessage::Plain(text) => !is_blank(&text.value),
            RawMessage::Languages(_) => true,
        });
        let mut languages = Languages {
            tags: Vec::new(),
            positions: HashMap::new(),
            required: 0,
            is_message_required,
            kind: Kind::Declared,
            has_messages,
            proposal: None,
            if_blank: "write it: every row needs a message in each of `languages`",
            undeclared: HashMap::new(),
        };
        let is_partial_faulty = matches!(partial, Entry::Faulty);
        let partial = partial.given();
        let proposal = || {
            let used = UsedLanguages::of(of_rows.clone().chain(of_unrecognized));
            used.proposal(partial.as_ref().map_or(&[], |partial| &partial.all))
        };
        let required = match required {
            Entry::Given(required) => required,
            required => {
                let (proposed, proposed_partial) = proposal();
                if let (Entry::Absent, Some(partial)) = (&required, &partial) {
                    let fault = Fault::new(&partial.span, "`partial-languages` needs `languages`");
                    let fault = fault.label("which language is the default?");
                    self.fault(fault.help(format!("add `languages = {proposed}`: the first is the default")));
                }
                let is_absent = required.is_absent() && partial.is_none() && !is_partial_faulty;
                languages.kind = if is_absent { Kind::Absent } else { Kind::Unknown };
                languages.proposal = Some(match proposed_partial {
                    Some(partial) => format!("`languages = {proposed}` and `partial-languages = {partial}`"),
                    None => format!("`languages = {proposed}`"),
                });
                languages.if_blank = if has_texts {
                    "write it: either every row has a message or none has"
                } else {
                    "write it, or remove `message` from every row"
                };
                languages.is_message_required &= has_messages;
                if has_messages || has_columns {
                    languages.tags.push("en".to_owned());
                    languages.positions.insert("en".to_owned(), 0);
                    languages.required = usize::from(is_absent);
                }
                return languages;
            }
        };
        if required.all.is_empty() && !required.has_faulty {
            let fault = Fault::new(&required.span, "`languages` is empty").label("lists no language");
            self.fault(fault.help(format!("write `{}`, the default language first, or remove the key", proposal().0)));
            languages.kind = Kind::Unknown;
        }
        if required.has_faulty || is_partial_faulty || partial.as_ref().is_some_and(|partial| partial.has_faulty) {
            languages.kind = Kind::Unknown;
        }
        let mut spans: Vec<Span> = Vec::new();
        let count = required.all.len();
        let partial = partial.map(|partial| partial.all).unwrap_or_default();
        for (at, tag) in required.all.into_iter().chain(partial).enumerate() {
            let first = languages.positions.get(&tag.value.to_ascii_lowercase());
            if !is_well_formed(&tag.value) {
                let fault = Fault::new(&tag.span, format!("{} is not a language tag", quoted(&tag.value)));
                self.fault(fault.label(hyphenated(&tag.value)).help(A_TAG));
                languages.kind = Kind::Unknown;
            } else if let Some(first) = first {
                let fault = Fault::new(&tag.span, format!("the language {} is declared twice", quoted(&tag.value)));
                let fault = fault.label("declared again").second(&spans[*first], "first declared here");
                self.fault(fault.help("remove one of them: a language is either required or partial"));
            } else {
                languages.required += usize::from(at < count);
                languages.positions.insert(tag.value.to_ascii_lowercase(), spans.len());
                languages.tags.push(tag.value);
                spans.push(tag.span);
            }
        }
        languages
    }

    /// Whether every row of a table with languages has a message.
    fn is_message_required(&self, messages: Entry<Text>) -> bool {
        match messages {
            Entry::Absent => true,
            Entry::Given(word) if word.value == "optional" => false,
            Entry::Given(word) if word.value == "required" => true,
            Entry::Given(word) => {
                let fault = Fault::new(&word.span, format!("{} is not a word for `messages`", quoted(&word.value)));
                let label = did_you_mean(&word.value, &["optional", "required"]).unwrap_or_default();
                self.fault(
                    fault.label(label).help("write `\"optional\"` if rows may have no message, or remove the key"),
                );
                false
            }
            Entry::Faulty => false,
        }
    }

    /// The texts by language. Every required language has one, if only a stand-in.
    ///
    /// `if_blank` says what to do about a blank text.
    pub(super) fn messages(
        &self,
        message: RawMessage,
        languages: &mut Languages,
        if_blank: &str,
    ) -> Vec<Option<String>> {
        let mut texts: Vec<Option<String>> = vec![None; languages.tags.len()];
        let by_language = match message {
            RawMessage::Plain(text) => {
                let is_sound = self.text("a message", &text, if_blank);
                if is_sound && languages.tags.len() > 1 && languages.kind == Kind::Declared {
                    let fault = Fault::new(&text.span, "one message in a table of several languages");
                    let mut texts = Vec::new();
                    for tag in languages.tags.iter().take(languages.required.min(4)) {
                        texts.push(format!("{tag} = \"…\""));
                    }
                    let help = format!("write `{{ {} }}`", texts.join(", "));
                    self.fault(fault.label("in which language?").help(help));
                }
                texts.fill(Some(text.value));
                return texts;
            }
            RawMessage::Languages(by_language) => by_language,
        };
        let mut spans: Vec<Option<Span>> = vec![None; texts.len()];
        let mut has_undeclared = false;
        for (tag, text) in by_language.value {
            let position = languages.positions.get(&tag.value.to_ascii_lowercase()).copied();
            if let Some(text) = &text {
                if position.is_some_and(|at| at >= languages.required) && languages.kind == Kind::Declared {
                    self.text("a message", text, &format!("write it, or remove `{}`", tag.value));
                } else {
                    self.text("a message", text, if_blank);
                }
            }
            let Some(at) = position else {
                has_undeclared = true;
                self.undeclared(&tag, languages);
                continue;
            };
            if let Some(first) = spans[at].replace(tag.span.clone()) {
                let title = format!("the message is given twice in {}", quoted(&languages.tags[at]));
                let fault = Fault::new(&tag.span, title).label("given again").second(&first, "first given here");
                self.fault(fault.help("remove one of them: language tags ignore case"));
            }
            texts[at] = Some(text.map(|text| text.value).unwrap_or_default());
        }
        let is_reported = languages.kind != Kind::Unknown && !has_undeclared;
        for (at, text) in texts.iter_mut().enumerate().take(languages.required) {
            if text.is_some() {
                continue;
            }
            *text = Some(String::new());
            if is_reported {
                let tag = quoted(&languages.tags[at]);
                let fault = Fault::new(&by_language.span, format!("missing language {tag} in a message"));
                let help = match at {
                    0 => "add it: it is the table's default language".to_owned(),
                    _ => format!(
                        "add it, or move {tag} from `languages` to `partial-languages`, which a row need not have"
                    ),
                };
                self.fault(fault.label(format!("has no {tag}")).help(help).missing_here());
            }
        }
        texts
    }

    /// Reports a language that the table does not declare, at its first use.
    pub(super) fn undeclared(&self, tag: &Text, languages: &mut Languages) {
        if languages.kind == Kind::Unknown
            || languages.undeclared.insert(tag.value.to_ascii_lowercase(), tag.span.clone()).is_some()
        {
            return;
        }
        if !is_well_formed(&tag.value) {
            let fault = Fault::new(&tag.span, format!("{} is not a language tag", quoted(&tag.value)));
            let (label, help) = if languages.kind == Kind::Declared {
                let meant = did_you_mean(&tag.value, &languages.tags());
                (meant.unwrap_or_default(), "use a language that `[table]` declares, by its BCP 47 tag".to_owned())
            } else {
                (hyphenated(&tag.value), A_TAG.to_owned())
            };
            self.fault(fault.label(label).help(help));
            return;
        }
        let fault = Fault::new(&tag.span, format!("the language {} is not declared", quoted(&tag.value)));
        let (label, help) = if languages.kind == Kind::Absent {
            let Some(proposal) = languages.proposal.take() else { return };
            let label = "without `languages`, a table has `en` only";
            (label.to_owned(), format!("add {proposal} to `[table]`"))
        } else {
            let tags = languages.tags();
            let known = listed(&tags);
            let one_of = if languages.tags.len() == 1 { "" } else { "one of " };
            let help = format!("use {one_of}{known}, or add `\"{}\"` to `partial-languages` in `[table]`", tag.value);
            (did_you_mean(&tag.value, &tags).unwrap_or_default(), help)
        };
        self.fault(fault.label(label).help(help));
    }
}

/// "did you mean `fa-IR`?", if an underscore is all that is wrong with `tag`.
fn hyphenated(tag: &str) -> String {
    let hyphenated = tag.replace('_', "-");
    if is_well_formed(&hyphenated) { format!("did you mean `{hyphenated}`?") } else { String::new() }
}

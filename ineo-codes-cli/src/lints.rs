//! Lints: what is not a fault of a table, but seldom intended.

use std::collections::HashMap;
use std::rc::Rc;

use ineo_codes_table::model::{Retry, Table};
use ineo_codes_table::{Fault, Source, Span, quoted};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use unicode_normalization::UnicodeNormalization as _;
use unicode_security::confusable_detection::skeleton;

use crate::answer;
use crate::finding::Finding;
use crate::places::{self, Place};
use crate::streams::Level;

/// A lint, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Lint {
    /// A row has no message in a language in which most rows have one
    MissingTranslation,
    /// A row has the same message in two languages
    SameMessage,
    /// A code that means success is to be retried
    RetryOnSuccess,
    /// Two names differ only by case
    SimilarNames,
    /// Two names, or letters of one language, look the same and are not
    LookAlikes,
    /// All of these
    All,
}

impl Lint {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::MissingTranslation => "missing-translation",
            Self::SameMessage => "same-message",
            Self::RetryOnSuccess => "retry-on-success",
            Self::SimilarNames => "similar-names",
            Self::LookAlikes => "look-alikes",
            Self::All => "all",
        }
    }

    pub(crate) fn description(self) -> &'static str {
        match self {
            Self::MissingTranslation => "A row has no message in a language in which most rows have one.",
            Self::SameMessage => "A row has the same message in two languages.",
            Self::RetryOnSuccess => "A code that means success is to be retried.",
            Self::SimilarNames => "Two names differ only by case.",
            Self::LookAlikes => "Two names, or letters of one language, look the same and are not.",
            Self::All => "All lints.",
        }
    }
}

/// What the lints say of a sound table, in the order of the file.
pub(crate) fn lints(source: &Rc<Source>, table: &Table) -> Vec<Finding> {
    let Ok(root) = DeTable::parse(source.text()) else { return Vec::new() };
    let places = places::rows(source.text(), root.get_ref());
    let mut linter = Linter { source, table, root: root.get_ref(), places: &places, findings: Vec::new() };
    linter.missing_translations();
    linter.same_messages();
    linter.retries();
    linter.names();
    linter.letters();
    let mut findings = linter.findings;
    findings.sort_by_key(|finding| finding.fault.span.start);
    findings
}

struct Linter<'a> {
    source: &'a Rc<Source>,
    table: &'a Table,
    root: &'a DeTable<'a>,
    /// By the rows of the table.
    places: &'a [Place],
    findings: Vec<Finding>,
}

impl Linter<'_> {
    fn report(&mut self, lint: Lint, fault: Fault) {
        let finding = Finding::of_fault(self.source, fault).at_level(Level::Warning);
        self.findings.push(Finding { rule: lint.name(), ..finding });
    }

    fn missing_translations(&mut self) {
        let rows = &self.table.rows;
        for (at, language) in self.table.languages.iter().enumerate() {
            let missing: Vec<usize> = (0..rows.len()).filter(|row| rows[*row].meaning.messages[at].is_none()).collect();
            if missing.is_empty() || missing.len() * 2 >= rows.len() {
                continue;
            }
            for row in missing {
                let span = &self.places[row].span;
                let title = format!("{} has no message in {}", rows[row].code, quoted(language));
                let fault = Fault::new(span, title).label("most rows have one");
                self.report(Lint::MissingTranslation, fault.help(format!("add `message.{language} = …`")));
            }
        }
    }

    fn same_messages(&mut self) {
        for (row, place) in self.table.rows.iter().zip(self.places) {
            for (at, message) in row.meaning.messages.iter().enumerate() {
                let first = row.meaning.messages[..at].iter().position(|other| message.is_some() && other == message);
                let Some(first) = first else { continue };
                let [first, second] = [first, at].map(|at| &self.table.languages[at]);
                let span = self.message(place, second).unwrap_or_else(|| place.span.clone());
                let title = format!("{} has one message in {} and {}", row.code, quoted(first), quoted(second));
                let fault = Fault::new(&span, title).label("is this translated?");
                self.report(Lint::SameMessage, fault);
            }
        }
    }

    fn retries(&mut self) {
        for (at, place) in self.places.iter().enumerate() {
            let answer = answer::of_row(self.table, at);
            if !answer.is_success || answer.retry == Retry::Never {
                continue;
            }
            let span = place.leaf(&["retry"]).map_or_else(|| place.span.clone(), |leaf| leaf.value.clone());
            let title = format!("{} means success, and is to be retried", answer.code);
            let fault = Fault::new(&span, title).label("the request would be carried out again");
            self.report(Lint::RetryOnSuccess, fault.help("remove `retry`, or give the row another category"));
        }
    }

    fn names(&mut self) {
        let mut by_case: HashMap<String, (&str, usize)> = HashMap::new();
        let mut by_look: HashMap<String, (&str, usize)> = HashMap::new();
        let mut found: Vec<(Lint, Fault)> = Vec::new();
        for (at, row) in self.table.rows.iter().enumerate() {
            for name in &row.names {
                let mut compare = |lint: Lint, first: (&str, usize), how: &str| {
                    if first.0 == name {
                        return false;
                    }
                    let span = self.name(at, name);
                    let title = format!("the names {} and {} {how}", quoted(first.0), quoted(name));
                    let fault = Fault::new(&span, title);
                    found.push((lint, fault.second(&self.name(first.1, first.0), "the other one")));
                    true
                };
                let lower = name.to_lowercase();
                let first = *by_case.entry(lower.clone()).or_insert((name, at));
                if compare(Lint::SimilarNames, first, "differ only by case") {
                    continue;
                }
                let first = *by_look.entry(look(&lower)).or_insert((name, at));
                compare(Lint::LookAlikes, first, "look the same");
            }
        }
        for (lint, fault) in found {
            self.report(lint, fault);
        }
    }

    /// Arabic letters among Persian ones: they look the same, and searches don't find them.
    fn letters(&mut self) {
        for (language, tag) in self.table.languages.iter().enumerate() {
            let messages = || self.table.rows.iter().filter_map(|row| row.meaning.messages[language].as_deref());
            let has = |letters: [char; 2]| messages().filter(|message| message.contains(letters)).count();
            let (arabic, persian) = (has(ARABIC), has(PERSIAN));
            if arabic == 0 || persian == 0 {
                continue;
            }
            let rare = if arabic <= persian { ARABIC } else { PERSIAN };
            let usual = if arabic <= persian { PERSIAN } else { ARABIC };
            for (row, place) in self.table.rows.iter().zip(self.places) {
                let Some(found) = row.meaning.messages[language]
                    .as_deref()
                    .and_then(|message| message.chars().find(|c| rare.contains(c)))
                else {
                    continue;
                };
                let other = usual[usize::from(found == rare[1])];
                let span = self.message(place, tag).unwrap_or_else(|| place.span.clone());
                let title = format!(
                    "{} has the letter U+{:04X} in {}, where most messages have U+{:04X}",
                    row.code,
                    u32::from(found),
                    quoted(tag),
                    u32::from(other)
                );
                let fault = Fault::new(&span, title).label("looks the same, and is another letter");
                self.report(Lint::LookAlikes, fault);
            }
        }
    }

    /// Where a row has its message in a language.
    fn message(&self, place: &Place, tag: &str) -> Option<Span> {
        let own =
            place.leaves.iter().find(|leaf| leaf.path.len() == 2 && leaf.path[0] == "message" && leaf.path[1] == tag);
        if let Some(leaf) = own {
            return Some(leaf.value.clone());
        }
        let at = self.places.iter().position(|other| std::ptr::eq(other, place))?;
        let row = self.root.get("code")?.get_ref().as_array()?.get(at)?.get_ref().as_table()?;
        let inline = places::members(self.source.text(), row, "message").into_iter().find(|leaf| leaf.path[0] == tag);
        inline.map(|leaf| leaf.value).or_else(|| place.leaf(&["message"]).map(|leaf| leaf.value.clone()))
    }

    /// Where the row at `at` has a name.
    fn name(&self, at: usize, name: &str) -> Span {
        let place = &self.places[at];
        let is_it = |leaf: &&places::Leaf| {
            leaf.path[0] == "name" && self.table.rows[at].names.first().is_some_and(|first| first == name)
        };
        if let Some(leaf) = place.leaves.iter().find(is_it) {
            return leaf.value.clone();
        }
        let row = self.root.get("code").and_then(|rows| rows.get_ref().as_array()?.get(at)?.get_ref().as_table());
        let aliases = row.and_then(|row| row.get("aliases")).and_then(|aliases| aliases.get_ref().as_array());
        let is_alias = |alias: &&Spanned<DeValue<'_>>| alias.get_ref().as_str() == Some(name);
        let alias = aliases.and_then(|aliases| aliases.iter().find(is_alias)).map(Spanned::span);
        alias.unwrap_or_else(|| place.span.clone())
    }
}

/// Arabic yeh and kaf, as keyboards for Arabic write them.
const ARABIC: [char; 2] = ['\u{64A}', '\u{643}'];
/// Persian yeh and keheh.
const PERSIAN: [char; 2] = ['\u{6CC}', '\u{6A9}'];

/// What a text looks like: equal for texts that a reader can't tell apart.
fn look(text: &str) -> String {
    let folded: String = text
        .nfkc()
        .filter(|c| !matches!(c, '\u{200B}'..='\u{200F}' | '\u{640}' | '\u{FEFF}'))
        .map(|c| match ARABIC.iter().position(|arabic| *arabic == c) {
            Some(at) => PERSIAN[at],
            None => c,
        })
        .collect();
    skeleton(&folded).collect()
}

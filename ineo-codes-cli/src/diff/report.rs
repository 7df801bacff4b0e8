//! Changes, as people and machines read them.

use std::rc::Rc;

use ineo_codes_table::{Fault, Source};
use serde_json::{Value, json};
use toml::de::DeTable;

use super::change::{Change, Kind, Subject};
use crate::finding::Finding;
use crate::places;
use crate::report::{self, Rule};
use crate::streams::{Level, escaped};

/// How changes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// One JSON object
    Json,
    /// Annotations of GitHub Actions
    Github,
    /// SARIF 2.1.0, which code scanners exchange
    Sarif,
    /// A section of a changelog
    Markdown,
}

impl Format {
    /// The format of faults, where the tables can't be compared.
    pub(super) fn of_findings(self) -> report::Format {
        match self {
            Self::Text | Self::Markdown => report::Format::Text,
            Self::Json => report::Format::Json,
            Self::Github => report::Format::Github,
            Self::Sarif => report::Format::Sarif,
        }
    }
}

/// All changes. `fails` says which make the command fail.
pub(super) fn render(format: Format, changes: &[Change], new: &Rc<Source>, fails: &dyn Fn(Kind) -> bool) -> String {
    match format {
        Format::Text => text(changes, fails),
        Format::Markdown => markdown(changes),
        Format::Json => {
            let changes: Vec<Value> = changes.iter().map(value).collect();
            report::pretty(&json!({ "version": 1, "changes": changes }))
        }
        Format::Github | Format::Sarif => {
            let rules = Kind::ALL.map(|kind| Rule { name: kind.name(), description: description(kind) });
            report::render(format.of_findings(), &findings(changes, new, fails), &rules)
        }
    }
}

fn description(kind: Kind) -> &'static str {
    match kind {
        Kind::Breaking => "Programs stop compiling, or can't read what they stored.",
        Kind::Behaviour => "Programs do something else.",
        Kind::Text => "People read something else.",
        Kind::Added => "Compatible, except for matches that asked to be stopped.",
    }
}

fn level(kind: Kind, fails: &dyn Fn(Kind) -> bool) -> Level {
    match kind {
        kind if fails(kind) => Level::Error,
        Kind::Breaking | Kind::Behaviour => Level::Warning,
        Kind::Text | Kind::Added => Level::Note,
    }
}

fn text(changes: &[Change], fails: &dyn Fn(Kind) -> bool) -> String {
    let mut text = String::new();
    for kind in Kind::ALL {
        let mut of_kind = changes.iter().filter(|change| change.kind == kind).peekable();
        if of_kind.peek().is_none() {
            continue;
        }
        let style = level(kind, fails).style();
        text.push_str(&format!("{style}{}{style:#}\n", kind.name()));
        for change in of_kind {
            text.push_str(&format!("  {}: {}\n", escaped(&change.subject.to_string()), escaped(&change.words())));
        }
    }
    text
}

fn value(change: &Change) -> Value {
    let mut value = json!({
        "kind": change.kind.name(),
        "subject": change.subject.to_string(),
        "what": change.what,
        "old": change.old,
        "new": change.new,
        "message": change.words(),
    });
    match &change.subject {
        Subject::Row { code, name, .. } => {
            value["code"] = code.as_str().into();
            value["name"] = name.as_str().into();
        }
        Subject::Category(name) => value["category"] = name.as_str().into(),
        Subject::Table | Subject::Unlisted(_) => {}
    }
    value
}

/// Each change at the row of the new table that it is about.
fn findings(changes: &[Change], new: &Rc<Source>, fails: &dyn Fn(Kind) -> bool) -> Vec<Finding> {
    let places = DeTable::parse(new.text()).map(|root| places::rows(new.text(), root.get_ref())).unwrap_or_default();
    changes
        .iter()
        .map(|change| {
            let title = format!("{}: {}", change.subject, change.words());
            let place = match &change.subject {
                Subject::Row { at: Some(at), .. } => places.get(*at),
                _ => None,
            };
            let finding = match place {
                Some(place) => Finding::of_fault(new, Fault::new(&place.span, title)),
                None => Finding::of_file(new, title),
            };
            Finding { rule: change.kind.name(), ..finding.at_level(level(change.kind, fails)) }
        })
        .collect()
}

/// A section for each kind, as changelogs have them.
fn markdown(changes: &[Change]) -> String {
    let mut sections = Vec::new();
    for kind in Kind::ALL {
        let of_kind: Vec<String> = changes
            .iter()
            .filter(|change| change.kind == kind)
            .map(|change| format!("- {}: {}.\n", subject(&change.subject), change.words_with(&code)))
            .collect();
        if of_kind.is_empty() {
            continue;
        }
        let heading = match kind {
            Kind::Breaking => "Breaking",
            Kind::Behaviour => "Behaviour",
            Kind::Text => "Texts",
            Kind::Added => "Added",
        };
        sections.push(format!("### {heading}\n\n{}", of_kind.concat()));
    }
    sections.join("\n")
}

fn subject(subject: &Subject) -> String {
    match subject {
        Subject::Table => "the table".to_owned(),
        Subject::Category(name) => format!("the category {}", code(name)),
        Subject::Row { code: number, name, .. } if number == name => code(number),
        Subject::Row { code: number, name, .. } => format!("{} {}", code(number), code(name)),
        Subject::Unlisted(codes) => codes.clone(),
    }
}

/// A code span that holds any text on one line.
fn code(text: &str) -> String {
    let text = escaped(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let blank = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{blank}{text}{blank}{fence}")
}

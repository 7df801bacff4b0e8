//! What was found in a file: a fault, what a lint says, or a change.

use std::rc::Rc;

use ineo_codes_table::{Fault, Source, Span};

use crate::streams::Level;

/// The rule behind a fault of a table, in machine-readable reports.
pub(crate) const FAULT: &str = "fault";

/// One finding.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    pub(crate) level: Level,
    /// The lint or the kind of change, or `fault`.
    pub(crate) rule: &'static str,
    pub(crate) source: Rc<Source>,
    /// With an empty span where only the file is known.
    pub(crate) fault: Fault,
    pub(crate) has_place: bool,
}

/// Lines and columns from 1, columns in characters; the end is behind the last character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Region {
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) end_line: usize,
    pub(crate) end_column: usize,
}

impl Finding {
    pub(crate) fn of_fault(source: &Rc<Source>, fault: Fault) -> Self {
        Self { level: Level::Error, rule: FAULT, source: Rc::clone(source), fault, has_place: true }
    }

    /// A finding about a whole file.
    pub(crate) fn of_file(source: &Rc<Source>, title: String) -> Self {
        Self { has_place: false, ..Self::of_fault(source, Fault::new(&(0..0), title)) }
    }

    pub(crate) fn at_level(self, level: Level) -> Self {
        Self { level, ..self }
    }

    /// The finding without its source: what is wrong, where else, and what to do, each on a line of its own.
    pub(crate) fn words(&self) -> String {
        let Fault { title, label, second, help, .. } = &self.fault;
        let mut words = title.clone();
        if !label.is_empty() {
            words.push_str(&format!(": {label}"));
        }
        if let Some((span, label)) = second {
            words.push_str(&format!("\nline {}: {label}", region(&self.source, span).line));
        }
        if let Some(elsewhere) = self.fault.elsewhere(&self.source) {
            words.push_str(&format!("\nnote: {elsewhere}"));
        }
        if let Some(help) = help {
            words.push_str(&format!("\nhelp: {help}"));
        }
        words
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.fault = self.fault.help(help);
        self
    }

    pub(crate) fn region(&self) -> Option<Region> {
        self.has_place.then(|| region(&self.source, &self.fault.span))
    }

    /// The other places that matter, with the words beside each: the second place of the fault, and those that have the
    /// same fault.
    pub(crate) fn related(&self) -> impl Iterator<Item = (Region, &str)> {
        let second = self.fault.second.iter().map(|(span, label)| (span, label.as_str()));
        let others = self.fault.others.iter().map(|span| (span, "the same fault"));
        second.chain(others).map(|(span, label)| (region(&self.source, span), label))
    }
}

fn region(source: &Source, span: &Span) -> Region {
    let (line, column) = source.position(span.start);
    let (end_line, end_column) = source.position(span.end.max(span.start));
    Region { line, column, end_line, end_column }
}

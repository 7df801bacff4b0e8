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

    pub(crate) fn region(&self) -> Option<Region> {
        self.has_place.then(|| region(&self.source, &self.fault.span))
    }

    pub(crate) fn second(&self) -> Option<(Region, &str)> {
        self.fault.second.as_ref().map(|(span, label)| (region(&self.source, span), label.as_str()))
    }
}

fn region(source: &Source, span: &Span) -> Region {
    let (line, column) = source.position(span.start);
    let (end_line, end_column) = source.position(span.end.max(span.start));
    Region { line, column, end_line, end_column }
}

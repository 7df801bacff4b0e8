//! From a document to a table: whether the values make sense together.
//!
//! Each check reports its faults and then leaves a stand-in, so that later checks, and the generated code, go on.

mod categories;
mod codes;
mod language_tag;
mod languages;
mod names;
mod rows;
mod texts;
mod unrecognized;
mod variants;

use crate::document::{Document, Entry, RawUnrecognized};
use crate::fault::Fault;
use crate::faults::Faults;
use crate::model::Table;
use crate::source::Source;

/// Checks `document` and makes a table of it; what is wrong goes to `faults`.
///
/// `None` if no row has a valid variant.
pub(crate) fn check(document: Document, source: &Source, faults: &Faults<'_>) -> Option<Table> {
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

pub(super) struct Checks<'a> {
    pub(super) source: &'a Source,
    pub(super) faults: &'a Faults<'a>,
    /// The smallest and the largest code.
    pub(super) extent: (i128, i128),
}

/// Whether a table has something at all.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Absent,
    /// What the table has could not be read.
    #[default]
    Unknown,
    Declared,
}

impl Checks<'_> {
    pub(super) fn fault(&self, fault: Fault) {
        self.faults.push(fault);
    }

    pub(super) fn table(&self, document: Document) -> Option<Table> {
        let Document { header, categories, unrecognized, rows } = document;
        let has_rows = !rows.is_absent();
        let rows = rows.given().unwrap_or_default();
        let representation = self.representation(header.repr);
        let title = self.optional_text("the title", "title", header.title);
        let source = self.optional_text("the source", "source", header.source);
        let of_unrecognized = match &unrecognized {
            Entry::Given(RawUnrecognized { message: Entry::Given(message), .. }) => Some(message),
            _ => None,
        };
        let mut languages = self.languages(header.languages, header.partial_languages, &rows, of_unrecognized);
        let mut categories = self.categories(categories);
        if !has_rows {
            let end = self.source.text().trim_end().len();
            let fault = Fault::new(&(end..end), "the table has no rows").label("a row is missing");
            self.fault(fault.help("add a line `[[code]]`, and below it `code = …` and `name = …`").missing_anywhere());
        }
        let unrecognized = self.unrecognized(unrecognized, representation, &mut languages, &mut categories);
        let rows = self.rows(rows, header.shared_names, representation, &mut languages, &mut categories);
        self.unused_categories(&categories);
        let (languages, categories) = (languages.tags, categories.all);
        (!rows.is_empty()).then_some(Table { title, source, representation, languages, categories, rows, unrecognized })
    }
}

//! From a document to a table: whether the values make sense together.
//!
//! Each check reports its faults and then leaves a stand-in, so that later checks, and the generated code, go on.

mod categories;
mod code_sets;
mod code_type;
mod codes;
mod columns;
mod identifier;
mod idle_ranges;
mod language_tag;
mod languages;
mod meaning;
mod names;
mod names_like_codes;
mod numbers;
mod ranges;
mod reserved;
mod rows;
mod taken;
mod texts;
mod unrecognized;
mod used_languages;
mod variants;

pub use self::identifier::is_keyword;

use self::reserved::Reserved;
use self::variants::Stripped;
use crate::document::{Document, Entry, RawMeaning, RawUnrecognized, Text};
use crate::fault::Fault;
use crate::faults::Faults;
use crate::model::{Codes, Table};
use crate::source::Source;

/// Checks `document` and makes a table of it; its faults go to `faults`.
///
/// `None` if nothing can stand in, since no row has a variant that can be read.
pub(crate) fn check(document: Document, source: &Source, faults: &Faults<'_>) -> Option<Table> {
    let checks = Checks { source, faults };
    checks.reading_direction();
    checks.table(document)
}

/// Where the checks read from, and where they report to.
struct Checks<'a> {
    source: &'a Source,
    faults: &'a Faults<'a>,
}

/// Whether a table declares something.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Absent,
    /// It could not be read.
    #[default]
    Unknown,
    Declared,
}

impl Checks<'_> {
    fn fault(&self, fault: Fault) {
        self.faults.push(fault);
    }

    fn table(&self, document: Document) -> Option<Table> {
        let Document { header, columns, categories, unrecognized, rows } = document;
        let has_rows = !rows.is_absent();
        let rows = rows.given().unwrap_or_default();
        let code_type = self.code_type(&header, &rows, &unrecognized);
        let title = self.optional_text("the title", "title", header.title);
        let source = self.optional_text("the source", "source", header.source);
        let of_unrecognized = match &unrecognized {
            Entry::Given(RawUnrecognized { meaning: RawMeaning { message: Entry::Given(message), .. }, .. }) => {
                Some(message)
            }
            _ => None,
        };
        let languages = self.languages(
            header.languages,
            header.partial_languages,
            header.messages,
            &columns,
            &rows,
            of_unrecognized,
        );
        let mut meanings = self.meanings(columns, categories, languages, code_type, &rows);
        if !has_rows {
            let end = self.source.text().trim_end().len();
            let fault = Fault::new(&(end..end), "the table has no rows").label("a row is missing");
            self.fault(fault.help("add a line `[[code]]`, and below it `code = …` and `name = …`").missing_anywhere());
        }
        let reserved = Reserved {
            codes: self.code_sets(header.reserved_codes, code_type, Codes::Text),
            names: header.reserved_names,
        };
        let (unrecognized, exceptions) = self.unrecognized(unrecognized, code_type, &mut meanings, &rows, &reserved);
        let stripped = Stripped { prefixes: header.strip_prefix, suffixes: header.strip_suffix };
        let (rows, shared_names) = self.rows(rows, header.shared_names, &stripped, code_type, &mut meanings, &reserved);
        self.unused_categories(&meanings.categories);
        if rows.is_empty() {
            return None;
        }
        let mut reserved_codes = Vec::with_capacity(reserved.codes.len());
        for set in reserved.codes {
            reserved_codes.push(set.codes);
        }
        Some(Table {
            title,
            source,
            representation: code_type.representation,
            radix: code_type.radix,
            required_languages: meanings.languages.required,
            languages: meanings.languages.tags,
            columns: meanings.columns.all,
            categories: meanings.categories.all,
            rows,
            unrecognized,
            exceptions,
            shared_names,
            reserved_codes,
            reserved_names: values(reserved.names),
        })
    }
}

/// Texts without their places.
fn values(texts: Vec<Text>) -> Vec<String> {
    let mut values = Vec::with_capacity(texts.len());
    for text in texts {
        values.push(text.value);
    }
    values
}

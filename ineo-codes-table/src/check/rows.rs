//! The rows of a table.

use std::collections::HashMap;

use heck::ToSnakeCase as _;

use super::code_type::CodeType;
use super::codes::{RowCode, stand_in_codes};
use super::meaning::Meanings;
use super::names::{Names, Origin};
use super::reserved::Reserved;
use super::variants::Stripped;
use super::{Checks, values};
use crate::document::{At, Entry, RawCode, RawRow, Text, Texts};
use crate::fault::Fault;
use crate::model::{Code, Representation, Row};
use crate::source::Span;

impl Checks<'_> {
    /// The rows, and the names that they share on purpose.
    pub(super) fn rows(
        &self,
        rows: Vec<RawRow>,
        shared: Entry<Texts>,
        stripped: &Stripped,
        code_type: CodeType,
        known: &mut Meanings,
        reserved: &Reserved,
    ) -> (Vec<Row>, Vec<String>) {
        let mut codes: HashMap<String, Span> = HashMap::with_capacity(rows.len());
        let mut variants: HashMap<String, Span> = HashMap::with_capacity(rows.len());
        let is_shared_complete = match &shared {
            Entry::Absent => true,
            Entry::Faulty => false,
            Entry::Given(shared) => !shared.has_faulty,
        };
        let shared = shared.given().map(|shared| shared.all).unwrap_or_default();
        let mut names = Names::new(&shared, is_shared_complete);
        let text_codes = text_codes(&rows, code_type.representation);
        let mut valid = Vec::with_capacity(rows.len());
        for row in rows {
            let code = self.code(row.code.as_ref(), code_type, &mut codes);
            let (name, is_derived) = self.name(&row, code_type.representation);
            names.are_complete &= name.is_some() && !matches!(row.aliases, Entry::Faulty);
            names.are_complete &= !matches!(&row.aliases, Entry::Given(aliases) if aliases.has_faulty);
            let aliases = row.aliases.given().map(|aliases| aliases.all).unwrap_or_default();
            let (row_names, mut is_sound) = self.names(name.as_ref(), is_derived, &aliases, code_type.representation);
            is_sound &= self.check_other_codes(&row_names, row.code.as_ref(), &text_codes);
            if let RowCode::Known(code) = &code {
                self.check_reserved(code, row.code.as_ref(), &row_names, reserved);
            }
            let origin = match (is_derived, row.variant.is_absent()) {
                (true, _) => Origin::Derived,
                (false, true) => Origin::GivesVariant,
                (false, false) => Origin::Own,
            };
            let is_alone = self.record_names(&row_names, &mut names, origin, code != RowCode::Repeated);
            // If the code or a name is faulty, what follows from it in the same row is not a fault of its own.
            let is_blameless = is_sound && is_alone && code != RowCode::Repeated;
            let variant = self.variant(&row.variant, name.as_ref(), stripped, &mut variants, known, is_blameless);
            let by_code = match &code {
                RowCode::Known(code) => known.categories.by_code.of(code),
                // Nobody knows which category lists the code that was meant.
                _ => (!known.categories.by_code.is_empty()).then_some(0),
            };
            let meaning = self.meaning(row.meaning, by_code, ("a row", &row.span), known);
            let deprecated = self.optional_text("the note on deprecation", "deprecated", row.deprecated);
            if let Some(variant) = variant {
                let names = values(row_names);
                valid.push((code, Row { code: Code::Integer(0), variant, names, meaning, deprecated }));
            }
        }
        self.look_alikes(&names);
        self.unshared_names(&shared, &names);
        let rows = stand_in_codes(valid, &codes, code_type.representation);
        self.displayed_names(&names, &rows, code_type.representation);
        (rows, values(shared))
    }

    /// The name of a row, and whether it is made of its code or variant, since the row has no `name`.
    fn name(&self, row: &RawRow, representation: Representation) -> (Option<Text>, bool) {
        match (&row.name, representation, &row.code, &row.variant) {
            (Entry::Given(name), ..) => (Some(name.clone()), false),
            (Entry::Absent, Representation::Text { .. }, Some(RawCode::Text(code)), _) => (Some(code.clone()), true),
            (Entry::Absent, _, _, Entry::Given(variant)) => {
                let name = At { value: variant.value.to_snake_case(), span: variant.span.clone() };
                (Some(name), true)
            }
            (Entry::Faulty, ..) | (Entry::Absent, _, _, Entry::Faulty) => (None, false),
            (Entry::Absent, representation, _, Entry::Absent) => {
                // In a text table a code would do, and that it is missing has been reported.
                if let Representation::Integer(_) = representation {
                    let fault = Fault::new(&row.span, "missing key `name` in a row").label("has no `name`");
                    let help = "add `name = …` as the service sends it, or `variant = …` if the service sends none";
                    self.fault(fault.help(help).missing_here());
                }
                (None, false)
            }
        }
    }
}

/// The codes of a text table.
fn text_codes(rows: &[RawRow], representation: Representation) -> HashMap<String, Span> {
    let Representation::Text { .. } = representation else { return HashMap::new() };
    let mut codes = HashMap::with_capacity(rows.len());
    for row in rows {
        if let Some(RawCode::Text(code)) = &row.code {
            codes.insert(code.value.clone(), code.span.clone());
        }
    }
    codes
}

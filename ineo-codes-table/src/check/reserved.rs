//! Codes and names that no row may have.

use std::collections::HashMap;

use super::Checks;
use super::code_sets::CodeSet;
use crate::document::{RawCode, Text};
use crate::fault::Fault;
use crate::model::{Code, Codes, Representation};
use crate::source::Span;
use crate::text::quoted;

/// What no row may have.
pub(super) struct Reserved {
    pub(super) codes: Vec<CodeSet>,
    pub(super) names: Vec<Text>,
}

impl Checks<'_> {
    /// Reports a code and names that are reserved.
    pub(super) fn check_reserved(&self, code: &Code, place: Option<&RawCode>, names: &[Text], reserved: &Reserved) {
        let set = reserved.codes.iter().find(|set| match (&set.codes, code) {
            (Codes::Range { from, to }, Code::Integer(number)) => (from..=to).contains(&number),
            (Codes::Text(text), Code::Text(code)) => text == code,
            _ => false,
        });
        if let (Some(set), Some(place)) = (set, place) {
            let fault = Fault::new(place.span(), format!("the code {} is reserved", self.written(place.span())));
            let fault = fault.label("used here").second(&set.span, "reserved here");
            self.fault(
                fault.help(
                    "give the row another code: a reserved one was in use, and would be mistaken for the old one",
                ),
            );
        }
        for name in names {
            self.check_reserved_name(name, reserved);
        }
    }

    fn check_reserved_name(&self, name: &Text, reserved: &Reserved) -> bool {
        let Some(first) = reserved.names.iter().find(|reserved| reserved.value == name.value) else { return true };
        let fault = Fault::new(&name.span, format!("the name {} is reserved", quoted(&name.value)));
        let fault = fault.label("used here").second(&first.span, "reserved here");
        self.fault(fault.help("use another name: a reserved one was in use, and would be mistaken for the old one"));
        false
    }

    /// Whether a range may have this name, which no row has.
    pub(super) fn check_range_name(
        &self,
        name: &Text,
        rows: &HashMap<String, Span>,
        reserved: &Reserved,
        representation: Representation,
    ) -> bool {
        if let Some(row) = rows.get(&name.value) {
            let fault = Fault::new(&name.span, format!("the name {} is that of a row", quoted(&name.value)));
            let fault = fault.label("names unlisted codes").second(row, "names a listed code");
            self.fault(fault.help("give the range another name"));
            return false;
        }
        let (_, is_sound) = self.names(Some(name), false, &[], representation);
        is_sound && self.check_reserved_name(name, reserved)
    }
}

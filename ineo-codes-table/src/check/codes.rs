//! The representation of codes, and the code of each row.

use std::collections::{HashMap, hash_map};

use super::Checks;
use crate::document::{Entry, Integer, Text};
use crate::fault::{Fault, Span};
use crate::model::{Representation, Row};
use crate::suggest::did_you_mean;
use crate::text::{listed, quoted};

impl Checks<'_> {
    pub(super) fn representation(&self, repr: Entry<Text>) -> Representation {
        match repr {
            Entry::Absent => return Representation::U16,
            Entry::Faulty => {}
            Entry::Given(repr) => {
                let known = Representation::ALL.map(|representation| representation.name);
                if let Some(representation) = Representation::ALL.iter().find(|known| known.name == repr.value) {
                    return *representation;
                }
                let fault = Fault::new(&repr.span, format!("{} is no representation of codes", quoted(&repr.value)));
                let label = did_you_mean(&repr.value, known).unwrap_or_default();
                self.fault(fault.label(label).help(format!("use one of {}", listed(known.into_iter()))));
            }
        }
        self.fitting().unwrap_or(Representation::ALL[3])
    }

    /// The first representation that holds all codes of the table.
    pub(super) fn fitting(&self) -> Option<Representation> {
        let (min, max) = self.extent;
        Representation::ALL
            .into_iter()
            .find(|representation| representation.contains(min) && representation.contains(max))
    }

    pub(super) fn code(
        &self,
        code: Option<&Integer>,
        representation: Representation,
        codes: &mut HashMap<i128, Span>,
    ) -> Code {
        let Some(code) = code else { return Code::Unknown };
        if !representation.contains(code.value) {
            self.fault(self.outside_of(representation, code));
            return Code::Unknown;
        }
        match codes.entry(code.value) {
            hash_map::Entry::Vacant(vacant) => {
                vacant.insert(code.span.clone());
                Code::Known(code.value)
            }
            hash_map::Entry::Occupied(first) => {
                let fault = Fault::new(&code.span, format!("the code `{}` is given twice", code.value));
                let fault = fault.label("given again").second(first.get(), "first given here");
                self.fault(fault.help("a code has one row; other names that are sent for it go into its `aliases`"));
                Code::Repeated
            }
        }
    }

    pub(super) fn outside_of(&self, representation: Representation, code: &Integer) -> Fault {
        let (min, max) = (representation.min(), representation.max());
        let title = format!("the code {} lies outside of `{}`", self.written(code), representation.name);
        let help = match self.fitting() {
            Some(fitting) => {
                format!("mend the code, or set `repr = \"{}\"` in `[table]`, which holds all codes", fitting.name)
            }
            None => "mend the code".to_owned(),
        };
        Fault::new(&code.span, title).label(format!("not from {min} to {max}")).help(help)
    }

    /// A number as the file has it.
    pub(super) fn written(&self, number: &Integer) -> String {
        quoted(self.source.text().get(number.span.clone()).unwrap_or_default())
    }
}

/// What could be told of a row's code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Code {
    Known(i128),
    Repeated,
    Unknown,
}

/// Gives each row without a valid code one that no row has: the build fails with the faults, and until then the
/// variants are to be there.
pub(super) fn stand_in_codes(
    rows: Vec<(Code, Row)>,
    taken: &HashMap<i128, Span>,
    representation: Representation,
) -> Vec<Row> {
    let known = |code: &Code| if let Code::Known(code) = code { Some(*code) } else { None };
    let mut free = (representation.min()..=representation.max()).filter(|code| !taken.contains_key(code));
    rows.into_iter()
        .filter_map(|(code, row)| Some(Row { code: known(&code).or_else(|| free.next())?, ..row }))
        .collect()
}

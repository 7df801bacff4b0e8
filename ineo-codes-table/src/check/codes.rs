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
                if let Some(representation) = Representation::ALL.iter().find(|known| known.name == repr.value) {
                    return *representation;
                }
                let fault = Fault::new(&repr.span, format!("{} is not a type of codes", quoted(&repr.value)));
                let (min, max) = self.extent;
                let fits = |known: &&Representation| known.contains(min) && known.contains(max);
                let fitting: Vec<&str> = Representation::ALL.iter().filter(fits).map(|known| known.name).collect();
                let all: Vec<&str> = Representation::ALL.iter().map(|known| known.name).collect();
                let usable = if fitting.is_empty() { all } else { fitting };
                let label = did_you_mean(&repr.value, usable.iter().copied()).unwrap_or_default();
                self.fault(fault.label(label).help(format!("use one of {}", listed(usable.into_iter()))));
            }
        }
        self.fitting(Representation::U16).unwrap_or(Representation::ALL[3])
    }

    /// The smallest representation that holds all codes of the table: of at least 16 bits, since tables grow, and
    /// signed like `given` if that is possible.
    pub(super) fn fitting(&self, given: Representation) -> Option<Representation> {
        let (min, max) = self.extent;
        let fits = |known: &Representation| known.bits >= 16 && known.contains(min) && known.contains(max);
        let fitting = || Representation::ALL.into_iter().filter(fits);
        fitting().find(|known| known.signed == given.signed).or_else(|| fitting().next())
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
                let fault = Fault::new(&code.span, format!("the code {} is given twice", self.written(code)));
                let fault = fault.label("given again").second(first.get(), "first given here");
                self.fault(
                    fault.help("remove one of the rows; another name that is sent for the code goes into `aliases`"),
                );
                Code::Repeated
            }
        }
    }

    pub(super) fn outside_of(&self, representation: Representation, code: &Integer) -> Fault {
        let (min, max) = (representation.min(), representation.max());
        let title = format!("the code {} does not fit into `{}`", self.written(code), representation.name);
        let help = match self.fitting(representation) {
            Some(fitting) => {
                format!("fix the code, or set `repr = \"{}\"` in `[table]`: it holds all codes", fitting.name)
            }
            None => "fix the code: no integer type holds all codes of the table".to_owned(),
        };
        let fault = Fault::new(&code.span, title).label(format!("not from {min} to {max}")).help(help);
        fault.grouped("outside of the representation")
    }

    /// A number as it is written in the file, quoted.
    pub(super) fn written(&self, number: &Integer) -> String {
        quoted(self.as_written(number))
    }

    /// A number as it is written in the file.
    pub(super) fn as_written(&self, number: &Integer) -> &str {
        self.source.text().get(number.span.clone()).unwrap_or_default()
    }
}

/// The code of a row, if it could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Code {
    Known(i128),
    Repeated,
    Unknown,
}

/// Gives each row without a valid code one that no row has, so that its variant exists: the build fails anyway.
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

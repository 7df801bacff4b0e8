//! Names that would be read as codes.

use std::collections::HashMap;

use super::Checks;
use super::names::{Names, Use};
use super::numbers::{Number, number};
use crate::document::{RawCode, Text};
use crate::fault::Fault;
use crate::model::{Code, Representation, Row};
use crate::source::Span;
use crate::text::quoted;

impl Checks<'_> {
    /// Whether none of a row's names is the code of another row, by which it would be read.
    pub(super) fn check_other_codes(
        &self,
        names: &[Text],
        own: Option<&RawCode>,
        codes: &HashMap<String, Span>,
    ) -> bool {
        let mut are_sound = true;
        for name in names {
            let is_own = matches!(own, Some(RawCode::Text(code)) if code.value == name.value);
            if let (false, Some(code)) = (is_own, codes.get(&name.value)) {
                let fault =
                    Fault::new(&name.span, format!("the name {} is the code of another row", quoted(&name.value)));
                let fault = fault.label("would be read as that code").second(code, "the code");
                self.fault(fault.help("give the row another name"));
                are_sound = false;
            }
        }
        are_sound
    }

    /// Reports names that are what some code is shown as: its number, a blank, and one of its names.
    pub(super) fn displayed_names(&self, names: &Names, rows: &[Row], representation: Representation) {
        let Representation::Integer(integer) = representation else { return };
        let shown_as = |name| {
            let (digits, words): (&str, &str) = str::split_once(name, ' ')?;
            let bits = match number(digits)? {
                Number::Decimal => digits.parse().ok().filter(|code| integer.contains(*code))?,
                Number::Hexadecimal => {
                    i128::from_str_radix(&digits[2..], 16).ok().filter(|bits| bits >> integer.bits == 0)?
                }
            };
            Some((integer.bits_of(bits), words))
        };
        let mut displayed = Vec::new();
        for used in &names.uses {
            if let Some((bits, words)) = shown_as(&used.name) {
                displayed.push((bits, words, used));
            }
        }
        if displayed.is_empty() {
            return;
        }
        let bits_of = |row: &Row| match row.code {
            Code::Integer(number) => integer.bits_of(number),
            Code::Text(_) => 0,
        };
        let mut positions: HashMap<String, usize> = HashMap::with_capacity(rows.len());
        for (at, row) in rows.iter().enumerate() {
            positions.insert(bits_of(row).to_string(), at);
        }
        for (bits, words, Use { name, first, .. }) in displayed {
            let row = positions.get(&bits.to_string()).map(|at| &rows[*at]);
            let Some(row) = row.filter(|row| row.names.iter().any(|own| own == words)) else { continue };
            let title = format!("the name {} is what the code `{}` is shown as", quoted(name), row.code);
            let fault = Fault::new(first, title).label("would be read as that code");
            self.fault(fault.help("name the code in words; its number is `code`"));
        }
    }
}

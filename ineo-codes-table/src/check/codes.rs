//! The code of each row.

use std::collections::HashMap;

use super::Checks;
use super::code_type::CodeType;
use crate::document::{Integer, RawCode, Text};
use crate::fault::Fault;
use crate::model::{Code, IntegerType, Representation, Row};
use crate::source::Span;
use crate::text::{is_invisible, is_plain, quoted};

/// The code of a row, as far as it could be read.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum RowCode {
    Known(Code),
    Repeated,
    Unknown,
}

impl Checks<'_> {
    pub(super) fn code(
        &self,
        code: Option<&RawCode>,
        code_type: CodeType,
        codes: &mut HashMap<String, Span>,
    ) -> RowCode {
        let (known, span) = match (code, code_type.representation) {
            (Some(RawCode::Integer(number)), Representation::Integer(integer)) => {
                let Some(known) = self.in_type(number, integer) else {
                    self.fault(self.outside_of(code_type, number));
                    return RowCode::Unknown;
                };
                (Code::Integer(known), &number.span)
            }
            (Some(RawCode::Text(text)), Representation::Text { .. }) if self.check_text_code(text, code_type) => {
                (Code::Text(text.value.clone()), &text.span)
            }
            _ => return RowCode::Unknown,
        };
        let text = known.to_string();
        if let Some(first) = codes.get(&text) {
            let fault = Fault::new(span, format!("the code {} is given twice", self.written(span)));
            let fault = fault.label("given again").second(first, "first given here");
            let help = "remove one of the rows; another name that is sent for the code goes into `aliases`";
            self.fault(fault.help(help));
            return RowCode::Repeated;
        }
        codes.insert(text, span.clone());
        RowCode::Known(known)
    }

    /// Whether a text can be a code, or the beginning of one.
    pub(super) fn check_text_code(&self, text: &Text, code_type: CodeType) -> bool {
        let Representation::Text { max_length } = code_type.representation else { return false };
        let code = text.value.as_str();
        let fault = if code.is_empty() {
            Fault::new(&text.span, "the code is empty")
                .label("says nothing")
                .help("write the code as the service sends it")
        } else if code.trim() != code {
            let fault = Fault::new(&text.span, format!("the code {} is padded with blanks", quoted(code)));
            fault.label("blanks at an end").help("write the code without them")
        } else if let Some(odd) =
            code.chars().find(|c| c.is_control()).or_else(|| code.chars().find(|c| is_invisible(*c)))
        {
            let title = format!("the code holds the character {}, which nobody sees", odd.escape_unicode());
            Fault::new(&text.span, title).label("looks like another code").help("write the code without it")
        } else if !is_plain(code) {
            let fault = Fault::new(&text.span, "the code holds a character that changes the reading direction");
            fault.label("looks like another code").help("write the code without it")
        } else if code.len() > max_length {
            let title = format!("the code {} is longer than `max-length`", quoted(code));
            let fault =
                Fault::new(&text.span, title).label(format!("has {} bytes, not {max_length} at most", code.len()));
            fault.help(format!(
                "fix the code, or set `max-length = {}` in `[table]`, which changes the enum's type",
                code.len()
            ))
        } else {
            return true;
        };
        self.fault(fault);
        false
    }

    /// A number as a code or value of this type. In a signed type, a number written `0x…` is its bits.
    pub(super) fn in_type(&self, number: &Integer, integer: IntegerType) -> Option<i128> {
        let value = number.value;
        if integer.contains(value) {
            return Some(value);
        }
        let is_bits = integer.is_signed
            && (0..1 << integer.bits).contains(&value)
            && self.source.text().get(number.span.clone()).is_some_and(|written| written.starts_with("0x"));
        is_bits.then(|| value - (1 << integer.bits))
    }

    pub(super) fn outside_of(&self, code_type: CodeType, code: &Integer) -> Fault {
        let Representation::Integer(integer) = code_type.representation else {
            return Fault::new(&code.span, "the codes of this table are texts").help("write the code in quotes");
        };
        let title = format!("the code {} does not fit into `{}`", self.written(&code.span), integer.name);
        let help = match code_type.fitting(integer) {
            Some(fitting) => {
                format!("fix the code, or set `repr = \"{}\"` in `[table]`: it holds all codes", fitting.name)
            }
            None => "fix the code: no integer type holds all codes of the table".to_owned(),
        };
        let fault = Fault::new(&code.span, title).label(format!("not from {} to {}", integer.min(), integer.max()));
        fault.help(help).grouped("outside of the representation")
    }

    pub(super) fn inverted(&self, from: &Integer, to: &Integer, span: &Span) -> Fault {
        let [first, last] = [from, to].map(|end| self.as_written(&end.span));
        let fault = Fault::new(span, format!("the range from `{first}` to `{last}` is inverted"));
        fault.label("contains no code").help(format!("swap the ends: `from = {last}, to = {first}`"))
    }

    /// A value as it is written in the file, quoted.
    pub(super) fn written(&self, span: &Span) -> String {
        quoted(self.as_written(span))
    }

    /// A value as it is written in the file.
    pub(super) fn as_written(&self, span: &Span) -> &str {
        self.source.text().get(span.clone()).unwrap_or_default()
    }
}

/// Gives each row without a sound code one that no row has. The build fails with the faults; until then the variants exist.
pub(super) fn stand_in_codes(
    rows: Vec<(RowCode, Row)>,
    taken: &HashMap<String, Span>,
    representation: Representation,
) -> Vec<Row> {
    let mut number = match representation {
        Representation::Integer(integer) => integer.min(),
        Representation::Text { .. } => 0,
    };
    let mut next_free = || loop {
        let code = match representation {
            Representation::Integer(integer) => integer.contains(number).then_some(Code::Integer(number)),
            Representation::Text { max_length } => {
                let text = format!("{number:X}");
                (text.len() <= max_length).then_some(Code::Text(text))
            }
        }?;
        number += 1;
        if !taken.contains_key(&code.to_string()) {
            return Some(code);
        }
    };
    rows.into_iter()
        .filter_map(|(code, row)| {
            let code = if let RowCode::Known(code) = code { code } else { next_free()? };
            Some(Row { code, ..row })
        })
        .collect()
}

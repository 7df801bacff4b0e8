//! The type of codes, and how they are shown.

use super::Checks;
use crate::document::{Entry, Header, Integer, RawCode, RawRow, RawUnrecognized, Text};
use crate::fault::Fault;
use crate::integer;
use crate::model::{IntegerType, Radix, Representation};
use crate::suggest::did_you_mean;
use crate::text::{listed, quoted};

/// The type of a table's codes, and how they are shown.
#[derive(Clone, Copy)]
pub(super) struct CodeType {
    pub(super) representation: Representation,
    pub(super) radix: Radix,
    /// Whether the table's own word for the type could be read. Otherwise codes of another type are not to blame.
    pub(super) is_known: bool,
    /// The smallest and the largest number in the table.
    extent: (i128, i128),
}

const MOST_BYTES: i128 = 255;

impl Checks<'_> {
    pub(super) fn code_type(
        &self,
        header: &Header,
        rows: &[RawRow],
        unrecognized: &Entry<RawUnrecognized>,
    ) -> CodeType {
        let ranges = match unrecognized {
            Entry::Given(unrecognized) => unrecognized.ranges.as_slice(),
            _ => &[],
        };
        let mut numbers: Vec<i128> = Vec::with_capacity(rows.len());
        for row in rows {
            if let Some(RawCode::Integer(code)) = &row.code {
                numbers.push(code.value);
            }
        }
        for range in ranges {
            for end in [&range.from, &range.to] {
                if let Entry::Given(end) = end {
                    numbers.push(end.value);
                }
            }
        }
        let extent = (numbers.iter().copied().min().unwrap_or(0), numbers.iter().copied().max().unwrap_or(0));
        let repr = match &header.repr {
            Entry::Given(repr) => Some(repr),
            _ => None,
        };
        let mut code_type = CodeType {
            representation: Representation::Integer(IntegerType::U16),
            radix: Radix::Decimal,
            is_known: !matches!(header.repr, Entry::Faulty),
            extent,
        };
        match repr {
            Some(repr) if repr.value == "text" => {
                let max_length = self.max_length(&header.max_length, repr, longest_text(rows));
                code_type.representation = Representation::Text { max_length };
            }
            _ => {
                if let Some(integer) =
                    repr.and_then(|repr| IntegerType::ALL.iter().find(|known| known.name == repr.value))
                {
                    code_type.representation = Representation::Integer(*integer);
                } else if let Some(repr) = repr {
                    code_type.is_known = false;
                    self.report_unknown_type(repr, code_type);
                }
                if !code_type.is_known {
                    code_type.representation =
                        Representation::Integer(code_type.fitting(IntegerType::U16).unwrap_or(IntegerType::U64));
                }
                if let (Entry::Given(max_length), true) = (&header.max_length, code_type.is_known) {
                    let fault = Fault::new(&max_length.span, "`max-length` is for codes that are texts");
                    let fault = fault.label("the codes of this table are integers");
                    self.fault(fault.help("remove it, or set `repr = \"text\"`"));
                }
            }
        }
        code_type.radix = self.radix(&header.radix, repr, code_type.representation);
        self.check_kinds(rows, code_type);
        code_type
    }

    fn report_unknown_type(&self, repr: &Text, code_type: CodeType) {
        let mut usable: Vec<IntegerType> = IntegerType::ALL.to_vec();
        usable.retain(|known| code_type.fits(*known));
        let mut usable: Vec<&str> = names(if usable.is_empty() { &IntegerType::ALL } else { &usable });
        usable.push("text");
        let fault = Fault::new(&repr.span, format!("{} is not a type of codes", quoted(&repr.value)));
        let label = did_you_mean(&repr.value, &usable).unwrap_or_default();
        self.fault(fault.label(label).help(format!("use one of {}", listed(&usable))));
    }

    fn max_length(&self, max_length: &Entry<Integer>, repr: &Text, longest: usize) -> usize {
        match max_length {
            Entry::Given(given) => {
                if let Ok(length @ 1..=255) = usize::try_from(given.value) {
                    return length;
                }
                let fault = Fault::new(&given.span, format!("{} is not a length", self.written(&given.span)));
                let fault = fault.label(format!("not from 1 to {MOST_BYTES}"));
                self.fault(fault.help("write the most bytes that a code of the service may have"));
            }
            Entry::Absent => {
                let fault = Fault::new(&repr.span, "`repr = \"text\"` needs `max-length`");
                let fault = fault.label("how long may a code be?");
                let help = format!(
                    "add `max-length = {longest}`, or more if the service may send longer codes: it is the most bytes of a \
                     code, and part of the enum's type"
                );
                self.fault(fault.help(help).missing_here());
            }
            Entry::Faulty => {}
        }
        longest
    }

    fn radix(&self, radix: &Entry<Integer>, repr: Option<&Text>, representation: Representation) -> Radix {
        let Entry::Given(radix) = radix else { return Radix::Decimal };
        match (radix.value, representation, repr) {
            (10, Representation::Integer(_), _) => Radix::Decimal,
            (16, Representation::Integer(_), _) => Radix::Hexadecimal,
            (_, Representation::Text { .. }, Some(repr)) => {
                let fault = Fault::new(&radix.span, "`radix` is for codes that are integers").label("has no effect");
                self.fault(fault.second(&repr.span, "the codes are texts").help("remove it"));
                Radix::Decimal
            }
            _ => {
                let fault = Fault::new(&radix.span, format!("{} is not a radix", self.written(&radix.span)));
                self.fault(fault.label("not 10 or 16").help("write 10 or 16, or remove the key for 10"));
                Radix::Decimal
            }
        }
    }

    /// Reports codes of the wrong kind.
    fn check_kinds(&self, rows: &[RawRow], code_type: CodeType) {
        let is_text = matches!(code_type.representation, Representation::Text { .. });
        let codes = rows.iter().filter_map(|row| row.code.as_ref());
        let longest = longest_if_texts(rows);
        for code in codes.filter(|code| matches!(code, RawCode::Text(_)) != is_text && code_type.is_known) {
            let (title, label, help) = match code {
                RawCode::Text(text) => {
                    ("`code` must be an integer", "this is a text", help_for_text(&text.value, longest))
                }
                RawCode::Integer(number) => {
                    let help = format!("put it in quotes, `\"{}\"`", self.as_written(&number.span));
                    ("`code` must be a text", "this is an integer", help)
                }
            };
            self.fault(Fault::new(code.span(), title).label(label).help(help).grouped(title));
        }
    }
}

impl CodeType {
    /// The smallest integer type that holds all numbers of the table: of at least 16 bits, since tables grow, and signed
    /// like `given` if that is possible.
    pub(super) fn fitting(self, given: IntegerType) -> Option<IntegerType> {
        let fits = |known: &IntegerType| known.bits >= 16 && self.fits(*known);
        let fitting = || IntegerType::ALL.into_iter().filter(fits);
        fitting().find(|known| known.is_signed == given.is_signed).or_else(|| fitting().next())
    }

    /// Whether the type holds all numbers of the table.
    fn fits(self, integer: IntegerType) -> bool {
        let (min, max) = self.extent;
        integer.contains(min) && integer.contains(max)
    }
}

fn names(types: &[IntegerType]) -> Vec<&'static str> {
    types.iter().map(|integer| integer.name).collect()
}

/// The length in bytes of the longest code, as a stand-in for `max-length`.
fn longest_text(rows: &[RawRow]) -> usize {
    texts(rows).map(str::len).max().unwrap_or(1).clamp(1, 255)
}

fn texts(rows: &[RawRow]) -> impl Iterator<Item = &str> {
    rows.iter().filter_map(|row| match &row.code {
        Some(RawCode::Text(code)) => Some(code.value.as_str()),
        _ => None,
    })
}

/// The length of the longest code, if all may be meant as texts: it only takes one that can't be an integer.
fn longest_if_texts(rows: &[RawRow]) -> Option<usize> {
    texts(rows).any(is_more_than_a_number).then(|| longest_text(rows))
}

/// What to do about a text in a table of integers.
fn help_for_text(text: &str, longest: Option<usize>) -> String {
    let help = integer::help_for_text(text);
    let Some(longest) = longest else { return help };
    format!("{help}; if the service's codes are texts, set `repr = \"text\"` and `max-length = {longest}` in `[table]`")
}

/// Whether a text is not a number, or has zeros in front, which may mean something.
fn is_more_than_a_number(text: &str) -> bool {
    let digits = text.trim().trim_start_matches(['+', '-']);
    let has_zeros = digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
    has_zeros || integer::meant(text).is_none()
}

//! Sets of codes: what a category lists, and what is reserved.

use std::collections::HashMap;

use super::Checks;
use super::code_type::CodeType;
use super::ranges::Ranges;
use crate::document::{RawCode, RawCodes};
use crate::fault::Fault;
use crate::model::{Code, Codes, Representation};
use crate::source::Span;

/// Some codes, and where the table lists them.
pub(super) struct CodeSet {
    pub(super) codes: Codes,
    pub(super) span: Span,
}

/// For some of the codes of a table an owner, which is a number.
#[derive(Default)]
pub(super) struct Owners {
    /// What has been inserted: the owner of the codes, and where they were listed.
    entries: Vec<(usize, Span)>,
    /// The entry of each range of numbers.
    ranges: Ranges,
    /// The entry of each prefix.
    prefixes: HashMap<String, usize>,
    /// In bytes.
    longest_prefix: usize,
}

impl Owners {
    /// Gives these codes an owner. If one of them has an owner already, the error says which, and where it was listed.
    pub(super) fn insert(&mut self, codes: &Codes, owner: usize, span: Span) -> Result<(), (usize, Span)> {
        let entry = self.entries.len();
        let taken = match codes {
            Codes::Range { from, to } => self.ranges.insert(*from, *to, entry).err(),
            Codes::Prefix(text) | Codes::Text(text) => {
                let first = self.prefixes.get(text).copied();
                if first.is_none() {
                    self.longest_prefix = self.longest_prefix.max(text.len());
                    self.prefixes.insert(text.clone(), entry);
                }
                first
            }
        };
        if let Some(first) = taken {
            return Err(self.entries[first].clone());
        }
        self.entries.push((owner, span));
        Ok(())
    }

    /// The owner of a number, or of the longest prefix of a text.
    pub(super) fn of(&self, code: &Code) -> Option<usize> {
        match code {
            Code::Integer(number) => self.ranges.get(*number).map(|entry| self.entries[entry].0),
            Code::Text(text) => self.entry(text, text.len()).map(|(owner, _)| *owner),
        }
    }

    /// The owner of the longest prefix of a text that is shorter than the text, and where it was listed.
    pub(super) fn around(&self, text: &str) -> Option<&(usize, Span)> {
        self.entry(text, text.len().checked_sub(1)?)
    }

    /// The owner of the longest prefix of a text that has at most `longest` bytes, and where it was listed.
    pub(super) fn entry(&self, text: &str, longest: usize) -> Option<&(usize, Span)> {
        for end in (0..=longest.min(self.longest_prefix)).rev() {
            if let Some(entry) = text.get(..end).and_then(|prefix| self.prefixes.get(prefix)) {
                return Some(&self.entries[*entry]);
            }
        }
        None
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(super) fn bounds(&self) -> Vec<i128> {
        self.ranges.bounds()
    }

    /// The prefixes that have an owner, in no order, and where each was listed.
    pub(super) fn prefixes(&self) -> Vec<(&str, &Span)> {
        self.prefixes.iter().map(|(prefix, entry)| (prefix.as_str(), &self.entries[*entry].1)).collect()
    }
}

impl Checks<'_> {
    /// The sound ones of these sets. `of_text` says what a text stands for: for itself, or for all codes that begin with it.
    pub(super) fn code_sets(
        &self,
        sets: Vec<RawCodes>,
        code_type: CodeType,
        of_text: fn(String) -> Codes,
    ) -> Vec<CodeSet> {
        sets.into_iter().filter_map(|set| self.code_set(set, code_type, of_text)).collect()
    }

    fn code_set(&self, set: RawCodes, code_type: CodeType, of_text: fn(String) -> Codes) -> Option<CodeSet> {
        let (from, to, span) = match set {
            RawCodes::Range { from, to, span } => (RawCode::Integer(from), RawCode::Integer(to), span),
            RawCodes::One(code) => (code.clone(), code.clone(), code.span().clone()),
        };
        let codes = match (code_type.representation, from, to) {
            (Representation::Text { .. }, RawCode::Text(text), _) => {
                if !self.check_text_code(&text, code_type) {
                    return None;
                }
                of_text(text.value)
            }
            (Representation::Integer(integer), RawCode::Integer(from), RawCode::Integer(to)) => {
                let ends = [&from, &to].map(|end| self.in_type(end, integer));
                let [Some(first), Some(last)] = ends else {
                    let end = if ends[0].is_none() { &from } else { &to };
                    self.fault(self.outside_of(code_type, end));
                    return None;
                };
                if first > last {
                    self.fault(self.inverted(&from, &to, &span));
                    return None;
                }
                Codes::Range { from: first, to: last }
            }
            (Representation::Text { .. }, ..) => {
                let fault = Fault::new(&span, "the codes of this table are texts").label("this is not a text");
                self.fault(fault.help("write codes in quotes; a text stands for all codes that begin with it"));
                return None;
            }
            (Representation::Integer(_), code, _) => {
                if code_type.is_known {
                    let fault = Fault::new(&span, format!("{} is not an integer", self.written(code.span())));
                    self.fault(fault.label("the codes of this table are integers").help("write the code as a number"));
                }
                return None;
            }
        };
        Some(CodeSet { codes, span })
    }

    /// Reports codes that are in two sets.
    pub(super) fn overlap(&self, set: &CodeSet, title: &str, other: &Span) {
        let fault = Fault::new(&set.span, title).label("listed again").second(other, "first listed here");
        self.fault(fault.help("list each code once"));
    }
}

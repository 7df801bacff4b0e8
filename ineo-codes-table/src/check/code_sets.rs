//! Sets of codes: what a category lists, and what is reserved.

use std::collections::HashMap;

use super::Checks;
use super::codes::CodeType;
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

/// For some of the codes of a table, an owner.
pub(super) struct Owners<T> {
    ranges: Ranges<(T, Span)>,
    prefixes: HashMap<String, (T, Span)>,
    /// In bytes.
    longest_prefix: usize,
}

impl<T> Default for Owners<T> {
    fn default() -> Self {
        Self { ranges: Ranges::default(), prefixes: HashMap::new(), longest_prefix: 0 }
    }
}

impl<T: Clone> Owners<T> {
    /// Gives these codes an owner. If one of them has an owner already, the error says which, and where it was listed.
    pub(super) fn insert(&mut self, codes: &Codes, owner: T, span: Span) -> Result<(), (T, Span)> {
        match codes {
            Codes::Range { from, to } => self.ranges.insert(*from, *to, (owner, span)).map_err(Clone::clone),
            Codes::Prefix(text) | Codes::Text(text) => {
                if let Some(first) = self.prefixes.get(text) {
                    return Err(first.clone());
                }
                self.longest_prefix = self.longest_prefix.max(text.len());
                self.prefixes.insert(text.clone(), (owner, span));
                Ok(())
            }
        }
    }

    /// The owner of a number, or of the longest prefix of a text.
    pub(super) fn of(&self, code: &Code) -> Option<&T> {
        match code {
            Code::Integer(number) => self.ranges.get(*number).map(|(owner, _)| owner),
            Code::Text(text) => self.entry(text, text.len()).map(|(owner, _)| owner),
        }
    }

    /// The owner of the longest prefix of a text that is shorter than the text, and where it was listed.
    pub(super) fn around(&self, text: &str) -> Option<&(T, Span)> {
        self.entry(text, text.len().checked_sub(1)?)
    }

    /// The owner of the longest prefix of a text that has at most `longest` bytes, and where it was listed.
    pub(super) fn entry(&self, text: &str, longest: usize) -> Option<&(T, Span)> {
        let mut prefixes = (0..=longest.min(self.longest_prefix)).rev().filter_map(|end| text.get(..end));
        prefixes.find_map(|prefix| self.prefixes.get(prefix))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.prefixes.is_empty() && self.ranges.is_empty()
    }

    pub(super) fn bounds(&self) -> impl Iterator<Item = i128> {
        self.ranges.bounds()
    }

    /// The prefixes that have an owner, in no order, and where each was listed.
    pub(super) fn prefixes(&self) -> impl Iterator<Item = (&String, &Span)> {
        self.prefixes.iter().map(|(prefix, (_, span))| (prefix, span))
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

//! The keys of one TOML table, taken one by one; each fault is reported once.

use std::num::IntErrorKind;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::document::{Array, At, Entry, Integer, RawCode, RawCodes, Text, Texts};
use crate::fault::Fault;
use crate::faults::Faults;
use crate::integer;
use crate::order::order;
use crate::source::Span;
use crate::suggest::likely;
use crate::text::{listed, quoted, with_line_feeds};

type Pair<'d> = (&'d Spanned<DeString<'d>>, &'d Spanned<DeValue<'d>>);

/// The keys in the order of the file; the parser's own order is by key.
fn in_order<'d>(table: &'d DeTable<'d>) -> Vec<Pair<'d>> {
    let (mut keys, mut starts) = (Vec::with_capacity(table.len()), Vec::with_capacity(table.len()));
    for (key, value) in table {
        keys.push((key, value));
        starts.push(key.span().start as i128);
    }
    let mut ordered = Vec::with_capacity(keys.len());
    for at in order(&starts) {
        ordered.push(keys[at]);
    }
    ordered
}

/// The keys of one TOML table that have not been read yet.
pub(crate) struct Keys<'d> {
    /// What the table is, for messages: "a row".
    owner: &'static str,
    pub(crate) span: Span,
    left: Vec<Pair<'d>>,
    /// The keys for which unknown ones were likely meant.
    meant: Vec<String>,
    faults: &'d Faults<'d>,
}

impl<'d> Keys<'d> {
    pub(crate) fn of_file(root: &'d DeTable<'d>, faults: &'d Faults<'d>) -> Self {
        Self { owner: "the file", span: 0..0, left: in_order(root), meant: Vec::new(), faults }
    }

    /// The keys of a table that is missing.
    pub(crate) fn none(faults: &'d Faults<'d>) -> Self {
        Self { owner: "", span: 0..0, left: Vec::new(), meant: Vec::new(), faults }
    }

    pub(crate) fn fault(&self, fault: Fault) {
        self.faults.push(fault);
    }

    pub(crate) fn value(&self, key: &str) -> Option<&'d DeValue<'d>> {
        self.left.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value.get_ref())
    }

    pub(crate) fn remove(&mut self, key: &str) -> Option<Pair<'d>> {
        let at = self.left.iter().position(|(name, _)| name.get_ref() == key)?;
        Some(self.left.remove(at))
    }

    pub(crate) fn take(&mut self, key: &str) -> Entry<Pair<'d>> {
        match self.remove(key) {
            Some(pair) => Entry::Given(pair),
            None if self.meant.iter().any(|meant| meant == key) => Entry::Faulty,
            None => Entry::Absent,
        }
    }

    pub(crate) fn take_all(&mut self) -> Vec<(Text, &'d Spanned<DeValue<'d>>)> {
        let text = |key: &Spanned<DeString<'_>>| At { value: key.get_ref().to_string(), span: key.span() };
        self.left.drain(..).map(|(key, value)| (text(key), value)).collect()
    }

    /// Removes all keys that are other than these, which are all that the table may have, and reports each. Whether
    /// there were any.
    pub(crate) fn report_unknown(&mut self, known: &[&str]) -> bool {
        let is_known = |pair: &Pair<'_>| known.iter().any(|known| pair.0.get_ref() == known);
        if self.left.iter().all(is_known) {
            return false;
        }
        let (left, unknown) = std::mem::take(&mut self.left).into_iter().partition(is_known);
        self.left = left;
        for (key, _) in &unknown {
            let name: &str = key.get_ref();
            let meant = likely(name, known);
            self.meant.extend(meant.map(str::to_owned));
            let fault = Fault::new(&key.span(), format!("unknown key {} in {}", quoted(name), self.owner));
            let label = meant.map(|meant| format!("did you mean {}?", quoted(meant))).unwrap_or_default();
            let (keys, are) = if known.len() == 1 { ("key", "is") } else { ("keys", "are") };
            let fault = fault.grouped(format!("unknown key {name} in {}", self.owner));
            self.fault(fault.label(label).help(format!("the {keys} of {} {are} {}", self.owner, listed(known))));
        }
        !unknown.is_empty()
    }

    /// Removes keys that stand before the first header, but belong behind one. What holds for the first holds for all of
    /// them. Whether there were any.
    pub(crate) fn misplaced(&mut self, names: &[&str], label: &str, help: &str) -> bool {
        let (misplaced, left): (Vec<_>, Vec<_>) = std::mem::take(&mut self.left)
            .into_iter()
            .partition(|(key, _)| names.iter().any(|name| key.get_ref() == name));
        self.left = left;
        if let Some((key, _)) = misplaced.first() {
            let fault = Fault::new(&key.span(), format!("the key {} is above the first header", quoted(key.get_ref())));
            self.fault(fault.label(label).help(help));
        }
        !misplaced.is_empty()
    }

    /// The keys of the table `value`; where it is none, a fault that asks for `wanted`. Without `known` it may have any
    /// keys.
    pub(crate) fn inner(
        &self,
        owner: &'static str,
        value: &'d Spanned<DeValue<'d>>,
        wanted: &str,
        known: Option<&[&str]>,
    ) -> Option<Keys<'d>> {
        let DeValue::Table(table) = value.get_ref() else {
            self.ill_typed(owner, value, wanted);
            return None;
        };
        let mut keys =
            Keys { owner, span: value.span(), left: in_order(table), meant: Vec::new(), faults: self.faults };
        if let Some(known) = known {
            keys.report_unknown(known);
        }
        Some(keys)
    }

    pub(crate) fn table(&mut self, key: &str, owner: &'static str, known: &[&str]) -> Entry<Keys<'d>> {
        self.take(key).and_then(|(_, value)| self.inner(owner, value, "a table", Some(known)))
    }

    pub(crate) fn tables(&mut self, key: &str, owner: &'static str, known: &[&str]) -> Entry<Vec<Keys<'d>>> {
        self.take(key).and_then(|(_, value)| {
            let DeValue::Array(array) = value.get_ref() else {
                self.ill_typed(&quoted(key), value, "an array of tables");
                return None;
            };
            Some(array.iter().filter_map(|table| self.inner(owner, table, "a table", Some(known))).collect())
        })
    }

    /// What a value is, in words.
    pub(crate) fn kind(value: &DeValue<'_>) -> &'static str {
        match value {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) => "an integer",
            DeValue::Float(_) => "a fraction",
            DeValue::Boolean(_) => "a boolean",
            DeValue::Datetime(_) => "a date or time",
            DeValue::Array(_) => "an array",
            DeValue::Table(_) => "a table",
        }
    }

    pub(crate) fn ill_typed(&self, what: &str, value: &Spanned<DeValue<'_>>, wanted: &str) {
        let found = Self::kind(value.get_ref());
        let help = match value.get_ref() {
            DeValue::String(text) if wanted == INTEGER => Some(integer::help_for_text(text)),
            DeValue::Float(number) if wanted == INTEGER => Some(integer::help_for_float(number.as_str())),
            DeValue::String(text) if wanted == BOOLEAN && matches!(text.as_ref(), "true" | "false") => {
                Some(format!("write `{text}`, without quotes"))
            }
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) if wanted == TEXT => {
                Some("put it in quotes".to_owned())
            }
            DeValue::String(_) if wanted.starts_with("an array of texts") => {
                Some("put it in brackets, `[…]`".to_owned())
            }
            _ => None,
        };
        let title = format!("{what} must be {wanted}");
        let fault = Fault::new(&value.span(), title.clone()).label(format!("this is {found}"));
        let fault = fault.grouped(format!("{title} {} {found}", self.owner));
        self.fault(match help {
            Some(help) => fault.help(help),
            None => fault,
        });
    }

    pub(crate) fn text_of(&self, what: &str, value: &Spanned<DeValue<'_>>) -> Option<Text> {
        if let DeValue::String(text) = value.get_ref() {
            return Some(At { value: with_line_feeds(text), span: value.span() });
        }
        self.ill_typed(what, value, TEXT);
        None
    }

    pub(crate) fn text(&mut self, key: &str) -> Entry<Text> {
        self.take(key).and_then(|(_, value)| self.text_of(&quoted(key), value))
    }

    pub(crate) fn texts(&mut self, key: &str) -> Entry<Texts> {
        self.take(key).and_then(|(_, value)| {
            let DeValue::Array(array) = value.get_ref() else {
                self.ill_typed(&quoted(key), value, "an array of texts");
                return None;
            };
            let all: Vec<Text> =
                array.iter().filter_map(|text| self.text_of(&format!("each of {}", quoted(key)), text)).collect();
            Some(Array { has_faulty: all.len() < array.len(), all, span: value.span() })
        })
    }

    /// A text, or an array of texts.
    pub(crate) fn text_or_texts(&mut self, key: &str) -> Vec<Text> {
        if let Some(DeValue::String(_)) = self.value(key) {
            return self.text(key).given().into_iter().collect();
        }
        self.texts(key).given().map(|texts| texts.all).unwrap_or_default()
    }

    pub(crate) fn boolean(&mut self, key: &str) -> Entry<At<bool>> {
        self.take(key).and_then(|(_, value)| {
            let DeValue::Boolean(is_so) = value.get_ref() else {
                self.ill_typed(&quoted(key), value, BOOLEAN);
                return None;
            };
            Some(At { value: *is_so, span: value.span() })
        })
    }

    pub(crate) fn integer(&mut self, key: &str) -> Entry<Integer> {
        self.take(key).and_then(|(_, value)| self.integer_of(&quoted(key), value))
    }

    pub(crate) fn integer_of(&self, what: &str, value: &Spanned<DeValue<'_>>) -> Option<Integer> {
        let DeValue::Integer(integer) = value.get_ref() else {
            self.ill_typed(what, value, INTEGER);
            return None;
        };
        let number = match i128::from_str_radix(integer.as_str(), integer.radix()) {
            Ok(number) => number,
            // A number that is too long for the type is outside of every representation, on the same side.
            Err(error) if *error.kind() == IntErrorKind::PosOverflow => i128::MAX,
            Err(error) if *error.kind() == IntErrorKind::NegOverflow => i128::MIN,
            // The parser accepts a prefix without digits.
            Err(_) => {
                let fault = Fault::new(&value.span(), format!("{what} is a prefix without digits"));
                self.fault(fault.help("write digits after the prefix, such as `0x194`"));
                return None;
            }
        };
        Some(At { value: number, span: value.span() })
    }

    /// A code of a table of either kind.
    pub(crate) fn code(&mut self, key: &str) -> Entry<RawCode> {
        self.take(key).and_then(|(_, value)| self.code_of(&quoted(key), value))
    }

    fn code_of(&self, what: &str, value: &Spanned<DeValue<'_>>) -> Option<RawCode> {
        if let DeValue::String(text) = value.get_ref() {
            return Some(RawCode::Text(At { value: text.to_string(), span: value.span() }));
        }
        self.integer_of(what, value).map(RawCode::Integer)
    }

    /// An array of codes and ranges of codes.
    pub(crate) fn codes(&mut self, key: &str) -> Vec<RawCodes> {
        let Some((_, value)) = self.take(key).given() else { return Vec::new() };
        let DeValue::Array(array) = value.get_ref() else {
            self.ill_typed(&quoted(key), value, "an array of codes");
            return Vec::new();
        };
        let each = format!("each of {}", quoted(key));
        let read = |element: &'d Spanned<DeValue<'d>>| {
            if !matches!(element.get_ref(), DeValue::Table(_)) {
                return self.code_of(&each, element).map(RawCodes::One);
            }
            let mut range = self.inner("a range", element, "a table", Some(&["from", "to"]))?;
            let (from, to) = (range.required("from", Self::integer), range.required("to", Self::integer));
            Some(RawCodes::Range { from: from?, to: to?, span: element.span() })
        };
        array.iter().filter_map(read).collect()
    }

    pub(crate) fn required<T>(&mut self, key: &str, read: impl FnOnce(&mut Self, &str) -> Entry<T>) -> Option<T> {
        match read(self, key) {
            Entry::Given(value) => Some(value),
            Entry::Faulty => None,
            Entry::Absent => {
                let fault = Fault::new(&self.span, format!("missing key `{key}` in {}", self.owner));
                self.fault(fault.label(format!("has no `{key}`")).help(format!("add `{key} = …`")).missing_here());
                None
            }
        }
    }
}

const TEXT: &str = "a text";
const INTEGER: &str = "an integer";
const BOOLEAN: &str = "`true` or `false`";

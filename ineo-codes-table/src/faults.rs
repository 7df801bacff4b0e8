//! The faults of a table, collected as they are found.

use std::cell::{Cell, RefCell};

use crate::fault::{Absence, Fault};
use crate::source::{Source, Span};
use crate::suggest::likely;

/// The first faults of a table in the order of the file, and whether there are more.
pub(crate) struct Faults<'s> {
    source: &'s Source,
    /// The sections whose TOML is faulty, by number and in order.
    spoiled: RefCell<Vec<usize>>,
    /// Whether the header of such a section could not be read, so that nobody knows what it holds.
    has_lost_header: Cell<bool>,
    /// In the order of the file, at most [`SHOWN`](Self::SHOWN).
    shown: RefCell<Vec<Fault>>,
    has_more: Cell<bool>,
    /// How many more candidates are compared for suggestions.
    comparisons_left: Cell<usize>,
}

impl<'s> Faults<'s> {
    /// How many faults are shown. If every row of a table is wrong, it is usually wrong in one way.
    pub(crate) const SHOWN: usize = 50;

    /// How many candidates are compared in all: about a second's work. In a table with many names and many faults, only
    /// the first faults get suggestions.
    const COMPARISONS: usize = 50_000;

    pub(crate) fn new(source: &'s Source) -> Self {
        Self {
            source,
            spoiled: RefCell::default(),
            has_lost_header: Cell::new(false),
            shown: RefCell::default(),
            has_more: Cell::new(false),
            comparisons_left: Cell::new(Self::COMPARISONS),
        }
    }

    /// Adds a fault of the TOML itself. All of these come before any other fault.
    pub(crate) fn push_syntax(&self, fault: Fault) {
        let section = self.source.section(fault.span.start);
        let mut spoiled = self.spoiled.borrow_mut();
        if let Err(at) = spoiled.binary_search(&section) {
            spoiled.insert(at, section);
        }
        drop(spoiled);
        self.insert(fault);
    }

    /// Records that a header could not be read.
    pub(crate) fn lose_header(&self) {
        self.has_lost_header.set(true);
    }

    /// Adds a fault, unless it may only follow from a fault of the TOML.
    pub(crate) fn push(&self, fault: Fault) {
        let follows = match fault.absence() {
            None => false,
            Some(Absence::Section) => self.is_spoiled(&fault.span) || self.has_lost_header(),
            Some(Absence::File) => !self.spoiled.borrow().is_empty(),
        };
        if !follows {
            self.insert(fault);
        }
    }

    /// Whether the TOML is faulty in the section at `span`.
    pub(crate) fn is_spoiled(&self, span: &Span) -> bool {
        let spoiled = self.spoiled.borrow();
        !spoiled.is_empty() && spoiled.binary_search(&self.source.section(span.start)).is_ok()
    }

    /// Whether a header, or the text before the first header, could not be read.
    pub(crate) fn has_lost_header(&self) -> bool {
        self.has_lost_header.get() || self.spoiled.borrow().first() == Some(&0)
    }

    fn insert(&self, fault: Fault) {
        if fault.group().is_some() {
            let mut shown = self.shown.borrow_mut();
            if let Some(first) = shown.iter_mut().find(|first| first.group() == fault.group()) {
                first.others.push(fault.span);
                return;
            }
        }
        if !self.is_shown_at(&fault.span) {
            self.has_more.set(true);
            return;
        }
        let mut shown = self.shown.borrow_mut();
        let at = shown.partition_point(|other| other.span.start <= fault.span.start);
        shown.insert(at, fault);
        if shown.len() > Self::SHOWN {
            shown.pop();
            self.has_more.set(true);
        }
    }

    /// The candidate that was likely meant by `word`, a word at `span`.
    pub(crate) fn likely<'a>(&self, span: &Span, word: &str, candidates: &[&'a str]) -> Option<&'a str> {
        if !self.is_shown_at(span) {
            return None;
        }
        self.comparisons_left.set(self.comparisons_left.get().checked_sub(candidates.len())?);
        likely(word, candidates)
    }

    /// Whether a fault at `span` would be shown, as far as is known by now. Otherwise its wording does not matter.
    pub(crate) fn is_shown_at(&self, span: &Span) -> bool {
        let shown = self.shown.borrow();
        shown.len() < Self::SHOWN || shown.last().is_some_and(|last| span.start < last.span.start)
    }

    /// Whether a fault was found in a table of TOML at `span`: in braces, or below a header.
    pub(crate) fn has_fault_in(&self, span: &Span) -> bool {
        let is_header = self.source.text().get(span.clone()).is_some_and(|text| text.starts_with('['));
        let section = self.source.section(span.start);
        let is_in = |fault: &Fault| {
            span.contains(&fault.span.start) || is_header && self.source.section(fault.span.start) == section
        };
        self.shown.borrow().iter().any(is_in)
    }

    /// Records that the search for faults ended early.
    pub(crate) fn cut_off(&self) {
        self.has_more.set(true);
    }

    /// The faults in the order of the file, and whether there are more.
    pub(crate) fn into_parts(self) -> (Vec<Fault>, bool) {
        (self.shown.into_inner(), self.has_more.get())
    }
}

//! One thing that is wrong with a table.

use crate::source::Span;

/// One thing that is wrong with a table: what, where, and what to do.
#[derive(Debug, Clone)]
pub struct Fault {
    /// What is wrong, in one line.
    pub title: String,
    /// The place that is underlined; empty where something is missing.
    pub span: Span,
    /// The words beside that place; may be empty.
    pub label: String,
    /// Another place that matters, such as the first use of a duplicate, with the words beside it.
    pub second: Option<(Span, String)>,
    /// What to do.
    pub help: Option<String>,
    /// Other places with the same fault, for which the title and the help hold too. A mistake that is made in every row
    /// is one fault with many places.
    pub others: Vec<Span>,
    /// Faults with the same text here are one.
    group: Option<String>,
    absence: Option<Absence>,
}

/// Where the missing thing may be. If the TOML there could not be read, nothing may be missing at all.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Absence {
    /// In the section of the fault.
    Section,
    /// Anywhere in the file.
    File,
}

impl Fault {
    /// A fault at `span`, with nothing but its title.
    #[must_use]
    pub fn new(span: &Span, title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            span: span.clone(),
            label: String::new(),
            second: None,
            help: None,
            others: Vec::new(),
            group: None,
            absence: None,
        }
    }

    /// Sets the words beside the place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds another place, with the words beside it.
    #[must_use]
    pub fn second(mut self, span: &Span, label: impl Into<String>) -> Self {
        self.second = Some((span.clone(), label.into()));
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Makes one fault of all that have the same `group`: the first of them, with the places of the others.
    pub(crate) fn grouped(mut self, group: impl Into<String>) -> Self {
        self.group = Some(group.into());
        self
    }

    pub(crate) fn group(&self) -> Option<&str> {
        self.group.as_deref()
    }

    /// Marks the fault as "missing from this section". It is dropped if the section's TOML is faulty.
    pub(crate) fn missing_here(mut self) -> Self {
        self.absence = Some(Absence::Section);
        self
    }

    /// Marks the fault as "missing from this file". It is dropped if the TOML is faulty anywhere.
    pub(crate) fn missing_anywhere(mut self) -> Self {
        self.absence = Some(Absence::File);
        self
    }

    pub(crate) fn absence(&self) -> Option<Absence> {
        self.absence
    }
}

//! The languages of the messages of a table that declares none.

use super::language_tag::is_well_formed;
use crate::document::{RawMessage, Text};

/// The languages of the messages of a table that declares none.
pub(super) struct UsedLanguages<'a> {
    /// The tags in the order of their first use, and how many messages have them.
    counts: Vec<(&'a str, usize)>,
    messages: usize,
}

impl<'a> UsedLanguages<'a> {
    pub(super) fn of(messages: impl Iterator<Item = &'a RawMessage>) -> Self {
        let mut used = Self { counts: Vec::new(), messages: 0 };
        for message in messages {
            used.messages += 1;
            match message {
                RawMessage::Plain(_) => used.count("en"),
                RawMessage::Languages(texts) => {
                    for (tag, _) in &texts.value {
                        if is_well_formed(&tag.value) {
                            used.count(&tag.value);
                        }
                    }
                }
            }
        }
        used
    }

    fn count(&mut self, tag: &'a str) {
        /// Nobody reads a longer proposal.
        const MOST: usize = 50;
        let is_full = self.counts.len() == MOST;
        match self.counts.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(tag)) {
            Some((_, count)) => *count += 1,
            None if !is_full => self.counts.push((tag, 1)),
            None => {}
        }
    }

    /// The languages that all messages have, and those that some have, as arrays; without those in `partial`.
    pub(super) fn proposal(&self, partial: &[Text]) -> (String, Option<String>) {
        let array = |tags: &[String]| format!("[{}]", tags.join(", "));
        let (mut of_all, mut of_some) = (Vec::new(), Vec::new());
        for (tag, count) in &self.counts {
            if !partial.iter().any(|partial| partial.value.eq_ignore_ascii_case(tag)) {
                let tags = if *count == self.messages { &mut of_all } else { &mut of_some };
                tags.push(format!("\"{tag}\""));
            }
        }
        if of_all.is_empty() {
            of_all.push(if of_some.is_empty() { "\"en\"".to_owned() } else { of_some.remove(0) });
        }
        (array(&of_all), (!of_some.is_empty()).then(|| array(&of_some)))
    }
}

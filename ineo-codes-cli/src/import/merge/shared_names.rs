//! The names that several codes have after a merge.

use std::collections::HashMap;

use super::{Changes, Parsed, array, edits};
use crate::import::write;
use crate::places;

impl Parsed<'_> {
    /// Lists the names that several codes have after the merge, and no others, in `shared-names`.
    pub(super) fn share_names(&self, appended: &[Vec<String>], changes: &mut Changes) {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for name in changes.names.iter().chain(appended).flatten() {
            *counts.entry(name).or_default() += 1;
        }
        let header = self.root.get("table").and_then(|table| table.get_ref().as_table());
        let array = header.and_then(|header| header.get("shared-names"));
        let listed: Vec<&str> = array
            .and_then(|array| array.get_ref().as_array())
            .map(|names| names.iter().filter_map(|name| name.get_ref().as_str()).collect())
            .unwrap_or_default();
        let is_shared = |name: &str| counts.get(name).is_some_and(|count| *count > 1);
        let mut wanted: Vec<String> =
            listed.iter().filter(|name| is_shared(name)).map(|name| (*name).to_owned()).collect();
        for name in changes.names.iter().chain(appended).flatten() {
            if is_shared(name) && !wanted.contains(name) {
                wanted.push(name.clone());
            }
        }
        if wanted.iter().map(String::as_str).eq(listed) {
            return;
        }
        let eol = self.eol();
        match (array, header) {
            (Some(array), _) => array::update(self.text, array, &wanted, &mut changes.edits),
            (None, header) => {
                let wanted: Vec<String> = wanted.iter().map(|name| write::text(name)).collect();
                let line = write::array("shared-names", &wanted).replace('\n', eol);
                let last = header.and_then(|header| places::leaves(self.text, header).pop());
                match (last, self.root.get_key_value("table")) {
                    (Some(last), _) => {
                        let at = edits::next_line(self.text, last.value.end);
                        changes.edits.insert(at, format!("{line}{eol}"));
                    }
                    (None, Some((_, table))) => {
                        let at = edits::next_line(self.text, table.span().end);
                        changes.edits.insert(at, format!("{line}{eol}"));
                    }
                    (None, None) => {
                        let at = self.first_header();
                        changes.edits.insert(at, format!("[table]{eol}{line}{eol}{eol}"));
                    }
                }
            }
        }
    }

    /// Where the first section begins, with the comments above it.
    fn first_header(&self) -> usize {
        let mut at = self.places.first().map_or(0, |place| edits::line_start(self.text, place.span.start));
        let sections = ["categories", "unrecognized", "columns"];
        for section in sections.iter().filter_map(|name| self.root.get(*name)) {
            at = at.min(edits::line_start(self.text, section.span().start));
        }
        while at > 0 {
            let start = edits::line_start(self.text, at - 1);
            if !self.text[start..at].trim_start().starts_with('#') || self.text[start..at].starts_with("#:") {
                break;
            }
            at = start;
        }
        at
    }
}

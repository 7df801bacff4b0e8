//! What a code outside the table means.

use super::categories::Categories;
use super::languages::Languages;
use super::{Checks, Kind};
use crate::document::{At, Entry, RawMessage, RawRange, RawUnrecognized};
use crate::fault::Fault;
use crate::model::{CodeRange, Meaning, Representation, Retry, Unrecognized};

impl Checks<'_> {
    pub(super) fn unrecognized(
        &self,
        unrecognized: Entry<RawUnrecognized>,
        representation: Representation,
        languages: &mut Languages,
        categories: &mut Categories,
    ) -> Unrecognized {
        let is_absent = unrecognized.is_absent();
        let Some(unrecognized) = unrecognized.given() else {
            if is_absent && !categories.all.is_empty() {
                let title = "the table has categories but no `[unrecognized]`";
                let fault = Fault::new(&categories.spans[0], title).label("does it hold for codes outside the table?");
                self.fault(fault.help("add `[unrecognized]` with the `category` of such a code").missing_anywhere());
            }
            categories.any_may_be_used |= categories.kind == Kind::Declared;
            let meaning = Meaning { category: 0, retry: Retry::Never };
            return Unrecognized { meaning, messages: vec![None; languages.tags.len()], ranges: Vec::new() };
        };
        let meaning = self.meaning(&unrecognized.meaning, &unrecognized.span, "`[unrecognized]`", categories);
        let messages = match unrecognized.message {
            Entry::Given(message) if languages.kind == Kind::Absent && !languages.has_messages => {
                let (RawMessage::Plain(At { span, .. }) | RawMessage::Languages(At { span, .. })) = message;
                let fault = Fault::new(&span, "`[unrecognized]` has a message, but no row has one");
                let fault = fault.label("the only message").help("give each row a `message`, or remove this one");
                self.fault(fault.missing_anywhere());
                Vec::new()
            }
            Entry::Given(message) => self.messages(message, languages, "write it, or remove this `message`"),
            _ => vec![None; languages.tags.len()],
        };
        let ranges = self.ranges(&unrecognized.ranges, representation, categories);
        Unrecognized { meaning, messages, ranges }
    }

    pub(super) fn ranges(
        &self,
        ranges: &[RawRange],
        representation: Representation,
        categories: &mut Categories,
    ) -> Vec<CodeRange> {
        let mut valid: Vec<CodeRange> = Vec::new();
        // The valid ranges in the order of their codes; no two overlap.
        let mut by_begin: Vec<usize> = Vec::new();
        let mut raw: Vec<&RawRange> = Vec::new();
        for range in ranges {
            let meaning = self.meaning(&range.meaning, &range.span, "a range", categories);
            let (Some(from), Some(to)) = (&range.from, &range.to) else { continue };
            let outside = [from, to].into_iter().find(|end| !representation.contains(end.value));
            let behind = by_begin.partition_point(|at| valid[*at].from <= to.value);
            let before = behind.checked_sub(1).map(|before| by_begin[before]);
            let overlapped = before.filter(|at| from.value <= valid[*at].to);
            let (first, last) = (self.written(from), self.written(to));
            let fault = if let Some(end) = outside {
                self.outside_of(representation, end)
            } else if from.value > to.value {
                let fault = Fault::new(&range.span, format!("the range from {first} to {last} is inverted"));
                fault.label("contains no code").help(format!(
                    "swap the ends: `from = {}, to = {}`",
                    self.as_written(to),
                    self.as_written(from)
                ))
            } else if let Some(at) = overlapped {
                let other =
                    [&raw[at].from, &raw[at].to].map(|end| end.as_ref().map_or(String::new(), |end| self.written(end)));
                let [other_first, other_last] = other;
                let title =
                    format!("the range from {first} to {last} overlaps the one from {other_first} to {other_last}");
                let fault = Fault::new(&range.span, title).label("contains codes of the other");
                fault.second(&raw[at].span, "the other range").help("change the ranges so that no code is in both")
            } else {
                by_begin.insert(behind, valid.len());
                raw.push(range);
                valid.push(CodeRange { from: from.value, to: to.value, meaning });
                continue;
            };
            self.fault(fault);
        }
        valid
    }
}

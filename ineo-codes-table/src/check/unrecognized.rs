//! What a code outside the table means.

use super::categories::Categories;
use super::languages::Languages;
use super::{Checks, Kind};
use crate::document::{At, Entry, RawMessage, RawRange, RawUnrecognized};
use crate::fault::{Fault, Span};
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
                let title = "the table has categories, but no `[unrecognized]`";
                let fault = Fault::new(&categories.spans[0], title).label("is a code outside the table in this one?");
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
                self.fault(
                    fault
                        .label("the only one")
                        .help("give each row a `message`, or remove this one")
                        .missing_anywhere(),
                );
                Vec::new()
            }
            Entry::Given(message) => self.messages(message, languages),
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
        // The positions of the valid ranges by where they begin; no two overlap.
        let mut by_begin: Vec<usize> = Vec::new();
        let mut spans: Vec<&Span> = Vec::new();
        for range in ranges {
            let meaning = self.meaning(&range.meaning, &range.span, "the range", categories);
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
                fault.label("holds no code").help("write the smaller code as `from`")
            } else if let Some(at) = overlapped {
                let other = &valid[at];
                let title = format!(
                    "the range from {first} to {last} overlaps the one from `{}` to `{}`",
                    other.from, other.to
                );
                let fault = Fault::new(&range.span, title).label("holds codes of the other");
                fault.second(spans[at], "the other range").help("let each code lie in one range")
            } else {
                by_begin.insert(behind, valid.len());
                spans.push(&range.span);
                valid.push(CodeRange { from: from.value, to: to.value, meaning });
                continue;
            };
            self.fault(fault);
        }
        valid
    }
}

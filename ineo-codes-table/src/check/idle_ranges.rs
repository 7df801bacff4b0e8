//! Ranges of `[unrecognized]` that change nothing.

use super::Checks;
use super::code_sets::Owners;
use crate::document::{Entry, RawCode, RawRange, RawRow};
use crate::fault::Fault;
use crate::model::{Code, IntegerType};
use crate::order::sorted;
use crate::source::Span;

/// A range as it was written, with its first and last code.
pub(super) struct GivenRange {
    pub(super) from: i128,
    pub(super) to: i128,
    pub(super) span: Span,
}

impl Checks<'_> {
    /// The ranges whose ends can be read.
    pub(super) fn given_ranges(&self, ranges: &[RawRange], integer: IntegerType) -> Vec<GivenRange> {
        let given = ranges.iter().filter_map(|range| {
            let (Entry::Given(from), Entry::Given(to)) = (&range.from, &range.to) else { return None };
            let (from, to) = (self.in_type(from, integer)?, self.in_type(to, integer)?);
            (from <= to).then(|| GivenRange { from, to, span: range.span.clone() })
        });
        given.collect()
    }

    /// Reports the ranges all of whose codes are listed, and those that answer what would be answered without them.
    /// `changes` says whether a range changes the answer of a code in it; between two of the `bounds` it is the same.
    pub(super) fn check_idle_ranges(
        &self,
        ranges: &[GivenRange],
        bounds: &[i128],
        rows: &[RawRow],
        integer: IntegerType,
        changes: &dyn Fn(i128) -> bool,
    ) {
        if ranges.is_empty() {
            return;
        }
        let codes = rows.iter().filter_map(|row| match &row.code {
            Some(RawCode::Integer(code)) => self.in_type(code, integer),
            _ => None,
        });
        let codes = sorted(&codes.collect::<Vec<i128>>());
        for GivenRange { from, to, span } in ranges {
            // As many codes as there are rows at most are counted.
            let is_small = u64::try_from(to - from).is_ok_and(|length| length < codes.len() as u64);
            let fault =
                if is_small && within(&codes, *from, *to).len() as u64 == u64::try_from(to - from).unwrap_or(0) + 1 {
                    let fault = Fault::new(span, "all codes of the range are listed");
                    fault.label("is only for codes that are not").help("remove the range: each of its codes has a row")
                } else if !within(bounds, *from, *to).iter().any(|code| changes(*code)) {
                    idle(span)
                } else {
                    continue;
                };
            self.report_idle(fault, span);
        }
    }

    /// The same for ranges of texts. `changes` says whether the range with a prefix changes the answer of a code that is in
    /// no range with a longer prefix; between `prefixes` the answers are the same.
    pub(super) fn check_idle_prefixes(
        &self,
        ranges: &Owners,
        prefixes: &[&str],
        changes: &dyn Fn(&str, &Code) -> bool,
    ) {
        for (range, span) in ranges.prefixes() {
            let first = prefixes.partition_point(|prefix| *prefix < range);
            let within = prefixes[first..].iter().take_while(|prefix| prefix.starts_with(range));
            // What is in a range with a longer prefix is up to that one.
            let mut own =
                within.filter(|prefix| ranges.entry(prefix, prefix.len()).is_some_and(|(_, own)| own == span));
            if !own.any(|prefix| changes(range, &Code::Text((*prefix).to_owned()))) {
                self.report_idle(idle(span), span);
            }
        }
    }

    fn report_idle(&self, fault: Fault, range: &Span) {
        // What the range was meant to say could not be read.
        if !self.faults.has_fault_in(range) {
            self.fault(fault);
        }
    }
}

/// The numbers from `from` to `to`.
fn within(sorted: &[i128], from: i128, to: i128) -> &[i128] {
    &sorted[sorted.partition_point(|number| *number < from)..sorted.partition_point(|number| *number <= to)]
}

fn idle(range: &Span) -> Fault {
    let fault = Fault::new(range, "the range changes nothing");
    fault.label("its codes mean the same without it").help("say what its codes mean, or remove the range")
}

//! Whether a language can hold the integers of a table.

use std::ops::RangeInclusive;

use super::Refusal;
use crate::export::model::{Answer, Code, Model, Value};

/// The integers that a language holds exactly.
pub(super) struct Integers {
    pub(super) language: &'static str,
    pub(super) codes: RangeInclusive<i128>,
    /// Values of columns.
    pub(super) columns: RangeInclusive<i128>,
    /// The longest delay.
    pub(super) seconds: i128,
}

impl Integers {
    /// The codes, values and delays of a table that are not among them.
    pub(super) fn refusals(&self, model: &Model) -> Vec<Refusal> {
        let mut refusals = Vec::new();
        for (at, row) in model.codes.iter().enumerate() {
            let of = format!("the code {} `{}`", row.shown, row.variant);
            if matches!(&row.code, Code::Number(number) if !self.codes.contains(&number.get())) {
                let help = "export this table to another language, such as Python";
                refusals.push(self.refusal(Some(at), &of, *self.codes.end(), help));
            }
            refusals.extend(self.in_answer(&row.answer, Some(at), &of));
        }
        let unlisted = &model.unrecognized;
        let ranges = unlisted.ranges.iter().map(|range| (format!("the range {}", range.shown), &range.answer));
        for (of, answer) in ranges.chain([("unlisted codes".to_owned(), &unlisted.answer)]) {
            refusals.extend(self.in_answer(answer, None, &of));
        }
        refusals
    }

    fn in_answer(&self, answer: &Answer, row: Option<usize>, of: &str) -> Vec<Refusal> {
        let is_beyond = |value: &Option<Value>| matches!(value, Some(Value::Number(number)) if !self.columns.contains(&number.get()));
        let values = answer.columns.0.iter().filter(|(_, value)| is_beyond(value)).map(|(name, _)| {
            let help = "make the column a text, or export to another language";
            self.refusal(row, &format!("`{name}` of {of}"), *self.columns.end(), help)
        });
        let delay = answer.retry_after.filter(|after| i128::from(*after) > self.seconds).map(|_| {
            self.refusal(row, &format!("the delay of {of}"), self.seconds, "give a delay that somebody may wait for")
        });
        values.chain(delay).collect()
    }

    fn refusal(&self, row: Option<usize>, what: &str, largest: i128, help: &str) -> Refusal {
        let language = self.language;
        Refusal {
            row,
            message: format!("in {language}, {what} would not be exact: integers go up to {largest} there"),
            help: help.to_owned(),
        }
    }
}

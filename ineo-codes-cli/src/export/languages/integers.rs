//! Whether a language can hold the integers of a table.

use super::Refusal;
use crate::export::model::{Answer, Code, Model, Value};

/// The integers that are larger than what a language has for codes, for values of columns, and for delays in seconds.
pub(super) fn beyond(model: &Model, language: &str, code: i128, column: i128, seconds: i128) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    for (at, row) in model.codes.iter().enumerate() {
        let of = format!("the code {} `{}`", row.shown, row.variant);
        if matches!(&row.code, Code::Number(number) if number.get() > code) {
            refusals.push(refusal(Some(at), language, &of, code));
        }
        refusals.extend(in_answer(&row.answer, Some(at), language, &of, column, seconds));
    }
    let unlisted = &model.unrecognized;
    let ranges = unlisted.ranges.iter().map(|range| (format!("the range {}", range.shown), &range.answer));
    for (of, answer) in ranges.chain([("unlisted codes".to_owned(), &unlisted.answer)]) {
        refusals.extend(in_answer(answer, None, language, &of, column, seconds));
    }
    refusals
}

fn in_answer(
    answer: &Answer,
    row: Option<usize>,
    language: &str,
    of: &str,
    column: i128,
    seconds: i128,
) -> Vec<Refusal> {
    let values = answer
        .columns
        .0
        .iter()
        .filter(|(_, value)| matches!(value, Some(Value::Number(number)) if number.get() > column));
    let values = values.map(|(name, _)| refusal(row, language, &format!("`{name}` of {of}"), column));
    let delay = answer.retry_after.filter(|after| i128::from(*after) > seconds);
    let delay = delay.map(|_| refusal(row, language, &format!("the delay of {of}"), seconds));
    values.chain(delay).collect()
}

fn refusal(row: Option<usize>, language: &str, what: &str, largest: i128) -> Refusal {
    Refusal {
        row,
        message: format!("in {language}, {what} would not be exact"),
        help: format!("the largest integer that {language} holds there is {largest}"),
    }
}

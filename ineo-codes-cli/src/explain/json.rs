//! Answers for programs.

use ineo_codes_table::model::{Code, Retry};
use serde_json::{Value, json};

use super::Explainer;
use crate::answer::Answer;

impl Explainer<'_> {
    pub(super) fn json(&self, answer: &Answer<'_>) -> Value {
        let messages: serde_json::Map<String, Value> = self
            .languages
            .iter()
            .filter_map(|at| {
                let message = answer.messages.get(*at).copied().flatten()?;
                Some((self.table.languages[*at].clone(), message.into()))
            })
            .collect();
        json!({
            "code": code(&answer.code),
            "name": answer.name(),
            "aliases": answer.names.get(1..).unwrap_or_default(),
            "variant": answer.variant,
            "listed": answer.variant.is_some(),
            "message": messages,
            "category": answer.category,
            "http": answer.http,
            "retry": retry(answer.retry),
            "deprecated": answer.deprecated,
        })
    }
}

fn code(code: &Code) -> Value {
    match code {
        Code::Integer(code) => i64::try_from(*code).map_or_else(|_| json!(u64::try_from(*code).ok()), Value::from),
        Code::Text(code) => code.as_str().into(),
    }
}

/// As a table writes it.
fn retry(retry: Retry) -> Value {
    match retry {
        Retry::Never => "never".into(),
        Retry::Backoff => "backoff".into(),
        Retry::After(seconds) => json!({ "after-seconds": seconds }),
    }
}

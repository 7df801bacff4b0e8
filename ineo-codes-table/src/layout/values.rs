//! The values of a column that a table declares.

use super::column::ColumnLayout;
use crate::model::{ColumnKind, Meaning, Value};

/// For each row, and at last for all other codes.
pub(crate) enum ValuesLayout {
    /// As their bits; and for an optional column, 1 where there is a value.
    Numbers { numbers: ColumnLayout, is_there: Option<ColumnLayout> },
    /// For each language of the column; an empty text where there is none.
    Texts(Vec<Vec<String>>),
}

impl ValuesLayout {
    pub(crate) fn new(
        meanings: &[&Meaning],
        column: usize,
        kind: ColumnKind,
        languages: usize,
        is_optional: bool,
    ) -> Self {
        let mut values: Vec<Option<&Value>> = Vec::with_capacity(meanings.len());
        for meaning in meanings {
            values.push(meaning.values.get(column).and_then(Option::as_ref));
        }
        let languages = match kind {
            ColumnKind::Text => 1,
            ColumnKind::Message => languages,
            ColumnKind::Boolean | ColumnKind::Integer(_) => {
                let (mut numbers, mut is_there) = (Vec::new(), Vec::new());
                for value in values {
                    numbers.push(match (value, kind) {
                        (Some(Value::Boolean(is_so)), _) => u64::from(*is_so),
                        (Some(Value::Integer(number)), ColumnKind::Integer(integer)) => integer.bits_of(*number),
                        _ => 0,
                    });
                    is_there.push(u64::from(value.is_some()));
                }
                return Self::Numbers {
                    numbers: ColumnLayout::new(&numbers),
                    is_there: is_optional.then(|| ColumnLayout::new(&is_there)),
                };
            }
        };
        let mut texts: Vec<Vec<String>> = vec![Vec::with_capacity(values.len()); languages];
        for value in values {
            for (language, texts) in texts.iter_mut().enumerate() {
                texts.push(match value {
                    Some(Value::Text(text)) => text.clone(),
                    Some(Value::Message(texts)) => texts.get(language).cloned().flatten().unwrap_or_default(),
                    _ => String::new(),
                });
            }
        }
        Self::Texts(texts)
    }
}

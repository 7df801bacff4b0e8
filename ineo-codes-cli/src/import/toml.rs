//! TOML: another table of codes, or any array of tables.

use ineo_codes_table::{Fault, Span};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::sheet::{Cell, Problem, Request, Sheet, Value, too_many};
use super::tree::{self, Node};
use crate::failure::Failure;
use crate::table;

pub(crate) fn read(text: &str, request: &Request) -> Result<Sheet, Problem> {
    if let Some(at) = table::row_beyond(text) {
        return Err(too_many(&(at..at + "[[code]]".len()), "entry").into());
    }
    let root = DeTable::parse(text).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        Fault::new(&span, format!("the input is not TOML: {}", error.message()))
    })?;
    let span = root.span();
    let root = Spanned::new(span, DeValue::Table(root.into_inner()));
    if request.rows.is_some() {
        return tree::read(&root, request);
    }
    // The rows of a table of codes.
    if Node::member(&root, "code").is_none_or(|rows| rows.elements().is_none()) {
        return Err(Failure::new("the input has no rows `[[code]]`")
            .help("name the array that has the rows with `--rows /pointer`")
            .into());
    }
    tree::read(&root, &Request { rows: Some("/code".to_owned()), ..request.clone() })
}

impl Node for Spanned<DeValue<'_>> {
    fn members(&self) -> Option<Vec<(&str, Span, &Self)>> {
        let DeValue::Table(table) = self.get_ref() else { return None };
        let mut members: Vec<(&str, Span, &Self)> =
            table.iter().map(|(key, value)| (&**key.get_ref(), key.span(), value)).collect();
        // The parser's own order is by key.
        members.sort_by_key(|(_, span, _)| span.start);
        Some(members)
    }

    fn elements(&self) -> Option<Vec<&Self>> {
        let DeValue::Array(array) = self.get_ref() else { return None };
        Some(array.iter().collect())
    }

    fn member(&self, name: &str) -> Option<&Self> {
        let DeValue::Table(table) = self.get_ref() else { return None };
        table.get(name)
    }

    fn cell(&self) -> Option<Cell> {
        let value = match self.get_ref() {
            DeValue::String(text) => return Cell::of_exact_text(text, self.span()),
            DeValue::Integer(integer) => Value::Number(number(integer)),
            DeValue::Float(float) => Value::Number(float.as_str().to_owned()),
            DeValue::Boolean(boolean) => Value::Bool(*boolean),
            DeValue::Datetime(datetime) => Value::Text(datetime.to_string()),
            DeValue::Array(array) => Value::List(array.iter().filter_map(Node::cell).collect()),
            DeValue::Table(_) => match Node::member(self, "after-seconds").and_then(Node::cell) {
                Some(Cell { value: Value::Number(seconds), .. }) => Value::AfterSeconds(seconds),
                _ => Value::Table,
            },
        };
        Some(Cell { value, span: Spanned::span(self) })
    }

    fn span(&self) -> Span {
        Spanned::span(self)
    }
}

/// A number as a cell has it: with the prefix that its radix has.
fn number(integer: &toml::de::DeInteger<'_>) -> String {
    match integer.radix() {
        16 => format!("0x{}", integer.as_str()),
        10 => integer.as_str().to_owned(),
        radix => i128::from_str_radix(integer.as_str(), radix).map_or_else(|_| integer.to_string(), |n| n.to_string()),
    }
}

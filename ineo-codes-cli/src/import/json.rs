//! JSON, with comments and trailing commas.

use ineo_codes_table::{Fault, Span};
use jsonc_parser::ast::{ObjectPropName, Value as Json};
use jsonc_parser::common::Ranged as _;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::sheet::{Cell, Problem, Request, Sheet, Value};
use super::tree::{self, Node};

/// The largest JSON that is read, in bytes: parsed values take many times as much memory.
const LARGEST: usize = 16 * 1024 * 1024;

pub(crate) fn read(text: &str, request: &Request) -> Result<Sheet, Problem> {
    if text.len() > LARGEST {
        let fault = Fault::new(&(0..0), format!("the JSON is larger than {} MiB", LARGEST >> 20));
        return Err(fault.help("take out the part that lists codes").into());
    }
    let options = ParseOptions {
        allow_comments: true,
        allow_trailing_commas: true,
        allow_loose_object_property_names: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: true,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let parsed = parse_to_ast(text, &CollectOptions::default(), &options).map_err(|error| {
        let range = error.range();
        let start = floor(text, range.start);
        let end = floor(text, range.end.max(range.start));
        Fault::new(&(start..end), format!("the input is not JSON: {}", lowered(&error.kind().to_string())))
    })?;
    match parsed.value {
        Some(root) => tree::read(&root, request),
        None => Err(Fault::new(&(0..0), "the input is not JSON: there is nothing in it").into()),
    }
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn lowered(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

fn name<'n>(name: &'n ObjectPropName<'_>) -> (&'n str, Span) {
    match name {
        ObjectPropName::String(text) => (&text.value, text.range.start..text.range.end),
        ObjectPropName::Word(word) => (word.value, word.range.start..word.range.end),
    }
}

impl Node for Json<'_> {
    fn members(&self) -> Option<Vec<(&str, Span, &Self)>> {
        let Json::Object(object) = self else { return None };
        let member = object.properties.iter().map(|property| {
            let (text, span) = name(&property.name);
            (text, span, &property.value)
        });
        Some(member.collect())
    }

    fn elements(&self) -> Option<Vec<&Self>> {
        let Json::Array(array) = self else { return None };
        Some(array.elements.iter().collect())
    }

    fn member(&self, wanted: &str) -> Option<&Self> {
        let Json::Object(object) = self else { return None };
        object.properties.iter().find(|property| name(&property.name).0 == wanted).map(|property| &property.value)
    }

    fn cell(&self) -> Option<Cell> {
        let value = match self {
            Json::NullKeyword(_) => return None,
            Json::StringLit(text) => return Cell::of_exact_text(&text.value, self.span()),
            Json::NumberLit(number) => Value::Number(number.value.to_owned()),
            Json::BooleanLit(boolean) => Value::Bool(boolean.value),
            Json::Array(array) => Value::List(array.elements.iter().filter_map(Node::cell).collect()),
            Json::Object(_) => match self.member("after-seconds").and_then(Node::cell) {
                Some(Cell { value: Value::Number(seconds), .. }) => Value::AfterSeconds(seconds),
                _ => Value::Table,
            },
        };
        Some(Cell { value, span: self.span() })
    }

    fn span(&self) -> Span {
        let range = self.range();
        range.start..range.end
    }
}

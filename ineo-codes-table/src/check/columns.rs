//! The columns that a table declares, and their values.

use std::collections::HashMap;

use heck::ToSnakeCase as _;

use super::Checks;
use super::identifier::identifier;
use super::languages::Languages;
use super::taken::{BEGINNINGS, ITEMS, TRAIT_METHODS, WORDS};
use crate::document::{At, Entry, Integer, RawColumn, RawMessage, RawValue, Text};
use crate::fault::Fault;
use crate::model::{Column, ColumnKind, IntegerType, Value};
use crate::parse::ROW;
use crate::source::Span;
use crate::suggest::did_you_mean;
use crate::text::{listed, quoted};

/// The columns of a table.
#[derive(Default)]
pub(super) struct Columns {
    pub(super) all: Vec<Column>,
    /// For each of them, where it is in the document, and the value of a code that has none.
    sources: Vec<(usize, Option<Value>)>,
    /// The first required column without a default, and where it is declared.
    pub(super) first_required: Option<Text>,
}

impl Columns {
    /// Whether a column has this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.all.iter().any(|column| column.name == name)
    }
}

impl Checks<'_> {
    pub(super) fn columns(&self, columns: Entry<Vec<RawColumn>>, languages: &mut Languages) -> Columns {
        let mut known = Columns::default();
        let mut names: HashMap<String, Span> = HashMap::new();
        for (at, column) in columns.given().unwrap_or_default().into_iter().enumerate() {
            let is_sound = self.check_column_name(&column.name, &mut names);
            if let Some(doc) = &column.doc {
                self.text("a column's text", doc, "say what the column means");
            }
            let Some(kind) = column.kind.and_then(|kind| self.column_kind(&kind)) else { continue };
            let is_optional = column.optional.as_ref().is_some_and(|optional| optional.value);
            let mut default = None;
            if let Some(given) = column.default {
                if let (true, Some(optional)) = (is_optional, &column.optional) {
                    let fault = Fault::new(&given.span, "an optional column with a default");
                    let fault =
                        fault.label("no code is without a value").second(&optional.span, "may be without a value");
                    self.fault(fault.help("remove `default`, or `optional`"));
                }
                default = self.value(given, kind, &column.name.value, languages);
            } else if !is_optional && known.first_required.is_none() {
                known.first_required = Some(column.name.clone());
            }
            if is_sound {
                let doc = column.doc.map(|doc| doc.value);
                known.all.push(Column { name: column.name.value, kind, is_optional, doc });
                known.sources.push((at, default));
            }
        }
        known
    }

    fn check_column_name(&self, name: &Text, names: &mut HashMap<String, Span>) -> bool {
        let text = name.value.as_str();
        let fault = if text.to_snake_case() != text || identifier(text).is_err() {
            let title = format!("{} is not a name for a column", quoted(text));
            let snake = text.to_snake_case();
            let label =
                if identifier(&snake).is_ok() { format!("did you mean {}?", quoted(&snake)) } else { String::new() };
            Fault::new(&name.span, title)
                .label(label)
                .help("the column becomes a method: write a Rust name in snake_case")
        } else if ROW.contains(&text) {
            let fault = Fault::new(&name.span, format!("{} is a key of every row already", quoted(text)));
            fault.label("means something else").help("give the column another name")
        } else if [ITEMS, TRAIT_METHODS, WORDS].iter().any(|taken| taken.contains(&text)) {
            let fault = Fault::new(&name.span, format!("a code has a method {} already", quoted(text)));
            fault.label("would be hidden, or hide it").help("give the column another name")
        } else if let Some(beginning) = BEGINNINGS.iter().find(|beginning| text.starts_with(**beginning)) {
            let fault = Fault::new(&name.span, format!("a column can't have a name that begins with `{beginning}`"));
            fault.label("later versions may add such methods").help("give the column another name")
        } else if text.ends_with("_in") {
            let fault = Fault::new(&name.span, "a column can't have a name that ends with `_in`");
            fault.label("such methods take a language").help("give the column another name")
        } else if let Some(first) = names.insert(text.to_owned(), name.span.clone()) {
            let fault = Fault::new(&name.span, format!("the column {} is declared twice", quoted(text)));
            fault.label("declared again").second(&first, "first declared here").help("remove one of them")
        } else {
            return true;
        };
        self.fault(fault);
        false
    }

    fn column_kind(&self, kind: &Text) -> Option<ColumnKind> {
        match kind.value.as_str() {
            "text" => return Some(ColumnKind::Text),
            "bool" => return Some(ColumnKind::Boolean),
            "message" => return Some(ColumnKind::Message),
            name => {
                if let Some(integer) = IntegerType::ALL.iter().find(|integer| integer.name == name) {
                    return Some(ColumnKind::Integer(*integer));
                }
            }
        }
        let mut known = vec!["text", "bool", "message"];
        for integer in &IntegerType::ALL {
            known.push(integer.name);
        }
        let fault = Fault::new(&kind.span, format!("{} is not a type of columns", quoted(&kind.value)));
        let label = did_you_mean(&kind.value, &known).unwrap_or_default();
        self.fault(fault.label(label).help(format!("use one of {}", listed(&known))));
        None
    }

    /// The values of a row, a range or `[unrecognized]`, of which `owner` is the place. A value that is missing is taken
    /// from `inherited`, the values that hold in general, if there are any.
    pub(super) fn values(
        &self,
        mut raw: Vec<Option<At<RawValue>>>,
        inherited: Option<&[Option<Value>]>,
        (what, owner): (&str, &Span),
        columns: &Columns,
        languages: &mut Languages,
    ) -> Vec<Option<Value>> {
        let mut values = Vec::with_capacity(columns.all.len());
        for (at, (column, (source, default))) in columns.all.iter().zip(&columns.sources).enumerate() {
            let given = raw.get_mut(*source).and_then(Option::take);
            let is_given = given.is_some();
            let value = given.and_then(|given| self.value(given, column.kind, &column.name, languages));
            let value = value.or_else(|| match inherited {
                Some(inherited) => inherited[at].clone(),
                None => default.clone(),
            });
            if value.is_none() && !column.is_optional {
                if !is_given {
                    let name = &column.name;
                    let fault = Fault::new(owner, format!("missing key `{name}` in {what}"));
                    let help = format!("add `{name} = …`, or declare the column as optional or with a default");
                    self.fault(fault.label(format!("has no `{name}`")).help(help).missing_here());
                }
                values.push(Some(column.kind.stand_in(languages.tags.len())));
            } else {
                values.push(value);
            }
        }
        values
    }

    fn value(&self, value: At<RawValue>, kind: ColumnKind, column: &str, languages: &mut Languages) -> Option<Value> {
        let At { value, span } = value;
        let (wanted, found) = match (kind, value) {
            (_, RawValue::Faulty) => return None,
            (ColumnKind::Text, RawValue::Text(text)) => {
                let text = At { value: text, span };
                self.text("the text", &text, "write it, or remove the key");
                return Some(Value::Text(text.value));
            }
            (ColumnKind::Boolean, RawValue::Boolean(is_so)) => return Some(Value::Boolean(is_so)),
            (ColumnKind::Integer(integer), RawValue::Integer(number)) => {
                let number = Integer { value: number, span };
                let value = self.in_type(&number, integer);
                if value.is_none() {
                    let title = format!("{} is outside of `{}`", self.written(&number.span), integer.name);
                    let fault = Fault::new(&number.span, title);
                    let fault = fault.label(format!("not from {} to {}", integer.min(), integer.max()));
                    self.fault(fault.help("fix the value, or declare the column with another type"));
                }
                return value.map(Value::Integer);
            }
            (ColumnKind::Message, RawValue::Text(text)) => {
                let message = RawMessage::Plain(At { value: text, span });
                return Some(Value::Message(self.messages(message, languages, "write it, or remove the key")));
            }
            (ColumnKind::Message, RawValue::Languages(texts)) => {
                let message = RawMessage::Languages(At { value: texts, span });
                return Some(Value::Message(self.messages(message, languages, "write it, or remove the key")));
            }
            (kind, value) => (kind.in_words(), value.in_words()),
        };
        let fault = Fault::new(&span, format!("{} must be {wanted}", quoted(column)));
        self.fault(fault.label(format!("this is {found}")).help("the column is declared so in `[columns]`"));
        None
    }
}

impl ColumnKind {
    fn in_words(self) -> &'static str {
        match self {
            Self::Text => "a text",
            Self::Boolean => "`true` or `false`",
            Self::Integer(_) => "an integer",
            Self::Message => "a text, or a table of texts by language",
        }
    }

    /// The value of a code that should have one, and has none.
    fn stand_in(self, languages: usize) -> Value {
        match self {
            Self::Text => Value::Text("-".to_owned()),
            Self::Boolean => Value::Boolean(false),
            Self::Integer(_) => Value::Integer(0),
            Self::Message => Value::Message(vec![Some("-".to_owned()); languages]),
        }
    }
}

impl RawValue {
    fn in_words(&self) -> &'static str {
        match self {
            Self::Text(_) => "a text",
            Self::Boolean(_) => "a boolean",
            Self::Integer(_) => "an integer",
            Self::Languages(_) => "a table",
            Self::Other(kind) => kind,
            Self::Faulty => "faulty",
        }
    }
}

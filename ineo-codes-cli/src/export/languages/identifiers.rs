//! Whether what a language calls rows, categories and columns is distinct.

use std::collections::HashMap;

use super::Refusal;
use crate::export::model::Model;

/// Rows that have one identifier in this language.
pub(super) fn rows(model: &Model, language: &str, identifier: impl Fn(&str) -> String) -> Vec<Refusal> {
    let rows = model.codes.iter().map(|row| (identifier(&row.variant), row.variant.as_str()));
    let collisions = collisions(rows).into_iter().map(|Collision { at, first, identifier }| {
        let [own, other] =
            [&model.codes[at], &model.codes[first]].map(|row| format!("{} `{}`", row.shown, row.variant));
        Refusal {
            row: Some(at),
            message: format!("in {language}, the codes {other} and {own} would both be `{identifier}`"),
            help: "give one of them another `variant`".to_owned(),
        }
    });
    collisions.collect()
}

/// Categories that have one identifier in this language.
pub(super) fn categories(model: &Model, language: &str, identifier: impl Fn(&str) -> String) -> Vec<Refusal> {
    let categories = model.categories.iter().map(|category| (identifier(&category.variant), category.name.as_str()));
    of_table(categories, language, "categories")
}

/// Columns that have one identifier in this language.
pub(super) fn columns(model: &Model, language: &str, identifier: impl Fn(&str) -> String) -> Vec<Refusal> {
    of_table(model.columns.iter().map(|column| (identifier(&column.name), column.name.as_str())), language, "columns")
}

fn of_table<'m>(items: impl Iterator<Item = (String, &'m str)>, language: &str, what: &str) -> Vec<Refusal> {
    let items: Vec<(String, &str)> = items.collect();
    let collisions = collisions(items.iter().cloned()).into_iter().map(|Collision { at, first, identifier }| {
        let (own, other) = (items[at].1, items[first].1);
        Refusal {
            row: None,
            message: format!("in {language}, the {what} `{other}` and `{own}` would both be `{identifier}`"),
            help: "give one of them another name".to_owned(),
        }
    });
    collisions.collect()
}

struct Collision {
    at: usize,
    first: usize,
    identifier: String,
}

fn collisions<'m>(items: impl Iterator<Item = (String, &'m str)>) -> Vec<Collision> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut collisions = Vec::new();
    for (at, (identifier, _)) in items.enumerate() {
        match seen.get(&identifier) {
            Some(first) => collisions.push(Collision { at, first: *first, identifier }),
            None => _ = seen.insert(identifier, at),
        }
    }
    collisions
}

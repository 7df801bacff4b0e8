//! The languages: how each writes names, literals and comments, and what it can't hold.

mod go;
mod html;
mod identifiers;
mod integers;
mod json;
mod markdown;
mod openapi;
mod php;
mod python;
mod rust;
mod typescript;

use super::model::Model;

/// A language that tables are exported to.
///
/// All filters are there in every template, a user's own as well, under the language's name: `python_literal`,
/// `python_comment`, and `python_` before each of `filters`.
pub(crate) struct Language {
    /// The name of the target, and the beginning of its filters.
    pub(crate) name: &'static str,
    /// The name that people read.
    pub(crate) title: &'static str,
    /// The template of the target; without one, the target is the model itself.
    pub(crate) template: Option<&'static str>,
    /// A value as the language writes it, whatever a text has in it.
    pub(crate) literal: fn(Literal<'_>) -> Result<String, String>,
    /// One line of a text, changed so that it can't end the comment that it stands in.
    pub(crate) comment: fn(&str) -> String,
    /// Other filters of texts, such as those that make identifiers. An error is the end of a sentence about the text, such
    /// as "is a reserved word".
    pub(crate) filters: &'static [(&'static str, Filter)],
    /// Whether the name and the namespace of the exported file can be used; the error says why not.
    pub(crate) usage: fn(&Model) -> Result<(), String>,
    /// What of the table the language can't hold.
    pub(crate) check: fn(&Model) -> Vec<Refusal>,
}

pub(crate) type Filter = fn(&str) -> Result<String, String>;

/// A value that a language can write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Literal<'a> {
    Null,
    Boolean(bool),
    Integer(i128),
    Text(&'a str),
}

/// Why a table can't be exported to a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// The position of the row that it is about.
    pub(crate) row: Option<usize>,
    /// What is wrong, with the language's name.
    pub(crate) message: String,
    /// What to do.
    pub(crate) help: String,
}

/// All languages, in the order in which `--help` lists them.
pub(crate) const ALL: &[&Language] = &[
    &typescript::TYPESCRIPT,
    &python::PYTHON,
    &php::PHP,
    &go::GO,
    &rust::RUST,
    &json::JSON,
    &markdown::MARKDOWN,
    &html::HTML,
    &openapi::OPENAPI,
];

/// The language of this name.
pub(crate) fn find(name: &str) -> Option<&'static Language> {
    ALL.iter().copied().find(|language| language.name == name)
}

/// A usage that needs nothing: there is no namespace.
pub(crate) fn no_namespace(model: &Model) -> Result<(), String> {
    match model.namespace_name {
        Some(_) => Err("the exported file has no namespace: remove `--namespace`".to_owned()),
        None => Ok(()),
    }
}

/// Whether a character changes how the text around it is shown, shows nothing, or ends a line for some programs only. Sources
/// have no such characters.
pub(crate) fn steers_text(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
        || c.is_control() && c != '\t'
}

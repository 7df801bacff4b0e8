//! The formats of inputs.

use std::path::Path;

use ineo_codes_table::Source;

use super::sheet::{Problem, Request, Sheet};
use super::{csv, html, json, markdown, toml};
use crate::failure::Failure;

/// A format that `import` reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// Tab-separated values.
    Tsv,
    /// JSON, with comments.
    Json,
    /// A table in Markdown.
    Markdown,
    /// A table in HTML.
    Html,
    /// A table of codes, or other TOML.
    Toml,
}

impl Format {
    /// The format of a file with this name.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        Some(match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "csv" => Self::Csv,
            "tsv" | "tab" => Self::Tsv,
            "json" | "jsonc" => Self::Json,
            "md" | "markdown" => Self::Markdown,
            "html" | "htm" | "xhtml" => Self::Html,
            "toml" => Self::Toml,
            _ => return None,
        })
    }

    /// Reads the records of an input.
    pub(crate) fn read(self, source: &Source, request: &Request) -> Result<Sheet, Problem> {
        let text = source.text();
        let is_grid = !matches!(self, Self::Json | Self::Toml);
        if is_grid && request.rows.is_some() {
            return Err(Failure::new("`--rows` is for JSON and TOML").into());
        }
        if request.nth.is_some() && !matches!(self, Self::Markdown | Self::Html) {
            return Err(Failure::new("`--nth` is for Markdown and HTML, which may have several tables").into());
        }
        if request.delimiter.is_some() && !matches!(self, Self::Csv | Self::Tsv) {
            return Err(Failure::new("`--delimiter` is for CSV and TSV").into());
        }
        match self {
            Self::Csv => csv::read(text, b',', request),
            Self::Tsv => csv::read(text, b'\t', request),
            Self::Json => json::read(text, request),
            Self::Markdown => markdown::read(text, request),
            Self::Html => html::read(text, request),
            Self::Toml => toml::read(text, request),
        }
    }
}

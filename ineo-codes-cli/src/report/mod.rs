//! Findings, as people and machines read them.

mod github;
mod json;
mod sarif;
mod text;

pub(crate) use self::json::pretty;
pub(crate) use self::text::text;

use crate::finding::{FAULT, Finding};

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Text,
    /// One JSON object.
    Json,
    /// Annotations of GitHub Actions.
    Github,
    /// SARIF 2.1.0, which code scanners exchange.
    Sarif,
}

/// A rule that findings may break: a lint, or the faults of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rule {
    pub(crate) name: &'static str,
    pub(crate) description: &'static str,
}

impl Rule {
    /// Faults of a table, or of an input.
    pub(crate) const FAULT: Self = Self { name: FAULT, description: "The file is faulty, and can't be used." };
}

/// All findings. Nothing in them can end a line, a field or an annotation.
pub(crate) fn render(format: Format, findings: &[Finding], rules: &[Rule]) -> String {
    match format {
        Format::Text => text(findings),
        Format::Json => json::json(findings),
        Format::Github => github::github(findings),
        Format::Sarif => sarif::sarif(findings, rules),
    }
}

//! The arguments of `diff`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::change::Kind;
use super::report::Format;

/// Say what changed between two tables, and whom it breaks
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  ineo-codes diff old.toml new.toml
  ineo-codes diff --against HEAD codes.toml
  ineo-codes diff --against origin/main --format github codes.toml
  ineo-codes diff --against v1.2.0 --fail-on none --format markdown codes.toml

Kinds of changes:
  breaking   programs stop compiling, or can't read what they stored
  behaviour  programs do something else: retry, category, http, unlisted codes
  text       people read something else: messages and docs
  added      compatible: rows, aliases, languages, columns, deprecations")]
pub(crate) struct Diff {
    /// The old table and the new one; with --against, the new one
    #[arg(value_name = "TABLE", required = true, num_args = 1..=2)]
    pub(crate) tables: Vec<PathBuf>,
    /// Compare with what a revision of git has, REV or REV:PATH
    #[arg(long, value_name = "REV", allow_hyphen_values = true)]
    pub(crate) against: Option<String>,
    /// Which changes to exit with 1 for; `behavior` is an alias
    #[arg(long, value_name = "KIND", default_value = "breaking")]
    pub(crate) fail_on: FailOn,
    /// How to write the changes
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
}

/// Which changes make `diff` exit with 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// What stops programs from compiling, or from reading what they stored
    Breaking,
    /// That, and what programs do differently
    #[value(alias = "behavior")]
    Behaviour,
    /// That, and messages and docs
    Text,
    /// Any change
    Any,
    /// None
    None,
}

impl FailOn {
    pub(super) fn includes(self, kind: Kind) -> bool {
        match self {
            Self::None => false,
            Self::Breaking => kind == Kind::Breaking,
            Self::Behaviour => matches!(kind, Kind::Breaking | Kind::Behaviour),
            Self::Text => kind != Kind::Added,
            Self::Any => true,
        }
    }
}

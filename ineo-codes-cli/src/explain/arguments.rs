//! The arguments of `explain`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Say what codes mean, by number or by name
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  ineo-codes explain 404 2001 599 data_error
  ineo-codes explain --language fa 404
  ineo-codes explain --table gateway.toml -1
  ineo-codes explain                            the whole table")]
pub(crate) struct Explain {
    /// The table [default: that of the i-neo web services]
    #[arg(long, value_name = "FILE")]
    pub(crate) table: Option<PathBuf>,
    /// Show messages in this language alone, a tag such as `fa`
    #[arg(long, value_name = "TAG")]
    pub(crate) language: Option<String>,
    /// How to write the answer
    #[arg(long, default_value = "text")]
    pub(crate) format: ExplainFormat,
    /// Codes, and names as the service sends them; none stands for the whole table
    #[arg(value_name = "CODE|NAME", allow_negative_numbers = true)]
    pub(crate) asked: Vec<std::ffi::OsString>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExplainFormat {
    /// For people
    Text,
    /// A JSON array
    Json,
}

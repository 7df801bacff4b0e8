//! The arguments of `export`.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser};

use super::languages;
use crate::report;

/// Write a table in another language
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  ineo-codes export codes.toml --to typescript --output src/codes.ts
  ineo-codes export codes.toml --to typescript --output src/codes.ts --check
  ineo-codes export codes.toml --to php --namespace 'Acme\\Payments' --name GatewayCode
  ineo-codes export codes.toml --to json
  ineo-codes export codes.toml --template codes.kt.jinja --output Codes.kt

A template is for minijinja, a dialect of Jinja; its variables are the fields that `--to json` writes.")]
pub(crate) struct Export {
    /// The table; `-` is standard input
    #[arg(value_name = "TABLE")]
    pub(crate) table: PathBuf,
    /// The language or format to write
    #[arg(long, value_name = "TARGET", required_unless_present = "template", conflicts_with = "template",
          value_parser = targets())]
    pub(crate) to: Option<String>,
    /// Fill in a template of your own; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) template: Option<PathBuf>,
    /// The name of the type of codes, in `UpperCamelCase`
    #[arg(long, value_name = "NAME", default_value = "StatusCode", value_parser = type_name)]
    pub(crate) name: String,
    /// The namespace or package of the file, if the language has one
    #[arg(long, value_name = "NAME")]
    pub(crate) namespace: Option<String>,
    /// Write to this file [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Write nothing; show the difference and exit with 1 if the file is not up to date
    #[arg(long, requires = "output")]
    pub(crate) check: bool,
    /// How to write what is wrong with the table
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: report::Format,
}

fn targets() -> PossibleValuesParser {
    languages::ALL.iter().map(|language| PossibleValue::new(language.name).help(language.title)).into()
}

/// A name that is a type's in every language.
fn type_name(text: &str) -> Result<String, String> {
    const LONGEST: usize = 64;
    let is_name = text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.chars().all(|c| c.is_ascii_alphanumeric())
        && text.len() <= LONGEST;
    if is_name {
        Ok(text.to_owned())
    } else {
        Err(format!("a name is in UpperCamelCase, of up to {LONGEST} ASCII letters and digits"))
    }
}

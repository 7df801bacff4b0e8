//! The arguments of the command, its completions and its manual page.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum};

use crate::check::Lint;
use crate::diff;
use crate::export;
use crate::failure::{Failure, Outcome};
use crate::import::{Assignment, Format, Repr};
use crate::report;
use crate::streams::Streams;

/// Checks, explains, imports, exports and compares tables of status codes.
#[derive(Debug, Parser)]
#[command(name = "ineo-codes", version, max_term_width = 100, arg_required_else_help = true, after_help = EXIT)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// When to use colors; `NO_COLOR` is honoured
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
}

const EXIT: &str = "\
Exit status:
  0  fine
  1  findings: faults in a file's content, drift, and what --deny and --fail-on name
  2  wrong usage, a file that can't be read or written, git";

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Explain(Explain),
    Check(Check),
    Import(Import),
    Export(Export),
    Diff(Diff),
    /// Print completions for a shell
    #[command(after_help = "\
Examples:
  ineo-codes completions bash > ~/.local/share/bash-completion/completions/ineo-codes
  ineo-codes completions fish > ~/.config/fish/completions/ineo-codes.fish")]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    #[command(hide = true)]
    Man,
}

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

/// Check tables: the macro's own faults, and lints
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  ineo-codes check codes.toml gateway.toml
  ineo-codes check --deny missing-translation codes.toml
  ineo-codes check --format github codes.toml    annotations in a pull request
  ineo-codes check --format sarif codes.toml > codes.sarif")]
pub(crate) struct Check {
    /// Tables; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// Make a lint fail; `all` stands for each of them
    #[arg(long, value_name = "LINT")]
    pub(crate) deny: Vec<Lint>,
    /// How to write what was found
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: report::Format,
}

/// Make a table from a published list, or bring one up to date with it
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  ineo-codes import errors.csv --map code=Code --map name=Symbol --map message=Text -o codes.toml
  ineo-codes import errors.json --map 'code=$key' --map 'message=$value'
  ineo-codes import docs.html --nth 2 --map code=1 --map name=2 --into codes.toml
  ineo-codes import list.tsv --no-header --map code=1 --map name=2 --into codes.toml --check

A KEY is a key of a row: code, name, aliases, variant, category, http, retry, message,
message.TAG, deprecated, or a column of the table. A COLUMN is a header, a number from 1,
or for JSON and TOML a pointer such as /error/code, $key or $value.")]
pub(crate) struct Import {
    /// The list; `-` is standard input
    #[arg(value_name = "INPUT")]
    pub(crate) input: PathBuf,
    /// The format of the input [default: by its name]
    #[arg(long, value_name = "FORMAT")]
    pub(crate) from: Option<Format>,
    /// Take a key from a column [default: headers that are keys]
    #[arg(long, value_name = "KEY=COLUMN")]
    pub(crate) map: Vec<Assignment>,
    /// Give a key that the input doesn't have
    #[arg(long, value_name = "KEY=VALUE")]
    pub(crate) set: Vec<Assignment>,
    /// The first row is a row, not a header
    #[arg(long)]
    pub(crate) no_header: bool,
    /// Where the rows are in JSON or TOML, a JSON pointer
    #[arg(long, value_name = "POINTER")]
    pub(crate) rows: Option<String>,
    /// Which table of a page, from 1
    #[arg(long, value_name = "N")]
    pub(crate) nth: Option<usize>,
    /// What separates cells, one ASCII character or `tab`
    #[arg(long, value_name = "C", value_parser = delimiter)]
    pub(crate) delimiter: Option<u8>,
    /// The encoding of the input [default: UTF-8, or UTF-16 with a byte order mark]
    #[arg(long, value_name = "NAME")]
    pub(crate) encoding: Option<String>,
    /// What the codes are: `text`, or u8 to u64 and i8 to i64 [default: what fits]
    #[arg(long)]
    pub(crate) repr: Option<Repr>,
    /// Bring this table up to date
    #[arg(long, value_name = "TABLE")]
    pub(crate) into: Option<PathBuf>,
    /// Write to this file [default: TABLE, or standard output]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// How to write what is wrong with the input
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: report::Format,
    /// Write nothing; exit with 1 if TABLE is not up to date
    #[arg(long, requires = "into", conflicts_with = "output")]
    pub(crate) check: bool,
}

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
    pub(crate) fail_on: diff::FailOn,
    /// How to write the changes
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: diff::Format,
}

fn targets() -> PossibleValuesParser {
    export::ALL.iter().map(|language| PossibleValue::new(language.name).help(language.title)).into()
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

fn delimiter(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        b"tab" | b"\\t" => Ok(b'\t'),
        [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\r' | b'\n' | b'#') => Ok(*byte),
        _ => {
            Err("a delimiter is one ASCII character other than a quote, `#` or line break, or the word `tab`"
                .to_owned())
        }
    }
}

/// Prints completions for a shell.
pub(crate) fn completions(shell: clap_complete::Shell, streams: &mut Streams) -> Result<Outcome, Failure> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "ineo-codes", &mut text);
    streams.print(&String::from_utf8_lossy(&text))?;
    Ok(Outcome::Fine)
}

/// Prints the manual page: all of it in one.
pub(crate) fn man(streams: &mut Streams) -> Result<Outcome, Failure> {
    let unwritable = |error: std::io::Error| Failure::new(format!("can't write the manual page: {error}"));
    let mut text = Vec::new();
    let command = Arguments::command();
    clap_mangen::Man::new(command.clone()).render(&mut text).map_err(unwritable)?;
    for inner in command.get_subcommands().filter(|inner| !inner.is_hide_set()) {
        let name = format!("ineo-codes {}", inner.get_name());
        let man = clap_mangen::Man::new(inner.clone().bin_name(name));
        text.extend_from_slice(format!(".SH {}\n", inner.get_name().to_uppercase()).as_bytes());
        man.render_synopsis_section(&mut text).map_err(unwritable)?;
        man.render_description_section(&mut text).map_err(unwritable)?;
        man.render_options_section(&mut text).map_err(unwritable)?;
        man.render_extra_section(&mut text).map_err(unwritable)?;
    }
    streams.print(&String::from_utf8_lossy(&text))?;
    Ok(Outcome::Fine)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }
}

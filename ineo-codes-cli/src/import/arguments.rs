//! The arguments of `import`.

use std::path::PathBuf;

use clap::Args;

use super::format::Format;
use super::key::Assignment;
use super::repr::Repr;
use crate::report;

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

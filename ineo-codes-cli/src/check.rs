//! `check`: the macro's own faults, and lints.

use std::path::PathBuf;

use clap::{Args, ValueEnum as _};

use crate::failure::{Failure, Outcome};
use crate::finding::Finding;
use crate::lints::{self, Lint};
use crate::report::{self, Rule};
use crate::streams::{Level, Streams};
use crate::table;

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

/// Runs `ineo-codes check`.
pub(crate) fn run(arguments: &Check, streams: &mut Streams) -> Result<Outcome, Failure> {
    let mut findings: Vec<Finding> = Vec::new();
    let mut failures: Vec<Failure> = Vec::new();
    for path in &arguments.files {
        let source = match table::open(path) {
            Ok(source) => source,
            Err(failure) => {
                failures.push(failure);
                continue;
            }
        };
        // What a lint says of a faulty table may be wrong.
        findings.extend(match table::sound(&source) {
            Ok(table) => lints::lints(&source, &table),
            Err(faults) => faults,
        });
    }
    let is_denied = |rule: &str| arguments.deny.iter().any(|lint| *lint == Lint::All || lint.name() == rule);
    for finding in &mut findings {
        if is_denied(finding.rule) {
            finding.level = Level::Error;
        }
    }
    streams.print(&report::render(arguments.format, &findings, &rules()))?;
    if let Some(last) = failures.pop() {
        for failure in &failures {
            streams.complain(failure);
        }
        return Err(last);
    }
    Ok(Outcome::of(findings.iter().any(|finding| finding.level == Level::Error)))
}

/// All that `check` may report.
fn rules() -> Vec<Rule> {
    let lints = Lint::value_variants().iter().filter(|lint| **lint != Lint::All);
    std::iter::once(Rule::FAULT)
        .chain(lints.map(|lint| Rule { name: lint.name(), description: lint.description() }))
        .collect()
}

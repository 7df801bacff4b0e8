//! `check`: the macro's own faults, and lints.

use clap::ValueEnum as _;

use crate::arguments::Check;
use crate::failure::{Failure, Outcome};
use crate::finding::Finding;
use crate::lints;
pub(crate) use crate::lints::Lint;
use crate::report::{self, Rule};
use crate::streams::{Level, Streams};
use crate::table;

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

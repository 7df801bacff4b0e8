//! `diff`: what changed between two tables, and whom it breaks.

mod arguments;
mod change;
mod compare;
mod git;
mod meaning;
mod report;
mod reservations;
mod rows;
mod unlisted;

use std::path::Path;
use std::rc::Rc;

use ineo_codes_table::Source;

pub(crate) use self::arguments::Diff;
pub use self::change::{Change, Kind, Subject};
pub use self::compare::compare;
pub use self::rows::first;
use crate::failure::{Failure, Outcome};
use crate::streams::{Level, Streams};
use crate::{files, table};

/// Runs `ineo-codes diff`.
pub(crate) fn run(arguments: &Diff, streams: &mut Streams) -> Result<Outcome, Failure> {
    let (old, new_path): (Option<Rc<Source>>, &Path) = match (&arguments.against, arguments.tables.as_slice()) {
        (Some(revision), [table]) => (git::read(revision, table)?, table),
        (Some(_), _) => return Err(Failure::new("`--against` compares one table with a revision of itself")),
        (None, [old, new]) => {
            if files::is_standard(old) && files::is_standard(new) {
                return Err(Failure::new("both tables can't be standard input"));
            }
            (Some(table::open(old)?), new)
        }
        (None, _) => {
            return Err(Failure::new("there is nothing to compare with")
                .help("name two tables, or a revision: `--against HEAD`"));
        }
    };
    let new = table::open(new_path)?;
    let new_table = match read(&new, arguments.format, streams)? {
        Ok(table) => table,
        Err(outcome) => return Ok(outcome),
    };
    let old_table = match &old {
        Some(old) => match read(old, arguments.format, streams)? {
            Ok(table) => Some(table),
            Err(outcome) => return Ok(outcome),
        },
        None => None,
    };
    let changes = if let Some(old_table) = &old_table {
        compare(old_table, &new_table)
    } else {
        let revision = arguments.against.as_deref().unwrap_or_default();
        let message = format!("`{revision}` doesn't have `{}`: every row counts as added", new.name());
        streams.note(Level::Note, &message)?;
        first(&new_table)
    };
    streams.print(&report::render(arguments.format, &changes, &new, &|kind| arguments.fail_on.includes(kind)))?;
    if let Some(old) = &old_table
        && let Some(advice) = reservations::advice(&changes, old, &new_table)
    {
        streams.note(Level::Note, &advice)?;
    }
    Ok(Outcome::of(changes.iter().any(|change| arguments.fail_on.includes(change.kind))))
}

/// A table that can be compared; otherwise its faults are the findings.
fn read(
    source: &Rc<Source>,
    format: report::Format,
    streams: &mut Streams,
) -> Result<Result<ineo_codes_table::model::Table, Outcome>, Failure> {
    match table::sound(source) {
        Ok(table) => Ok(Ok(table)),
        Err(faults) => {
            streams.print(&crate::report::render(format.of_findings(), &faults, &[crate::report::Rule::FAULT]))?;
            Ok(Err(Outcome::Findings))
        }
    }
}

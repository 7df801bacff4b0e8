//! Inputs that may have several tables: Markdown and HTML.

use ineo_codes_table::{Fault, Span};

use super::sheet::{Problem, Request};
use crate::failure::Failure;

/// The one table of a page, or the one that `--nth` names.
pub(crate) fn one_table(source: &str, tables: &[Span], request: &Request) -> Result<Span, Problem> {
    let line = |span: &Span| source[..span.start].matches('\n').count() + 1;
    match (request.nth, tables) {
        (_, []) => Err(Fault::new(&(0..0), "the input has no table").into()),
        (None, [table]) => Ok(table.clone()),
        (None, [first, .., last]) => Err(Failure::new(format!("the input has {} tables", tables.len()))
            .help(format!(
                "name one with `--nth`: the first begins in line {}, the last in line {}",
                line(first),
                line(last)
            ))
            .into()),
        (Some(number), tables) => match number.checked_sub(1).and_then(|at| tables.get(at)) {
            Some(table) => Ok(table.clone()),
            None => Err(Failure::new(format!("there is no table {number}: the input has {}", tables.len())).into()),
        },
    }
}

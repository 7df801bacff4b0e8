//! Inputs of rows and columns: CSV, TSV, and tables in Markdown and HTML.

use ineo_codes_table::{Fault, Span};

use super::key::{Assignment, Key};
use super::sheet::{Cell, MOST_RECORDS, Problem, Record, Request, Sheet, Taken, too_many};
use super::{codes, repr};
use crate::failure::Failure;

/// The most columns that a row may have.
const MOST_COLUMNS: usize = 1_000;

/// Takes the rows of a grid, the header first.
pub(crate) struct Grid<'r> {
    request: &'r Request,
    header: Option<Vec<String>>,
    /// Which column each key is taken from, once that is known.
    taken: Option<Vec<(Key, usize)>>,
    records: Vec<Record>,
}

/// One cell as it is read: what it says, and where.
pub(crate) type GridCell<'t> = (&'t str, Span);

impl<'r> Grid<'r> {
    pub(crate) fn new(request: &'r Request) -> Self {
        Self { request, header: None, taken: None, records: Vec::new() }
    }

    /// Takes a row. `number` is how a spreadsheet counts it.
    pub(crate) fn push(&mut self, number: usize, cells: &[GridCell<'_>], span: Span) -> Result<(), Problem> {
        if cells.len() > MOST_COLUMNS {
            let fault = Fault::new(&cells[MOST_COLUMNS].1, format!("row {number} has {} columns", cells.len()));
            let fault = fault.label(format!("the first of more than {MOST_COLUMNS}"));
            return Err(fault.help("is this the right delimiter, and a table of codes?").into());
        }
        if cells.iter().all(|(text, _)| text.trim().is_empty()) {
            return Ok(());
        }
        if self.taken.is_none() {
            let header = (!self.request.has_no_header)
                .then(|| cells.iter().map(|(text, _)| text.trim().to_owned()).collect::<Vec<_>>());
            self.taken = Some(columns(self.request, header.as_deref(), cells.len())?);
            if let Some(header) = header {
                self.header = Some(header);
                return Ok(());
            }
        }
        if self.records.len() == MOST_RECORDS {
            return Err(too_many(&span, "row").into());
        }
        let taken = self.taken.as_deref().unwrap_or_default();
        let cell =
            |(_, column): &(Key, usize)| cells.get(*column).and_then(|(text, span)| Cell::of_text(text, span.clone()));
        self.records.push(Record { number, cells: taken.iter().map(cell).collect(), span });
        Ok(())
    }

    pub(crate) fn finish(self) -> Result<Sheet, Problem> {
        let Some(taken) = self.taken else {
            return Err(Failure::new("the input has no rows").into());
        };
        let header = self.header.unwrap_or_default();
        let is_left_out = |at: usize| taken.iter().all(|(_, column)| *column != at);
        let left_out = header.iter().enumerate().filter(|(at, name)| !name.is_empty() && is_left_out(*at));
        let left_out = left_out.map(|(_, name)| name.clone()).filter(|_| self.request.map.is_empty()).collect();
        let keys = taken.into_iter().map(|(key, at)| {
            let column = header.get(at).filter(|name| !name.is_empty());
            Taken { key, column: column.map_or_else(|| (at + 1).to_string(), Clone::clone) }
        });
        Ok(Sheet { keys: keys.collect(), left_out, records: self.records, unit: "row" })
    }
}

/// The columns from which keys are taken.
fn columns(request: &Request, header: Option<&[String]>, count: usize) -> Result<Vec<(Key, usize)>, Failure> {
    let mut taken: Vec<(Key, usize)> = Vec::new();
    if request.map.is_empty() {
        for (at, name) in header.unwrap_or_default().iter().enumerate() {
            let column = || request.columns.iter().find(|column| column.eq_ignore_ascii_case(name));
            let key = Key::of_header(name).or_else(|| Some(Key::Column(column()?.clone(), None)));
            if let Some(key) = key.filter(|key| taken.iter().all(|(other, _)| other != key)) {
                taken.push((key, at));
            }
        }
    }
    for Assignment { key, value } in &request.map {
        taken.push((key.clone(), column(value, header, count)?));
    }
    if taken.iter().any(|(key, _)| *key == Key::Code) {
        return Ok(taken);
    }
    let failure = Failure::new("no column is mapped to `code`");
    // A code where the name of a column should be.
    if let Some(at) = header.and_then(|header| header.iter().position(|name| codes::is_number(name))) {
        return Err(failure.help(format!(
            "the first row looks like a row, not like a header: add `--no-header --map code={} --map name=COLUMN`, with \
             columns by number",
            at + 1
        )));
    }
    if let Some([line]) = header
        && let Some(delimiter) = [';', '\t', '|'].into_iter().find(|delimiter| line.contains(*delimiter))
    {
        let delimiter = if delimiter == '\t' { "tab".to_owned() } else { format!("'{delimiter}'") };
        let line = repr::shortened(line);
        return Err(failure.help(format!("the input has one column, `{line}`: add `--delimiter {delimiter}`")));
    }
    Err(match header {
        Some(header) if !request.map.is_empty() || header.len() > 1 => {
            failure.help(format!("add `--map code=COLUMN` with one of {}", named(header)))
        }
        Some(header) => failure.help(format!(
            "the input has one column, {}: is `--delimiter` missing, or `--no-header --map code=1`?",
            named(header)
        )),
        None => failure.help("add `--map code=1`, with the number of the column"),
    })
}

/// The position of the column that is called so, or has this number.
fn column(name: &str, header: Option<&[String]>, count: usize) -> Result<usize, Failure> {
    let header = header.unwrap_or_default();
    let exact = header.iter().position(|other| other == name);
    let found = exact.or_else(|| header.iter().position(|other| other.eq_ignore_ascii_case(name)));
    if let Some(at) = found {
        if let Some(again) = header.iter().skip(at + 1).position(|other| *other == header[at]) {
            let numbers = format!("{} and {}", at + 1, at + again + 2);
            return Err(Failure::new(format!("two columns are called `{name}`"))
                .help(format!("name the one that is meant by its number: {numbers}")));
        }
        return Ok(at);
    }
    match name.parse::<usize>() {
        Ok(number) if (1..=count.max(header.len())).contains(&number) => Ok(number - 1),
        Ok(number) => Err(Failure::new(format!("there is no column {number}: the input has {count}"))),
        Err(_) if header.is_empty() => {
            Err(Failure::new(format!("there is no column `{name}`, as the input has no header"))
                .help(format!("name it by its number, from 1 to {count}")))
        }
        Err(_) => {
            Err(Failure::new(format!("there is no column `{name}`")).help(format!("the columns are {}", named(header))))
        }
    }
}

fn named(header: &[String]) -> String {
    const NAMED: usize = 20;
    let names: Vec<String> = header
        .iter()
        .enumerate()
        .take(NAMED)
        .map(|(at, name)| if name.is_empty() { (at + 1).to_string() } else { format!("`{name}`") })
        .collect();
    let more = if header.len() > NAMED { ", …" } else { "" };
    format!("{}{more}", names.join(", "))
}

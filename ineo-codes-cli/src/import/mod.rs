//! `import`: a table from a published list, or one brought up to date with it.

mod arguments;
mod codes;
mod columns;
mod csv;
mod decode;
mod format;
mod grid;
mod html;
mod json;
pub(crate) mod key;
mod markdown;
mod merge;
mod new;
mod page;
pub(crate) mod repr;
mod rows;
pub(crate) mod sheet;
mod toml;
mod tree;
pub(crate) mod value;
mod variant;
pub(crate) mod write;

use std::rc::Rc;

use ineo_codes_table::{Fault, Source, Span};

pub(crate) use self::arguments::Import;
pub use self::format::Format;
pub use self::key::Assignment;
pub use self::repr::Repr;
use self::rows::Rows;
use self::sheet::{Problem, Request, Taken};
use crate::failure::{Failure, Outcome};
use crate::files;
use crate::finding::Finding;
use crate::report::{self, Rule};
use crate::streams::{Level, Streams};

/// Runs `ineo-codes import`.
pub(crate) fn run(arguments: &Import, streams: &mut Streams) -> Result<Outcome, Failure> {
    let Import { input, into, output, .. } = arguments;
    let is_standard = |path: &Option<std::path::PathBuf>| path.as_deref().is_some_and(files::is_standard);
    if files::is_standard(input) && is_standard(into) {
        return Err(Failure::new("the input and the table can't both be standard input"));
    }
    let format = arguments.from.or_else(|| Format::of(input)).ok_or_else(|| {
        Failure::new(format!("the name `{}` doesn't say which format it is", files::shown(input)))
            .help("add `--from csv`, `tsv`, `json`, `markdown`, `html` or `toml`")
    })?;
    let existing = match into {
        Some(path) => Some(merge::Existing::open(path)?),
        None => None,
    };
    let name = if files::is_standard(input) { "<stdin>".to_owned() } else { files::shown(input) };
    let bytes = files::read(input)?;
    let source = match decode::decode(&name, &bytes, arguments.encoding.as_deref()) {
        Ok(source) => source,
        Err((source, problem)) => return refuse(&Rc::new(source), problem, arguments.format, streams),
    };
    drop(bytes);
    let source = Rc::new(source);
    let parsed = match existing.as_ref().map(|existing| existing.parse(streams)).transpose()? {
        Some(Err(outcome)) => return Ok(outcome),
        Some(Ok(parsed)) => Some(parsed),
        None => None,
    };
    let request = Request {
        map: arguments.map.clone(),
        columns: parsed.as_ref().map(merge::Parsed::columns).unwrap_or_default(),
        has_no_header: arguments.no_header,
        rows: arguments.rows.clone(),
        nth: arguments.nth,
        delimiter: arguments.delimiter,
    };
    let repr = match (&parsed, arguments.repr) {
        (Some(parsed), Some(repr)) if parsed.repr() != repr => {
            let has = parsed.repr().name();
            return Err(Failure::new(format!("the table has `repr = \"{has}\"`, not `{}`", repr.name())));
        }
        (Some(parsed), _) => Some(parsed.repr()),
        (None, repr) => repr,
    };
    let input = match read(format, &source, &request, &arguments.set, repr) {
        Ok(input) => input,
        Err(problem) => return refuse(&source, problem, arguments.format, streams),
    };
    let mut report = Report::new(&source, arguments.format);
    input.notes(arguments.map.is_empty(), existing.is_some()).into_iter().for_each(|note| report.note(note));
    let rows = input.rows;
    for note in &rows.notes {
        report.findings.push(Finding::of_fault(&source, note.clone()).at_level(Level::Warning));
    }
    let (text, target) = if let (Some(existing), Some(parsed)) = (&existing, parsed) {
        let merged = parsed.merge(&rows).and_then(|merged| {
            sound(&merged.text, &merged.starts, &rows)?;
            Ok(merged)
        });
        let merged = match merged {
            Ok(merged) => merged,
            Err(faults) => return report.refuse(faults, streams),
        };
        merged.notes.into_iter().for_each(|note| report.note(note));
        let text = existing.finish(merged.text);
        let is_same = text == existing.raw();
        if arguments.check {
            if !is_same {
                let title = format!("`{}` is not up to date with `{name}`", existing.source().name());
                report.findings.push(Finding::of_file(existing.source(), title));
            }
            report.write(streams)?;
            return Ok(Outcome::of(!is_same));
        }
        // A file that is as it should be is not touched.
        let target = output
            .as_deref()
            .or(into.as_deref())
            .filter(|path| output.is_some() || !is_same || files::is_standard(path));
        (text, target)
    } else {
        let written = new::write(&rows).and_then(|written| {
            sound(&written.text, &written.starts, &rows)?;
            Ok(written)
        });
        match written {
            Ok(written) => (written.text, Some(output.as_deref().unwrap_or("-".as_ref()))),
            Err(faults) => return report.refuse(faults, streams),
        }
    };
    report.write(streams)?;
    if let Some(target) = target {
        files::write(target, &text, streams)?;
    }
    Ok(Outcome::Fine)
}

/// What is written to standard error: notes for people, and findings in the format that is asked for.
struct Report<'s> {
    source: &'s Rc<Source>,
    format: report::Format,
    notes: Vec<String>,
    findings: Vec<Finding>,
}

impl<'s> Report<'s> {
    fn new(source: &'s Rc<Source>, format: report::Format) -> Self {
        Self { source, format, notes: Vec::new(), findings: Vec::new() }
    }

    fn note(&mut self, note: String) {
        self.notes.push(note);
    }

    fn write(&self, streams: &mut Streams) -> Result<(), Failure> {
        if self.format == report::Format::Text {
            for note in &self.notes {
                streams.note(Level::Note, note)?;
            }
        }
        streams.warn(&report::render(self.format, &self.findings, &[Rule::FAULT]))
    }

    /// The input is faulty: nothing is written but that.
    fn refuse(mut self, faults: Vec<Fault>, streams: &mut Streams) -> Result<Outcome, Failure> {
        self.findings.extend(faults.into_iter().map(|fault| Finding::of_fault(self.source, fault)));
        self.write(streams)?;
        Ok(Outcome::Findings)
    }
}

/// The rows of an input, and what they were taken from.
struct Input {
    rows: Rows,
    taken: Vec<Taken>,
    left_out: Vec<String>,
    records: usize,
}

impl Input {
    /// What a person should know of it: what was taken without being asked for, and what was left out.
    fn notes(&self, is_unmapped: bool, is_merged: bool) -> Vec<String> {
        let mut notes = Vec::new();
        if is_unmapped {
            let taken = self.taken.iter().map(|taken| format!("{} from `{}`", taken.key, taken.column));
            notes.push(format!("took {}", taken.collect::<Vec<_>>().join(", ")));
            if !self.left_out.is_empty() {
                let columns: Vec<String> = self.left_out.iter().map(|column| format!("`{column}`")).collect();
                notes.push(format!("left out {}; `--map KEY=COLUMN` takes a column", columns.join(", ")));
            }
        }
        let (records, rows) = (self.records, self.rows.all.len());
        if !is_merged && rows < records {
            notes.push(format!("{records} entries have {rows} codes: those of one code are one row"));
        }
        notes
    }
}

fn read(
    format: Format,
    source: &Source,
    request: &Request,
    set: &[Assignment],
    repr: Option<Repr>,
) -> Result<Input, Problem> {
    if let Some(assignment) = set.iter().find(|set| matches!(set.key, key::Key::Code)) {
        let failure = Failure::new(format!("`--set {}=…` would give all rows one code", assignment.key));
        return Err(failure.into());
    }
    for Assignment { key, value } in set {
        let cell = sheet::Cell { value: sheet::Value::Text(value.clone()), span: 0..0 };
        if let Err(fault) = value::Meaning::read(key, &cell, None) {
            return Err(Failure::new(format!("`--set {key}={value}`: {}", fault.title)).into());
        }
    }
    let sheet = format.read(source, request)?;
    let (taken, left_out, records) = (sheet.keys.clone(), sheet.left_out.clone(), sheet.records.len());
    let rows = rows::collect(sheet, set, repr).map_err(Problem::Faults)?;
    if rows.all.is_empty() {
        return Err(Failure::new("the input has no rows").into());
    }
    Ok(Input { rows, taken, left_out, records })
}

/// Whether a table is sound; if not, its faults at the places of the input from which they come.
fn sound(text: &str, starts: &[(usize, Option<usize>)], rows: &Rows) -> Result<(), Vec<Fault>> {
    let source = Source::new("", text);
    let reading = ineo_codes_table::read(&source);
    if reading.faults.is_empty() {
        return Ok(());
    }
    let row_at = |span: &Span| {
        let row = starts.partition_point(|(start, _)| *start <= span.start);
        row.checked_sub(1).and_then(|at| starts[at].1).map(|at| &rows.all[at])
    };
    let faults = reading.faults.into_iter().map(|fault| {
        let row = row_at(&fault.span);
        let written = source.text().get(fault.span.clone()).unwrap_or_default().lines().next().unwrap_or_default();
        let (span, place) = row.map_or((0..0, String::new()), |row| (row.span.clone(), format!(" ({})", row.place)));
        let shown = if written.is_empty() { String::new() } else { format!(", at `{}`", repr::shortened(written)) };
        let mut here = Fault::new(&span, format!("{}{place}", fault.title)).label(format!("{}{shown}", fault.label));
        here.others = fault.others.iter().filter_map(|span| Some(row_at(span)?.span.clone())).collect();
        here.second = fault.second.and_then(|(span, label)| Some((row_at(&span)?.span.clone(), label)));
        here.help = fault.help;
        here
    });
    Err(faults.collect())
}

/// Makes a table of an input, and merges the same input into that. `None` if the input makes no table.
///
/// # Errors
///
/// What the merge says against the input, which a table was made of.
#[doc(hidden)]
#[must_use]
pub fn twice(format: Format, bytes: &[u8], map: &[Assignment]) -> Option<Result<[String; 2], String>> {
    let source = decode::decode("input", bytes, None).ok()?;
    let is_grid = !matches!(format, Format::Json | Format::Toml);
    let has_no_header = is_grid && !map.is_empty();
    let request = Request { map: map.to_vec(), has_no_header, ..Request::default() };
    let rows = read(format, &source, &request, &[], None).ok()?.rows;
    let made = new::write(&rows).ok()?;
    sound(&made.text, &made.starts, &rows).ok()?;

    let existing = merge::Existing::new(made.text);
    let mut streams = Streams::new(crate::streams::Color::Never);
    let merge = || {
        let parsed = existing.parse(&mut streams).ok()?.ok()?;
        let request = Request { columns: parsed.columns(), ..request };
        let rows = read(format, &source, &request, &[], Some(parsed.repr())).ok()?.rows;
        Some(parsed.merge(&rows).map(|merged| merged.text))
    };
    Some(match merge() {
        None => Err("the table can't be read".to_owned()),
        Some(Ok(merged)) => Ok([existing.raw().to_owned(), merged]),
        Some(Err(faults)) => Err(faults.into_iter().map(|fault| fault.title).collect::<Vec<_>>().join("\n")),
    })
}

/// The input can't be read.
fn refuse(
    source: &Rc<Source>,
    problem: Problem,
    format: report::Format,
    streams: &mut Streams,
) -> Result<Outcome, Failure> {
    match problem {
        Problem::Usage(failure) => Err(failure),
        Problem::Faults(faults) => Report::new(source, format).refuse(faults, streams),
    }
}

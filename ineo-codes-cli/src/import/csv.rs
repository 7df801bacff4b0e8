//! Comma-separated and tab-separated values.

use csv::{ReaderBuilder, StringRecord};
use ineo_codes_table::{Fault, Span};

use super::grid::{Grid, GridCell};
use super::sheet::{Problem, Request, Sheet};

/// Reads the rows of `text`, whose cells `delimiter` separates.
pub(crate) fn read(text: &str, delimiter: u8, request: &Request) -> Result<Sheet, Problem> {
    let delimiter = request.delimiter.unwrap_or(delimiter);
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .comment(Some(b'#'))
        .from_reader(text.as_bytes());
    let mut grid = Grid::new(request);
    let mut record = StringRecord::new();
    // A spreadsheet counts rows, where a text editor counts lines: a cell of several lines is in one row.
    let mut inner_lines = 0;
    let mut width = None;
    loop {
        let found = reader.read_record(&mut record).map_err(|error| {
            let at = error.position().map_or(0, |position| offset(position.byte()));
            Fault::new(&(at..at), format!("the input is not CSV: {error}"))
        })?;
        if !found {
            break;
        }
        let (start, line) = record.position().map_or((0, 1), |position| (offset(position.byte()), position.line()));
        let end = offset(reader.position().byte());
        // The reader's position of a record may lie before lines that are skipped.
        let (start, line) = skipped(text, start, line, end);
        let spans = cells(&text[start..end], delimiter);
        let mut row = Vec::with_capacity(record.len());
        for (at, cell) in record.iter().enumerate() {
            let span = spans.get(at).cloned().unwrap_or(0..0);
            row.push((cell, start + span.start..start + span.end));
        }
        let number = offset(line) - inner_lines;
        let is_blank = |cells: &[GridCell<'_>]| cells.iter().all(|(cell, _)| cell.trim().is_empty());
        // What is behind the last column would be lost, such as the end of a text with a comma in it.
        match width {
            Some(width) if row.len() > width && !is_blank(&row[width..]) => {
                let fault = Fault::new(&row[width].1, format!("row {number} has more cells than the header"));
                let help = "put texts that have the delimiter in them in quotes, or name the delimiter: `--delimiter`";
                return Err(fault.label(format!("beyond the {width} columns")).help(help).into());
            }
            None if !request.has_no_header && !is_blank(&row) => width = Some(row.len()),
            _ => {}
        }
        grid.push(number, &row, start..end)?;
        inner_lines += record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
    }
    grid.finish()
}

fn offset(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

/// The beginning of the record proper, and its line: behind blank lines and comments.
fn skipped(text: &str, mut start: usize, mut line: u64, end: usize) -> (usize, u64) {
    while start < end {
        let rest = &text[start..end];
        let is_blank = rest.starts_with(['\n', '\r']);
        if !is_blank && !rest.starts_with('#') {
            break;
        }
        match rest.find('\n') {
            Some(at) => {
                start += at + 1;
                line += 1;
            }
            None => break,
        }
    }
    (start, line)
}

/// Where each cell of a record is, without its quotes.
fn cells(record: &str, delimiter: u8) -> Vec<Span> {
    let bytes = record.as_bytes();
    let mut spans = Vec::new();
    let mut start = 0;
    loop {
        let is_quoted = bytes.get(start) == Some(&b'"');
        let mut at = start;
        if is_quoted {
            at += 1;
            while at < bytes.len() {
                if bytes[at] == b'"' {
                    if bytes.get(at + 1) != Some(&b'"') {
                        break;
                    }
                    at += 1;
                }
                at += 1;
            }
        }
        let closing = at.min(bytes.len());
        while at < bytes.len() && bytes[at] != delimiter && !matches!(bytes[at], b'\r' | b'\n') {
            at += 1;
        }
        spans.push(if is_quoted { start + 1..closing.max(start + 1) } else { start..at });
        if at >= bytes.len() || bytes[at] != delimiter {
            return spans;
        }
        start = at + 1;
    }
}

//! Tables in HTML.

use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use std::rc::Rc;

use html5gum::Tokenizer;
use ineo_codes_table::Span;

use super::grid::Grid;
use super::page::one_table;
use super::sheet::{Problem, Request, Sheet};

/// The most columns or rows that one cell is taken to span.
const WIDEST: usize = 1_000;

/// Reads the one table of `text`, or the one that is asked for.
pub(crate) fn read(text: &str, request: &Request) -> Result<Sheet, Problem> {
    let tables: Vec<Span> = tokens(text)
        .filter_map(|token| match token {
            Token::StartTag(tag) if name(&tag.name) == "table" => Some(tag.span.start..tag.span.end),
            _ => None,
        })
        .collect();
    let start = one_table(text, &tables, request)?.start;

    let mut rows = Rows { grid: Grid::new(request), number: 0, row: None, spanning: Vec::new() };
    let mut depth = 0;
    for token in tokens(text) {
        match token {
            Token::StartTag(tag) if name(&tag.name) == "table" => {
                depth += usize::from(depth > 0 || tag.span.start >= start);
            }
            Token::EndTag(tag) if name(&tag.name) == "table" && depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
            }
            // What is in a table inside a cell is that cell's text.
            Token::StartTag(tag) if depth == 1 => rows.start(&tag)?,
            Token::EndTag(tag) if depth == 1 => rows.end(&name(&tag.name), tag.span.start)?,
            Token::String(part) if depth > 0 => {
                rows.text(&String::from_utf8_lossy(&part.value), part.span.start..part.span.end);
            }
            _ => {}
        }
    }
    rows.finish_row(text.len())?;
    rows.grid.finish()
}

fn tokens(text: &str) -> impl Iterator<Item = Token<usize>> {
    let mut emitter = DefaultEmitter::new_with_span();
    // The content of a script or a style is not text.
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(text, emitter).filter_map(Result::ok)
}

fn name(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The rows of one table.
struct Rows<'r> {
    grid: Grid<'r>,
    number: usize,
    row: Option<Row>,
    /// For each column, what a cell above says in this row too, and in how many more.
    spanning: Vec<Option<(Rc<str>, Span, usize)>>,
}

#[derive(Default)]
struct Row {
    start: usize,
    cells: Vec<(Rc<str>, Span)>,
    open: Option<OpenCell>,
}

struct OpenCell {
    text: String,
    /// From the first to the last letter.
    span: Option<Span>,
    start: usize,
    columns: usize,
    rows: usize,
    /// Inside of an element whose text is not shown.
    hidden: Option<String>,
}

impl Rows<'_> {
    fn start(&mut self, tag: &StartTag<usize>) -> Result<(), Problem> {
        match name(&tag.name).as_str() {
            "tr" => {
                self.finish_row(tag.span.start)?;
                self.row = Some(Row { start: tag.span.start, ..Row::default() });
            }
            "td" | "th" => {
                self.finish_cell();
                let row = self.row.get_or_insert_with(|| Row { start: tag.span.start, ..Row::default() });
                let count = |attribute: &str| {
                    let value = tag.attributes.iter().find(|(key, _)| key.as_slice() == attribute.as_bytes());
                    let value = value.and_then(|(_, value)| name(value).trim().parse::<usize>().ok());
                    value.unwrap_or(1).clamp(1, WIDEST)
                };
                row.open = Some(OpenCell {
                    text: String::new(),
                    span: None,
                    start: tag.span.end,
                    columns: count("colspan"),
                    rows: count("rowspan"),
                    hidden: None,
                });
            }
            "br" | "p" | "div" | "li" => self.line_break(),
            hidden @ ("script" | "style" | "template") => {
                if let Some(cell) = self.row.as_mut().and_then(|row| row.open.as_mut())
                    && cell.hidden.is_none()
                    && !tag.self_closing
                {
                    cell.hidden = Some(hidden.to_owned());
                }
            }
            "tbody" | "thead" | "tfoot" => self.finish_row(tag.span.start)?,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, tag: &str, at: usize) -> Result<(), Problem> {
        match tag {
            "td" | "th" => self.finish_cell(),
            "tr" | "tbody" | "thead" | "tfoot" => self.finish_row(at)?,
            "p" | "div" | "li" => self.line_break(),
            _ => {
                if let Some(cell) = self.row.as_mut().and_then(|row| row.open.as_mut())
                    && cell.hidden.as_deref() == Some(tag)
                {
                    cell.hidden = None;
                }
            }
        }
        Ok(())
    }

    fn line_break(&mut self) {
        if let Some(cell) = self.row.as_mut().and_then(|row| row.open.as_mut())
            && !cell.text.is_empty()
            && !cell.text.ends_with('\n')
        {
            cell.text.push('\n');
        }
    }

    /// Text is shown with its blanks collapsed.
    fn text(&mut self, part: &str, span: Span) {
        let Some(cell) = self.row.as_mut().and_then(|row| row.open.as_mut()) else { return };
        if cell.hidden.is_some() {
            return;
        }
        for c in part.chars() {
            // A non-breaking blank is kept, as HTML does.
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}') {
                if !cell.text.is_empty() && !cell.text.ends_with([' ', '\n']) {
                    cell.text.push(' ');
                }
            } else {
                cell.text.push(c);
            }
        }
        if !part.trim().is_empty() {
            let from = cell.span.as_ref().map_or(span.start, |span| span.start);
            cell.span = Some(from..span.end);
        }
    }

    fn finish_cell(&mut self) {
        let Some(row) = &mut self.row else { return };
        let Some(cell) = row.open.take() else { return };
        let text: Rc<str> = cell.text.lines().map(str::trim).collect::<Vec<_>>().join("\n").into();
        let span = cell.span.unwrap_or(cell.start..cell.start);
        take_from_above(row, &mut self.spanning);
        for _ in 0..cell.columns {
            let at = row.cells.len();
            // One more than a row may have is enough to be told.
            if at > WIDEST {
                break;
            }
            row.cells.push((text.clone(), span.clone()));
            if cell.rows > 1 {
                if self.spanning.len() <= at {
                    self.spanning.resize(at + 1, None);
                }
                self.spanning[at] = Some((text.clone(), span.clone(), cell.rows - 1));
            }
        }
    }

    fn finish_row(&mut self, end: usize) -> Result<(), Problem> {
        self.finish_cell();
        let Some(mut row) = self.row.take() else { return Ok(()) };
        take_from_above(&mut row, &mut self.spanning);
        if row.cells.is_empty() {
            return Ok(());
        }
        self.number += 1;
        let cells: Vec<(&str, Span)> = row.cells.iter().map(|(text, span)| (&**text, span.clone())).collect();
        self.grid.push(self.number, &cells, row.start..end)
    }
}

/// Adds the cells of rows above that span this one too, as far as they are next.
fn take_from_above(row: &mut Row, spanning: &mut [Option<(Rc<str>, Span, usize)>]) {
    while let Some(slot) = spanning.get_mut(row.cells.len()) {
        let Some((text, span, rows)) = slot.take() else { break };
        if rows > 1 {
            *slot = Some((text.clone(), span.clone(), rows - 1));
        }
        row.cells.push((text, span));
    }
}

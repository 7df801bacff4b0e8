//! Tables in Markdown.

use ineo_codes_table::Span;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::grid::Grid;
use super::page::one_table;
use super::sheet::{Problem, Request, Sheet};

/// Reads the one table of `text`, or the one that is asked for.
pub(crate) fn read(text: &str, request: &Request) -> Result<Sheet, Problem> {
    let tables: Vec<Span> =
        events(text).filter(|(event, _)| matches!(event, Event::Start(Tag::Table(_)))).map(|(_, span)| span).collect();
    let table = one_table(text, &tables, request)?;

    let mut grid = Grid::new(request);
    let mut row: Vec<(String, Span)> = Vec::new();
    // Lines from the beginning of the table to a place in it. All of them are counted once.
    let (mut line, mut counted) = (0, table.start);
    for (event, span) in events(text).skip_while(|(_, span)| span.start < table.start) {
        match event {
            Event::Start(Tag::TableCell) => row.push((String::new(), trimmed(text, span))),
            Event::Text(part) | Event::Code(part) | Event::InlineMath(part) | Event::DisplayMath(part) => {
                if let Some((cell, _)) = row.last_mut() {
                    cell.push_str(&part);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some((cell, _)) = row.last_mut() {
                    cell.push('\n');
                }
            }
            // The usual way to break a line in a cell.
            Event::InlineHtml(tag) if is_line_break(&tag) => {
                if let Some((cell, _)) = row.last_mut() {
                    cell.push('\n');
                }
            }
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                let cells: Vec<(&str, Span)> = row.iter().map(|(cell, span)| (cell.as_str(), span.clone())).collect();
                // The line of dashes is not a row.
                line += text[counted..span.start.max(counted)].matches('\n').count();
                counted = span.start.max(counted);
                grid.push(line.max(1), &cells, trimmed(text, span))?;
                row.clear();
            }
            Event::End(TagEnd::Table) => break,
            _ => {}
        }
    }
    grid.finish()
}

fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Span)> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH).into_offset_iter()
}

/// Without the blanks around.
fn trimmed(text: &str, span: Span) -> Span {
    let inner = &text[span.clone()];
    let start = span.start + (inner.len() - inner.trim_start().len());
    start..start + inner.trim().len()
}

fn is_line_break(tag: &str) -> bool {
    let name = tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').trim();
    name.eq_ignore_ascii_case("br")
}

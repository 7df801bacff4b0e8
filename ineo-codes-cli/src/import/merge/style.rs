//! How a table writes its rows, as its last row shows.

use toml::de::DeTable;

use super::edits::{line_start, next_line};
use crate::places::{self, Leaf, Place};

/// The form of a row.
#[derive(Debug, Clone)]
pub(super) struct Style {
    /// Blanks before a key.
    pub(super) indent: String,
    /// Where the equals signs are, if they are aligned.
    pub(super) column: Option<usize>,
    /// The roots of the row's keys, in its order.
    pub(super) order: Vec<String>,
    pub(super) languages: Languages,
    /// The languages of its message, in its order.
    pub(super) tags: Vec<String>,
    /// Whether a blank line precedes a row.
    pub(super) is_spaced: bool,
    pub(super) is_hexadecimal: bool,
}

/// How texts by language are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Languages {
    /// `message.en = "…"`.
    Dotted,
    /// `message = { en = "…" }`.
    Inline,
    /// A plain text.
    Plain,
    /// Below a header of their own: `[code.message]`, with the lines up to it, and the blanks before each.
    Section { header: String, indent: String },
}

impl Style {
    /// The form of the row at `place`.
    pub(super) fn of(text: &str, place: &Place, row: Option<&DeTable<'_>>) -> Self {
        let mut order: Vec<String> = Vec::new();
        for leaf in &place.leaves {
            if let Some(root) = leaf.path.first().filter(|root| !order.contains(root)) {
                order.push(root.clone());
            }
        }
        let is_message = |leaf: &&Leaf| leaf.path.len() == 2 && leaf.path[0] == "message";
        let mut tags: Vec<String> = place.leaves.iter().filter(is_message).map(|leaf| leaf.path[1].clone()).collect();
        let languages = match (place.leaf(&["message"]), place.leaves.iter().find(is_message)) {
            (Some(leaf), _) if text[leaf.value.clone()].starts_with('{') => {
                let members = row.map(|row| places::members(text, row, "message")).unwrap_or_default();
                tags = members.into_iter().map(|leaf| leaf.path[0].clone()).collect();
                Languages::Inline
            }
            (Some(_), _) => Languages::Plain,
            (None, Some(first)) if first.is_below_header => {
                let own = place.leaves.iter().filter(|leaf| !leaf.is_below_header).map(|leaf| leaf.value.end).max();
                let from = next_line(text, own.unwrap_or(place.span.end));
                let lines = text[from..line_start(text, first.key.start)].lines();
                let header = lines.filter(|line| !line.trim_start().starts_with('#')).collect::<Vec<_>>().join("\n");
                Languages::Section { header, indent: indent(text, first.key.start) }
            }
            (None, _) => Languages::Dotted,
        };
        let first = place.leaves.first();
        let header = line_start(text, place.span.start);
        let is_spaced = header == 0 || !comments_before(text, header).ends_with_line();
        Self {
            indent: first.map_or_else(String::new, |leaf| indent(text, leaf.key.start)),
            column: aligned(
                text,
                place.leaves.iter().filter(|leaf| !leaf.is_below_header).map(|leaf| leaf.value.start),
            ),
            order,
            languages,
            tags,
            is_spaced,
            is_hexadecimal: place.leaf(&["code"]).is_some_and(|leaf| text[leaf.value.clone()].starts_with("0x")),
        }
    }

    /// The form of lines beside `leaf`.
    pub(super) fn at(self, text: &str, leaf: &Leaf) -> Self {
        let column = self.column.filter(|_| !leaf.is_below_header);
        Self { indent: indent(text, leaf.key.start), column, ..self }
    }

    /// `key = value`, padded if the equals signs of the row are aligned.
    pub(super) fn line(&self, key: &str, value: &str) -> String {
        let width = self.column.map_or(0, |column| column.saturating_sub(self.indent.chars().count()));
        let padding = " ".repeat(width.saturating_sub(key.chars().count() + 1));
        format!("{}{key}{padding} = {value}", self.indent)
    }
}

/// The text before a row, up to its comments.
struct Before<'t>(&'t str);

impl Before<'_> {
    /// Whether the last line is not blank.
    fn ends_with_line(&self) -> bool {
        self.0.lines().next_back().is_some_and(|line| !line.trim().is_empty())
    }
}

/// What is before the comments that stand directly above `at`.
fn comments_before(text: &str, at: usize) -> Before<'_> {
    let mut end = at;
    while end > 0 {
        let start = line_start(text, end - 1);
        if !text[start..end].trim_start().starts_with('#') {
            break;
        }
        end = start;
    }
    Before(&text[..end])
}

/// The blanks at the beginning of the line of `at`.
pub(super) fn indent(text: &str, at: usize) -> String {
    let line = &text[line_start(text, at)..at];
    line.chars().take_while(|c| matches!(c, ' ' | '\t')).collect()
}

/// The column of the equals signs before these values, if blanks align them.
fn aligned(text: &str, values: impl Iterator<Item = usize>) -> Option<usize> {
    let mut columns = values.map(|value| {
        let start = line_start(text, value);
        let before = &text[start..value];
        let equals = before.rfind('=')?;
        Some((before[..equals].chars().count(), before[..equals].ends_with("  ")))
    });
    let first = columns.next()??;
    let mut is_padded = first.1;
    for column in columns {
        let (column, padded) = column?;
        if column != first.0 {
            return None;
        }
        is_padded |= padded;
    }
    is_padded.then_some(first.0)
}

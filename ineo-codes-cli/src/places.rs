//! Where a table has what: the places of the keys of its rows.

use ineo_codes_table::Span;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value of a row that is not further divided, or an inline table.
#[derive(Debug, Clone)]
pub(crate) struct Leaf {
    /// The keys from the row on: `["message", "fa"]`.
    pub(crate) path: Vec<String>,
    pub(crate) key: Span,
    pub(crate) value: Span,
    /// Whether it is below a header of its own, such as `[code.message]`.
    pub(crate) is_below_header: bool,
}

/// A row as the file has it.
#[derive(Debug)]
pub(crate) struct Place {
    /// In the order of the file.
    pub(crate) leaves: Vec<Leaf>,
    /// The header, or the inline table.
    pub(crate) span: Span,
    pub(crate) is_inline: bool,
}

/// The places of all rows.
pub(crate) fn rows(text: &str, root: &DeTable<'_>) -> Vec<Place> {
    let Some(DeValue::Array(rows)) = root.get("code").map(Spanned::get_ref) else { return Vec::new() };
    rows.iter()
        .map(|row| {
            let mut leaves = Vec::new();
            if let DeValue::Table(table) = row.get_ref() {
                collect(text, table, &mut Vec::new(), false, &mut leaves);
            }
            leaves.sort_by_key(|leaf| leaf.key.start);
            Place { leaves, span: row.span(), is_inline: text[row.span()].starts_with('{') }
        })
        .collect()
}

/// The places in a table that a header or dotted keys make.
pub(crate) fn leaves(text: &str, table: &DeTable<'_>) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    collect(text, table, &mut Vec::new(), false, &mut leaves);
    leaves.sort_by_key(|leaf| leaf.key.start);
    leaves
}

fn collect(text: &str, table: &DeTable<'_>, path: &mut Vec<String>, is_below_header: bool, leaves: &mut Vec<Leaf>) {
    for (key, value) in table {
        path.push(key.get_ref().to_string());
        let written = &text[value.span()];
        match value.get_ref() {
            DeValue::Table(inner) if !written.starts_with('{') => {
                collect(text, inner, path, is_below_header || written.starts_with('['), leaves);
            }
            _ => leaves.push(Leaf { path: path.clone(), key: key.span(), value: value.span(), is_below_header }),
        }
        path.pop();
    }
}

/// The members of an inline table, with their places.
pub(crate) fn members(text: &str, row: &DeTable<'_>, root: &str) -> Vec<Leaf> {
    match row.get(root).map(Spanned::get_ref) {
        Some(DeValue::Table(inner)) => leaves(text, inner),
        _ => Vec::new(),
    }
}

impl Place {
    /// The value under these keys, as far as the row divides them.
    pub(crate) fn leaf(&self, path: &[&str]) -> Option<&Leaf> {
        self.leaves.iter().find(|leaf| leaf.path.iter().map(String::as_str).eq(path.iter().copied()))
    }

    /// Where the row ends: behind its last value, or at the bracket that closes it.
    pub(crate) fn end(&self) -> usize {
        self.leaves.iter().map(|leaf| leaf.value.end).max().unwrap_or(self.span.end).max(self.span.end)
    }
}

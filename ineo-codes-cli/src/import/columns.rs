//! The columns of a new table.

use super::key::Key;
use super::rows::Rows;
use super::value::{self, ColumnType};

/// A column of a new table.
pub(super) struct Column {
    pub(super) name: String,
    pub(super) kind: ColumnType,
    /// As `[columns]` has it.
    type_name: String,
}

impl Column {
    /// Its line in `[columns]`: optional, as nobody knows what an unlisted code would have.
    pub(super) fn declaration(&self) -> String {
        let absent = if self.kind == ColumnType::Bool { "default = false" } else { "optional = true" };
        format!("{} = {{ type = \"{}\", {absent} }}", self.name, self.type_name)
    }
}

/// The columns that the input has, with the types that hold what is in them.
pub(super) fn infer(rows: &Rows) -> Vec<Column> {
    let keys = rows.all_keys();
    let mut columns: Vec<Column> = Vec::new();
    for key in keys.iter().filter(|key| matches!(key, Key::Column(..))) {
        if columns.iter().any(|column| column.name == key.root()) {
            continue;
        }
        let cells: Vec<Option<&str>> =
            rows.all.iter().map(|row| rows.value(row, key).and_then(|cell| cell.text())).collect();
        let present = || cells.iter().flatten();
        let (kind, type_name) = if key.tag().is_some() {
            (ColumnType::Message, "message".to_owned())
        } else if present().all(|text| value::boolean(text).is_some()) {
            (ColumnType::Bool, "bool".to_owned())
        } else if let Some(numbers) = present().map(|text| value::integer(text)).collect::<Option<Vec<_>>>() {
            (ColumnType::Integer, integer_type(&numbers).to_owned())
        } else {
            (ColumnType::Text, "text".to_owned())
        };
        columns.push(Column { name: key.root().to_owned(), kind, type_name });
    }
    columns
}

/// The smallest type that holds all of the numbers.
fn integer_type(numbers: &[i128]) -> &'static str {
    let (min, max) = (numbers.iter().min().copied().unwrap_or(0), numbers.iter().max().copied().unwrap_or(0));
    let unsigned = [("u8", 8), ("u16", 16), ("u32", 32), ("u64", 64)];
    let signed = [("i8", 7), ("i16", 15), ("i32", 31), ("i64", 63)];
    if min >= 0 {
        unsigned.iter().find(|(_, bits)| max < 1_i128 << bits).map_or("u64", |(name, _)| name)
    } else {
        let fits = |bits: &i32| max < 1_i128 << bits && min >= -(1_i128 << bits);
        signed.iter().find(|(_, bits)| fits(bits)).map_or("i64", |(name, _)| name)
    }
}

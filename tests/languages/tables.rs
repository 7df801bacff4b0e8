//! The tables that are exported.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use ineo_codes_table::Source;
use ineo_codes_table::model::Table;

/// A table to export.
pub(crate) struct Exportable {
    /// Its name in the tests.
    pub(crate) name: String,
    /// Its file.
    pub(crate) path: PathBuf,
}

/// In the repository: i-neo's table, texts, hostile texts, and each thing that a table may have.
const TABLES: [(&str, &str); 18] = [
    ("ineo", "ineo-codes/codes.toml"),
    ("gateway", "ineo-codes/examples/gateway.toml"),
    ("sqlstate", "ineo-codes/examples/sqlstate.toml"),
    ("hostile", "tests/languages/tables/hostile.toml"),
    ("hostile_texts", "tests/languages/tables/hostile_texts.toml"),
    ("wide", "tests/languages/tables/wide.toml"),
    ("texts", "tests/fixtures/texts.toml"),
    ("columns", "tests/fixtures/columns.toml"),
    ("flags", "tests/fixtures/flags.toml"),
    ("hexadecimal", "tests/fixtures/hexadecimal.toml"),
    ("i8", "tests/fixtures/i8.toml"),
    ("i64", "tests/fixtures/i64.toml"),
    ("u64", "tests/fixtures/u64.toml"),
    ("languages", "tests/fixtures/languages.toml"),
    ("meanings", "tests/fixtures/meanings.toml"),
    ("messages", "tests/fixtures/messages.toml"),
    ("names", "tests/fixtures/names.toml"),
    ("successes", "tests/fixtures/successes.toml"),
];

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// All tables.
pub(crate) fn all() -> Vec<Exportable> {
    TABLES.iter().map(|(name, path)| Exportable { name: (*name).to_owned(), path: root().join(path) }).collect()
}

/// The table of this name.
pub(crate) fn read(name: &str) -> Table {
    let path = all().into_iter().find(|table| table.name == name).expect("a table of this name").path;
    let text = std::fs::read_to_string(&path).expect("the table can be read");
    let reading = ineo_codes_table::read(&Rc::new(Source::new(name, &text)));
    assert!(reading.faults.is_empty(), "{name} has faults");
    reading.table.expect("the table has no faults")
}

//! The tables that are exported.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use ineo_codes_benches_tables::{Shape, rows, table_file};
use ineo_codes_table::Source;
use ineo_codes_table::model::Table;

/// A table to export.
pub(crate) struct Exportable {
    /// Its name in the tests.
    pub(crate) name: String,
    /// Its file, in TOML.
    pub(crate) text: String,
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

/// So many rows that a compiler which looks at every pair of them gives up.
const LARGE: (&str, Shape) = ("large", Shape { bits: 32, rows: 2_000 });

/// All tables.
pub(crate) fn all() -> Vec<Exportable> {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).expect("the table can be read");
    let (large, shape) = LARGE;
    let tables = TABLES.iter().map(|(name, path)| Exportable { name: (*name).to_owned(), text: read(path) });
    tables.chain([Exportable { name: large.to_owned(), text: table_file(shape, &rows(shape)) }]).collect()
}

/// The table of this name.
pub(crate) fn read(name: &str) -> Table {
    let text = all().into_iter().find(|table| table.name == name).expect("a table of this name").text;
    let reading = ineo_codes_table::read(&Rc::new(Source::new(name, &text)));
    assert!(reading.faults.is_empty(), "{name} has faults");
    reading.table.expect("the table has no faults")
}

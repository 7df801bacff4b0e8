//! Writes the tables of the project.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use ineo_codes_benches_tables::{Shape, TextShape, rows, table_file, text_rows, text_table_file};

fn main() {
    let folder = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let write = |file: &str, text: String| fs::write(Path::new(&folder).join(file), text).expect("OUT_DIR is writable");
    let mut modules = String::new();
    let mut list = String::new();
    let measured = Shape::measured();
    // Tables of text codes are compared with tables of integers that have the same rows.
    let compared = TextShape::MEASURED.map(TextShape::of_integers);
    for shape in measured.iter().chain(&compared).copied().collect::<BTreeSet<_>>() {
        let (name, bits) = (shape.name(), shape.bits);
        write(&format!("{name}.toml"), table_file(shape, &rows(shape)));
        writeln!(modules, "table!({name}, u{bits}, \"$OUT_DIR/{name}.toml\");").expect("a String takes all");
    }
    for shape in measured {
        let (name, bits) = (shape.name(), shape.bits);
        writeln!(list, "$table!({name}, u{bits}, {});", shape.rows).expect("a String takes all");
    }
    let mut text_list = String::new();
    for shape in TextShape::MEASURED {
        let (name, integers, TextShape { bytes, rows }) = (shape.name(), shape.of_integers().name(), shape);
        write(&format!("{name}.toml"), text_table_file(shape, &text_rows(shape)));
        writeln!(modules, "text_table!({name}, {bytes}, \"$OUT_DIR/{name}.toml\");").expect("a String takes all");
        writeln!(text_list, "$table!({name}, {integers}, {bytes}, {rows});").expect("a String takes all");
    }
    modules += "/// Calls a macro for each table of text codes, with its name, that of the table of integers that it is compared \
                with, the length of its longest code and the number of its rows.\n";
    write!(modules, "#[macro_export]\nmacro_rules! for_each_text_table {{\n($table:ident) => {{\n{text_list}}};\n}}\n")
        .expect("a String takes all");
    modules += "/// Calls a macro for each table, with its name, the type of its codes and the number of its rows.\n";
    write!(modules, "#[macro_export]\nmacro_rules! for_each_table {{\n($table:ident) => {{\n{list}}};\n}}\n")
        .expect("a String takes all");
    write("tables.rs", modules);
}

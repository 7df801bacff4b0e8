//! Writes the tables of the project.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use ineo_codes_benches_tables::{Shape, rows, table_file};

fn main() {
    let folder = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let write = |file: &str, text: String| fs::write(Path::new(&folder).join(file), text).expect("OUT_DIR is writable");
    let mut modules = String::new();
    let mut list = String::new();
    for shape in Shape::measured() {
        let (name, bits) = (shape.name(), shape.bits);
        write(&format!("{name}.toml"), table_file(shape, &rows(shape)));
        writeln!(modules, "table!({name}, u{bits}, \"$OUT_DIR/{name}.toml\");").expect("a String takes all");
        writeln!(list, "$table!({name}, u{bits}, {});", shape.rows).expect("a String takes all");
    }
    modules += "/// Calls a macro for each table, with its name, the type of its codes and the number of its rows.\n";
    write!(modules, "#[macro_export]\nmacro_rules! for_each_table {{\n($table:ident) => {{\n{list}}};\n}}\n")
        .expect("a String takes all");
    write("tables.rs", modules);
}

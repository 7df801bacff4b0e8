//! Writes the peers' tables as Rust.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use ineo_codes_benches_tables::{self as tables, CATEGORIES, Row, Shape, TextShape};

/// The rows up to which a `match` by hand is measured, and strum's properties: beyond, rustc takes minutes for each.
const MATCHED: usize = 1_000;

fn main() {
    let folder = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let mut modules: String = Shape::measured().into_iter().map(module).collect();
    modules.extend(TextShape::MEASURED.map(text_module));
    fs::write(Path::new(&folder).join("peers.rs"), modules).expect("OUT_DIR is there to be written to");
}

fn module(shape: Shape) -> String {
    let rows = tables::rows(shape);
    let (name, bits) = (shape.name(), shape.bits);
    // Of 10,000 rows rustc takes a minute and many gigabytes for the derives: once will do.
    let with_derives = bits == 16 || shape.rows <= MATCHED;
    // What leads from a name to a variant knows nothing of the numbers.
    let with_names = bits == 16;
    let mut text = format!("pub mod {name} {{\nuse super::*;\n");
    text += &tables::enumeration(shape, &rows, with_derives);
    text += &maps(bits, &rows);
    let mut extend = "map_contenders!(all, &rows, Code);\n".to_owned();
    if with_derives {
        extend += "derive_contenders!(all, Code);\n";
    }
    if shape.rows <= MATCHED {
        text += &tables::code_matches(shape, &rows);
        extend += "property_contenders!(all, Code);\nmatch_contenders!(all);\n";
    }
    if with_names {
        text += &name_map(&rows);
        extend += "name_contenders!(all, &rows, Code);\n";
        if shape.rows <= MATCHED {
            text += &tables::name_match(&rows);
            extend += "name_match_contender!(all);\n";
        }
    }
    write!(
        text,
        "pub fn contenders() -> Contenders<u{bits}> {{
            let rows = rows({bits}, {});
            let mut all = Contenders::default();
            {extend}
            all
        }}\n}}\n",
        shape.rows
    )
    .unwrap();
    text
}

fn maps(bits: u32, rows: &[Row]) -> String {
    let map = |name: &str, result: &str, value: &dyn Fn(&Row) -> String| {
        macro_rules! by_code {
            ($integer:ident) => {{
                let mut map = phf_codegen::Map::new();
                for row in rows {
                    map.entry($integer::try_from(row.code).expect("the shape tells the bits"), value(row));
                }
                map.build().to_string()
            }};
        }
        let map = match bits {
            16 => by_code!(u16),
            32 => by_code!(u32),
            _ => by_code!(u64),
        };
        format!("static {name}: phf::Map<u{bits}, {result}> = {map};\n")
    };
    let mut text = map("CODES", "Code", &|row| format!("Code::{}", row.variant));
    text += &map("MESSAGES", "&str", &|row| format!("{:?}", row.message));
    text += &map("CATEGORIES", "Category", &|row| format!("Category::{}", CATEGORIES[row.category].1));
    text += &map("RETRIES", "Retry", &|row| tables::retry(row.retry));
    text
}

fn name_map(rows: &[Row]) -> String {
    let mut names = phf_codegen::Map::new();
    for row in rows {
        names.entry(row.name.as_str(), format!("Code::{}", row.variant));
    }
    format!("static NAMES: phf::Map<&str, Code> = {};\n", names.build())
}

fn text_module(shape: TextShape) -> String {
    let rows = tables::text_rows(shape);
    let map = |name: &str, result: &str, value: &dyn Fn(&Row) -> String| {
        let mut map = phf_codegen::Map::new();
        for (code, row) in &rows {
            map.entry(code.as_str(), value(row));
        }
        format!("static {name}: phf::Map<&str, {result}> = {};\n", map.build())
    };
    [
        format!("pub mod {} {{\nuse super::*;\n", shape.name()),
        tables::text_source(&rows),
        map("CODES", "Code", &|row| format!("Code::{}", row.variant)),
        map("MESSAGES", "&str", &|row| format!("{:?}", row.message)),
        map("CATEGORIES", "Category", &|row| format!("Category::{}", CATEGORIES[row.category].1)),
        "text_contenders!(Code);\n}\n".to_owned(),
    ]
    .concat()
}

//! Makes random tables, and for each a test with what its model says.
//!
//! What a test expects is written from the model, not from what the macros know: the variants are put together from the
//! words that the names are put together from, and the texts that a table escapes are those before they were escaped.

mod model;
mod rust;
mod table;
mod texts;

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use self::model::{Model, Shape};
use self::texts::Texts;

/// Another seed makes other tables.
const VARIABLE: &str = "INEO_CODES_RANDOM_SEED";

fn main() {
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    println!("cargo::rerun-if-changed=build");
    let seed = env::var(VARIABLE).map_or(20_231_123, |seed| seed.parse().expect("the seed is a number"));
    let out = env::var("OUT_DIR").expect("cargo names the folder");
    let mut random = fastrand::Rng::with_seed(seed);
    let mut tests = format!("/// The seed of the tables.\npub(crate) const SEED: u64 = {seed};\n");
    for (at, shape) in Shape::all(&mut random).into_iter().enumerate() {
        let model = Model::new(&shape, &mut random);
        let file = format!("table_{at}.toml");
        fs::write(Path::new(&out).join(&file), table::of(&model, &mut random)).expect("the table can be written");
        _ = write!(tests, "{}", rust::of(&model, at, &file));
    }
    for (at, (longest, count)) in
        [(1, 5), (5, 1), (5, 300), (8, 40), (16, 90), (40, 600), (255, 20)].into_iter().enumerate()
    {
        let table_of_texts = Texts::new(longest, count, &mut random);
        let file = format!("texts_{at}.toml");
        fs::write(Path::new(&out).join(&file), table_of_texts.table()).expect("the table can be written");
        tests += &table_of_texts.test(at, &file, &mut random);
    }
    fs::write(Path::new(&out).join("tables.rs"), tests).expect("the tests can be written");
}

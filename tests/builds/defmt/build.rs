//! Links the tests as firmware that uses defmt is linked, and writes tables with `radix = 16` for each width of codes.

use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=strings.x");
    let folder = env::var("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let out = env::var("OUT_DIR").expect("cargo sets it");
    for repr in ["u8", "i16", "u64", "i64"] {
        let table = format!("[table]\nrepr = \"{repr}\"\nradix = 16\n\n[[code]]\ncode = 5\nname = \"five\"\n");
        fs::write(Path::new(&out).join(repr).with_extension("toml"), table).expect("cargo made the folder");
    }
    if env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux") {
        println!("cargo::rustc-link-arg-tests=-Wl,-T,{folder}/strings.x");
        // defmt logs the addresses of its strings. They are the same in the file and in memory if the program is not moved.
        println!("cargo::rustc-link-arg-tests=-no-pie");
    }
}

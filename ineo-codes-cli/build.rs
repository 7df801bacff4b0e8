//! Finds i-neo's table: in the repository it is the library's, and in the published package a copy of that. In the
//! repository the copy is a symbolic link, which a checkout on Windows may not have.

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let package = std::env::var("CARGO_MANIFEST_DIR").expect("cargo names the folder");
    let tables = ["../ineo-codes/codes.toml", "codes.toml"].map(|path| Path::new(&package).join(path));
    let table = tables.iter().find(|table| table.is_file()).expect("the package has the table");
    println!("cargo::rerun-if-changed={}", table.display());
    println!("cargo::rustc-env=I_NEO_TABLE={}", table.display());
}

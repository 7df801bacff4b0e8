//! What is built is the same wherever it is built.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ineo_codes_tests::{Package, cargo, copy, run, scratch, workspace};

/// A checkout with a crate that has a table of its own, and one that a build script makes.
fn checkout(folder: &Path) {
    let manifest = fs::read_to_string(workspace().join("Cargo.toml")).expect("the manifest can be read");
    let mut manifest: toml::Table = manifest.parse().expect("the manifest is TOML");
    let members = ["ineo-codes", "ineo-codes-derive", "ineo-codes-table", "app"].map(toml::Value::from);
    manifest["workspace"]["members"] = toml::Value::from(members.to_vec());
    manifest["workspace"].as_table_mut().expect("a section").remove("default-members");
    let package = Package::with_manifest(folder, &toml::to_string(&manifest).expect("the manifest can be written"));
    for (path, text) in
        [("app/Cargo.toml", APP), ("app/build.rs", BUILD), ("app/tables/own.toml", TABLE), ("app/src/lib.rs", LIBRARY)]
    {
        package.write(path, text);
    }
    for name in ["ineo-codes", "ineo-codes-derive", "ineo-codes-table"] {
        copy(&workspace().join(name), &folder.join(name));
    }
}

const APP: &str = r#"
[package]
name = "app"
version = "0.0.0"
edition = "2024"

[dependencies]
ineo-codes = { workspace = true, features = ["http", "serde"] }
"#;

const BUILD: &str = r#"
fn main() {
    let out = std::env::var("OUT_DIR").unwrap();
    std::fs::copy("tables/own.toml", format!("{out}/made.toml")).unwrap();
    println!("cargo::rerun-if-changed=tables/own.toml");
}
"#;

const TABLE: &str = r#"
[categories]
fine = { doc = "Fine.", http = 200 }

[unrecognized]
category = "fine"

[[code]]
code = 7
name = "odd"
category = "fine"
message = "Odd."
"#;

const LIBRARY: &str = r#"
#[ineo_codes::codes("tables/own.toml")]
pub enum Own {}

#[ineo_codes::codes("$OUT_DIR/made.toml")]
pub enum Made {}

#[derive(Debug, ineo_codes::FromCode)]
#[from_code(ineo_codes::StatusCode)]
pub enum Outcome {
    #[from_code(category = Success)]
    Done,
    #[from_code(_)]
    Failed(ineo_codes::StatusCode),
}

pub fn name(code: u16) -> &'static str {
    Own::from_code(code).name()
}
"#;

/// The libraries that are built of a checkout, by their names.
fn libraries(folder: &Path, target: &Path, flags: &str) -> BTreeMap<String, Vec<u8>> {
    let packages = ["app", "ineo-codes", "ineo-codes-derive", "ineo-codes-table"];
    run(cargo(folder, target).args(["clean", "--quiet"]).args(packages.iter().flat_map(|name| ["-p", name])));
    // Incremental compilation gives object files names of chance.
    let mut build = cargo(folder, target);
    run(build.args(["build", "--quiet", "-p", "app"]).env("RUSTFLAGS", flags).env("CARGO_INCREMENTAL", "0"));
    let is_library = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let is_ours = name.starts_with("libapp-") || name.starts_with("libineo_codes-");
        is_ours && path.extension().is_some_and(|extension| extension == "rlib" || extension == "rmeta")
    };
    let entries = fs::read_dir(target.join("debug/deps")).expect("something was built");
    let paths = entries.map(|entry| entry.expect("the folder can be read").path()).filter(is_library);
    paths
        .map(|path| {
            let name = path.file_name().and_then(|name| name.to_str()).expect("the name is text").to_owned();
            (name, fs::read(path).expect("the library can be read"))
        })
        .collect()
}

#[test]
fn two_checkouts_give_equal_libraries() {
    let scratch = scratch("reproducible");
    let target = scratch.join("target");
    let folders = ["one", "another/that/lies/deeper"].map(|name| scratch.join(name));
    // The same flags for both, so that what they depend on is built once.
    let remapped = folders.iter().chain([&target]);
    let flags: Vec<String> =
        remapped.map(|folder| format!("--remap-path-prefix={}=/checkout", folder.display())).collect();
    let [one, another] = folders.each_ref().map(|folder| {
        checkout(folder);
        libraries(folder, &target, &flags.join(" "))
    });
    let names = |libraries: &BTreeMap<String, Vec<u8>>| libraries.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&one), names(&another));
    assert_eq!(one.len(), 4, "both crates are there, with their metadata: {:?}", names(&one));
    let place = scratch.to_str().expect("the path is text").as_bytes();
    for (name, bytes) in &one {
        assert!(!bytes.windows(place.len()).any(|window| window == place), "{name} tells where it was built");
        assert!(*bytes == another[name], "{name} differs from checkout to checkout");
    }
}

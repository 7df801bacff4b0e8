//! Tables and enums that `codes` and `FromCode` reject: where the compiler places the error.
//!
//! What is said of each fault of a table is tested in the macro's own crate.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

mod from_code;

/// The package in which trybuild builds the cases, and from whose folder their tables are read.
fn package_of_the_cases() -> PathBuf {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()));
    cargo.args(["metadata", "--format-version=1", "--no-deps", "--offline"]);
    let output = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("cargo answers in JSON");
    let target = metadata["target_directory"].as_str().expect("cargo names the folder");
    Path::new(target).join("tests/trybuild").join(env!("CARGO_PKG_NAME"))
}

#[test]
fn what_codes_rejects_is_an_error_at_its_place() {
    let tables = package_of_the_cases().join("compile-fail");
    fs::create_dir_all(&tables).expect("the target folder is writable");
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("compile-fail")).expect("the folder is there")
    {
        let path = entry.expect("the folder is readable").path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            fs::copy(&path, tables.join(path.file_name().expect("it is a file"))).expect("the table is copied");
        }
    }
    trybuild::TestCases::new().compile_fail("compile-fail/codes/*.rs");
}

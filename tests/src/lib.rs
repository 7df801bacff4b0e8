//! What the tests share: packages outside of the workspace, built by cargo without a network from what the workspace has fetched.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

/// The root of the workspace.
#[must_use]
pub fn workspace() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// A folder for a test alone, outside of the workspace's packages. What a former run built there is kept: the compiler
/// decides what of it is fresh.
///
/// # Panics
///
/// Where the folder can't be made.
#[must_use]
pub fn scratch(name: &str) -> PathBuf {
    // `target/debug/deps/…` is what runs, and cargo makes `target/tmp` for tests.
    let program = env::current_exe().expect("the program knows where it lies");
    let target = program.ancestors().nth(3).expect("the program lies in the target directory");
    let folder = target.join("tmp").join(name);
    fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

/// A package with this manifest and these files, which locks the versions that the workspace locks.
///
/// # Panics
///
/// Where a file can't be written.
pub fn package(folder: &Path, manifest: &str, files: &[(&str, &str)]) {
    for (path, text) in [("Cargo.toml", manifest)].iter().chain(files) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("the path has a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }
    lock(folder);
}

/// Locks the versions that the workspace locks: others may not have been fetched.
///
/// # Panics
///
/// Where the file can't be written.
pub fn lock(folder: &Path) {
    fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock")).expect("the workspace is locked");
}

/// Copies a folder with all that is in it.
///
/// # Panics
///
/// Where a file can't be read or written.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let entry = entry.expect("the folder can be read");
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).expect("the file can be copied");
        }
    }
}

/// Cargo, at work in a folder and building into another, undisturbed by the flags of the build that runs the test.
#[must_use]
pub fn cargo(folder: &Path, target: &Path) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    undisturbed(&mut cargo, folder, target);
    cargo
}

/// Cargo of the nightly toolchain, where there is one.
#[must_use]
pub fn nightly_cargo(folder: &Path, target: &Path) -> Option<Command> {
    let mut cargo = Command::new("rustup");
    cargo.args(["run", "nightly", "cargo"]);
    let is_there = Command::new("rustup").args(["run", "nightly", "rustc", "--version"]).output();
    if !is_there.is_ok_and(|output| output.status.success()) {
        return None;
    }
    undisturbed(&mut cargo, folder, target);
    Some(cargo)
}

fn undisturbed(cargo: &mut Command, folder: &Path, target: &Path) {
    cargo.current_dir(folder).env("CARGO_TARGET_DIR", target).env("CARGO_NET_OFFLINE", "true");
    for variable in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "RUSTDOCFLAGS", "CARGO_INCREMENTAL", "CARGO_BUILD_TARGET"]
    {
        cargo.env_remove(variable);
    }
}

/// What a command writes to its standard output; the test fails with what it complains of.
///
/// # Panics
///
/// Where the command can't be run, or fails.
pub fn run(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = command.output().expect("the command can be run");
    assert!(status.success(), "{command:?} failed:\n{}", String::from_utf8_lossy(&stderr));
    String::from_utf8(stdout).expect("the output is text")
}

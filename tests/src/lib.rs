//! What the tests share: packages outside of the workspace, built by cargo without a network from what the workspace has
//! fetched.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

/// The root of the workspace.
///
/// # Panics
///
/// Where this package is not in a workspace.
#[must_use]
pub fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package is in a workspace")
}

/// A folder for one test, outside of the workspace's packages. What an earlier run built there is kept: the compiler
/// decides what of it is fresh.
///
/// # Panics
///
/// Where the folder can't be made.
#[must_use]
pub fn scratch(name: &str) -> PathBuf {
    // The program is `target/debug/deps/…`, and `target/tmp` is the folder that cargo makes for tests.
    let program = env::current_exe().expect("the program knows its path");
    let target = program.ancestors().nth(3).expect("the program is in the target directory");
    let folder = target.join("tmp").join(name);
    fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

/// The target directory of all packages outside of the workspace: what several depend on is built once.
#[must_use]
pub fn target() -> PathBuf {
    scratch("target")
}

/// A package outside of the workspace, which locks the versions that the workspace locks.
#[derive(Debug)]
pub struct Package {
    folder: PathBuf,
}

impl Package {
    /// Begins a package that depends on `ineo-codes` as a user's package does. `rest` follows the line of that
    /// dependency in the manifest: more dependencies, and other sections.
    ///
    /// # Panics
    ///
    /// Where the files can't be written.
    #[must_use]
    pub fn new(name: &str, rest: &str) -> Self {
        let library = workspace().join("ineo-codes");
        let library = library.display();
        Self::with_dependencies(name, &format!("ineo-codes = {{ path = '{library}' }}\n{rest}"))
    }

    /// Begins a package with these dependencies, and with the sections of the manifest that follow them.
    ///
    /// # Panics
    ///
    /// Where the files can't be written.
    #[must_use]
    pub fn with_dependencies(name: &str, dependencies: &str) -> Self {
        let manifest = format!(
            "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
             [dependencies]\n{dependencies}"
        );
        Self::with_manifest(&scratch(name), &manifest)
    }

    /// Begins a package in this folder, which is emptied first.
    ///
    /// # Panics
    ///
    /// Where the files can't be written.
    #[must_use]
    pub fn with_manifest(folder: &Path, manifest: &str) -> Self {
        if folder.exists() {
            fs::remove_dir_all(folder).expect("the folder of an earlier run can be removed");
        }
        let package = Self { folder: folder.to_owned() };
        package.write("Cargo.toml", manifest);
        lock(folder);
        package
    }

    /// The package's folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes a file of the package.
    ///
    /// # Panics
    ///
    /// Where it can't be written.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("the file is in a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }

    /// Cargo, run in the package.
    #[must_use]
    pub fn cargo(&self) -> Command {
        cargo(&self.folder, &target())
    }
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

/// Copies a package that has a workspace of its own in a folder of `tests/builds`, and locks the versions that this
/// workspace locks.
///
/// # Panics
///
/// A file can't be read or written.
pub fn copy_package(from: &Path, to: &Path) {
    copy(from, to);
    let manifest = to.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).expect("the manifest can be read");
    let library = workspace().join("ineo-codes").canonicalize().expect("the library is there");
    let text = text.replace("'../../../ineo-codes'", &format!("'{}'", library.display()));
    fs::write(&manifest, text).expect("the manifest can be written");
    lock(to);
}

/// Cargo, run in a folder, which builds into another, without the flags of the build that runs the test.
#[must_use]
pub fn cargo(folder: &Path, target: &Path) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    isolate(&mut cargo, folder, target);
    cargo
}

/// Cargo of the nightly toolchain, where there is one.
#[must_use]
pub fn nightly_cargo(folder: &Path, target: &Path) -> Option<Command> {
    let mut cargo = Command::new("rustup");
    cargo.args(["run", "nightly", "cargo"]);
    let version = Command::new("rustup").args(["run", "nightly", "rustc", "--version"]).output();
    if !version.is_ok_and(|output| output.status.success()) {
        return None;
    }
    isolate(&mut cargo, folder, target);
    Some(cargo)
}

/// Lets a command run in a folder and build into another, without the flags of the build that runs the test.
pub fn isolate(cargo: &mut Command, folder: &Path, target: &Path) {
    cargo.current_dir(folder).env("CARGO_TARGET_DIR", target).env("CARGO_NET_OFFLINE", "true");
    // Nobody steps through these programs, and most are built once.
    cargo.env("CARGO_INCREMENTAL", "0");
    // Symbols are left to programs alone: the reader of defmt's logs looks for them.
    let settings = [
        ("DEBUG", "0"),
        ("CODEGEN_UNITS", "1"),
        ("BUILD_OVERRIDE_CODEGEN_UNITS", "1"),
        ("BUILD_OVERRIDE_STRIP", "symbols"),
    ];
    for (setting, value) in settings {
        cargo.env(format!("CARGO_PROFILE_DEV_{setting}"), value);
    }
    for variable in [
        "RUSTFLAGS",
        "CARGO_ENCODED_RUSTFLAGS",
        "RUSTDOCFLAGS",
        "CARGO_ENCODED_RUSTDOCFLAGS",
        "RUSTC_WRAPPER",
        "CARGO_BUILD_TARGET",
    ] {
        cargo.env_remove(variable);
    }
}

/// What a command writes to its standard output.
///
/// # Errors
///
/// What it writes to its standard error and its standard output, where it fails.
///
/// # Panics
///
/// Where the command can't be run, or what it writes is not UTF-8.
pub fn output(command: &mut Command) -> Result<String, String> {
    let Output { status, stdout, stderr } = command.output().expect("the command can be run");
    let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
    if status.success() { Ok(text(stdout)) } else { Err(text(stderr) + &text(stdout)) }
}

/// What a command that must succeed writes to its standard output.
///
/// # Panics
///
/// Where the command can't be run, or fails.
pub fn run(command: &mut Command) -> String {
    output(command).unwrap_or_else(|error| panic!("{command:?} failed:\n{error}"))
}

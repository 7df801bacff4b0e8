//! The tools of languages: where they are, and what happens without them.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::tables::root;

/// What a machine doesn't have.
pub(crate) struct Missing(pub String);

/// Where `tests/languages/install` puts tools.
pub(crate) fn installed() -> PathBuf {
    root().join("target/tools/languages")
}

/// A tool: what `install` brought, else what is on PATH and answers `--version`.
pub(crate) fn find(installed: &Path, name: &str) -> Result<PathBuf, Missing> {
    if installed.exists() {
        return Ok(installed.to_owned());
    }
    match Command::new(name).arg("--version").output() {
        Ok(output) if output.status.success() => Ok(name.into()),
        _ => Err(Missing(format!("{name} is missing; `tests/languages/install` brings it"))),
    }
}

/// Says that something is not checked, also where the output of tests is captured.
///
/// # Panics
///
/// With `INEO_CODES_REQUIRE_LANGUAGES`.
pub(crate) fn skip(what: &str, Missing(reason): &Missing) {
    let said = format!("Not checked: {what}: {reason}");
    assert!(std::env::var_os("INEO_CODES_REQUIRE_LANGUAGES").is_none(), "{said}");
    say(&said);
}

/// Says something also where the output of tests is captured.
pub(crate) fn say(text: &str) {
    // `eprintln!` would be captured.
    writeln!(std::io::stderr(), "{text}").expect("standard error is open");
}

/// Runs a program in a folder, and returns what it prints.
///
/// # Panics
///
/// Where it fails, with all that it says.
pub(crate) fn run<A: AsRef<OsStr>>(program: &Path, folder: &Path, arguments: impl IntoIterator<Item = A>) -> String {
    let output = output(Command::new(program).args(arguments).current_dir(folder));
    let [out, err] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes));
    assert!(output.status.success(), "{} ends with {}:\n{out}{err}", program.display(), output.status);
    out.into_owned()
}

/// Exports a table to a file, with further options; an error is what the command says.
pub(crate) fn export(table: &Path, target: &str, output: &Path, options: &[&str]) -> Result<(), String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ineo-codes-export"));
    let ran =
        self::output(command.arg("export").arg(table).args(["--to", target, "--output"]).arg(output).args(options));
    if ran.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&ran.stderr).into_owned()) }
}

fn output(command: &mut Command) -> Output {
    command.output().unwrap_or_else(|error| panic!("{command:?} can't be run: {error}"))
}

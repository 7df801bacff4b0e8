//! The pictures in the READMEs show real output. `UPDATE_PICTURES=1` takes them again: that of the error with the compiler
//! at hand, whose words may change, so that only the words of this project are compared.

use std::env;
use std::fs;

use ineo_codes_table::Source;
use ineo_codes_tests::{Package, workspace};

use crate::terminal::{picture, text};
use crate::{documented, read};

/// A table with two faults.
const FAULTY: &str = r#"[table]
title = "Payment gateway"

[categories]
success = "The payment went through."
declined = "The card was declined."

[unrecognized]
category = "declined"

[[code]]
code = 0
name = "approved"
category = "success"

[[code]]
code = 51
name = "insufficient_funds"
category = "decline"

[[code]]
code = 51
name = "expired_card"
category = "declined"
"#;

/// The command in the READMEs.
const EXPLAIN: &str = "cargo run -- explain 404 599";

fn compare_or_update(path: &str, take: impl FnOnce() -> String, expected: &[String]) {
    if env::var_os("UPDATE_PICTURES").is_some() {
        fs::create_dir_all(workspace().join("pictures")).expect("the folder can be made");
        fs::write(workspace().join(path), take()).expect("the picture can be written");
    }
    let shown = text(&read(path));
    for line in expected {
        assert!(
            shown.iter().any(|shown| shown.trim() == line.trim()),
            "{path} does not show `{line}`; `UPDATE_PICTURES=1 cargo test -p ineo-codes-tests-documents` updates it"
        );
    }
}

#[test]
fn the_picture_of_an_error_shows_the_faults_of_its_table() {
    let take = || {
        let package = Package::new("shop", "");
        package.write("gateway.toml", FAULTY);
        package.write(
            "src/lib.rs",
            "/// What the payment gateway answered.\n#[ineo_codes::codes(\"gateway.toml\")]\npub enum GatewayCode {}\n",
        );
        let run = package.cargo().args(["check", "--quiet", "--color", "always"]).output().expect("cargo can be run");
        let errors = String::from_utf8(run.stderr).expect("errors are UTF-8");
        let end = errors.find("could not compile").expect("it fails");
        let end = errors[..end].rfind('\n').expect("a line before the last");
        picture("cargo check", &errors[..end], "rustc shows the faults of a table, each at its line")
    };
    let source = Source::new("gateway.toml", FAULTY.to_owned());
    let faults = ineo_codes_table::read(&source).render(&source);
    assert_eq!(faults.len(), 2, "{faults:#?}");
    let lines = faults.iter().flat_map(|fault| fault.lines().skip(1)).filter(|line| !line.trim().is_empty());
    compare_or_update("pictures/error.svg", take, &lines.map(str::to_owned).collect::<Vec<_>>());
}

#[test]
fn the_picture_of_the_command_shows_what_it_prints() {
    let run = |color: &str| {
        let command = documented(EXPLAIN).args(["--color", color]).output().expect("the command can be run");
        assert!(command.status.success(), "{}", String::from_utf8_lossy(&command.stderr));
        String::from_utf8(command.stdout).expect("the output is UTF-8")
    };
    assert!(read("README.md").contains(EXPLAIN));
    let take = || picture("ineo-codes explain 404 599", &run("always"), "What the command says about a code");
    let printed: Vec<String> = run("never").lines().map(str::to_owned).collect();
    compare_or_update("pictures/explain.svg", take, &printed);
}

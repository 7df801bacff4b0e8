//! What was released of the i-neo table stays as it was: programs match on it, parse it and store it.
//!
//! `released.toml` is the table of the last release. New rows and new aliases are fine, and so are other messages and docs;
//! whatever else differs stops programs, or makes them do something else. It is what `ineo-codes diff --fail-on behaviour`
//! reports. `UPDATE_RELEASED=1 cargo test -p ineo-codes-cli --test command released` copies the table: with each release, and
//! for a change that is meant to break.

use std::fs;
use std::path::{Path, PathBuf};

use ineo_codes_cli::diff::{Kind, compare};
use ineo_codes_table::model::Table;
use ineo_codes_table::{Source, read};

fn released() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/released.toml")
}

fn current() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../ineo-codes/codes.toml"))
        .expect("the table can be read")
}

fn table(text: &str) -> Table {
    let reading = read(&Source::new("codes.toml", text));
    assert!(reading.faults.is_empty(), "{:?}", reading.faults);
    reading.table.expect("a sound table")
}

/// What no longer holds of the released table.
fn broken_promises(released: &str, current: &str) -> Vec<String> {
    compare(&table(released), &table(current))
        .into_iter()
        .filter(|change| matches!(change.kind, Kind::Breaking | Kind::Behaviour))
        .map(|change| format!("{}: {}", change.subject, change.words()))
        .collect()
}

#[test]
fn released_codes_stay_as_they_are() {
    if std::env::var_os("UPDATE_RELEASED").is_some() {
        fs::write(released(), current()).expect("the file can be written");
    }
    let released = fs::read_to_string(released()).expect("the file can be read");
    let broken = broken_promises(&released, &current());
    assert!(broken.is_empty(), "codes.toml breaks what was released, see CONTRIBUTING.md:\n{}", broken.join("\n"));
}

#[test]
fn a_change_to_a_released_row_is_noticed() {
    let released = fs::read_to_string(released()).expect("the file can be read");
    for (from, to, words) in [
        ("code = 66\n", "code = 67\n", "67 offline: renumbered, was `66`"),
        ("name = \"fail\"", "name = \"failed\"\nvariant = \"Fail\"", "13 failed: name was `fail`, is `failed`"),
        ("aliases = [\"data_error\"]\n", "", "404 not_found: alias `data_error` dropped"),
    ] {
        let changed = match released.replacen(from, to, 1) {
            // A name that is no longer shared is not listed as one.
            changed if to.is_empty() => changed.replacen("\"data_error\", \"server_error\"", "\"server_error\"", 1),
            changed => changed,
        };
        assert_ne!(changed, released, "{from}");
        let broken = broken_promises(&released, &changed);
        assert!(broken.iter().any(|promise| promise == words), "{words}, not {broken:?}");
    }
}

#[test]
fn additions_and_other_words_are_fine() {
    let released = fs::read_to_string(released()).expect("the file can be read");
    let (head, rows) = released.split_once("[[code]]").expect("a table has rows");
    let row = "[[code]]\ncode = 65535\nname = \"new_here\"\ncategory = \"unspecified\"\nmessage = { en = \"New.\", fa = \"نو.\" }\n\n";
    let more = format!("{head}{row}[[code]]{}", rows.replacen("message.en = \"", "message.en = \"Really: ", 1));
    assert_eq!(broken_promises(&released, &more), [""; 0]);
}

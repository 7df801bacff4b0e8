//! PHP, checked and run by its interpreter.

use std::fs;
use std::path::Path;

use ineo_codes_table::model::Table;

use crate::language::{Language, Run};
use crate::questions::Question;
use crate::tools::{Missing, find, installed, run, skip};

pub(crate) const PHP: Language = Language {
    target: "php",
    file: "codes.php",
    driver: &[("driver.php", include_str!("drivers/driver.php"))],
    refused: &[
        ("u64", "in PHP, the code 18446744073709551615 `Last` would not be exact"),
        ("meanings", "in PHP, the delay of the code -7 `Wait` would not be exact"),
    ],
    can_answer: is_within_64_bits,
    run: check_and_run,
};

/// What languages can answer whose integers have 64 bits, and whose exports read nothing but codes.
pub(crate) fn is_within_64_bits(_: &Table, question: &Question) -> bool {
    let is_held = |code: &str| code.parse::<i128>().map_or(true, |code| i64::try_from(code).is_ok());
    match question {
        Question::Parse(_) => false,
        Question::Code(code) | Question::Text(code) | Question::Shown(code) | Question::Message(code, _) => {
            is_held(code)
        }
        Question::Table(_) | Question::Named(_) => true,
    }
}

fn check_and_run(root: &Path, tables: &[&str]) -> Result<Vec<Run>, Missing> {
    let php = find(Path::new(""), "php")?;
    let by = run(&php, root, ["--version"]).lines().next().unwrap_or_default().to_owned();
    // Assertions are on, and nothing of the machine's configuration holds.
    let options = ["-n", "-d", "zend.assertions=1", "-d", "assert.exception=1"];
    fs::write(root.join("usage.php"), include_str!("drivers/usage.php")).expect("a file is written");
    run(&php, root, options.iter().chain(&["usage.php"]));
    let mut runs: Vec<Run> = tables
        .iter()
        .map(|table| {
            run(&php, root, ["-n", "-l", &format!("{table}/codes.php")]);
            let driver = format!("{table}/driver.php");
            let printed = run(&php, root, options.iter().copied().chain([driver.as_str()]));
            Run { by: by.clone(), table: (*table).to_owned(), printed }
        })
        .collect();
    match by_the_oldest(root, tables) {
        Ok(more) => runs.extend(more),
        Err(missing) => skip("exports to PHP, by PHP 8.1", &missing),
    }
    Ok(runs)
}

/// By PHP 8.1, which no release of Debian has, but a package for Node.js.
fn by_the_oldest(root: &Path, tables: &[&str]) -> Result<Vec<Run>, Missing> {
    let node = find(Path::new(""), "node")?;
    let folder = installed().join("php8.1");
    if !folder.join("node_modules/@php-wasm/node-8-1").exists() {
        return Err(Missing("it is missing; `tests/languages/install` brings it".to_owned()));
    }
    // Its packages are found from where the script is.
    let script = folder.join("run.mjs");
    fs::write(&script, include_str!("drivers/php.mjs")).expect("a file is written");
    let printed = run(&node, root, [script.as_os_str()].into_iter().chain(tables.iter().map(std::ffi::OsStr::new)));
    let runs = tables.iter().zip(printed.lines()).map(|(table, line)| {
        let printed = serde_json::from_str(line).expect("a text in JSON");
        Run { by: "PHP 8.1".to_owned(), table: (*table).to_owned(), printed }
    });
    Ok(runs.collect())
}

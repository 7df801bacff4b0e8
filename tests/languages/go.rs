//! Go, checked by gofmt and vet, and run.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::language::{Language, Run};
use crate::php::is_within_64_bits;
use crate::tools::{Missing, run};

pub(crate) const GO: Language = Language {
    target: "go",
    file: "codes.go",
    driver: &[],
    refused: &[
        ("u64", "in Go, the code 18446744073709551615 `Last` would not be exact"),
        ("meanings", "in Go, the delay of the code -7 `Wait` would not be exact"),
    ],
    can_answer: is_within_64_bits,
    run: check_and_run,
};

fn check_and_run(root: &Path, tables: &[&str]) -> Result<Vec<Run>, Missing> {
    // `go --version` is not an option.
    let by = Command::new("go").arg("version").output();
    let by = by.map_err(|_| Missing("go is missing; `tests/languages/install` brings it".to_owned()))?;
    let by = String::from_utf8_lossy(&by.stdout).trim().to_owned();
    let go = Path::new("go");
    fs::write(root.join("go.mod"), "module example.com/tables\n\ngo 1.18\n").expect("a file is written");
    for table in tables {
        let folder = root.join(table);
        fs::create_dir(folder.join("codes")).expect("a folder is made");
        fs::rename(folder.join("codes.go"), folder.join("codes/codes.go")).expect("the file is moved");
        let driver = include_str!("drivers/driver.go").replace("TABLE", table);
        fs::write(folder.join("driver.go"), driver).expect("a file is written");
        let exported = fs::read_to_string(folder.join("codes/codes.go")).expect("the file is there");
        let head = exported.lines().next().unwrap_or_default();
        assert!(head.starts_with("// Code generated ") && head.ends_with(" DO NOT EDIT."), "{head}");
    }
    fs::write(root.join("ineo/codes/usage_test.go"), include_str!("drivers/usage_test.go")).expect("a file is written");
    let unformatted = run(Path::new("gofmt"), root, ["-d", "."]);
    assert!(unformatted.is_empty(), "gofmt would change:\n{unformatted}");
    run(go, root, ["vet", "./..."]);
    run(go, root, ["test", "./ineo/codes"]);
    let runs = tables.iter().map(|table| {
        let printed = run(go, root, ["run", &format!("./{table}"), &format!("{table}/questions.jsonl")]);
        Run { by: by.clone(), table: (*table).to_owned(), printed }
    });
    Ok(runs.collect())
}

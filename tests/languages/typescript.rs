//! TypeScript, compiled by tsc and run by Node.js.

use std::fs;
use std::path::Path;

use ineo_codes_table::model::Table;
use serde_json::Value;

use crate::language::{Language, Run};
use crate::questions::Question;
use crate::tools::{Missing, find, installed, run};

pub(crate) const TYPESCRIPT: Language = Language {
    target: "typescript",
    file: "codes.ts",
    driver: &[("driver.ts", include_str!("drivers/driver.ts"))],
    refused: &[
        ("i64", "in TypeScript, the code -9223372036854775808 `Lowest` would not be exact"),
        ("u64", "in TypeScript, the code 18446744073709551615 `Last` would not be exact"),
        ("columns", "in TypeScript, `balance` of the code 1 `CardDeclined` would not be exact"),
        ("meanings", "in TypeScript, the delay of the code -7 `Wait` would not be exact"),
    ],
    can_answer,
    run: check_and_run,
};

/// Other integers, a `number` does not hold.
fn can_answer(_: &Table, question: &Question) -> bool {
    let is_exact = |text: &str| {
        let digits = text.split(' ').next().unwrap_or_default();
        digits.parse().map_or(true, |number: i128| number.abs() < 1 << 53)
    };
    match question {
        Question::Code(code) | Question::Parse(code) => is_exact(code),
        _ => true,
    }
}

fn check_and_run(root: &Path, tables: &[&str]) -> Result<Vec<Run>, Missing> {
    let node = find(Path::new(""), "node")?;
    fs::write(root.join("usage.ts"), include_str!("drivers/usage.ts")).expect("a file is written");
    compile(&node, root)?;
    let out = root.join("out");
    run(&node, &out, ["usage.js"]);
    let by = format!("Node.js {}", run(&node, root, ["--version"]).trim());
    let answers = tables.iter().map(|table| {
        fs::copy(root.join(table).join("questions.jsonl"), out.join(table).join("questions.jsonl")).expect("a copy");
        let printed = run(&node, &out, [format!("{table}/driver.js")]);
        Run { by: by.clone(), table: (*table).to_owned(), printed }
    });
    Ok(answers.collect())
}

/// Compiles all files of a folder strictly, into `out` in it.
pub(crate) fn compile(node: &Path, folder: &Path) -> Result<(), Missing> {
    let modules = installed().join("node_modules");
    if !modules.exists() {
        return Err(Missing("tsc is missing; `tests/languages/install` brings it".to_owned()));
    }
    let types = Value::from(modules.join("@types").to_string_lossy()).to_string();
    let configuration = include_str!("drivers/tsconfig.json").replace("\"node_modules/@types\"", &types);
    fs::write(folder.join("package.json"), r#"{ "type": "module" }"#).expect("a file is written");
    fs::write(folder.join("tsconfig.json"), configuration).expect("a file is written");
    let compiler = modules.join("typescript/bin/tsc");
    run(node, folder, [compiler.as_os_str(), "--project".as_ref(), ".".as_ref()]);
    Ok(())
}

//! Python, checked by mypy and pyright, and run by every interpreter that is there.

use std::fs;
use std::path::Path;

use crate::language::{Language, Run};
use crate::tools::{Missing, find, installed, run, say, skip};

pub(crate) const PYTHON: Language = Language {
    target: "python",
    file: "codes.py",
    driver: &[("driver.py", include_str!("drivers/driver.py"))],
    refused: &[],
    can_answer: |_, _| true,
    run: check_and_run,
};

fn check_and_run(root: &Path, tables: &[&str]) -> Result<Vec<Run>, Missing> {
    let tools = installed();
    let mypy = find(&tools.join("python/bin/mypy"), "mypy")?;
    let interpreter = find(&tools.join("python/bin/python"), "python3")?;
    let oldest = tools.join("python3.9/python");
    fs::write(root.join("usage.py"), include_str!("drivers/usage.py")).expect("a file is written");
    let mut checks = vec!["--strict", "--python-version=3.9", "--explicit-package-bases", "--warn-unreachable"];
    checks.extend(["--enable-error-code=ignore-without-code", "."]);
    run(&mypy, root, checks);
    pyright(root).unwrap_or_else(|missing| skip("exports to Python, by pyright", &missing));
    if !oldest.exists() {
        say("Not checked: exports to Python, by Python 3.9: it is missing; `tests/languages/install` brings it");
    }
    let mut runs = Vec::new();
    for python in [interpreter, oldest].iter().filter(|python| python.exists() || python.components().count() == 1) {
        let by = run(python, root, ["--version"]).trim().to_owned();
        run(python, root, ["-W", "error", "usage.py"]);
        for table in tables {
            // `-W error`: a warning, such as of an invalid escape, is a failure.
            let printed = run(python, root, ["-W", "error", "-m", &format!("{table}.driver")]);
            runs.push(Run { by: by.clone(), table: (*table).to_owned(), printed });
        }
    }
    Ok(runs)
}

/// Checks the exported files as strictly as pyright can, and that what `usage.py` has it ignore is there.
fn pyright(root: &Path) -> Result<(), Missing> {
    let node = find(Path::new(""), "node")?;
    let pyright = installed().join("node_modules/pyright/index.js");
    if !pyright.exists() {
        return Err(Missing("pyright is missing; `tests/languages/install` brings it".to_owned()));
    }
    let configuration = serde_json::json!({
        "typeCheckingMode": "strict",
        "pythonVersion": "3.9",
        "include": ["usage.py", "*/codes.py"],
        "reportUnnecessaryTypeIgnoreComment": "error",
    });
    fs::write(root.join("pyrightconfig.json"), configuration.to_string()).expect("a file is written");
    run(&node, root, [pyright]);
    Ok(())
}

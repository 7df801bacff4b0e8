//! The README's recipe for a new code, followed to the letter in a checkout without symbolic links.

use std::env::consts::EXE_EXTENSION;
use std::fs;
use std::path::Path;
use std::process::Command;

use ineo_codes_tests::{isolate, run, scratch, target, workspace};

/// Copies the workspace as git checks it out where there are no symbolic links: each is a file with the path that it
/// leads to. A file that is the same as before keeps its time, so that less is rebuilt; one that is gone is removed.
fn check_out(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(to).expect("the folder can be read") {
        let entry = entry.expect("the folder can be read");
        if !from.join(entry.file_name()).exists() {
            let gone = entry.path();
            let removed = if gone.is_dir() { fs::remove_dir_all(gone) } else { fs::remove_file(gone) };
            removed.expect("what is gone can be removed");
        }
    }
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let entry = entry.expect("the folder can be read");
        let name = entry.file_name();
        if ["target", ".git", "corpus"].iter().any(|skipped| name == *skipped) {
            continue;
        }
        let (from, to) = (entry.path(), to.join(name));
        let content = match fs::read_link(&from) {
            Ok(link) => link.to_str().expect("the path is text").as_bytes().to_vec(),
            Err(_) if from.is_dir() => {
                check_out(&from, &to);
                continue;
            }
            Err(_) => fs::read(&from).expect("the file can be read"),
        };
        if fs::read(&to).ok().as_ref() != Some(&content) {
            fs::write(&to, content).expect("the file can be written");
        }
    }
}

/// A step of the recipe.
#[derive(Debug)]
enum Step<'a> {
    /// Adds these lines to a file.
    Add(&'a str, &'a str),
    /// Runs a command, with variables in front.
    Run(&'a str),
}

/// The steps: a block goes to the file that the link before it leads to, or is commands.
fn steps(recipe: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    let mut parts = recipe.split("\n```");
    let mut text = parts.next().unwrap_or_default();
    while let (Some(block), Some(next)) = (parts.next(), parts.next()) {
        let (language, lines) = block.split_once('\n').expect("a block has lines");
        if language == "sh" {
            steps.extend(lines.lines().map(Step::Run));
        } else {
            let (_, link) = text.rsplit_once("](").expect("a link leads to the file");
            steps.push(Step::Add(link.split(')').next().unwrap_or_default(), lines));
        }
        text = next;
    }
    steps
}

fn follow(step: &Step<'_>, checkout: &Path) {
    match step {
        Step::Add(file, lines) => {
            let file = checkout.join(file);
            let before = fs::read_to_string(&file).expect("the file can be read");
            let gap = if file.extension().is_some_and(|extension| extension == "toml") { "\n" } else { "" };
            fs::write(&file, format!("{before}{gap}{lines}\n")).expect("the file can be written");
        }
        Step::Run(line) => {
            let mut words = line.split(' ').peekable();
            let mut command = Command::new("");
            let mut variables = Vec::new();
            while let Some((name, value)) = words.peek().and_then(|word| word.split_once('=')) {
                variables.push((name, value));
                words.next();
            }
            if words.next() == Some("cargo") {
                command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
            }
            command.args(words).envs(variables);
            isolate(&mut command, checkout, &target());
            run(&mut command);
        }
    }
}

#[test]
fn a_code_is_added_as_the_readme_says() {
    let readme = fs::read_to_string(workspace().join("README.md")).expect("the README can be read");
    let (_, recipe) = readme.split_once("\n### Add a code\n").expect("the README says how to add a code");
    let recipe = recipe.split("\n#").next().unwrap_or_default();
    let steps = steps(recipe);
    let edits = steps.iter().filter(|step| matches!(step, Step::Add(..))).count();
    assert_eq!((edits, steps.len()), (2, 3), "two edits and a command: {steps:#?}");

    let checkout = scratch("recipe");
    check_out(workspace(), &checkout);
    for step in &steps {
        follow(step, &checkout);
    }
    let table = fs::read_to_string(checkout.join("README.md")).expect("the README can be read");
    assert!(table.contains("| 4002 | `ParameterUnknown` |"), "the README's table has the new code");
    // The command that the tests of the documents run has the table too.
    let command = target().join("debug/examples/documented-command").with_extension(EXE_EXTENSION);
    let explained = run(Command::new(command).args(["explain", "4002"]));
    assert!(explained.starts_with("4002 parameter_unknown\n"), "{explained}");
}

//! The documents are correct: tables, commands, outputs, errors, versions, links and snippets. Their Rust is compiled and
//! run as the doctests of this package.

mod guide;
mod links;
mod pictures;
mod readme;
mod snippets;
mod terminal;

use std::process::Command;
use std::{env, fs};

use ineo_codes_tests::workspace;

/// The text of a document, by its path from the root of the workspace.
fn read(path: &str) -> String {
    let text = fs::read_to_string(workspace().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.replace("\r\n", "\n")
}

/// The command lines of documents start these examples of this package, which cargo builds with its tests.
const PROGRAMS: [(&str, &str); 3] = [
    ("ineo-codes ", "documented-command"),
    ("cargo run -- ", "documented-command"),
    ("cargo run -q -p ineo-codes-table --example expand -- ", "documented-expand"),
];

/// What a command line of a document starts, in the root of the workspace.
fn documented(line: &str) -> Command {
    let program = PROGRAMS.iter().find_map(|(start, program)| Some((program, line.strip_prefix(start)?)));
    let (program, arguments) = program.unwrap_or_else(|| panic!("nothing runs `{line}`"));
    let test = env::current_exe().expect("the program knows its path");
    let built = test.ancestors().nth(2).expect("tests are in a folder of the target directory");
    let mut command = Command::new(built.join("examples").join(format!("{program}{}", env::consts::EXE_SUFFIX)));
    command.args(arguments.split_whitespace()).current_dir(workspace());
    command
}

/// What cargo knows of the workspace's packages.
fn metadata() -> serde_json::Value {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--no-deps", "--offline", "--format-version", "1"]).current_dir(workspace());
    serde_json::from_str(&ineo_codes_tests::run(&mut cargo)).expect("cargo writes JSON")
}

/// A block of code: its language, and its text.
#[derive(Debug, PartialEq, Eq)]
struct Block {
    language: String,
    text: String,
}

fn blocks(markdown: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut parts = markdown.split("\n```");
    parts.next();
    while let Some(block) = parts.next() {
        let (language, text) = block.split_once('\n').expect("a block has lines");
        blocks.push(Block { language: language.to_owned(), text: format!("{text}\n") });
        assert!(parts.next().is_some(), "the block is closed: {text}");
    }
    blocks
}

fn in_language<'a>(blocks: &'a [Block], language: &str) -> Vec<&'a str> {
    let blocks: Vec<&str> =
        blocks.iter().filter(|block| block.language == language).map(|block| block.text.as_str()).collect();
    assert!(!blocks.is_empty(), "no block of {language}");
    blocks
}

//! The documents are correct: tables, commands, outputs, errors, versions, links and snippets. Their Rust is compiled and
//! run as the doctests of this package.

mod guide;
mod links;
mod pictures;
mod readme;
mod snippets;
mod terminal;

use std::fs;

use ineo_codes_tests::workspace;

/// The text of a document, by its path from the root of the workspace.
fn read(path: &str) -> String {
    let text = fs::read_to_string(workspace().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.replace("\r\n", "\n")
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

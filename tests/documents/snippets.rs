//! Every snippet of every document is tested, each language in its way.

use std::fs;
use std::path::Path;

use ineo_codes_tests::workspace;
use toml::Table;

use crate::{Block, blocks, documented, read};

/// Commands that tests run: what is generated, those of the READMEs, and the recipe for a new code.
const RUN: [&str; 9] = [
    EXPAND,
    "cargo run -- explain 404 599",
    "cargo run -- check --deny all ineo-codes/codes.toml",
    "cargo run -- import tests/fixtures/published-codes.tsv --no-header --map code=1 --map name=2 --map message.fa=3 --into ineo-codes/codes.toml --check",
    "cargo run -- diff tests/fixtures/released.toml ineo-codes/codes.toml",
    "cargo run -- export ineo-codes/codes.toml --to typescript",
    "cargo run -- export ineo-codes/codes.toml --to python",
    "cargo run -- export ineo-codes/codes.toml --to php --namespace Ineo",
    "UPDATE_README=1 cargo test -p ineo-codes-tests -p ineo-codes-tests-documents",
];

/// Prints what is generated.
const EXPAND: &str =
    "cargo run -q -p ineo-codes-table --example expand -- ineo-codes/examples/gateway.toml GatewayCode";

/// Commands that no test runs: they run all tests, install, change what is released, or only show something.
const NOT_RUN: [&str; 6] = [
    "cargo doc --open --no-deps --all-features -p ineo-codes",
    "cargo install --path ineo-codes-cli",
    "cargo test",
    "bash .ci/run",
    "UPDATE_RELEASED=1 cargo test -p ineo-codes-cli --test command released",
    "git diff tests/fixtures/released.toml",
];

/// Pages whose commands and files a test beside this one follows.
const GUIDE: [&str; 2] = ["ineo-codes/src/guide/start.md", "ineo-codes/src/guide/stable.md"];

/// Documents with outputs, which a test beside this one compares, and with lines for other files.
const OUTPUTS: [&str; 3] = ["README.md", "README.fa.md", "ineo-codes/src/codes.md"];

/// The document whose snippets the tests of the command run.
const COMMAND: &str = "ineo-codes-cli/README.md";

/// The documents of the workspace, by their paths from its root.
pub(crate) fn documents(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        let name = path.file_name().expect("the entry has a name").to_string_lossy();
        if path.is_symlink() || name.starts_with('.') || name == "target" {
            continue;
        }
        if path.is_dir() {
            found.extend(documents(&path));
        } else if name.ends_with(".md") {
            let path = path.strip_prefix(workspace()).expect("the document is in the workspace");
            found.push(path.to_string_lossy().replace('\\', "/"));
        }
    }
    found
}

/// Whether the Rust of a document is compiled: a library whose doctests are run includes it, and not only in its docs.
fn is_compiled(document: &str) -> bool {
    let name = document.rsplit('/').next().expect("a path has an end");
    ["ineo-codes/src/lib.rs", "tests/documents/doctests.rs", "tests/interop/src/lib.rs"].into_iter().any(|library| {
        let included = read(library);
        let included = included
            .split("include_str!(\"")
            .skip(1)
            .filter(|rest| !rest.contains("\")]\n#[cfg(all(doc, not(doctest)))]"));
        let mut included = included.filter_map(|rest| rest.split('"').next());
        let folder = Path::new(library).parent().expect("a file is in a folder");
        included.any(|path| {
            path.ends_with(name)
                && workspace().join(folder).join(path).canonicalize().ok()
                    == workspace().join(document).canonicalize().ok()
        })
    })
}

/// Why a snippet is not tested.
fn gap(document: &str, block: &Block) -> Option<String> {
    let is_rust = matches!(block.language.split(',').next(), Some("" | "rust" | "compile_fail" | "no_run"));
    match block.language.as_str() {
        _ if is_rust => (!is_compiled(document)).then(|| "no doctest includes the document".to_owned()),
        "toml" => block.text.parse::<Table>().err().map(|error| error.to_string()),
        "json" => serde_json::from_str::<serde_json::Value>(&block.text).err().map(|error| error.to_string()),
        // The tests of the command run what is in it.
        "console" | "jinja" | "sh" | "yaml" if document == COMMAND => None,
        // The test of the guide runs them.
        "sh" | "csv" | "text" if GUIDE.contains(&document) => None,
        // `tests/languages/clients.rs` runs them.
        "php" | "python" if document == "README.fa.md" => None,
        "sh" => {
            let ci = read(".ci/run");
            let known = RUN.into_iter().chain(NOT_RUN).chain(ci.lines().map(str::trim));
            let unknown = block.text.lines().find(|line| !known.clone().any(|command| command == *line));
            unknown.map(|line| format!("nothing runs `{line}`"))
        }
        // Errors that the compiler words, which change from version to version.
        "text" if block.text.starts_with("error[E") => None,
        "text" | "tsv" => (!OUTPUTS.contains(&document)).then(|| "nothing compares it".to_owned()),
        language => Some(format!("nothing tests snippets of the language {language:?}")),
    }
}

#[test]
fn every_snippet_is_tested() {
    let documents = documents(workspace());
    assert!(documents.iter().any(|document| document == "README.md"));
    let mut snippets = 0;
    for document in &documents {
        let blocks = blocks(&read(document));
        snippets += blocks.len();
        let gaps = blocks.iter().filter_map(|block| Some((gap(document, block)?, block)));
        let gaps: Vec<String> = gaps.map(|(gap, block)| format!("{gap}:\n{}", block.text)).collect();
        assert!(gaps.is_empty(), "{document}: {}", gaps.join("\n"));
    }
    assert!(snippets > 20, "only {snippets} snippets found");
}

#[test]
fn what_is_generated_is_printed() {
    assert!(read("CONTRIBUTING.md").contains(EXPAND));
    let run = documented(EXPAND).output().expect("the program can be run");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let printed = String::from_utf8(run.stdout).expect("the output is UTF-8");
    assert!(printed.lines().any(|line| line == "pub enum GatewayCode {"), "{printed}");
    assert!(printed.contains("pub const fn from_code(code: ::core::primitive::u16) -> Self {"), "{printed}");
}

/// The table that the READMEs name, for their doctests.
#[test]
fn the_gateway_of_the_doctests_is_that_of_the_example() {
    let table = |path: &str| {
        let text = read(path);
        text.split_once("\n\n").expect("a head and a table").1.to_owned()
    };
    assert_eq!(table("tests/documents/gateway.toml"), table("ineo-codes/examples/gateway.toml"));
}

/// The smallest table that the READMEs show, for their doctests.
#[test]
fn the_smallest_table_of_the_doctests_is_that_of_the_readme() {
    let small = read("tests/documents/small.toml");
    assert_eq!(small.lines().count(), 6);
    assert!(blocks(&read("README.md")).iter().any(|block| block.text == small));
}

//! Merges, as pairs of a table before and after: `merges/*/{before.toml, list.*, arguments, after.toml}`.
//!
//! `UPDATE_EXPECT=1` writes the tables after.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Folder;

/// One pair, and how to get from one to the other.
struct Case {
    name: String,
    before: String,
    after: PathBuf,
    list: PathBuf,
    arguments: Vec<String>,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/command/merges");
    let read = |path: PathBuf| fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut cases: Vec<Case> = fs::read_dir(folder)
        .expect("the cases are there")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir())
        .map(|path| {
            let is_list = |file: &PathBuf| file.file_stem().is_some_and(|stem| stem == "list");
            let files = fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path());
            let arguments = path.join("arguments");
            let arguments = if arguments.exists() { read(arguments) } else { String::new() };
            Case {
                name: path.file_name().expect("a name").to_string_lossy().into_owned(),
                before: read(path.join("before.toml")),
                after: path.join("after.toml"),
                list: files.into_iter().find(is_list).expect("a list"),
                arguments: arguments.lines().map(str::to_owned).collect(),
            }
        })
        .collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(cases.len() > 5);
    cases
}

impl Case {
    /// Merges into a table, and again, and returns what the table is then.
    fn merge(&self, before: &str) -> String {
        let folder = Folder::new();
        let list = self.list.file_name().expect("a name").to_string_lossy().into_owned();
        folder.write("t.toml", before).write(&list, fs::read(&self.list).expect("a list"));
        let arguments: Vec<&str> = ["import", &list, "--into", "t.toml"]
            .into_iter()
            .chain(self.arguments.iter().map(String::as_str))
            .collect();
        let check = || folder.run(arguments.iter().chain(&["--check"])).status;
        let is_stale = check();
        assert_eq!(folder.read("t.toml"), before, "{}: --check changes nothing", self.name);
        let ran = folder.run(&arguments);
        assert_eq!(ran.status, Some(0), "{}: {}", self.name, ran.err);
        let after = folder.read("t.toml");
        assert_eq!(is_stale, Some(i32::from(after != before)), "{}: --check says what a merge would do", self.name);
        assert_eq!(check(), Some(0), "{}: a merge is up to date", self.name);
        assert_eq!(folder.run(&arguments).status, Some(0));
        assert_eq!(folder.read("t.toml"), after, "{}: a merge done twice changes nothing", self.name);
        assert_eq!(folder.run(["check", "t.toml"]).status, Some(0), "{}: a merged table is sound", self.name);
        after
    }
}

#[test]
fn each_merge_gives_what_is_expected() {
    for case in cases() {
        let after = case.merge(&case.before);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&case.after, &after).expect("the file can be written");
        }
        let expected = fs::read_to_string(&case.after).unwrap_or_default();
        assert_eq!(after, expected, "{}", case.name);
    }
}

#[test]
fn line_endings_and_a_byte_order_mark_stay() {
    for case in cases() {
        let windows = |text: &str| format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
        let expected = fs::read_to_string(&case.after).expect("a table");
        assert_eq!(case.merge(&windows(&case.before)), windows(&expected), "{}", case.name);
    }
}

#[test]
fn a_file_may_end_without_a_line_break() {
    for case in cases() {
        let before = case.before.trim_end_matches('\n');
        let expected = fs::read_to_string(&case.after).expect("a table");
        let after = case.merge(before);
        assert_eq!(after.trim_end_matches('\n'), expected.trim_end_matches('\n'), "{}", case.name);
    }
}

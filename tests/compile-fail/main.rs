//! Tables and enums that `codes` and `FromCode` reject: the errors, and their places.
//!
//! Each case is a program, and the file beside it has its errors. Our own words are compared exactly. Of the errors
//! that the compiler words, only the code and the place are compared: its words change from version to version.
//! `UPDATE_EXPECT=1` updates the expected errors.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use ineo_codes_tests::{Package, copy, scratch, workspace};
use serde::Deserialize;

/// A line of what `cargo check --message-format=json` prints.
#[derive(Deserialize)]
struct Line {
    target: Option<Target>,
    message: Option<Diagnostic>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

/// What the compiler says: <https://doc.rust-lang.org/rustc/json.html>.
#[derive(Deserialize)]
struct Diagnostic {
    message: String,
    code: Option<Code>,
    level: String,
    spans: Vec<Span>,
    children: Vec<Diagnostic>,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

#[derive(Deserialize)]
struct Span {
    line_start: usize,
    line_end: usize,
    column_start: usize,
    column_end: usize,
    is_primary: bool,
    label: Option<String>,
}

impl Diagnostic {
    fn code(&self) -> &str {
        self.code.as_ref().map_or("", |code| &code.code)
    }

    /// The marked place. A message about the whole program, such as the number of its errors, has none.
    fn place(&self) -> Option<&Span> {
        self.spans.iter().find(|span| span.is_primary)
    }

    fn is_expected(&self) -> bool {
        self.level == "error" || self.code() == "deprecated"
    }

    /// Those of its words that are ours.
    fn words(&self) -> Vec<String> {
        let label = self.place().and_then(|span| span.label.as_deref());
        match self.code() {
            "" => vec![self.message.clone()],
            // A panic at compile time, which older compilers quote in the label.
            "E0080" => {
                let quoted = label.and_then(|label| label.split_once("panicked at '")?.1.rsplit_once("', "));
                let text = self.message.strip_prefix("evaluation panicked: ").or(quoted.map(|(text, _)| text));
                text.map(str::to_owned).into_iter().collect()
            }
            // A trait that is not implemented, of which its attribute `diagnostic::on_unimplemented` speaks.
            "E0277" if !self.message.starts_with("the trait bound") => {
                let notes = self.children.iter().filter(|child| child.level == "note" && child.spans.is_empty());
                let notes = notes.map(|note| note.message.as_str());
                let notes = notes.filter(|note| !note.starts_with("this error originates in"));
                let label = label.map(|label| format!("label: {label}"));
                let notes = notes.map(|note| format!("note: {note}"));
                [self.message.clone()].into_iter().chain(label).chain(notes).collect()
            }
            _ => Vec::new(),
        }
    }

    fn report(&self) -> String {
        let place = self.place().expect("it has a place");
        let Span { line_start, line_end, column_start, column_end, .. } = place;
        let code = self.code();
        let code = if code.is_empty() { String::new() } else { format!("[{code}]") };
        let mut report = format!("{}{code} at {line_start}:{column_start} to {line_end}:{column_end}\n", self.level);
        for line in self.words().iter().flat_map(|words| words.lines()) {
            _ = writeln!(report, "{}", format!("    {line}").trim_end());
        }
        report
    }
}

/// The folder that the paths of the cases begin in.
fn source() -> PathBuf {
    workspace().join("tests")
}

/// The cases of each folder, by the names that their programs have.
fn cases() -> BTreeMap<String, PathBuf> {
    let folder = source().join("compile-fail");
    let mut cases = BTreeMap::new();
    for kind in ["codes", "from_code"] {
        for entry in fs::read_dir(folder.join(kind)).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            let name = path.file_stem().and_then(|name| name.to_str()).expect("the name is text");
            if path.extension().is_some_and(|extension| extension == "rs") {
                cases.insert(format!("{kind}-{name}"), path);
            } else if path.extension().is_some_and(|extension| extension == "txt") {
                assert!(path.with_extension("rs").exists(), "{} belongs to no case", path.display());
            }
        }
    }
    cases
}

/// All cases in one package, so that what they depend on is built once.
fn check(cases: &BTreeMap<String, PathBuf>) -> BTreeMap<String, Vec<Diagnostic>> {
    let folder = scratch("compile-fail");
    let source = source();
    let mut programs = String::new();
    for (name, path) in cases {
        let path = path.strip_prefix(&source).expect("the case is in this package");
        _ = write!(programs, "\n[[bin]]\nname = {name:?}\npath = '{}'\n", path.display());
    }
    let package = Package::new("compile-fail", &programs);
    copy(&source.join("compile-fail"), &folder.join("compile-fail"));
    let mut check = package.cargo();
    check.args(["check", "--quiet", "--bins", "--keep-going", "--message-format=json"]);
    let checked = check.output().expect("cargo can be run");
    let lines = String::from_utf8(checked.stdout).expect("cargo writes text");
    let mut messages: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
    for line in lines.lines() {
        let line: Line = serde_json::from_str(line).expect("cargo writes JSON");
        if let (Some(target), Some(message)) = (line.target, line.message) {
            messages.entry(target.name).or_default().push(message);
        }
    }
    assert!(!messages.is_empty(), "{}", String::from_utf8_lossy(&checked.stderr));
    messages
}

/// All that the compiler reports of a case, in the order of the places, and each report once.
fn report(messages: &[Diagnostic]) -> String {
    let mut messages: Vec<&Diagnostic> =
        messages.iter().filter(|message| message.is_expected() && message.place().is_some()).collect();
    messages.sort_by_key(|message| message.place().map(|span| (span.line_start, span.column_start, message.code())));
    let mut reports: Vec<String> = messages.iter().map(|message| message.report()).collect();
    reports.dedup();
    reports.join("\n")
}

#[test]
fn what_is_rejected_is_an_error_at_its_place() {
    let cases = cases();
    let messages = check(&cases);
    let mut wrong = Vec::new();
    for (name, path) in &cases {
        let found = messages.get(name).map(|messages| report(messages)).unwrap_or_default();
        // The folder of the package differs from machine to machine.
        let found = found.replace(&*scratch("compile-fail").to_string_lossy(), "…");
        let expected = path.with_extension("txt");
        if env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&expected, &found).expect("the errors can be written");
        }
        let known = fs::read_to_string(&expected).unwrap_or_default().replace("\r\n", "\n");
        if found.is_empty() {
            wrong.push(format!("{name} compiles"));
        } else if found != known {
            wrong.push(format!("{name}, expected:\n{known}\n{name}, found:\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}\n`UPDATE_EXPECT=1` updates the expected errors", wrong.join("\n"));
}

//! The example `explain`, run as a person would run it.

use std::ffi::OsStr;
use std::io;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use ineo_codes::StatusCode;
use ineo_codes_tests::workspace;

/// The example, built as the README says: `cargo run --example explain`, from the root of the workspace.
fn explain() -> Command {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    Command::new(BUILT.get_or_init(|| {
        let build = Command::new(env!("CARGO"))
            .args([
                "build",
                "--quiet",
                "--offline",
                "--example",
                "explain",
                "--message-format",
                "json-render-diagnostics",
            ])
            .current_dir(workspace())
            .stderr(Stdio::inherit())
            .output()
            .expect("cargo can be run");
        assert!(build.status.success(), "the example can't be built");
        let messages = serde_json::Deserializer::from_slice(&build.stdout).into_iter::<serde_json::Value>();
        let executable = messages.map(|message| message.expect("cargo writes JSON")).find_map(|message| {
            let is_example = message["target"]["name"] == "explain" && message["target"]["kind"][0] == "example";
            is_example.then(|| PathBuf::from(message["executable"].as_str().expect("an example is executable")))
        });
        executable.expect("cargo tells where the example is")
    }))
}

fn run<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Output {
    explain().args(arguments).output().expect("the example can be run")
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("the output is UTF-8")
}

/// The output of a run that explains everything.
fn explained<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> String {
    let output = run(arguments);
    assert_eq!(text(output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
    text(output.stdout)
}

/// The complaint of a run that explains nothing, and its exit status.
fn refused<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> (String, Option<i32>) {
    let output = run(arguments);
    assert_eq!(text(output.stdout), "");
    (text(output.stderr), output.status.code())
}

#[test]
fn a_code_is_explained() {
    assert_eq!(
        explained(["403"]),
        "403 access_deniad\n\
        \x20 Access is not allowed.\n\
        \x20 دسترسی مجاز نمیباشد.\n\
        \x20 variant   StatusCode::AccessDenied\n\
        \x20 category  forbidden\n\
        \x20 retry     never: the same request would get the same answer\n"
    );
}

#[test]
fn a_name_is_explained_as_its_code() {
    assert_eq!(explained(["offline"]), explained(["66"]));
    assert_eq!(explained(["not_found"]), explained(["404"]));
}

#[test]
fn a_code_outside_the_table_is_explained() {
    let text = explained(["599"]);
    for part in ["599 unrecognized\n", "StatusCode::Unrecognized(599)", "server_error", "backoff"] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
    assert!(explained(["65535"]).contains("unspecified"));
}

#[test]
fn an_ambiguous_name_is_explained_by_its_candidates() {
    let text = explained(["data_error"]);
    let (question, answers) = text.split_once("\n\n").expect("a blank line behind the question");
    assert_eq!(
        question,
        "Several codes bear the name \"data_error\".\nTo ask for just one, give its number: 402 or 404."
    );
    assert_eq!(answers, explained(["402", "404"]));
}

#[test]
fn a_shared_name_is_warned_of() {
    assert!(explained(["404"]).contains("402 bears the name data_error too: ask by number"));
    assert!(explained(["502"]).contains("504 bears the name server_error too: ask by number"));
    for unshared in ["403", "599"] {
        assert!(!explained([unshared]).contains("ask by number"));
    }
}

#[test]
fn each_argument_is_explained_in_turn() {
    let [first, second] = ["2001", "599"].map(|code| explained([code]));
    assert_eq!(explained(["2001", "599"]), format!("{first}\n{second}"));
}

#[test]
fn the_table_has_every_row_in_aligned_columns() {
    let table = explained::<&str>([]);
    let (headings, rows) = table.split_once('\n').expect("a line of headings");
    let columns = ["Name", "Category", "Retry"].map(|heading| headings.find(heading).expect(heading));
    let mut lines = rows.lines();
    for code in StatusCode::ALL {
        let line = lines.next().expect("a line for each code");
        assert_eq!(line[..columns[0]].trim(), code.code().to_string());
        assert_eq!(line[columns[0]..columns[1]].trim_end(), code.names().join(", "));
        assert_eq!(line[columns[1]..columns[2]].trim_end(), code.category().name());
        assert_eq!(line[columns[2]..], code.retry().to_string());
        for language in ["en", "fa"] {
            let message = lines.next().expect("a line for each language");
            assert_eq!(Some(message.trim_start()), code.message_in(language));
        }
    }
    assert_eq!(lines.next(), None);
}

#[test]
fn persian_stands_alone_on_its_line() {
    let is_persian = |c: char| matches!(c, '\u{600}'..='\u{6FF}');
    let text = explained::<&str>([]) + &explained(["404", "599", "data_error"]);
    let persian: Vec<&str> = text.lines().filter(|line| line.contains(is_persian)).collect();
    assert!(persian.len() > StatusCode::ALL.len());
    for line in persian {
        assert!(line.trim_start().starts_with(is_persian), "{line}");
        assert!(line.chars().count() <= 80, "a terminal would cut it in the midst of a word: {line}");
    }
}

#[test]
fn what_is_neither_code_nor_name_is_refused() {
    for argument in ["no_such_name", "65536", "-1", "", " 404", "4.04", "-", "NOT_FOUND"] {
        let (complaint, status) = refused([argument]);
        let told = format!("explain: {argument:?} is neither a name in the table nor a number from 0 to 65535\n");
        assert_eq!((complaint, status), (told, Some(1)));
    }
    let (complaint, status) = refused(["--", "--help"]);
    assert!(complaint.contains("\"--help\" is neither"), "{complaint}");
    assert_eq!(status, Some(1));
}

#[test]
fn other_arguments_are_explained_all_the_same() {
    let output = run(["404", "no_such_name", "2001"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(output.stdout), explained(["404", "2001"]));
    assert!(text(output.stderr).contains("no_such_name"));
}

#[test]
fn an_unknown_option_is_wrong_usage() {
    for option in ["--verbose", "-v", "--help=yes"] {
        let (complaint, status) = refused(["404", option]);
        assert_eq!(complaint, format!("explain: there is no option {option:?}; `explain --help` shows the usage\n"));
        assert_eq!(status, Some(2));
    }
}

#[test]
fn help_is_printed() {
    for arguments in [["--help"].as_slice(), &["-h"], &["404", "--help"]] {
        assert!(explained(arguments).contains("Usage: explain [CODE | NAME]..."));
    }
}

#[test]
fn arguments_are_escaped() {
    for arguments in [["\u{1b}[31m\u{202e}\n404"], ["--\u{1b}[31m\u{202e}\n404"]] {
        let (complaint, _) = refused(arguments);
        assert!(complaint.contains(r"\u{1b}[31m\u{202e}\n404"), "{complaint}");
        assert_eq!(complaint.lines().count(), 1);
        assert!(!complaint.contains(['\u{1b}', '\u{202e}']));
    }
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_refused() {
    use std::os::unix::ffi::OsStrExt as _;
    let (complaint, status) = refused([OsStr::from_bytes(b"404\xFF")]);
    assert!(complaint.starts_with(r#"explain: "404\xFF" is neither"#), "{complaint}");
    assert_eq!(status, Some(1));
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let (reader, writer) = io::pipe().expect("a pipe");
    drop(reader);
    let child = explain().stdout(writer).stderr(Stdio::piped()).spawn().expect("the example can be run");
    let output = child.wait_with_output().expect("the example ends");
    assert_eq!(text(output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_is_lost_is_a_failure() {
    let full = std::fs::File::options().write(true).open("/dev/full").expect("Linux has it");
    let output = explain().stdout(full).stderr(Stdio::piped()).output().expect("the example can be run");
    assert!(text(output.stderr).starts_with("explain: the output can't be written: "));
    assert_eq!(output.status.code(), Some(1));
}

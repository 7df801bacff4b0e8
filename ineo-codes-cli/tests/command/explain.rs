//! `explain`.

use std::ffi::OsStr;

use ineo_codes::StatusCode;

use crate::{Folder, command, run};

/// The output of a run that explains everything.
fn explained<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> String {
    let ran = explain(arguments);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    ran.out
}

fn explain<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> crate::Ran {
    let arguments = arguments.into_iter().map(|argument| argument.as_ref().to_owned());
    run(std::iter::once("explain".into()).chain(arguments))
}

/// The complaint of a run that explains nothing, and its exit status.
fn refused<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> (String, Option<i32>) {
    let ran = explain(arguments);
    assert_eq!(ran.out, "");
    (ran.err, ran.status)
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
        \x20 http      500\n\
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
        "Several codes have the name `data_error`.\nTo ask for just one, give its number: 402 or 404."
    );
    assert_eq!(answers, explained(["402", "404"]));
}

#[test]
fn a_shared_name_is_warned_of() {
    assert!(explained(["404"]).contains("402 has the name data_error too: ask by number"));
    assert!(explained(["502"]).contains("504 has the name server_error too: ask by number"));
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
    for argument in ["no_such_name", "65536", "-1", "", " 404", "4.04", "404 something_else"] {
        let (complaint, status) = refused([argument]);
        let told = format!("error: `{argument}` is neither a name in the table nor a number from 0 to 65535\n");
        assert_eq!((complaint, status), (told, Some(1)));
    }
    let (complaint, status) = refused(["--", "--help"]);
    assert!(complaint.contains("`--help` is neither"), "{complaint}");
    assert_eq!(status, Some(1));
}

#[test]
fn what_was_likely_meant_is_suggested() {
    for (argument, meant) in
        [("NOT_FOUND", "not_found"), ("nto_found", "not_found"), ("access_denied", "access_deniad")]
    {
        let (complaint, status) = refused([argument]);
        assert!(complaint.ends_with(&format!("; did you mean `{meant}`?\n")), "{complaint}");
        assert_eq!(status, Some(1));
    }
}

#[test]
fn other_arguments_are_explained_all_the_same() {
    let ran = explain(["404", "no_such_name", "2001"]);
    assert_eq!((ran.status, ran.out), (Some(1), explained(["404", "2001"])));
    assert!(ran.err.contains("no_such_name"));
}

#[test]
fn hexadecimal_and_what_display_writes_are_codes() {
    for argument in ["0x194", "0X194".to_lowercase().as_str(), "404 not_found", "404 data_error"] {
        assert_eq!(explained([argument]), explained(["404"]), "{argument}");
    }
    assert_eq!(explained(["599 unrecognized"]), explained(["599"]));
}

#[test]
fn a_language_is_shown_alone() {
    for tag in ["fa", "fa-IR", "fa_IR.UTF-8", "FA"] {
        let text = explained(["--language", tag, "404"]);
        assert!(text.contains("اطلاعاتی") && !text.contains("Nothing"), "{text}");
    }
    let (complaint, status) = refused(["--language", "de", "404"]);
    assert_eq!(complaint, "error: the table has no messages in `de`\n  help: it has en, fa\n");
    assert_eq!(status, Some(2));
}

#[test]
fn any_table_is_explained() {
    let folder = Folder::new();
    folder.write(
        "t.toml",
        "[table]\nrepr = \"i8\"\n[[code]]\ncode = -1\nname = \"lost\"\nretry = { after-seconds = 5 }\n",
    );
    let ran = folder.run(["explain", "--table", "t.toml", "-1", "0xFF", "0xFE"]);
    let lost = "-1 lost\n  variant   Lost\n  retry     after 5s\n";
    let other = "-2 unrecognized\n  variant   Unrecognized(-2)\n  retry     never: the same request would get the same answer\n";
    assert_eq!((ran.out, ran.status), (format!("{lost}\n{lost}\n{other}"), Some(0)));
    let ran = folder.run(["explain", "--table", "t.toml"]);
    assert_eq!(ran.out, "Code  Name  Retry\n  -1  lost  after 5s\n");
}

#[test]
fn a_faulty_table_is_not_explained() {
    let folder = Folder::new();
    folder.write("t.toml", "[[code]]\ncode = 1\n");
    let ran = folder.run(["explain", "--table", "t.toml", "1"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.starts_with("error: ") && ran.err.contains("--> t.toml:1:1"), "{}", ran.err);
}

#[test]
fn an_explanation_is_json_for_machines() {
    let json: serde_json::Value = serde_json::from_str(&explained(["--format", "json", "404", "599"])).expect("JSON");
    assert_eq!(json[0]["code"], 404);
    assert_eq!(json[0]["aliases"], serde_json::json!(["data_error"]));
    assert_eq!(json[0]["message"]["en"], "Nothing was found.");
    assert_eq!((&json[0]["listed"], &json[1]["listed"]), (&true.into(), &false.into()));
    assert_eq!(json[1]["retry"], "backoff");
    let all: serde_json::Value = serde_json::from_str(&explained(["--format", "json"])).expect("JSON");
    assert_eq!(all.as_array().expect("an array").len(), StatusCode::ALL.len());
}

#[test]
fn an_unknown_option_is_wrong_usage() {
    for option in ["--verbose", "-v", "--help=yes"] {
        let (complaint, status) = refused(["404", option]);
        assert!(complaint.starts_with("error: ") && complaint.contains("--help"), "{complaint}");
        assert_eq!(status, Some(2));
    }
}

#[test]
fn help_shows_examples() {
    for arguments in [["--help"].as_slice(), &["-h"], &["404", "--help"]] {
        assert!(explained(arguments).contains("ineo-codes explain 404 2001 599 data_error"));
    }
}

#[test]
fn arguments_are_escaped() {
    let (complaint, _) = refused(["\u{1b}[31m\u{202e}\n404"]);
    assert!(complaint.contains(r"\u{1b}[31m\u{202e}\u{a}404"), "{complaint}");
    assert_eq!(complaint.lines().count(), 1);
    assert!(!complaint.contains(['\u{1b}', '\u{202e}']));
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_refused() {
    use std::os::unix::ffi::OsStrExt as _;
    let (complaint, status) = refused([OsStr::from_bytes(b"404\xFF")]);
    assert!(complaint.contains("is neither a name"), "{complaint}");
    assert_eq!(status, Some(1));
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let output = command().arg("explain").stdout(writer).output().expect("the command can be run");
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_is_lost_is_a_failure() {
    let run = |arguments: &[&str]| {
        let full = std::fs::File::options().write(true).open("/dev/full").expect("Linux has it");
        command().args(arguments).stdout(full).output().expect("the command can be run")
    };
    for arguments in [["explain"].as_slice(), &["explain", "--format", "json"], &["completions", "bash"], &["man"]] {
        let output = run(arguments);
        assert!(String::from_utf8_lossy(&output.stderr).starts_with("error: the output can't be written: "));
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
    assert_eq!(run(&["--help"]).status.code(), Some(2));
}

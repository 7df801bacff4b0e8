//! `check`: faults, and each lint by its name.

use crate::{Folder, root, run};

const SOUND: &str = "[[code]]\ncode = 1\nname = \"one\"\n";

/// A table, the lint that it is for, and the place at which that reports.
const LINTS: [(&str, &str, &str); 6] = [
    (
        "[table]\nlanguages = [\"en\"]\npartial-languages = [\"fa\"]\n\
         [[code]]\ncode = 1\nname = \"one\"\nmessage = { en = \"One\", fa = \"یک\" }\n\
         [[code]]\ncode = 2\nname = \"two\"\nmessage = { en = \"Two\", fa = \"دو\" }\n\
         [[code]]\ncode = 3\nname = \"three\"\nmessage = { en = \"Three\" }\n",
        "missing-translation",
        "t.toml:12:1",
    ),
    (
        "[table]\nlanguages = [\"en\", \"fa\"]\n[[code]]\ncode = 1\nname = \"one\"\nmessage = { en = \"One\", fa = \"One\" }\n",
        "same-message",
        "t.toml:6:30",
    ),
    (
        "[categories]\nok = { doc = \"Fine.\", success = true }\nbad = \"Bad.\"\n[unrecognized]\ncategory = \"bad\"\n\
         [[code]]\ncode = 1\nname = \"one\"\ncategory = \"ok\"\nretry = \"backoff\"\n",
        "retry-on-success",
        "t.toml:10:9",
    ),
    (
        "[[code]]\ncode = 1\nname = \"one\"\n[[code]]\ncode = 2\nname = \"two\"\naliases = [\"x\", \"ONE\"]\n",
        "similar-names",
        "t.toml:7:17",
    ),
    (
        "[[code]]\ncode = 1\nname = \"one\"\n[[code]]\ncode = 2\nname = \"оne\"\nvariant = \"Two\"\n",
        "look-alikes",
        "t.toml:6:8",
    ),
    (
        "[table]\nlanguages = [\"fa\"]\n[[code]]\ncode = 1\nname = \"one\"\nmessage.fa = \"یک\"\n\
         [[code]]\ncode = 2\nname = \"two\"\nmessage.fa = \"یکی\"\n\
         [[code]]\ncode = 3\nname = \"three\"\nmessage.fa = \"يك\"\n",
        "look-alikes",
        "t.toml:14:14",
    ),
];

#[test]
fn a_sound_table_is_fine() {
    let folder = Folder::new();
    folder.write("t.toml", SOUND);
    let ran = folder.run(["check", "t.toml"]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (Some(0), "", ""));
}

#[test]
fn the_tables_of_this_repository_have_no_findings() {
    let root = root();
    for table in ["ineo-codes/codes.toml", "examples/gateway/gateway.toml"] {
        let ran = run(["check".as_ref(), "--deny".as_ref(), "all".as_ref(), root.join(table).as_os_str()]);
        assert_eq!((ran.status, ran.out.as_str()), (Some(0), ""), "{table}");
    }
}

#[test]
fn each_lint_warns_and_can_be_denied() {
    let folder = Folder::new();
    for (table, lint, place) in LINTS {
        folder.write("t.toml", table);
        let ran = folder.run(["check", "t.toml"]);
        assert_eq!(ran.status, Some(0), "{}", ran.out);
        assert!(ran.out.starts_with(&format!("warning[{lint}]: ")), "{}", ran.out);
        assert!(ran.out.contains(&format!("--> {place}\n")), "{}", ran.out);
        assert_eq!(ran.out.matches(" --> ").count(), 1, "{}", ran.out);

        for denied in [lint, "all"] {
            let ran = folder.run(["check", "--deny", denied, "t.toml"]);
            assert_eq!(ran.status, Some(1));
            assert!(ran.out.starts_with(&format!("error[{lint}]: ")), "{}", ran.out);
        }
        for (_, other, _) in LINTS.into_iter().filter(|(_, other, _)| *other != lint) {
            assert_eq!(folder.run(["check", "--deny", other, "t.toml"]).status, Some(0), "{lint} is not {other}");
        }
    }
}

#[test]
fn an_unknown_lint_is_wrong_usage() {
    let ran = run(["check", "--deny", "no-such-lint", "t.toml"]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.err.contains("missing-translation"), "{}", ran.err);
}

#[test]
fn all_faults_of_all_files_are_reported() {
    let folder = Folder::new();
    folder
        .write("a.toml", "[[code]]\ncode = 1\n[[code]]\nname = \"x\"\n")
        .write("b.toml", SOUND)
        .write("c.toml", "x = \n");
    let ran = folder.run(["check", "a.toml", "b.toml", "c.toml"]);
    assert_eq!(ran.status, Some(1));
    for place in ["a.toml:1:1", "a.toml:3:1", "c.toml:1:"] {
        assert!(ran.out.contains(&format!("--> {place}")), "{place} in\n{}", ran.out);
    }
    assert!(!ran.out.contains("b.toml"));
}

#[test]
fn standard_input_is_a_table() {
    let folder = Folder::new();
    assert_eq!(folder.run_with(["check", "-"], SOUND.as_bytes()).status, Some(0));
    let ran = folder.run_with(["check", "-"], b"[[code]]\n");
    assert_eq!(ran.status, Some(1));
    assert!(ran.out.contains("--> <stdin>:1:1"), "{}", ran.out);
}

#[test]
fn a_file_that_is_missing_hides_no_faults_of_others() {
    let folder = Folder::new();
    folder.write("a.toml", "[[code]]\ncode = 1\n");
    let ran = folder.run(["check", "b.toml", "a.toml", "c.toml"]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.out.contains("--> a.toml:1:1"), "{}", ran.out);
    assert_eq!(ran.err, "error: there is no file `b.toml`\nerror: there is no file `c.toml`\n");
}

#[test]
fn a_file_that_cannot_be_read_is_a_failure() {
    let folder = Folder::new();
    folder.write("latin1.toml", b"# \xE9\n");
    for (file, reason) in [
        ("missing.toml", "there is no file `missing.toml`"),
        (".", "it is a folder"),
        ("latin1.toml", "it is not UTF-8 from line 1, column 3 on"),
    ] {
        let ran = folder.run(["check", file]);
        assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""));
        assert!(ran.err.starts_with("error: ") && ran.err.contains(reason), "{}", ran.err);
    }
}

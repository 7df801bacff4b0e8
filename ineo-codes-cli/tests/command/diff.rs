//! `diff`: each change by its kind, and revisions of git.

use std::process::Command;

use serde_json::Value;

use crate::{Folder, Ran};

const OLD: &str = r#"
[table]
title = "Old"
languages = ["en"]
partial-languages = ["fa"]
shared-names = ["both"]

[categories]
fine = { doc = "Fine.", http = 200, success = true }
bad = { doc = "Bad.", http = 500 }

[unrecognized]
category = "bad"
message.en = "?"
ranges = [{ from = 500, to = 599, category = "bad", retry = "backoff" }]

[[code]]
code = 1
name = "one"
aliases = ["uno"]
category = "fine"
message.en = "One"

[[code]]
code = 2
name = "two"
category = "bad"
message.en = "Two"

[[code]]
code = 3
name = "both"
variant = "Three"
category = "bad"
message.en = "Three"

[[code]]
code = 4
name = "both"
variant = "Four"
category = "bad"
message.en = "Four"
"#;

/// What to replace in the table, the kind of the one change that matters, and what is said of it.
const CHANGES: [(&str, &str, &str, &str); 28] = [
    (
        "[[code]]\ncode = 2\nname = \"two\"\ncategory = \"bad\"\nmessage.en = \"Two\"\n",
        "",
        "breaking",
        "2 two: dropped",
    ),
    ("code = 2", "code = 22", "breaking", "22 two: renumbered, was `2`"),
    ("name = \"two\"", "name = \"deux\"\nvariant = \"Two\"", "breaking", "2 deux: name was `two`, is `deux`"),
    ("name = \"two\"", "name = \"two\"\nvariant = \"Deux\"", "breaking", "2 two: variant was `Two`, is `Deux`"),
    ("aliases = [\"uno\"]\n", "", "breaking", "1 one: alias `uno` dropped"),
    ("[\"both\"]", "[\"both\", \"one\"]", "breaking", "2 two: the name `one` is now shared"),
    ("title = \"Old\"", "title = \"Old\"\nrepr = \"u32\"", "breaking", "the table: repr was `u16`, is `u32`"),
    ("partial-languages = [\"fa\"]\n", "", "breaking", "the table: language `fa` dropped"),
    ("bad = ", "worse = ", "breaking", "the table: category `bad` dropped"),
    (", http = 200", "", "breaking", "1 one: http `200` dropped"),
    (", success = true", "", "breaking", "the table: method `ok` dropped"),
    (
        "message.en = \"Two\"",
        "retry = \"backoff\"\nmessage.en = \"Two\"",
        "behaviour",
        "2 two: retry was `never`, is `backoff`",
    ),
    (
        "name = \"two\"\ncategory = \"bad\"",
        "name = \"two\"\ncategory = \"fine\"",
        "behaviour",
        "2 two: category was `bad`, is `fine`",
    ),
    ("http = 500", "http = 502", "behaviour", "2 two: http was `500`, is `502`"),
    (
        "bad = { doc = \"Bad.\", http = 500 }",
        "bad = { doc = \"Bad.\", http = 500, success = true }",
        "behaviour",
        "2 two: success was `false`, is `true`",
    ),
    (
        "fine = { doc = \"Fine.\", http = 200, success = true }\nbad = { doc = \"Bad.\", http = 500 }",
        "bad = { doc = \"Bad.\", http = 500 }\nfine = { doc = \"Fine.\", http = 200, success = true }",
        "behaviour",
        "the table: order of the categories was `fine, bad`, is `bad, fine`",
    ),
    (
        "retry = \"backoff\" }]",
        "retry = { after-seconds = 5 } }]",
        "behaviour",
        "unlisted codes 500 to 599: retry was `backoff`, is `after 5s`",
    ),
    ("to = 599", "to = 550", "behaviour", "unlisted codes 551 to 599: retry was `backoff`, is `never`"),
    (
        "category = \"bad\"\nmessage.en = \"?\"",
        "category = \"fine\"\nmessage.en = \"?\"",
        "behaviour",
        "unlisted codes 0 to 499, 600 to 65535: category was `bad`, is `fine`",
    ),
    ("title = \"Old\"", "title = \"New\"", "text", "the table: title was `Old`, is `New`"),
    ("\"Two\"", "\"2\"", "text", "2 two: message.en was `Two`, is `2`"),
    ("message.en = \"Two\"", "message.en = \"Two\"\nmessage.fa = \"دو\"", "text", "2 two: message.fa `دو` added"),
    ("message.en = \"?\"", "message.en = \"What?\"", "text", "unlisted codes: message.en was `?`, is `What?`"),
    ("\"Fine.\"", "\"All fine.\"", "text", "the category fine: doc was `Fine.`, is `All fine.`"),
    (
        "[[code]]\ncode = 1",
        "[[code]]\ncode = 7\nname = \"seven\"\ncategory = \"bad\"\nmessage.en = \"Seven\"\n[[code]]\ncode = 1",
        "added",
        "7 seven: new",
    ),
    ("[\"uno\"]", "[\"uno\", \"eins\"]", "added", "1 one: alias `eins` added"),
    ("[\"fa\"]", "[\"fa\", \"de\"]", "added", "the table: language `de` added"),
    (
        "message.en = \"Two\"",
        "message.en = \"Two\"\ndeprecated = \"since 2\"",
        "added",
        "2 two: deprecation `since 2` added",
    ),
];

/// The new table, and what must change with a change so that the table is sound.
fn changed(from: &str, to: &str) -> String {
    assert!(OLD.contains(from), "{from}");
    let new = OLD.replacen(from, to, 1);
    match to {
        "[\"both\", \"one\"]" => new.replacen("name = \"two\"", "name = \"two\"\naliases = [\"one\"]", 1),
        "worse = " => new.replace("\"bad\"", "\"worse\""),
        "" if from == ", http = 200" => new.replace(", http = 500", ""),
        _ => new,
    }
}

fn diff(new: &str, arguments: &[&str]) -> Ran {
    diff_of(OLD, new, arguments)
}

fn diff_of(old: &str, new: &str, arguments: &[&str]) -> Ran {
    let folder = Folder::new();
    folder.write("old.toml", old).write("new.toml", new);
    let check = folder.run(["check", "new.toml"]);
    assert_eq!(check.status, Some(0), "{}", check.out);
    folder.run(["diff", "old.toml", "new.toml"].iter().chain(arguments))
}

#[test]
fn equal_tables_have_no_changes() {
    let ran = diff(OLD, &["--fail-on", "any"]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (Some(0), "", ""));
    let moved = OLD.replace("\"One\"", "'''One'''").replace("code = 1\n", "code = 0x1 # one\n");
    assert_eq!(diff(&moved, &["--fail-on", "any"]).status, Some(0), "what is written otherwise is the same");
}

/// The heading above a change.
fn kind_of<'o>(words: &str, out: &'o str) -> Option<&'o str> {
    let (before, _) = out.split_once(&format!("  {words}\n"))?;
    before.lines().rev().find(|line| !line.starts_with(' '))
}

#[test]
fn each_change_is_of_its_kind() {
    for (from, to, kind, words) in CHANGES {
        let new = changed(from, to);
        let ran = diff(&new, &[]);
        assert_eq!(kind_of(words, &ran.out), Some(kind), "{words} in\n{}", ran.out);

        let kinds = ["breaking", "behaviour", "text", "added"];
        let worst = kinds.iter().position(|kind| ran.out.lines().any(|line| line == *kind)).expect("a kind");
        for (fails, fail_on) in [(0, "breaking"), (1, "behaviour"), (1, "behavior"), (2, "text"), (3, "any")] {
            let status = diff(&new, &["--fail-on", fail_on]).status;
            assert_eq!(status, Some(i32::from(worst <= fails)), "--fail-on {fail_on}: {}", ran.out);
        }
        assert_eq!(diff(&new, &["--fail-on", "none"]).status, Some(0));
    }
}

#[test]
fn a_dropped_row_is_to_be_reserved() {
    let (from, to, ..) = CHANGES[0];
    let ran = diff(&changed(from, to), &[]);
    assert!(ran.err.contains("`reserved-codes = [2]`"), "{}", ran.err);
}

/// Columns, hexadecimal codes, HTTP statuses of rows, and reservations.
const NUMBERS: &str = r#"
[table]
repr = "i32"
radix = 16
languages = ["en"]
partial-languages = ["fa"]
reserved-codes = [{ from = 5, to = 9 }]
reserved-names = ["gone"]

[columns]
severity = "u8"
url = { type = "text", optional = true, doc = "Where it is explained." }
hint = "message"

[unrecognized]
message.en = "?"
http = 500
severity = 9
hint = { en = "Ask.", fa = "بپرسید." }

[[code]]
code = 0x80010000
name = "one"
message.en = "One"
http = 404
severity = 1
url = "a"
hint = { en = "Wait." }
"#;

#[test]
fn columns_and_reservations_are_compared() {
    for (from, to, kind, words) in [
        ("radix = 16\n", "", "behaviour", "the table: radix was `16`, is `10`"),
        ("0x80010000", "0x80010001", "breaking", "0x80010001 one: renumbered, was `0x80010000`"),
        ("http = 404", "http = 410", "behaviour", "0x80010000 one: http was `404`, is `410`"),
        ("http = 500", "http = 502", "behaviour", "unlisted codes: http was `500`, is `502`"),
        ("severity = 1", "severity = 2", "behaviour", "0x80010000 one: severity was `1`, is `2`"),
        ("severity = 9", "severity = 8", "behaviour", "unlisted codes: severity was `9`, is `8`"),
        ("url = \"a\"\n", "", "behaviour", "0x80010000 one: url `a` dropped"),
        ("Wait.", "Wait!", "text", "0x80010000 one: hint.en was `Wait.`, is `Wait!`"),
        ("\"Wait.\"", "\"Wait.\", fa = \"صبر\"", "text", "0x80010000 one: hint.fa `صبر` added"),
        ("explained", "told", "text", "the table: doc of url was `Where it is explained.`, is `Where it is told.`"),
        ("\"u8\"", "\"u16\"", "breaking", "the table: type of severity was `u8`, is `u16`"),
        (
            "\"u8\"",
            "{ type = \"u8\", optional = true }",
            "breaking",
            "the table: optional of severity was `false`, is `true`",
        ),
        ("hint", "advice", "breaking", "the table: column `hint` dropped"),
        ("hint", "advice", "added", "the table: column `advice` added"),
        ("to = 9", "to = 7", "breaking", "the table: reserved code `0x00000008 to 0x00000009` dropped"),
        ("from = 5", "from = 6", "breaking", "the table: reserved code `0x00000005` dropped"),
        (
            "[{ from = 5, to = 9 }]",
            "[{ from = 1, to = 6 }, 8, 10]",
            "breaking",
            "the table: reserved code `0x00000009` dropped",
        ),
        ("[\"gone\"]", "[\"lost\"]", "breaking", "the table: reserved name `gone` dropped"),
    ] {
        assert!(NUMBERS.contains(from), "{from}");
        let new = if from == "hint" { NUMBERS.replace(from, to) } else { NUMBERS.replacen(from, to, 1) };
        let ran = diff_of(NUMBERS, &new, &[]);
        assert_eq!(kind_of(words, &ran.out), Some(kind), "{words} in\n{}", ran.out);
    }
}

#[test]
fn more_reservations_are_no_change() {
    for reserved in ["[5, 6, { from = 7, to = 9 }]", "[{ from = 2, to = 20 }]", "[{ from = 5, to = 9 }, 30]"] {
        let ran = diff_of(NUMBERS, &NUMBERS.replace("[{ from = 5, to = 9 }]", reserved), &["--fail-on", "any"]);
        assert_eq!((ran.status, ran.out.as_str()), (Some(0), ""), "{reserved}");
    }
}

const TEXTS: &str = r#"
[table]
repr = "text"
max-length = 5
languages = ["en"]
reserved-codes = ["22001"]

[categories]
fine = { doc = "Fine." }
bad = { doc = "Bad." }
worse = { doc = "Worse." }

[unrecognized]
category = "bad"
message.en = "?"
ranges = [{ prefix = "40", category = "worse" }, { prefix = "40P", category = "fine" }]

[[code]]
code = "00000"
name = "ok"
category = "fine"
message.en = "Ok"

[[code]]
code = "22000"
name = "data"
category = "bad"
message.en = "Data"

[[code]]
code = "40P01"
name = "deadlock"
category = "worse"
message.en = "Deadlock"
"#;

#[test]
fn tables_of_texts_are_compared() {
    for (from, to, kind, words) in [
        ("max-length = 5", "max-length = 6", "breaking", "the table: max-length was `5`, is `6`"),
        ("\"40P01\"", "\"40P02\"", "breaking", "40P02 deadlock: renumbered, was `40P01`"),
        ("[\"22001\"]", "[\"22002\"]", "breaking", "the table: reserved code `22001` dropped"),
        ("\"Deadlock\"", "\"Stuck\"", "text", "40P01 deadlock: message.en was `Deadlock`, is `Stuck`"),
        ("\"?\"", "\"What?\"", "text", "unlisted codes: message.en was `?`, is `What?`"),
        (
            "category = \"bad\"",
            "category = \"fine\"",
            "behaviour",
            "unlisted codes except 40…: category was `bad`, is `fine`",
        ),
        (
            "\"40\", category = \"worse\"",
            "\"40\", category = \"worse\", retry = \"backoff\"",
            "behaviour",
            "unlisted codes 40… except 40P…: retry was `never`, is `backoff`",
        ),
        (
            "\"40P\", category = \"fine\"",
            "\"40P\", category = \"bad\"",
            "behaviour",
            "unlisted codes 40P…: category was `fine`, is `bad`",
        ),
        (
            "{ prefix = \"40\",",
            "{ prefix = \"23\", name = \"broken\" }, { prefix = \"40\",",
            "behaviour",
            "unlisted codes 23…: name was `unrecognized`, is `broken`",
        ),
    ] {
        assert!(TEXTS.contains(from), "{from}");
        let ran = diff_of(TEXTS, &TEXTS.replacen(from, to, 1), &[]);
        assert_eq!(kind_of(words, &ran.out), Some(kind), "{words} in\n{}", ran.out);
        assert_eq!(ran.out.matches("\n  ").count(), 1, "{words} is all of\n{}", ran.out);
    }
}

#[test]
fn a_prefix_of_listed_codes_only_is_no_change() {
    let new = TEXTS.replace("ranges = [", "ranges = [{ prefix = \"40P01\", name = \"stuck\" }, ");
    let ran = diff_of(TEXTS, &new, &["--fail-on", "any"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(0), ""));
}

#[test]
fn a_dropped_text_is_to_be_reserved_as_a_text() {
    let (kept, _) = TEXTS.split_once("[[code]]\ncode = \"40P01\"").expect("the last row");
    let ran = diff_of(TEXTS, kept, &[]);
    assert!(ran.err.contains("`reserved-codes = [\"40P01\"]`"), "{}", ran.err);
    let ran = diff_of(TEXTS, &kept.replace("[\"22001\"]", "[\"22001\", \"40P01\"]"), &[]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(1), ""), "a reserved code needs no advice");
}

#[test]
fn numbers_that_become_texts_are_other_codes() {
    let new = OLD.replace("title = \"Old\"", "title = \"Old\"\nrepr = \"text\"\nmax-length = 5");
    let new = new.replace("ranges = [{ from = 500, to = 599, category = \"bad\", retry = \"backoff\" }]\n", "");
    let new = (1..=4).fold(new, |new, code| new.replace(&format!("code = {code}\n"), &format!("code = \"{code}\"\n")));
    let ran = diff(&new, &[]);
    assert_eq!(ran.status, Some(1));
    assert_eq!(kind_of("the table: repr was `u16`, is `text`", &ran.out), Some("breaking"), "{}", ran.out);
}

#[test]
fn changes_are_written_in_every_format() {
    let new = changed("name = \"two\"", "name = \"a`b,:%\"\nvariant = \"Two\"")
        .replace("\"Three\"", "\"3\"")
        .replace("variant = \"3\"", "variant = \"Three\"");
    let json: Value = serde_json::from_str(&diff(&new, &["--format", "json"]).out).expect("JSON");
    let schema: Value = serde_json::from_str(include_str!("../../schema/diff.schema.json")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is sound");
    let errors: Vec<String> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
    assert_eq!(errors, [""; 0]);
    assert_eq!(json["changes"][0]["kind"], "breaking");
    assert_eq!((&json["changes"][0]["old"], &json["changes"][0]["new"]), (&"two".into(), &"a`b,:%".into()));
    assert!(validator.validate(&serde_json::json!({"version": 1, "changes": [{}]})).is_err());

    let github = diff(&new, &["--format", "github"]).out;
    let lines: Vec<&str> = github.lines().collect();
    assert_eq!(
        lines[0],
        "::error file=new.toml,line=24,endLine=24,col=1,endColumn=9,title=breaking::2 a`b,:%25: name was `two`, is `a`b,:%25`"
    );
    assert!(lines[1].starts_with("::notice file=new.toml,line=31,"), "{github}");

    let markdown = diff(&new, &["--format", "markdown"]).out;
    assert_eq!(
        markdown,
        "### Breaking\n\n- `2` ``a`b,:%``: name was `two`, is ``a`b,:%``.\n\n### Texts\n\n- `3` `both`: message.en was `Three`, is `3`.\n"
    );

    let sarif: Value = serde_json::from_str(&diff(&new, &["--format", "sarif"]).out).expect("JSON");
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "breaking");
    assert_eq!(sarif["runs"][0]["results"][1]["level"], "note");
}

#[test]
fn languages_docs_and_what_is_new_are_compared() {
    let old = OLD.replace("name = \"two\"", "name = \"two\"\ndeprecated = \"since 2\"");
    let old = old.replace("title = \"Old\"", "title = \"Old\"\nsource = \"Manual 1\"");
    let old = old.replace("[\"en\"]", "[\"en\", \"de\"]").replace("message.en = ", "message.de = \"x\"\nmessage.en = ");
    for (from, to, kind, words) in [
        ("[\"en\", \"de\"]", "[\"de\", \"en\"]", "behaviour", "the table: default language was `en`, is `de`"),
        ("Manual 1", "Manual 2", "text", "the table: source was `Manual 1`, is `Manual 2`"),
        ("since 2", "since 3", "text", "2 two: deprecation was `since 2`, is `since 3`"),
        ("deprecated = \"since 2\"\n", "", "text", "2 two: deprecation `since 2` dropped"),
        (
            "bad = { doc = \"Bad.\", http = 500 }",
            "bad = { doc = \"Bad.\", http = 500 }\nnew = { doc = \"New.\", http = 500, codes = [9] }",
            "added",
            "the table: category `new` added",
        ),
    ] {
        assert!(old.contains(from), "{from}");
        let new = old.replacen(from, to, 1);
        let new = if words.contains("`new`") {
            new + "[[code]]\ncode = 9\nname = \"nine\"\nmessage.en = \"Nine\"\nmessage.de = \"x\"\n"
        } else {
            new
        };
        let ran = diff_of(&old, &new, &[]);
        assert_eq!(kind_of(words, &ran.out), Some(kind), "{words} in\n{}", ran.out);
    }
}

#[test]
fn a_method_that_is_new_is_added() {
    let old = OLD.replace(", success = true", "").replace(", http = 200", "").replace(", http = 500", "");
    let ran = diff_of(&old, OLD, &[]);
    for words in ["the table: method `ok` added", "1 one: http `200` added", "unlisted codes: http `500` added"] {
        assert_eq!(kind_of(words, &ran.out), Some("added"), "{words} in\n{}", ran.out);
    }
}

#[test]
fn a_faulty_table_is_a_finding() {
    let folder = Folder::new();
    folder.write("old.toml", OLD).write("new.toml", "[[code]]\n");
    for arguments in [["old.toml", "new.toml"], ["new.toml", "old.toml"]] {
        let ran = folder.run(["diff"].iter().chain(&arguments));
        assert_eq!(ran.status, Some(1));
        assert!(ran.out.contains("--> new.toml:1:1"), "{}", ran.out);
    }
}

/// A repository with the old table in it, committed.
fn repository() -> Folder {
    let folder = Folder::new();
    git(&folder, &["init", "--quiet", "--initial-branch=main"]);
    std::fs::create_dir(folder.path("inner")).expect("a folder");
    folder.write("inner/real.toml", OLD);
    #[cfg(unix)]
    std::os::unix::fs::symlink("inner/real.toml", folder.path("link.toml")).expect("a link");
    #[cfg(unix)]
    std::os::unix::fs::symlink("/nowhere/at.toml", folder.path("outside.toml")).expect("a link");
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "--quiet", "-m", "old"]);
    folder.write("inner/real.toml", changed("\"two\"", "\"deux\"\nvariant = \"Two\""));
    folder
}

fn git(folder: &Folder, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.args(["-c", "user.name=a", "-c", "user.email=a", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"]);
    let output = git.args(arguments).current_dir(folder.path("")).output().expect("git can be run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

const RENAMED: &str = "breaking\n  2 deux: name was `two`, is `deux`\n";

#[test]
fn a_table_is_compared_with_a_revision() {
    let folder = repository();
    for (revision, table) in [
        ("HEAD", "inner/real.toml"),
        ("main", "./inner/../inner/real.toml"),
        ("HEAD:inner/real.toml", "inner/real.toml"),
        ("main^{tree}:./inner/real.toml", "inner/real.toml"),
    ] {
        let ran = folder.run(["diff", "--against", revision, table]);
        assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (Some(1), RENAMED, ""), "{revision}");
    }
    let mut inner = crate::command();
    inner.args(["diff", "--against", "HEAD:./real.toml", "real.toml"]).current_dir(folder.path("inner"));
    assert_eq!(crate::finish(inner, b"").out, RENAMED);
}

#[cfg(unix)]
#[test]
fn links_are_followed_in_the_repository() {
    let folder = repository();
    for revision in ["HEAD", "HEAD:link.toml"] {
        assert_eq!(folder.run(["diff", "--against", revision, "link.toml"]).out, RENAMED);
    }
    let ran = folder.run(["diff", "--against", "HEAD:outside.toml", "link.toml"]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.err.contains("a link there that leads to no file in the repository"), "{}", ran.err);
}

#[test]
fn a_revision_without_the_table_has_no_rows() {
    let folder = repository();
    folder.write("new.toml", OLD);
    let ran = folder.run(["diff", "--against", "HEAD", "new.toml"]);
    assert_eq!(
        (ran.status, ran.err.as_str()),
        (Some(0), "note: `HEAD` doesn't have `new.toml`: every row counts as added\n")
    );
    assert_eq!(ran.out.lines().count(), 5, "{}", ran.out);
    assert_eq!(folder.run(["diff", "--against", "HEAD", "new.toml", "--fail-on", "any"]).status, Some(1));
}

#[test]
fn what_is_no_revision_is_a_failure() {
    let folder = repository();
    for revision in [
        "nonsense",
        "--output=written",
        "-h",
        "HEAD..HEAD",
        "HEAD...HEAD",
        "^HEAD",
        "",
        "no:inner/real.toml",
        "HEAD\n",
        "HEAD:../x",
    ] {
        let ran = folder.run(["diff", "--against", revision, "inner/real.toml"]);
        assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""), "{revision:?}");
        assert!(ran.err.contains("git knows no revision") && ran.err.contains("shallow clone"), "{}", ran.err);
    }
    assert!(!folder.path("written").exists());
    let ran = folder.run(["diff", "--against", "HEAD:inner", "inner/real.toml"]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.err.contains("`inner` is not a file there"), "{}", ran.err);
}

#[test]
fn a_shallow_clone_is_told_how_to_get_the_revision() {
    let origin = repository();
    git(&origin, &["commit", "--quiet", "-a", "-m", "new"]);
    let clone = Folder::new();
    let address = format!("file://{}", origin.path("").display());
    git(&clone, &["clone", "--quiet", "--depth=1", &address, "clone"]);
    let table = "clone/inner/real.toml";
    assert_eq!(clone.run(["diff", "--against", "HEAD", table]).status, Some(0));
    let ran = clone.run(["diff", "--against", "HEAD~1", table]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("git knows no revision `HEAD~1`") && ran.err.contains("--depth=1"), "{}", ran.err);
    git(&clone, &["-C", "clone", "fetch", "--quiet", "--unshallow"]);
    assert_eq!(clone.run(["diff", "--against", "HEAD~1", table]).out, RENAMED);
}

#[test]
fn wrong_usage_is_a_failure() {
    let folder = Folder::new();
    folder.write("a.toml", OLD);
    for arguments in [
        ["diff", "a.toml"].as_slice(),
        &["diff"],
        &["diff", "a.toml", "a.toml", "a.toml"],
        &["diff", "-", "-"],
        &["diff", "--against", "HEAD", "a.toml", "a.toml"],
        &["diff", "--against", "HEAD", "-"],
        &["diff", "--against", "HEAD", "no/such/a.toml"],
        &["diff", "a.toml", "missing.toml"],
        &["diff", "a.toml", "a.toml", "--fail-on", "sometimes"],
    ] {
        let mut command = crate::command();
        // Outside of any repository.
        command.args(arguments).current_dir(folder.path("")).env("GIT_CEILING_DIRECTORIES", folder.path(".."));
        let ran = crate::finish(command, b"");
        assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""), "{arguments:?}");
    }
}

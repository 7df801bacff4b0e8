//! A table in, the whole message out.

#![allow(
    clippy::needless_raw_string_hashes,
    clippy::format_collect,
    reason = "messages are written by `UPDATE_EXPECT=1`, and large texts in the shortest way"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use expect_test::{Expect, expect, expect_file};
use ineo_codes_table::{Source, read};

fn faults(text: &str) -> Vec<String> {
    let source = Source::new("codes.toml", text);
    read(&source).render(&source)
}

#[track_caller]
fn check(text: &str, expected: &Expect) {
    expected.assert_eq(&faults(text).join("\n\n"));
}

/// The tables in the folder `faults`, each beside its expected faults. `UPDATE_EXPECT=1` updates them.
#[test]
fn every_fault_is_told_at_its_place() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults");
    let files = fs::read_dir(&folder).expect("the folder is there");
    let paths: BTreeSet<PathBuf> = files.map(|file| file.expect("it is readable").path()).collect();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "toml")) {
        let name = path.file_name().expect("it is a file").to_string_lossy();
        let text = fs::read_to_string(path).expect("it is readable").replace("\r\n", "\n");
        let source = Source::new(name.clone(), text);
        let faults = read(&source).render(&source);
        assert!(!faults.is_empty(), "{name} has a fault");
        expect_file![path.with_extension("txt")].assert_eq(&(faults.join("\n\n") + "\n"));
    }
}

#[test]
fn lines_end_as_on_windows() {
    check(
        "[[code]]\r\ncode = \"x\"\r\nname =\r\n",
        &expect![[r#"
            `code` must be an integer
             --> codes.toml:2:8
              |
            2 | code = "x"
              |        ^^^ this is a text
              |
              = help: write an integer, such as `404` or `0x194`; if the service's codes are texts, set `repr = "text"` and `max-length = 1` in `[table]`

            invalid TOML: missing value
             --> codes.toml:3:7
              |
            3 | name =
              |       ^
              |
              = help: write a value after the `=`"#]],
    );
}

/// The same commit gives the same program, whatever Git makes of line endings.
#[test]
fn line_endings_are_no_part_of_texts() {
    let text = "[table]\ntitle = \"\"\"\nTwo\nlines.\"\"\"\n\n[categories]\na = '''\nWhat\nit means.'''\n\n[unrecognized]\n\
                category = \"a\"\nmessage = { en = \"\"\"\nNot\nlisted.\"\"\" }\n\n[[code]]\ncode = 1\nname = \"a\"\n\
                category = \"a\"\nmessage = \"\"\"\nOne \\\n   line,\nand another.\"\"\"\ndeprecated = '''\nSince\n3.0.'''\n";
    let table = |text: &str| {
        let reading = read(&Source::new("codes.toml", text));
        assert!(reading.faults.is_empty(), "{:?}", reading.faults);
        format!("{:#?}", reading.table)
    };
    let of_windows = text.replace('\n', "\r\n");
    assert_eq!(table(text), table(&of_windows));
    assert!(table(text).contains("One line,\\nand another."), "{}", table(text));
}

#[test]
fn a_byte_order_mark_is_no_column() {
    check(
        "\u{FEFF}repr = 1\r\n[[code]]\r\ncode = 1\r\nname = \"a\"\r\n",
        &expect![[r#"
            the key `repr` is above the first header
             --> codes.toml:1:1
              |
            1 | repr = 1
              | ^^^^ belongs to `[table]`
              |
              = help: write a line `[table]` above it"#]],
    );
}

#[test]
fn a_carriage_return_alone_ends_no_line() {
    check(
        "[[code]]\ncode = 1\rname = \"a\"\n",
        &expect![[r#"
            invalid TOML: carriage return must be followed by newline, expected newline
             --> codes.toml:2:10
              |
            2 | code = 1\u{d}name = "a"
              |              ^
              |
              = help: see toml.io for how keys and values are written"#]],
    );
}

#[test]
fn a_fault_at_the_very_end_has_a_place() {
    check(
        "[[code]]\ncode = 1\nname = \"a",
        &expect![[r#"
            invalid TOML: invalid basic string, expected `"`
             --> codes.toml:3:10
              |
            3 | name = "a
              |          ^
              |
              = help: close the text with a quote"#]],
    );
    check(
        "[[code]]\ncode = 1\nname = \"a\"\n\n\n[",
        &expect![[r#"
            invalid TOML: unquoted keys cannot be empty, expected letters, numbers, `-`, `_`
             --> codes.toml:6:2
              |
            6 | [
              |  ^
              |
              = help: see toml.io for how keys and values are written"#]],
    );
}

#[test]
fn a_long_line_is_cut_around_the_fault() {
    let aliases: String = (0..100_000).map(|at| format!("\"a{at}\", ")).collect();
    let text = format!("[[code]]\ncode = 1\nname = \"a\"\naliases = [{aliases}5, {aliases}\"z\"]\n");
    assert!(text.len() > 1 << 20);
    let told = faults(&text);
    assert_eq!(told.len(), 51, "each alias of the second half is a duplicate");
    expect![[r#"
        each of `aliases` must be a text
         --> codes.toml:4:988902
          |
        4 | …"a99996", "a99997", "a99998", "a99999", 5, "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10", "a11", "a12", "a13", "a14", "a…
          |                                          ^ this is an integer
          |
          = help: put it in quotes"#]].assert_eq(&told[0]);
    assert!(told.iter().all(|fault| fault.len() < 4000));
    let persian = "می‌شود ".repeat(100_000);
    check(
        &format!("[[code]]\ncode = 1\nname = \"a\"\nmessage = \"{persian}\\u0000{persian}\"\n"),
        &expect![[r#"
            a message contains the control character \u{0}
             --> codes.toml:4:11
              |
            4 | message = "می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌…
              |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ would reach terminals and logs
              |
              = help: remove it: of such characters, a text may contain line breaks and tabs only"#]],
    );
    check(
        &format!("# {persian}\u{202E}{persian}\n[[code]]\ncode = 1\nname = \"a\"\n"),
        &expect![[r#"
            a character makes the text look different from what it says
             --> codes.toml:1:700003
              |
            1 | …‌شود می‌شود می‌شود می‌شود می‌شود می‌شود \u{202e}می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود م…
              |                                    ^^^^^^^^ an override, or an embedding or isolate that is never closed
              |
              = help: remove it: right-to-left text does not need it"#]],
    );
}

#[test]
fn bytes_that_are_no_text_are_told_by_line_and_column() {
    let reason = |bytes: &[u8]| Source::from_bytes("codes.toml", bytes.to_vec()).unwrap_err().to_string();
    expect!["it is not UTF-8 from line 3, column 10 on"]
        .assert_eq(&reason("[[code]]\ncode = 1\nname = \"é\u{e9}".as_bytes().split_last().unwrap().1));
    expect!["it is not UTF-8 from line 1, column 1 on"].assert_eq(&reason(b"\xFF\xFE[\0[\0"));
}

#[test]
fn a_file_beyond_reason_is_not_read() {
    let path = std::env::temp_dir().join(format!("ineo-codes-{}.toml", std::process::id()));
    let file = fs::File::create(&path).expect("the folder is writable");
    file.set_len(64 * 1024 * 1024 + 1).expect("the file may be large");
    let too_large = Source::read("codes.toml", &path).unwrap_err();
    fs::write(&path, [0xFF]).expect("the file is writable");
    let not_utf8 = Source::read("codes.toml", &path).unwrap_err();
    fs::remove_file(&path).expect("the file is ours");
    assert_eq!(too_large.to_string(), "the table `codes.toml` can't be read: it is larger than 64 MiB");
    let line = "it is not UTF-8 from line 1, column 1 on";
    assert_eq!(not_utf8.to_string(), format!("the table `codes.toml` can't be read: {line}"));
}

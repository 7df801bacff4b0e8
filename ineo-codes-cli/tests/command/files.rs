//! Files: whole or not at all, through links, and within bounds.

use std::fs;

use crate::{Folder, command, run};

const TABLE: &str = "[[code]]\ncode = 1\nname = \"one\"\n";
const LIST: &str = "code,name\n1,uno\n";
const INTO: [&str; 4] = ["import", "list.csv", "--into", "t.toml"];
const MERGED: &str = "[[code]]\ncode = 1\nname = \"uno\"\nvariant = \"One\"\n";

#[cfg(unix)]
#[test]
fn a_link_is_written_through() {
    let folder = Folder::new();
    fs::create_dir(folder.path("inner")).expect("a folder");
    folder.write("inner/real.toml", TABLE).write("list.csv", LIST);
    std::os::unix::fs::symlink("inner/link.toml", folder.path("t.toml")).expect("a link");
    std::os::unix::fs::symlink("real.toml", folder.path("inner/link.toml")).expect("a link");
    assert_eq!(folder.run(INTO).status, Some(0));
    assert_eq!(folder.read("inner/real.toml"), MERGED);
    assert!(folder.path("t.toml").is_symlink() && folder.path("inner/link.toml").is_symlink());

    // A link to a file that is not there yet.
    std::os::unix::fs::symlink("inner/new.toml", folder.path("new.toml")).expect("a link");
    assert_eq!(folder.run(["import", "list.csv", "-o", "new.toml"]).status, Some(0));
    assert!(folder.path("new.toml").is_symlink());
    assert_eq!(folder.read("inner/new.toml"), "[[code]]\ncode = 1\nname = \"uno\"\n");

    std::os::unix::fs::symlink("loop.toml", folder.path("loop.toml")).expect("a link");
    assert_eq!(folder.run(["import", "list.csv", "-o", "loop.toml"]).status, Some(2));
}

#[cfg(unix)]
#[test]
fn permissions_stay() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    folder.write("t.toml", TABLE).write("list.csv", LIST);
    fs::set_permissions(folder.path("t.toml"), fs::Permissions::from_mode(0o640)).expect("permissions can be set");
    assert_eq!(folder.run(INTO).status, Some(0));
    let mode = fs::metadata(folder.path("t.toml")).expect("the file is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    // A new file has what other programs would give it.
    let ran = folder.run(["import", "list.csv", "-o", "new.toml"]);
    assert_eq!(ran.status, Some(0));
    folder.write("usual", "");
    let mode = |name| fs::metadata(folder.path(name)).expect("the file is there").permissions().mode();
    assert_eq!(mode("new.toml"), mode("usual"));

    fs::set_permissions(folder.path("t.toml"), fs::Permissions::from_mode(0o440)).expect("permissions can be set");
    folder.write("list.csv", "code,name\n1,eins\n");
    let ran = folder.run(INTO);
    assert_eq!(ran.status, Some(2));
    assert!(ran.err.contains("can't write `t.toml`: it is read-only"), "{}", ran.err);
    assert_eq!(folder.read("t.toml"), MERGED);
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_old_file_alone() {
    let folder = Folder::new();
    folder.write("t.toml", TABLE).write("list.csv", LIST);
    let before = folder.names();
    // No file may grow beyond nothing, and the signal that says so is ignored: writing fails.
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh"]);
    let output = shell
        .arg(env!("CARGO_BIN_EXE_ineo-codes"))
        .args(INTO)
        .current_dir(folder.path(""))
        .output()
        .expect("a shell can be run");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(err.contains("can't write `t.toml`: "), "{err}");
    assert_eq!(folder.read("t.toml"), TABLE);
    assert_eq!(folder.names(), before, "nothing is left behind");
}

#[test]
fn nothing_is_written_where_anything_is_wrong() {
    let folder = Folder::new();
    folder.write("t.toml", TABLE).write("list.csv", "code,name\n2,two\n1.0,one\n");
    assert_eq!(folder.run(INTO).status, Some(1));
    assert_eq!(folder.read("t.toml"), TABLE);
    assert_eq!(folder.run(["import", "list.csv", "-o", "new.toml"]).status, Some(1));
    assert_eq!(folder.names(), ["list.csv", "t.toml"]);
}

#[test]
fn a_file_that_is_up_to_date_is_not_touched() {
    let folder = Folder::new();
    folder.write("t.toml", MERGED).write("list.csv", LIST);
    let old = std::time::SystemTime::UNIX_EPOCH;
    let file = fs::File::options().write(true).open(folder.path("t.toml")).expect("the file is there");
    file.set_modified(old).expect("the time can be set");
    drop(file);
    assert_eq!(folder.run(INTO).status, Some(0));
    let modified = fs::metadata(folder.path("t.toml")).and_then(|metadata| metadata.modified());
    assert_eq!(modified.expect("the file has a time"), old);
}

#[test]
fn an_output_may_be_another_file_or_a_stream() {
    let folder = Folder::new();
    folder.write("t.toml", TABLE).write("list.csv", LIST);
    assert_eq!(folder.run(INTO.into_iter().chain(["-o", "other.toml"])).status, Some(0));
    assert_eq!((folder.read("t.toml"), folder.read("other.toml")), (TABLE.to_owned(), MERGED.to_owned()));
    assert_eq!(folder.run(INTO.into_iter().chain(["-o", "-"])).out, MERGED);
    let ran = folder.run_with(["import", "list.csv", "--into", "-"], TABLE.as_bytes());
    assert_eq!((ran.out.as_str(), ran.status), (MERGED, Some(0)));
    let ran = folder.run_with(["import", "-", "--from", "csv", "--into", "t.toml", "-o", "-"], LIST.as_bytes());
    assert_eq!((ran.out.as_str(), ran.status), (MERGED, Some(0)));
    assert_eq!(folder.read("t.toml"), TABLE);
    assert_eq!(folder.run(["import", "-", "--from", "csv", "--into", "-"]).status, Some(2));
    let ran = folder.run(["import", "list.csv", "-o", "no/such/folder.toml"]);
    assert!(ran.err.ends_with("error: can't write `no/such/folder.toml`: there is no such folder\n"), "{}", ran.err);
    assert_eq!(ran.status, Some(2));
}

#[test]
fn what_is_too_large_ends_with_a_word() {
    let folder = Folder::new();
    folder.write("t.toml", vec![b'#'; 64 * 1024 * 1024 + 1]);
    let ran = folder.run(["check", "t.toml"]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.err.contains("can't read `t.toml`: it is larger than 64 MiB"), "{}", ran.err);

    let mut rows = String::from("code,name\n");
    (0..1_000_000).for_each(|row| rows.push_str(&format!("{row},name_{row}\n")));
    folder.write("list.csv", rows);
    let ran = folder.run(["import", "list.csv"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("the input has more than 100000 rows"), "{}", ran.err);
    assert!(ran.err.contains("--> list.csv:100002:1"), "{}", ran.err);

    let rows: String = (0..=100_000).map(|row| format!("[[code]]\ncode = {row}\nname = \"n{row}\"\n")).collect();
    folder.write("many.toml", rows);
    let ran = folder.run(["check", "many.toml"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("`many.toml` has more than 100000 rows, from line 300001 on"), "{}", ran.err);
    let rows: String = (0..=100_000).map(|row| format!("  {{ code = {row}, name = \"n{row}\" }},\n")).collect();
    folder.write("array.toml", format!("code = [\n{rows}]\n"));
    let ran = folder.run(["check", "array.toml"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("`array.toml` has more than 100000 rows, from line 100002 on"), "{}", ran.err);
    let ran = folder.run(["import", "many.toml"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("the input has more than 100000 entries"), "{}", ran.err);

    let rows: String = (0..=100_000).map(|row| format!("| {row} | n{row} |\n")).collect();
    folder.write("many.md", format!("| code | name |\n|---|---|\n{rows}"));
    let ran = folder.run(["import", "many.md"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("--> many.md:100003:1"), "{}", ran.err);

    folder.write("wide.csv", format!("code{}\n", ",x".repeat(2_000)));
    let ran = folder.run(["import", "wide.csv"]);
    assert_eq!(ran.status, Some(1));
    assert!(ran.err.contains("row 1 has 2001 columns"), "{}", ran.err);

    folder.write("deep.json", "[".repeat(1_000_000));
    let ran = folder.run(["import", "deep.json", "--map", "code=/x"]);
    assert_eq!(ran.status, Some(1));
    assert!(ran.err.contains("the input is not JSON"), "{}", ran.err);

    let cell = "<td colspan=1000 rowspan=1000>".to_owned() + &"x".repeat(100_000);
    folder.write("wide.html", format!("<table>{}", format!("<tr>{cell}").repeat(20)));
    let ran = folder.run(["import", "wide.html", "--no-header", "--map", "code=1"]);
    assert_eq!(ran.status, Some(1));
}

#[test]
fn a_closed_pipe_ends_quietly_and_keeps_the_status() {
    let folder = Folder::new();
    folder.write("t.toml", "[[code]]\n");
    for (arguments, status) in [(["check", "t.toml"].as_slice(), 1), (&["explain", "404"], 0), (&["--help"], 0)] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let output = command().args(arguments).current_dir(folder.path("")).stdout(writer).output();
        let output = output.expect("the command can be run");
        assert_eq!(output.stderr, b"", "{arguments:?}");
        assert_eq!(output.status.code(), Some(status), "{arguments:?}");
    }
}

#[test]
fn completions_and_the_manual_are_printed() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = run(["completions", shell]);
        assert_eq!(ran.status, Some(0));
        assert!(ran.out.contains("import"), "{shell}");
    }
    let man = run(["man"]);
    assert_eq!((man.status, man.err.as_str()), (Some(0), ""));
    for part in [".TH ineo-codes 1", ".SH EXPLAIN", ".SH CHECK", ".SH IMPORT", "Exit status"] {
        assert!(man.out.contains(part), "{part}");
    }
}

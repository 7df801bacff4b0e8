//! Sessions in a shell: what is typed, what is printed, and each exit status.
//!
//! `TRYCMD=overwrite` writes what is printed.

use std::fs;
use std::path::Path;

#[test]
fn sessions_are_as_written() {
    trycmd::TestCases::new().default_bin_name("ineo-codes").case("tests/command/transcripts/*.trycmd");
}

#[test]
fn the_sessions_of_the_readme_are_among_them() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &Path| fs::read_to_string(path).expect("the file can be read").replace("\r\n", "\n");
    let folder = fs::read_dir(package.join("tests/command/transcripts")).expect("a folder");
    let sessions: String = folder
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "trycmd"))
        .map(|path| read(&path))
        .collect();
    let readme = read(&package.join("README.md"));
    let mut count = 0;
    for block in readme.split("```console\n").skip(1) {
        let (block, _) = block.split_once("```").expect("a block has an end");
        for session in block.split_inclusive("\n\n") {
            let session = session.trim_end();
            assert!(sessions.contains(session), "no session has:\n{session}");
            count += 1;
        }
    }
    let template = read(&package.join("tests/command/transcripts/export.in/codes.txt.jinja"));
    assert!(readme.contains(&format!("```jinja\n{template}```\n")), "the template is that of the session");
    assert!(count > 3, "only {count} sessions");
}

//! The guide's commands, run page by page: a block goes to the file that the text before it names, or is compared with it if
//! a command made it; a block after a command is what it prints.

use std::fs;
use std::path::Path;

use ineo_codes_tests::scratch;

use crate::{documented, read};

/// The pages that are followed.
const PAGES: [&str; 2] = ["start", "stable"];

/// The file that a text names last, as in "Say you have `errors.csv`:".
fn named(text: &str) -> Option<&str> {
    let paragraph = text.trim_end().rsplit("\n\n").next()?.strip_suffix(':')?;
    let name = paragraph.rsplit('`').nth(1)?;
    [".csv", ".toml"].iter().any(|ending| name.ends_with(ending)).then_some(name)
}

/// Runs a command, and returns what it prints.
fn run(line: &str, folder: &Path) -> String {
    let run = documented(line).current_dir(folder).output().expect("the command can be run");
    assert_ne!(run.status.code(), Some(2), "`{line}`: {}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).expect("the output is UTF-8")
}

#[test]
fn the_commands_of_the_guide_do_what_it_says() {
    let mut commands = 0;
    for page in PAGES {
        let folder = scratch(&format!("guide-{page}"));
        fs::remove_dir_all(&folder).expect("the folder of an earlier run can be removed");
        fs::create_dir_all(&folder).expect("the folder can be made");
        let markdown = read(&format!("ineo-codes/src/guide/{page}.md"));
        let mut printed = String::new();
        let mut parts = markdown.split("\n```");
        let mut text = parts.next().unwrap_or_default();
        while let (Some(block), Some(next)) = (parts.next(), parts.next()) {
            let (language, lines) = block.split_once('\n').expect("a block has lines");
            match (language, named(text)) {
                ("sh", _) => {
                    for line in lines.lines() {
                        printed = run(line, &folder);
                        commands += 1;
                    }
                }
                ("text", _) => assert_eq!(printed.trim(), lines.trim(), "{page}"),
                ("csv" | "toml", Some(name)) => {
                    let file = folder.join(name);
                    match fs::read_to_string(&file) {
                        Ok(made) => assert_eq!(made.trim(), lines.trim(), "{name} in {page}"),
                        Err(_) => fs::write(&file, format!("{lines}\n")).expect("the file can be written"),
                    }
                }
                _ => {}
            }
            text = next;
        }
    }
    assert_eq!(commands, 5);
}

//! The snippets of the README: they are sound YAML, and their commands do what the text says.

use std::process::Command;

use yaml_rust2::{Yaml, YamlLoader};

use crate::{Folder, Ran, finish, root};

const TABLE: &str = "[[code]]\ncode = 1\nname = \"one\"\n";

/// The blocks of the README in a language.
fn blocks(language: &str) -> Vec<String> {
    let readme = std::fs::read_to_string(root().join("ineo-codes-cli/README.md")).expect("the README is there");
    let readme = readme.replace("\r\n", "\n");
    let opening = format!("```{language}\n");
    let blocks = readme.split(&opening).skip(1);
    blocks.map(|block| block.split("```").next().unwrap_or_default().to_owned()).collect()
}

fn yaml() -> [Yaml; 2] {
    let documents = blocks("yaml").into_iter().map(|block| {
        let mut documents = YamlLoader::load_from_str(&block).expect("YAML");
        assert_eq!(documents.len(), 1);
        documents.remove(0)
    });
    documents.collect::<Vec<_>>().try_into().expect("a hook and a job")
}

/// Runs a line of a shell in a folder, with the command of this build.
fn shell(folder: &Folder, line: &str, variables: &[(&str, &str)]) -> Ran {
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_ineo-codes")).parent().expect("a folder").to_owned();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::iter::once(program).chain(std::env::split_paths(&path));
    let mut shell = Command::new("sh");
    shell.args(["-euc", line]).current_dir(folder.path("")).envs(variables.iter().copied());
    shell.env("PATH", std::env::join_paths(path).expect("a path")).env("HOME", folder.path(""));
    finish(shell, b"")
}

#[cfg(unix)]
#[test]
fn the_hook_checks_the_files_that_it_names() {
    let [hook, _] = yaml();
    let hook = &hook["repos"][0]["hooks"][0];
    for key in ["id", "name", "language", "entry", "files"] {
        assert!(hook[key].as_str().is_some(), "a local hook has `{key}`");
    }
    let entry = hook["entry"].as_str().expect("a command");
    let folder = Folder::new();
    folder.write("codes.toml", TABLE);
    // As pre-commit runs it: with the names of the files behind it.
    let ran = shell(&folder, &format!("{entry} codes.toml"), &[]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(0), ""), "{}", ran.err);
    folder.write("codes.toml", format!("{TABLE}[[code]]\ncode = 2\nname = \"ONE\"\nvariant = \"Two\"\n"));
    assert_eq!(shell(&folder, &format!("{entry} codes.toml"), &[]).status, Some(1));
}

#[cfg(unix)]
#[test]
fn the_job_fails_for_what_breaks_programs() {
    let [_, job] = yaml();
    assert_eq!(job["jobs"]["codes"]["steps"][0]["with"]["fetch-depth"], Yaml::Integer(0));
    let steps = job["jobs"]["codes"]["steps"].as_vec().expect("steps");
    let commands: Vec<&str> = steps.iter().filter_map(|step| step["run"].as_str()).collect();
    let [install, check, diff] = commands[..] else { panic!("three commands: {commands:?}") };
    assert!(install.starts_with("cargo install ") && install.ends_with(" ineo-codes-cli"));

    let folder = Folder::new();
    folder.write("codes.toml", TABLE);
    let git = "git -c user.name=a -c user.email=a -c commit.gpgsign=false";
    let ran = shell(&folder, &format!("git init -q -b main; git add .; {git} commit -qm old"), &[]);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    let ran = shell(&folder, "git update-ref refs/remotes/origin/main HEAD", &[]);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    let base = [("GITHUB_BASE_REF", "main")];
    for command in [check, diff] {
        let ran = shell(&folder, command, &base);
        assert_eq!((ran.status, ran.out.as_str()), (Some(0), ""), "{}", ran.err);
    }
    folder.write("codes.toml", TABLE.replace("one", "uno"));
    assert_eq!(shell(&folder, check, &base).status, Some(0));
    let ran = shell(&folder, diff, &base);
    assert_eq!(ran.status, Some(1));
    assert!(ran.out.starts_with("::error file=codes.toml,line=1,"), "{}", ran.out);
}

#[cfg(unix)]
#[test]
fn exports_are_written() {
    let folder = Folder::new();
    folder.write("codes.toml", TABLE);
    let mut written = 0;
    for line in lines().iter().filter(|line| line.starts_with("ineo-codes export ")) {
        let (_, output) = line.split_once("--output ").expect("a file");
        let ran = shell(&folder, line, &[]);
        assert_eq!((ran.status, ran.out.as_str()), (Some(0), ""), "{line}: {}", ran.err);
        assert!(folder.read(output).contains("one"), "{line}");
        written += 1;
    }
    assert_eq!(written, 5);
}

/// The lines of all snippets for a shell.
fn lines() -> Vec<String> {
    blocks("sh").iter().flat_map(|block| block.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[cfg(unix)]
#[test]
fn completions_and_the_manual_go_where_shells_look() {
    let folder = Folder::new();
    let mut written = 0;
    for line in lines().iter().filter(|line| line.contains(" > ~/")) {
        let (_, target) = line.split_once(" > ~/").expect("a file below the home folder");
        std::fs::create_dir_all(folder.path(target).parent().expect("a folder")).expect("a folder");
        let ran = shell(&folder, line, &[]);
        assert_eq!(ran.status, Some(0), "{}", ran.err);
        assert!(folder.read(target).contains("ineo-codes"), "{line}");
        written += 1;
    }
    assert_eq!(written, 2);
}

#[test]
fn the_library_is_built_without_the_command() {
    let tree = |package: &str| {
        let output = Command::new(env!("CARGO"))
            .args(["tree", "--locked", "--prefix", "none", "--all-features", "--edges", "no-dev", "--package", package])
            .current_dir(root())
            .output()
            .expect("cargo can be run");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let lines = String::from_utf8(output.stdout).expect("UTF-8");
        let names = lines.lines().filter_map(|line| line.split(' ').next().map(str::to_owned));
        names.collect::<std::collections::BTreeSet<String>>()
    };
    let (library, command) = (tree("ineo-codes"), tree("ineo-codes-cli"));
    assert!(library.contains("ineo-codes-derive") && library.contains("ineo-codes-table"));
    // What both need; everything else of the command stays out.
    for name in ["ineo-codes-cli", "anstream", "clap", "csv", "encoding_rs", "html5gum", "pulldown-cmark", "tempfile"] {
        assert!(command.contains(name) && !library.contains(name), "{name}");
    }
}

//! The clients in `examples/clients`, against the example server.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use ineo_codes_example_client::server::{
    Act, BAD_GATEWAY, INVALID_INPUT, OUT_OF_CREDIT, RATE_LIMITED, RESULT, Server, UPDATING,
};
use ineo_codes_table::model::Code;

use crate::answers::message_in;
use crate::tables::{self, root};
use crate::tools::{Missing, export, find, installed, run, skip};

/// For PHP: assertions are on, and nothing of the machine's configuration holds.
const PHP_OPTIONS: [&str; 3] = ["-n", "-dzend.assertions=1", "-ddisplay_errors=stderr"];

/// Requests until a client gives up.
const TRIES: usize = 4;

/// What a client prints.
#[derive(Debug, Clone, Copy)]
enum Prints {
    /// The name of the user.
    Name(&'static str),
    /// As an error, the message of a code in Persian.
    Message(i128),
    /// As an error, that there is no code.
    NoCode,
}

/// Scripts of the server, what a client prints, and how many requests it sends.
const SCENES: &[(&[Act], Prints, usize)] = &[
    (&[RESULT], Prints::Name("سارا"), 1),
    (&[RATE_LIMITED, UPDATING, RESULT], Prints::Name("سارا"), 3),
    (&[BAD_GATEWAY, RESULT], Prints::Name("سارا"), 2),
    (&[Act::Break, RESULT], Prints::Name("سارا"), 2),
    (&[OUT_OF_CREDIT], Prints::Message(6), 1),
    (&[INVALID_INPUT], Prints::Message(8), 1),
    (&[UPDATING], Prints::Message(2001), TRIES),
    // Code 0 is a code, and `null` is none.
    (&[Act::Json(r#"{"ok": false, "status": "new", "status_code": 0}"#)], Prints::Message(0), 1),
    (&[Act::Json(r#"{"ok": false, "status": "not_found", "status_code": null}"#)], Prints::Message(404), 1),
    // Several codes have the name, so it is none of them.
    (&[Act::Json(r#"{"ok": false, "status": "data_error", "status_code": null}"#)], Prints::NoCode, 1),
    // Unlisted codes: those from 500 to 599 are worth another try, others are not.
    (&[Act::Json(r#"{"ok": false, "status": "new", "status_code": 555}"#), RESULT], Prints::Name("سارا"), 2),
    (&[Act::Json(r#"{"ok": false, "status": "new", "status_code": 70000}"#)], Prints::Message(70_000), 1),
];

/// Runs a client against the server in every scene.
fn plays_every_scene(command: impl Fn(&str) -> Command) {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    let table = tables::read("ineo");
    for (script, expected, requests) in SCENES {
        let server = runtime.block_on(Server::start(script)).expect("a port to listen on");
        let mut command = command(server.url.as_str());
        // A proxy of the environment has nothing to do with a loopback port.
        for name in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] {
            command.env_remove(name);
        }
        let Output { status, stdout, stderr } = command.output().expect("the client runs");
        let [out, err] = [stdout, stderr].map(|bytes| String::from_utf8(bytes).expect("clients print UTF-8"));
        let printed = if status.success() { Ok(out.trim()) } else { Err(err.trim().to_owned()) };
        let message = |code: &Code| message_in(&table, code, "fa").expect("Persian is there");
        match expected {
            Prints::Name(name) => assert_eq!(printed, Ok(*name), "{script:?}"),
            Prints::Message(code) => assert_eq!(printed, Err(message(&Code::Integer(*code))), "{script:?}"),
            Prints::NoCode => {
                let error = printed.expect_err("an error without a code");
                assert!(table.rows.iter().all(|row| message(&row.code) != error), "{script:?}: {error}");
            }
        }
        assert_eq!(server.requests(), *requests, "{script:?}");
    }
}

fn clients() -> PathBuf {
    root().join("examples/clients")
}

/// A folder with the files of a client, in which tools may write.
fn copied(client: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    for entry in fs::read_dir(clients().join(client)).expect("the client is there") {
        let path = entry.expect("an entry").path();
        fs::copy(&path, folder.path().join(path.file_name().expect("a file"))).expect("a copy");
    }
    folder
}

fn python() -> Result<(), Missing> {
    let tools = installed().join("python/bin");
    let mypy = find(&tools.join("mypy"), "mypy")?;
    let python = find(&tools.join("python"), "python3")?;
    let folder = copied("python");
    run(&mypy, folder.path(), ["--strict", "--python-version=3.9", "client.py"]);
    plays_every_scene(|url| {
        let mut command = Command::new(&python);
        command.current_dir(folder.path()).env("PYTHONIOENCODING", "utf-8").args(["client.py", url, "0.01"]);
        command
    });
    Ok(())
}

fn typescript() -> Result<(), Missing> {
    let node = find(Path::new(""), "node")?;
    let folder = copied("typescript");
    crate::typescript::compile(&node, folder.path())?;
    plays_every_scene(|url| {
        let mut command = Command::new(&node);
        command.current_dir(folder.path()).args(["out/client.js", url, "0.01"]);
        command
    });
    Ok(())
}

fn php() -> Result<(), Missing> {
    let php = find(Path::new(""), "php")?;
    plays_every_scene(|url| {
        let mut command = Command::new(&php);
        command.current_dir(clients().join("php")).args(PHP_OPTIONS).args(["client.php", url, "0.01"]);
        command
    });
    Ok(())
}

#[test]
fn the_php_client_gets_its_result_or_says_why_not() {
    php().unwrap_or_else(|missing| skip("the client in PHP", &missing));
}

#[test]
fn the_python_client_gets_its_result_or_says_why_not() {
    python().unwrap_or_else(|missing| skip("the client in Python", &missing));
}

#[test]
fn the_typescript_client_gets_its_result_or_says_why_not() {
    typescript().unwrap_or_else(|missing| skip("the client in TypeScript", &missing));
}

/// The snippet of a language in the Persian README, in a folder with the client of that language.
fn snippet(language: &str, file: &str) -> tempfile::TempDir {
    let readme = fs::read_to_string(root().join("README.fa.md")).expect("the README is there").replace("\r\n", "\n");
    let (_, snippet) = readme.split_once(&format!("```{language}\n")).expect("a snippet of the language");
    let (snippet, _) = snippet.split_once("```").expect("a snippet has an end");
    let folder = copied(language);
    fs::write(folder.path().join(file), snippet).expect("a file is written");
    folder
}

#[test]
fn the_readme_says_what_holds_in_php() {
    match find(Path::new(""), "php") {
        Ok(php) => {
            _ = run(&php, snippet("php", "snippet.php").path(), PHP_OPTIONS.iter().copied().chain(["snippet.php"]));
        }
        Err(missing) => skip("the README in PHP", &missing),
    }
}

#[test]
fn the_readme_says_what_holds_in_python() {
    match find(&installed().join("python/bin/python"), "python3") {
        Ok(python) => _ = run(&python, snippet("python", "snippet.py").path(), ["snippet.py"]),
        Err(missing) => skip("the README in Python", &missing),
    }
}

#[test]
fn the_codes_of_the_clients_are_up_to_date() {
    let is_update = std::env::var_os("UPDATE_EXPORTS").is_some();
    let options: &[&str] = if is_update { &[] } else { &["--check"] };
    let files: [(&str, &str, &[&str]); 3] = [
        ("typescript", "typescript/codes.ts", &[]),
        ("python", "python/codes.py", &[]),
        ("php", "php/codes.php", &["--namespace", "Ineo"]),
    ];
    for (target, file, more) in files {
        let options = [options, more].concat();
        if let Err(difference) = export(&root().join("codes.toml"), target, &clients().join(file), &options) {
            panic!("`UPDATE_EXPORTS=1 cargo test -p ineo-codes-tests-languages` brings it up to date:\n{difference}");
        }
    }
}

//! The READMEs and the documentation say what is so: tables, commands, outputs, errors, versions and links. Their Rust is
//! compiled as tests of the documentation.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use ineo_codes::StatusCode;
use ineo_codes_table::Source;
use ineo_codes_tests::workspace;

use crate::{Block, blocks, documented, in_language, metadata, read};

const READMES: [&str; 2] = ["README.md", "README.fa.md"];

/// The table of codes, with the messages in a language.
fn table_of_codes(headings: [&str; 6], language: &str) -> String {
    let row = |cells: [String; 6]| format!("| {} |\n", cells.join(" | "));
    let rows = StatusCode::ALL.iter().map(|code| {
        let names: Vec<String> = code.names().iter().map(|name| format!("`{name}`")).collect();
        row([
            code.code().to_string(),
            format!("`{code:?}`"),
            names.join(", "),
            code.message_in(language).expect("the table has the language").replace('|', r"\|"),
            format!("`{}`", code.category()),
            format!("`{}`", code.retry()),
        ])
    });
    [row(headings.map(str::to_owned)), format!("|{}\n", "---|".repeat(headings.len()))]
        .into_iter()
        .chain(rows)
        .collect()
}

fn check_table(path: &str, table: &str) {
    let text = read(path);
    let begin = text.find("<!-- codes: ").expect("the table's beginning is marked");
    let begin = begin + text[begin..].find('\n').expect("the mark is a line");
    let end = text.find("<!-- end of codes -->").expect("the table's end is marked");
    let wanted = format!("\n\n{table}\n");
    if std::env::var_os("UPDATE_README").is_some() {
        // In one step, since other tests read it meanwhile.
        let new = workspace().join(path).with_extension("new");
        fs::write(&new, format!("{}{wanted}{}", &text[..begin], &text[end..])).expect("it can be written");
        fs::rename(new, workspace().join(path)).expect("it can be replaced");
        return;
    }
    let update = "UPDATE_README=1 cargo test -p ineo-codes-tests-documents";
    assert!(text[begin..end] == wanted, "the table in {path} is not that of codes.toml; `{update}` updates it");
}

#[test]
fn the_table_is_that_of_codes_toml() {
    let headings = ["Code", "Variant", "Names on the wire", "Meaning", "Category", "Retry"];
    check_table("README.md", &table_of_codes(headings, "en"));
}

#[test]
fn the_persian_table_is_that_of_codes_toml() {
    let headings = ["کد", "گونه", "نام در پاسخ", "معنا", "دسته", "تلاش دوباره"];
    check_table("README.fa.md", &table_of_codes(headings, "fa"));
}

#[test]
fn both_readmes_show_the_same_code() {
    // The Persian one also shows the languages in which its readers write.
    let others = |block: &Block| !["php", "python"].contains(&block.language.as_str());
    let [english, persian] = READMES.map(|path| blocks(&read(path)).into_iter().filter(others).collect::<Vec<_>>());
    assert_eq!(english, persian);
}

#[test]
fn the_commands_on_the_table_find_nothing() {
    let blocks = blocks(&read("README.md"));
    let lines: Vec<&str> = in_language(&blocks, "sh").into_iter().flat_map(str::lines).collect();
    let mut ran = 0;
    for line in lines.iter().filter(|line| {
        line.starts_with("cargo run -- ") && ![" explain ", " export "].iter().any(|shown| line.contains(shown))
    }) {
        let run = documented(line).output().expect("the command can be run");
        // A code that is being added is a change, and not one that fails.
        let is_quiet = run.stdout.is_empty() || run.stdout.starts_with(b"added\n");
        assert!(run.status.success() && is_quiet, "{line}: {}", String::from_utf8_lossy(&run.stdout));
        ran += 1;
    }
    assert!(ran > 2);
}

#[test]
fn cargo_run_starts_the_command() {
    let metadata = metadata();
    let list = |value: &serde_json::Value| value.as_array().expect("a list").clone();
    let members = list(&metadata["workspace_default_members"]);
    let packages = list(&metadata["packages"]).into_iter().filter(|package| members.contains(&package["id"]));
    let targets = packages.flat_map(|package| list(&package["targets"]));
    let programs: Vec<_> = targets.filter(|target| target["kind"] == serde_json::json!(["bin"])).collect();
    let names: Vec<_> = programs.iter().map(|program| &program["name"]).collect();
    assert_eq!(names, ["ineo-codes"]);
    let source = programs[0]["src_path"].as_str().expect("a path");
    assert_eq!(Path::new(source), workspace().join("ineo-codes-cli/src/main.rs"));
}

#[test]
fn the_exports_are_of_the_table() {
    let blocks = blocks(&read("README.md"));
    let lines: Vec<&str> = in_language(&blocks, "sh").into_iter().flat_map(str::lines).collect();
    let exports: Vec<&&str> = lines.iter().filter(|line| line.starts_with("cargo run -- export ")).collect();
    assert!(exports.len() > 1, "{exports:?}");
    for line in exports {
        let run = documented(line).output().expect("the command can be run");
        let exported = String::from_utf8_lossy(&run.stdout);
        assert!(run.status.success(), "{line}: {}", String::from_utf8_lossy(&run.stderr));
        assert!(StatusCode::ALL.iter().all(|code| exported.contains(code.name())), "{line}: {exported}");
    }
}

#[test]
fn the_command_for_tests_is_what_ci_runs() {
    let blocks = blocks(&read("README.md"));
    let command = in_language(&blocks, "sh").into_iter().find(|block| block.starts_with("cargo test --workspace"));
    let command = command.expect("a command for all tests").trim_end();
    assert!(read(".ci/run").lines().any(|line| line.trim() == command), "{command} is not a line of .ci/run");
}

#[test]
fn the_versions_are_those_of_the_packages() {
    let (minor, _) = env!("CARGO_PKG_VERSION").rsplit_once('.').expect("a version has three parts");
    let dependency = format!("[dependencies]\nineo-codes = \"{minor}\"\n");

    for path in READMES {
        let text = read(path);
        assert!(in_language(&blocks(&text), "toml").contains(&dependency.as_str()), "missing in {path}:\n{dependency}");
        let rust = format!("Rust {}.", env!("CARGO_PKG_RUST_VERSION"));
        assert!(text.contains(&rust), "missing in {path}: {rust}");
    }
    assert!(read("CHANGELOG.md").contains(&format!("\n## [{}]", env!("CARGO_PKG_VERSION"))));
}

/// The example's table, without the place of the schema at its head.
fn gateway() -> String {
    let text = read("ineo-codes/examples/gateway.toml");
    let (_, table) = text.split_once("\n\n").expect("a head and a table");
    table.to_owned()
}

#[test]
fn the_gateway_is_that_of_the_example() {
    let gateway = gateway();
    let macro_docs = blocks(&read("ineo-codes/src/codes.md"));
    assert_eq!(in_language(&macro_docs, "toml")[0], gateway);
    for path in READMES {
        let blocks = blocks(&read(path));
        let rows = in_language(&blocks, "toml").into_iter().filter(|block| block.contains("issuer_down"));
        let rows: Vec<&str> = rows.collect();
        assert_eq!(rows.len(), 1, "{path} shows the row once");
        assert!(gateway.contains(rows[0]), "the row in {path} is another than in the example");
    }
}

/// The faults of the example's table with `to` in place of the first `from`.
fn faults(from: &str, to: &str) -> Vec<String> {
    let gateway = gateway();
    assert!(gateway.contains(from), "the example has no {from}");
    let source = Source::new("gateway.toml", gateway.replacen(from, to, 1));
    ineo_codes_table::read(&source).render(&source)
}

#[test]
fn the_error_in_the_docs_is_what_the_macro_reports() {
    let docs = blocks(&read("ineo-codes/src/codes.md"));
    let [shown] = in_language(&docs, "text")[..] else { panic!("one block shows an error") };
    // As rustc shows it: under a heading, the further lines moved in, and behind it the place in the source.
    let shown: Vec<&str> = shown
        .lines()
        .take_while(|line| !line.starts_with(" -->"))
        .map(|line| line.strip_prefix("error: ").or(line.strip_prefix("       ")).expect("a line of the error"))
        .collect();
    let faults = faults("category = \"declined\"", "category = \"decline\"");
    assert!(faults.contains(&shown.join("\n")), "{shown:#?} is none of {faults:#?}");
}

#[test]
fn the_errors_listed_in_the_docs_are_what_the_macro_reports() {
    let docs = read("ineo-codes/src/codes.md");
    let (_, list) = docs.split_once("| fault | example |\n|---|---|\n").expect("a list of errors");
    let examples = list.lines().take_while(|line| line.starts_with('|')).map(|line| {
        let (_, example) = line.trim_end_matches(" |").rsplit_once(" | ").expect("two cells");
        example.trim_matches('`').trim()
    });
    let missing = Source::read("gateway.toml", Path::new("no/such/gateway.toml")).expect_err("there is no such file");
    let elsewhere = "category = \"gateway_error\"";
    let reported = [
        vec![missing.to_string()],
        faults("name = \"approved\"", "nmae = \"approved\""),
        faults("code = 91", "code = 70000"),
        faults("languages", "reserved-codes = [51]\nlanguages"),
        faults("bank_down", "approved"),
        faults("insufficient_funds", "404_page"),
        faults("category = \"declined\"", elsewhere),
        faults(elsewhere, &format!("{elsewhere}\nranges = [{{ from = 599, to = 500, {elsewhere} }}]")),
        faults("[categories]", "[columns]\nseverity = \"u8\"\n\n[categories]"),
        faults(", fa = \"پرداخت تأیید شد.\"", ""),
    ];
    let examples: Vec<&str> = examples.collect();
    assert_eq!(examples.len(), reported.len());
    let pairs = examples.iter().zip(&reported);
    let unreported: Vec<_> =
        pairs.filter(|(example, faults)| !faults.iter().any(|fault| fault.starts_with(*example))).collect();
    assert!(unreported.is_empty(), "listed, but not reported: {unreported:#?}");
}

#[test]
fn each_dependency_is_justified() {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().expect("a list of packages");
    let dependencies = packages.iter().flat_map(|package| package["dependencies"].as_array().expect("a list"));
    let foreign = dependencies.filter(|dependency| dependency["path"].is_null());
    let names: BTreeSet<&str> = foreign.map(|dependency| dependency["name"].as_str().expect("a name")).collect();
    assert!(names.contains("syn"));
    let contributing = read("CONTRIBUTING.md");
    let (_, justified) = contributing.split_once("## Dependencies\n").expect("a chapter on dependencies");
    let unjustified: Vec<&str> = names.into_iter().filter(|name| !justified.contains(&format!("`{name}`"))).collect();
    assert!(unjustified.is_empty(), "CONTRIBUTING.md does not say what {unjustified:?} are for");
}

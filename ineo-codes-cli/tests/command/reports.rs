//! Findings for machines: each format by its own rules, whatever a table holds.

use serde_json::{Value, json};

use crate::Folder;

/// A table whose findings hold everything that could break out of a format.
const HOSTILE: &str = "[categories]\n\"a%0A::error file=x,line=1::y\" = \"x\"\n\"b\\n::warning::z\" = \"\\u001B[31m\"\n\
                       [[code]]\ncode = 1\nname = \"\\u001B]0;t\\u0007\"\ncategory = \"<script>\\u202E\"\n\
                       [[code]]\ncode = 1\nname = \"two\"\n";

fn report(format: &str, file: &str) -> (String, Option<i32>) {
    let folder = Folder::new();
    folder.write(file, HOSTILE);
    let ran = folder.run(["check", "--format", format, file]);
    assert_eq!(ran.err, "");
    (ran.out, ran.status)
}

fn validate(schema: &Value, value: &Value) {
    let validator = jsonschema::validator_for(schema).expect("the schema is sound");
    let errors: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(errors, [""; 0]);
}

#[test]
fn json_fits_its_schema() {
    let schema: Value = serde_json::from_str(include_str!("../../schema/findings.schema.json")).expect("JSON");
    let (text, status) = report("json", "t.toml");
    assert_eq!(status, Some(1));
    let value: Value = serde_json::from_str(&text).expect("JSON");
    validate(&schema, &value);
    let findings = value["findings"].as_array().expect("an array");
    assert!(findings.len() > 3);
    assert!(findings.iter().any(|finding| finding["related"][0]["label"] == "first given here"));
    assert!(
        jsonschema::validator_for(&schema).expect("sound").validate(&json!({"version": 1, "findings": [{}]})).is_err()
    );
}

#[test]
fn an_annotation_is_one_line_and_nothing_else() {
    let (text, status) = report("github", "a,b%.toml");
    assert_eq!(status, Some(1));
    for line in text.lines() {
        assert!(line.starts_with("::error file=a%2Cb%25.toml,line="), "{line}");
        let (properties, message) = line[2..].split_once("::").expect("a message");
        assert!(properties.ends_with(",title=fault"), "{line}");
        assert!(!message.contains(char::is_control), "{line}");
    }
    assert!(text.lines().count() > 3);
    assert!(!text.contains('\u{202E}'));
}

/// The JSON schema that OASIS publishes for SARIF 2.1.0. A crate that is never built has it.
fn schema_of_sarif() -> Value {
    let output = std::process::Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--manifest-path"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()
        .expect("cargo can be run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let mut packages = metadata["packages"].as_array().expect("packages").iter();
    let package = packages.find(|package| package["name"] == "serde-sarif").expect("a dependency");
    let manifest = package["manifest_path"].as_str().expect("a path");
    let schema = std::path::Path::new(manifest).with_file_name("src").join("schema.json");
    let mut schema: Value =
        serde_json::from_slice(&std::fs::read(schema).expect("the archive has the schema")).expect("JSON");
    // A bracket too many, which only some engines of regular expressions take. Our logs name no language.
    for of in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][of]["properties"]["language"];
        assert!(language.as_object_mut().is_some_and(|language| language.remove("pattern").is_some()));
    }
    schema
}

#[test]
fn sarif_fits_the_published_schema() {
    let (text, status) = report("sarif", "a b.toml");
    assert_eq!(status, Some(1));
    let log: Value = serde_json::from_str(&text).expect("JSON");
    let schema = schema_of_sarif();
    validate(&schema, &log);
    let mut faulty = log.clone();
    faulty["runs"][0]["results"][0]["level"] = "fatal".into();
    assert!(!jsonschema::is_valid(&schema, &faulty), "the schema refuses what the standard doesn't know");
    let run = &log["runs"][0];
    for result in run["results"].as_array().expect("an array") {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("a small one");
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
        assert_eq!(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "a%20b.toml");
    }
}

/// A mistake in every row, and a code that is given twice.
const REPEATED: &str = "[[code]]\ncode = 1\nname = \"a\"\nnmae = 1\n[[code]]\ncode = 1\nname = \"b\"\nnmae = 1\n\
                        [[code]]\ncode = 3\nname = \"c\"\nnmae = 1\n";

#[test]
fn every_format_has_the_other_places_of_a_fault() {
    let folder = Folder::new();
    folder.write("t.toml", REPEATED);
    let of = |format| folder.run(["check", "--format", format, "t.toml"]).out;
    let json: Value = serde_json::from_str(&of("json")).expect("JSON");
    let places = |finding: &Value| -> Vec<(u64, String)> {
        let related = finding["related"].as_array().expect("an array").iter();
        let place = |at: &Value| {
            let label = at["label"].as_str().expect("a label").to_owned();
            (at["region"]["line"].as_u64().expect("a line"), label)
        };
        related.map(place).collect()
    };
    let same = |line| (line, "the same fault".to_owned());
    assert_eq!(places(&json["findings"][0]), [same(8), same(12)]);
    assert_eq!(places(&json["findings"][1]), [(2, "first given here".to_owned())]);

    let sarif: Value = serde_json::from_str(&of("sarif")).expect("JSON");
    let related = &sarif["runs"][0]["results"][0]["relatedLocations"];
    assert_eq!(related[1]["physicalLocation"]["region"]["startLine"], 12);
    assert_eq!(related[1]["message"]["text"], "the same fault");
    assert_eq!(related.as_array().map(Vec::len), Some(2));

    let github = of("github");
    let lines: Vec<&str> = github.lines().collect();
    assert!(lines[0].contains("%0Anote: lines 8 and 12 have the same fault%0Ahelp: "), "{github}");
    assert!(lines[1].contains("%0Aline 2: first given here%0Ahelp: "), "{github}");
    assert!(of("text").contains("  = note: lines 8 and 12 have the same fault\n"));
}

#[test]
fn every_format_says_that_there_are_more_faults() {
    let folder = Folder::new();
    let rows: String = (0..60).map(|code| format!("[[code]]\ncode = {code}\nname = \"{code}\"\n")).collect();
    folder.write("t.toml", rows);
    for format in ["text", "json", "github", "sarif"] {
        let ran = folder.run(["check", "--format", format, "t.toml"]);
        let found = ran.out.matches("t.toml has more faults, which are shown once these are fixed").count();
        assert_eq!((ran.status, found), (Some(1), 1), "{format}: {}", ran.out);
    }
    let json: Value = serde_json::from_str(&folder.run(["check", "--format", "json", "t.toml"]).out).expect("JSON");
    let last = json["findings"].as_array().and_then(|findings| findings.last()).expect("a finding");
    assert!(last.get("region").is_none(), "it is about the file");
}

#[test]
fn every_format_says_when_nothing_was_found() {
    let folder = Folder::new();
    folder.write("t.toml", "[[code]]\ncode = 1\nname = \"one\"\n");
    let of = |format| folder.run(["check", "--format", format, "t.toml"]).out;
    assert_eq!((of("text").as_str(), of("github").as_str()), ("", ""));
    assert_eq!(serde_json::from_str::<Value>(&of("json")).expect("JSON"), json!({"version": 1, "findings": []}));
    let sarif: Value = serde_json::from_str(&of("sarif")).expect("JSON");
    validate(&schema_of_sarif(), &sarif);
    assert_eq!(sarif["runs"][0]["results"], json!([]));
}

/// What moves a cursor, or shows what is behind it in another direction.
fn garbles(c: char) -> bool {
    c.is_control() && c != '\n' || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn nothing_garbles_a_terminal_or_forges_an_annotation() {
    // One of the control characters that are not ASCII; terminals take it for an escape sequence.
    let hostile = format!("{HOSTILE}[[code]]\ncode = 3\nname = \"\u{9B}31m\u{2066}\"\n");
    let files: &[&str] = if cfg!(unix) {
        &["t.toml", "a\n::error file=b,line=1::c.toml", "\u{1b}[31m\u{202E}\u{9B}1m::warning::%0A.toml"]
    } else {
        &["t.toml"]
    };
    let folder = Folder::new();
    for file in files {
        folder.write(file, &hostile);
        for arguments in [
            ["check", "--format", "text", file].as_slice(),
            &["check", "--format", "json", file],
            &["check", "--format", "github", file],
            &["check", "--format", "sarif", file],
            &["explain", "--table", file, file],
            &["import", file, "--from", "csv"],
            &["import", file, "--from", "csv", "--map", "code=1", "--format", "github"],
            &["import", file, "--from", "toml", "--map", "code=name", "--repr", "u8"],
            &["import", file],
            &["diff", file, file],
            &["diff", file, file, "--format", "json"],
            &["diff", file, file, "--format", "github"],
            &["diff", file, file, "--format", "markdown"],
            &["diff", "--against", file, file],
            &["check", "t.toml", "no such\n::error::x"],
            &["import", file, "--into", "no such\n::error::x"],
        ] {
            let ran = folder.run(arguments);
            assert_ne!(ran.status, Some(0), "{arguments:?}");
            assert!(!ran.out.is_empty() || !ran.err.is_empty(), "{arguments:?}");
            for line in ran.out.lines().chain(ran.err.lines()) {
                assert!(!line.contains(garbles), "{arguments:?}: {line:?}");
                let is_annotation = line.starts_with("::");
                assert!(!is_annotation || arguments.contains(&"github"), "{arguments:?} forges {line:?}");
                let name = file.replace('%', "%25").replace('\n', "%0A").replace(':', "%3A").replace(',', "%2C");
                let name: String = name
                    .chars()
                    .flat_map(|c| {
                        if garbles(c) { c.escape_unicode().collect::<String>() } else { c.to_string() }
                            .chars()
                            .collect::<Vec<_>>()
                    })
                    .collect();
                assert!(!is_annotation || line.starts_with(&format!("::error file={name},")), "{line:?}");
            }
        }
    }
}

#[test]
fn json_has_what_the_terminal_does_not() {
    let folder = Folder::new();
    let hostile = "[[code]]\ncode = 1\nname = \"\u{9B}\u{202E}\u{E0001}\"\n[[code]]\ncode = 1\nname = \"b\"\n";
    folder.write("t.toml", hostile);
    let text = folder.run(["check", "--format", "json", "t.toml"]).out;
    let value: Value = serde_json::from_str(&text).expect("JSON");
    assert!(value["findings"].as_array().is_some_and(|findings| !findings.is_empty()));
    folder.write("t.toml", "[[code]]\ncode = 1\nname = \"a\u{200B}\u{AD}é\"\nvariant = \"A\"\n");
    let text = folder.run(["explain", "--table", "t.toml", "--format", "json"]).out;
    assert!(text.contains("a\\u200b\\u00adé"), "{text}");
    let value: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(value[0]["name"], "a\u{200B}\u{AD}é");
}

#[test]
fn colors_are_for_terminals_and_for_who_asks() {
    let folder = Folder::new();
    folder.write("t.toml", HOSTILE);
    assert!(!folder.run(["check", "t.toml"]).out.contains('\u{1b}'));
    assert!(!folder.run(["check", "--color", "never", "t.toml"]).out.contains('\u{1b}'));
    let colored = folder.run(["--color", "always", "check", "t.toml"]).out;
    assert!(colored.starts_with("\u{1b}[1m\u{1b}[31merror\u{1b}[0m: "), "{colored:?}");
    let plain = folder.run(["check", "t.toml"]).out;
    assert_eq!(colored.replace("\u{1b}[1m\u{1b}[31m", "").replace("\u{1b}[0m", ""), plain);
}

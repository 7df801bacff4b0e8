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

/// What the standard requires of a log with results in text files, sections 3.13 to 3.30.
fn essence_of_sarif() -> Value {
    let region = json!({
        "type": "object",
        "required": ["startLine", "startColumn", "endLine", "endColumn"],
        "properties": {
            "startLine": {"type": "integer", "minimum": 1},
            "startColumn": {"type": "integer", "minimum": 1},
            "endLine": {"type": "integer", "minimum": 1},
            "endColumn": {"type": "integer", "minimum": 1},
        },
        "additionalProperties": false,
    });
    let location = json!({
        "type": "object",
        "required": ["physicalLocation"],
        "properties": {
            "message": {"type": "object", "required": ["text"]},
            "physicalLocation": {
                "type": "object",
                "required": ["artifactLocation"],
                "properties": {
                    "artifactLocation": {
                        "type": "object",
                        "required": ["uri"],
                        "properties": {"uri": {"type": "string", "pattern": "^(?:[A-Za-z0-9._~/:-]|%[0-9A-F]{2})+$"}},
                    },
                    "region": region,
                },
                "additionalProperties": false,
            },
        },
        "additionalProperties": false,
    });
    json!({
        "type": "object",
        "required": ["version", "runs"],
        "properties": {
            "$schema": {"type": "string"},
            "version": {"const": "2.1.0"},
            "runs": {"type": "array", "minItems": 1, "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "tool": {"type": "object", "required": ["driver"], "properties": {"driver": {
                        "type": "object",
                        "required": ["name"],
                        "properties": {
                            "name": {"type": "string"},
                            "rules": {"type": "array", "uniqueItems": true, "items": {
                                "type": "object",
                                "required": ["id"],
                                "properties": {
                                    "id": {"type": "string"},
                                    "shortDescription": {"type": "object", "required": ["text"]},
                                },
                                "additionalProperties": false,
                            }},
                        },
                        "additionalProperties": false,
                    }}},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": {
                        "type": "object",
                        "required": ["message", "ruleId", "level"],
                        "properties": {
                            "ruleId": {"type": "string"},
                            "ruleIndex": {"type": "integer", "minimum": 0},
                            "level": {"enum": ["none", "note", "warning", "error"]},
                            "message": {"type": "object", "required": ["text"]},
                            "locations": {"type": "array", "items": location},
                            "relatedLocations": {"type": "array", "items": location},
                        },
                        "additionalProperties": false,
                    }},
                },
                "additionalProperties": false,
            }},
        },
        "additionalProperties": false,
    })
}

#[test]
fn sarif_has_what_the_standard_requires() {
    let (text, status) = report("sarif", "a b.toml");
    assert_eq!(status, Some(1));
    let log: Value = serde_json::from_str(&text).expect("JSON");
    validate(&essence_of_sarif(), &log);
    let run = &log["runs"][0];
    for result in run["results"].as_array().expect("an array") {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("a small one");
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
        assert_eq!(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "a%20b.toml");
    }
}

#[test]
fn every_format_says_when_nothing_was_found() {
    let folder = Folder::new();
    folder.write("t.toml", "[[code]]\ncode = 1\nname = \"one\"\n");
    let of = |format| folder.run(["check", "--format", format, "t.toml"]).out;
    assert_eq!((of("text").as_str(), of("github").as_str()), ("", ""));
    assert_eq!(serde_json::from_str::<Value>(&of("json")).expect("JSON"), json!({"version": 1, "findings": []}));
    let sarif: Value = serde_json::from_str(&of("sarif")).expect("JSON");
    validate(&essence_of_sarif(), &sarif);
    assert_eq!(sarif["runs"][0]["results"], json!([]));
}

#[test]
fn text_garbles_no_terminal() {
    let (text, _) = report("text", "t.toml");
    assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202E}']), "{text}");
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

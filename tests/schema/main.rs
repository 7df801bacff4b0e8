//! The schema for tables knows the keys that the macro knows, takes what the macro takes, and marks what it rejects.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ineo_codes_table::{Source, read};
use ineo_codes_tests::workspace;
use jsonschema::{Validator, draft7};
use serde_json::{Map, Number, Value, json};
use toml::de::{DeTable, DeValue};

/// A table with every key.
const FULL: &str = r#"
[table]
title = "Codes"
source = "a manual"
repr = "u16"
languages = ["en"]
partial-languages = ["fa"]
shared-names = ["shared"]

[categories]
good = { doc = "It went well.", http = 200 }
bad = { doc = "It went wrong.", http = 502, success = false }

[unrecognized]
category = "bad"
retry = "never"
message = { en = "Who knows?" }
ranges = [{ from = 500, to = 599, category = "bad", retry = "backoff" }]

[[code]]
code = 1
name = "shared"
aliases = ["one"]
variant = "First"
category = "good"
retry = { after-seconds = 30 }
message = { en = "Well.", fa = "خوب" }
deprecated = "since 3.0"

[[code]]
code = 2
name = "shared"
variant = "Second"
category = "bad"
message = { en = "Wrong." }
"#;

fn schema() -> Value {
    let text = fs::read_to_string(workspace().join("ineo-codes/schema/codes.schema.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// A table as an editor passes it to the schema; `None` if it is not TOML.
fn value(text: &str) -> Option<Value> {
    let (root, errors) = DeTable::parse_recoverable(text);
    errors.is_empty().then(|| object(root.get_ref()))
}

fn object(table: &DeTable<'_>) -> Value {
    Value::Object(table.iter().map(|(key, value)| (key.get_ref().to_string(), json_of(value.get_ref()))).collect())
}

fn json_of(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => text.to_string().into(),
        DeValue::Integer(integer) => {
            let number = i128::from_str_radix(integer.as_str(), integer.radix()).unwrap_or(i128::MAX);
            Number::from_i128(number).map_or(Value::from(f64::MAX), Value::Number)
        }
        DeValue::Float(float) => float.as_str().parse::<f64>().map_or(Value::Null, Value::from),
        DeValue::Boolean(truth) => (*truth).into(),
        DeValue::Datetime(datetime) => json!({ "a datetime": datetime.to_string() }),
        DeValue::Array(array) => array.iter().map(|value| json_of(value.get_ref())).collect(),
        DeValue::Table(table) => object(table),
    }
}

/// What the macro says to a table.
fn faults(text: &str) -> Vec<String> {
    let source = Source::new("table.toml", text);
    read(&source).render(&source)
}

/// What the schema says to a table.
fn marks(validator: &Validator, text: &str) -> Vec<String> {
    let value = value(text).expect("the table is TOML");
    validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// The TOML files below `folder` that are tables, or meant as such.
fn tables(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap();
        if path.is_symlink() || name.to_string_lossy().starts_with('.') || name == "target" {
            continue;
        }
        if path.is_dir() {
            found.extend(tables(&path));
        } else if path.extension().is_some_and(|extension| extension == "toml") && name != "Cargo.toml" {
            let text = fs::read(&path).ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
            if text.contains("[[code]]") {
                found.push((path, text));
            }
        }
    }
    found
}

#[test]
fn the_schema_is_one() {
    draft7::meta::validate(&schema()).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn tables_that_the_macro_takes_are_unmarked() {
    let validator = draft7::new(&schema()).unwrap();
    assert_eq!(faults(FULL), [""; 0]);
    assert_eq!(marks(&validator, FULL), [""; 0]);
    let mut taken = 0;
    for (path, text) in tables(workspace()) {
        if value(&text).is_none() || !faults(&text).is_empty() {
            continue;
        }
        assert_eq!(marks(&validator, &text), [""; 0], "{}", path.display());
        taken += 1;
    }
    assert!(taken > 10, "only {taken} tables found");
}

/// The tables that people edit, or copy, name the schema, relative to themselves and to the link alike.
#[test]
fn tables_name_the_schema() {
    let root = workspace();
    let mut named: Vec<(PathBuf, String)> =
        tables(&root.join("examples")).into_iter().chain(tables(&root.join("ineo-codes"))).collect();
    assert!(named.len() >= 4, "{named:?}");
    // Without symbolic links, the link is a file that names the table.
    let link = root.join("codes.toml");
    named.extend(fs::read_to_string(&link).ok().filter(|text| text.lines().count() > 1).map(|text| (link, text)));
    for (table, text) in named {
        let path = text.lines().next().and_then(|first| first.strip_prefix("#:schema "));
        let path = path.unwrap_or_else(|| panic!("the first line of {} names no schema", table.display()));
        let folder = table.parent().expect("a file is in a folder");
        assert_eq!(serde_json::from_slice::<Value>(&fs::read(folder.join(path)).unwrap()).unwrap(), schema());
    }
}

/// The keys that `object` knows, by the schema.
fn schema_keys(object: &Value) -> BTreeSet<String> {
    object["properties"].as_object().unwrap().keys().cloned().collect()
}

#[test]
fn the_keys_are_those_of_the_macro() {
    let schema = schema();
    let definitions = &schema["definitions"];
    let category = &schema["properties"]["categories"]["additionalProperties"]["anyOf"][1];
    // Each object's opening, where a key is put in that none has.
    let places = [
        ("\n[table]", "\nnonsense = 1\n[table]", &schema),
        ("[table]", "[table]\nnonsense = 1", &schema["properties"]["table"]),
        ("{ doc", "{ nonsense = 1, doc", category),
        ("[unrecognized]", "[unrecognized]\nnonsense = 1", &schema["properties"]["unrecognized"]),
        ("{ from", "{ nonsense = 1, from", &definitions["range"]),
        ("[[code]]", "[[code]]\nnonsense = 1", &definitions["row"]),
        ("{ after", "{ nonsense = 1, after", &definitions["retry"]["anyOf"][1]),
    ];
    for (from, to, object) in places {
        let faults = faults(&FULL.replacen(from, to, 1));
        let [fault] = &faults[..] else { panic!("{to}: {faults:#?}") };
        // "help: the keys of the file are `table`, …"
        let (_, help) = fault.rsplit_once("help: ").unwrap();
        let (_, known) =
            help.split_once(" are ").or_else(|| help.split_once(" is ")).unwrap_or_else(|| panic!("{fault}"));
        let known: BTreeSet<String> = known.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        assert_eq!(schema_keys(object), known, "{fault}");
    }
    let reprs: BTreeSet<String> =
        serde_json::from_value(schema["properties"]["table"]["properties"]["repr"]["enum"].clone()).unwrap();
    let faults = faults("[table]\nrepr = \"float\"\n\n[[code]]\ncode = 1\nname = \"a\"\n");
    let (_, known) = faults[0].split_once("use one of ").unwrap();
    assert_eq!(reprs, known.split('`').skip(1).step_by(2).map(str::to_owned).collect());
}

/// Every key that a schema can describe is described: that is what editors show.
#[test]
fn every_key_is_described() {
    let schema = schema();
    let definitions = schema["definitions"].as_object().unwrap();
    let is_described = |value: &Value| {
        let name = value["$ref"].as_str().and_then(|path| path.strip_prefix("#/definitions/"));
        name.map_or(value, |name| &definitions[name])["description"].is_string()
    };
    let root = &schema["properties"];
    let category = &root["categories"]["additionalProperties"]["anyOf"][1];
    let retry = &definitions["retry"]["anyOf"][1];
    for object in
        [&schema, &root["table"], category, &root["unrecognized"], &definitions["range"], &definitions["row"], retry]
    {
        for (key, value) in object["properties"].as_object().into_iter().flatten() {
            assert!(is_described(value), "{key}");
        }
    }
}

/// Taplo, the server behind most editors, completes no keys beside an `allOf`: at the root none are
/// offered, and below it the server runs out of stack. What several rules share is behind `dependencies`.
#[test]
fn no_all_of_is_where_keys_are_completed() {
    fn walk(value: &Value, path: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(object) => {
                for (key, value) in object {
                    match key.as_str() {
                        "allOf" => found.push(path.to_owned()),
                        "dependencies" => {}
                        _ => walk(value, &format!("{path}/{key}"), found),
                    }
                }
            }
            Value::Array(values) => values.iter().for_each(|value| walk(value, &format!("{path}/…"), found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(&schema(), "#", &mut found);
    assert_eq!(found, [""; 0]);
}

/// One change to the full table each, and what is wrong with it then.
const FAULTS: &[(&str, &str)] = &[
    // Keys that are unknown, missing or misplaced.
    ("[table]", "[tables]"),
    ("title =", "titel ="),
    ("doc = \"It went well.\", ", ""),
    ("http = 200", "https = 200"),
    ("from = 500, ", ""),
    ("to = 599, ", ""),
    ("from = 500", "start = 500"),
    ("after-seconds", "after_seconds"),
    ("after-seconds = 30", ""),
    ("code = 1\n", ""),
    ("name = \"shared\"\nvariant = \"Second\"", ""),
    ("deprecated =", "obsolete ="),
    ("languages = [\"en\"]\n", ""),
    ("[unrecognized]\ncategory = \"bad\"\n", "[unrecognized]\n"),
    ("category = \"good\"\n", ""),
    ("message = { en = \"Wrong.\" }", ""),
    // Values of the wrong type.
    ("\"Codes\"", "1"),
    ("\"a manual\"", "[]"),
    ("[\"en\"]", "\"en\""),
    ("[\"fa\"]", "{ fa = true }"),
    ("[\"shared\"]", "[1]"),
    ("{ doc = \"It went well.\", http = 200 }", "200"),
    ("success = false", "success = 0"),
    ("http = 200", "http = \"200\""),
    ("ranges = [{ from = 500, to = 599, category = \"bad\", retry = \"backoff\" }]", "ranges = 500"),
    ("from = 500", "from = \"500\""),
    ("code = 1\n", "code = \"1\"\n"),
    ("code = 1\n", "code = 1.5\n"),
    ("[\"one\"]", "\"one\""),
    ("\"First\"", "1"),
    ("category = \"good\"", "category = 1"),
    ("retry = { after-seconds = 30 }", "retry = 30"),
    ("after-seconds = 30", "after-seconds = \"30\""),
    ("message = { en = \"Wrong.\" }", "message = 2"),
    ("en = \"Wrong.\"", "en = 2"),
    ("\"since 3.0\"", "true"),
    // Values that mean nothing.
    ("\"u16\"", "\"u128\""),
    ("\"u16\"", "\"i8\""),
    ("\"u16\"", "\"u8\""),
    ("retry = \"never\"", "retry = \"sometimes\""),
    ("after-seconds = 30", "after-seconds = 0"),
    ("after-seconds = 30", "after-seconds = -1"),
    ("http = 200", "http = 99"),
    ("http = 200", "http = 600"),
    (", http = 200", ""),
    ("code = 1\n", "code = -1\n"),
    ("code = 1\n", "code = 65536\n"),
    ("to = 599", "to = 70000"),
    ("[\"en\"]", "[]"),
    ("[\"en\"]", "[\"english language\"]"),
    ("[\"fa\"]", "[\"fa\", \"fa\"]"),
    ("[\"shared\"]", "[\"shared\", \"shared\"]"),
    ("[\"one\"]", "[\"one\", \"one\"]"),
    ("[\"one\"]", "[\"1\"]"),
    ("[\"one\"]", "[\" one\"]"),
    ("[\"one\"]", "[\"one\\ntwo\"]"),
    ("[\"one\"]", "[\"\"]"),
    ("\"First\"", "\"not a name\""),
    ("\"First\"", "\"1st\""),
    ("\"First\"", "\"Unrecognized\""),
    ("\"Codes\"", "\" \""),
    ("\"Codes\"", "\"\\u001b[2J\""),
    ("\"Wrong.\"", "\"\""),
    ("en = \"Wrong.\"", "\"en us\" = \"Wrong.\""),
];

#[test]
fn faults_are_marked() {
    let validator = draft7::new(&schema()).unwrap();
    for (from, to) in FAULTS {
        assert!(FULL.contains(from), "{from}");
        let text = FULL.replacen(from, to, 1);
        assert!(!faults(&text).is_empty(), "the macro takes {to} for {from}");
        assert!(!marks(&validator, &text).is_empty(), "the schema takes {to} for {from}");
    }
    for text in [
        "",
        "code = []",
        "[categories]\n[[code]]\ncode = 1\nname = \"a\"",
        "[[code]]\ncode = 1\nname = \"a\"\ncategory = \"b\"",
    ] {
        assert!(!faults(text).is_empty() && !marks(&validator, text).is_empty(), "{text}");
    }
}

/// The schema's pattern for language tags, and the macro's code, are two readings of one grammar.
#[test]
fn language_tags_are_told_apart_alike() {
    let validator = draft7::new(&schema()).unwrap();
    let (mut well_formed, mut ill_formed) = (0, 0);
    let starts = [
        "de",
        "qaa",
        "zh-cmn",
        "zh-min-nan-abc",
        "zh-a-b",
        "abcd",
        "abcde",
        "abcdefgh",
        "abcdefghi",
        "x",
        "i",
        "1a",
        "",
    ];
    let scripts = ["", "-Latn", "-Lat1"];
    let regions = ["", "-AT", "-419", "-41"];
    let variants = ["", "-1901", "-rozaj-biske", "-abcd"];
    let extensions =
        ["", "-u-islamcal", "-u", "-a-b", "-0-ab-1-cd", "-x-a", "-x", "-u-ab-x-1-u-2", "-X-abcdefghi", "-", "_US"];
    for start in starts {
        for (script, region) in scripts.iter().flat_map(|script| regions.map(|region| (script, region))) {
            for (variant, extension) in
                variants.iter().flat_map(|variant| extensions.map(|extension| (variant, extension)))
            {
                let tag = format!("{start}{script}{region}{variant}{extension}");
                let text = format!(
                    "table.languages = [\"{tag}\"]\n[[code]]\ncode = 1\nname = \"a\"\nmessage.\"{tag}\" = \"b\""
                );
                let is_marked = !marks(&validator, &text).is_empty();
                assert_eq!(is_marked, !faults(&text).is_empty(), "{tag}");
                *(if is_marked { &mut ill_formed } else { &mut well_formed }) += 1;
            }
        }
    }
    assert!(well_formed > 1000 && ill_formed > 1000, "{well_formed} well-formed, {ill_formed} ill-formed");
}

/// What the schema marks, the macro rejects: an editor raises no false alarm. Every value of the full table, replaced
/// by each of these in turn.
#[test]
fn no_alarm_is_false() {
    let validator = draft7::new(&schema()).unwrap();
    let full = value(FULL).unwrap();
    let values = [
        json!(0),
        json!(-1),
        json!(255),
        json!(65_536),
        json!(4_000_000_000_u32),
        json!(1.5),
        json!(true),
        json!(""),
        json!("x"),
        json!("en"),
        json!("never"),
        json!("backoff"),
        json!("good"),
        json!("i64"),
        json!("a b"),
        json!("Straße"),
        json!("خوب"),
        json!("a\nb"),
        json!("a\u{1}b"),
        json!("x-whatever"),
        json!("de-Latn-DE-1996"),
        json!("12"),
        json!([]),
        json!(["en"]),
        json!(["en", "x"]),
        json!({}),
        json!({ "en": "x" }),
        json!({ "after-seconds": 1 }),
        json!([{ "from": 7, "to": 9, "category": "bad" }]),
    ];
    let mut paths = Vec::new();
    walk(&full, &mut Vec::new(), &mut paths);
    let (mut marked, mut taken) = (0, 0);
    for path in &paths {
        for value in values.iter().map(Some).chain([None]) {
            let mut table = full.clone();
            replace(&mut table, path, value.cloned());
            let text = toml::to_string(&table).unwrap();
            let (errors, faults) = (marks(&validator, &text), faults(&text));
            assert!(errors.is_empty() || !faults.is_empty(), "a false alarm: {errors:#?}\n{text}");
            marked += usize::from(!errors.is_empty());
            taken += usize::from(faults.is_empty());
        }
    }
    assert!(marked > 500 && taken > 50, "{marked} of the tables are marked, {taken} are taken");
}

/// The path to each value within `value`.
fn walk(value: &Value, path: &mut Vec<String>, paths: &mut Vec<Vec<String>>) {
    let inner: BTreeMap<String, &Value> = match value {
        Value::Object(object) => object.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(array) => array.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
        _ => BTreeMap::new(),
    };
    for (key, value) in inner {
        path.push(key);
        paths.push(path.clone());
        walk(value, path, paths);
        path.pop();
    }
}

/// Puts `new` at the place of a value, or removes it.
fn replace(value: &mut Value, path: &[String], new: Option<Value>) {
    let Some((last, parents)) = path.split_last() else { return };
    let parent = parents.iter().fold(value, |value, key| match value {
        Value::Array(array) => &mut array[key.parse::<usize>().unwrap()],
        value => &mut value[key],
    });
    match (parent, new) {
        (Value::Array(array), Some(new)) => array[last.parse::<usize>().unwrap()] = new,
        (Value::Array(array), None) => _ = array.remove(last.parse().unwrap()),
        (Value::Object(object), Some(new)) => _ = object.insert(last.clone(), new),
        (Value::Object(object), None) => _ = Map::remove(object, last),
        _ => unreachable!("a path leads through objects and arrays"),
    }
}

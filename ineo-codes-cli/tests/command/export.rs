//! `ineo-codes export`. What the exported files do is tested in `tests/languages`.

use serde_json::Value;

use crate::{Folder, Ran, root, run};

const TABLE: &str = "\
[table]
shared-names = [\"same\"]

[[code]]
code = 0
name = \"same\"
variant = \"None\"
message = \"It's */ \\\"fine\\\".\"

[[code]]
code = 404
name = \"not_found\"
aliases = [\"same\"]
message = \"Nothing.\"
";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("codes.toml", TABLE);
    folder
}

#[test]
fn the_model_is_as_its_schema_says() {
    let schema: Value = serde_json::from_str(include_str!("../../schema/export.schema.json")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is sound");
    let fixtures = std::fs::read_dir(root().join("tests/fixtures")).expect("the fixtures are there");
    let fixtures = fixtures.map(|entry| entry.expect("an entry").path());
    let tables = fixtures.filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    for table in tables.chain([root().join("codes.toml")]) {
        let Ran { status, out, err } = run(["export".as_ref(), table.as_os_str(), "--to".as_ref(), "json".as_ref()]);
        assert_eq!(status, Some(0), "{err}");
        let model: Value = serde_json::from_str(&out).expect("JSON");
        let errors: Vec<String> =
            validator.iter_errors(&model).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", table.display());
    }
}

#[test]
fn codes_of_64_bits_are_exact_as_texts_too() {
    let table = root().join("tests/fixtures/u64.toml");
    let ran = run(["export".as_ref(), table.as_os_str(), "--to".as_ref(), "json".as_ref()]);
    assert!(ran.out.contains(r#""code": 18446744073709551615"#), "{}", ran.out);
    assert!(ran.out.contains(r#""text": "18446744073709551615""#), "{}", ran.out);
}

#[test]
fn a_file_that_is_up_to_date_passes_whatever_its_line_ends() {
    let folder = folder();
    let export = ["export", "codes.toml", "--to", "python", "--output", "codes.py"];
    let check = [&export[..], &["--check"]].concat();
    assert_eq!(folder.run(export), Ran { status: Some(0), out: String::new(), err: String::new() });
    assert_eq!(folder.run(&check), Ran { status: Some(0), out: String::new(), err: String::new() });
    let text = folder.read("codes.py").replace('\n', "\r\n");
    folder.write("codes.py", &text);
    assert_eq!(folder.run(&check).status, Some(0));
    // It keeps them.
    folder.write("codes.py", text.replace("Nothing.", "None."));
    assert_eq!(folder.run(export).status, Some(0));
    assert_eq!(folder.read("codes.py"), text);
}

#[test]
fn a_file_that_is_not_up_to_date_is_shown_as_a_difference_and_stays() {
    let folder = folder();
    let export = ["export", "codes.toml", "--to", "typescript", "--output", "codes.ts"];
    let check = [&export[..], &["--check"]].concat();
    let ran = folder.run(&check);
    assert_eq!(ran.status, Some(1));
    assert!(ran.err.contains("there is no file `codes.ts`"), "{}", ran.err);
    assert_eq!(folder.names(), ["codes.toml"]);
    folder.run(export);
    let stale = folder.read("codes.ts").replace("  NotFound: 404,\n", "");
    folder.write("codes.ts", &stale);
    let ran = folder.run(&check);
    assert_eq!((ran.status, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("\n+  NotFound: 404,\n"), "{}", ran.err);
    assert!(ran.err.contains("`codes.ts` is not up to date with `codes.toml`"), "{}", ran.err);
    assert_eq!(folder.read("codes.ts"), stale);
}

#[test]
fn what_is_generated_does_not_depend_on_the_folder() {
    let folder = folder();
    let near = folder.run(["export", "codes.toml", "--to", "typescript"]);
    let far = run(["export".as_ref(), folder.path("codes.toml").as_os_str(), "--to".as_ref(), "typescript".as_ref()]);
    assert_eq!(near, far);
}

#[test]
fn a_template_of_your_own_has_the_model_and_the_filters_of_every_language() {
    let folder = folder();
    folder.write("own.jinja", "{% for row in codes %}\n{{ row.variant|snake_case }} {{ row.default_message|typescript_literal }} /* {{ row.default_message|typescript_comment }} */\n{% endfor %}\n");
    let ran = folder.run(["export", "codes.toml", "--template", "own.jinja"]);
    assert_eq!(ran.err, "");
    assert_eq!(
        ran.out,
        "none \"It's */ \\\"fine\\\".\" /* It's *\\/ \"fine\". */\nnot_found \"Nothing.\" /* Nothing. */\n"
    );
}

#[test]
fn a_template_counts_with_the_function_namespace_also_where_a_namespace_is_given() {
    let folder = folder();
    folder.write(
        "own.jinja",
        "{% set counter = namespace(rows=0) %}\n\
         {% for row in codes %}\n{% set counter.rows = counter.rows + 1 %}\n{% endfor %}\n\
         {{ counter.rows }} {{ namespace_name or 'none' }}\n",
    );
    let export = ["export", "codes.toml", "--template", "own.jinja"];
    assert_eq!(folder.run(export), Ran { status: Some(0), out: "2 none\n".to_owned(), err: String::new() });
    let named = folder.run([&export[..], &["--namespace", "Acme"]].concat());
    assert_eq!(named, Ran { status: Some(0), out: "2 Acme\n".to_owned(), err: String::new() });
}

#[test]
fn a_faulty_template_is_a_fault_at_its_line_and_does_not_show_the_model() {
    let folder = folder();
    for (template, title, place) in [
        ("one\n{{ codes[0].nmae }}\n", "undefined value", "own.jinja:2:"),
        ("one\n{{ titel|upper }}\n", "undefined value", "own.jinja:2:"),
        ("one\ntwo\n{% for row in codes %}\n", "syntax error", "own.jinja:"),
        ("{% include \"codes.toml\" %}\n", "can't read others", "own.jinja:1:"),
        (
            "one\n{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}",
            "too much time or memory",
            "own.jinja:2:",
        ),
        ("one\n{{ 'x' * 100000000000 }}\n", "too much time or memory", "own.jinja:2:"),
        (
            "{% macro a(x, n) %}{{ a(x ~ x, n - 1) if n }}{% endmacro %}\n{{ a('x' * 4000, 18) }}\n",
            "too much time or memory",
            "own.jinja:1:",
        ),
        ("{% for a in range(999999999999) %}{% endfor %}\n", "", "own.jinja:1:"),
        (
            "{% set x = 'x' * 1000000 %}\n{% for a in range(10000) %}\n{{ x }}\n{% endfor %}\n",
            "too much time or memory",
            "own.jinja:3:",
        ),
        ("{% extends \"codes.toml\" %}\n", "can't read others", "own.jinja:1:"),
        ("{% import \"codes.toml\" as codes %}\n", "can't read others", "own.jinja:1:"),
        ("one\n{{ codes|python_literal }}\n", "a literal is made of a text", "own.jinja:2:"),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}\n", "", "own.jinja:1:"),
    ] {
        folder.write("own.jinja", template);
        let ran = folder.run(["export", "codes.toml", "--template", "own.jinja", "--output", "out"]);
        assert_eq!((ran.status, ran.out.as_str()), (Some(1), ""), "{template}: {}", ran.err);
        assert!(ran.err.contains(title) && ran.err.contains(place), "{template}: {}", ran.err);
        assert!(!ran.err.contains("Nothing."), "{template}: {}", ran.err);
        assert_eq!(folder.names(), ["codes.toml", "own.jinja"]);
    }
}

#[test]
fn what_a_language_can_not_hold_is_a_fault_at_its_row() {
    let folder = Folder::new();
    folder.write("codes.toml", "[table]\nrepr = \"i64\"\n\n[[code]]\ncode = 9007199254740992\nname = \"large\"\n");
    let ran = folder.run(["export", "codes.toml", "--to", "typescript", "--output", "codes.ts"]);
    assert_eq!(ran.status, Some(1));
    assert!(ran.err.contains("the code 9007199254740992 `Large` would not be exact"), "{}", ran.err);
    assert!(ran.err.contains("codes.toml:6:8"), "{}", ran.err);
    assert_eq!(folder.names(), ["codes.toml"]);

    folder.write(
        "codes.toml",
        "[[code]]\ncode = 1\nvariant = \"FooBar\"\n\n[[code]]\ncode = 2\nname = \"other\"\nvariant = \"Foo_Bar\"\n",
    );
    let ran = folder.run(["export", "codes.toml", "--to", "python"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("in Python, the codes 1 `FooBar` and 2 `Foo_Bar` would both be `FOO_BAR`"), "{}", ran.err);
    assert!(ran.err.contains("codes.toml:8:11"), "{}", ran.err);
    // In TypeScript they are two.
    assert_eq!(folder.run(["export", "codes.toml", "--to", "typescript"]).status, Some(0));
}

#[test]
fn a_faulty_table_and_a_wrong_usage_write_nothing() {
    let folder = folder();
    for (target, name) in
        [("typescript", "Map"), ("python", "Union"), ("python", "lower"), ("php", "Match"), ("json", "A B")]
    {
        let ran = folder.run(["export", "codes.toml", "--to", target, "--name", name, "--output", "out"]);
        assert_eq!(ran.status, Some(2), "{target} {name}: {}", ran.err);
    }
    let ran = folder.run(["export", "codes.toml", "--to", "python", "--output", "codes.toml"]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.err.contains("`codes.toml` would be overwritten with its own export"), "{}", ran.err);
    folder.write("codes.toml", "[[code]]\ncode = 1\n");
    let ran = folder.run(["export", "codes.toml", "--to", "python", "--output", "out"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(1), ""));
    assert_eq!(folder.names(), ["codes.toml"]);
}

#[test]
fn the_name_is_that_of_every_item() {
    let folder = folder();
    let out = |target| folder.run(["export", "codes.toml", "--to", target, "--name", "GatewayCode"]).out;
    let (python, typescript) = (out("python"), out("typescript"));
    for (text, items) in [
        (&python, ["class GatewayCode(", "class UnlistedGatewayCode(", "AnyGatewayCode = Union["]),
        (&typescript, ["const GatewayCode = {", "type ReceivedGatewayCode = ", "function gatewayCodeInfo("]),
    ] {
        assert!(!text.to_lowercase().contains("statuscode"), "{text}");
        assert!(items.iter().all(|item| text.contains(item)), "{text}");
    }
}

#[test]
fn what_was_exported_and_imported_again_changes_nothing() {
    let folder = Folder::new();
    let fixtures = std::fs::read_dir(root().join("tests/fixtures")).expect("the fixtures are there");
    let fixtures = fixtures.map(|entry| entry.expect("an entry").path());
    let tables = fixtures.filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    for table in tables.chain([root().join("codes.toml")]) {
        let text = std::fs::read_to_string(&table).expect("the table can be read");
        folder.write("codes.toml", &text);
        for (target, list, options) in
            [("json", "list.json", ["--rows", "/codes"]), ("markdown", "list.md", ["--nth", "1"])]
        {
            // Markdown has no blank lines in cells, nor blanks at their ends.
            if target == "markdown" && table.ends_with("messages.toml") {
                continue;
            }
            assert_eq!(folder.run(["export", "codes.toml", "--to", target, "--output", list]).status, Some(0));
            let merge = [&["import", list, "--into", "codes.toml"][..], &options].concat();
            let checked = folder.run([&merge[..], &["--check"]].concat());
            assert_eq!(checked.status, Some(0), "{} as {target}: {}", table.display(), checked.err);
            folder.run(merge);
            assert_eq!(folder.read("codes.toml"), text, "{} as {target}", table.display());
        }
    }
}

#[test]
fn a_new_table_of_an_export_is_the_same_table() {
    let folder = Folder::new();
    folder.write("codes.toml", TABLE);
    folder.run(["export", "codes.toml", "--to", "json", "--output", "list.json"]);
    let imported = folder.run(["import", "list.json", "--rows", "/codes", "--output", "new.toml"]);
    assert_eq!(imported.status, Some(0), "{}", imported.err);
    let compared = folder.run(["diff", "codes.toml", "new.toml", "--fail-on", "any"]);
    assert_eq!(compared, Ran { status: Some(0), out: compared.out.clone(), err: String::new() });
}

#[test]
fn openapi_takes_the_listed_codes_and_every_other_one() {
    let folder = folder();
    let document: Value =
        serde_json::from_str(&folder.run(["export", "codes.toml", "--to", "openapi"]).out).expect("JSON");
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["info"]["version"], "1");
    let schema = jsonschema::validator_for(&document["components"]["schemas"]["StatusCode"]).expect("a schema");
    for code in [0, 404, 599, -1, i64::MAX] {
        assert!(schema.is_valid(&code.into()), "{code}");
    }
    for other in [Value::from("404"), Value::Null, Value::from(4.5)] {
        assert!(!schema.is_valid(&other), "{other}");
    }
    let texts = root().join("tests/fixtures/texts.toml");
    let document = run(["export".as_ref(), texts.as_os_str(), "--to".as_ref(), "openapi".as_ref()]).out;
    let document: Value = serde_json::from_str(&document).expect("JSON");
    let schema = jsonschema::validator_for(&document["components"]["schemas"]["StatusCode"]).expect("a schema");
    assert!(schema.is_valid(&"57014".into()) && schema.is_valid(&"new".into()) && !schema.is_valid(&57014.into()));
}

#[test]
fn nothing_in_a_markdown_cell_makes_another_cell_or_html() {
    let folder = Folder::new();
    folder.write(
        "codes.toml",
        "[[code]]\ncode = 1\nname = \"a|b`c\"\nmessage = \"one | two\\n<script>x</script> `|` [a](b) \\\\| *x*\"\n",
    );
    let ran = folder.run(["export", "codes.toml", "--to", "markdown"]);
    let row = ran.out.lines().find(|line| line.starts_with("| 1 |")).expect("the row");
    assert_eq!(row.matches('|').count(), 6, "{row}");
    assert!(!ran.out.contains("<script"), "{}", ran.out);
    assert!(row.contains("one &#124; two<br>&lt;script&gt;"), "{row}");
}

#[test]
fn every_code_of_a_page_has_one_anchor() {
    let fixtures = std::fs::read_dir(root().join("tests/fixtures")).expect("the fixtures are there");
    let fixtures = fixtures.map(|entry| entry.expect("an entry").path());
    let tables = fixtures.filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    for table in tables.chain([root().join("codes.toml"), root().join("tests/languages/tables/hostile_texts.toml")]) {
        let ran = |target: &str| run(["export".as_ref(), table.as_os_str(), "--to".as_ref(), target.as_ref()]).out;
        let (page, model) = (ran("html"), ran("json"));
        let model: Value = serde_json::from_str(&model).expect("JSON");
        let of = |attribute: &str| -> Vec<String> {
            page.split(attribute).skip(1).filter_map(|text| text.split('"').next()).map(str::to_owned).collect()
        };
        let ids = of(" id=\"");
        let distinct: std::collections::BTreeSet<&String> = ids.iter().collect();
        assert_eq!(distinct.len(), ids.len(), "{}", table.display());
        let is_safe = |id: &String| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte));
        assert!(ids.iter().all(is_safe), "{ids:?}");
        for link in of("href=\"#") {
            assert!(distinct.contains(&link), "{}: {link}", table.display());
        }
        let rows = model["codes"].as_array().expect("codes");
        assert_eq!(page.matches("<article class=\"entry listed\"").count(), rows.len(), "{}", table.display());
        for row in rows.iter().filter(|row| row["code"].is_i64()) {
            for key in ["text", "shown"] {
                let id = row[key].as_str().expect("a text").to_owned();
                assert!(distinct.contains(&id), "{}: {id}", table.display());
            }
        }
    }
}

#[test]
fn a_page_names_codes_as_the_table_shows_them() {
    let folder = Folder::new();
    let row =
        |code: &str, variant: &str| format!("[[code]]\ncode = {code}\nname = \"busy\"\nvariant = \"{variant}\"\n\n");
    let head = "[table]\nrepr = \"i32\"\nradix = 16\nshared-names = [\"busy\"]\n\n";
    folder.write("codes.toml", [head, &row("0x80010001", "Busy"), &row("170", "BusyToo")].concat());
    let page = folder.run(["export", "codes.toml", "--to", "html"]).out;
    let links = "<a href=\"#-2147418111\"><bdi>0x80010001</bdi></a>, <a href=\"#170\"><bdi>0x000000AA</bdi></a>";
    assert!(page.contains(links), "{page}");
}

/// What ends a literal, a comment or a line in some language.
const HOSTILE: [&str; 26] = [
    "\"",
    "'",
    "`",
    "\\",
    "*/",
    "/*",
    "//",
    "#",
    "?>",
    "${x}",
    "{{ x }}",
    "{% x %}",
    "-->",
    "</script>",
    "|",
    "\n",
    "\r",
    "\t",
    "\u{b}",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\u{FEFF}",
    "\u{202E}",
    "\\u{0}",
    "\u{6cc}",
];

/// Each of them alone, and before each other one.
fn hostile() -> Vec<String> {
    let pairs = HOSTILE.iter().flat_map(|first| HOSTILE.iter().map(move |second| format!("{first}{second}")));
    HOSTILE.iter().map(|text| (*text).to_owned()).chain(pairs).collect()
}

/// One line for each hostile text: `line` filled in, where `text` is the text.
fn filled_in(line: &str) -> String {
    let folder = folder();
    let lines: Vec<String> = hostile()
        .iter()
        .map(|text| {
            format!("{{% set text = {} %}}{line}\n", Value::from(text.as_str()).to_string().replace('\'', "\\u0027"))
        })
        .collect();
    folder.write("own.jinja", lines.concat());
    let ran = folder.run(["export", "codes.toml", "--template", "own.jinja"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    ran.out
}

#[test]
fn no_text_ends_the_comment_that_it_stands_in() {
    let help = run(["export", "--help"]).out;
    let targets = help.split("--to <TARGET>").nth(1).and_then(|text| text.split("--template").next());
    let targets = targets.expect("the targets").lines().filter_map(|line| line.trim().strip_prefix("- "));
    let targets: Vec<&str> = targets.filter_map(|line| line.split(':').next()).collect();
    assert!(targets.contains(&"rust") && targets.contains(&"typescript"), "{targets:?}");
    for target in targets {
        let out = filled_in(&format!("<{{{{ text|{target}_comment }}}}>"));
        let lines: Vec<&str> = out.split(['\n', '\r', '\u{b}', '\u{85}', '\u{2028}', '\u{2029}']).collect();
        assert_eq!(lines.len(), hostile().len() + 1, "{target}");
        let is_block = ["typescript", "php"].contains(&target);
        assert!(lines.iter().all(|line| !is_block || !line.contains("*/")), "{target}");
        assert!(lines.iter().all(|line| target != "python" || !line.contains("\"\"\"")), "{target}");
        assert!(lines.iter().all(|line| target != "php" || !line.contains("?>")), "{target}");
        let inner = |line: &&str| line.strip_prefix('<').and_then(|line| line.strip_suffix('>')).map(str::to_owned);
        let lines: Vec<String> = lines.iter().filter_map(inner).collect();
        assert!(lines.iter().all(|line| target != "html" || !line.contains(['<', '>', '"'])), "{target}");
    }
}

#[test]
fn every_text_is_read_back_from_a_literal() {
    let json = filled_in("{{ text|json_literal }}");
    let read: Vec<String> = json.lines().map(|line| serde_json::from_str(line).expect("a literal")).collect();
    assert_eq!(read, hostile());

    let rust =
        filled_in("    // {{ text|rust_comment }}\n    {{ text|rust_literal }},\n    // {{ text|rust_comment }}");
    let folder = Folder::new();
    let program = format!(
        "#![deny(warnings)]\nfn main() {{\n    for text in [\n{rust}    ] {{\n        println!(\"{{:?}}\", text.as_bytes());\n    }}\n}}\n"
    );
    folder.write("main.rs", program);
    let compiled = std::process::Command::new("rustc")
        .args(["--edition", "2024", "main.rs"])
        .current_dir(folder.path(""))
        .output()
        .expect("rustc can be run");
    assert!(compiled.status.success(), "{}", String::from_utf8_lossy(&compiled.stderr));
    let printed = std::process::Command::new(folder.path("main")).output().expect("the program can be run").stdout;
    let expected: String = hostile().iter().map(|text| format!("{:?}\n", text.as_bytes())).collect();
    assert_eq!(String::from_utf8_lossy(&printed), expected);
}

//! `import` into a new table.

use crate::{Folder, root};

/// Imports `list`, a file of this name, and returns the table.
fn imported(name: &str, list: impl AsRef<[u8]>, arguments: &[&str]) -> String {
    let folder = Folder::new();
    folder.write(name, list);
    let ran = folder.run(["import", name].iter().chain(arguments));
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    folder.write("t.toml", &ran.out);
    let check = folder.run(["check", "t.toml"]);
    assert_eq!((check.out.as_str(), check.status), ("", Some(0)), "a new table is sound:\n{}", ran.out);
    let again = folder.run(["import", name, "--into", "t.toml", "--check"].iter().chain(arguments));
    assert_eq!(again.status, Some(0), "a new table is up to date: {}", again.err);
    ran.out
}

/// The faults of a list, and its exit status.
fn refused(name: &str, list: impl AsRef<[u8]>, arguments: &[&str]) -> (String, Option<i32>) {
    let folder = Folder::new();
    folder.write(name, list);
    let ran = folder.run(["import", name].iter().chain(arguments));
    assert_eq!(ran.out, "");
    (ran.err, ran.status)
}

const TWO: &str = "[[code]]\ncode = 1\nname = \"one\"\nmessage = \"First, of two.\"\n\n\
                   [[code]]\ncode = 2\nname = \"two\"\nmessage = \"Second\"\n";

#[test]
fn headers_that_are_keys_are_taken() {
    let list = "Code,NAME,message\n1,one,\"First, of two.\"\n2,two,Second\n";
    assert_eq!(imported("l.csv", list, &[]), TWO);
    let folder = Folder::new();
    folder.write("l.csv", list);
    assert_eq!(
        folder.run(["import", "l.csv"]).err,
        "note: took code from `Code`, name from `NAME`, message from `message`\n"
    );
}

#[test]
fn every_format_gives_the_same_table() {
    let map = ["--map", "code=No", "--map", "name=Sym", "--map", "message=Text"];
    for (name, list, arguments) in [
        ("l.csv", "No,Sym,Text\n1,one,\"First, of two.\"\n2,two,Second\n", [].as_slice()),
        ("l.csv", "# about\nNo;Sym;Text\n\n1;one;First, of two.\n# more\n2;two;Second", &["--delimiter", ";"]),
        ("l.tsv", "No\tSym\tText\r\n1\tone\tFirst, of two.\r\n2\ttwo\tSecond\r\n", &[]),
        (
            "l.json",
            "[{\"No\": 1, \"Sym\": \"one\", \"Text\": \"First, of two.\"}, {\"No\": \"2\", \"Sym\": \"two\", \"Text\": \"Second\"}]",
            &[],
        ),
        (
            "l.json",
            "/* a */ {\"a\": {\"b/c\": [{\"No\": 1, \"Sym\": \"one\", \"Text\": \"First, of two.\"}, // b\n {\"No\": 2, \"Sym\": \"two\", \"Text\": \"Second\",},]}}",
            &["--rows", "/a/b~1c"],
        ),
        (
            "l.md",
            "# Codes\n\n| No | Sym | Text |\n|---:|---|:-:|\n| 1 | `one` | First, *of* two. |\n| 2 | two | Second |\n\nEnd.\n",
            &[],
        ),
        (
            "l.html",
            "<table><tr><th>No<th>Sym<th>Text<tr><td>1<td><code>one</code><td>First,\n of <b>two</b>.<tr><td>2<td>two<td>Second</table>",
            &[],
        ),
        (
            "l.html",
            "<TABLE><caption>x</caption><thead><tr><th>No</th><th>Sym</th><th>Text</th></tr></thead><tbody><tr><td>1</td><td>one</td><td>First, of two.<script>no</script><!-- no --></td></tr><tr><td>2</td><td>two</td><td><p>Second</p></td></tr></tbody></TABLE>",
            &[],
        ),
        (
            "l.toml",
            "[[code]]\nNo = 1\nSym = \"one\"\nText = \"First, of two.\"\n[[code]]\nNo = 0x2\nSym = \"two\"\nText = \"Second\"\n",
            &[],
        ),
    ] {
        let arguments: Vec<&str> = map.iter().chain(arguments).copied().collect();
        assert_eq!(imported(name, list, &arguments).replace("0x2", "2"), TWO, "{list}");
    }
}

#[test]
fn columns_are_named_by_number_without_a_header() {
    let arguments = ["--no-header", "--map", "code=2", "--map", "name=1", "--map", "message=3"];
    assert_eq!(imported("l.csv", "one,1,\"First, of two.\"\ntwo,2,Second\n", &arguments), TWO);
}

#[test]
fn objects_by_code_have_keys_and_values() {
    let list = r#"{"10000": "No error", "40000": "Bad request", "-1": "No error"}"#;
    let table = imported("l.json", list, &["--map", "code=$key", "--map", "message=$value"]);
    let rows =
        [(10000, "no_error", "No error"), (40000, "bad_request", "Bad request"), (-1, "no_error_minus1", "No error")];
    let rows = rows.map(|(code, name, message)| {
        format!("\n[[code]]\ncode = {code}\nname = \"{name}\"\nmessage = \"{message}\"\n")
    });
    assert_eq!(table, format!("[table]\nrepr = \"i32\"\n{}", rows.concat()));
    let nested = r#"{"E1": {"message": "One"}, "E2": {"message": null, "name": "two"}}"#;
    let (err, _) = refused("l.json", nested, &["--repr", "u8"]);
    assert!(err.contains("`E1` is not a number") && err.contains("--> l.json:1:2"), "{err}");
}

#[test]
fn nested_values_are_reached_by_pointers() {
    let list = r#"{"errors": [{"id": {"code": 7}, "text": {"en": "Seven", "fa": "هفت"}, "x": ["s", "t"]}]}"#;
    let map = [
        "--rows",
        "/errors",
        "--map",
        "code=/id/code",
        "--map",
        "name=/x/0",
        "--map",
        "aliases=/x",
        "--map",
        "message.en=/text/en",
        "--map",
        "message.fa=/text/fa",
    ];
    let table = imported("l.json", list, &map);
    assert_eq!(
        table,
        "[table]\nlanguages = [\"en\", \"fa\"]\n\n[[code]]\ncode = 7\nname = \"s\"\naliases = [\"t\"]\nmessage.en = \"Seven\"\nmessage.fa = \"هفت\"\n"
    );
}

#[test]
fn several_codes_in_a_cell_are_several_rows_and_several_rows_of_a_code_are_one() {
    let list = "code,name,aliases\n\"502, 504\",down,\n404,gone,\n404,missing,\"lost; away\"\n404,gone,\n";
    let table = imported("l.csv", list, &[]);
    let expected = "[table]\nshared-names = [\"down\"]\n\n\
        [[code]]\ncode = 502\nname = \"down\"\nvariant = \"Down502\"\n\n\
        [[code]]\ncode = 504\nname = \"down\"\nvariant = \"Down504\"\n\n\
        [[code]]\ncode = 404\nname = \"gone\"\naliases = [\"missing\", \"lost\", \"away\"]\n";
    assert_eq!(table, expected);
}

#[test]
fn what_a_second_row_of_a_code_says_otherwise_is_reported() {
    let folder = Folder::new();
    folder.write("l.csv", "code,name,message\n1,one,First\n1,one,Other\n");
    let ran = folder.run(["import", "l.csv"]);
    assert_eq!(ran.status, Some(0));
    assert!(ran.out.contains("First") && !ran.out.contains("Other"));
    assert!(ran.err.contains("warning: 1 is given another `message` in row 3"), "{}", ran.err);
    assert!(ran.err.contains("--> l.csv:3:7"), "{}", ran.err);
}

#[test]
fn the_representation_fits_the_codes() {
    for (codes, repr) in [
        (["0", "65535"], None),
        (["1", "65536"], Some("u32")),
        (["1", "18446744073709551615"], Some("u64")),
        (["-1", "1"], Some("i16")),
        (["-1", "40000"], Some("i32")),
        (["-1", "4294967295"], Some("i64")),
    ] {
        let table = imported("l.csv", format!("code,name\n{},a\n{},b\n", codes[0], codes[1]), &[]);
        let expected = repr.map(|repr| format!("[table]\nrepr = \"{repr}\"\n"));
        assert!(table.starts_with(&expected.unwrap_or_else(|| "[[code]]".to_owned())), "{table}");
    }
    let (err, status) = refused("l.csv", "code,name\n1,a\n256,b\n", &["--repr", "u8"]);
    assert_eq!(status, Some(1));
    assert!(err.contains("the code `256` is outside of `u8`") && err.contains("--> l.csv:3:1"), "{err}");
}

#[test]
fn faults_name_line_and_column_and_the_row_as_a_spreadsheet_counts() {
    let list = "# a comment is a row of a spreadsheet\ncode,name,message\n1,one,\"two\nlines\"\n\n 2.0 ,two,x\n";
    let (err, status) = refused("l.csv", list, &[]);
    assert_eq!(status, Some(1));
    assert!(err.contains("`2.0` is not a code: it has a decimal point (row 5)"), "{err}");
    assert!(err.contains("--> l.csv:6:"), "{err}");
    for (code, reason) in [("1E+05", "a spreadsheet has rounded it"), ("\"1,000\"", "one number, or several")] {
        let (err, status) = refused("l.csv", format!("code,name\n{code},x\n"), &[]);
        assert_eq!(status, Some(1));
        assert!(err.contains(reason) && err.contains("(row 2)") && err.contains("--> l.csv:2:"), "{err}");
    }
    let (err, _) = refused("l.json", "[\n  {\"code\": 1.0, \"name\": \"x\"}\n]", &[]);
    assert!(
        err.contains("`1.0` is not a code") && err.contains("(entry 1)") && err.contains("--> l.json:2:12"),
        "{err}"
    );
    let (err, _) = refused("l.md", "| code | name |\n|--|--|\n| 1 | a |\n| 1e+5 | b |\n", &[]);
    assert!(err.contains("(row 3)") && err.contains("--> l.md:4:3"), "{err}");
    let (err, _) = refused("l.html", "<table><tr><th>code<th>name</tr>\n<tr><td> 1.5 <td>a</table>", &[]);
    assert!(err.contains("(row 2)") && err.contains("--> l.html:2:9"), "{err}");
}

#[test]
fn faults_of_the_engine_are_shown_at_their_row() {
    let (err, status) = refused("l.csv", "code,name\n1,one\n2,404\n", &[]);
    assert_eq!(status, Some(1));
    assert!(err.contains("(row 3)") && err.contains("--> l.csv:3:1"), "{err}");
}

#[test]
fn what_upstream_does_not_have_is_set() {
    let set = ["--set", "category=failure", "--set", "retry=backoff"];
    let table = imported("l.csv", "code,name,retry,category\n1,one,,Client Error\n2,two,30,\n", &set);
    assert_eq!(
        table,
        "[categories]\nclient_error = \"Client Error\"\nfailure = \"Failure.\"\nunlisted = \"A code that the table does not list.\"\n\n\
         [unrecognized]\ncategory = \"unlisted\"\n\n\
         [[code]]\ncode = 1\nname = \"one\"\ncategory = \"client_error\"\nretry = \"backoff\"\n\n\
         [[code]]\ncode = 2\nname = \"two\"\ncategory = \"failure\"\nretry = { after-seconds = 30 }\n"
    );
}

/// What a run says that makes a table.
fn noted(name: &str, list: &str, arguments: &[&str]) -> String {
    let folder = Folder::new();
    folder.write(name, list);
    let ran = folder.run(["import", name].iter().chain(arguments));
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    ran.err
}

#[test]
fn what_is_left_out_is_noted() {
    let list = "code,id,text\n400,1,a\n400,2,b\n500,3,c\n";
    let notes = noted("l.csv", list, &[]);
    assert_eq!(
        notes,
        "note: took code from `code`\nnote: left out `id`, `text`; `--map KEY=COLUMN` takes a column\n\
         note: 3 entries have 2 codes: those of one code are one row\n"
    );
    let json = r#"[{"code": 400, "id": 1}, {"code": 500, "text": "b"}]"#;
    assert!(noted("l.json", json, &[]).contains("left out `id`, `text`"));
    assert_eq!(noted("l.csv", list, &["--map", "code=id"]), "", "a person has said what to take");
}

#[test]
fn rows_that_are_further_inside_are_found() {
    for (list, help) in [
        (r#"{"$schema": "x", "codes": {"1": {"name": "a"}, "2": {"name": "b"}}}"#, "add `--rows /codes`"),
        (r#"{"errors": [{"code": 1}]}"#, "add `--rows /errors`"),
        (r#"{"a/b": {"errors": [{"code": 1}], "x": 1}, "version": 1}"#, "add `--rows /a~1b/errors`"),
        (r#"{"a": [{"code": 1}], "b": [{"code": 1}], "c": [1]}"#, "there are `/a`, `/b`"),
        (r#"{"a": [1], "b": 2}"#, "for the whole input, `--rows ''`"),
    ] {
        let (err, status) = refused("l.json", list, &[]);
        assert_eq!(status, Some(2), "{err}");
        assert!(err.contains("the members of the input are not codes") && err.contains(help), "{err}");
    }
    let mixed = r#"{"E1": {"name": "a"}, "E2": "b"}"#;
    assert!(imported("l.json", mixed, &["--rows", ""]).contains("code = \"E2\""));
    assert!(imported("l.json", r#"{"E1": {"name": "a"}}"#, &[]).contains("name = \"a\""));
}

#[test]
fn a_first_row_that_is_no_header_is_noticed() {
    for list in ["Good,0x00000000,Fine.\nBad,0x80000000,Bad.\n", "one,1\ntwo,2\n"] {
        let (err, status) = refused("l.csv", list, &[]);
        assert_eq!(status, Some(2));
        assert!(err.contains("looks like a row") && err.contains("`--no-header --map code=2"), "{err}");
    }
}

#[test]
fn a_column_without_a_value_asks_for_nothing() {
    assert_eq!(imported("l.csv", "code,name,message\n1,one,\n", &[]), "[[code]]\ncode = 1\nname = \"one\"\n");
}

#[test]
fn a_text_that_is_not_in_quotes_is_not_cut() {
    let list = "code,name,message\n1,one,First\n2,two,Second, and last\n";
    let (err, status) = refused("l.csv", list, &[]);
    assert_eq!(status, Some(1));
    assert!(err.contains("row 3 has more cells than the header") && err.contains("--> l.csv:3:14"), "{err}");
    let trailing = "code,name\n1,one,,\n2,two, \n";
    assert!(imported("l.csv", trailing, &[]).contains("two"), "empty cells say nothing");
}

#[test]
fn what_some_rows_have_and_others_do_not_is_one_fault() {
    let list = r#"[
        {"code": 1, "name": "a", "category": "x", "http": 400},
        {"code": 2, "name": "b"},
        {"code": 3, "name": "c"}
    ]"#;
    for (map, set) in [("category", "--set category=CATEGORY"), ("http", "--set http=STATUS")] {
        let map = ["--map", "code=code", "--map", "name=name", "--map", &format!("{map}={map}")];
        let (err, status) = refused("l.json", list, &map);
        assert_eq!(status, Some(1));
        assert!(err.contains("--> l.json:3:18") && err.contains("note: line 4 has the same fault"), "{err}");
        assert!(err.contains(set), "{err}");
        assert_eq!(err.matches("error: ").count(), 1, "{err}");
    }
    let map = ["--map", "code=code", "--map", "name=name", "--map", "category=category", "--set", "category=y"];
    assert!(imported("l.json", list, &map).contains("category = \"y\""));
    let one_line = list.replace('\n', "");
    let (err, _) = refused("l.json", one_line, &["--map", "code=code", "--map", "category=category"]);
    assert!(err.contains("note: the line has the same fault once more"), "{err}");
    let (err, _) = refused(
        "l.json",
        r#"[{"code": 1, "name": "a", "kinds": ["x"]}]"#,
        &["--map", "code=code", "--map", "category=kinds"],
    );
    assert!(err.contains("this is a list") && err.contains("`--map category=/…/0`"), "{err}");
}

#[test]
fn encodings_are_told_by_their_mark_or_named() {
    let text = "code,name\n1,é\n";
    let utf16 = |mark: bool, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let mark = mark.then_some(0xFEFF);
        mark.into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
    };
    let expected = "[[code]]\ncode = 1\nname = \"é\"\n";
    assert_eq!(imported("l.csv", format!("\u{FEFF}{text}"), &[]), expected);
    assert_eq!(imported("l.csv", utf16(true, u16::to_le_bytes), &[]), expected);
    assert_eq!(imported("l.csv", utf16(true, u16::to_be_bytes), &[]), expected);
    assert_eq!(imported("l.csv", utf16(false, u16::to_le_bytes), &["--encoding", "utf-16le"]), expected);
    assert_eq!(imported("l.csv", b"code,name\n1,\xE9\n", &["--encoding", "latin1"]), expected);
    let (err, status) = refused("l.csv", b"code,name\n1,\xE9\n", &[]);
    assert_eq!(status, Some(1));
    assert!(
        err.contains("the input is not UTF-8") && err.contains("--> l.csv:2:3") && err.contains("--encoding"),
        "{err}"
    );
    assert_eq!(refused("l.csv", text, &["--encoding", "nonsense"]).1, Some(2));
}

#[test]
fn arguments_that_do_not_fit_the_input_are_wrong_usage() {
    let csv = "id,name\n1,one\n";
    for (name, list, arguments, reason) in [
        ("l.csv", csv, [].as_slice(), "add `--map code=COLUMN` with one of `id`, `name`"),
        ("l.csv", csv, &["--map", "code=nr"], "there is no column `nr`"),
        ("l.csv", csv, &["--map", "code=3"], "there is no column 3: the input has 2"),
        ("l.csv", "a,a\n1,2\n", &["--map", "code=a"], "two columns are called `a`"),
        ("l.csv", csv, &["--map", "code=1", "--no-header", "--map", "name=name"], "as the input has no header"),
        ("l.csv", "code;name\n1;one\n", &[], "add `--delimiter ';'`"),
        ("l.csv", csv, &["--map", "code"], "has no `=`"),
        ("l.csv", csv, &["--map", "code="], "nothing is behind the `=`"),
        ("l.csv", csv, &["--map", "Code.X=1"], "is not a key of a row"),
        ("l.csv", csv, &["--map", "code=id", "--set", "code=1"], "would give all rows one code"),
        ("l.csv", "code\n1\n", &["--set", "retry=-1"], "`--set retry=-1`: `retry` must be `never`"),
        ("l.csv", csv, &["--nth", "1"], "for Markdown and HTML"),
        ("l.csv", csv, &["--rows", "/x"], "for JSON and TOML"),
        ("l.csv", csv, &["--delimiter", "::"], "one ASCII character"),
        ("l.csv", csv, &["--check"], "--into"),
        ("l.csv", "", &[], "the input has no rows"),
        ("l.csv", "code,name\n", &[], "the input has no rows"),
        ("l.json", "[]", &[], "the input has no rows"),
        ("l.json", "{\"a\": [{\"code\": 1}]}", &["--rows", "/b"], "there is nothing at `/b`"),
        ("l.json", "{\"a\": [{\"code\": 1}]}", &["--rows", "a"], "write `/a`"),
        ("l.json", "[{\"id\": 1, \"x\": 2}]", &[], "the columns are `/id`, `/x`"),
        ("l.json", "[{\"id\": 1}]", &["--map", "code=/nr"], "no entry has `/nr`"),
        ("l.json", "[{\"id\": 1}]", &["--map", "code=$key"], "no `$key`"),
        ("l.toml", "x = 1\n", &[], "no rows `[[code]]`"),
        ("l.html", "<table></table><table></table>", &[], "name one with `--nth`"),
        ("l.html", "<table></table>", &["--nth", "2"], "there is no table 2: the input has 1"),
        ("list", csv, &[], "doesn't say which format it is"),
    ] {
        let (err, status) = refused(name, list, arguments);
        assert_eq!(status, Some(2), "{arguments:?} {err}");
        assert!(err.contains(reason), "{arguments:?} {err}");
    }
    assert_eq!(refused("l.md", "no table\n", &[]).1, Some(1));
}

#[test]
fn faults_are_written_in_the_format_that_is_asked_for() {
    let (err, _) = refused("l.csv", "code,name\n1.0,x\n", &["--format", "github"]);
    assert!(
        err.starts_with("::error file=l.csv,line=2,endLine=2,col=1,endColumn=4,title=fault::`1.0` is not a code"),
        "{err}"
    );
    let (err, _) = refused("l.csv", "code,name\n1.0,x\n", &["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&err).expect("JSON");
    assert_eq!(json["findings"][0]["region"]["line"], 2);
}

#[test]
fn the_table_that_i_neo_publishes_is_in_the_repository() {
    let list = std::fs::read_to_string(root().join("tests/fixtures/published-codes.tsv")).expect("the list is there");
    let rows: Vec<Vec<&str>> =
        list.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect();
    let html: String =
        rows.iter().map(|row| format!("<tr><td>{}<td><code>{}</code><td>{}\n", row[0], row[1], row[2])).collect();
    let html =
        format!("<!doctype html><html lang=fa dir=rtl><table><thead><tr><th>کد<th>نام<th>شرح<tbody>{html}</table>");
    let markdown: String = rows.iter().map(|row| format!("| {} | `{}` | {} |\n", row[0], row[1], row[2])).collect();
    let markdown = format!("# کدها\n\n| کد | نام | شرح |\n|---|---|---|\n{markdown}");
    let folder = Folder::new();
    folder.write("l.tsv", &list).write("l.html", html).write("l.md", markdown);
    let table = root().join("ineo-codes/codes.toml");
    let table = table.to_str().expect("a path in UTF-8");
    for arguments in [
        ["l.tsv", "--no-header", "code=1", "name=2", "message.fa=3"],
        ["l.html", "--color=never", "code=1", "name=نام", "message.fa=شرح"],
        ["l.md", "--color=never", "code=کد", "name=2", "message.fa=3"],
    ] {
        let [file, option, code, name, message] = arguments;
        let ran = folder
            .run(["import", file, option, "--map", code, "--map", name, "--map", message, "--into", table, "--check"]);
        assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""), "{file}");
    }
}

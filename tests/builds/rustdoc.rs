//! The documentation of an enum shows the texts of its table as they are, and rustdoc has nothing to say about them.

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use ineo_codes_table::{Options, Source, generate, read};
use ineo_codes_tests::{Package, target};
use quote::{format_ident, quote};
use toml::Table;

const LIBRARY: &str = include_str!("rustdoc/lib.rs");
const TABLE: &str = include_str!("rustdoc/dirty.toml");

/// The pages of the documentation.
static PAGES: LazyLock<PathBuf> = LazyLock::new(document);

/// Builds the documentation of a package that has the dirty table, with every warning of rustdoc's denied.
fn document() -> PathBuf {
    let package = Package::new("dirty", "");
    // The lints of rustdoc pass over what a macro made; what it made, written out, they do judge.
    package.write("src/lib.rs", &format!("{LIBRARY}\n/// Written out.\npub mod written {{ {} }}", expansion()));
    package.write("dirty.toml", TABLE);
    let mut doc = package.cargo();
    doc.args(["doc", "--no-deps", "--document-private-items"]).env("RUSTDOCFLAGS", "-D warnings -W rustdoc::all");
    let output = doc.output().unwrap();
    let report = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && !report.contains("warning"), "{report}");
    target().join("doc/dirty")
}

/// What the macro makes of the table.
fn expansion() -> String {
    // The compiler shows the note on deprecation, so it is not turned into a link.
    let table = TABLE.replace("deprecated = \"use [Missing]", "deprecated = \"use it");
    assert_ne!(table, TABLE);
    let reading = read(&Source::new("dirty.toml", table));
    let options = Options {
        attributes: quote!(/** What the dirty table says, as the macro does. */),
        visibility: quote!(pub),
        name: format_ident!("Written"),
        category: format_ident!("WrittenCategory"),
        krate: quote!(::ineo_codes),
    };
    let table = reading.table.expect("the table is sound");
    generate(&table, &options).expect("an index is found").to_string()
}

/// The pieces between `start` and `end`.
fn pieces<'a>(text: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(start).skip(1).map(move |rest| rest.split(end).next().unwrap_or_default())
}

/// What a reader sees of HTML, with its line breaks.
fn shown(html: &str) -> String {
    let html = html.replace("<br />\n", "\n").replace("<br>", "\n").replace("<br />", "\n").replace("<br/>", "\n");
    let text: String =
        html.split('<').enumerate().map(|(at, s)| if at == 0 { s } else { s.split_once('>').unwrap().1 }).collect();
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    text.replace("&amp;", "&").trim().to_owned()
}

/// A text of the table as it is to be seen: lines without their indentation, and no empty ones.
fn lines(text: &str) -> String {
    text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn texts(value: &toml::Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

#[test]
fn texts_are_shown_as_they_are() {
    let page = fs::read_to_string(PAGES.join("enum.DirtyCode.html")).unwrap();
    let table: Table = TABLE.parse().unwrap();
    let languages = [texts(&table["table"]["languages"]), texts(&table["table"]["partial-languages"])].concat();

    let (above, body) = page.split_once("<tbody>").expect("the page has the table");
    for key in ["title", "source"] {
        let text = table["table"][key].as_str().unwrap();
        assert!(pieces(above, "<p>", "</p>").any(|paragraph| shown(paragraph).ends_with(text)), "{text}");
    }
    let (body, below) = body.split_once("</tbody>").unwrap();
    let cells: Vec<Vec<String>> = pieces(body, "<tr>", "</tr>")
        .map(|row| row.split("<td").skip(1).map(|cell| shown(&format!("<td{cell}"))).collect())
        .collect();

    let rows = table["code"].as_array().unwrap();
    let mut expected: Vec<Vec<String>> = Vec::new();
    let mut expect = |codes: String, names: String, messages: &toml::Value, meaning: &toml::Value| {
        let mut spoken = languages
            .iter()
            .map(|language| messages.get(language).map(|text| lines(text.as_str().unwrap())).unwrap_or_default());
        let mut cells = vec![codes, names, spoken.next().unwrap(), meaning["category"].as_str().unwrap().to_owned()];
        cells.push(match meaning.get("retry") {
            None => "never".to_owned(),
            Some(toml::Value::String(_)) => "with backoff".to_owned(),
            Some(after) => format!("after {} s", after["after-seconds"]),
        });
        cells.extend(spoken);
        expected.push(cells);
    };
    for row in rows {
        let mut names = vec![row["name"].as_str().unwrap()];
        names.extend(row.get("aliases").map(texts).unwrap_or_default());
        let mut names = names.join("\n");
        if let Some(note) = row.get("deprecated") {
            names = format!("{names}\ndeprecated: {}", note.as_str().unwrap());
        }
        expect(row["code"].to_string(), names, &row["message"], row);
    }
    let unrecognized = &table["unrecognized"];
    let mut ranges = unrecognized["ranges"].as_array().unwrap().clone();
    ranges.sort_by_key(|range| range["from"].as_integer());
    let ranges_and_rest = ranges.len() + 1;
    let ends = ranges.iter().map(|range| (format!("{}..={}", range["from"], range["to"]), range));
    for (codes, meaning) in ends.chain([("_".to_owned(), unrecognized)]) {
        expect(codes, "unrecognized".to_owned(), &unrecognized["message"], meaning);
    }
    assert_eq!(cells.len(), expected.len());
    for (cells, expected) in cells.iter().zip(&expected) {
        assert_eq!(cells, expected);
    }

    // A cell says its language, and which way it is read.
    for (tag, direction) in [("fa", "rtl"), ("he", "rtl"), ("az-Arab", "rtl"), ("de", "auto")] {
        let opening = format!("<span lang=\"{tag}\" dir=\"{direction}\">");
        let expected = rows.iter().filter(|row| row["message"].get(tag).is_some()).count();
        let expected = expected + ranges_and_rest * usize::from(unrecognized["message"].get(tag).is_some());
        assert_eq!(body.matches(&opening).count(), expected, "{tag}");
    }

    // Each message is at its variant, too, in a paragraph of its own if it is read from right to left: the page sets each
    // paragraph by its first letter.
    assert!(page.contains("unicode-bidi: plaintext"));
    for (row, cells) in rows.iter().zip(&cells) {
        let variant = pieces(below, "<section id=\"variant.", "<section id=\"variant.");
        let code = cells[0].as_str();
        let variant = variant
            .map(|section| section.split("<h2").next().unwrap())
            .find(|section| section.contains(&format!("<code>{code}</code>")));
        let variant = variant.unwrap_or_else(|| panic!("{code} has a variant"));
        for (tag, text) in row["message"].as_table().unwrap() {
            let text = lines(text.as_str().unwrap());
            let paragraphs: Vec<&str> = pieces(variant, "<p>", "</p>").collect();
            let paragraph = paragraphs.iter().find(|paragraph| shown(paragraph).ends_with(&text));
            let paragraph = paragraph.unwrap_or_else(|| panic!("{code} shows {text}: {paragraphs:?}"));
            let is_right_to_left = ["fa", "he", "az-Arab"].contains(&tag.as_str());
            assert!(!is_right_to_left || shown(paragraph) == text, "{paragraph}");
        }
    }
}

#[test]
fn categories_list_their_codes() {
    let page = fs::read_to_string(PAGES.join("enum.DirtyCodeCategory.html")).unwrap();
    let shown = shown(&page);
    for text in
        ["- no [list]; see [Missing], <b>bold</b> and https://example.com/", "# Not a heading", "| no | table |"]
    {
        assert!(shown.contains(text), "{text}");
    }
    for (variant, code) in [("NotFound", "0 Not Found"), ("Ticks", "1 `tick`"), ("Old", "-6 old")] {
        let target = format!("enum.DirtyCode.html#variant.{variant}\"");
        let link = pieces(&page, &target, "</a>").next();
        assert!(link.is_some_and(|link| link.contains(code)), "{variant}: {link:?}");
    }
}

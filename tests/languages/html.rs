//! HTML pages, driven in a headless Chromium.
//!
//! A small server has the page, the page under a policy of its own that allows no script, and pages that hold the page in
//! a frame and use it as a reader does.

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tables::root;
use crate::tools::{Missing, export, run, skip};

/// Chromium, under the names that it has.
fn chromium() -> Result<PathBuf, Missing> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let answers =
        |name: &&&str| Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success());
    let name = names.iter().find(answers);
    name.map(PathBuf::from)
        .ok_or_else(|| Missing("chromium is missing; install it as a package of the system".to_owned()))
}

/// The document of a URL after its scripts ran.
fn document(chromium: &Path, folder: &Path, url: &str) -> String {
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    let options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--lang=en", &profile];
    let rest = ["--virtual-time-budget=20000", "--dump-dom", url];
    run(chromium, folder, options.into_iter().chain(rest))
}

/// Serves `page` at `/`, the same page under a policy without scripts at `/strict`, and `harness` at `/harness`.
fn serve(page: String, harness: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("the address");
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (page, harness) = (page.clone(), harness.clone());
            std::thread::spawn(move || answer(stream, &page, &harness));
        }
    });
    format!("http://{address}")
}

fn answer(mut stream: TcpStream, page: &str, harness: &str) {
    let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
    let request = lines.next().unwrap_or_default();
    lines.take_while(|line| !line.is_empty()).for_each(drop);
    let path = request.split(' ').nth(1).unwrap_or_default();
    let (policy, body) = match path.split('?').next() {
        Some("/harness") => ("", harness),
        Some("/strict") => ("Content-Security-Policy: script-src 'none'\r\n", page),
        Some("/") => ("", page),
        _ => ("", ""),
    };
    let length = body.len();
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{policy}Content-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    // A browser may close what it doesn't need.
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes()));
}

/// The page of a table.
fn page(table: &Path, folder: &Path) -> String {
    let output = folder.join("page.html");
    export(table, "html", &output, &[]).expect("every table can be a page");
    std::fs::read_to_string(output).expect("the page can be read")
}

/// The anchors of the rows that a document shows.
fn shown(document: &str) -> Vec<&str> {
    let rows = document.split("<article class=\"entry listed\" id=\"").skip(1);
    let tags = rows.filter_map(|row| row.split_once('>').map(|(tag, _)| tag));
    tags.filter(|tag| !tag.contains("hidden")).filter_map(|tag| tag.split('"').next()).collect()
}

/// A harness that opens `/` in a frame of 390 pixels, and writes what each step gives, a line each.
fn harness(steps: &[(&str, &str)]) -> String {
    let steps: String = steps.iter().fold(String::new(), |mut text, (name, step)| {
        let _ = writeln!(text, "say({name:?}, await (async () => {{ {step} }})());");
        text
    });
    format!(
        r#"<!DOCTYPE html><iframe style="width: 390px; height: 800px; border: 0" src="/?language=fa"></iframe><pre></pre><script>
document.querySelector("iframe").addEventListener("load", async () => {{
  const frame = document.querySelector("iframe").contentWindow, page = frame.document;
  const say = (name, value) => document.querySelector("pre").append(`${{name}}: ${{value}}\n`);
  const type = (text) => {{
    const input = page.querySelector("input");
    input.value = text;
    input.dispatchEvent(new Event("input"));
    return Array.from(page.querySelectorAll(".listed:not([hidden])"), (row) => row.id).join(" ");
  }};
  const texts = (id) => Array.from(page.getElementById(id).querySelectorAll(".texts > :not([hidden])"),
    (text) => `${{text.lang}} ${{frame.getComputedStyle(text).direction}}`).join(", ");
  const select = (language) => {{
    page.querySelector("select").value = language;
    page.querySelector("select").dispatchEvent(new Event("change"));
  }};
  {steps}
}}, {{ once: true }});
</script>"#
    )
}

pub(crate) fn a_page_is_filtered_and_its_language_switched() {
    let chromium = match chromium() {
        Ok(chromium) => chromium,
        Err(missing) => return skip("HTML pages", &missing),
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let page = page(&root().join("tests/languages/tables/page.toml"), folder.path());
    let steps = [
        ("wide", "return page.documentElement.scrollWidth <= 390;"),
        ("persian", "return texts('404');"),
        ("missing", "return texts('503');"),
        ("number", "return type('40');"),
        ("name", "return type('not_f');"),
        ("case", "return type('NOT FOUND');"),
        ("alias", "return type('absent');"),
        ("persian digits", "return type('۴۰۴');"),
        ("arabic digits", "return type('٤٠٤');"),
        ("persian word", "return type('کلید');"),
        ("arabic ye and kaf", "return type('كليد');"),
        ("joiners", "return type('نمیشود');"),
        ("none", "return type('nothing of it') + '|' + page.querySelector('output').textContent;"),
        (
            "anchor",
            "frame.location.hash = '#503'; await new Promise((done) => setTimeout(done, 500)); return type(page.querySelector('input').value);",
        ),
        ("query", "type('عمومی'); return frame.location.search.includes('q=');"),
        ("english", "select('en'); return texts('404');"),
        ("all", "select(''); return texts('404');"),
    ];
    let url = serve(page, harness(&steps));
    let said = document(&chromium, folder.path(), &format!("{url}/harness"));
    let said = said.split("<pre>").nth(1).and_then(|text| text.split("</pre>").next()).expect("the harness");
    let expected = "\
wide: true
persian: fa rtl
missing: en ltr
number: 404 1404
name: 404
case: 404
alias: 404
persian digits: 404 1404
arabic digits: 404 1404
persian word: 1404
arabic ye and kaf: 1404
joiners: 404
none: |0 of 4
anchor: 404 503 1404 -1
query: true
english: en ltr
all: en ltr, fa rtl
";
    assert_eq!(said, expected);

    // What a URL asks for.
    assert_eq!(shown(&document(&chromium, folder.path(), &format!("{url}/?q=absent"))), ["404"]);
    assert_eq!(
        shown(&document(&chromium, folder.path(), &format!("{url}/?q=absent#503"))),
        ["404", "503", "1404", "-1"]
    );
    assert_eq!(shown(&document(&chromium, folder.path(), &format!("{url}/?q=absent#404"))), ["404"]);

    // Where no script may run, everything is there, and no control that does nothing.
    let strict = document(&chromium, folder.path(), &format!("{url}/strict?q=absent&language=fa"));
    assert_eq!(shown(&strict), ["404", "503", "1404", "-1"]);
    assert!(strict.contains(r#"role="search" hidden="">"#), "{strict}");
    assert!(!strict.contains("<p lang=\"en\" dir=\"ltr\" data-search=\"\" hidden"), "{strict}");
}

pub(crate) fn no_table_runs_a_script() {
    let chromium = match chromium() {
        Ok(chromium) => chromium,
        Err(missing) => return skip("HTML pages", &missing),
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    for name in ["hostile", "hostile_texts", "page"] {
        let page = page(&root().join(format!("tests/languages/tables/{name}.toml")), folder.path());
        let policy = page.lines().find(|line| line.contains("Content-Security-Policy")).expect("a policy");
        // The escapes alone must hold, too.
        let unguarded = page.replace(policy, "");
        for page in [page.clone(), unguarded] {
            let url = serve(page, String::new());
            let document = document(&chromium, folder.path(), &url);
            assert!(document.contains(r#"role="search">"#), "{name}: the page's own script does not run");
            assert_eq!(document.matches("<script").count(), 1, "{name}");
            assert_eq!(document.matches("<style").count(), 1, "{name}");
            let tags = document.split('<').skip(1).filter_map(|text| text.split('>').next());
            for tag in tags.filter(|tag| !tag.starts_with("!--")) {
                let element = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap_or_default();
                assert!(
                    !["img", "svg", "iframe", "object", "embed", "link", "base", "form"].contains(&element),
                    "{tag}"
                );
            }
            assert!(!document.contains("<title>owned"), "{name}");
            assert!(!document.contains("data-owned"), "{name}");
        }
    }
}

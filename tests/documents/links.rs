//! Links between the documents lead somewhere. Addresses of the web are not asked for; those in rustdoc's pages are checked
//! in `tests/builds`.

use std::collections::BTreeSet;
use std::fs;

use ineo_codes_tests::workspace;

use crate::read;
use crate::snippets::documents;

/// A document without its blocks of code.
fn prose(markdown: &str) -> String {
    format!("\n{markdown}").split("\n```").step_by(2).collect()
}

fn links(markdown: &str) -> Vec<String> {
    let prose = prose(markdown);
    prose.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0.to_owned())).collect()
}

fn anchors(markdown: &str) -> BTreeSet<String> {
    let prose = prose(markdown);
    prose.lines().filter_map(|line| Some(anchor(line.strip_prefix('#')?.trim_start_matches('#')))).collect()
}

/// A heading as links name it.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() }).collect()
}

#[test]
fn links_between_documents_lead_somewhere() {
    let mut checked = 0;
    // Links in the library's documents are rustdoc's.
    for path in documents(workspace()).into_iter().filter(|path| !path.starts_with("ineo-codes/src/")) {
        let text = read(&path);
        let folder = workspace().join(&path).parent().expect("a file is in a folder").to_owned();
        for link in links(&text).into_iter().filter(|link| !link.starts_with("https://")) {
            let (file, heading) = link.split_once('#').map_or((&*link, None), |(file, at)| (file, Some(at)));
            let target = if file.is_empty() { workspace().join(&path) } else { folder.join(file) };
            assert!(target.exists(), "{path} links to {link}");
            if let Some(heading) = heading {
                let target = fs::read_to_string(target).expect("the document can be read");
                assert!(anchors(&target).contains(heading), "{path} links to {link}, which has no such heading");
            }
            checked += 1;
        }
    }
    assert!(checked > 20, "only {checked} links found");
}

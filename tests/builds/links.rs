//! Links in the pages that rustdoc makes of the library lead somewhere. Addresses of the web are not asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The values of an attribute in a page.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    page.split(&start).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect()
}

fn pages(folder: &Path, found: &mut BTreeMap<PathBuf, String>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            pages(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "html") {
            found.insert(path.clone(), fs::read_to_string(&path).expect("the page can be read"));
        }
    }
}

/// The path without `.` and `..`.
fn resolved(path: &Path) -> PathBuf {
    let mut resolved = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => _ = resolved.pop(),
            Component::CurDir => {}
            part => resolved.push(part),
        }
    }
    resolved
}

/// Checks the links of all pages in a folder.
pub(crate) fn lead_somewhere(root: &Path) {
    let mut found = BTreeMap::new();
    pages(root, &mut found);
    let ids: BTreeMap<&PathBuf, BTreeSet<&str>> =
        found.iter().map(|(path, page)| (path, values(page, "id").into_iter().collect())).collect();
    let mut checked = 0;
    for (path, page) in &found {
        let folder = path.parent().expect("a page is in a folder");
        for link in values(page, "href").into_iter().filter(|link| !link.contains("://")) {
            let (file, at) = link.split_once('#').map_or((link, None), |(file, at)| (file, Some(at)));
            let file = if file.is_empty() { path.clone() } else { resolved(&folder.join(file)) };
            let is_page = ids.contains_key(&file);
            assert!(is_page || file.exists(), "{} links to {link}", path.display());
            // Sources have ids for lines, which are made by a script.
            if let (Some(at), true) = (at.filter(|at| !at.is_empty()), is_page) {
                assert!(ids[&file].contains(at), "{} links to {link}, which is not there", path.display());
                checked += 1;
            }
        }
    }
    assert!(checked > 500, "only {checked} links found");
}

//! The table of this crate against the table that i-neo publishes, in both directions.

use std::collections::{BTreeMap, BTreeSet};

use ineo_codes::StatusCode;
use ineo_codes_table::model::Code;

/// A copy of the published table: code(s), name and meaning, a row a line, in the order of the published page.
const PUBLISHED: &str = include_str!("../fixtures/published-codes.tsv");

/// A code, a name that it is published under, and its published meaning.
type Published = (u16, &'static str, &'static str);

/// Every published combination in its order; a row that carries several codes gives several.
fn published() -> Vec<Published> {
    let rows = PUBLISHED.lines().filter(|line| !line.starts_with('#'));
    rows.flat_map(|row| {
        let [codes, name, meaning] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("three columns: {row}") };
        codes.split(", ").map(move |code| (code.parse().expect("a code"), name, meaning))
    })
    .collect()
}

/// Every combination that this crate knows.
fn known() -> BTreeSet<Published> {
    let rows = StatusCode::ALL.iter();
    rows.flat_map(|code| {
        let meaning = code.message_in("fa").expect("Persian is a language of the table");
        code.names().iter().map(move |name| (code.code(), *name, meaning))
    })
    .collect()
}

#[test]
fn the_copy_has_every_released_code() {
    let published = published();
    let released = ineo_codes_table::Source::new("released.toml", include_str!("../fixtures/released.toml"));
    let released = ineo_codes_table::read(&released).table.expect("a table");
    for row in released.rows {
        assert!(
            published.iter().any(|(published, _, _)| Code::Integer(i128::from(*published)) == row.code),
            "{} is not in the copy",
            row.code
        );
    }
}

#[test]
fn nothing_published_is_missing_or_altered() {
    let known = known();
    for row in published() {
        assert!(known.contains(&row), "published, but not in codes.toml: {row:?}");
    }
}

#[test]
fn nothing_is_added() {
    let published: BTreeSet<Published> = published().into_iter().collect();
    for row in known() {
        assert!(published.contains(&row), "in codes.toml, but not published: {row:?}");
    }
}

#[test]
fn a_published_name_finds_its_codes() {
    let mut codes: BTreeMap<&str, BTreeSet<u16>> = BTreeMap::new();
    for (code, name, _) in published() {
        codes.entry(name).or_default().insert(code);
    }
    for (name, codes) in codes {
        let named: BTreeSet<u16> = StatusCode::named(name).iter().map(|code| code.code()).collect();
        assert_eq!(named, codes, "{name}");
    }
}

#[test]
fn the_order_is_the_published_one() {
    let mut order: Vec<u16> = Vec::new();
    for (code, _, _) in published() {
        if !order.contains(&code) {
            order.push(code);
        }
    }
    let known: Vec<u16> = StatusCode::ALL.iter().map(|code| code.code()).collect();
    assert_eq!(known, order);
}

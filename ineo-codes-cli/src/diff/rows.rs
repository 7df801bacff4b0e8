//! What listed codes answer: rows are paired, and each pair is compared.

use std::collections::{BTreeMap, HashMap};

use ineo_codes_table::model::{Code, Table};

use super::change::{Change, Kind, Subject};
use super::compare::Comparison;
use super::meaning;
use crate::answer::{self, Answer};

/// All that is new in a table that there was not.
#[must_use]
pub fn first(new: &Table) -> Vec<Change> {
    (0..new.rows.len())
        .map(|at| Change {
            kind: Kind::Added,
            subject: row(new, at, Some(at)),
            what: "row".to_owned(),
            old: None,
            new: None,
        })
        .collect()
}

fn row(table: &Table, at: usize, position: Option<usize>) -> Subject {
    let answer = answer::of_row(table, at);
    Subject::Row { code: table.show(&answer.code), name: answer.name().to_owned(), at: position }
}

impl Comparison<'_> {
    /// Rows that were dropped, that are new, and that answer something else.
    pub(super) fn rows(&mut self) {
        let (old, new) = (self.old, self.new);
        let pairs = pairs(old, new);
        let mut is_paired = vec![false; new.rows.len()];
        for (was, is) in pairs.iter().enumerate() {
            match is {
                None => {
                    self.push(Kind::Breaking, &row(old, was, None), "row", Some(old.show(&old.rows[was].code)), None);
                }
                Some(is) => {
                    is_paired[*is] = true;
                    self.row(&answer::of_row(old, was), &answer::of_row(new, *is), *is);
                }
            }
        }
        for at in (0..new.rows.len()).filter(|at| !is_paired[*at]) {
            self.push(Kind::Added, &row(new, at, Some(at)), "row", None, None);
        }
    }

    fn row(&mut self, was: &Answer<'_>, is: &Answer<'_>, at: usize) {
        let subject = &row(self.new, at, Some(at));
        let text = |text: &str| Some(text.to_owned());
        if was.code != is.code {
            let (before, now) = (self.old.show(&was.code), self.new.show(&is.code));
            self.push(Kind::Breaking, subject, "code", Some(before), Some(now));
        }
        self.push(Kind::Breaking, subject, "name", text(was.name()), text(is.name()));
        self.push(Kind::Breaking, subject, "variant", was.variant.map(str::to_owned), is.variant.map(str::to_owned));
        // The name itself is compared above.
        for alias in was.names.iter().skip(1).filter(|alias| !is.names.contains(alias)) {
            self.push(Kind::Breaking, subject, "alias", text(alias), None);
        }
        for alias in is.names.iter().skip(1).filter(|alias| !was.names.contains(alias)) {
            self.push(Kind::Added, subject, "alias", None, text(alias));
        }
        self.changes.extend(meaning::compare(subject, was, is, [self.old, self.new]));
        let deprecated = [was, is].map(|answer| answer.deprecated.map(str::to_owned));
        self.option(subject, "deprecation", deprecated, [Kind::Text, Kind::Text, Kind::Added]);
    }

    /// Names that one row had, and several rows have now.
    pub(super) fn shared_names(&mut self) {
        let (old, new) = (rows_by_name(self.old), rows_by_name(self.new));
        for (name, rows) in &new {
            if rows.len() > 1 && old.get(name).is_some_and(|rows| rows.len() == 1) {
                let at = rows[rows.len() - 1];
                let subject = row(self.new, at, Some(at));
                self.push(Kind::Breaking, &subject, "shared name", None, Some((*name).to_owned()));
            }
        }
    }
}

/// For each row of the old table, the row of the new one: by code, then by name, then by variant.
fn pairs(old: &Table, new: &Table) -> Vec<Option<usize>> {
    let by_code: HashMap<&Code, usize> = new.rows.iter().enumerate().map(|(at, row)| (&row.code, at)).collect();
    let mut pairs: Vec<Option<usize>> = old.rows.iter().map(|row| by_code.get(&row.code).copied()).collect();
    let mut is_taken = vec![false; new.rows.len()];
    pairs.iter().flatten().for_each(|at| is_taken[*at] = true);
    let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut by_variant: HashMap<&str, usize> = HashMap::new();
    for (at, row) in new.rows.iter().enumerate().filter(|(at, _)| !is_taken[*at]) {
        if let Some(name) = row.names.first() {
            by_name.entry(name).or_default().push(at);
        }
        by_variant.insert(&row.variant, at);
    }
    for (row, pair) in old.rows.iter().zip(&mut pairs) {
        if pair.is_some() {
            continue;
        }
        let named = row.names.first().and_then(|name| by_name.get(name.as_str())).filter(|rows| rows.len() == 1);
        let found = named.map(|rows| rows[0]).filter(|at| !is_taken[*at]);
        let found = found.or_else(|| by_variant.get(row.variant.as_str()).copied().filter(|at| !is_taken[*at]));
        if let Some(at) = found {
            is_taken[at] = true;
            *pair = Some(at);
        }
    }
    pairs
}

/// The rows that have each name.
fn rows_by_name(table: &Table) -> BTreeMap<&str, Vec<usize>> {
    let mut rows: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, row) in table.rows.iter().enumerate() {
        row.names.iter().for_each(|name| rows.entry(name).or_default().push(at));
    }
    rows
}

//! What codes outside of both tables answer, range by range or prefix by prefix.

use std::collections::{BTreeSet, HashSet};

use ineo_codes_table::model::{Code, Codes, IntegerType, Representation, Table};

use super::change::{Change, Kind, Subject};
use super::meaning;
use crate::answer;

/// The changes of unlisted codes.
pub(super) fn compare(old: &Table, new: &Table) -> Vec<Change> {
    match (old.representation, new.representation) {
        (Representation::Integer(was), Representation::Integer(is)) => compare_numbers(old, new, [was, is]),
        (Representation::Text { max_length: was }, Representation::Text { max_length: is }) => {
            compare_texts(old, new, was.min(is))
        }
        // Nothing of one is a code of the other.
        _ => Vec::new(),
    }
}

/// Codes as the table shows them: `500 to 599`, or `22…` for those that begin so.
pub(super) fn shown(table: &Table, codes: &Codes) -> String {
    match codes {
        Codes::Range { from, to } if from == to => table.show_number(*from),
        Codes::Range { from, to } => format!("{} to {}", table.show_number(*from), table.show_number(*to)),
        Codes::Prefix(prefix) => format!("{prefix}…"),
        Codes::Text(text) => text.clone(),
    }
}

/// How the answers for one code differ.
fn changes_of(old: &Table, new: &Table, code: &Code) -> Vec<Change> {
    let [was, is] = [old, new].map(|table| answer::of_unlisted(table, code.clone()));
    let mut changes = meaning::compare(&Subject::Table, &was, &is, [old, new]);
    if was.name() != is.name() {
        let [old, new] = [was, is].map(|answer| Some(answer.name().to_owned()));
        changes.push(Change { kind: Kind::Behaviour, subject: Subject::Table, what: "name".to_owned(), old, new });
    }
    changes
}

/// The same changes, and the ranges that have them.
type Group = (Vec<Change>, Vec<(i128, i128)>);

/// Ranges with the same changes are one.
fn compare_numbers(old: &Table, new: &Table, [was, is]: [IntegerType; 2]) -> Vec<Change> {
    let (min, max) = (was.min().max(is.min()), was.max().min(is.max()));
    // Where an answer may change: at the ends of ranges.
    let mut starts: BTreeSet<i128> = BTreeSet::from([min]);
    for exception in old.exceptions.iter().chain(&new.exceptions) {
        if let Codes::Range { from, to } = exception.codes {
            starts.extend([from, to + 1]);
        }
    }
    let starts: Vec<i128> = starts.into_iter().filter(|start| (min..=max).contains(start)).collect();
    let listed = listed(old, new);
    let mut groups: Vec<Group> = Vec::new();
    for (at, start) in starts.iter().enumerate() {
        let end = starts.get(at + 1).map_or(max, |next| next - 1);
        // There are fewer rows than codes to try, unless all codes of the range are listed.
        let mut codes = (*start..=end).map(Code::Integer);
        let Some(code) = codes.find(|code| !listed.contains(code)) else { continue };
        let changes = changes_of(old, new, &code);
        if changes.is_empty() {
            continue;
        }
        match groups.iter_mut().find(|(others, _)| *others == changes) {
            Some((_, ranges)) => match ranges.last_mut() {
                Some((_, last)) if *last + 1 == *start => *last = end,
                _ => ranges.push((*start, end)),
            },
            None => groups.push((changes, vec![(*start, end)])),
        }
    }
    let named = groups.into_iter().map(|(changes, ranges)| {
        if ranges == [(min, max)] {
            return (changes, String::new());
        }
        let ranges: Vec<String> = ranges.into_iter().map(|(from, to)| shown(new, &Codes::Range { from, to })).collect();
        (changes, ranges.join(", "))
    });
    subjects(named)
}

/// A prefix whose codes change otherwise than those around it.
struct Region<'p> {
    prefix: &'p str,
    changes: Vec<Change>,
    /// The longer prefixes that change otherwise.
    except: Vec<&'p str>,
}

/// Prefixes with the same changes as the next shorter one are part of it.
fn compare_texts(old: &Table, new: &Table, longest: usize) -> Vec<Change> {
    let exceptions = old.exceptions.iter().chain(&new.exceptions);
    let prefixes = exceptions.filter_map(|exception| match &exception.codes {
        Codes::Prefix(prefix) if prefix.len() <= longest => Some(prefix.as_str()),
        _ => None,
    });
    let prefixes: BTreeSet<&str> = prefixes.chain([""]).collect();
    let listed = listed(old, new);
    let mut regions: Vec<Region<'_>> = Vec::new();
    // Each prefix, and its region. In this order, the last one that fits is the longest.
    let mut found: Vec<(&str, usize)> = Vec::new();
    for prefix in prefixes {
        let code = Code::Text(prefix.to_owned());
        if prefix.len() == longest && listed.contains(&code) {
            continue;
        }
        let changes = changes_of(old, new, &code);
        let around = found.iter().rev().find(|(shorter, _)| prefix.starts_with(shorter)).map(|(_, region)| *region);
        let region = match around {
            Some(around) if regions[around].changes == changes => around,
            _ => {
                if let Some(around) = around {
                    regions[around].except.push(prefix);
                }
                regions.push(Region { prefix, changes, except: Vec::new() });
                regions.len() - 1
            }
        };
        found.push((prefix, region));
    }
    let mut groups: Vec<(Vec<Change>, String)> = Vec::new();
    for Region { prefix, changes, except } in regions {
        if changes.is_empty() {
            continue;
        }
        let mut codes = if prefix.is_empty() { String::new() } else { format!("{prefix}…") };
        if !except.is_empty() {
            let except: Vec<String> = except.into_iter().map(|prefix| format!("{prefix}…")).collect();
            let blank = if codes.is_empty() { "" } else { " " };
            codes.push_str(&format!("{blank}except {}", except.join(", ")));
        }
        match groups.iter_mut().find(|(others, _)| *others == changes) {
            Some((_, all)) => all.push_str(&format!("; {codes}")),
            None => groups.push((changes, codes)),
        }
    }
    subjects(groups.into_iter())
}

fn listed<'t>(old: &'t Table, new: &'t Table) -> HashSet<&'t Code> {
    old.rows.iter().chain(&new.rows).map(|row| &row.code).collect()
}

/// The changes, about the codes that have them. Nothing stands for all codes.
fn subjects(groups: impl Iterator<Item = (Vec<Change>, String)>) -> Vec<Change> {
    let changes = groups.flat_map(|(changes, codes)| {
        let subject = if codes.is_empty() { "unlisted codes".to_owned() } else { format!("unlisted codes {codes}") };
        changes.into_iter().map(move |change| Change { subject: Subject::Unlisted(subject.clone()), ..change })
    });
    changes.collect()
}

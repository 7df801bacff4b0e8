//! Codes and names that no row may have: what is no longer reserved, and what should be.

use ineo_codes_table::model::{Code, Codes, Representation, Table};

use super::change::{Change, Kind, Subject};
use super::unlisted;
use crate::import::write;

/// What was reserved and no longer is. A new row may have it, and be taken for the old one.
pub(super) fn compare(old: &Table, new: &Table) -> Vec<Change> {
    let names = old.reserved_names.iter().filter(|name| !new.reserved_names.contains(name)).cloned();
    let codes = old.reserved_codes.iter().flat_map(|codes| without(codes, new));
    let codes = codes.map(|codes| unlisted::shown(old, &codes));
    let change = |what: &str, dropped| Change {
        kind: Kind::Breaking,
        subject: Subject::Table,
        what: what.to_owned(),
        old: Some(dropped),
        new: None,
    };
    let names = names.map(|name| change("reserved name", name));
    codes.map(|codes| change("reserved code", codes)).chain(names).collect()
}

/// Those of `codes` that the table doesn't reserve. Where its codes are of another kind, none can come back.
fn without(codes: &Codes, table: &Table) -> Vec<Codes> {
    match (codes, table.representation) {
        (Codes::Range { from, to }, Representation::Integer(_)) => {
            let mut ranges = Vec::new();
            for codes in &table.reserved_codes {
                if let Codes::Range { from, to } = codes {
                    ranges.push((*from, *to));
                }
            }
            ranges.sort_unstable();
            let mut left = Vec::new();
            let mut next = *from;
            for (first, last) in ranges {
                if next < first && next <= *to {
                    left.push(Codes::Range { from: next, to: (first - 1).min(*to) });
                }
                next = next.max(last + 1);
            }
            if next <= *to {
                left.push(Codes::Range { from: next, to: *to });
            }
            left
        }
        (Codes::Prefix(_) | Codes::Text(_), Representation::Text { .. }) if !table.reserved_codes.contains(codes) => {
            vec![codes.clone()]
        }
        _ => Vec::new(),
    }
}

/// Asks to reserve the codes that were dropped, if the new table doesn't do so.
pub(super) fn advice(changes: &[Change], old: &Table, new: &Table) -> Option<String> {
    const NAMED: usize = 20;
    let dropped = changes.iter().filter(|change| change.what == "row" && change.new.is_none());
    let codes = dropped.filter_map(|change| old.code(change.old.as_deref()?));
    let codes = codes.filter(|code| {
        let codes = match code {
            Code::Integer(number) => Codes::Range { from: *number, to: *number },
            Code::Text(text) => Codes::Text(text.clone()),
        };
        !without(&codes, new).is_empty()
    });
    let mut codes: Vec<String> = codes.map(|code| written(&code, old)).collect();
    if codes.is_empty() {
        return None;
    }
    if codes.len() > NAMED {
        codes.truncate(NAMED);
        codes.push("…".to_owned());
    }
    let codes = codes.join(", ");
    Some(format!("so that a dropped code is never used for something else, reserve it: `reserved-codes = [{codes}]`"))
}

/// A code as a table's file has it.
fn written(code: &Code, table: &Table) -> String {
    match code {
        Code::Integer(_) => table.show(code),
        Code::Text(text) => write::line(text),
    }
}

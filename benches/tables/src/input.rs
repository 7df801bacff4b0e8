use std::collections::BTreeSet;

use super::{Row, SEED, STATES, SUBJECTS, Shape, any_code};

/// Random codes: nine in ten from the table, the others from outside it.
#[must_use]
pub fn codes(shape: Shape, rows: &[Row], count: usize) -> Vec<u64> {
    let known: BTreeSet<u64> = rows.iter().map(|row| row.code).collect();
    let mut random = fastrand::Rng::with_seed(!SEED);
    (0..count)
        .map(|_| {
            if random.u8(..10) > 0 {
                return rows[random.usize(..rows.len())].code;
            }
            loop {
                let code = any_code(&mut random, shape.bits);
                if !known.contains(&code) {
                    return code;
                }
            }
        })
        .collect()
}

/// Random names: nine in ten from the table, the others of the same make. They live as long as the program.
///
/// Each is a text of its own, and they stand side by side in this order: a processor fetches them ahead, as codes, and what
/// takes time is the lookup. Names in all corners of the memory would have to be waited for by all contenders alike.
#[must_use]
pub fn names(rows: &[Row], count: usize) -> Vec<&'static str> {
    let known: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    // No state comes first in a name of the table.
    let unknown = STATES.iter().flat_map(|state| SUBJECTS.iter().map(move |of| format!("{state}_{of}_{of}")));
    let unknown: Vec<String> = unknown.collect();
    let unknown: Vec<&str> = unknown.iter().map(String::as_str).collect();
    side_by_side(&known, &unknown, count)
}

/// Random texts: nine in ten known, the others not.
pub(crate) fn side_by_side(known: &[&str], unknown: &[&str], count: usize) -> Vec<&'static str> {
    let mut random = fastrand::Rng::with_seed(!SEED);
    let drawn: Vec<&str> = (0..count)
        .map(|_| {
            let texts = if random.u8(..10) > 0 { known } else { unknown };
            texts[random.usize(..texts.len())]
        })
        .collect();
    let mut rest: &'static str = drawn.concat().leak();
    let cut = |text: &str| {
        let (text, behind) = rest.split_at(text.len());
        rest = behind;
        text
    };
    drawn.into_iter().map(cut).collect()
}

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

/// Random names: nine in ten from the table, the others of the same make.
#[must_use]
pub fn names(rows: &[Row], count: usize) -> Vec<String> {
    let mut random = fastrand::Rng::with_seed(!SEED);
    (0..count)
        .map(|_| {
            if random.u8(..10) > 0 {
                return rows[random.usize(..rows.len())].name.clone();
            }
            // No state comes first in a name of the table.
            let (state, subject) = (STATES[random.usize(..STATES.len())], SUBJECTS[random.usize(..SUBJECTS.len())]);
            format!("{state}_{subject}_{subject}")
        })
        .collect()
}

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

/// Random names: nine in ten from the table, the others of the same make. The same name is the same text each time, in
/// a processor's caches as if it had been read right before. They live as long as the program.
#[must_use]
pub fn names(rows: &[Row], count: usize) -> Vec<&'static str> {
    let mut random = fastrand::Rng::with_seed(!SEED);
    let known: Vec<&'static str> = rows.iter().map(|row| &*row.name.clone().leak()).collect();
    // No state comes first in a name of the table.
    let unknown = STATES.iter().flat_map(|state| SUBJECTS.iter().map(move |of| format!("{state}_{of}_{of}")));
    let unknown: Vec<&'static str> = unknown.map(|name| &*name.leak()).collect();
    (0..count)
        .map(|_| {
            let names = if random.u8(..10) > 0 { &known } else { &unknown };
            names[random.usize(..names.len())]
        })
        .collect()
}

//! Codes of every kind that services have, few and many.

use std::collections::BTreeSet;

use super::cells::CellsLayout;
use super::column::ColumnLayout;
use super::hash;
use super::pages::PagesLayout;
use super::slots::SlotsLayout;
use crate::model::IntegerType;

/// Codes by how they lie, of which the `at`th is asked for.
type Kind = (&'static str, fn(u64) -> u64);

const KINDS: [Kind; 11] = [
    ("close", |at| at),
    ("apart", |at| at << 12),
    ("in blocks", |at| at / 100 * 10_000 + at % 100),
    ("squares", |at| at * at),
    ("with a facility above", |at| 0x8007_0000 + at),
    ("with facilities above", |at| 0x8000_0000 + ((at % 64) << 16) + at / 64),
    ("negative in 32 bits", |at| u64::from(u32::MAX) - at),
    ("negative in 64 bits", |at| u64::MAX - at),
    ("in the uppermost bits alone", |at| at << 48),
    ("in both ends", |at| ((at % 256) << 56) + at / 256),
    ("anyhow", |at| (at + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (at.wrapping_mul(0xD1B5_4A32_D192_ED03) >> 7)),
];

fn get(column: &ColumnLayout, at: usize) -> u64 {
    number(&column.bytes, at * column.width, column.width)
}

/// The number of so many bytes, from one on.
fn number(bytes: &[u8], from: usize, width: usize) -> u64 {
    bytes[from..][..width].iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// The row that the index tells for a code, as the library reads it.
fn row(cells: &CellsLayout, code: u64) -> u64 {
    let CellsLayout { slots: SlotsLayout { seed, displacements, owners }, bytes, .. } = cells;
    let hash = hash::of_key(code, *seed, cells.is_widened);
    let slot = if displacements.length == 1 {
        hash::bucket(hash, owners.len())
    } else {
        hash::slot(hash, get(displacements, hash::bucket(hash, displacements.length)), owners.len())
    };
    let is_code = number(bytes, cells.key_step * slot, cells.key_width) == code;
    let row = cells.rows_start + cells.rows_step * slot + cells.row_width * usize::from(is_code);
    number(bytes, row, cells.row_width)
}

#[test]
fn a_hash_is_found_for_codes_of_every_kind() {
    for (kind, code) in KINDS {
        for rows in [0, 1, 2, 3, 29, 64, 65, 1_000, 10_000] {
            let codes: Vec<u64> = (0..rows).map(code).collect();
            let cells = CellsLayout::new(&codes, &(0..rows).collect::<Vec<_>>(), rows)
                .unwrap_or_else(|| panic!("{rows} codes {kind}"));
            for (at, code) in (0..).zip(&codes) {
                assert_eq!(row(&cells, *code), at, "{code} of {rows} codes {kind}");
            }
            let known: BTreeSet<u64> = codes.iter().copied().collect();
            let others = (0..1_000).chain(codes.iter().flat_map(|code| [code ^ 1, code ^ 1 << 63, !code]));
            for other in others.filter(|other| !known.contains(other)) {
                assert_eq!(row(&cells, other), rows, "{other} beside {rows} codes {kind}");
            }
            // Found early: slots are doubled after many attempts.
            let slots = cells.slots.owners.len() as u64;
            let most = if rows <= 64 { 16 } else { 5 };
            assert!(slots <= most * rows.max(1), "{slots} slots for {rows} codes {kind}");
        }
    }
}

#[test]
fn codes_are_hashed_by_the_widening_multiplication_only_where_they_need_it() {
    let needing: Vec<&str> = KINDS
        .into_iter()
        .filter(|(_, code)| {
            CellsLayout::new(&(0..1_000).map(code).collect::<Vec<_>>(), &(0..1_000).collect::<Vec<_>>(), 1_000)
                .is_some_and(|cells| cells.is_widened)
        })
        .map(|(kind, _)| kind)
        .collect();
    assert_eq!(needing, ["in the uppermost bits alone"]);
}

#[test]
fn a_hash_that_tells_no_keys_apart_is_given_up_at_once() {
    // The search would compare each slot with all before it, for each of the displacements.
    assert!(SlotsLayout::new(100_000, &[&|key, _| [0, key as u64 % 99_999]]).is_none());
    let (slots, hashing) = SlotsLayout::new(100, &[&|_, _| [0; 2], &|key, seed| hash::of_key(key as u64, seed, false)])
        .expect("the second tells them apart");
    assert_eq!(hashing, 1);
    assert_eq!(slots.owners.iter().flatten().count(), 100);
}

#[test]
fn pages_are_as_large_as_the_codes_lie_close() {
    let u16 = IntegerType::U16;
    for (codes, page, at_most) in [
        ((0..100).collect::<Vec<u64>>(), 128, 1 << 10),
        ((0..29).map(|at| at * 2_000).collect(), 64, 4 << 10),
        ((0..1_000).map(|at| at * 65).collect(), 8, 33 << 10),
        // A single page is twice as large as the smallest index, and spares a read.
        ((0..10_000).map(|at| at * 6).collect(), 1 << 16, 129 << 10),
        ((0..1 << 16).collect(), 1 << 16, 129 << 10),
    ] {
        let pages = PagesLayout::new(&codes, u16);
        let size = pages.directory.bytes.len() + pages.rows.bytes.len();
        assert!(size <= at_most, "{size} bytes for {} codes", codes.len());
        assert_eq!(pages.page, page, "{} codes, {size} bytes", codes.len());
        let mut rows = vec![codes.len() as u64; 1 << 16];
        for (row, code) in (0..).zip(&codes) {
            rows[usize::try_from(*code).expect("it has 16 bits")] = row;
        }
        for (code, row) in rows.into_iter().enumerate() {
            let begin = usize::try_from(get(&pages.directory, code / page)).expect("it is a position");
            assert_eq!(get(&pages.rows, begin + code % page), row, "{code} of {} codes", codes.len());
        }
    }
}

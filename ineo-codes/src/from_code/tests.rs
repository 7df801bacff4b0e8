extern crate std;

use std::panic::catch_unwind;
use std::string::{String, ToString as _};

use super::message::Message;
use super::{Claim, Coverage, Flag, Rows, Selection};
use crate::table::{Column, Texts};

const CODES: Column = Column { width: 1, bytes: &[0x10, 0x20, 0x30, 0xF0] };
const VARIANTS: Texts = Texts { joined: "OneTwoThreeFour", ends: Column { width: 1, bytes: &[0, 3, 6, 11, 15] } };
const CATEGORIES: Column = Column { width: 1, bytes: &[0, 0, 0, 1] };
const RETRYABLE: Column = Column { width: 1, bytes: &[1, 0, 1, 0] };
const THROTTLED: Column = Column { width: 1, bytes: &[1, 1, 0, 1] };
const URGENT: Column = Column { width: 1, bytes: &[0, 1, 0, 0] };
static FLAGS: [Flag; 2] = [Flag { name: "throttled", values: THROTTLED }, Flag { name: "urgent", values: URGENT }];

const ROWS: Rows = Rows {
    count: 4,
    codes: CODES,
    bits: 8,
    is_signed: true,
    radix: 16,
    variants: VARIANTS,
    category_count: 2,
    categories: CATEGORIES,
    retryable: RETRYABLE,
    flags: &FLAGS,
};

const CATEGORY: Selection = Selection::Category { at: 1, variant: "Second" };
const THROTTLE: Selection = Selection::Flag { at: 0, name: "throttled" };
const URGENCY: Selection = Selection::Flag { at: 1, name: "urgent" };

/// One arm for each selection.
fn coverage_of<const CLAIMS: usize>(selections: [Selection; CLAIMS]) -> Coverage<CLAIMS> {
    let mut arm = 0;
    let claims = selections.map(|selection| {
        arm += 1;
        Claim { arm: arm - 1, selection }
    });
    let claims = std::boxed::Box::leak(std::boxed::Box::new(claims));
    Coverage::new::<4, 2>(ROWS, "Outcome", &["A", "B", "C", "D", "E"], claims)
}

fn error(check: impl FnOnce() + std::panic::UnwindSafe) -> String {
    let error = catch_unwind(check).expect_err("the check fails");
    error.downcast_ref::<String>().map_or_else(|| "no text".to_string(), Clone::clone)
}

#[test]
fn columns_go_after_categories_and_before_retryable_in_the_order_of_the_arms() {
    // `Four` is of the category, `One` and `Two` are throttled, `Three` is retryable.
    let coverage = coverage_of([Selection::Retryable, THROTTLE, URGENCY, CATEGORY, Selection::Unrecognized]);
    assert_eq!(coverage.is_reached, [true, true, false, true, true]);
    assert_eq!(coverage.uncovered_count, 0);
    let coverage = coverage_of([URGENCY, THROTTLE, CATEGORY, Selection::Rest]);
    assert_eq!(coverage.is_reached, [true; 4]);
}

#[test]
fn ranges_go_after_codes_and_before_columns() {
    let code = Selection::Code { row: 1, number: None };
    let coverage = coverage_of([URGENCY, code, Selection::Range { from: 0x20, to: 0x20 }, Selection::Rest]);
    assert_eq!(coverage.is_reached, [false, true, false, true]);
    let coverage = coverage_of([URGENCY, Selection::Range { from: 0x20, to: 0x21 }, Selection::Rest]);
    assert_eq!(coverage.is_reached, [false, true, true]);
}

#[test]
fn a_column_that_is_selected_twice_or_missing_is_an_error() {
    let missing = Selection::Flag { at: ROWS.flag("urgen"), name: "urgen" };
    let coverage = coverage_of([URGENCY, Selection::Rest, URGENCY, missing]);
    coverage.check_claim(0);
    coverage.check_arm(2);
    let twice = error(|| coverage.check_claim(2));
    assert_eq!(twice, "the column `urgent` is claimed by the arm `A` already: leave it to one of them");
    let missing = error(|| coverage.check_claim(3));
    assert!(
        missing.starts_with("the table has no column `urgen` of type bool, but `throttled`, `urgent`; "),
        "{missing}"
    );
}

#[test]
fn unlisted_codes_are_covered_by_ranges_too() {
    let range = |from, to| Selection::Range { from, to };
    let with_middle = |middle| coverage_of([range(-128, -1), middle, range(0x30, 127), THROTTLE]);
    assert!(with_middle(range(0, 0x2E)).misses_unlisted);
    assert!(!with_middle(range(0, 0x2F)).misses_unlisted);
    assert!(!coverage_of([range(-128, 127), Selection::Unrecognized]).is_reached[1]);
}

#[test]
fn codes_are_shown_in_the_radix_of_the_table() {
    let coverage = coverage_of([Selection::Retryable]);
    let uncovered = error(|| coverage.check_whole());
    assert_eq!(
        uncovered,
        "no arm of `Outcome` covers 0x20 Two, 0xF0 Four and unlisted codes: add an arm with `#[from_code(_)]` \
         for all that is left, or an arm with `#[from_code(0x20 | 0xF0 | unrecognized)]`"
    );
}

#[test]
fn a_message_is_cut_between_characters_and_ends_there() {
    for padding in ["", "a"] {
        let mut message = Message::new().text(padding);
        for _ in 0..10_000 {
            message = message.text("ä");
        }
        let text = error(|| message.text("the end").fail());
        let kept = text.strip_prefix(padding).and_then(|text| text.strip_suffix('…')).expect("it is cut");
        assert!(kept.chars().all(|character| character == 'ä'));
    }
}

/// Text codes have no order and no radix: the error shows their variants.
#[test]
fn text_codes_are_covered_by_their_rows() {
    let rows = Rows { bits: 0, is_signed: false, ..ROWS };
    let text = Selection::Text { row: 1, text: "N7" };
    let claim = |arm, selection| Claim { arm, selection };
    let claims = [
        claim(0, text),
        claim(1, Selection::Text { row: 4, text: "99" }),
        claim(2, Selection::Range { from: 1, to: 2 }),
    ];
    let claims = std::boxed::Box::leak(std::boxed::Box::new(claims));
    let coverage = Coverage::new::<4, 2>(rows, "Outcome", &["A", "B", "C"], claims);
    coverage.check_claim(0);
    assert_eq!(error(|| coverage.check_claim(1)), "`99` is not in the table: correct it, or remove it");
    let number = error(|| coverage.check_claim(2));
    assert_eq!(number, "the codes of this table are texts: write the text in quotes, or the variant");
    let uncovered = error(|| coverage.check_whole());
    assert!(uncovered.starts_with("no arm of `Outcome` covers One, Three, Four and unlisted codes: "), "{uncovered}");
    assert!(uncovered.ends_with("`#[from_code(One | Three | Four | unrecognized)]`"), "{uncovered}");
}

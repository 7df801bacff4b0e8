//! Tables whose codes are texts.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher as _, RandomState};
use std::time::Duration;

use ineo_codes::{Code, Integer, Representation, Retry, Text, codes};
use proptest::prelude::*;

#[codes("fixtures/texts.toml")]
pub enum SqlState {}

fn code(text: &str) -> SqlState {
    SqlState::try_from(text).expect("it is short enough")
}

#[test]
fn a_listed_code_is_found_and_kept() {
    assert_eq!(code("22001"), SqlState::StringDataRightTruncation);
    assert_eq!(SqlState::from_code(Text::new("57P01").unwrap()), SqlState::AdminShutdown);
    for row in SqlState::ALL {
        assert!(row.is_recognized());
        assert_eq!(SqlState::from_code(row.code()), *row);
        assert_eq!(*row, *row.code());
    }
    assert_eq!(const { SqlState::from_code(Text::new("57014").unwrap()) }, SqlState::QueryCanceled);
}

#[test]
fn codes_are_compared_with_texts_both_ways() {
    let code = SqlState::QueryCanceled;
    assert_eq!([code == "57014", "57014" == code, code == *"57014", *"57014" == code], [true; 4]);
    assert!(SqlState::QueryCanceled == Text::new("57014").unwrap());
    assert!(Text::new("57014").unwrap() == SqlState::QueryCanceled);
    assert!(SqlState::QueryCanceled != "57015" && SqlState::QueryCanceled != "query_canceled");
}

#[test]
fn a_code_takes_eight_bytes() {
    assert!(size_of::<SqlState>() <= 8, "{}", size_of::<SqlState>());
    assert_eq!(size_of::<Text<5>>(), 6);
}

#[test]
fn only_codes_are_converted_and_names_are_parsed() {
    assert_eq!(code("admin"), SqlState::from_code(Text::new("admin").unwrap()));
    assert!(!code("admin").is_recognized());
    assert_eq!(SqlState::try_from("admin_shutdown").unwrap_err().length(), 14);
    assert_eq!("admin_shutdown".parse(), Ok(SqlState::AdminShutdown));
    assert_eq!("57P01".parse(), Ok(SqlState::AdminShutdown));
    assert_eq!("57P01 admin_shutdown".parse(), Ok(SqlState::AdminShutdown));
    assert_eq!("57P01 unrecognized".parse(), Ok(SqlState::AdminShutdown));
    assert_eq!("XX000 unrecognized".parse(), Ok(code("XX000")));
    assert_eq!("22999 unknown_data_exception".parse(), Ok(code("22999")));
    assert_eq!("XX000".parse(), Ok(code("XX000")));
    let error = "string_data_right_truncation".parse::<SqlState>().unwrap_err();
    assert_eq!(error.candidates(), SqlState::named("string_data_right_truncation"));
    assert_eq!(error.candidates().len(), 2);
    let error = "no_such_name".parse::<SqlState>().unwrap_err();
    assert!(error.candidates().is_empty());
    assert_eq!(error.to_string(), "neither a name in the table nor a code of up to 5 bytes");
}

#[test]
fn a_name_that_is_the_code_is_written_once() {
    assert_eq!(SqlState::N7.to_string(), "N7");
    assert_eq!(SqlState::N7.name(), "N7");
    assert_eq!(SqlState::Accent.name(), "é");
    assert_eq!(SqlState::AdminShutdown.to_string(), "57P01 admin_shutdown");
    assert_eq!(code("XX").to_string(), "XX unrecognized");
    assert_eq!(format!("{:?} {:?}", SqlState::N7, code("X\"")), r#"N7 Unrecognized("X\"")"#);
    assert_eq!(format!("[{:<25}]", SqlState::AdminShutdown), "[57P01 admin_shutdown     ]");
}

#[test]
fn the_longest_prefix_decides() {
    assert_eq!(SqlState::AdminShutdown.category(), SqlStateCategory::Shutdown);
    assert_eq!(SqlState::QueryCanceled.category(), SqlStateCategory::OperatorIntervention);
    assert_eq!(code("57P99").category(), SqlStateCategory::Shutdown);
    assert_eq!(code("57").category(), SqlStateCategory::OperatorIntervention);
    assert_eq!(code("5").category(), SqlStateCategory::Other);
    assert_eq!(code("").category(), SqlStateCategory::Other);
    assert_eq!(code("00999").ok(), Ok(()));
    assert_eq!(
        (code("22999").name(), code("57P09").name(), code("57P99").name()),
        ("unknown_data_exception", "going_down", "unrecognized")
    );
    assert_eq!((SqlState::QueryCanceled.retry(), code("57999").retry()), (Retry::Never, Retry::Backoff));
    assert_eq!((code("57P09").retry(), code("57P99").retry()), (Retry::After(Duration::from_secs(5)), Retry::Never));
    assert_eq!(code("57P09").category(), SqlStateCategory::Shutdown);
}

#[test]
fn serde_reads_and_writes_codes_alone() {
    assert_eq!(serde_json::to_string(&SqlState::QueryCanceled).unwrap(), "\"57014\"");
    assert_eq!(serde_json::from_str::<SqlState>("\"57014\"").unwrap(), SqlState::QueryCanceled);
    assert_eq!(serde_json::from_str::<SqlState>("\"query\"").unwrap(), code("query"));
    let error = serde_json::from_str::<SqlState>("\"query_canceled\"").unwrap_err().to_string();
    assert!(error.contains("a string of up to 5 bytes"), "{error}");
    assert!(serde_json::from_str::<SqlState>("57014").is_err());
    let bytes = rmp_serde::to_vec(&SqlState::N7).unwrap();
    assert_eq!(rmp_serde::from_slice::<SqlState>(&bytes).unwrap(), SqlState::N7);
}

/// Compiles for every table.
fn describe<C: Code>(code: C) -> String
where
    C::Repr: Representation,
{
    format!("{} {}", code.code(), code.name())
}

/// Compiles for tables whose codes are integers.
fn largest<C: Code<Repr: Integer>>(_: C) -> i128 {
    C::Repr::MAX.into()
}

#[test]
fn generic_code_goes_on_to_compile() {
    assert_eq!(describe(SqlState::N7), "N7 N7");
    assert_eq!(largest(ineo_codes::StatusCode::NotFound), 65_535);
}

proptest! {
    #[test]
    fn every_text_is_kept(text in "\\PC{0,5}|[0-9A-Z]{5}|.{0,5}") {
        match SqlState::try_from(&*text) {
            Ok(code) => {
                prop_assert_eq!(code, &*text);
                prop_assert_eq!(code.code(), &*text);
                prop_assert_eq!(code.is_recognized(), SqlState::ALL.iter().any(|row| *row == *text));
                let json = serde_json::to_string(&code).unwrap();
                prop_assert_eq!(serde_json::from_str::<SqlState>(&json).unwrap(), code);
                prop_assert_eq!(code.to_string().parse::<SqlState>(), Ok(code));
            }
            Err(error) => prop_assert!(error.length() == text.len() && text.len() > 5),
        }
    }

    #[test]
    fn a_text_is_compared_ordered_and_hashed_as_a_str(one in ".{0,9}", other in ".{0,9}") {
        let (Some(a), Some(b)) = (Text::<16>::new(&one), Text::<16>::new(&other)) else { return Ok(()) };
        prop_assert_eq!(a == b, one == other);
        prop_assert_eq!(a.cmp(&b), one.cmp(&other));
        let state = RandomState::new();
        prop_assert_eq!(state.hash_one(a), state.hash_one(&*one));
        prop_assert_eq!((a.to_string(), format!("{a:?}")), (one.clone(), format!("{one:?}")));
        prop_assert_eq!(format!("[{a:>12}]"), format!("[{one:>12}]"));
    }
}

#[test]
fn a_map_with_texts_as_keys_is_searched_by_str() {
    let map: HashMap<Text<5>, u8> = HashMap::from([(Text::new("57014").unwrap(), 1)]);
    assert_eq!(map.get("57014"), Some(&1));
    let distinct: HashSet<SqlState> = SqlState::ALL.iter().copied().chain([code("57014"), code("X")]).collect();
    assert_eq!(distinct.len(), SqlState::COUNT + 1);
}

#[test]
fn the_order_is_that_of_the_codes() {
    let mut sorted: Vec<SqlState> = ["b", "57014", "", "a", "57P01"].map(code).to_vec();
    sorted.sort();
    let codes: Vec<String> = sorted.iter().map(|code| code.code().to_string()).collect();
    assert_eq!(codes, ["", "57014", "57P01", "a", "b"]);
}

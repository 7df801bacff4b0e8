//! Our enum for SQLSTATE against the type of tokio-postgres, which is compiled from its own source.

use std::hint::black_box;
use std::time::Instant;

use ineo_codes_tests_real::SqlState;

/// The codes that newer versions of `PostgreSQL` have, and this one of tokio-postgres doesn't.
const NEWER: [&str; 3] = ["10608", "25P04", "58P03"];

mod tokio_postgres {
    //! The module of tokio-postgres, and the constants that it has, by their names.
    #![allow(clippy::all, clippy::pedantic, dead_code, missing_docs, unreachable_pub, reason = "the code is not ours")]

    include!(concat!(env!("OUT_DIR"), "/sqlstate.rs"));

    pub(crate) fn constants() -> Vec<(&'static str, SqlState)> {
        include!(concat!(env!("OUT_DIR"), "/sqlstate_constants.rs"))
    }
}

#[test]
fn every_constant_is_a_row_with_that_name() {
    let constants = tokio_postgres::constants();
    assert!(constants.len() > 250);
    for (name, constant) in &constants {
        let code = SqlState::try_from(constant.code()).unwrap();
        assert_eq!(code.code(), *constant.code(), "what is written is the same");
        assert!(code.is_recognized() && code.names().contains(&&*name.to_lowercase()), "{name} is {code:?}");
        assert!(SqlState::named(&name.to_lowercase()).contains(&code), "{name}");
    }
}

#[test]
fn every_row_is_a_constant() {
    let constants = tokio_postgres::constants();
    for code in SqlState::ALL {
        let text = code.code();
        let constant = tokio_postgres::SqlState::from_code(&text);
        assert_eq!(constant.code(), &*text);
        let is_constant = constants.iter().any(|(_, other)| *other == constant);
        assert_eq!(is_constant, !NEWER.contains(&&*text), "{code}");
        // The category is the class, which `PostgreSQL` documents by its first two characters.
        let class = SqlState::try_from(&*format!("{}ZZZ", &text[..2])).unwrap();
        assert_eq!((class.is_recognized(), class.category()), (false, code.category()), "{code}");
    }
}

#[test]
fn both_keep_unknown_codes() {
    for text in ["99999", "ZZZZZ", "22ZZZ", "x", "", "é"] {
        assert_eq!(tokio_postgres::SqlState::from_code(text).code(), text);
        assert_eq!(SqlState::try_from(text).unwrap().code(), text);
    }
    assert!(SqlState::try_from("22ZZZ").unwrap().is_data_exception());
    assert!(SqlState::try_from("99999").unwrap().is_other());
}

/// What tokio-postgres' type is for: constants, patterns and comparisons.
#[test]
fn codes_are_matched_in_patterns() {
    let advice = |code: SqlState| match code {
        SqlState::UniqueViolation => "exists",
        SqlState::SerializationFailure | SqlState::DeadlockDetected => "again",
        code if code.is_connection_exception() => "connect",
        _ => "fail",
    };
    let advice = |code: &str| advice(SqlState::try_from(code).unwrap());
    assert_eq!(
        ["23505", "40001", "40P01", "08006", "42P01"].map(advice),
        ["exists", "again", "again", "connect", "fail"]
    );
    assert!(SqlState::DeadlockDetected.is_retryable());
}

#[test]
fn the_enum_is_no_larger() {
    let (own, other) = (size_of::<SqlState>(), size_of::<tokio_postgres::SqlState>());
    println!("SqlState: {own} bytes, and {other} in tokio-postgres");
    assert!(own <= 8 && own <= other);
    // Times are for people, who ask for them with `--nocapture`.
    let texts: Vec<&str> = tokio_postgres::constants()
        .iter()
        .map(|(_, constant)| constant.code().to_owned().leak())
        .map(|text| &*text)
        .collect();
    let time = |find: &dyn Fn(&'static str)| {
        let start = Instant::now();
        (0..1_000).for_each(|_| texts.iter().for_each(|text| find(text)));
        // A thousand turns of nanoseconds are microseconds.
        start.elapsed().as_secs_f64() * 1e6 / f64::from(u32::try_from(texts.len()).expect("a few hundred"))
    };
    println!(
        "from a text: {:.1} ns, and {:.1} ns in tokio-postgres",
        time(&|text| _ = black_box(SqlState::try_from(black_box(text)))),
        time(&|text| _ = black_box(tokio_postgres::SqlState::from_code(black_box(text)))),
    );
}

//! Hand-written enums that `FromCode` checks against a table.

use ineo_codes::{FromCode, StatusCode, codes};

#[codes("fixtures/signed.toml")]
enum Signed {}

#[derive(Debug, PartialEq, FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(category = Success)]
    Done,
    #[from_code(TooManyRequests | ServiceUnavailable)]
    Busy,
    #[from_code(404)]
    Missing,
    #[from_code(retryable)]
    Transient(StatusCode),
    #[from_code(unrecognized)]
    New { code: StatusCode },
    #[from_code(_)]
    Failed(StatusCode),
}

#[test]
fn each_code_goes_to_the_arm_that_claims_it_first() {
    for code in (0..=u16::MAX).map(StatusCode::from_code) {
        let expected = match code.code() {
            _ if code.is_success() => Outcome::Done,
            429 | 503 => Outcome::Busy,
            404 => Outcome::Missing,
            _ if StatusCode::ALL.contains(&code) && code.is_retryable() => Outcome::Transient(code),
            _ if StatusCode::ALL.contains(&code) => Outcome::Failed(code),
            _ => Outcome::New { code },
        };
        assert_eq!(Outcome::from(code), expected, "{code}");
    }
}

#[test]
fn the_conversion_is_usable_in_constants() {
    const BUSY: Outcome = Outcome::from_code(StatusCode::TooManyRequests);
    assert_eq!(BUSY, Outcome::Busy);
}

/// Numbers, one of them negative; several attributes and kinds of selectors on an arm; a raw identifier; and `_` that
/// takes the codes outside the table.
#[derive(Debug, PartialEq, FromCode)]
#[from_code(self::Signed)]
enum Mixed {
    #[from_code(-1)]
    Unknown,
    #[from_code(0 | retryable)]
    r#Match(Signed),
    #[from_code(_)]
    Rest,
}

#[test]
fn codes_are_selected_by_signed_numbers_too() {
    assert_eq!(Mixed::from(Signed::Unknown), Mixed::Unknown);
    assert_eq!(Mixed::from(Signed::None), Mixed::r#Match(Signed::None));
    assert_eq!(Mixed::from(Signed::TimedOut), Mixed::r#Match(Signed::TimedOut));
    assert_eq!(Mixed::from(Signed::from_code(-2)), Mixed::Rest);
}

/// Without `_`: a row that is added breaks the build.
#[derive(Debug, PartialEq, FromCode)]
#[from_code(Signed)]
enum Exhaustive {
    #[from_code(category = Fine)]
    #[from_code(TimedOut)]
    Going,
    #[from_code(category = Broken)]
    Stopped,
    #[from_code(unrecognized)]
    New(Signed),
}

#[test]
fn arms_without_a_rest_cover_all() {
    assert_eq!(Exhaustive::from(Signed::None), Exhaustive::Going);
    assert_eq!(Exhaustive::from(Signed::TimedOut), Exhaustive::Going);
    assert_eq!(Exhaustive::from(Signed::Unknown), Exhaustive::Stopped);
    let other = Signed::from_code(i16::MIN);
    assert_eq!(Exhaustive::from(other), Exhaustive::New(other));
}

mod reexported {
    pub(crate) use ineo_codes as library;
}

mod inner {
    use super::reexported;
    use super::reexported::library::{FromCode, StatusCode};

    #[derive(FromCode)]
    #[from_code(reexported::library::StatusCode, crate = reexported::library)]
    pub(super) enum Renamed {
        #[from_code(_)]
        All { kept: StatusCode },
    }
}

#[test]
fn the_crate_may_be_reached_by_another_path() {
    let inner::Renamed::All { kept } = StatusCode::NoCharge.into();
    assert_eq!(kept, StatusCode::NoCharge);
}

#[test]
fn an_enum_may_stand_in_a_function() {
    #[derive(FromCode)]
    #[from_code(StatusCode)]
    enum Local {
        #[from_code(category = Success | NotFound)]
        Answered,
        #[from_code(_)]
        Failed,
    }
    assert!(matches!(Local::from(StatusCode::NotFound), Local::Answered));
    assert!(matches!(Local::from(StatusCode::Fail), Local::Failed));
}

/// Ranges go behind codes and before all else, and have listed codes and unlisted ones.
#[derive(Debug, PartialEq, FromCode)]
#[from_code(Signed)]
enum Ranged {
    #[from_code(7 | -5..=-1)]
    Some(Signed),
    #[from_code(0..=9)]
    Digit,
    #[from_code(-32768..=-32000 | 32767..=32767)]
    Ends,
    #[from_code(category = Fine | Broken)]
    #[from_code(unrecognized)]
    Other,
}

#[test]
fn ranges_take_codes_that_no_arm_names_listed_or_not() {
    for code in (i16::MIN..=i16::MAX).map(Signed::from_code) {
        let expected = match code.code() {
            7 | -5..=-1 => Ranged::Some(code),
            0..=9 => Ranged::Digit,
            i16::MIN..=-32000 | i16::MAX => Ranged::Ends,
            _ => Ranged::Other,
        };
        assert_eq!(Ranged::from(code), expected, "{code}");
    }
}

/// In hexadecimal, numbers are the bits of a code.
#[derive(Debug, PartialEq, FromCode)]
#[from_code(Signed)]
enum Bits {
    #[from_code(0xFFFF)]
    Unknown,
    #[from_code(0x8000..=0x80FF)]
    Small,
    #[from_code(0x0..=0xFF)]
    Byte,
    #[from_code(_)]
    Rest,
}

#[test]
fn hexadecimal_numbers_are_the_bits_of_a_code() {
    for code in (i16::MIN..=i16::MAX).map(Signed::from_code) {
        let expected = match code.code() {
            -1 => Bits::Unknown,
            i16::MIN..=-32513 => Bits::Small,
            0..=255 => Bits::Byte,
            _ => Bits::Rest,
        };
        assert_eq!(Bits::from(code), expected, "{code}");
    }
}

/// Ranges may leave nothing for `unrecognized` and `_`.
#[derive(Debug, PartialEq, FromCode)]
#[from_code(StatusCode)]
enum Halves {
    #[from_code(0..=32767)]
    Low,
    #[from_code(0x8000..=0xFFFF)]
    High,
}

#[test]
fn ranges_may_cover_all_codes() {
    for code in (0..=u16::MAX).map(StatusCode::from_code) {
        let expected = if code.code() < 0x8000 { Halves::Low } else { Halves::High };
        assert_eq!(Halves::from(code), expected, "{code}");
    }
}

/// An enum of errors, of which some are codes. Only skipped variants use the generics.
#[derive(Debug, PartialEq, FromCode)]
#[from_code(StatusCode)]
enum Failure<'a, E: From<fn() -> u8> = fn() -> u8, const N: usize = { 1 + 1 }>
where
    E: Copy,
{
    #[from_code(skip)]
    Io(E, &'a str),
    #[from_code(skip)]
    Broken { frames: [u8; N], at: usize },
    #[from_code(skip)]
    Closed,
    #[from_code(_)]
    Answered(StatusCode),
}

#[test]
fn no_code_makes_a_skipped_variant_and_its_fields_may_be_generic() {
    let failures = [
        Failure::from_code(StatusCode::NotFound),
        Failure::Io(u8::default as fn() -> u8, "closed"),
        Failure::Broken { frames: [1, 2], at: 0 },
        Failure::Closed,
    ];
    let [first, others @ ..] = &failures;
    assert_eq!(first, &Failure::<fn() -> u8, 2>::Answered(StatusCode::NotFound));
    assert!(others.iter().all(|failure| !matches!(failure, Failure::Answered(_))));
}

#[codes("fixtures/flags.toml")]
enum Flagged {}

/// Columns of type bool, one of them optional: the arm that comes first takes a code of two.
#[derive(Debug, PartialEq, FromCode)]
#[from_code(Flagged)]
enum Advice {
    #[from_code(retryable)]
    Again,
    #[from_code(fatal)]
    GiveUp,
    #[from_code(throttled)]
    SlowDown(Flagged),
    #[from_code(_)]
    GoOn,
}

#[test]
fn columns_of_type_bool_are_selectors_of_listed_codes() {
    for code in (0..=u8::MAX).map(Flagged::from_code) {
        let expected = match code {
            Flagged::Blocked | Flagged::Broken => Advice::GiveUp,
            Flagged::SlowDown => Advice::SlowDown(code),
            Flagged::Busy => Advice::Again,
            _ => Advice::GoOn,
        };
        assert_eq!(Advice::from(code), expected, "{code}");
    }
}

#[codes("fixtures/texts.toml")]
enum SqlState {}

/// Codes that are texts.
#[derive(Debug, PartialEq, FromCode)]
#[from_code(SqlState)]
enum Query {
    #[from_code("22001" | QueryCanceled | "é")]
    Named,
    #[from_code(category = Success | Warning)]
    Done(SqlState),
    #[from_code(category = Shutdown)]
    Again,
    #[from_code(unrecognized)]
    New,
    #[from_code(_)]
    Failed,
}

#[test]
fn codes_that_are_texts_are_selected_by_texts() {
    let query = |code: &str| Query::from(SqlState::try_from(code).expect("it is short enough"));
    assert_eq!(["22001", "57014", "é"].map(query), [Query::Named, Query::Named, Query::Named]);
    assert_eq!(query("01004"), Query::Done(SqlState::WarningStringDataRightTruncation));
    assert_eq!(["57P01", "N7"].map(query), [Query::Again, Query::Failed]);
    assert_eq!(["22002", "", "2200"].map(query), [Query::New, Query::New, Query::New]);
}

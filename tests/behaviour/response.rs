//! i-neo's answers: every shape, every contradiction, and what no server should send but one will.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt::{Debug, Display};

use ineo_codes::{ApiError, Response, Retry, StatusCode};
use proptest::prelude::*;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use serde_json::{Value, json};

/// The shapes of answers that succeed, apart from the result, and the code of each.
const SUCCESSES: &[(&str, Option<StatusCode>)] = &[
    (r#"{"ok": true, "status": "successfully", "status_code": 200, "result": RESULT}"#, Some(StatusCode::Successfully)),
    (r#"{"ok": true, "status": "successfully", "result": RESULT, "powered_by": "…"}"#, Some(StatusCode::Successfully)),
    (r#"{"ok": true, "status": "successfully.", "result": RESULT}"#, Some(StatusCode::Successfully)),
    (r#"{"ok": true, "status": "scan successfully.", "result": RESULT}"#, None),
    (r#"{"ok": true, "status": 200, "result": RESULT}"#, Some(StatusCode::Successfully)),
    (r#"{"ok": true, "status": "200", "result": RESULT}"#, Some(StatusCode::Successfully)),
    (r#"{"ok": true, "status": "done", "status_code": "200", "result": RESULT}"#, Some(StatusCode::Successfully)),
    (r#"{"ok": true, "result": RESULT}"#, None),
    // Codes outside the table.
    (r#"{"ok": true, "status": "created", "status_code": 201, "result": RESULT}"#, Some(StatusCode::from_code(201))),
    (r#"{"ok": true, "status_code": "201", "result": RESULT}"#, Some(StatusCode::from_code(201))),
    (r#"{"ok": true, "status": 201, "result": RESULT}"#, Some(StatusCode::from_code(201))),
    (r#"{"ok": true, "status_code": 599, "result": RESULT}"#, Some(StatusCode::from_code(599))),
    // Numbers that are integers.
    (r#"{"ok": true, "status_code": 200.0, "result": RESULT}"#, Some(StatusCode::Successfully)),
    (r#"{"ok": true, "status": 2e2, "result": RESULT}"#, Some(StatusCode::Successfully)),
    // What can't be a code is no code, as free text is none.
    (r#"{"ok": true, "status": 70000, "message": {"a": 1}, "result": RESULT}"#, None),
];

/// The shapes of answers that are errors, with code, status, message and retry of each.
const ERRORS: &[(&str, Option<StatusCode>, &str, &str, Retry)] = &[
    (
        r#"{"ok": false, "status": "not_found", "status_code": 404, "message": "no such user"}"#,
        Some(StatusCode::NotFound),
        "not_found",
        "no such user",
        Retry::Never,
    ),
    (
        r#"{"ok": false, "status": "too_many_requests", "status_code": 429}"#,
        Some(StatusCode::TooManyRequests),
        "too_many_requests",
        "You have sent more requests than is allowed.",
        Retry::Backoff,
    ),
    (
        r#"{"ok": false, "status": "update", "status_code": "2001"}"#,
        Some(StatusCode::Update),
        "update",
        "All shared web services, or the shared web service in question, are being updated.",
        Retry::Backoff,
    ),
    (
        r#"{"ok": false, "status": 400}"#,
        Some(StatusCode::BadRequest),
        "400",
        "The server cannot make out the request.",
        Retry::Never,
    ),
    (
        r#"{"ok": false, "status": "400"}"#,
        Some(StatusCode::BadRequest),
        "400",
        "The server cannot make out the request.",
        Retry::Never,
    ),
    (
        r#"{"ok": false, "status": "phone number is incorrect."}"#,
        None,
        "phone number is incorrect.",
        "phone number is incorrect.",
        Retry::Never,
    ),
    (
        r#"{"ok": false, "status": "no_charge"}"#,
        Some(StatusCode::NoCharge),
        "no_charge",
        "The credit of your web service panel has run out.",
        Retry::Never,
    ),
    (
        r#"{"ok": false, "status": "no_charge."}"#,
        Some(StatusCode::NoCharge),
        "no_charge.",
        "The credit of your web service panel has run out.",
        Retry::Never,
    ),
    // As it is spelled on the wire.
    (
        r#"{"ok": false, "status": "access_deniad"}"#,
        Some(StatusCode::AccessDenied),
        "access_deniad",
        "Access is not allowed.",
        Retry::Never,
    ),
    // Only one full stop is one.
    (r#"{"ok": false, "status": "no_charge.."}"#, None, "no_charge..", "no_charge..", Retry::Never),
    // 402 and 404 have this name, and say different things.
    (r#"{"ok": false, "status": "data_error"}"#, None, "data_error", "data_error", Retry::Never),
    // 502 and 504 have this name, and say the same.
    (
        r#"{"ok": false, "status": "server_error."}"#,
        None,
        "server_error.",
        "The connection to the server was not established.",
        Retry::Backoff,
    ),
    // `status_code` decides.
    (
        r#"{"ok": false, "status": "not_found", "status_code": 429}"#,
        Some(StatusCode::TooManyRequests),
        "not_found",
        "You have sent more requests than is allowed.",
        Retry::Backoff,
    ),
    (
        r#"{"ok": false, "status": 200, "status_code": 404}"#,
        Some(StatusCode::NotFound),
        "200",
        "Nothing was found to return.",
        Retry::Never,
    ),
    (
        r#"{"ok": false, "status": "successfully", "status_code": 404}"#,
        Some(StatusCode::NotFound),
        "successfully",
        "Nothing was found to return.",
        Retry::Never,
    ),
    (
        r#"{"ok": false, "status": "phone number is incorrect.", "status_code": 3}"#,
        Some(StatusCode::PhoneInvalid),
        "phone number is incorrect.",
        "phone number is incorrect.",
        Retry::Never,
    ),
    // Codes that the table doesn't have.
    (
        r#"{"ok": false, "status": "overheated", "status_code": 599, "message": ""}"#,
        Some(StatusCode::from_code(599)),
        "overheated",
        "overheated",
        Retry::Backoff,
    ),
    (
        r#"{"ok": false, "status_code": 7}"#,
        Some(StatusCode::from_code(7)),
        "",
        "A code that i-neo's table does not list.",
        Retry::Never,
    ),
    (r#"{"ok": false}"#, None, "", "i-neo did not say what went wrong.", Retry::Never),
    // `ok` decides, whatever the code.
    (
        r#"{"ok": false, "status": "successfully", "status_code": 200, "message": "why", "result": {}}"#,
        Some(StatusCode::Successfully),
        "successfully",
        "why",
        Retry::Never,
    ),
    (
        r#"{"ok": false, "status": "successfully.", "message": "why"}"#,
        Some(StatusCode::Successfully),
        "successfully.",
        "why",
        Retry::Never,
    ),
    (r#"{"ok": false, "status": 200, "message": "why"}"#, Some(StatusCode::Successfully), "200", "why", Retry::Never),
    // Numbers that are integers.
    (
        r#"{"ok": false, "status": 429.0}"#,
        Some(StatusCode::TooManyRequests),
        "429",
        "You have sent more requests than is allowed.",
        Retry::Backoff,
    ),
    (
        r#"{"ok": false, "status_code": 4.29e2, "message": "slow down"}"#,
        Some(StatusCode::TooManyRequests),
        "",
        "slow down",
        Retry::Backoff,
    ),
];

const CONTRADICTIONS: &[(&str, &str)] = &[
    (
        r#"{"ok": true, "status": "successfully", "status_code": 429, "result": {}}"#,
        "`ok` is true, but `status_code` is 429 too_many_requests",
    ),
    (r#"{"ok": true, "status": "not_found", "result": {}}"#, "`ok` is true, but `status` is not_found"),
    (r#"{"ok": true, "status": 400, "result": {}}"#, "`ok` is true, but `status` is 400"),
    (r#"{"ok": true, "status": "not_found.", "result": {}}"#, "`ok` is true, but `status` is not_found."),
    (r#"{"ok": true, "status": 400.0, "result": {}}"#, "`ok` is true, but `status` is 400"),
    // `status_code` decides.
    (r#"{"ok": true, "status": "successfully", "status_code": 404.0, "result": {}}"#, "`status_code` is 404 not_found"),
    // Both codes with this name are errors.
    (r#"{"ok": true, "status": "data_error", "result": {}}"#, "`ok` is true, but `status` is data_error"),
    (r#"{"ok": true, "status": "successfully", "status_code": 200}"#, "it reports success, but has no `result`"),
    (r#"{"ok": true, "status": "scan successfully."}"#, "it reports success, but has no `result`"),
];

fn read<'a, T: Deserialize<'a>>(answer: &'a str) -> Response<T> {
    serde_json::from_str(answer).unwrap_or_else(|error| panic!("{error}\n{answer:.200}"))
}

fn error(answer: &str) -> ApiError {
    read::<Value>(answer).into_result().expect_err(answer)
}

/// What is said about an answer that can't be read.
#[track_caller]
fn refusal<'a, T: Deserialize<'a> + Debug>(answer: &'a str) -> String {
    match serde_json::from_str::<Response<T>>(answer) {
        Ok(response) => panic!("{response:?}\n{answer:.200}"),
        Err(error) => error.to_string(),
    }
}

#[track_caller]
fn assert_contains(text: &str, part: &str) {
    assert!(text.contains(part), "no {part:?} in {text:?}");
}

/// Whether no character of a text breaks a line, steers a terminal or reorders what is around it.
///
/// By the lists of Unicode, not of the crate: general category `Cc`, `Zl` and `Zp`, and property `Bidi_Control`.
fn is_fit_for_a_log(text: impl Display) -> bool {
    let bidi_controls = ['\u{61c}', '\u{200e}', '\u{200f}'];
    !text.to_string().contains(|character: char| {
        matches!(character, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}')
            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            || bidi_controls.contains(&character)
    })
}

#[derive(Debug, PartialEq, Deserialize)]
struct User<'a> {
    id: u64,
    name: &'a str,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Maybe(Option<u64>);

#[derive(Debug, PartialEq, Deserialize)]
struct Done;

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Choice {
    First,
}

#[test]
fn every_shape_of_success() {
    for &(shape, code) in SUCCESSES {
        let answer = shape.replace("RESULT", r#"{"id": 7, "name": "Sara"}"#);
        let response: Response<User> = read(&answer);
        assert_eq!((response.code(), response.is_success()), (code, true), "{answer}");
        assert_eq!(response.as_result(), Ok(&User { id: 7, name: "Sara" }), "{answer}");
        assert_eq!(response.into_result(), Ok(User { id: 7, name: "Sara" }), "{answer}");
    }
}

#[test]
fn every_shape_of_error() {
    for &(answer, code, status, message, retry) in ERRORS {
        let response: Response<User> = read(answer);
        assert_eq!((response.code(), response.is_success()), (code, false), "{answer}");
        let error = response.into_result().expect_err(answer);
        assert_eq!(error.code(), code, "{answer}");
        assert_eq!(error.status(), status, "{answer}");
        assert_eq!(error.message(), message, "{answer}");
        assert_eq!(error.retry(), retry, "{answer}");
        assert_eq!(error.is_retryable(), retry.is_retryable(), "{answer}");
    }
}

#[test]
fn every_code_and_every_name_of_the_table() {
    for &code in StatusCode::ALL {
        let ok = code.is_success();
        for status_code in [json!(code.code()), json!(code.code().to_string())] {
            let answer = json!({"ok": ok, "status": "…", "status_code": status_code, "result": 7}).to_string();
            let response: Response<u8> = read(&answer);
            assert_eq!((response.code(), response.is_success()), (Some(code), ok), "{answer}");
        }
        for name in code.names() {
            let named = StatusCode::named(name);
            for status in [(*name).to_string(), format!("{name}.")] {
                let answer = json!({"ok": ok, "status": status, "result": 7}).to_string();
                let code = if let [code] = named { Some(*code) } else { None };
                assert_eq!(read::<u8>(&answer).code(), code, "{answer}");
            }
        }
    }
}

/// For every number: `ok` decides, and only a success that the table knows to be an error is refused.
#[test]
fn every_number_as_a_code() {
    for number in 0..=u16::MAX {
        let code = StatusCode::from_code(number);
        let sent = error(&format!(r#"{{"ok": false, "status_code": {number}, "message": "why"}}"#));
        assert_eq!((sent.code(), sent.message(), sent.retry()), (Some(code), "why", code.retry()));
        let success = format!(r#"{{"ok": true, "status_code": {number}, "result": 1}}"#);
        if code.is_recognized() && code != StatusCode::Successfully {
            assert_contains(&refusal::<u8>(&success), "the answer contradicts itself: ");
        } else {
            let response = read::<u8>(&success);
            assert_eq!((response.code(), response.into_result()), (Some(code), Ok(1)));
        }
    }
}

/// What can't be a code, and how it is shown to a person.
const NO_CODES: &[(&str, &str)] = &[
    ("70000", "70000"),
    ("65536", "65536"),
    ("-1", "-1"),
    ("-404", "-404"),
    (r#""70000""#, "70000"),
    (r#""-1""#, "-1"),
    (r#"" 404""#, " 404"),
    (r#""404.0""#, "404.0"),
    (r#""two hundred""#, "two hundred"),
    ("404.5", "404.5"),
    ("-0.5", "-0.5"),
    ("1e300", "1e300"),
    ("18446744073709551615", "18446744073709551615"),
    ("18446744073709551616", "1.8446744073709552e19"),
    ("-9223372036854775808", "-9223372036854775808"),
    ("true", "true"),
    ("[404]", "404"),
    (r#"{"code": 404, "name": ["not_found", null, ""], "x": true}"#, "404; not_found"),
];

#[test]
fn a_status_code_that_is_no_code_is_ignored_in_an_error() {
    for (value, shown) in NO_CODES {
        let sent = error(&format!(r#"{{"ok": false, "status_code": {value}, "message": "why"}}"#));
        assert_eq!((sent.code(), sent.status(), sent.message()), (None, *shown, "why"), "{value}");
        assert_eq!((sent.candidates(), sent.retry()), (&[][..], Retry::Never), "{value}");
        // A status that says nothing is none.
        for blank in ["null", r#""""#, r#"" ""#, "[]", "{}", "[null]", "true", "false"] {
            let answer = format!(r#"{{"status": {blank}, "ok": false, "status_code": {value}, "message": "why"}}"#);
            assert_eq!(error(&answer), sent, "{answer}");
        }
        // Where there is a status, it decides.
        let sent = error(&format!(r#"{{"ok": false, "status_code": {value}, "status": "update"}}"#));
        assert_eq!((sent.code(), sent.status(), sent.retry()), (Some(StatusCode::Update), "update", Retry::Backoff));
        let sent = error(&format!(r#"{{"ok": false, "status": "overheated", "status_code": {value}}}"#));
        assert_eq!((sent.code(), sent.status(), sent.message()), (None, "overheated", "overheated"));
        let sent = error(&format!(r#"{{"ok": false, "status": "data_error", "status_code": {value}}}"#));
        assert_eq!(sent.candidates(), [StatusCode::DataError, StatusCode::NotFound]);
    }
    // A name is a status, wherever it stands.
    let sent = error(r#"{"ok": false, "status_code": "not_found", "message": "why"}"#);
    assert_eq!((sent.code(), sent.status(), sent.message()), (Some(StatusCode::NotFound), "not_found", "why"));
}

#[test]
fn a_status_code_that_is_no_code_is_refused_in_a_success() {
    for (value, shown) in NO_CODES.iter().chain(&[(r#""""#, ""), ("[]", ""), (r#""not_found""#, "not_found")]) {
        for answer in [
            format!(r#"{{"ok": true, "status": "successfully", "status_code": {value}, "result": 1}}"#),
            format!(r#"{{"status_code": {value}, "result": 1, "ok": true}}"#),
        ] {
            let refusal = refusal::<u8>(&answer);
            assert_contains(&refusal, &format!("`status_code`: `{shown}` is not a status code"));
            assert_contains(&refusal, "an integer from 0 to 65535 at line 1 column ");
        }
    }
    assert!(is_fit_for_a_log(refusal::<u8>(r#"{"ok": true, "status_code": "\u001b[2J\u202e\n", "result": 1}"#)));
}

#[test]
fn a_status_that_is_no_code_is_kept() {
    for (value, shown) in NO_CODES {
        let sent = error(&format!(r#"{{"ok": false, "status": {value}, "message": "why"}}"#));
        assert_eq!((sent.code(), sent.status(), sent.message()), (None, *shown, "why"), "{value}");
        let response = read::<u8>(&format!(r#"{{"ok": true, "status": {value}, "result": 1}}"#));
        assert_eq!((response.code(), response.into_result()), (None, Ok(1)), "{value}");
    }
    // A number or a boolean doesn't explain anything.
    for value in ["70000", "404.5", "true", "false", "1e300", "\"-1\""] {
        let sent = error(&format!(r#"{{"ok": false, "status": {value}}}"#));
        assert_eq!(sent.message(), "i-neo did not say what went wrong.", "{value}");
        assert_eq!(sent.to_string(), format!("{}: i-neo did not say what went wrong.", sent.status()));
        let sent = error(&format!(r#"{{"ok": false, "status": {value}, "status_code": 404}}"#));
        assert_eq!(sent.message(), "Nothing was found to return.", "{value}");
    }
}

#[test]
fn texts_in_a_message_are_joined() {
    for (value, message) in [
        (r#"{"mobile": ["wrong"]}"#, "wrong"),
        (r#"["wrong"]"#, "wrong"),
        (r#"["too short", "not a number"]"#, "too short; not a number"),
        (r#"{"mobile": ["too short", "not a number"], "name": "missing"}"#, "too short; not a number; missing"),
        (r#"[{"field": "mobile", "errors": [["too short"], []]}, "and so on"]"#, "mobile; too short; and so on"),
        (r#"{"a": null, "b": "", "c": "  ", "d": {}, "e": [[]], "f": "wrong", "g": false}"#, "wrong"),
        (r#"{"limit": 10, "ratio": 0.5, "text": "too many"}"#, "10; 0.5; too many"),
        (r#"{"a": "  as sent\n"}"#, "  as sent\n"),
        ("5", "5"),
        ("-0.5", "-0.5"),
        ("70000", "70000"),
    ] {
        let sent = error(&format!(r#"{{"ok": false, "status_code": 400, "message": {value}}}"#));
        assert_eq!((sent.code(), sent.message()), (Some(StatusCode::BadRequest), message), "{value}");
        assert_eq!(sent.message_in("fa"), Some(message), "{value}");
        // In a success nobody asks for it.
        assert_eq!(read::<u8>(&format!(r#"{{"ok": true, "message": {value}, "result": 1}}"#)).into_result(), Ok(1));
    }
    for value in ["null", r#""""#, r#"" ""#, "[]", "{}", "[[], {}]", "true", "false", "[null, true]"] {
        let sent = error(&format!(r#"{{"ok": false, "status_code": 400, "message": {value}}}"#));
        assert_eq!(sent, error(r#"{"ok": false, "status_code": 400}"#), "{value}");
    }
}

#[test]
fn null_counts_as_absent() {
    let successes = SUCCESSES.iter().map(|(shape, _)| shape.replace("RESULT", r#"{"id": 7, "name": "Sara"}"#));
    for answer in successes.chain(ERRORS.iter().map(|(answer, ..)| (*answer).to_string())) {
        let expected = read::<User>(&answer);
        let mut with_nulls = answer.clone();
        for field in ["status", "status_code", "message", "result"] {
            if !answer.contains(&format!("\"{field}\":")) {
                with_nulls.insert_str(with_nulls.len() - 1, &format!(", \"{field}\": null"));
                assert_eq!(read::<User>(&with_nulls), expected, "{with_nulls}");
                let in_front = answer.replacen('{', &format!("{{\"{field}\": null, "), 1);
                assert_eq!(read::<User>(&in_front), expected, "{in_front}");
            }
        }
    }
    let sent = error(r#"{"ok":false,"status":"too_many_requests","status_code":429,"message":null}"#);
    assert_eq!((sent.code(), sent.retry()), (Some(StatusCode::TooManyRequests), Retry::Backoff));
    assert_contains(&refusal::<u8>(r#"{"ok": null, "result": 1}"#), "`ok`: invalid type: null, expected a boolean");
    assert_contains(&refusal::<u8>(r#"{"ok": false, "message": null, "message": "x"}"#), "duplicate field `message`");
}

#[test]
fn a_message_is_found_for_a_person() {
    let in_persian = |answer: &str| error(answer).message_in("fa_IR.UTF-8").map(str::to_owned);
    for (answer, message) in [
        // What was sent says more than the table.
        (r#"{"ok": false, "status_code": 8, "message": "کد ملی باید ۱۰ رقم باشد"}"#, Some("کد ملی باید ۱۰ رقم باشد")),
        (r#"{"ok": false, "status": "data_error", "message": "why"}"#, Some("why")),
        (r#"{"ok": false, "message": "why"}"#, Some("why")),
        (r#"{"ok": false, "status": "phone is wrong.", "status_code": 3}"#, Some("phone is wrong.")),
        (r#"{"ok": false, "status": "phone is wrong."}"#, Some("phone is wrong.")),
        (r#"{"ok": false, "status": "phone is wrong.", "message": "why"}"#, Some("why")),
        // What the table says.
        (r#"{"ok": false, "status": "not_found"}"#, Some("اطلاعاتی جهت نمایش خروجی وجود ندارد.")),
        (r#"{"ok": false, "status": "not_found.", "message": ""}"#, Some("اطلاعاتی جهت نمایش خروجی وجود ندارد.")),
        (r#"{"ok": false, "status": 404}"#, Some("اطلاعاتی جهت نمایش خروجی وجود ندارد.")),
        (r#"{"ok": false, "status": true, "status_code": 404}"#, Some("اطلاعاتی جهت نمایش خروجی وجود ندارد.")),
        (r#"{"ok": false, "status": "server_error"}"#, Some("ارتباط با سرور برقرار نشده است.")),
        // Nothing that is in Persian.
        (r#"{"ok": false, "status": "data_error"}"#, None),
        (r#"{"ok": false, "status": 70000}"#, None),
        (r#"{"ok": false}"#, None),
    ] {
        assert_eq!(in_persian(answer).as_deref(), message, "{answer}");
    }
    let unlisted = in_persian(r#"{"ok": false, "status_code": 7}"#);
    assert_eq!(unlisted.as_deref(), StatusCode::from_code(7).message_in("fa"));
    assert_eq!(error(r#"{"ok": false, "status_code": 404}"#).message_in("de"), None);
    assert_eq!(error(r#"{"ok": false, "message": "why"}"#).message_in(""), Some("why"));
}

#[test]
fn candidates_are_all_codes_that_may_be_meant() {
    for &code in StatusCode::ALL {
        let answer = json!({"ok": false, "status": "data_error", "status_code": code.code()}).to_string();
        assert_eq!(error(&answer).candidates(), [code]);
        for name in code.names() {
            let sent = error(&json!({"ok": false, "status": name}).to_string());
            assert_eq!(sent.candidates(), StatusCode::named(name));
            assert_eq!(sent.code().is_some(), sent.candidates().len() == 1);
        }
    }
    assert!(error(r#"{"ok": false, "status": "no such name"}"#).candidates().is_empty());
    assert_eq!(error(r#"{"ok": false, "status": 599}"#).candidates(), [StatusCode::from_code(599)]);
}

#[test]
fn every_code_makes_an_error() {
    let unlisted = [7, 201, 599, u16::MAX].map(StatusCode::from_code);
    for &code in StatusCode::ALL.iter().chain(&unlisted) {
        let made = ApiError::from(code);
        assert_eq!((made.code(), made.candidates(), made.status()), (Some(code), &[code][..], code.name()));
        assert_eq!((made.message(), made.message_in("fa")), (code.message(), code.message_in("fa")));
        assert_eq!((made.retry(), made.to_string()), (code.retry(), format!("{code:#}")));
        let answer = json!({"ok": false, "status": code.name(), "status_code": code.code()}).to_string();
        assert_eq!(error(&answer), made);
    }
}

#[test]
fn errors_are_padded_as_text_is() {
    for answer in [
        r#"{"ok": false, "status": 404}"#,
        r#"{"ok": false, "message": "سلام"}"#,
        r#"{"ok": false, "status": "x\n", "message": "y\u202e"}"#,
        r#"{"ok": false}"#,
    ] {
        let (sent, text) = (error(answer), error(answer).to_string());
        assert_eq!(format!("{sent:<60}|{sent:>60}|{sent:-^60}"), format!("{text:<60}|{text:>60}|{text:-^60}"));
        assert_eq!(format!("{sent:.5}|{sent:3}|{sent:#}"), format!("{text:.5}|{text:3}|{text}"));
    }
}

#[test]
fn every_contradiction() {
    for &(answer, contradiction) in CONTRADICTIONS {
        let refusal = refusal::<HashMap<String, u8>>(answer);
        assert_contains(&refusal, "the answer contradicts itself: ");
        assert_contains(&refusal, contradiction);
    }
}

#[test]
fn errors_are_displayed_with_code_and_message() {
    for (answer, displayed) in [
        (r#"{"ok": false, "status": "not_found", "status_code": 404, "message": "no user"}"#, "404 not_found: no user"),
        (r#"{"ok": false, "status": 404}"#, "404 not_found: Nothing was found to return."),
        (r#"{"ok": false, "status": "phone is wrong.", "status_code": 3}"#, "3 phone_invalid: phone is wrong."),
        (r#"{"ok": false, "status": "phone is wrong."}"#, "phone is wrong."),
        (r#"{"ok": false, "status": "phone is wrong.", "message": "digits only"}"#, "phone is wrong.: digits only"),
        (r#"{"ok": false, "status": "data_error"}"#, "data_error"),
        (r#"{"ok": false, "status_code": 7, "message": "new"}"#, "7 unrecognized: new"),
        (r#"{"ok": false, "message": "why"}"#, "why"),
        (r#"{"ok": false}"#, "i-neo did not say what went wrong."),
    ] {
        assert_eq!(error(answer).to_string(), displayed, "{answer}");
    }
}

#[test]
fn what_was_sent_is_escaped_when_displayed() {
    let message = "a\nb\r\tc\0\u{1b}[31m\u{7f}\u{9b}d\u{202e}e\u{2066}f\u{200f}\u{61c}\u{2028}g";
    let sent = error(&json!({"ok": false, "status": "x\u{202d}\n", "message": message}).to_string());
    assert_eq!((sent.status(), sent.message()), ("x\u{202d}\n", message));
    assert_eq!(
        sent.to_string(),
        r"x\u{202d}\n: a\nb\r\tc\u{0}\u{1b}[31m\u{7f}\u{9b}d\u{202e}e\u{2066}f\u{200f}\u{61c}\u{2028}g",
    );
    assert!(is_fit_for_a_log(format_args!("{sent:?} {sent:#?}").to_string().replace('\n', "")));
    // Persian as it is written, with its joiner.
    let persian = "شماره‌ای که فرستادید درست نیست.";
    assert_contains(persian, "\u{200c}");
    assert_eq!(error(&json!({"ok": false, "status": persian}).to_string()).to_string(), persian);
}

/// Errors of serde quote what they don't know as it is.
#[test]
fn what_serde_quotes_is_escaped() {
    let answer = json!({"ok": true, "status": "successfully", "result": "x\u{1b}[2J\u{202e}\n"}).to_string();
    let refusal = refusal::<Choice>(&answer);
    assert_contains(&refusal, r"`result`: unknown variant `x\u{1b}[2J\u{202e}\n`, expected `first`");
    assert!(is_fit_for_a_log(refusal));
}

#[test]
fn fields_may_stand_in_any_order() {
    let answers = [
        json!({"ok": true, "status": "successfully", "status_code": 200, "result": {"id": 7, "name": "Sara"}}),
        json!({"ok": true, "status": "scan successfully.", "result": {"id": 7, "name": "Sara"}, "powered_by": "…"}),
        json!({"ok": false, "status": "not_found", "status_code": 404, "message": "…", "result": null}),
        json!({"ok": false, "status": "phone number is incorrect.", "message": "…"}),
    ];
    for answer in answers {
        let fields: Vec<String> =
            answer.as_object().unwrap().iter().map(|(name, value)| format!("{}:{value}", json!(name))).collect();
        let ordered = format!("{{{}}}", fields.join(","));
        let expected: Response<User> = read(&ordered);
        permutations(&fields, &mut |fields| {
            let shuffled = format!("{{{}}}", fields.join(","));
            assert_eq!(read::<User>(&shuffled), expected, "{shuffled}");
        });
    }
}

/// Calls back with every order of the elements.
fn permutations<T: Clone>(elements: &[T], found: &mut dyn FnMut(&[T])) {
    fn permute<T: Clone>(done: usize, elements: &mut [T], found: &mut dyn FnMut(&[T])) {
        if done == elements.len() {
            return found(elements);
        }
        for at in done..elements.len() {
            elements.swap(done, at);
            permute(done + 1, elements, found);
            elements.swap(done, at);
        }
    }
    permute(0, &mut elements.to_vec(), found);
}

/// PHP's empty object is an array, and an error has an empty result at best.
#[test]
fn the_result_of_an_error_is_of_no_interest() {
    for result in ["null", "[]", "{}", "\"\"", "0", "false", r#"{"id": "seven"}"#] {
        for answer in [
            format!(r#"{{"ok": false, "status": "not_found", "status_code": 404, "result": {result}}}"#),
            format!(r#"{{"ok": false, "result": {result}, "status": "not_found"}}"#),
            format!(r#"{{"status_code": 404, "result": {result}, "ok": false}}"#),
        ] {
            let error = read::<User>(&answer).into_result().expect_err(&answer);
            assert_eq!(error.code(), Some(StatusCode::NotFound), "{answer}");
        }
    }
    // The one that would have to be buffered.
    let refusal = refusal::<User>(r#"{"result": [], "ok": false, "status_code": 404}"#);
    assert_contains(&refusal, "`result`: ");
}

#[test]
fn unknown_fields_are_ignored() {
    for unknown in [r#""x": null"#, r#""x": {"ok": false}, "x": 2"#, r#""OK": false"#, r#""": []"#, r#""o\u006b ": 0"#]
    {
        let answer =
            format!(r#"{{{unknown}, "ok": true, {unknown}, "status": "successfully", "result": 7, {unknown}}}"#);
        assert_eq!(read::<u8>(&answer).into_result(), Ok(7), "{answer}");
    }
    // An escape is the same name.
    assert_eq!(error(r#"{"\u006fk": false, "st\u0061tus": "fail"}"#).code(), Some(StatusCode::Fail));
}

#[test]
fn an_absent_result_is_enough_where_nothing_is_asked_for() {
    fn assert_enough<T: for<'a> Deserialize<'a> + Debug + PartialEq>(nothing: &T) {
        for answer in [
            r#"{"ok": true, "status": "successfully", "status_code": 200}"#,
            r#"{"ok": true, "status": "successfully", "status_code": 200, "result": null}"#,
            r#"{"result": null, "ok": true, "status": "successfully", "status_code": 200}"#,
        ] {
            assert_eq!(read::<T>(answer).into_result().as_ref(), Ok(nothing), "{answer}");
        }
    }
    assert_enough(&());
    assert_enough(&None::<User>.map(|_| ()));
    assert_enough(&None::<Vec<u64>>);
    assert_enough(&Some(()).filter(|()| false));
    assert_enough(&Maybe(None));
    assert_enough(&Done);
    assert_enough(&IgnoredAny);
}

#[test]
fn null_is_a_result_where_anything_is() {
    for answer in [r#"{"ok": true, "status": 200, "result": null}"#, r#"{"result": null, "ok": true, "status": 200}"#] {
        assert_eq!(read::<Value>(answer).into_result(), Ok(Value::Null));
        assert_contains(&refusal::<User>(answer), "`result`: invalid type: null, expected struct User");
    }
    assert_contains(&refusal::<Value>(r#"{"ok": true, "status": 200}"#), "has no `result`");
}

#[test]
fn results_may_borrow_from_the_input() {
    for shape in SUCCESSES.iter().map(|(shape, _)| *shape).chain([r#"{"result": RESULT, "ok": true}"#]) {
        let answer = shape.replace("RESULT", "\"borrowed\"");
        let within = answer.as_bytes().as_ptr_range();
        let text: &str = read(&answer).into_result().unwrap();
        assert!(within.contains(&text.as_ptr()), "{answer}");
        let raw: &RawValue = read(&answer).into_result().unwrap();
        assert_eq!(raw.get(), "\"borrowed\"");
        assert!(within.contains(&raw.get().as_ptr()), "{answer}");
        let text: Cow<str> = read(&answer).into_result().unwrap();
        assert_eq!(text, "borrowed");
    }
    // What can't be borrowed is an error of the result.
    assert_contains(&refusal::<&str>(r#"{"ok": true, "result": "a\nb"}"#), "`result`: invalid type: string");
}

#[test]
fn results_are_read_by_the_format_itself() {
    for answer in [r#"{"ok": true, "result": RESULT}"#, r#"{"result": RESULT, "ok": true}"#] {
        // Keys as numbers, and 128 bits: what a buffer would lose.
        let map: HashMap<u32, u128> =
            read(&answer.replace("RESULT", r#"{"7": 340282366920938463463374607431768211455}"#)).into_result().unwrap();
        assert_eq!(map, HashMap::from([(7, u128::MAX)]));
    }
}

#[test]
fn what_is_refused_names_the_field() {
    let texts = [r#""""#, r#""two hundred""#, r#"" 200""#, r#""200.0""#, r#""65536""#, r#""-1""#];
    let numbers = ["0", "200", "1.5", "65536", "-1", "200.5", "18446744073709551616", "-9223372036854775809"];
    let others = ["null", "[]", "{}", r#"["200"]"#, r#"{"id": -1}"#];
    let right = [("status", "\"…\""), ("status_code", "200"), ("message", "\"…\"")];
    for wrong in texts.iter().chain(&numbers).chain(&others) {
        // First and last.
        for (field, rest) in [("ok", r#""result": {"id":7,"name":""}"#), ("result", r#""ok": true"#)] {
            let rest = right.iter().fold(rest.to_owned(), |rest, (name, value)| format!("{rest}, \"{name}\": {value}"));
            for answer in [format!("{{\"{field}\": {wrong}, {rest}}}"), format!("{{{rest}, \"{field}\": {wrong}}}")] {
                let refusal = refusal::<User>(&answer);
                assert_contains(&refusal, &format!("`{field}`"));
                assert_contains(&refusal, " at line 1 column ");
            }
        }
    }
    // What the format itself can't read is named as well.
    for field in ["ok", "status", "status_code", "message", "result"] {
        for broken in ["1e999", r#""\ud800""#, "[1", "nul"] {
            assert_contains(&refusal::<User>(&format!("{{\"{field}\": {broken}}}")), &format!("`{field}`"));
        }
    }
}

#[test]
fn duplicates_are_errors_that_name_the_field() {
    for (answer, field, value) in [
        (r#"{"ok": true, "result": 7"#, "ok", "true"),
        (r#"{"ok": false, "status": "not_found""#, "ok", "null"),
        (r#"{"ok": true, "result": 7, "status": 200"#, "status", "200"),
        (r#"{"ok": true, "result": 7, "status_code": 200"#, "status_code", "200"),
        (r#"{"ok": false, "message": "…""#, "message", "\"…\""),
        (r#"{"ok": true, "result": 7"#, "result", "7"),
        (r#"{"ok": false, "result": 7"#, "result", "8"),
        (r#"{"result": null, "ok": true"#, "result", "7"),
        (r#"{"result": 7, "ok": false"#, "result", "null"),
        (r#"{"result": 7"#, "result", "7"),
    ] {
        let refusal = refusal::<u8>(&format!("{answer}, \"{field}\": {value}}}"));
        assert_contains(&refusal, &format!("duplicate field `{field}`"));
    }
}

#[test]
fn only_ok_is_mandatory() {
    for answer in ["{}", r#"{"status": "not_found", "status_code": 404}"#, r#"{"status": 404, "title": "Not Found"}"#] {
        assert_contains(&refusal::<()>(answer), "missing field `ok`");
    }
}

#[test]
fn what_is_no_object_is_no_answer() {
    for answer in ["null", "true", "200", "\"ok\"", "[]", r#"[true, "successfully", 200, null, 7]"#] {
        assert_contains(&refusal::<u8>(answer), "expected an answer of an i-neo web service, an object");
    }
    for answer in ["", " ", "<!DOCTYPE html><html><body>502 Bad Gateway</body></html>", "\u{feff}{\"ok\": false}"] {
        refusal::<u8>(answer);
    }
    refusal::<u8>(r#"{"ok": true, "result": 7} trailing"#);
}

#[test]
fn truncated_answers_are_errors() {
    let successes = SUCCESSES.iter().map(|(shape, _)| shape.replace("RESULT", r#"{"id": 7, "name": "سارا"}"#));
    for answer in successes.chain(ERRORS.iter().map(|(answer, ..)| (*answer).to_string())) {
        for end in 0..answer.len() {
            let truncated = &answer.as_bytes()[..end];
            assert!(serde_json::from_slice::<Response<Value>>(truncated).is_err(), "{end} of {answer}");
            assert!(serde_json::from_slice::<Response<User>>(truncated).is_err(), "{end} of {answer}");
            assert!(serde_json::from_slice::<Response<()>>(truncated).is_err(), "{end} of {answer}");
            assert!(serde_json::from_reader::<_, Response<Value>>(truncated).is_err(), "{end} of {answer}");
        }
    }
}

#[test]
fn deep_nesting_does_not_overflow_the_stack() {
    let deep = |open: &str, close: &str| open.repeat(200_000) + "0" + &close.repeat(200_000);
    for deep in [deep("[", "]"), deep(r#"{"ok":"#, "}")] {
        assert_contains(&refusal::<Value>(&format!("{{\"ok\": {deep}}}")), "`ok`");
        // A person would not read what is nested so deeply.
        for field in ["status", "status_code", "message"] {
            let sent = error(&format!("{{\"ok\": false, \"{field}\": {deep}}}"));
            assert_eq!((sent.code(), sent.message()), (None, "i-neo did not say what went wrong."));
        }
        for answer in [format!(r#"{{"ok": true, "result": {deep}}}"#), format!(r#"{{"result": {deep}, "ok": true}}"#)] {
            assert_contains(&refusal::<Value>(&answer), "`result`: recursion limit exceeded");
        }
        // What is skipped may be as deep as it likes.
        assert_eq!(read::<u8>(&format!(r#"{{"ok": true, "x": {deep}, "result": 7}}"#)).into_result(), Ok(7));
        assert_eq!(
            error(&format!(r#"{{"ok": false, "status": 404, "result": {deep}}}"#)).code(),
            Some(StatusCode::NotFound)
        );
    }
}

#[test]
fn ten_megabytes_of_text() {
    const LENGTH: usize = 10_000_000;
    let text = "n".repeat(LENGTH) + "\u{202e}";
    let sent = error(&format!(r#"{{"ok": false, "status": 404, "message": "{text}"}}"#));
    assert_eq!((sent.code(), sent.message()), (Some(StatusCode::NotFound), &*text));
    assert!(sent.to_string().ends_with(r"n\u{202e}"));
    let sent = error(&format!(r#"{{"ok": false, "status": "{text}"}}"#));
    assert_eq!((sent.code(), sent.status(), sent.message()), (None, &*text, &*text));
    assert!(sent.to_string().ends_with(r"n\u{202e}"));
    assert_eq!(read::<&str>(&format!(r#"{{"ok": true, "result": "{text}"}}"#)).into_result(), Ok(&*text));
    let sent = error(&format!(r#"{{"ok": false, "status_code": "{text}"}}"#));
    assert_eq!((sent.code(), sent.status(), sent.message()), (None, &*text, &*text));
    assert_contains(&refusal::<u8>(&format!(r#"{{"ok": true, "status_code": "{text}"}}"#)), "`status_code`");
    assert_contains(&refusal::<u8>(&format!(r#"{{"ok": "{text}"}}"#)), "`ok`");
    assert_contains(&refusal::<u8>(&format!(r#"{{"ok": true, "result": "{text}"}}"#)), "`result`");
    assert_contains(&refusal::<Choice>(&format!(r#"{{"ok": true, "result": "{text}"}}"#)), "`result`");
    assert_eq!(read::<u8>(&format!(r#"{{"{text}": "{text}", "ok": true, "result": 7}}"#)).into_result(), Ok(7));
}

#[test]
fn formats_of_bytes_are_read_too() {
    fn unpack<T: for<'a> Deserialize<'a>>(answer: &Value) -> Result<Response<T>, rmp_serde::decode::Error> {
        rmp_serde::from_slice(&rmp_serde::to_vec(answer).unwrap())
    }
    let success = json!({"ok": true, "status": "successfully", "status_code": 200, "result": [7, 8]});
    assert_eq!(unpack::<Vec<u8>>(&success).unwrap().into_result(), Ok(vec![7, 8]));
    let early = json!({"a": 0, "result": [7, 8], "ok": true});
    assert_eq!(unpack::<Vec<u8>>(&early).unwrap().into_result(), Ok(vec![7, 8]));
    let error = json!({"ok": false, "status": "not_found", "status_code": 404, "message": "…", "result": null});
    let error = unpack::<Vec<u8>>(&error).unwrap().into_result().unwrap_err();
    assert_eq!((error.code(), error.message()), (Some(StatusCode::NotFound), "…"));
    let number = json!({"ok": false, "status": 404});
    assert_eq!(unpack::<()>(&number).unwrap().code(), Some(StatusCode::NotFound));
    // Without names there is nothing to go by.
    assert!(unpack::<Value>(&json!([true, "successfully", 200, null, 7])).is_err());
}

#[test]
fn errors_travel_as_errors() {
    fn request() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        read::<()>(r#"{"ok": false, "status": 404}"#).into_result()?;
        Ok(())
    }
    let error = request().unwrap_err();
    let error = error.downcast_ref::<ApiError>().expect("the error as it was");
    assert_eq!(error, &error.clone());
    assert_eq!(error.code(), Some(StatusCode::NotFound));
}

/// The name of a field, and its value in JSON.
type Field = (&'static str, String);

/// Any text, with what must not reach a log more often than chance has it.
fn text() -> impl Strategy<Value = String> {
    const UNSAFE: [&str; 11] =
        ["\0", "\n", "\r", "\u{1b}[2J", "\u{7f}", "\u{9b}", "\u{61c}", "\u{200f}", "\u{2028}", "\u{202e}", "\u{2069}"];
    let piece =
        prop_oneof![any::<char>().prop_map(String::from), proptest::sample::select(&UNSAFE).prop_map(str::to_owned)];
    proptest::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

/// A field of an answer, known or unknown, with a value that is often right.
fn field() -> impl Strategy<Value = Field> {
    let code = prop_oneof![
        proptest::sample::select(StatusCode::ALL).prop_map(StatusCode::code),
        Just(StatusCode::Successfully.code()),
        any::<u16>(),
    ];
    let name = proptest::sample::select(StatusCode::ALL)
        .prop_flat_map(|code| (proptest::sample::select(code.names()), proptest::sample::select(&["", ".", ".."])))
        .prop_map(|(name, end)| json!(format!("{name}{end}")).to_string());
    let text = text().prop_map(|text| json!(text).to_string());
    let number = code.prop_map(|code| code.to_string());
    let json =
        proptest::sample::select(&["null", "true", "false", "[]", "{}", "0", "-1", "1e9", "[[[]]]", "{\"ok\": 1}"])
            .prop_map(str::to_string);
    let value = prop_oneof![text, name, number.clone(), number.prop_map(|number| format!("\"{number}\"")), json];
    let unlikely =
        (proptest::sample::select(&["ok", "status", "status_code", "message", "result", "powered_by"]), value);
    let ok = any::<bool>().prop_map(|ok| ("ok", ok.to_string()));
    prop_oneof![4 => unlikely, 1 => ok]
}

/// Fields of which none is there twice, in two orders.
fn fields_in_two_orders() -> impl Strategy<Value = (Vec<Field>, Vec<Field>)> {
    proptest::collection::vec(field(), 0..8).prop_flat_map(|mut fields| {
        let mut seen = HashSet::new();
        fields.retain(|(name, _)| seen.insert(*name));
        (Just(fields.clone()), Just(fields).prop_shuffle())
    })
}

/// Any value of JSON.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<u16>().prop_map(Value::from),
        any::<u16>().prop_map(|number| Value::from(f64::from(number))),
        any::<f64>().prop_map(Value::from),
        any::<u16>().prop_map(|number| Value::from(number.to_string())),
        proptest::sample::select(StatusCode::ALL).prop_map(|code| Value::from(code.name())),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 16, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((text(), inner), 0..4)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// An answer with `"ok": false` at any place, and any values for any of the other fields.
fn error_answer() -> impl Strategy<Value = Vec<Field>> {
    let names = proptest::sample::subsequence(&["status", "status_code", "message", "result", "powered_by"], 0..=5);
    (names, proptest::collection::vec(value(), 5)).prop_flat_map(|(names, values)| {
        let fields = names.into_iter().zip(values).map(|(name, value)| (name, value.to_string()));
        Just(fields.chain([("ok", "false".to_owned())]).collect::<Vec<_>>()).prop_shuffle()
    })
}

/// The texts in a value that say something, at any depth.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) if !text.trim().is_empty() => vec![text],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(entries) => entries.values().flat_map(texts).collect(),
        _ => vec![],
    }
}

/// The number that a `status_code` is, if it is one that a code can be.
fn number(value: &Value) -> Option<u16> {
    match value {
        Value::String(text) => text.parse().ok(),
        Value::Number(number) => (0..=u16::MAX).find(|code| number.as_f64() == Some(f64::from(*code))),
        _ => None,
    }
}

fn object(fields: &[Field]) -> String {
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{}: {value}", json!(name))).collect();
    format!("{{{}}}", fields.join(", "))
}

/// Reads and displays whatever it is as whatever may be asked for.
fn exercise(answer: &[u8]) {
    fn exercise<'a, T: Deserialize<'a> + Debug>(answer: &'a [u8]) {
        match serde_json::from_slice::<Response<T>>(answer) {
            Ok(response) => {
                let code = response.code();
                match response.into_result() {
                    Ok(_) => assert!(code.is_none_or(|code| code.is_success() || !code.is_recognized())),
                    Err(error) => {
                        assert_eq!(error.code(), code);
                        assert!(!error.message().is_empty());
                        assert!(is_fit_for_a_log(&error), "{error}");
                        assert!(is_fit_for_a_log(format!("{error:?}")), "{error:?}");
                        assert_eq!(error.is_retryable(), error.retry().is_retryable());
                    }
                }
            }
            Err(error) => assert!(is_fit_for_a_log(&error), "{error}"),
        }
    }
    exercise::<Value>(answer);
    exercise::<()>(answer);
    exercise::<Option<u8>>(answer);
    exercise::<&str>(answer);
    exercise::<User>(answer);
    exercise::<Choice>(answer);
    exercise::<&RawValue>(answer);
}

proptest! {
    // What fails is kept here, as a test of its own, not in a file beside.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_panic_it(answer in proptest::collection::vec(any::<u8>(), 0..256)) {
        exercise(&answer);
        _ = rmp_serde::from_slice::<Response<Value>>(&answer).map(|response| response.into_result().map_err(|error| error.to_string()));
    }

    #[test]
    fn no_fields_panic_it(fields in proptest::collection::vec(field(), 0..8), cut in any::<proptest::sample::Index>()) {
        let answer = object(&fields);
        exercise(answer.as_bytes());
        exercise(&answer.as_bytes()[..cut.index(answer.len())]);
    }

    /// Where no field is there twice, and any result will do, the order of the fields changes nothing.
    #[test]
    fn no_order_changes_the_outcome((fields, shuffled) in fields_in_two_orders()) {
        let read = |fields| serde_json::from_str::<Response<Value>>(&object(fields)).ok();
        prop_assert_eq!(read(&fields), read(&shuffled));
    }

    /// Whatever the other fields are, `"ok": false` is an error, and nothing that it says is lost.
    #[test]
    fn no_error_is_lost(fields in error_answer()) {
        let answer = object(&fields);
        let sent = error(&answer);
        let value: Value = serde_json::from_str(&answer).unwrap();
        let [status, status_code, message] = ["status", "status_code", "message"].map(|field| &value[field]);
        let code = number(status_code).map(StatusCode::from_code);
        if code.is_some() {
            prop_assert_eq!(sent.code(), code);
        }
        prop_assert!(texts(message).iter().all(|text| sent.message().contains(text)), "{:?}", sent);
        // Without a status, a value that is no code takes its place.
        let shown = if status.is_null() && code.is_none() { status_code } else { status };
        prop_assert!(texts(shown).iter().all(|text| sent.status().contains(text)), "{:?}", sent);

        // The same, whatever the result was to be, if it is known that there is none.
        let (ok, rest): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(name, _)| *name == "ok");
        let in_front = object(&[ok, rest].concat());
        prop_assert_eq!(read::<User>(&in_front).into_result(), Err(sent.clone()));
        prop_assert_eq!(read::<()>(&in_front).into_result(), Err(sent.clone()));
        prop_assert_eq!(read::<&RawValue>(&in_front).into_result().unwrap_err(), sent);
        exercise(answer.as_bytes());
    }

    #[test]
    fn text_is_kept_as_sent(status in text(), message in text()) {
        let sent = error(&json!({"ok": false, "status": status, "status_code": 404, "message": message}).to_string());
        prop_assert_eq!(sent.status(), &status);
        if !message.trim().is_empty() {
            prop_assert_eq!(sent.message(), &message);
        }
        prop_assert!(is_fit_for_a_log(&sent));
    }
}

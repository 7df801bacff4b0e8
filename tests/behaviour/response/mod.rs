//! i-neo's answers: every shape, every contradiction, and what no server should send but one will.

mod any_type;
mod error;
mod memory;
mod random;
mod refused;
mod result;
mod shapes;

use std::fmt::{Debug, Display};

use ineo_codes::{ApiError, Response, Retry, StatusCode};
use serde::Deserialize;
use serde_json::Value;

/// The first code outside the table from `from` on.
const fn unlisted(from: u16) -> StatusCode {
    let code = StatusCode::from_code(from);
    if code.is_recognized() { unlisted(from + 1) } else { code }
}

/// Codes outside the table: one of its range of server errors, and one that no range has.
const SERVER_ERROR: StatusCode = unlisted(500);
const OTHER: StatusCode = unlisted(600);

/// An answer with the numbers of these two codes.
fn with_codes(answer: &str) -> String {
    let number = |code: StatusCode| code.code().to_string();
    answer.replace("SERVER_ERROR", &number(SERVER_ERROR)).replace("OTHER", &number(OTHER))
}

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
    (r#"{"ok": true, "status": "created", "status_code": OTHER, "result": RESULT}"#, Some(OTHER)),
    (r#"{"ok": true, "status_code": "OTHER", "result": RESULT}"#, Some(OTHER)),
    (r#"{"ok": true, "status": OTHER, "result": RESULT}"#, Some(OTHER)),
    (r#"{"ok": true, "status_code": SERVER_ERROR, "result": RESULT}"#, Some(SERVER_ERROR)),
    // Numbers that are integers.
    (r#"{"ok": true, "status_code": 200.0, "result": RESULT}"#, Some(StatusCode::Successfully)),
    (r#"{"ok": true, "status": 2e2, "result": RESULT}"#, Some(StatusCode::Successfully)),
    // A value that can't be a code gives no code, like free text.
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
        "You have sent too many requests.",
        Retry::Backoff,
    ),
    (
        r#"{"ok": false, "status": "update", "status_code": "2001"}"#,
        Some(StatusCode::Update),
        "update",
        "All shared web services, or the requested one, are being updated.",
        Retry::Backoff,
    ),
    (
        r#"{"ok": false, "status": 400}"#,
        Some(StatusCode::BadRequest),
        "400",
        "The server could not understand the request.",
        Retry::Never,
    ),
    (
        r#"{"ok": false, "status": "400"}"#,
        Some(StatusCode::BadRequest),
        "400",
        "The server could not understand the request.",
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
        "Your web service panel has run out of credit.",
        Retry::Never,
    ),
    (
        r#"{"ok": false, "status": "no_charge."}"#,
        Some(StatusCode::NoCharge),
        "no_charge.",
        "Your web service panel has run out of credit.",
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
        "The server could not be reached.",
        Retry::Backoff,
    ),
    // `status_code` decides.
    (
        r#"{"ok": false, "status": "not_found", "status_code": 429}"#,
        Some(StatusCode::TooManyRequests),
        "not_found",
        "You have sent too many requests.",
        Retry::Backoff,
    ),
    (
        r#"{"ok": false, "status": 200, "status_code": 404}"#,
        Some(StatusCode::NotFound),
        "200",
        "Nothing was found.",
        Retry::Never,
    ),
    (
        r#"{"ok": false, "status": "successfully", "status_code": 404}"#,
        Some(StatusCode::NotFound),
        "successfully",
        "Nothing was found.",
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
        r#"{"ok": false, "status": "overheated", "status_code": SERVER_ERROR, "message": ""}"#,
        Some(SERVER_ERROR),
        "overheated",
        "overheated",
        Retry::Backoff,
    ),
    (
        r#"{"ok": false, "status_code": OTHER}"#,
        Some(OTHER),
        "",
        "i-neo sent a code that is not in its table.",
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
        "You have sent too many requests.",
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
#[serde(rename_all = "snake_case")]
enum Choice {
    First,
}

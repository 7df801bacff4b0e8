//! Fields whose values have a type, a depth or a length that nobody expected.

use ineo_codes::{Retry, StatusCode};
use serde_json::Value;

use super::{Choice, assert_contains, error, is_fit_for_a_log, read, refusal};

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
    // A name is a status in either field.
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
        assert_eq!(sent.message(), "Nothing was found.", "{value}");
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

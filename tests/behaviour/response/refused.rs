//! What is refused, and how the error says so.

use std::collections::HashMap;

use ineo_codes::Response;
use serde_json::{Value, json};

use super::{Choice, ERRORS, SUCCESSES, User, assert_contains, is_fit_for_a_log, refusal, with_codes};

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

#[test]
fn every_contradiction() {
    for &(answer, contradiction) in CONTRADICTIONS {
        let refusal = refusal::<HashMap<String, u8>>(answer);
        assert_contains(&refusal, "the answer contradicts itself: ");
        assert_contains(&refusal, contradiction);
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

/// Errors of serde quote what they don't know as it is.
#[test]
fn what_serde_quotes_is_escaped() {
    let answer = json!({"ok": true, "status": "successfully", "result": "x\u{1b}[2J\u{202e}\n"}).to_string();
    let refusal = refusal::<Choice>(&answer);
    assert_contains(&refusal, r"`result`: unknown variant `x\u{1b}[2J\u{202e}\n`, expected `first`");
    assert!(is_fit_for_a_log(refusal));
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
    let successes =
        SUCCESSES.iter().map(|(shape, _)| with_codes(shape).replace("RESULT", r#"{"id": 7, "name": "سارا"}"#));
    for answer in successes.chain(ERRORS.iter().map(|(answer, ..)| with_codes(answer))) {
        for end in 0..answer.len() {
            let truncated = &answer.as_bytes()[..end];
            assert!(serde_json::from_slice::<Response<Value>>(truncated).is_err(), "{end} of {answer}");
            assert!(serde_json::from_slice::<Response<User>>(truncated).is_err(), "{end} of {answer}");
            assert!(serde_json::from_slice::<Response<()>>(truncated).is_err(), "{end} of {answer}");
            assert!(serde_json::from_reader::<_, Response<Value>>(truncated).is_err(), "{end} of {answer}");
        }
    }
}

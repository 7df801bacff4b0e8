//! The result: of any type, absent, borrowed, in other formats.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Debug;

use ineo_codes::{Response, StatusCode};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::{SUCCESSES, User, assert_contains, read, refusal, with_codes};

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
        let answer = with_codes(shape).replace("RESULT", "\"borrowed\"");
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

#[derive(Debug, PartialEq, Deserialize)]
struct Maybe(Option<u64>);

#[derive(Debug, PartialEq, Deserialize)]
struct Done;

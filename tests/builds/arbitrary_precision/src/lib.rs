//! With `arbitrary_precision`, serde_json passes numbers that are not 64-bit integers as a map with one key.

#![cfg(test)]

use ineo_codes::{ApiError, Response, StatusCode};
use serde_json::{Number, Value};

/// Whether the feature is on: a number is kept as it is written.
#[test]
fn the_feature_is_on() {
    let number = "404.000000000000000000000000000000000001";
    assert_eq!(serde_json::from_str::<Number>(number).unwrap().to_string(), number);
}

#[test]
fn codes_are_read_as_without_it() {
    for json in ["404", "404.0", "404.00", "4.04e2", "4040E-1", "\"404\""] {
        assert_eq!(serde_json::from_str::<StatusCode>(json).expect(json), StatusCode::NotFound, "{json}");
        let value: Value = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::from_value::<StatusCode>(value).expect(json), StatusCode::NotFound, "{json}");
    }
    assert_eq!(serde_json::from_str::<StatusCode>("-0").unwrap(), 0);
    for json in [
        "404.5", "-1", "-404.0", "65536", "65536.0", "1e5", "1e400", "18446744073709551616", "-9223372036854775809",
        "340282366920938463463374607431768211456", "\"404.0\"", "{}", "null", "true",
    ] {
        let value: Value = serde_json::from_str(json).unwrap();
        for error in [
            serde_json::from_str::<StatusCode>(json).unwrap_err().to_string(),
            serde_json::from_value::<StatusCode>(value).unwrap_err().to_string(),
        ] {
            assert!(error.contains("expected a status code, an integer from 0 to 65535"), "{json}: {error}");
        }
    }
    assert_eq!(serde_json::to_string(&StatusCode::NotFound).unwrap(), "404");
}

fn error(answer: &str) -> ApiError {
    let read: Response<Value> = serde_json::from_str(answer).expect(answer);
    let value: Value = serde_json::from_str(answer).expect(answer);
    assert_eq!(serde_json::from_value::<Response<Value>>(value).expect(answer), read);
    read.into_result().expect_err(answer)
}

#[test]
fn no_error_is_lost() {
    for number in ["429", "429.0", "4.29e2", "\"429\""] {
        for field in ["status", "status_code"] {
            let error = error(&format!(r#"{{"ok": false, "{field}": {number}, "message": "why"}}"#));
            assert_eq!((error.code(), error.message()), (Some(StatusCode::TooManyRequests), "why"), "{number}");
        }
    }
    for number in ["70000", "-1", "429.5", "1e400", "18446744073709551616", "123456789012345678901234567890.5"] {
        for field in ["status", "status_code"] {
            let error = error(&format!(r#"{{"ok": false, "{field}": {number}, "message": "why"}}"#));
            assert_eq!((error.code(), error.message()), (None, "why"), "{number}");
            // Each exactly as it is written, but for the sign of an exponent.
            assert_eq!(error.status().replace('+', ""), number);
        }
        let error = error(&format!(r#"{{"ok": false, "status_code": 404, "message": [{number}, "why"]}}"#));
        assert_eq!(error.message().replace('+', ""), format!("{number}; why"));
    }
}

#[test]
fn results_are_read_with_every_digit() {
    let number = "0.1234567890123456789012345678901234567890";
    let answer = format!(r#"{{"ok": true, "status_code": 200.0, "result": {number}}}"#);
    let response: Response<Number> = serde_json::from_str(&answer).unwrap();
    assert_eq!(response.code(), Some(StatusCode::Successfully));
    assert_eq!(response.into_result().unwrap().to_string(), number);
}

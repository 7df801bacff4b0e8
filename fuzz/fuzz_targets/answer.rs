//! Any bytes as an answer of i-neo's: never a panic, and what is read is what a model of the rules makes of the answer.

#![no_main]

use std::error::Error;

use ineo_codes::{ApiError, Response, StatusCode};
use libfuzzer_sys::{Corpus, fuzz_target};
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| -> Corpus {
    // Whatever the result is to be, an answer is read without a panic.
    let borrowed = serde_json::from_slice::<Response<&str>>(bytes).ok();
    let number = serde_json::from_slice::<Response<u8>>(bytes).ok();
    let optional = serde_json::from_slice::<Response<Option<Vec<u8>>>>(bytes).ok();
    let nothing = serde_json::from_slice::<Response<()>>(bytes).ok();

    // What is ignored in an answer is not looked at closely, so it may be read even if it is not a value.
    let Ok(answer) = serde_json::from_slice::<Value>(bytes) else { return Corpus::Keep };
    alone(&answer);
    let response = serde_json::from_value::<Response<Value>>(answer.clone()).ok();
    let written = serde_json::to_vec(&answer).expect("a value can be written");
    assert_eq!(serde_json::from_slice(&written).ok(), response, "text and value are read alike");
    // A value keeps the last of several fields with one name, so the bytes themselves may say more.
    let text = serde_json::from_slice::<Response<Value>>(bytes).ok();
    for is_success in [
        borrowed.as_ref().map(Response::is_success),
        number.as_ref().map(Response::is_success),
        optional.as_ref().map(Response::is_success),
        nothing.as_ref().map(Response::is_success),
        text.as_ref().map(Response::is_success),
    ] {
        assert!(is_success.is_none() || is_success == answer["ok"].as_bool(), "`ok` decides");
    }
    agrees(response, &answer);
    Corpus::Keep
});

/// What was read against what the rules say of the answer.
fn agrees(response: Option<Response<Value>>, answer: &Value) {
    let [status, status_code, message] = ["status", "status_code", "message"].map(|field| scalar(&answer[field], 0));
    let code = code(&status_code);
    let has_other_value = code.is_none() && !status_code.is_null();
    let sent_status = if has_other_value && says_nothing(&status) { &status_code } else { &status };
    let expected = match answer["ok"].as_bool() {
        _ if !answer.is_object() => None,
        None => None,
        Some(false) => Some(code.map_or_else(|| candidates(sent_status), |code| vec![code])),
        Some(true) if code.is_none() && !status_code.is_null() => None,
        Some(true) => {
            let candidates = code.map_or_else(|| candidates(&status), |code| vec![code]);
            let is_error = |code: &StatusCode| code.is_recognized() && *code != StatusCode::Successfully;
            let contradicts = !candidates.is_empty() && candidates.iter().all(is_error);
            (!contradicts && answer.get("result").is_some()).then_some(candidates)
        }
    };
    let (Some(response), Some(expected)) = (&response, &expected) else {
        assert_eq!(response.is_some(), expected.is_some(), "refused is what the rules refuse");
        return;
    };
    let expected_code = if let [code] = expected[..] { Some(code) } else { None };
    assert_eq!(response.code(), expected_code);
    assert_eq!(Some(response.is_success()), answer["ok"].as_bool());
    match response.as_result() {
        Ok(result) => assert_eq!(Some(result), answer.get("result")),
        Err(error) => {
            assert_eq!((error.code(), error.candidates()), (expected_code, &expected[..]));
            assert_eq!(error.status(), text(sent_status, 0));
            says(error, &message);
        }
    }
}

/// What an error says, against the message that was sent.
fn says(error: &ApiError, message: &Value) {
    let sent = text(message, 0);
    if !says_nothing(message) {
        assert_eq!((error.message(), error.message_in("fa")), (&*sent, Some(&*sent)));
    } else if let Some(found) = error.message_in("fa") {
        let agreed = error.candidates().iter().all(|code| code.message_in("fa") == Some(found));
        assert!(found == error.status() || agreed, "{found:?} is neither sent nor in the table");
    }
    assert!(!error.message().is_empty());
    assert_eq!(error.is_retryable(), error.retry().is_retryable());
    let retries = error.candidates().iter().map(|code| code.retry());
    assert!(!error.is_retryable() || retries.into_iter().all(|retry| retry == error.retry()));
    assert!(error.source().is_none());
    for shown in [error.to_string(), format!("{error:#}"), format!("{error:300}")] {
        assert!(!shown.chars().any(char::is_control), "{shown:?} steers a terminal");
    }
}

/// How deep a value is looked into.
const MAX_DEPTH: usize = 32;

/// A value that some formats wrap into an object with one key, unwrapped.
fn scalar(value: &Value, depth: usize) -> Value {
    let entries = value.as_object().filter(|entries| entries.len() == 1 && depth < MAX_DEPTH);
    match entries.and_then(|entries| entries.iter().next()) {
        Some((key, Value::String(text))) if key == "$text" => text.clone().into(),
        Some((key, Value::String(text))) if key == "$serde_json::private::Number" => {
            match integer(text.parse().unwrap_or(f64::NAN)) {
                Some(code) => code.into(),
                None => text.clone().into(),
            }
        }
        _ => value.clone(),
    }
}

/// The code that a float is, if it is one.
fn integer(float: f64) -> Option<u16> {
    (0..=u16::MAX).find(|code| f64::from(*code) == float)
}

/// The code that a value is, if it is one.
fn code(value: &Value) -> Option<StatusCode> {
    let code = match value {
        Value::Number(number) => integer(number.as_f64()?),
        Value::String(text) => text.parse().ok(),
        _ => None,
    };
    code.map(StatusCode::from_code)
}

/// The codes that a value may mean as a status.
fn candidates(status: &Value) -> Vec<StatusCode> {
    match status {
        Value::String(text) => match text.strip_suffix('.').unwrap_or(text).parse() {
            Ok(code) => vec![code],
            Err(error) => Vec::from(ineo_codes::ParseCodeError::candidates(&error)),
        },
        Value::Number(_) => code(status).into_iter().collect(),
        _ => vec![],
    }
}

/// Whether a person would learn nothing from a value.
fn says_nothing(value: &Value) -> bool {
    value.is_boolean() || text(value, 0).trim().is_empty()
}

/// What a person would read in a value.
fn text(value: &Value, depth: usize) -> String {
    let value = scalar(value, depth);
    let inner: Vec<&Value> = match &value {
        _ if depth > MAX_DEPTH => return String::new(),
        Value::Null => return String::new(),
        Value::Bool(value) => return value.to_string(),
        Value::String(text) => return text.clone(),
        Value::Number(number) => {
            return match (code(&value), number.as_f64()) {
                (Some(code), _) => code.code().to_string(),
                (None, Some(float)) if number.is_f64() => format!("{float:?}"),
                (None, _) => number.to_string(),
            };
        }
        Value::Array(values) => values.iter().collect(),
        Value::Object(entries) => entries.values().collect(),
    };
    let texts = inner.into_iter().filter(|value| !value.is_boolean()).map(|value| text(value, depth + 1));
    texts.filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("; ")
}

/// A value as a code alone.
fn alone(value: &Value) {
    let read = serde_json::from_value::<StatusCode>(value.clone()).ok();
    match value {
        // Which of several keys gives the code is of no interest.
        Value::Object(entries) => assert!(read.is_none() || entries.keys().all(|key| key.starts_with(['$', '@']))),
        _ => assert_eq!(read, code(value)),
    }
    let Some(text) = value.as_str() else { return };
    let named = StatusCode::named(text);
    assert!(named.iter().all(|code| code.names().contains(&text)));
    match text.parse::<StatusCode>() {
        Ok(code) => {
            let number = |text| written_number(text) == Some(code.code());
            let is_displayed = text
                .split_once(' ')
                .is_some_and(|(text, name)| number(text) && (code.names().contains(&name) || name == "unrecognized"));
            assert!(named == [code] || number(text) || is_displayed, "{text:?} is not {code}");
        }
        Err(error) => assert_eq!(error.candidates(), named),
    }
    assert_eq!(StatusCode::NotFound.message_in(text), StatusCode::NotFound.message_in(&text.to_uppercase()));
}

/// A number in decimal, or in hexadecimal with `0x`.
fn written_number(text: &str) -> Option<u16> {
    match text.strip_prefix("0x") {
        Some(digits) if digits.bytes().all(|digit| digit.is_ascii_hexdigit()) => u16::from_str_radix(digits, 16).ok(),
        Some(_) => None,
        None => text.parse().ok(),
    }
}

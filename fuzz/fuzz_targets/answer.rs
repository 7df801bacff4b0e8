//! Any bytes as an answer of i-neo's: never a panic, and what is read says no more than the answer does.

#![no_main]

use std::error::Error;

use ineo_codes::{Category, Response, StatusCode};
use libfuzzer_sys::{Corpus, fuzz_target};
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| -> Corpus {
    // Whatever the result is to be, an answer is read without a panic.
    let borrowed = serde_json::from_slice::<Response<&str>>(bytes).ok();
    let number = serde_json::from_slice::<Response<u8>>(bytes).ok();
    let optional = serde_json::from_slice::<Response<Option<Vec<u8>>>>(bytes).ok();
    let nothing = serde_json::from_slice::<Response<()>>(bytes).ok();

    // What is ignored in an answer is not looked at closely, so it may be read where a value can't.
    let Ok(answer) = serde_json::from_slice::<Value>(bytes) else { return Corpus::Keep };
    alone(&answer);
    let response = serde_json::from_value::<Response<Value>>(answer.clone()).ok();
    // A value keeps the last of several fields of a name, where text is refused.
    if let Ok(read) = serde_json::from_slice::<Response<Value>>(bytes) {
        assert_eq!(Some(&read), response.as_ref(), "text and value are read alike");
    }
    for is_success in [
        borrowed.as_ref().map(Response::is_success),
        number.as_ref().map(Response::is_success),
        optional.as_ref().map(Response::is_success),
        nothing.as_ref().map(Response::is_success),
        response.as_ref().map(Response::is_success),
    ] {
        assert!(is_success.is_none() || is_success == answer["ok"].as_bool(), "no other success than the answer's");
    }
    if let Some(response) = response {
        agrees(response, &answer);
    }
    Corpus::Keep
});

/// What was read against what was sent.
fn agrees(response: Response<Value>, answer: &Value) {
    let code = response.code();
    if let Some(code) = code {
        let told = [&answer["status_code"], &answer["status"]].into_iter().find(|told| !told.is_null());
        let told = told.expect("no code is guessed");
        let is_number = told.as_u64() == Some(code.code().into());
        let is_text = told.as_str().is_some_and(|told| {
            let name = told.strip_suffix('.').unwrap_or(told);
            told.parse() == Ok(code) || name.parse() == Ok(code)
        });
        assert!(is_number || is_text, "{code} is not what {told} says");
        assert_eq!(response.is_success(), code.category() == Category::Success);
    }
    assert_eq!(response.as_result().is_ok(), response.is_success());
    match response.into_result() {
        Ok(result) => assert_eq!(Some(&result), answer.get("result")),
        Err(error) => {
            assert_eq!(error.code(), code);
            assert_eq!(error.is_retryable(), error.retry().is_retryable());
            assert!(error.source().is_none_or(|source| !source.to_string().is_empty()));
            for shown in [error.to_string(), format!("{error:#}")] {
                assert!(!shown.chars().any(char::is_control), "{shown:?} steers a terminal");
            }
            _ = (error.status(), error.message());
        }
    }
}

/// A value as a code alone.
fn alone(value: &Value) {
    let code = serde_json::from_value::<StatusCode>(value.clone()).ok();
    if let Some(code) = code {
        let number = value.as_u64().or_else(|| value.as_str().and_then(|text| text.parse().ok()));
        assert_eq!(number, Some(code.code().into()));
    }
    let Some(text) = value.as_str() else { return };
    let named = StatusCode::named(text);
    assert!(named.iter().all(|code| code.names().contains(&text)));
    match text.parse::<StatusCode>() {
        Ok(code) => assert!(named == [code] || text.parse() == Ok(code.code())),
        Err(error) => assert_eq!(error.candidates(), named),
    }
    assert_eq!(StatusCode::NotFound.message_in(text), StatusCode::NotFound.message_in(&text.to_uppercase()));
}

//! Inputs that nobody thought of.

use std::collections::HashSet;
use std::fmt::Debug;

use ineo_codes::{Response, StatusCode};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::{Choice, User, error, is_fit_for_a_log, read};

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
        // Without a status, a value that is not a code becomes the status.
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

//! What is read: every shape, every code, any order.

use ineo_codes::{Response, Retry, StatusCode};
use serde_json::json;

use super::{ERRORS, SUCCESSES, User, assert_contains, error, read, refusal, with_codes};

#[test]
fn every_shape_of_success() {
    for &(shape, code) in SUCCESSES {
        let answer = with_codes(shape).replace("RESULT", r#"{"id": 7, "name": "Sara"}"#);
        let response: Response<User> = read(&answer);
        assert_eq!((response.code(), response.is_success()), (code, true), "{answer}");
        assert_eq!(response.as_result(), Ok(&User { id: 7, name: "Sara" }), "{answer}");
        assert_eq!(response.into_result(), Ok(User { id: 7, name: "Sara" }), "{answer}");
    }
}

#[test]
fn every_shape_of_error() {
    for &(answer, code, status, message, retry) in ERRORS {
        let answer = &with_codes(answer);
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

#[test]
fn null_counts_as_absent() {
    let successes =
        SUCCESSES.iter().map(|(shape, _)| with_codes(shape).replace("RESULT", r#"{"id": 7, "name": "Sara"}"#));
    for answer in successes.chain(ERRORS.iter().map(|(answer, ..)| with_codes(answer))) {
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

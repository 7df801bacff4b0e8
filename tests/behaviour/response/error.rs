//! What an error says, to programs and to people.

use ineo_codes::{ApiError, StatusCode};
use serde_json::json;

use super::{OTHER, assert_contains, error, is_fit_for_a_log, read, with_codes};

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
fn errors_are_displayed_with_code_and_message() {
    for (answer, displayed) in [
        (r#"{"ok": false, "status": "not_found", "status_code": 404, "message": "no user"}"#, "404 not_found: no user"),
        (r#"{"ok": false, "status": 404}"#, "404 not_found: Nothing was found."),
        (r#"{"ok": false, "status": "phone is wrong.", "status_code": 3}"#, "3 phone_invalid: phone is wrong."),
        (r#"{"ok": false, "status": "phone is wrong."}"#, "phone is wrong."),
        (r#"{"ok": false, "status": "phone is wrong.", "message": "digits only"}"#, "phone is wrong.: digits only"),
        (r#"{"ok": false, "status": "data_error"}"#, "data_error"),
        (r#"{"ok": false, "message": "why"}"#, "why"),
        (r#"{"ok": false}"#, "i-neo did not say what went wrong."),
    ] {
        assert_eq!(error(answer).to_string(), displayed, "{answer}");
    }
    let unlisted = error(&with_codes(r#"{"ok": false, "status_code": OTHER, "message": "new"}"#));
    assert_eq!(unlisted.to_string(), format!("{OTHER}: new"));
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

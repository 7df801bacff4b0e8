//! The client from end to end: against a server on a loopback port, judged by the requests that it saw.

use std::cell::Cell;
use std::process::Command;
use std::time::Duration;

use backon::ExponentialBuilder;
use ineo_codes::{Retry, StatusCode};
use ineo_codes_example_client::server::{
    Act, BAD_GATEWAY, INVALID_INPUT, OUT_OF_CREDIT, RATE_LIMITED, RESULT, Server, UPDATING,
};
use ineo_codes_example_client::{Error, User, request_with_retries, with_retries};
use reqwest::Client;

/// What a service answers that names its delays.
#[ineo_codes::codes("tests/gateway.toml")]
enum Gateway {}

/// What became of a request to a server with this script, and how many it saw. Four are sent at most.
async fn play(script: &[Act]) -> (Result<User, Error>, usize) {
    let server = Server::start(script).await.expect("a loopback port");
    let client = Client::builder().no_proxy().build().expect("a client");
    let backoff = ExponentialBuilder::default().with_min_delay(Duration::from_millis(1)).with_max_times(3);
    let outcome = request_with_retries(&client, server.url.clone(), backoff).await;
    (outcome, server.requests())
}

#[track_caller]
fn assert_found(outcome: Result<User, Error>) {
    assert_eq!(outcome.expect("a result"), User { id: 7, name: "سارا".to_owned() });
}

#[track_caller]
fn code_of(outcome: Result<User, Error>) -> Option<StatusCode> {
    match outcome.expect_err("no result") {
        Error::Api(error) => error.code(),
        error => panic!("{error}"),
    }
}

#[tokio::test]
async fn a_result_takes_one_request() {
    let (outcome, requests) = play(&[RESULT]).await;
    assert_found(outcome);
    assert_eq!(requests, 1);
}

#[tokio::test]
async fn what_passes_is_asked_for_again() {
    let (outcome, requests) = play(&[RATE_LIMITED, UPDATING, RESULT]).await;
    assert_found(outcome);
    assert_eq!(requests, 3);
}

#[tokio::test]
async fn a_shared_name_is_asked_again_where_all_its_codes_pass() {
    let (outcome, requests) = play(&[Act::Json(r#"{"ok": false, "status": "server_error"}"#), RESULT]).await;
    assert_found(outcome);
    assert_eq!(requests, 2);
}

#[tokio::test]
async fn what_does_not_pass_is_final_at_once() {
    let (outcome, requests) = play(&[OUT_OF_CREDIT, RESULT]).await;
    let error = outcome.expect_err("no result");
    assert_eq!(error.for_a_person(), "شارژ پنل وب سرویس شما به اتمام رسیده است.");
    assert_eq!(error.to_string(), "6 no_charge: Your web service panel has run out of credit.");
    assert_eq!(code_of(Err(error)), Some(StatusCode::NoCharge));
    assert_eq!(requests, 1);
}

#[tokio::test]
async fn what_never_passes_is_given_up() {
    let (outcome, requests) = play(&[UPDATING]).await;
    assert_eq!(code_of(outcome), Some(StatusCode::Update));
    assert_eq!(requests, 4);
}

#[tokio::test]
async fn a_page_of_a_failing_or_busy_proxy_passes() {
    for page in [BAD_GATEWAY, Act::Page(429, "<html>Slow down</html>")] {
        let (outcome, requests) = play(&[page, RESULT]).await;
        assert_found(outcome);
        assert_eq!(requests, 2);
    }
    let (outcome, requests) = play(&[BAD_GATEWAY]).await;
    assert!(matches!(outcome, Err(Error::Unreadable { http, .. }) if http == 502), "{outcome:?}");
    assert_eq!(requests, 4);
}

#[tokio::test]
async fn any_other_page_is_final() {
    for status in [200, 403, 404] {
        let (outcome, requests) = play(&[Act::Page(status, "<html>Log in</html>"), RESULT]).await;
        assert!(matches!(outcome, Err(Error::Unreadable { http, .. }) if http == status), "{outcome:?}");
        assert_eq!(requests, 1);
    }
}

#[tokio::test]
async fn a_contradiction_is_no_result() {
    let contradiction = r#"{"ok": true, "status": "…", "status_code": 429, "result": {"id": 7, "name": "Sara"}}"#;
    let (outcome, requests) = play(&[Act::Json(contradiction), RESULT]).await;
    assert!(matches!(&outcome, Err(Error::Unreadable { source, .. }) if source.is_data()), "{outcome:?}");
    assert_eq!(requests, 1);
}

#[tokio::test]
async fn a_broken_connection_passes() {
    let (outcome, requests) = play(&[Act::Break, RESULT]).await;
    assert_found(outcome);
    assert_eq!(requests, 2);
    let (outcome, requests) = play(&[Act::Break]).await;
    // It broke in the middle of the answer.
    assert!(matches!(&outcome, Err(Error::Transport(error)) if error.is_body() || error.is_decode()), "{outcome:?}");
    assert_eq!(requests, 4);
}

#[tokio::test]
async fn what_was_sent_reaches_log_and_person_escaped() {
    let hostile = Act::Json(r#"{"ok": false, "status": "x\u001b[2J\u202e\n", "message": "y\u0007"}"#);
    let (outcome, _) = play(&[hostile]).await;
    let error = outcome.expect_err("no result");
    assert_eq!(error.to_string(), r"x\u{1b}[2J\u{202e}\n: y\u{7}");
    assert_eq!(error.for_a_person(), "y ");
}

/// Whatever the HTTP status is, i-neo's answer says more.
#[tokio::test]
async fn an_answer_is_read_with_any_http_status() {
    for status in [200, 400, 404, 408, 429, 500, 503] {
        let answer =
            r#"{"ok": false, "status": "not_found", "status_code": 404, "message": "کاربری با این شناسه نیست"}"#;
        let (outcome, requests) = play(&[Act::JsonWith(status, answer), RESULT]).await;
        let error = outcome.expect_err("no result");
        assert_eq!(error.for_a_person(), "کاربری با این شناسه نیست");
        assert_eq!(error.to_string(), "404 not_found: کاربری با این شناسه نیست");
        assert_eq!((code_of(Err(error)), requests), (Some(StatusCode::NotFound), 1));
    }
}

#[tokio::test]
async fn a_person_is_told_what_is_known() {
    for (answer, told) in [
        // What i-neo said, whether there is a code or not.
        (r#"{"ok": false, "status_code": 8, "message": ["کد ملی باید ۱۰ رقم باشد"]}"#, "کد ملی باید ۱۰ رقم باشد"),
        (r#"{"ok": false, "status": "کد ملی باید ۱۰ رقم باشد"}"#, "کد ملی باید ۱۰ رقم باشد"),
        // What the table says of both codes with this name.
        (r#"{"ok": false, "status": "server_error"}"#, "ارتباط با سرور برقرار نشده است."),
        // One of two codes, which differ.
        (r#"{"ok": false, "status": "data_error"}"#, "خطای ناشناخته: data_error"),
        (r#"{"ok": false}"#, "خطای ناشناخته: i-neo did not say what went wrong."),
    ] {
        let error: ineo_codes::Response<()> = serde_json::from_str(answer).expect("an answer");
        let error = Error::from(error.into_result().expect_err("an error"));
        assert_eq!(error.for_a_person(), told, "{answer}");
    }
}

/// Why the client doesn't call it: HTTP's status is all that is left.
#[tokio::test]
async fn error_for_status_throws_the_answer_away() {
    let server = Server::start(&[INVALID_INPUT]).await.expect("a loopback port");
    let client = Client::builder().no_proxy().build().expect("a client");
    let response = client.get(server.url.clone()).send().await.expect("an answer");
    let error = response.error_for_status().expect_err("an HTTP error");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
    assert!(!error.to_string().contains("کد ملی"), "{error}");
}

/// The clock stands still, and jumps where all wait.
#[tokio::test(start_paused = true)]
async fn a_named_delay_is_waited_for() {
    use Gateway::{Busy, Overloaded, Refused};

    let backoff = ExponentialBuilder::default().with_min_delay(Duration::from_secs(1)).with_max_times(3);
    let play = async |script: &[Gateway]| {
        let (requests, mut delays) = (Cell::new(0), Vec::new());
        let request = async || Err::<(), _>(script[requests.replace(requests.get() + 1)]);
        let outcome =
            with_retries(request, backoff, |code| code.retry(), |_, delay| delays.push(delay.as_secs())).await;
        (outcome, delays)
    };
    assert_eq!(Busy.retry(), Retry::After(Duration::from_secs(30)));
    assert_eq!(play(&[Busy, Overloaded, Refused]).await, (Err(Refused), vec![30, 2]));
    assert_eq!(play(&[Overloaded, Busy, Refused]).await, (Err(Refused), vec![1, 30]));
    assert_eq!(play(&[Busy, Busy, Busy, Busy]).await, (Err(Busy), vec![30, 30, 30]));
    assert_eq!(play(&[Refused]).await, (Err(Refused), vec![]));
}

#[test]
fn the_example_runs() {
    let output = Command::new(env!("CARGO_BIN_EXE_ineo-codes-example-client")).output().expect("the example starts");
    let (person, log) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{log}");
    let person: Vec<&str> = person.lines().collect();
    assert_eq!(
        person,
        [
            "سارا (7)",
            "شارژ پنل وب سرویس شما به اتمام رسیده است.",
            "کد ملی باید ۱۰ رقم باشد",
            "سارا (7)",
            "سارا (7)",
            "کل وب سرویس های اشتراکی یا وب سرویس اشتراکی مورد نظر در حال آپدیت هستند.",
        ],
    );
    for line in [
        "429 too_many_requests: You have sent too many requests.; again in ",
        "6 no_charge: Your web service panel has run out of credit.; given up after 1 request(s)",
        "HTTP 502 Bad Gateway, and the body is not an answer of i-neo: expected value at line 1 column 1; again in ",
        "no answer: ",
        "8 input_error: کد ملی باید ۱۰ رقم باشد; given up after 1 request(s)",
        "2001 update: ",
    ] {
        assert!(log.lines().any(|logged| logged.starts_with(line)), "no {line:?} in:\n{log}");
    }
}

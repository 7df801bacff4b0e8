//! Tests each library against a local server, by the requests that the server saw and the time that passed.
//!
//! Tokio's clock is paused: it jumps ahead when everything waits. So delays are exact, and take no time.

use std::collections::VecDeque;
use std::fs;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use axum::response::{IntoResponse, Response};
use axum::{Router, middleware};
use backon::ExponentialBuilder;
use http::header::RETRY_AFTER;
use http::{HeaderValue, Method, StatusCode};
use ineo_codes_example_retries::{with_backon, with_reqwest_retry, with_tower};
use ineo_codes_example_server::{ParcelCode, Problem, answer_in_language};
use reqwest::{Client, Request};
use reqwest_middleware::ClientBuilder;
use reqwest_retry::policies::ExponentialBackoff;
use reqwest_retry::{RetryError, RetryTransientMiddleware};
use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::time::Instant;
use tower::ServiceExt;
use tower::retry::backoff::{ExponentialBackoffMaker, MakeBackoff};
use tower::util::rng::HasherRng;

/// What the server does with one request.
#[derive(Clone)]
enum Act {
    Succeed,
    Refuse(ParcelCode),
    /// Refuses with a `Retry-After` of its own.
    Delay(ParcelCode, String),
    /// Answers as a proxy does.
    Proxy(u16, Option<&'static str>),
}

use Act::{Delay, Proxy, Refuse, Succeed};
use ParcelCode::{BeltStopped, DepotFull, TooHeavy};

impl Act {
    fn perform(self) -> Response {
        let with_delay = |mut response: Response, delay: &str| {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_str(delay).expect("a header"));
            response
        };
        match self {
            Succeed => "done".into_response(),
            Refuse(code) => Problem::from(code).into_response(),
            Delay(code, delay) => with_delay(Problem::from(code).into_response(), &delay),
            Proxy(status, delay) => {
                let status = StatusCode::from_u16(status).expect("a status");
                let page = (status, "<html></html>").into_response();
                delay.map_or_else(|| page, |delay| with_delay(status.into_response(), delay))
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Library {
    Backon,
    ReqwestRetry,
    Tower,
}

const LIBRARIES: [Library; 3] = [Library::Backon, Library::ReqwestRetry, Library::Tower];

impl Library {
    /// Sends a request at most three times. If the service asks for no delay, it waits about a millisecond.
    async fn send(self, request: Request) -> Result<String, String> {
        let client = Client::builder().no_proxy().build().expect("a client");
        let (least, most) = (Duration::from_millis(1), Duration::from_millis(2));
        let response = match self {
            Self::Backon => {
                let backoff =
                    ExponentialBuilder::default().with_min_delay(least).with_max_delay(most).with_max_times(2);
                with_backon::send_with_retries(&client, &request, backoff).await.map_err(|failure| failure.to_string())
            }
            Self::ReqwestRetry => {
                let policy = ExponentialBackoff::builder().retry_bounds(least, most).build_with_max_retries(2);
                let retries =
                    RetryTransientMiddleware::new_with_policy_and_strategy(policy, with_reqwest_retry::ByCode);
                let client = ClientBuilder::new(client).with(retries).with(with_reqwest_retry::ByCode).build();
                client.execute(request).await.map_err(|error| root(&error))
            }
            Self::Tower => {
                let backoff = ExponentialBackoffMaker::new(least, most, 0.0, HasherRng::new());
                let backoff = backoff.expect("bounds in their order").make_backoff();
                let policy = with_tower::ByCode { retries: 2, backoff };
                with_tower::service(client, policy).oneshot(request).await.map_err(|failure| failure.to_string())
            }
        }?;
        Ok(response.text().await.expect("a body"))
    }
}

/// The failure inside an error of reqwest-retry, which counts the retries.
fn root(error: &reqwest_middleware::Error) -> String {
    let reqwest_middleware::Error::Middleware(middleware) = error else { return error.to_string() };
    match middleware.downcast_ref::<RetryError>() {
        Some(RetryError::WithRetries { err, .. } | RetryError::Error(err)) => root(err),
        None => middleware.to_string(),
    }
}

/// Sends a request to a server with this script. Returns the outcome, the number of requests, and the time that passed.
async fn play(
    library: Library,
    method: Method,
    key: Option<&str>,
    script: &[Act],
) -> (Result<String, String>, usize, Duration) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a loopback port");
    let url = format!("http://{}/parcels", listener.local_addr().expect("it is bound"));
    let left = Arc::new(Mutex::new(VecDeque::from(script.to_vec())));
    let acts = Arc::clone(&left);
    let answer =
        async move || acts.lock().expect("no panic").pop_front().expect("no more requests than acts").perform();
    let router = Router::new().fallback(answer).layer(middleware::from_fn(answer_in_language));
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let mut request = Request::new(method, url.parse().expect("a URL"));
    if let Some(key) = key {
        request.headers_mut().insert("idempotency-key", key.parse().expect("a header"));
    }
    let start = Instant::now();
    let outcome = library.send(request).await;
    let took = start.elapsed();
    server.abort();
    (outcome, script.len() - left.lock().expect("no panic").len(), took)
}

/// Plays a script with each library, and compares the number of requests and the seconds that passed.
#[track_caller]
fn check(method: &Method, key: Option<&str>, script: &[Act], requests: usize, seconds: u64) {
    for library in LIBRARIES {
        let (outcome, seen, took) = run(play(library, method.clone(), key, script));
        assert_eq!(seen, requests, "{library:?}: {outcome:?}");
        assert_eq!(took.as_secs(), seconds, "{library:?}: {took:?}");
        assert_eq!(outcome.is_ok(), matches!(script[requests - 1], Succeed), "{library:?}: {outcome:?}");
    }
}

fn run<T>(future: impl Future<Output = T>) -> T {
    let runtime = Builder::new_current_thread().enable_all().start_paused(true).build();
    runtime.expect("a runtime").block_on(future)
}

const GET: &Method = &Method::GET;

#[test]
fn the_delay_of_the_table_is_waited_for() {
    check(GET, None, &[Succeed], 1, 0);
    check(GET, None, &[Refuse(DepotFull), Succeed], 2, 30);
    // Without one, the delays are those of the library.
    check(GET, None, &[Refuse(BeltStopped), Refuse(BeltStopped), Succeed], 3, 0);
    check(GET, None, &[Refuse(DepotFull), Refuse(BeltStopped), Succeed], 3, 30);
}

#[test]
fn retry_after_takes_precedence_over_the_table() {
    check(GET, None, &[Delay(DepotFull, "7".into()), Succeed], 2, 7);
    check(GET, None, &[Delay(BeltStopped, "45".into()), Refuse(DepotFull), Succeed], 3, 75);
    check(GET, None, &[Delay(DepotFull, "Sun, 06 Nov 1994 08:49:37 GMT".into()), Succeed], 2, 0);
    // A delay that can't be read is ignored.
    check(GET, None, &[Delay(DepotFull, "soon".into()), Succeed], 2, 30);
}

#[test]
fn the_delay_may_be_a_date() {
    for library in LIBRARIES {
        let date = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(100));
        let (outcome, requests, took) = run(play(library, Method::GET, None, &[Delay(DepotFull, date), Succeed]));
        assert_eq!((outcome, requests), (Ok("done".to_owned()), 2));
        // A date has whole seconds, and some time passes before the client reads it.
        assert!((40..=100).contains(&took.as_secs()), "{library:?}: {took:?}");
    }
}

#[test]
fn a_final_code_is_not_retried() {
    check(GET, None, &[Refuse(TooHeavy), Succeed], 1, 0);
    check(GET, None, &[Delay(TooHeavy, "7".into()), Succeed], 1, 0);
    // Delays that are too long.
    check(GET, None, &[Delay(DepotFull, "86400".into()), Succeed], 1, 0);
    check(GET, None, &[Delay(DepotFull, u64::MAX.to_string()), Succeed], 1, 0);
}

#[test]
fn the_client_gives_up_after_three_attempts() {
    check(GET, None, &[Refuse(BeltStopped), Refuse(BeltStopped), Refuse(BeltStopped), Succeed], 3, 0);
    check(GET, None, &[Refuse(DepotFull), Refuse(DepotFull), Refuse(DepotFull), Succeed], 3, 60);
    for library in LIBRARIES {
        let (outcome, ..) = run(play(library, Method::GET, None, &[Refuse(TooHeavy)]));
        assert_eq!(outcome.expect_err("it fails"), "1002 too_heavy: The parcel is too heavy.", "{library:?}");
    }
}

#[test]
fn a_request_that_is_not_idempotent_is_not_retried() {
    check(&Method::POST, None, &[Refuse(DepotFull), Succeed], 1, 0);
    check(&Method::POST, None, &[Delay(DepotFull, "7".into()), Succeed], 1, 0);
    check(&Method::PATCH, None, &[Proxy(503, None), Succeed], 1, 0);
    check(&Method::PUT, None, &[Refuse(DepotFull), Succeed], 2, 30);
    // With a key, the service recognizes a repetition.
    check(&Method::POST, Some("5f0c"), &[Refuse(DepotFull), Succeed], 2, 30);
}

#[test]
fn an_unlisted_code_has_the_advice_of_its_category() {
    check(GET, None, &[Refuse(3999.into()), Succeed], 2, 30);
    check(GET, None, &[Refuse(9999.into()), Succeed], 2, 0);
    check(GET, None, &[Refuse(5000.into()), Succeed], 1, 0);
}

#[test]
fn without_a_code_the_status_decides() {
    check(GET, None, &[Proxy(502, None), Succeed], 2, 0);
    check(GET, None, &[Proxy(503, Some("5")), Proxy(429, Some("6")), Succeed], 3, 11);
    check(GET, None, &[Proxy(404, Some("5")), Succeed], 1, 0);
}

/// The server closes every connection after it has read a request.
#[test]
fn a_broken_connection_is_retried_if_the_request_is_idempotent() {
    async fn attempts(library: Library, method: Method) -> usize {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a loopback port");
        let url = format!("http://{}/", listener.local_addr().expect("it is bound"));
        let seen = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&seen);
        tokio::spawn(async move {
            loop {
                let (mut connection, _) = listener.accept().await.expect("a connection");
                let read = connection.read(&mut [0; 1024]).await.expect("a request");
                counted.fetch_add(usize::from(read > 0), Ordering::SeqCst);
            }
        });
        let outcome = library.send(Request::new(method, url.parse().expect("a URL"))).await;
        assert!(outcome.as_ref().is_err_and(|error| error.starts_with("no answer: ")), "{library:?}: {outcome:?}");
        seen.load(Ordering::SeqCst)
    }
    for library in LIBRARIES {
        assert_eq!(run(attempts(library, Method::GET)), 3, "{library:?}");
        assert_eq!(run(attempts(library, Method::POST)), 1, "{library:?}");
    }
}

#[test]
fn an_example_is_short() {
    for module in ["with_backon", "with_reqwest_retry", "with_tower"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(module).with_extension("rs");
        let lines = fs::read_to_string(&path).expect("a module").lines().count();
        assert!(lines <= 40, "{module}: {lines} lines");
    }
}

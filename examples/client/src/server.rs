//! A server on a loopback port that plays i-neo: it answers by a script.

use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use futures_util::stream::{self, StreamExt};
use reqwest::Url;
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, yield_now};

/// What the server does with one request.
#[derive(Debug, Clone, Copy)]
pub enum Act {
    /// Answers with JSON.
    Json(&'static str),
    /// Answers with JSON and an HTTP status other than 200.
    JsonWith(u16, &'static str),
    /// Answers with a page, as proxies do.
    Page(u16, &'static str),
    /// Breaks the connection in the middle of an answer.
    Break,
}

/// Too many requests.
pub const RATE_LIMITED: Act = Act::Json(r#"{"ok": false, "status": "too_many_requests", "status_code": 429}"#);
/// The service is being updated.
pub const UPDATING: Act = Act::Json(r#"{"ok": false, "status": "update", "status_code": 2001}"#);
/// The account's credit is used up.
pub const OUT_OF_CREDIT: Act = Act::Json(r#"{"ok": false, "status": "no_charge", "status_code": 6}"#);
/// What was entered is wrong, and i-neo says how. The HTTP status is one of an error.
pub const INVALID_INPUT: Act = Act::JsonWith(
    400,
    r#"{"ok": false, "status": "input_error", "status_code": 8, "message": {"national_id": ["کد ملی باید ۱۰ رقم باشد"]}}"#,
);
/// The result, a user who is made up.
pub const RESULT: Act =
    Act::Json(r#"{"ok": true, "status": "successfully", "status_code": 200, "result": {"id": 7, "name": "سارا"}}"#);
/// A proxy's page where i-neo can't be reached.
pub const BAD_GATEWAY: Act = Act::Page(502, "<html><body><h1>502 Bad Gateway</h1></body></html>");

/// A running server, which stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    /// Where it listens.
    pub url: Url,
    requests: Arc<AtomicUsize>,
    task: JoinHandle<()>,
}

impl Server {
    /// Starts a server that follows the script, request by request, and repeats its last act.
    ///
    /// # Errors
    ///
    /// Where there is no port to listen on.
    ///
    /// # Panics
    ///
    /// Where the script is empty.
    pub async fn start(script: &[Act]) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let url = format!("http://{}/", listener.local_addr()?).parse().expect("an address makes a URL");
        let requests = Arc::new(AtomicUsize::new(0));
        let (script, seen) = (script.to_vec(), Arc::clone(&requests));
        let last = *script.last().expect("a script has an act");
        let answer = move || {
            let act = script.get(seen.fetch_add(1, Ordering::SeqCst)).copied().unwrap_or(last);
            async move { act.perform() }
        };
        let router = Router::new().fallback(answer);
        let task = tokio::spawn(async move {
            axum::serve(listener, router).await.expect("serving never ends by itself");
        });
        Ok(Self { url, requests, task })
    }

    /// How many requests it has seen.
    #[must_use]
    pub fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Act {
    fn perform(self) -> Response {
        let (status, content, body) = match self {
            Self::Json(json) => (200, "application/json", Body::from(json)),
            Self::JsonWith(status, json) => (status, "application/json", Body::from(json)),
            Self::Page(status, page) => (status, "text/html", Body::from(page)),
            Self::Break => {
                // Sent first, so that the error meets an answer that is under way.
                let start = stream::once(async { Ok(r#"{"ok": true, "status": "succ"#) });
                let end = stream::once(async {
                    yield_now().await;
                    Err(io::Error::from(io::ErrorKind::ConnectionAborted))
                });
                (200, "application/json", Body::from_stream(start.chain(end)))
            }
        };
        Response::builder()
            .status(status)
            .header(CONTENT_TYPE, content)
            .body(body)
            .expect("a status and a header of our own")
    }
}

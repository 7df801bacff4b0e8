//! Why an attempt failed, and whether to try again.

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::RETRY_AFTER;
use ineo_codes::Retry;
use ineo_codes_example_server::{ParcelCode, Problem};
use reqwest::{Client, Request, Response, StatusCode};

/// A client that is asked to wait longer than this gives up.
const LONGEST_DELAY: Duration = Duration::from_secs(10 * 60);

/// Why there is no result, and whether to send the request again.
#[derive(Debug, thiserror::Error)]
#[error("{reason}")]
pub struct Failure {
    /// What went wrong.
    pub reason: Reason,
    /// Whether it is safe to send the request twice.
    pub is_repeatable: bool,
    /// The delay in the header `Retry-After`.
    pub retry_after: Option<Duration>,
}

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum Reason {
    /// The service answered with a code.
    #[error("{0:#}")]
    Refused(ParcelCode),
    /// Something else answered, such as a proxy.
    #[error("HTTP {0}, without a code")]
    NoCode(StatusCode),
    /// There was no answer, or it broke off.
    #[error("no answer: {0}")]
    Transport(#[from] reqwest::Error),
}

impl Failure {
    /// Whether to send the request again: the advice of the code, or of the HTTP status if there is no code.
    ///
    /// `Retry-After` takes precedence over the table's delay. If it asks for more than ten minutes, the answer is
    /// [`Retry::Never`], and so it is if the request is not safe to repeat.
    #[must_use]
    pub fn retry(&self) -> Retry {
        let advice = match &self.reason {
            Reason::Refused(code) => code.retry(),
            Reason::NoCode(status) if matches!(status.as_u16(), 429 | 502..=504) => Retry::Backoff,
            Reason::NoCode(_) => Retry::Never,
            Reason::Transport(error) if error.is_builder() => Retry::Never,
            Reason::Transport(_) => Retry::Backoff,
        };
        match self.retry_after {
            _ if !self.is_repeatable => Retry::Never,
            Some(delay) if delay > LONGEST_DELAY => Retry::Never,
            Some(delay) if advice.is_retryable() => Retry::After(delay),
            _ => advice,
        }
    }
}

/// Sends a request once.
pub(crate) async fn send(client: Client, request: Request) -> Result<Response, Failure> {
    let is_repeatable = is_repeatable(&request);
    read(client.execute(request).await, is_repeatable).await
}

/// Returns an answer whose status is an error as a failure, with the code in its body.
pub(crate) async fn read(answer: reqwest::Result<Response>, is_repeatable: bool) -> Result<Response, Failure> {
    let failure = |reason| Failure { reason, is_repeatable, retry_after: None };
    let response = answer.map_err(|error| failure(error.into()))?;
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return Ok(response);
    }
    let retry_after = retry_after(response.headers());
    let body = response.bytes().await.map_err(|error| failure(error.into()))?;
    let reason = match serde_json::from_slice(&body) {
        Ok(Problem { code, .. }) => Reason::Refused(code),
        Err(_) => Reason::NoCode(status),
    };
    Err(Failure { reason, is_repeatable, retry_after })
}

/// Whether a request is safe to send twice: its method is idempotent, or it has a key by which the service recognizes a
/// repetition.
pub(crate) fn is_repeatable(request: &Request) -> bool {
    request.method().is_idempotent() || request.headers().contains_key("idempotency-key")
}

/// `Retry-After` is a number of seconds or a date (RFC 9110, section 10.2.3).
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    let seconds = || text.parse().ok().map(Duration::from_secs);
    let until = || Some(httpdate::parse_http_date(text).ok()?.duration_since(SystemTime::now()).unwrap_or_default());
    seconds().or_else(until)
}

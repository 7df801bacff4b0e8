//! A client of an i-neo web service: one request, what became of it, and whether to send it again.

pub mod server;

use std::time::Duration;

use backon::{ExponentialBuilder, Retryable};
use ineo_codes::{ApiError, Response, Retry};
use reqwest::{Client, StatusCode as HttpStatus, Url};
use serde::Deserialize;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct User {
    /// The number under which the service knows them.
    pub id: u64,
    /// What they are called.
    pub name: String,
}

/// Why there is no result.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// i-neo answered, and said why.
    #[error(transparent)]
    Api(#[from] ApiError),
    /// Something else answered, such as a proxy with a page of HTML, or i-neo in a shape of its own.
    #[error("HTTP {http}, and the body is not an answer of i-neo: {source}")]
    Unreadable {
        /// All that is left to go by.
        http: HttpStatus,
        /// Why it can't be read.
        source: serde_json::Error,
    },
    /// There was no answer, or it broke off.
    #[error("no answer: {0}")]
    Transport(#[from] reqwest::Error),
}

impl Error {
    /// Whether to send the request again, and when. All requests here only read, so it does no harm to repeat one.
    #[must_use]
    pub fn retry(&self) -> Retry {
        match self {
            Self::Api(error) => error.retry(),
            Self::Unreadable { http, .. } if http.is_server_error() || *http == HttpStatus::TOO_MANY_REQUESTS => {
                Retry::Backoff
            }
            Self::Unreadable { .. } => Retry::Never,
            // A request that couldn't even be built never will be.
            Self::Transport(error) if error.is_builder() => Retry::Never,
            Self::Transport(_) => Retry::Backoff,
        }
    }

    /// What to tell a person who reads Persian: what i-neo said, or else what the table says of the code.
    #[must_use]
    pub fn for_a_person(&self) -> String {
        match self {
            Self::Api(error) => match error.message_in("fa") {
                Some(message) => printable(message),
                None => format!("خطای ناشناخته: {error}"),
            },
            Self::Unreadable { .. } => "پاسخ سرویس قابل خواندن نیست.".to_owned(),
            Self::Transport(_) => "ارتباط با سرویس برقرار نشد.".to_owned(),
        }
    }
}

/// A text from the network for a terminal: without what breaks a line, steers the terminal, or reorders other text.
fn printable(text: &str) -> String {
    let is_steering = |character: char| {
        character.is_control() || matches!(character, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.replace(is_steering, " ")
}

/// One request.
///
/// It reads the body whatever the HTTP status is. `error_for_status()` would throw the answer away, and the HTTP status
/// that is left is not a code of i-neo's: `StatusCode::from_code(408)` is `user_blocked`.
///
/// # Errors
///
/// There is no answer, it can't be read, or it is an error.
pub async fn request(client: &Client, url: Url) -> Result<User, Error> {
    let response = client.get(url).send().await?;
    let http = response.status();
    // The body first: whatever the HTTP status, i-neo says more about it than that does.
    let body = response.bytes().await?;
    let answer: Response<User> = serde_json::from_slice(&body).map_err(|source| Error::Unreadable { http, source })?;
    Ok(answer.into_result()?)
}

/// The request until it succeeds, is final, or the delays of `backoff` run out. A request that must not be carried out
/// twice, such as one that charges an account, is not to be sent like this.
///
/// # Errors
///
/// What the last request ended with.
pub async fn request_with_retries(client: &Client, url: Url, backoff: ExponentialBuilder) -> Result<User, Error> {
    let log = |error: &Error, delay| eprintln!("{error}; again in {delay:?}");
    with_retries(|| request(client, url.clone()), backoff, Error::retry, log).await
}

/// Any request until it succeeds, is final by `retry`, or the delays of `backoff` run out.
///
/// # Errors
///
/// What the last request ended with.
pub async fn with_retries<T, E, F: Future<Output = Result<T, E>>>(
    request: impl FnMut() -> F,
    backoff: ExponentialBuilder,
    retry: impl Fn(&E) -> Retry,
    log: impl FnMut(&E, Duration),
) -> Result<T, E> {
    request
        .retry(backoff)
        .when(|error| retry(error).is_retryable())
        // A delay that is named goes before the backoff's, but not on after its end, which is `None`.
        .adjust(|error, delay| delay.map(|delay| retry(error).delay().unwrap_or(delay)))
        .notify(log)
        .await
}

//! With backon.

use backon::{ExponentialBuilder, Retryable};
use reqwest::{Client, Request, Response};

use crate::Failure;
use crate::failure::send;

/// Sends a request until it succeeds, fails for good, or the delays of `backoff` run out.
///
/// # Errors
///
/// What the last attempt ended in.
///
/// # Panics
///
/// The body is a stream, which can't be sent twice.
pub async fn send_with_retries(
    client: &Client,
    request: &Request,
    backoff: ExponentialBuilder,
) -> Result<Response, Failure> {
    let attempt = || send(client.clone(), request.try_clone().expect("the body is no stream"));
    attempt
        .retry(backoff)
        .when(|failure| failure.retry().is_retryable())
        // A delay that was asked for goes before the backoff's, but not on after its end, which is `None`.
        .adjust(|failure, delay| delay.map(|delay| failure.retry().delay().unwrap_or(delay)))
        .await
}

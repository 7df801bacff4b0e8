//! With backon.

use backon::{ExponentialBuilder, Retryable};
use reqwest::{Client, Request, Response};

use crate::Failure;
use crate::failure::send;

/// Sends a request until it succeeds, fails for good, or the delays of `backoff` run out.
///
/// # Errors
///
/// The failure of the last attempt.
///
/// # Panics
///
/// The body is a stream, which can't be sent twice.
pub async fn send_with_retries(
    client: &Client,
    request: &Request,
    backoff: ExponentialBuilder,
) -> Result<Response, Failure> {
    let attempt = || send(client.clone(), request.try_clone().expect("the body is not a stream"));
    attempt
        .retry(backoff)
        .when(|failure| failure.retry().is_retryable())
        // The service's delay replaces that of `backoff`. `None` means that no attempt is left.
        .adjust(|failure, delay| delay.map(|delay| failure.retry().delay().unwrap_or(delay)))
        .await
}

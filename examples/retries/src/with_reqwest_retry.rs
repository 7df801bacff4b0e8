//! With reqwest-middleware and reqwest-retry. A policy of reqwest-retry doesn't see the answer, so `ByCode`, which runs before
//! each attempt, waits for the rest of the delay that the last answer asked for.

use http::Extensions;
use reqwest::{Request, Response};
use reqwest_middleware::{Error, Middleware, Next, Result};
use reqwest_retry::{Retryable, RetryableStrategy};
use tokio::time::{Instant, sleep_until};

use crate::{Failure, failure};

/// The strategy of `RetryTransientMiddleware`, and a middleware: add both to the client, in this order.
pub struct ByCode;

impl RetryableStrategy for ByCode {
    fn handle(&self, outcome: &Result<Response>) -> Option<Retryable> {
        let Err(Error::Middleware(error)) = outcome else { return None };
        error.downcast_ref::<Failure>()?.retry().is_retryable().then_some(Retryable::Transient)
    }
}

#[async_trait::async_trait]
impl Middleware for ByCode {
    async fn handle(&self, request: Request, extensions: &mut Extensions, next: Next<'_>) -> Result<Response> {
        if let Some(earliest) = extensions.remove::<Instant>() {
            sleep_until(earliest).await;
        }
        let is_repeatable = failure::is_repeatable(&request);
        let answer = match next.run(request, extensions).await {
            Err(error @ Error::Middleware(_)) => return Err(error),
            Err(Error::Reqwest(error)) => Err(error),
            Ok(response) => Ok(response),
        };
        let outcome = failure::read(answer, is_repeatable).await;
        if let Some(delay) = outcome.as_ref().err().and_then(|failure| failure.retry().delay()) {
            extensions.insert(Instant::now() + delay);
        }
        outcome.map_err(Error::middleware)
    }
}

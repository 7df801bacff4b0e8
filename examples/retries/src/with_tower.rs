//! With tower.

use reqwest::{Client, Request, Response};
use tokio::time::{Sleep, sleep};
use tower::retry::backoff::{Backoff, ExponentialBackoff};
use tower::retry::{Policy, Retry};
use tower::{Service, service_fn};

use crate::Failure;
use crate::failure::send;

/// A policy that follows the advice of codes.
#[derive(Debug, Clone)]
pub struct ByCode {
    /// The number of retries that are left.
    pub retries: usize,
    /// The delays if the service doesn't ask for one.
    pub backoff: ExponentialBackoff,
}

impl Policy<Request, Response, Failure> for ByCode {
    type Future = Sleep;

    fn retry(&mut self, _: &mut Request, outcome: &mut Result<Response, Failure>) -> Option<Sleep> {
        let retry = outcome.as_ref().err()?.retry();
        self.retries = if retry.is_retryable() { self.retries.checked_sub(1)? } else { return None };
        Some(retry.delay().map_or_else(|| self.backoff.next_backoff(), sleep))
    }

    fn clone_request(&mut self, request: &Request) -> Option<Request> {
        request.try_clone()
    }
}

/// A service that sends requests, and sends them again by `policy`.
#[must_use]
pub fn service(client: Client, policy: ByCode) -> impl Service<Request, Response = Response, Error = Failure> {
    Retry::new(policy, service_fn(move |request| send(client.clone(), request)))
}

use core::fmt;
use core::time::Duration;

use crate::pad::pad;

/// Whether to send a request again, and when.
///
/// It says what may help, not what is safe. A service that answered with an error, or not at all, may still have carried
/// out the request: if it charges an account or sends a message, a retry may do so twice. Retry only requests that are
/// idempotent, or that carry an idempotency key by which the service recognizes a repetition.
///
/// ```
/// use ineo_codes::{Retry, StatusCode};
///
/// assert_eq!(StatusCode::TooManyRequests.retry(), Retry::Backoff);
/// assert_eq!(StatusCode::NotFound.retry(), Retry::Never);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Retry {
    /// Don't: the same request would get the same answer.
    Never,
    /// After a delay of your choice that grows with each attempt: the service doesn't say how long to wait.
    Backoff,
    /// After this delay.
    After(Duration),
}

impl Retry {
    /// Whether to send the request again at all: true for all but [`Never`](Self::Never).
    ///
    /// ```
    /// use ineo_codes::Retry;
    ///
    /// assert!(Retry::Backoff.is_retryable());
    /// assert!(!Retry::Never.is_retryable());
    /// ```
    #[must_use]
    #[inline]
    pub const fn is_retryable(self) -> bool {
        !matches!(self, Self::Never)
    }

    /// The delay, if the service asks for one.
    ///
    /// ```
    /// use core::time::Duration;
    /// use ineo_codes::Retry;
    ///
    /// assert_eq!(Retry::After(Duration::from_secs(30)).delay(), Some(Duration::from_secs(30)));
    /// assert_eq!(Retry::Backoff.delay(), None);
    /// ```
    #[must_use]
    #[inline]
    pub const fn delay(self) -> Option<Duration> {
        match self {
            Self::After(delay) => Some(delay),
            Self::Never | Self::Backoff => None,
        }
    }
}

/// `never`, `backoff`, or `after 30s`.
impl fmt::Display for Retry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Never => f.pad("never"),
            Self::Backoff => f.pad("backoff"),
            Self::After(delay) => pad(f, format_args!("after {delay:?}")),
        }
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use core::time::Duration;
    use std::format;

    use super::Retry;

    #[test]
    fn every_variant_is_padded() {
        let after = |seconds| Retry::After(Duration::from_secs_f64(seconds));
        for (retry, displayed) in [
            (Retry::Never, "[never     ] [     never] [^^never^^^] [nev]"),
            (Retry::Backoff, "[backoff   ] [   backoff] [^backoff^^] [bac]"),
            (after(30.0), "[after 30s ] [ after 30s] [after 30s^] [aft]"),
            (after(1.5), "[after 1.5s] [after 1.5s] [after 1.5s] [aft]"),
        ] {
            assert_eq!(format!("[{retry:10}] [{retry:>10}] [{retry:^^10}] [{retry:.3}]"), displayed);
        }
    }
}

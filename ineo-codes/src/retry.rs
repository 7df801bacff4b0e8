use core::fmt;
use core::time::Duration;

/// Whether to send a request again, and when.
///
/// ```
/// use ineo_codes::{Retry, StatusCode};
///
/// assert_eq!(StatusCode::TooManyRequests.retry(), Retry::Backoff);
/// assert_eq!(StatusCode::NotFound.retry(), Retry::Never);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Retry {
    /// Not at all: the same request would get the same answer.
    Never,
    /// After a delay of one's own choice that grows from try to try: the service names none.
    Backoff,
    /// After just this long.
    After(Duration),
}

impl Retry {
    /// Whether it is anything but [`Never`](Self::Never).
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

    /// The delay that the service asks for, where it asks for one.
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

/// As tables write it: `never`, `backoff`, or `after 30s`.
impl fmt::Display for Retry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Never => f.pad("never"),
            Self::Backoff => f.pad("backoff"),
            Self::After(delay) => write!(f, "after {delay:?}"),
        }
    }
}

//! i-neo: its codes and its answers.

#[cfg(feature = "serde")]
mod api_error;
#[cfg(feature = "serde")]
mod escape;
#[cfg(feature = "serde")]
mod nullable;
#[cfg(feature = "serde")]
mod read;
#[cfg(feature = "serde")]
mod response;
#[cfg(feature = "serde")]
mod sent;

use crate::codes;

#[cfg(feature = "serde")]
pub use self::{api_error::ApiError, response::Response};

/// A status code of the i-neo web services.
///
/// ```
/// use ineo_codes::{Category, StatusCode};
///
/// fn report(status_code: u16) -> String {
///     match StatusCode::from_code(status_code) {
///         StatusCode::Successfully => "done".to_owned(),
///         code if code.is_retryable() => format!("busy, try again later ({code})"),
///         code if code.category() == Category::InvalidRequest => format!("fix your input: {}", code.message()),
///         code => format!("{code:#}"),
///     }
/// }
///
/// assert_eq!(report(200), "done");
/// assert_eq!(report(429), "busy, try again later (429 too_many_requests)");
/// assert_eq!(report(3), "fix your input: The format of the mobile number is wrong.");
/// assert_eq!(report(404), "404 not_found: Nothing was found.");
/// assert_eq!(report(7), "7 unrecognized: i-neo sent a code that is not in its table.");
/// ```
///
/// The numbers, names and Persian messages are exactly the published ones: `access_deniad` has this spelling on the wire,
/// two names have two codes each, and 404 has two names. The English messages, the categories, the retry advice and the
/// HTTP statuses are this crate's interpretation.
///
/// The numbers are those of `status_code` in i-neo's answers, not HTTP statuses, although some look alike. An HTTP status
/// compiles as a code, but means something else:
///
/// ```
/// # use ineo_codes::StatusCode;
/// // HTTP: Request Timeout, which passes. i-neo: the owner of the access token is blocked.
/// assert_eq!(StatusCode::from_code(408), StatusCode::UserBlocked);
/// ```
///
/// With the feature `serde`, `Response` reads a whole answer. [`codes`](macro@codes) generates the enum, and its docs
/// describe everything here.
#[codes("codes.toml", category = Category, crate = crate)]
pub enum StatusCode {}

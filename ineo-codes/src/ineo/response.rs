//! i-neo's answers: what became of a request, from JSON to a decision.

use alloc::boxed::Box;
use core::error::Error;
use core::fmt::{self, Display};
use core::slice;

use super::escape::Escaped;
use super::read;
use crate::{ParseCodeError, Retry, StatusCode};

/// An answer of an i-neo web service, which holds either the result or why there is none.
///
/// Read it with serde, then take the [`Result`] out of it:
///
/// ```
/// use ineo_codes::{Response, StatusCode};
///
/// let answer = r#"{"ok": true, "status": "successfully", "status_code": 200, "result": {"id": 7}}"#;
/// let response: Response<serde_json::Value> = serde_json::from_str(answer)?;
/// assert_eq!(response.into_result().unwrap()["id"], 7);
///
/// let answer = r#"{"ok": false, "status": "not_found", "status_code": 404, "message": "no such user"}"#;
/// let response: Response<serde_json::Value> = serde_json::from_str(answer)?;
/// let error = response.into_result().unwrap_err();
/// assert_eq!(error.code(), Some(StatusCode::NotFound));
/// assert_eq!(error.to_string(), "404 not_found: no such user");
/// assert!(!error.is_retryable());
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # What it reads
///
/// Every shape in which i-neo answers:
///
/// ```
/// # use ineo_codes::{Response, StatusCode};
/// # for (answer, code, succeeds) in [
/// # (
/// // today's
/// r#"{"ok": true, "status": "successfully", "status_code": 200, "result": {}}"#
/// # , Some(StatusCode::Successfully), true), (
/// r#"{"ok": false, "status": "not_found", "status_code": 404, "message": "…"}"#
/// # , Some(StatusCode::NotFound), false), (
/// // older: no `status_code`
/// r#"{"ok": true, "status": "successfully", "result": {}, "powered_by": "…"}"#
/// # , Some(StatusCode::Successfully), true), (
/// // some endpoints: a full stop, a number, free text
/// r#"{"ok": true, "status": "successfully.", "result": {}}"#
/// # , Some(StatusCode::Successfully), true), (
/// r#"{"ok": false, "status": 400}"#
/// # , Some(StatusCode::BadRequest), false), (
/// r#"{"ok": false, "status": "phone number is incorrect."}"#
/// # , None, false), (
/// r#"{"ok": true, "status": "scan successfully.", "result": {}}"#
/// # , None, true),
/// # ] {
/// #     let response: Response<serde_json::Value> = serde_json::from_str(answer).expect(answer);
/// #     assert_eq!((response.code(), response.is_success()), (code, succeeds), "{answer}");
/// # }
/// ```
///
/// `status_code`, a number or a decimal string, tells the code. Without it `status` does: as a number or as a name that
/// only one code bears, with or without a full stop. Where neither tells one, `ok` alone decides between result and
/// error, and the [code](Self::code) is `None`; none is ever guessed.
///
/// The fields may stand in any order, and unknown ones are ignored. Of the known ones only `ok` must be there, none but
/// `result` may be `null`, and none may occur twice. An absent `result` is as good as `null` where `T` is an `Option`
/// or `()`.
///
/// `T` may borrow from the input, as in `Response<&str>`.
///
/// # What it refuses
///
/// An answer that contradicts itself is no answer but an error of the format that is read, such as
/// `serde_json::Error`: `ok` is false but the code says success, `ok` is true but the code says anything else, or
/// success comes without the `result` that `T` needs.
///
/// ```
/// use ineo_codes::Response;
///
/// let answer = r#"{"ok": true, "status": "successfully", "status_code": 429, "result": "…"}"#;
/// let error = serde_json::from_str::<Response<&str>>(answer).unwrap_err();
/// assert!(
///     error.to_string().starts_with(
///         "the answer contradicts itself: `ok` is true, but `status_code` is 429 too_many_requests"
///     ),
/// );
/// ```
///
/// What goes wrong within a field is reported under its name, as serde's custom error. So
/// `serde_json::Error::classify` calls it `Data` even where the input broke off: receive an answer as a whole before
/// reading it.
///
/// Nothing is buffered, and the `result` of an error is skipped whatever it is. Only where it comes before both `ok` and
/// `status_code`, which i-neo doesn't do, it must be a `T` or `null` even in an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response<T> {
    pub(super) code: Option<StatusCode>,
    pub(super) result: Result<T, ApiError>,
}

impl<T> Response<T> {
    /// The result, or why there is none.
    ///
    /// # Errors
    ///
    /// Where the answer is an error.
    #[inline]
    pub fn into_result(self) -> Result<T, ApiError> {
        self.result
    }

    /// The same by reference.
    ///
    /// # Errors
    ///
    /// Where the answer is an error.
    #[inline]
    pub fn as_result(&self) -> Result<&T, &ApiError> {
        self.result.as_ref()
    }

    /// Whether there is a result.
    #[must_use]
    #[inline]
    pub fn is_success(&self) -> bool {
        self.result.is_ok()
    }

    /// The code, where the answer tells just one.
    #[must_use]
    #[inline]
    pub fn code(&self) -> Option<StatusCode> {
        self.code
    }
}

/// An answer of an i-neo web service that says why there is no result.
///
/// It comes out of [`Response::into_result`]. What i-neo sent is escaped where this is displayed, so that no answer
/// writes control characters or bidirectional controls into a log.
///
/// ```
/// use ineo_codes::{ApiError, Response, Retry, StatusCode};
///
/// fn read(answer: &str) -> ApiError {
///     serde_json::from_str::<Response<()>>(answer).unwrap().into_result().unwrap_err()
/// }
///
/// let error = read(r#"{"ok": false, "status": "too_many_requests", "status_code": 429}"#);
/// assert_eq!(error.code(), Some(StatusCode::TooManyRequests));
/// assert_eq!(error.retry(), Retry::Backoff);
/// assert_eq!(error.message(), "You have sent more requests than is allowed.");
/// // For a person: the table's message in their language, where there is a code.
/// assert_eq!(
///     error.code().and_then(|code| code.message_in("fa-IR")),
///     Some("تعداد درخواست های شما بیش از حد مجاز است."),
/// );
///
/// let error = read(r#"{"ok": false, "status": "phone number is incorrect."}"#);
/// assert_eq!(error.code(), None);
/// assert_eq!(error.message(), "phone number is incorrect.");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiError {
    /// The code, or the codes between which a shared name leaves the choice.
    pub(super) code: Result<StatusCode, ParseCodeError<StatusCode>>,
    pub(super) status: Box<str>,
    pub(super) message: Option<Box<str>>,
}

/// The message where the answer gives no clue.
const UNEXPLAINED: &str = "i-neo did not say what went wrong.";

impl ApiError {
    /// The code, where the answer tells just one.
    ///
    /// `None` where it has no `status_code`, and its `status` is neither number nor name, or a name that several codes
    /// bear.
    ///
    /// ```
    /// # use ineo_codes::Response;
    /// let answer = r#"{"ok": false, "status": "data_error"}"#;
    /// let error = serde_json::from_str::<Response<()>>(answer)?.into_result().unwrap_err();
    /// // It may be 402, it may be 404.
    /// assert_eq!(error.code(), None);
    /// assert_eq!(error.status(), "data_error");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn code(&self) -> Option<StatusCode> {
        self.code.ok()
    }

    /// The `status` as sent, a number in decimal; empty where there was none.
    #[must_use]
    pub fn status(&self) -> &str {
        &self.status
    }

    /// What went wrong: the `message` as sent, else a `status` that is free text, else what the table says of the code.
    ///
    /// It may hold anything that JSON strings can. To show it, use [`Display`], or escape it as your output asks.
    #[must_use]
    pub fn message(&self) -> &str {
        if let Some(message) = &self.message {
            return message;
        }
        let is_free_text = codes(&read::code_of(&self.status)).is_empty();
        match &*self.status {
            blank if blank.trim().is_empty() => self.agreed(StatusCode::message).unwrap_or(UNEXPLAINED),
            text if is_free_text => text,
            name => self.agreed(StatusCode::message).unwrap_or(name),
        }
    }

    /// Whether to send the request again, and when: what the table says of the code.
    ///
    /// Where several codes share the name that was sent, it is what the table says of each alike. In all other cases
    /// without a code it is [`Retry::Never`].
    ///
    /// ```
    /// # use ineo_codes::{Response, Retry};
    /// let answer = r#"{"ok": false, "status": "server_error"}"#;
    /// let error = serde_json::from_str::<Response<()>>(answer)?.into_result().unwrap_err();
    /// // It may be 502, it may be 504: either passes.
    /// assert_eq!((error.code(), error.retry()), (None, Retry::Backoff));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn retry(&self) -> Retry {
        self.agreed(StatusCode::retry).unwrap_or(Retry::Never)
    }

    /// Whether [`retry`](Self::retry) is anything but [`Retry::Never`].
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        self.retry().is_retryable()
    }

    /// What holds for each code that the answer may mean.
    fn agreed<V: PartialEq>(&self, of: impl Fn(StatusCode) -> V) -> Option<V> {
        let (first, others) = codes(&self.code).split_first()?;
        let value = of(*first);
        others.iter().all(|other| of(*other) == value).then_some(value)
    }
}

/// The code and the message, as in `404 not_found: Nothing was found to return.`; without a code, the status takes its
/// place.
impl Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = self.message();
        match self.code() {
            Some(code) => write!(f, "{code}: ")?,
            None if *self.status == *message || self.status.is_empty() => {}
            None => write!(f, "{}: ", Escaped(&self.status))?,
        }
        Escaped(message).fmt(f)
    }
}

impl Error for ApiError {}

/// The codes that a text may mean: one, none, or those that share a name.
pub(super) fn codes(code: &Result<StatusCode, ParseCodeError<StatusCode>>) -> &[StatusCode] {
    match code {
        Ok(code) => slice::from_ref(code),
        Err(error) => error.candidates(),
    }
}

//! The error that an answer reports.

use alloc::boxed::Box;
use core::error::Error;
use core::fmt::{self, Display};
use core::slice;

use super::escape::Escaped;
use crate::pad::pad;
use crate::{Retry, StatusCode};

/// The error that an answer of an i-neo web service reports.
///
/// [`Response::into_result`](crate::Response::into_result) returns it.
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
/// // For a log.
/// assert_eq!(error.to_string(), "429 too_many_requests: You have sent too many requests.");
/// // For a person.
/// assert_eq!(error.message_in("fa-IR"), Some("تعداد درخواست های شما بیش از حد مجاز است."));
///
/// // A message that i-neo sent is more specific than the table's.
/// let error = read(r#"{"ok": false, "status_code": 8, "message": "کد ملی باید ۱۰ رقم باشد"}"#);
/// assert_eq!(error.code(), Some(StatusCode::InputError));
/// assert_eq!(error.message_in("fa-IR"), Some("کد ملی باید ۱۰ رقم باشد"));
///
/// // An error without a code.
/// let error = read(r#"{"ok": false, "status": "phone number is incorrect."}"#);
/// assert_eq!(error.code(), None);
/// assert_eq!(error.message(), "phone number is incorrect.");
/// ```
///
/// What i-neo sent may contain any character. [`Display`] escapes control characters and bidirectional controls, so that an
/// answer can't write them into a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiError {
    pub(super) candidates: Candidates,
    pub(super) status: Box<str>,
    pub(super) message: Option<Box<str>>,
}

/// The message if the answer says nothing.
const UNEXPLAINED: &str = "i-neo did not say what went wrong.";

impl ApiError {
    /// The code, if the answer gives exactly one.
    ///
    /// It is `None` if there is no `status_code`, and `status` is neither a number nor the name of one code. If it is a
    /// name that several codes share, [`candidates`](Self::candidates) has these codes.
    ///
    /// ```
    /// # use ineo_codes::Response;
    /// let answer = r#"{"ok": false, "status": "data_error"}"#;
    /// let error = serde_json::from_str::<Response<()>>(answer)?.into_result().unwrap_err();
    /// // It may be 402 or 404.
    /// assert_eq!(error.code(), None);
    /// assert_eq!(error.status(), "data_error");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn code(&self) -> Option<StatusCode> {
        self.candidates.one()
    }

    /// The codes that the answer may mean: the one code, all that share the name that was sent, or none.
    ///
    /// ```
    /// # use ineo_codes::{Response, StatusCode};
    /// let answer = r#"{"ok": false, "status": "data_error"}"#;
    /// let error = serde_json::from_str::<Response<()>>(answer)?.into_result().unwrap_err();
    /// assert_eq!(error.candidates(), [StatusCode::DataError, StatusCode::NotFound]);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn candidates(&self) -> &[StatusCode] {
        self.candidates.as_slice()
    }

    /// The `status` as sent, a number in decimal; empty if there was none.
    ///
    /// If there was none, and `status_code` is not a code, it is the value of `status_code`.
    #[must_use]
    pub fn status(&self) -> &str {
        &self.status
    }

    /// What went wrong, in the language of the service, else in English.
    ///
    /// It is the `message` as sent, else a `status` that is free text, else the table's message for the code. If the answer
    /// has only a name that several codes share, and their messages differ, it is that name.
    ///
    /// It may contain any character. To show it, use [`Display`], or escape it for your output.
    #[must_use]
    pub fn message(&self) -> &str {
        self.sent_message().or_else(|| self.agreed(StatusCode::message)).unwrap_or_else(|| {
            // Only a shared name is left.
            if Candidates::of_status(&self.status).as_slice().is_empty() { UNEXPLAINED } else { &self.status }
        })
    }

    /// What went wrong, for a person who reads `language`: a language tag (BCP 47) such as `fa-IR`, or what the
    /// environment variable `LANG` has, such as `fa_IR.UTF-8`.
    ///
    /// It is the `message` as sent, in any language, since it is more specific than the table's; else a `status` that is free
    /// text; else the table's message for the code in that language. If the answer has only a name that several codes share,
    /// it is their common message, if they agree.
    ///
    /// `None` if i-neo sent no text, and there is no code, the codes differ, or the table doesn't have the language.
    ///
    /// It may contain any character. Escape it for your output.
    ///
    /// ```
    /// # use ineo_codes::{ApiError, Response};
    /// # fn read(answer: &str) -> ApiError {
    /// #     serde_json::from_str::<Response<()>>(answer).unwrap().into_result().unwrap_err()
    /// # }
    /// let error = read(r#"{"ok": false, "status": "not_found", "message": "کاربری با این شناسه نیست"}"#);
    /// assert_eq!(error.message_in("fa"), Some("کاربری با این شناسه نیست"));
    ///
    /// // 502 and 504 share this name, and the text.
    /// let error = read(r#"{"ok": false, "status": "server_error"}"#);
    /// assert_eq!(error.message_in("fa"), Some("ارتباط با سرور برقرار نشده است."));
    /// assert_eq!(error.message_in("de"), None);
    ///
    /// // 402 and 404 share this name, but not the text.
    /// let error = read(r#"{"ok": false, "status": "data_error"}"#);
    /// assert_eq!(error.message_in("fa"), None);
    /// ```
    #[must_use]
    pub fn message_in(&self, language: &str) -> Option<&str> {
        self.sent_message().or_else(|| self.agreed(|code| code.message_in(language)).flatten())
    }

    /// Whether to send the request again, and when: the table's advice for the code.
    ///
    /// If the answer has only a name that several codes share, their common advice is returned, if they agree. Otherwise,
    /// and without any code, it is [`Retry::Never`].
    ///
    /// Retry only requests that may be carried out twice: see [`Retry`].
    ///
    /// ```
    /// # use ineo_codes::{Response, Retry};
    /// let answer = r#"{"ok": false, "status": "server_error"}"#;
    /// let error = serde_json::from_str::<Response<()>>(answer)?.into_result().unwrap_err();
    /// // It may be 502 or 504. Both may pass.
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

    /// The text that i-neo sent for people.
    fn sent_message(&self) -> Option<&str> {
        self.message.as_deref().or_else(|| self.is_free_text().then_some(&*self.status))
    }

    /// Whether the status is not a name, a number or a boolean.
    fn is_free_text(&self) -> bool {
        let status = &*self.status;
        !status.trim().is_empty()
            && Candidates::of_status(status).as_slice().is_empty()
            && self.code().is_none_or(|code| code.name() != status)
            && status.parse::<f64>().is_err()
            && status.parse::<bool>().is_err()
    }

    /// A value on which all candidates agree.
    fn agreed<V: PartialEq>(&self, of: impl Fn(StatusCode) -> V) -> Option<V> {
        let (first, others) = self.candidates().split_first()?;
        let value = of(*first);
        others.iter().all(|other| of(*other) == value).then_some(value)
    }
}

/// The error of an answer with this code, and its name as the status. For tests, and for servers that imitate i-neo.
///
/// ```
/// use ineo_codes::{ApiError, Response, StatusCode};
///
/// let error = ApiError::from(StatusCode::NotFound);
/// assert_eq!(error.code(), Some(StatusCode::NotFound));
/// assert_eq!(error.status(), "not_found");
/// assert_eq!(error.to_string(), "404 not_found: Nothing was found.");
///
/// let answer = r#"{"ok": false, "status": "not_found", "status_code": 404}"#;
/// let read: Response<()> = serde_json::from_str(answer)?;
/// assert_eq!(read.into_result(), Err(error));
/// # Ok::<(), serde_json::Error>(())
/// ```
impl From<StatusCode> for ApiError {
    fn from(code: StatusCode) -> Self {
        Self { candidates: Candidates::One(code), status: code.name().into(), message: None }
    }
}

/// The code and the message, as in `404 not_found: Nothing was found.`; without a code, the status and the message. What
/// i-neo sent is escaped. Width and alignment are honoured.
impl Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = self.message();
        let escaped = Escaped(message);
        match self.code() {
            Some(code) => pad(f, format_args!("{code}: {escaped}")),
            None if *self.status == *message || self.status.is_empty() => pad(f, escaped),
            None => pad(f, format_args!("{}: {escaped}", Escaped(&self.status))),
        }
    }
}

impl Error for ApiError {}

/// The codes that an answer may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Candidates {
    One(StatusCode),
    /// All codes that share a name; or none.
    Several(&'static [StatusCode]),
}

impl Candidates {
    pub(super) const NONE: Self = Self::Several(&[]);

    /// The codes that a `status` may mean: that of a number, or those with a name, with or without a full stop.
    pub(super) fn of_status(status: &str) -> Self {
        match status.strip_suffix('.').unwrap_or(status).parse() {
            Ok(code) => Self::One(code),
            Err(error) => Self::Several(error.candidates()),
        }
    }

    pub(super) fn one(self) -> Option<StatusCode> {
        match self {
            Self::One(code) => Some(code),
            Self::Several(_) => None,
        }
    }

    pub(super) fn as_slice(&self) -> &[StatusCode] {
        match self {
            Self::One(code) => slice::from_ref(code),
            Self::Several(codes) => codes,
        }
    }
}

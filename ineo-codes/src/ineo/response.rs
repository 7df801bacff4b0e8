//! The answer as a whole: a result or an error.

use crate::{ApiError, StatusCode};

/// An answer of an i-neo web service: the result, or the error that i-neo reports.
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
/// assert_eq!(error.message(), "no such user");
/// assert_eq!(error.to_string(), "404 not_found: no such user");
/// assert!(!error.is_retryable());
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// `T` is the type of the result. It may borrow from the input, as in `Response<&str>`. Use `Response<()>` or
/// `Response<Option<T>>` for a service that may succeed without a result.
///
/// # Three mistakes to avoid
///
/// **Don't drop the body of an HTTP error.** i-neo's answer explains what went wrong; the HTTP status says less. With reqwest,
/// don't call `error_for_status()`: it throws the answer away. Read the body first, and look at the HTTP status only if the
/// body is not an answer, for example if a proxy sent a page of HTML.
///
/// **Don't convert the HTTP status into a code.** Both are numbers, so it compiles, but they mean different things:
///
/// ```
/// use ineo_codes::StatusCode;
///
/// // HTTP: Request Timeout. i-neo: the owner of the access token is blocked on Telegram.
/// assert_eq!(StatusCode::from_code(408), StatusCode::UserBlocked);
/// // HTTP: Created. i-neo: not in the table.
/// assert!(!StatusCode::from_code(201).is_recognized());
/// ```
///
/// **Don't retry what must not happen twice.** A retryable code doesn't mean that nothing was done. If the request charges an
/// account or sends a message, a retry may do so twice. See [`Retry`](crate::Retry).
///
/// # The fields of an answer
///
/// | field | value | meaning |
/// |---|---|---|
/// | `ok` | `true` or `false`, required | whether the request succeeded |
/// | `status_code` | an integer from 0 to 65535, as a number or a decimal string | the code |
/// | `status` | a name, a number, or free text | without `status_code`: the code, if it is a number or the name of one code, with or without a full stop |
/// | `message` | a text, or a list or an object of texts | what went wrong; several texts are joined by `"; "` |
/// | `result` | a `T` | the result |
///
/// `ok` decides between result and error, so an answer without a code is readable too. A code is never guessed: if
/// neither `status_code` nor `status` gives one, the [code](Self::code) is `None`.
///
/// `null` counts as absent, except for `ok`. The order of the fields doesn't matter, and unknown fields are ignored.
/// These are the shapes in which i-neo answers:
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
/// # An error is never lost
///
/// If `ok` is false there is always an [`ApiError`], regardless of the values and types of the other fields:
///
/// ```
/// # use ineo_codes::{ApiError, Response, StatusCode};
/// # fn read(answer: &str) -> ApiError {
/// #     serde_json::from_str::<Response<()>>(answer).unwrap().into_result().unwrap_err()
/// # }
/// // Texts of a validator are joined.
/// let error = read(r#"{"ok": false, "status_code": 400, "message": {"mobile": ["too short", "not a number"]}}"#);
/// assert_eq!(error.code(), Some(StatusCode::BadRequest));
/// assert_eq!(error.message(), "too short; not a number");
///
/// // A `status_code` that can't be a code is ignored. If there is no `status`, the value becomes the status.
/// let error = read(r#"{"ok": false, "status_code": 70000, "message": "why"}"#);
/// assert_eq!((error.code(), error.status(), error.message()), (None, "70000", "why"));
///
/// // `ok` decides, even against the code.
/// let error = read(r#"{"ok": false, "status_code": 200, "message": "why"}"#);
/// assert_eq!(error.to_string(), "200 successfully: why");
/// ```
///
/// # What is refused
///
/// These answers are errors of the format that is read, such as `serde_json::Error`:
///
/// - `ok` is missing, or not a boolean.
/// - One of the five fields occurs twice.
/// - `ok` is true, but the code is an error according to the table. A code outside the table is a success.
/// - `ok` is true, but `status_code` is not an integer from 0 to 65535.
/// - `ok` is true, but there is no `result`, or it is not a `T`. If `T` is an `Option` or `()`, it may be absent.
/// - `ok` is false, but `result` comes before both `ok` and `status_code`, and is neither `null` nor a `T`. i-neo never
///   sends that. In all other errors `result` is skipped, whatever its type.
///
/// ```
/// # use ineo_codes::{Response, StatusCode};
/// let answer = r#"{"ok": true, "status": "successfully", "status_code": 429, "result": "…"}"#;
/// let error = serde_json::from_str::<Response<&str>>(answer).unwrap_err();
/// assert!(
///     error.to_string().starts_with(
///         "the answer contradicts itself: `ok` is true, but `status_code` is 429 too_many_requests"
///     ),
/// );
///
/// let answer = r#"{"ok": true, "status": "created", "status_code": 201, "result": "…"}"#;
/// let response: Response<&str> = serde_json::from_str(answer)?;
/// assert_eq!((response.code(), response.is_success()), (Some(StatusCode::from_code(201)), true));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// An error within a field names the field, and is a custom error of serde. So `serde_json::Error::classify` returns `Data`, even
/// if the input ended there: receive the whole answer before you read it. The result is never buffered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response<T> {
    pub(super) code: Option<StatusCode>,
    pub(super) result: Result<T, ApiError>,
}

impl<T> Response<T> {
    /// The result.
    ///
    /// # Errors
    ///
    /// The error that the answer reports.
    #[inline]
    pub fn into_result(self) -> Result<T, ApiError> {
        self.result
    }

    /// The same by reference.
    ///
    /// # Errors
    ///
    /// The error that the answer reports.
    #[inline]
    pub fn as_result(&self) -> Result<&T, &ApiError> {
        self.result.as_ref()
    }

    /// Whether there is a result: what `ok` says.
    #[must_use]
    #[inline]
    pub fn is_success(&self) -> bool {
        self.result.is_ok()
    }

    /// The code, if the answer gives exactly one.
    #[must_use]
    #[inline]
    pub fn code(&self) -> Option<StatusCode> {
        self.code
    }
}

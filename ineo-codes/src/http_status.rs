//! Codes as statuses of the crate `http`.

use http::StatusCode;

/// The status of this number, which a table keeps from 100 to 599.
#[must_use]
pub fn http_status(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

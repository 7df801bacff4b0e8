//! Codes as statuses of the crate `http`.

use http::StatusCode;

/// The conversion into the type of the crate `http`, where this crate has the feature.
#[doc(hidden)]
#[macro_export]
macro_rules! __http {
    ($codes:ident) => {
        /// The HTTP status your server should respond with.
        impl ::core::convert::From<$codes> for $crate::__private::HttpStatus {
            fn from(code: $codes) -> Self {
                $crate::__private::http_status(code.http_status())
            }
        }
    };
}

/// The status with this number. The table makes sure that it is from 100 to 599.
#[must_use]
pub fn http_status(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

//! Status codes of web services as Rust enums, generated from a table at build time; i-neo's included.

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod code;
mod coverage;
#[allow(clippy::cast_possible_truncation, clippy::cast_lossless, reason = "a hash is cut on purpose, in const code")]
#[doc(hidden)]
pub mod hash;
mod language;
mod packed;
mod parse;
mod retry;

pub use self::code::{Categorized, Code, Representation, Unrecognized};
pub use self::parse::ParseCodeError;
pub use self::retry::Retry;
pub use ineo_codes_derive::{FromCode, codes};

/// What generated code refers to. Not for use by hand: it changes with every version.
#[doc(hidden)]
pub mod __private {
    pub use crate::code::{Rows, Tabulated, display};
    pub use crate::coverage::{Claim, Coverage, Selection, assert_code};
    pub use crate::hash;
    #[cfg(feature = "http")]
    pub use crate::http_status::http_status;
    pub use crate::language::language;
    pub use crate::packed::{Column, Packed, Pages, Slots, Texts, between};
    pub use crate::parse::parse;
    #[cfg(feature = "http")]
    pub use http::StatusCode as HttpStatus;
    #[cfg(feature = "serde")]
    pub use {crate::number, serde};
}

#[cfg(feature = "http")]
mod http_status;
#[cfg(feature = "serde")]
#[doc(hidden)]
pub mod number;

/// The impls of serde, where this crate has the feature: a `cfg` in generated code would ask the user's.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($codes:ident) => {
        /// As the number.
        impl $crate::__private::serde::Serialize for $codes {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serde::Serialize::serialize(&self.code(), serializer)
            }
        }

        /// From a number, in human-readable formats from a decimal string too.
        impl<'de> $crate::__private::serde::Deserialize<'de> for $codes {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::number::deserialize(deserializer)
            }
        }
    };
}

#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($codes:ident) => {};
}

/// The conversion into the type of the crate `http`, where this crate has the feature.
#[cfg(feature = "http")]
#[doc(hidden)]
#[macro_export]
macro_rules! __http {
    ($codes:ident) => {
        /// The status with which one's own server should answer.
        impl ::core::convert::From<$codes> for $crate::__private::HttpStatus {
            fn from(code: $codes) -> Self {
                $crate::__private::http_status(code.http_status())
            }
        }
    };
}

#[cfg(not(feature = "http"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __http {
    ($codes:ident) => {};
}

/// A status code of the i-neo web services.
#[codes("codes.toml", category = Category, crate = crate)]
pub enum StatusCode {}

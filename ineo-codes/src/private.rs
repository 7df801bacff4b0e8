//! What generated code uses. Not a public interface: it changes with every version.

pub use crate::code::{debug_unrecognized, display};
pub use crate::error::{parse, parse_text};
pub use crate::from_code::{ByNumber, ByText, Claim, Coverage, Flag, Rows, Selected, Selection, Tabulated};
#[cfg(feature = "arbitrary")]
pub use crate::interop::arbitrary::{arbitrary_code, arbitrary_size};
#[cfg(feature = "defmt")]
pub use crate::interop::defmt::format;
#[cfg(feature = "http")]
pub use crate::interop::http::http_status;
#[cfg(feature = "schemars")]
pub use crate::interop::schemars::json_schema;
#[cfg(feature = "serde")]
pub use crate::interop::serde::{deserialize, deserialize_text};
#[cfg(feature = "utoipa")]
pub use crate::interop::utoipa::open_api;
pub use crate::language::language;
pub use crate::table::{
    Aligned, Cells, Column, Found, Names, Pages, Slots, TextIndex, Texts, begins_with, text_codes, together,
    unreachable,
};
pub use crate::text::{any_text, key_of_text};
#[cfg(any(feature = "schemars", feature = "utoipa"))]
pub use alloc::borrow::Cow;
#[cfg(feature = "arbitrary")]
pub use arbitrary;
#[cfg(feature = "defmt")]
pub use defmt;
#[cfg(feature = "http")]
pub use http::StatusCode as HttpStatus;
#[cfg(feature = "schemars")]
pub use schemars;
#[cfg(feature = "serde")]
pub use serde;
#[cfg(feature = "utoipa")]
pub use utoipa;

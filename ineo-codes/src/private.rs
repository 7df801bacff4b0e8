//! What generated code refers to. Not for use by hand: it changes with every version.

pub use crate::code::{Rows, Tabulated, display};
pub use crate::coverage::{Claim, Coverage, Selection, assert_code};
pub use crate::error::parse;
#[cfg(feature = "http")]
pub use crate::http_status::http_status;
pub use crate::language::language;
pub use crate::table::{Aligned, Cells, Column, Names, Packed, Pages, Texts, count, together};
#[cfg(feature = "http")]
pub use http::StatusCode as HttpStatus;
#[cfg(feature = "serde")]
pub use {crate::number, serde};

//! What generated code refers to. Not for use by hand: it changes with every version.

pub use crate::code::display;
pub use crate::error::parse;
pub use crate::from_code::{ByNumber, ByText, Claim, Coverage, Flag, Rows, Selected, Selection, Tabulated};
#[cfg(feature = "http")]
pub use crate::interop::http::http_status;
#[cfg(feature = "serde")]
pub use crate::interop::serde::deserialize;
pub use crate::language::language;
pub use crate::table::{Aligned, Cells, Column, Found, Names, Pages, Slots, Texts, together, unreachable};
#[cfg(feature = "http")]
pub use http::StatusCode as HttpStatus;
#[cfg(feature = "serde")]
pub use serde;

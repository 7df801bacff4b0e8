//! What the compiler checks of an enum that derives `FromCode`.

mod coverage;
mod message;
mod rows;

pub use self::coverage::{Claim, Coverage, Selection, assert_code};
pub use self::rows::{Rows, Tabulated};

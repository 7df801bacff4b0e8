//! The data of a table as the program carries it: packed when the table is expanded, read in a few instructions.
//!
//! All lengths are in the types, so that a crate that uses another's enum knows them too, and checks against them vanish
//! where the compiler sees that they hold.

mod cells;
#[allow(clippy::incompatible_msrv, reason = "the last places that need more than 1.85")]
mod column;
#[allow(clippy::cast_possible_truncation, clippy::cast_lossless, reason = "a hash is cut on purpose, in const code")]
mod hash;
#[allow(clippy::incompatible_msrv, reason = "the last places that need more than 1.85")]
mod names;
mod pages;
mod slots;
mod texts;

pub use self::cells::Cells;
pub use self::column::{Aligned, Column, Packed, count, together};
pub use self::names::Names;
pub use self::pages::Pages;
pub use self::texts::{PackedTexts, Texts};

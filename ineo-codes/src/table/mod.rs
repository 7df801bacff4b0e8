//! The data of a table, as generated code reads it. `LAYOUT.md` in the repository says why it is laid out so.
//!
//! Generated code has each structure as a constant, whose bytes are statics. All functions here are inlined into a lookup,
//! where the compiler knows the lengths, widths and seeds.

#![allow(clippy::inline_always, reason = "only where a lookup is compiled are the constants known")]

mod cells;
mod column;
#[allow(clippy::cast_possible_truncation, clippy::cast_lossless, reason = "a hash is cut on purpose, in const code")]
pub(crate) mod hash;
mod names;
mod pages;
mod slots;
mod text_index;
mod texts;

pub use self::cells::Cells;
pub use self::column::{Aligned, Column, together};
pub use self::names::{Found, Names};
pub use self::pages::Pages;
pub use self::slots::Slots;
pub use self::text_index::{TextIndex, begins_with, text_codes};
pub use self::texts::Texts;

/// Panics where an index has a row, or a column a position, that the table does not have.
///
/// # Panics
///
/// Always.
#[cold]
#[inline(never)]
pub const fn unreachable() -> ! {
    panic!("the data of a table of codes is damaged: please report it to the authors of ineo-codes")
}

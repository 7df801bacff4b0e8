//! The data of a table, as generated code reads it. `LAYOUT.md` in the repository gives the reasons for the layout.
//!
//! Generated code has each structure as a constant whose bytes are in statics. All functions here are inlined into the
//! lookup, where the compiler knows the lengths, widths and seeds.

#![allow(clippy::inline_always, reason = "the constants are known only in the lookup itself")]

mod cells;
mod column;
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_lossless,
    reason = "hashes are truncated on purpose, in const code"
)]
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

/// Panics if an index has a row, or a column a position, that is outside the table.
///
/// # Panics
///
/// Always.
#[cold]
#[inline(never)]
pub const fn unreachable() -> ! {
    panic!("the data of a table of codes is damaged: please report it to the authors of ineo-codes")
}

//! Compile-time checks of an enum that derives `FromCode`: its arms cover the table, each code once.
//!
//! All of it runs in the compiler's interpreter, so it visits each row once. It works with rows rather than variants: the
//! interpreter takes time in proportion to the number of variants for a `match` on an enum.
//!
//! What is not generic is `#[inline]`: the library would be compiled with machine code of it, which nobody runs.

mod checks;
mod claim;
mod coverage;
mod message;
mod ranges;
mod rows;
mod selected;
#[cfg(test)]
mod tests;

pub use self::claim::{Claim, Selection};
pub use self::coverage::Coverage;
pub use self::rows::{Flag, Rows, Tabulated};
pub use self::selected::{ByNumber, ByText, Selected};

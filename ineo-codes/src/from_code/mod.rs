//! What the compiler checks of an enum that derives `FromCode`: whether its arms cover a table, each code once.
//!
//! All of it runs in the compiler's interpreter. So it looks at each row once, and at rows rather than at variants: there a
//! `match` on an enum takes time in proportion to its variants.

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

//! Tests only: see the folder `tests`, and the examples in the chapter on other crates.

#[cfg(doctest)]
#[doc = include_str!("../../../ineo-codes/src/with_other_crates.md")]
mod with_other_crates {}

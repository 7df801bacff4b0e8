//! A client of the parcel service that follows the advice of its codes: with backon, with reqwest-retry, and with tower.
//!
//! A failed attempt is a [`Failure`], and [`Failure::retry`] is the advice. Each of the three modules passes it to one library.

mod failure;
pub mod with_backon;
pub mod with_reqwest_retry;
pub mod with_tower;

pub use self::failure::{Failure, Reason};

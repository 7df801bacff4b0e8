//! Enums in a crate that forbids lints: no generated code could allow them.

#![forbid(unsafe_code, unused, nonstandard_style, deprecated, warnings)]
#![forbid(dead_code, unreachable_patterns, unused_qualifications, unreachable_pub, missing_docs)]
#![forbid(clippy::all, clippy::pedantic, clippy::nursery)]

use std::fmt::Debug;

use ineo_codes::{FromCode, StatusCode};

/// Every selector, and generics.
#[derive(Debug, FromCode)]
#[from_code(StatusCode)]
pub enum Outcome<'a, T: Debug = u8, const N: usize = 1>
where
    [T; N]: Clone,
{
    /// A category.
    #[from_code(category = Success)]
    Done,
    /// Codes by variant and by number.
    #[from_code(NotFound | 400)]
    Mine(StatusCode),
    /// Ranges.
    #[from_code(500..=599 | 0x2328..=0x270F)]
    Theirs {
        /// The code.
        code: StatusCode,
    },
    /// No code makes it.
    #[from_code(skip)]
    Io(&'a str, [T; N]),
    /// What may pass.
    #[from_code(retryable)]
    Busy,
    /// Unlisted codes.
    #[from_code(unrecognized)]
    New,
    /// The rest.
    #[from_code(_)]
    Rest,
}

macro_rules! outcome {
    ($name:ident, $codes:ident, $variant:ident, $number:literal) => {
        /// An enum that a macro of this crate writes.
        #[derive(Debug, FromCode)]
        #[from_code($codes)]
        pub enum $name {
            /// A code by its variant, and one by its number.
            #[from_code($variant | $number)]
            Known,
            /// The rest.
            #[from_code(_)]
            Rest,
        }
    };
}

outcome!(FromMacro, StatusCode, NotFound, 400);

/// Every code is named, and none is left for the rest.
#[derive(FromCode)]
#[from_code(StatusCode)]
enum Whole {
    #[from_code(0..=65535)]
    Any(StatusCode),
}

/// The code, as an enum of this crate has it.
#[must_use]
pub fn code(code: u16) -> StatusCode {
    let Whole::Any(code) = StatusCode::from_code(code).into();
    code
}

//! Status codes of web services as Rust enums, generated from a table at build time; i-neo's included.
//!
//! [`StatusCode`] is the table that the i-neo web services publish: for each code its number, its names on the wire, its
//! meaning in English and Persian, whose fault it is, and whether to send the request again.
//!
//! ```
//! use ineo_codes::{Category, Retry, StatusCode};
//!
//! let code = StatusCode::from_code(2001);
//! assert_eq!(code, StatusCode::Update);
//! assert_eq!(code.name(), "update");
//! assert_eq!(code.category(), Category::Unavailable);
//! assert_eq!(code.retry(), Retry::Backoff);
//! assert_eq!(StatusCode::NoCharge.message(), "The credit of your web service panel has run out.");
//! assert_eq!(StatusCode::NoCharge.message_in("fa-IR"), Some("شارژ پنل وب سرویس شما به اتمام رسیده است."));
//! assert_eq!(StatusCode::NotFound.to_string(), "404 not_found");
//! ```
//!
//! No number is lost, and no name is guessed:
//!
//! ```
//! use ineo_codes::{Category, StatusCode};
//!
//! let unlisted = StatusCode::from_code(599);
//! assert!(!unlisted.is_recognized());
//! assert_eq!(unlisted.code(), 599);
//! assert_eq!(unlisted.category(), Category::ServerError);
//!
//! assert_eq!("not_found".parse(), Ok(StatusCode::NotFound));
//! assert_eq!(StatusCode::named("data_error"), [StatusCode::DataError, StatusCode::NotFound]);
//! assert!("data_error".parse::<StatusCode>().is_err());
//! ```
//!
//! # Further on
//!
//! - [`codes`](macro@codes) makes such an enum of a table of your own: all keys, what is generated, and the errors.
//! - [`FromCode`](macro@FromCode) maps codes to an enum of your own, and checks it against the table at compile time.
//! - The [`guide`] says when to match on variants, when on categories, and when to derive.
//!
//! # What it costs
//!
//! A table is read when your crate is compiled; the program carries packed constants, and builds nothing when it starts.
//! An enum takes as much memory as its numbers and a tag of the same width, 4 bytes for [`StatusCode`]; nothing is
//! allocated.
//!
//! It is quick since hardly anything is done:
//!
//! - From a number of up to 16 bits to its row are two reads at most: a directory of pages, and the page. The size of the
//!   pages is chosen at build time, so that the index is small; thousands of codes in all corners get a single page.
//! - From a wider number, or from a name, leads a hash that was made to fit at build time, so that no two keys meet. Where
//!   it leads a number stands the number of the table, in large tables beside its row: two or three reads, and one
//!   comparison.
//! - The row is the variant: the compiler sees that they lie in the same order, and makes one of the other without an
//!   instruction. Messages, category and retry are a read or two at the row's position.
//! - No jump depends on whether the table has the number, or the name, if that has 8 to 32 bytes. Where they come in no
//!   order, a processor can't foresee such a jump, and each time that it is wrong costs more than all of the above. Only
//!   the `ranges` of a table, which are for numbers that it lacks, bring one back, into category and retry.
//!
//! `BENCHMARKS.md` in the repository has figures against what one would use instead, written by the benchmarks themselves.
//!
//! Something else may serve you better:
//!
//! - Where codes follow each other without a gap, a conversion derived by the crate `num_enum` is compiled to a comparison
//!   and reads nothing. Among a few dozen numbers of 32 or 64 bits a binary search takes three to six times as long, which
//!   few programs notice.
//! - For HTTP's own statuses, the crate `http` has them.
//! - For a handful of codes without texts and categories, an enum and a `match` by hand: nothing is quicker to compile,
//!   while this crate brings a TOML parser into the build.
//! - For codes that are known only when the program runs, a map.
//!
//! # Features
//!
//! None is on by default.
//!
//! - `serde`: codes are written as numbers, and read from numbers and decimal strings; those that are texts, as strings
//!   (see [`codes`](macro@codes)); `Response` reads i-neo's answers.
//! - `http`: `From` for `http::StatusCode`, the status your server should respond with, for tables with `http`.
//! - `schemars` and `utoipa`: codes in JSON schemas and in descriptions of APIs.
//! - `arbitrary`: codes for fuzzers and property tests.
//! - `defmt`: codes in the logs of microcontrollers.
//!
//! [With other crates](with_other_crates) shows them. The crate needs no `std`, and no allocator, except with `serde`,
//! `schemars`, `utoipa` and `arbitrary`.

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(any(feature = "schemars", feature = "serde", feature = "utoipa"))]
extern crate alloc;

mod code;
mod error;
mod from_code;
mod ineo;
mod interop;
mod language;
mod pad;
mod representation;
mod retry;
mod table;
mod text;

pub use self::code::{Categorized, Code, Unrecognized};
pub use self::error::ParseCodeError;
#[cfg(feature = "serde")]
pub use self::ineo::{ApiError, Response};
pub use self::ineo::{Category, StatusCode};
pub use self::representation::{Integer, Representation};
pub use self::retry::Retry;
pub use self::text::{Text, TextLengthError};
#[doc = include_str!("from_code.md")]
pub use ineo_codes_derive::FromCode;
#[doc = include_str!("codes.md")]
#[cfg_attr(feature = "serde", doc = include_str!("interop/serde.md"))]
pub use ineo_codes_derive::codes;

#[doc = include_str!("guide.md")]
#[cfg(doc)]
pub mod guide {}

// The tests of this package don't compile these crates: `tests/interop` runs the examples.
#[doc = include_str!("with_other_crates.md")]
#[cfg(all(doc, not(doctest)))]
pub mod with_other_crates {}

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

//! Status codes of web services as Rust enums, generated from a table at build time. Includes the i-neo table.
//!
//! [`StatusCode`] is the table of the i-neo web services. For each code it has the number, the names on the wire, a message
//! in English and Persian, a category (whose fault it is), and whether to send the request again.
//!
//! ```
//! use ineo_codes::{Category, Retry, StatusCode};
//!
//! let code = StatusCode::from_code(2001);
//! assert_eq!(code, StatusCode::Update);
//! assert_eq!(code.name(), "update");
//! assert_eq!(code.category(), Category::Unavailable);
//! assert_eq!(code.retry(), Retry::Backoff);
//! assert_eq!(StatusCode::NoCharge.message(), "Your web service panel has run out of credit.");
//! assert_eq!(StatusCode::NoCharge.message_in("fa-IR"), Some("شارژ پنل وب سرویس شما به اتمام رسیده است."));
//! assert_eq!(StatusCode::NotFound.to_string(), "404 not_found");
//! ```
//!
//! An unlisted number is kept, and a name that several codes share is never resolved by a guess:
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
//! # Where to read on
//!
//! - The [`guide`] is a short book: from a published list to a table, then clients, servers, text codes, and how to keep
//!   codes stable.
//! - [`codes`](macro@codes) is the reference of the macro: all keys of a table, what is generated, and the errors.
//! - [`FromCode`](macro@FromCode) maps codes to an enum of your own, and checks it against the table at compile time.
//! - [`with_other_crates`] shows codes in command lines, schemas, fuzzers and logs.
//!
//! ## The terms
//!
//! | term | meaning |
//! |---|---|
//! | table | the TOML file |
//! | row | one `[[code]]` of the table |
//! | code | a number, or a text in a text table; also the value of the enum |
//! | name | what the service sends for a code beside its number, such as `not_found`; more names are aliases |
//! | variant | what a row becomes in the enum, such as `NotFound` |
//! | unlisted code | a code without a row: `Unrecognized` |
//! | arm, selector | a variant of an enum that derives `FromCode`, and what selects the codes for it |
//!
//! # What it costs
//!
//! The table is read when your crate is compiled. The program contains packed constants, and initializes nothing when it
//! starts. A value takes the width of the number plus a tag of the same width: 4 bytes for [`StatusCode`]. Nothing is
//! allocated.
//!
//! Lookups are fast because they do very little:
//!
//! - For codes of up to 16 bits a lookup is at most two reads: a page directory, then the page.
//! - Wider numbers, texts and names go through a perfect hash built at compile time, so keys never collide. The slot has the
//!   key itself or leads to it: a lookup is two or three reads and one comparison.
//! - Rows and variants have the same order, so the compiler converts one into the other for free. Messages, categories and
//!   retry advice are one or two reads at the row's position.
//! - Lookups are branch-free with respect to hit or miss (names: 8 to 32 bytes), so random input causes no branch
//!   mispredictions. The exception: in a table with `ranges`, `category` and `retry` of unlisted codes branch.
//!
//! `BENCHMARKS.md` in the repository compares this with the usual alternatives; the benchmarks write it themselves.
//!
//! Something else may serve you better:
//!
//! - For codes without gaps, the conversion that `num_enum` derives compiles to a comparison and reads nothing. For a few
//!   dozen numbers of 32 or 64 bits a binary search takes five to six times as long, which few programs notice.
//! - For HTTP's own statuses, use the crate `http`.
//! - For a handful of codes without messages and categories, write an enum and a `match`. Nothing compiles faster, while this
//!   crate brings a TOML parser into the build.
//! - For codes that are known only at run time, use a map.
//!
//! # Features
//!
//! None is on by default.
//!
//! - `serde`: codes are written as numbers and read from numbers and decimal strings; text codes are strings (see
//!   [`codes`](macro@codes)). `Response` reads i-neo's answers.
//! - `http`: `From<…> for http::StatusCode`, the HTTP status your server should respond with, for tables with `http`.
//! - `schemars` and `utoipa`: codes in JSON Schema and in `OpenAPI`.
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
mod impls;
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

#[doc = include_str!("guide/index.md")]
#[cfg(doc)]
pub mod guide {
    #[doc = include_str!("guide/start.md")]
    pub mod start {}
    #[doc = include_str!("guide/migrate.md")]
    pub mod migrate {}
    #[doc = include_str!("guide/decide.md")]
    pub mod decide {}
    #[doc = include_str!("guide/client.md")]
    pub mod client {}
    #[doc = include_str!("guide/server.md")]
    pub mod server {}
    #[doc = include_str!("guide/text_codes.md")]
    pub mod text_codes {}
    #[doc = include_str!("guide/packages.md")]
    pub mod packages {}
    #[doc = include_str!("guide/editors.md")]
    pub mod editors {}
    #[doc = include_str!("guide/stable.md")]
    pub mod stable {}
    #[doc = include_str!("guide/translations.md")]
    pub mod translations {}
    #[doc = include_str!("guide/gallery.md")]
    pub mod gallery {
        /// What PostgreSQL answered.
        #[crate::codes("examples/sqlstate.toml", crate = crate)]
        pub enum SqlState {}

        /// What a function of Windows returned.
        #[crate::codes("examples/hresult.toml", crate = crate)]
        pub enum Hresult {}
    }
}

// The tests of this package don't compile these crates: `tests/interop` runs the examples.
#[doc = include_str!("with_other_crates.md")]
#[cfg(all(doc, not(doctest)))]
pub mod with_other_crates {}

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

//! The macros of the crate `ineo-codes`, which re-exports and documents them. Depend on that crate, not on this one.
//!
//! What the macros have for docs here is what editors show; `ineo-codes` has it below its own.

mod brackets;
mod cursor;
mod error;
mod from_code;
mod invocation;
mod item;
mod literal;
mod location;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

use self::invocation::Invocation;

/// Makes an enum from a table of status codes: `#[codes("codes.toml")] pub enum Code {}`.
///
/// [All keys, items and errors](https://docs.rs/ineo-codes/latest/ineo_codes/attr.codes.html)
#[proc_macro_attribute]
pub fn codes(arguments: TokenStream, item: TokenStream) -> TokenStream {
    Invocation::new(arguments.into(), item.into()).map_or_else(|rejection| rejection, Invocation::expand).into()
}

/// Turns codes into a hand-written enum, checked against the table: `#[from_code(Code)]` on the enum, selectors on its
/// variants.
///
/// [All selectors and errors](https://docs.rs/ineo-codes/latest/ineo_codes/derive.FromCode.html)
#[proc_macro_derive(FromCode, attributes(from_code))]
pub fn from_code(item: TokenStream) -> TokenStream {
    from_code::from_code(item.into()).into()
}

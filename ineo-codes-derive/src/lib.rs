//! The macros of the crate `ineo-codes`, which re-exports and documents them. Depend on that crate, not on this one.

mod from_code;
mod invocation;
mod item;
mod location;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

use self::invocation::Invocation;

#[allow(missing_docs, reason = "documented where `ineo-codes` re-exports it, so that the examples can use that crate")]
#[proc_macro_attribute]
pub fn codes(arguments: TokenStream, item: TokenStream) -> TokenStream {
    Invocation::new(arguments.into(), item.into()).map_or_else(|rejection| rejection, Invocation::expand).into()
}

#[allow(missing_docs, reason = "documented where `ineo-codes` re-exports it, so that the examples can use that crate")]
#[proc_macro_derive(FromCode, attributes(from_code))]
pub fn from_code(item: TokenStream) -> TokenStream {
    from_code::from_code(item.into()).into()
}

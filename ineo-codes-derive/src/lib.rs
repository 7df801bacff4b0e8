//! The macros of the crate `ineo-codes`, which re-exports and documents them. Depend on that crate, not on this one.

mod from_code;
mod table;

use proc_macro::TokenStream;

/// Makes an enum of a table of status codes.
#[proc_macro_attribute]
pub fn codes(arguments: TokenStream, item: TokenStream) -> TokenStream {
    table::codes(arguments.into(), item.into()).into()
}

/// Derives the conversion from codes into an enum of one's own, and holds it against their table.
#[proc_macro_derive(FromCode, attributes(from_code))]
pub fn from_code(item: TokenStream) -> TokenStream {
    from_code::from_code(item.into()).into()
}

//! The macros of the crate `ineo-codes`, which re-exports and documents them. Depend on that crate, not on this one.

mod table;

use proc_macro::TokenStream;

/// Makes an enum of a table of status codes.
#[proc_macro_attribute]
pub fn codes(arguments: TokenStream, item: TokenStream) -> TokenStream {
    table::codes(arguments.into(), item.into()).into()
}

//! A hand-written enum held against an enum of codes: its arms are parsed, and expanded into the conversion and into
//! checks that the compiler carries out against what the enum of codes itself carries.

mod expand;
mod parse;

use proc_macro2::TokenStream;

/// Expands `#[derive(FromCode)]`; every fault becomes a compile error in the expansion.
pub(crate) fn from_code(item: TokenStream) -> TokenStream {
    parse::parse(item)
        .map_or_else(syn::Error::into_compile_error, |(derivation, faults)| expand::expand(&derivation, &faults))
}

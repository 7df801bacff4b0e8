//! `#[derive(FromCode)]`: the arms of a hand-written enum are parsed, and expanded into the conversion from codes and into
//! checks that the compiler runs against the table of the enum of codes.

mod checks;
mod claim;
mod conversion;
mod derivation;
mod expand;
pub(crate) mod generics;
mod number;
mod selector;

use proc_macro2::TokenStream;

/// Expands `#[derive(FromCode)]`; every fault becomes a compile error in the expansion.
pub(crate) fn from_code(item: TokenStream) -> TokenStream {
    derivation::parse(item)
        .map_or_else(|error| error.to_compile_error(), |(derivation, faults)| expand::expand(&derivation, &faults))
}

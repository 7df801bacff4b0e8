//! The items that the derive generates.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Error;

use super::checks::checks;
use super::claim::claims;
use super::conversion::{conversion, conversions};
use super::derivation::Derivation;

/// All items that the derive generates.
pub(super) fn expand(derivation: &Derivation, faults: &[Error]) -> TokenStream {
    if faults.is_empty() {
        let claims = claims(derivation);
        let checks = checks(derivation, &claims);
        let conversion = conversion(derivation, &claims);
        // A constant, so that the items add no names to the enum's module.
        return quote!(const _: () = { #checks #conversion };);
    }
    let faults = faults.iter().map(Error::to_compile_error);
    // So that what uses the conversion is not an error too.
    let stand_in = conversions(derivation, &quote!(::core::panic!("the enum has compile errors")));
    quote!(#(#faults)* const _: () = { #stand_in };)
}

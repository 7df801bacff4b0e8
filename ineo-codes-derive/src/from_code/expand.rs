//! The items that the derive generates.

use proc_macro2::TokenStream;
use quote::quote;

use super::checks::{checks, selected};
use super::claim::claims;
use super::conversion::{conversion, conversions};
use super::derivation::Derivation;
use crate::error::Error;

/// All items that the derive generates.
pub(super) fn expand(derivation: &Derivation, faults: &[Error]) -> TokenStream {
    let claims = claims(derivation);
    // A constant, so that the items add no names to the enum's module.
    if faults.is_empty() {
        let (checks, conversion) = (checks(derivation, &claims), conversion(derivation, &claims));
        return quote!(const _: () = { #checks #conversion };);
    }
    // Selectors that can be read are at their place, as without faults: there, editors complete words and say what they mean.
    let selected = selected(derivation, &claims);
    // So that what uses the conversion is not an error too.
    let stand_in = conversions(derivation, &quote!(::core::panic!("the enum has compile errors")));
    let faults = faults.iter().map(Error::to_compile_error);
    quote!(const _: () = { #selected #stand_in }; #(#faults)*)
}

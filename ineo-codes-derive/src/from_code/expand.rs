//! The items that the derive generates.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Error;

use super::checks::checks;
use super::claim::claims;
use super::conversion::{conversion, conversions};
use super::derivation::Derivation;

/// All items that the derive gives.
pub(super) fn expand(derivation: &Derivation, faults: &[Error]) -> TokenStream {
    if faults.is_empty() {
        let claims = claims(derivation);
        let checks = checks(derivation, &claims);
        let conversion = conversion(derivation, &claims);
        return in_constant(&quote!(#checks #conversion));
    }
    let faults = faults.iter().map(Error::to_compile_error);
    let stand_in = conversions(derivation, &quote!(loop {}), &format_ident!("_code"));
    let stand_in = in_constant(&stand_in);
    quote!(#(#faults)* #stand_in)
}

/// The items where they add no name to the enum's module, and no lint judges them.
fn in_constant(items: &TokenStream) -> TokenStream {
    quote! {
        #[allow(dead_code, deprecated, unreachable_patterns, unused_qualifications, clippy::all, clippy::pedantic, clippy::nursery)]
        const _: () = { #items };
    }
}

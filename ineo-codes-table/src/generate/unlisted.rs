//! What codes outside the table mean, where it depends on the code.

use proc_macro2::TokenStream;
use quote::quote;

use super::Generator;
use super::tokens::{literal, rust};
use crate::model::{Codes, Exception, Unlisted};

impl Generator<'_> {
    /// An expression for one aspect of a code's meaning: `in_general`, but for the codes outside the table of which the
    /// exceptions say something else.
    pub(super) fn with_exceptions<T: PartialEq>(
        &self,
        in_general: &TokenStream,
        aspect: impl Fn(&Unlisted) -> T,
        value: impl Fn(T) -> TokenStream,
    ) -> TokenStream {
        let of_others = aspect(&self.table.unrecognized);
        let exceptions = &self.table.exceptions;
        if exceptions.iter().all(|exception| aspect(&exception.unlisted) == of_others) {
            return in_general.clone();
        }
        let krate = &self.options.krate;
        let arms = exceptions.iter().filter_map(|Exception { codes, unlisted }| {
            let aspect = aspect(unlisted);
            match codes {
                // Only here no other exception holds for the same codes.
                Codes::Range { .. } if aspect == of_others => None,
                Codes::Range { from, to } => {
                    let codes = rust(&format!("{from}..={to}"));
                    let value = value(aspect);
                    Some(quote!(#codes => #value,))
                }
                Codes::Prefix(prefix) | Codes::Text(prefix) => {
                    let prefix = rust(&literal(prefix));
                    let value = if aspect == of_others { quote!(in_general) } else { value(aspect) };
                    Some(quote!(code if #krate::__private::begins_with(&code, #prefix) => #value,))
                }
            }
        });
        let arms: TokenStream = arms.collect();
        quote! {
            let in_general = #in_general;
            match self {
                Self::Unrecognized(unrecognized) => match unrecognized.code() {
                    #arms
                    _ => in_general,
                },
                _ => in_general,
            }
        }
    }
}

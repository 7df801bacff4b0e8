//! What codes outside the table mean, where it depends on the code.

use proc_macro2::TokenStream;
use quote::quote;

use super::Generator;
use super::tokens::{literal, rust};
use crate::model::{Codes, Exception, Unlisted};

impl Generator<'_> {
    /// An expression for one aspect of a code's meaning: `in_general`, but for the codes outside the table of which the
    /// exceptions say something else.
    pub(super) fn with_exceptions(
        &self,
        in_general: &TokenStream,
        value: &dyn Fn(&Unlisted) -> TokenStream,
    ) -> TokenStream {
        let of_others = value(&self.table.unrecognized).to_string();
        let mut arms = TokenStream::new();
        let mut is_same = true;
        for Exception { codes, unlisted } in &self.table.exceptions {
            let value = value(unlisted);
            let holds_in_general = value.to_string() == of_others;
            is_same &= holds_in_general;
            match codes {
                // Only here no other exception holds for the same codes.
                Codes::Range { .. } if holds_in_general => {}
                Codes::Range { from, to } => {
                    let codes = rust(&format!("{from}..={to}"));
                    arms.extend(quote!(#codes => #value,));
                }
                Codes::Prefix(prefix) | Codes::Text(prefix) => {
                    let (krate, prefix) = (&self.options.krate, rust(&literal(prefix)));
                    let value = if holds_in_general { quote!(in_general) } else { value };
                    arms.extend(quote!(code if #krate::__private::begins_with(&code, #prefix) => #value,));
                }
            }
        }
        if is_same {
            return in_general.clone();
        }
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

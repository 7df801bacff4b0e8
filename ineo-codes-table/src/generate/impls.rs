//! The trait implementations.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Generator, Options, tokens};
use crate::model::{ColumnKind, IntegerType, Radix, Representation};

impl Generator<'_> {
    /// What depends on the table for little but names.
    pub(super) fn impls(&self) -> TokenStream {
        let Self { options, repr, .. } = self;
        let Options { name, krate, category, .. } = options;
        let of_kind = match self.table.representation {
            Representation::Integer(_) => quote! {
                #krate::__integers! { #name }
                #krate::__serde! { #name }
            },
            Representation::Text { max_length } => quote! {
                #krate::__texts! { #name, #repr, #max_length }
                #krate::__serde_text! { #name }
            },
        };
        let has_categories = !self.table.categories.is_empty();
        let categorized = has_categories.then(|| quote!(#krate::__categorized! { #name, #category }));
        let http = self.table.unrecognized.meaning.http.is_some();
        let http = http.then(|| quote!(#krate::__http! { #name }));
        let (text, title) = (tokens::unraw(name), self.table.title.as_deref().unwrap_or_default());
        quote! {
            #krate::__conversions! { #name, #repr }
            #of_kind
            #krate::__formatting! { #name }
            #krate::__code! { #name, #repr }
            #categorized
            #krate::__interop! { #name #text #title }
            #http
        }
    }

    /// What `FromCode` reads of the table.
    pub(super) fn tabulated(&self) -> TokenStream {
        let Self { options, repr, table, .. } = self;
        let Options { name, krate, .. } = options;
        let has_categories = !table.categories.is_empty();
        let category_of = if has_categories { quote!(CATEGORY_OF) } else { quote!(RETRYABLE) };
        let rows = table.rows.len();
        // A text has no bits that a number could have.
        let (codes, bits, is_signed) = match table.representation {
            Representation::Integer(IntegerType { is_signed, .. }) => (quote!(CODES), quote!(#repr::BITS), is_signed),
            Representation::Text { .. } => (quote!(RETRYABLE), quote!(0), false),
        };
        let category_count = table.categories.len();
        let radix: u32 = match table.radix {
            Radix::Decimal => 10,
            Radix::Hexadecimal => 16,
        };
        let columns = table.columns.iter().enumerate();
        let flags = columns.filter(|(_, column)| column.kind == ColumnKind::Boolean).map(|(at, column)| {
            let (name, values) = (&column.name, format_ident!("COLUMN_{at}"));
            quote!(#krate::__private::Flag { name: #name, values: #values })
        });
        quote! {
            impl #krate::__private::Tabulated for #name {
                type Row = __Row;
                const ROWS: #krate::__private::Rows = #krate::__private::Rows {
                    count: #rows,
                    codes: #codes,
                    bits: #bits,
                    is_signed: #is_signed,
                    radix: #radix,
                    variants: VARIANT_NAMES,
                    category_count: #category_count,
                    categories: #category_of,
                    retryable: RETRYABLE,
                    flags: &[#(#flags),*],
                };
            }
        }
    }
}

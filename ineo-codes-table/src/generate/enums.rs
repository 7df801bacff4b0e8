//! The enums: one variant per row, one per category.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Docs;
use super::tokens::{allow, list, literal};
use super::{Generator, Options};

impl Generator<'_> {
    pub(super) fn codes(&self) -> TokenStream {
        let Options { attributes, visibility, name, krate, .. } = self.options;
        let allow = allow();
        let docs = Docs::new(self.table, self.options);
        let variants = list(self.table.rows.iter().map(|row| {
            let docs = docs.of_row(row);
            let deprecated = row
                .deprecated
                .as_ref()
                .map(|note| format!("#[deprecated(note = {})]", literal(note)))
                .unwrap_or_default();
            format!("#[doc = {}]{deprecated}{},", literal(&docs), row.variant)
        }));
        let unrecognized = docs.of_unrecognized();
        let docs = docs.of_table();
        quote! {
            #attributes
            #[doc = #docs]
            #[non_exhaustive]
            #allow
            #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq, ::core::hash::Hash)]
            #visibility enum #name {
                #variants
                #[doc = #unrecognized]
                Unrecognized(#krate::Unrecognized<#name>),
            }
        }
    }

    pub(super) fn categories(&self) -> TokenStream {
        if self.table.categories.is_empty() {
            return TokenStream::new();
        }
        let Options { visibility, name, category, .. } = self.options;
        let allow = allow();
        let docs = format!("Whose fault a [`{name}`] is.");
        let table_docs = Docs::new(self.table, self.options);
        let variants = list(self.table.categories.iter().map(|category| {
            let docs = table_docs.of_category(category);
            format!("#[doc = {docs:?}]{},", category.variant)
        }));
        let all = list(self.table.categories.iter().map(|category| format!("Self::{},", category.variant)));
        let names = list(
            self.table.categories.iter().map(|category| format!("Self::{} => {:?},", category.variant, category.name)),
        );
        quote! {
            #[doc = #docs]
            #[non_exhaustive]
            #allow
            #[derive(
                ::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, ::core::cmp::PartialEq, ::core::cmp::Eq,
                ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash,
            )]
            #visibility enum #category { #variants }

            #allow
            impl #category {
                /// Every category, in the order of the table.
                #visibility const ALL: &'static [Self] = &[#all];

                /// The name that the table gives the category.
                #[must_use]
                #visibility const fn name(self) -> &'static ::core::primitive::str {
                    match self { #names }
                }
            }

            #allow
            impl ::core::fmt::Display for #category {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.pad(self.name())
                }
            }
        }
    }
}

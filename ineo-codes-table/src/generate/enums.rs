//! The enums: one variant per row, one per category.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{self, Docs};
use super::tokens::{declared, list, literal, unraw};
use super::{Generator, Options};

impl Generator<'_> {
    pub(super) fn codes(&self) -> TokenStream {
        let Options { attributes, visibility, name, krate, .. } = self.options;
        let docs = Docs::new(self.table, self.options);
        let variants = declared(self.table.rows.iter().map(|row| {
            let text = docs.of_row(row);
            let deprecated = row
                .deprecated
                .as_ref()
                .map(|note| format!("#[deprecated(note = {})]", literal(note)))
                .unwrap_or_default();
            let aliases: Vec<String> = docs::aliases(row).iter().map(|alias| literal(alias)).collect();
            let aliases = aliases.join(",");
            format!("#[doc = {}]#[doc(alias({aliases}))]{deprecated}{},", literal(&text), row.variant)
        }));
        let unrecognized = docs.of_unrecognized();
        let table_docs = docs.of_table();
        let docs = docs.of_enum();
        quote! {
            #attributes
            #[doc = #docs]
            #[cfg_attr(doc, doc = #table_docs)]
            #[non_exhaustive]
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
        let docs = format!("Whose fault a [`{name}`] is.");
        // Its name may be that of the enum, which the lint judges already.
        let text = unraw(category);
        let is_camel_case = !text.contains('_') && text.chars().next().is_some_and(char::is_uppercase);
        let allow = (!is_camel_case).then(|| quote!(#[allow(non_camel_case_types)]));
        let table_docs = Docs::new(self.table, self.options);
        let variants = declared(self.table.categories.iter().map(|category| {
            let docs = docs::of_category(category);
            let [page, hover] = table_docs.of_codes(category);
            let codes = format!("#[cfg_attr(doc, doc = {page:?})]#[cfg_attr(not(doc), doc = {hover:?})]");
            format!("#[doc = {docs:?}]{codes}{},", category.variant)
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

            impl #category {
                /// Every category, in the order of the table.
                #visibility const ALL: &'static [Self] = &[#all];

                /// The name that the table gives the category.
                #[must_use]
                #visibility const fn name(self) -> &'static ::core::primitive::str {
                    match self { #names }
                }
            }
        }
    }
}

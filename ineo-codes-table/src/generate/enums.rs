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
        let variants = declared(self.table.rows.len(), &|at| {
            let row = &self.table.rows[at];
            let text = docs.of_row(row);
            let deprecated = match &row.deprecated {
                Some(note) => format!("#[deprecated(note = {})]", literal(note)),
                None => String::new(),
            };
            let mut aliases = docs::aliases(self.table, row);
            for alias in &mut aliases {
                *alias = literal(alias);
            }
            let aliases = aliases.join(",");
            format!("#[doc = {}]#[doc(alias({aliases}))]{deprecated}{},", literal(&text), row.variant)
        });
        let unrecognized = docs.of_unrecognized();
        let table_docs = docs.of_table();
        let docs = docs.of_enum();
        let mut variant_names = Vec::with_capacity(self.table.rows.len() + 1);
        for row in &self.table.rows {
            variant_names.push(row.variant.as_str());
        }
        variant_names.push("Unrecognized");
        let alike = allow_alike(&unraw(name), &variant_names);
        quote! {
            #attributes
            #[doc = #docs]
            #[cfg_attr(doc, doc = #table_docs)]
            #[non_exhaustive]
            #alike
            #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq, ::core::hash::Hash)]
            #visibility enum #name {
                #variants
                #[doc = #unrecognized]
                Unrecognized(#krate::Unrecognized<#name>),
            }
        }
    }

    pub(super) fn categories(&self) -> TokenStream {
        let categories = &self.table.categories;
        if categories.is_empty() {
            return TokenStream::new();
        }
        let Options { visibility, name, category, .. } = self.options;
        let docs = format!("Whose fault a [`{name}`] is.");
        // Its name may be that of the enum, which the lint judges already.
        let text = unraw(category);
        let is_camel_case = !text.contains('_') && text.chars().next().is_some_and(char::is_uppercase);
        let camel_case = (!is_camel_case).then(|| quote!(#[allow(non_camel_case_types)]));
        let mut variant_names = Vec::with_capacity(categories.len());
        for category in categories {
            variant_names.push(category.variant.as_str());
        }
        let alike = allow_alike(&text, &variant_names);
        let table_docs = Docs::new(self.table, self.options);
        let variants = declared(categories.len(), &|at| {
            let docs = docs::of_category(&categories[at]);
            let [page, hover] = table_docs.of_codes(at);
            let codes = format!("#[cfg_attr(doc, doc = {page:?})]#[cfg_attr(not(doc), doc = {hover:?})]");
            format!("#[doc = {docs:?}]{codes}{},", categories[at].variant)
        });
        let all = list(categories.len(), &|at| format!("Self::{},", categories[at].variant));
        let names =
            list(categories.len(), &|at| format!("Self::{} => {:?},", categories[at].variant, categories[at].name));
        quote! {
            #[doc = #docs]
            #[non_exhaustive]
            #camel_case
            #alike
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

/// Allows Clippy's `enum_variant_names` for an enum for which it would warn: a variant begins or ends with the enum's name, or
/// all begin or end alike. Elsewhere there is no attribute, since the lint may be forbidden.
fn allow_alike(enumeration: &str, variants: &[&str]) -> Option<TokenStream> {
    let (first, last) = variants.first().map(|variant| ends(variant))?;
    let is_named_so = variants.iter().any(|variant| variant.starts_with(enumeration) || variant.ends_with(enumeration));
    let begin_alike = variants.iter().all(|variant| ends(variant).0 == first);
    let end_alike = variants.iter().all(|variant| ends(variant).1 == last);
    (is_named_so || begin_alike || end_alike).then(|| quote!(#[allow(clippy::enum_variant_names)]))
}

/// The first and the last word of a name in `UpperCamelCase`.
fn ends(name: &str) -> (&str, &str) {
    let is_start = |(_, character): &(usize, char)| character.is_uppercase();
    let second = name.char_indices().skip(1).find(is_start).map_or(name.len(), |(at, _)| at);
    let last = name.char_indices().rfind(is_start).map_or(0, |(at, _)| at);
    (&name[..second], &name[last..])
}

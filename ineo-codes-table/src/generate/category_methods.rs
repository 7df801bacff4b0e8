//! The methods of a table with categories or HTTP statuses.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Generator, Options, markdown};

impl Generator<'_> {
    pub(super) fn category_methods(&self) -> TokenStream {
        let categories = &self.table.categories;
        if categories.is_empty() {
            return self.http_status(&|_| TokenStream::new());
        }
        let Options { visibility, category: enumeration, krate, .. } = self.options;
        let variant = |at: usize| {
            let variant = format_ident!("{}", categories[at].variant);
            quote!(#enumeration::#variant)
        };
        let all: Vec<usize> = (0..categories.len()).collect();
        let arms = all.iter().map(|at| {
            let (position, variant) = (*at as u64, variant(*at));
            quote!(#position => #variant,)
        });
        // See `LAYOUT.md`, "Rows and positions beyond the table".
        let in_general =
            quote!(match CATEGORY_OF.get(__Row::of(self)) { #(#arms)* _ => #krate::__private::unreachable() });
        let category = self.with_exceptions(&in_general, &|unlisted| variant(unlisted.meaning.category));
        let predicates = categories.iter().enumerate().map(|(at, category)| {
            let predicate = format_ident!("{}", category.predicate);
            let variant = variant(at);
            let docs = format!("Whether the category is {}.", markdown::code(&category.name));
            quote! {
                #[doc = #docs]
                #[must_use]
                #[inline]
                #visibility const fn #predicate(self) -> ::core::primitive::bool {
                    match self.category() { #variant => true, _ => false }
                }
            }
        });
        let http_status = self.http_status(&variant);
        let ok = self.ok(&variant);
        quote! {
            /// Whose fault the code is.
            #[must_use]
            #[inline]
            #visibility const fn category(self) -> #enumeration {
                #category
            }

            #(#predicates)*

            #ok

            #http_status
        }
    }

    /// The HTTP status, if the table gives it.
    fn http_status(&self, variant: &dyn Fn(usize) -> TokenStream) -> TokenStream {
        let Self { table, layout, .. } = self;
        if table.unrecognized.meaning.http.is_none() {
            return TokenStream::new();
        }
        let visibility = &self.options.visibility;
        let status = if layout.http_of.is_some() {
            let in_general = quote!(HTTP_OF.get(__Row::of(self)) as ::core::primitive::u16);
            self.with_exceptions(&in_general, &|unlisted| {
                let http = unlisted.meaning.http;
                quote!(#http)
            })
        } else {
            let statuses = table.categories.iter().map(|category| category.http);
            let variants = (0..table.categories.len()).map(variant);
            quote!(match self.category() { #(#variants => #statuses,)* })
        };
        quote! {
            /// The HTTP status, from 100 to 599, that your server should respond with after this answer.
            #[must_use]
            #[inline]
            #visibility const fn http_status(self) -> ::core::primitive::u16 {
                #status
            }
        }
    }

    /// The conversion into a `Result`, if a category is a success.
    fn ok(&self, variant: &dyn Fn(usize) -> TokenStream) -> TokenStream {
        let categories = &self.table.categories;
        let (successes, errors): (Vec<usize>, Vec<usize>) =
            (0..categories.len()).partition(|at| categories[*at].is_success);
        if successes.is_empty() {
            return TokenStream::new();
        }
        let visibility = &self.options.visibility;
        let successes = successes.into_iter().map(variant);
        let errors: Vec<_> = errors.into_iter().map(variant).collect();
        let errors = (!errors.is_empty()).then(|| quote!(#(#errors)|* => ::core::result::Result::Err(self),));
        quote! {
            /// `Ok` if the category of the code is a success, else the code as the error.
            ///
            /// # Errors
            ///
            /// The code itself, in every other category.
            #[inline]
            #visibility const fn ok(self) -> ::core::result::Result<(), Self> {
                match self.category() {
                    #(#successes)|* => ::core::result::Result::Ok(()),
                    #errors
                }
            }
        }
    }
}

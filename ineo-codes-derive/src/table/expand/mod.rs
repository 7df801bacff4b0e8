//! From a table to Rust: the enum, its categories, the data behind them and the methods that read it.

mod data;
mod docs;
mod names;
mod variants;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Ident;
use syn::ext::IdentExt as _;

use self::data::Data;
use self::docs::Docs;
use super::Invocation;
use super::model::{Meaning, Representation, Retry, Table};

/// All items that a table gives.
pub(super) fn expand(table: &Table, invocation: &Invocation) -> TokenStream {
    let expansion = match Expansion::new(table, invocation) {
        Ok(expansion) => expansion,
        Err(reason) => {
            let error = syn::Error::new_spanned(&invocation.path, reason).into_compile_error();
            let stand_in = stand_in(invocation);
            return quote! { #error #stand_in };
        }
    };
    let codes = expansion.codes();
    let categories = expansion.categories();
    let data = expansion.data.statics(invocation);
    let inherent = expansion.inherent();
    let conversions = expansion.conversions();
    let formatting = expansion.formatting();
    let traits = expansion.traits();
    let allow = allow();
    quote! {
        #codes
        #categories
        #allow
        const _: () = {
            #data
            #inherent
            #conversions
            #formatting
            #traits
        };
    }
}

/// What stands where no table could be read: the name alone, so that one fault gives one error.
pub(super) fn stand_in(invocation: &Invocation) -> TokenStream {
    let Invocation { attributes, visibility, name, .. } = invocation;
    let attributes = attributes.iter().map(|attribute| &attribute.tokens);
    quote! { #(#attributes)* #visibility enum #name {} }
}

/// Makes the compiler read the table's file, so that a change to it rebuilds the crate. The path is put together by the
/// compiler, and so is no part of what is compiled.
pub(super) fn tracking(invocation: &Invocation) -> TokenStream {
    let (variable, path) = invocation.location.parts();
    quote! {
        const _: &[::core::primitive::u8] =
            ::core::include_bytes!(::core::concat!(::core::env!(#variable), "/", #path));
    }
}

/// Tokens of a text that is Rust by construction. For thousands of items it is far quicker to write the text and have
/// the compiler cut it than to pass it token after token.
fn rust(text: &str) -> TokenStream {
    text.parse().unwrap_or_else(|error: proc_macro2::LexError| {
        let error = error.to_string();
        quote!(::core::compile_error!(#error);)
    })
}

/// A text as a literal of Rust's. For thousands of texts, quicker than what `Debug` prints, which looks at each character.
fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    let bytes = text.as_bytes();
    let (mut at, mut done) = (0, 0);
    while at < bytes.len() {
        if let b'"' | b'\\' | b'\r' = bytes[at] {
            literal.push_str(&text[done..at]);
            literal.push_str(if bytes[at] == b'\r' { "\\r" } else { "\\" });
            done = if bytes[at] == b'\r' { at + 1 } else { at };
        }
        at += 1;
    }
    literal.push_str(&text[done..]);
    literal.push('"');
    literal
}

/// An enum's name as text. Raw, since the text is cut in another edition than the caller's, where it may be a keyword.
///
/// Variants are reached through it and not through `Self`, for which the compiler looks at all variants each time.
fn path(name: &Ident) -> String {
    format!("r#{}", name.unraw())
}

/// `Path::A, Path::B, …` as one text.
fn list(items: impl Iterator<Item = String>) -> TokenStream {
    rust(&items.collect::<String>())
}

fn retry(retry: Retry, krate: &TokenStream) -> TokenStream {
    match retry {
        Retry::Never => quote!(#krate::Retry::Never),
        Retry::Backoff => quote!(#krate::Retry::Backoff),
        Retry::After(seconds) => quote!(#krate::Retry::After(::core::time::Duration::from_secs(#seconds))),
    }
}

fn primitive(representation: Representation) -> TokenStream {
    let name = format_ident!("{}", representation.name);
    quote!(::core::primitive::#name)
}

struct Expansion<'a> {
    table: &'a Table,
    invocation: &'a Invocation,
    data: Data,
    /// The primitive type of the codes.
    repr: TokenStream,
}

/// What is generated is there for those who want it, and formed by the table; neither is for lints to judge.
fn allow() -> TokenStream {
    quote! { #[allow(dead_code, deprecated, non_camel_case_types, unused_qualifications, clippy::all, clippy::pedantic, clippy::nursery, clippy::same_name_method)] }
}

impl<'a> Expansion<'a> {
    fn new(table: &'a Table, invocation: &'a Invocation) -> Result<Self, &'static str> {
        Ok(Self { table, invocation, data: Data::new(table)?, repr: primitive(table.representation) })
    }

    fn codes(&self) -> TokenStream {
        let Invocation { attributes, visibility, name, krate, .. } = self.invocation;
        let attributes = attributes.iter().map(|attribute| &attribute.tokens);
        let allow = allow();
        let docs = Docs::new(self.table, self.invocation);
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
            #(#attributes)*
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

    fn categories(&self) -> TokenStream {
        if self.table.categories.is_empty() {
            return TokenStream::new();
        }
        let Invocation { visibility, name, category, .. } = self.invocation;
        let allow = allow();
        let docs = format!("Whose fault a [`{name}`] is.");
        let table_docs = Docs::new(self.table, self.invocation);
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

    fn inherent(&self) -> TokenStream {
        let Self { table, invocation, repr, .. } = self;
        let Invocation { visibility, name, krate, .. } = invocation;
        let rows = table.rows.len();
        let languages = &table.languages;
        let path = path(name);
        let numbered = list(table.rows.iter().enumerate().map(|(at, row)| format!("{path}::{} => {at},", row.variant)));
        let from_code = self.data.find_variant(invocation);
        let retry = self.meaning(&self.data.retry(), |meaning| meaning.retry, |retry| self::retry(retry, krate));
        let message = if languages.is_empty() { quote!(self.name()) } else { quote!(MESSAGES.0[self.__row()]) };
        let message_in = self.message_in();
        let category = self.category_methods();
        quote! {
            impl #name {
                /// Every row of the table, in its order.
                #visibility const ALL: &'static [Self] = BEARERS.split_at(#rows).0;

                /// The language tags (BCP 47) of the messages; the first is the default. Empty in a table without messages.
                #visibility const LANGUAGES: &'static [&'static ::core::primitive::str] = &[#(#languages),*];

                /// The number of the row in the table, or that of the rows.
                #[doc(hidden)]
                #[inline]
                #visibility const fn __row(self) -> ::core::primitive::usize {
                    match self { #numbered Self::Unrecognized(_) => #rows }
                }

                /// The code with this number; [`Unrecognized`](Self::Unrecognized) outside the table.
                #[must_use]
                #[inline]
                #visibility const fn from_code(code: #repr) -> Self {
                    #from_code
                }

                /// The number of the code, for every code the one that it was made from.
                #[must_use]
                #[inline]
                #visibility const fn code(self) -> #repr {
                    match self {
                        Self::Unrecognized(unrecognized) => unrecognized.code(),
                        _ => CODES.get(self.__row()) as #repr,
                    }
                }

                /// The wire name of the code, as the service sends it, or `unrecognized` outside the table.
                #[must_use]
                #[inline]
                #visibility const fn name(self) -> &'static ::core::primitive::str {
                    NAMES.0[self.__row()]
                }

                /// All names that the service sends for the code: its [`name`](Self::name), and the aliases behind it.
                #[must_use]
                #visibility const fn names(self) -> &'static [&'static ::core::primitive::str] {
                    let row = self.__row();
                    let first = row + NAME_DISTANCES.get(row) as ::core::primitive::usize;
                    #krate::__private::together(&NAMES.0, first, #krate::__private::count(&OTHER_NAMES, row))
                }

                /// Every code that bears the name: none, one or several.
                #[must_use]
                #visibility fn named(name: &::core::primitive::str) -> &'static [Self] {
                    NAME_INDEX.bearers(name)
                }

                /// What the code means, in the default language; the name in a table without messages.
                #[must_use]
                #[inline]
                #visibility const fn message(self) -> &'static ::core::primitive::str {
                    #message
                }

                /// What the code means, in the language of a BCP 47 tag, found by the lookup of RFC 4647 (`fa-IR` finds
                /// `fa`). `None` where the table has no such language; where only this row lacks it, the default language.
                #[must_use]
                #visibility fn message_in(
                    self,
                    language: &::core::primitive::str,
                ) -> ::core::option::Option<&'static ::core::primitive::str> {
                    #message_in
                }

                #category

                /// Whether to send the request again, and when.
                #[must_use]
                #[inline]
                #visibility const fn retry(self) -> #krate::Retry {
                    #retry
                }

                /// Whether [`retry`](Self::retry) is anything but `Never`.
                #[must_use]
                #[inline]
                #visibility const fn is_retryable(self) -> ::core::primitive::bool {
                    self.retry().is_retryable()
                }

                /// Whether the table has the code.
                #[must_use]
                #[inline]
                #visibility const fn is_recognized(self) -> ::core::primitive::bool {
                    match self { Self::Unrecognized(_) => false, _ => true }
                }
            }
        }
    }

    fn message_in(&self) -> TokenStream {
        let krate = &self.invocation.krate;
        let arms = (1..self.table.languages.len()).map(|at| {
            let texts = format_ident!("MESSAGES_{at}");
            quote! { ::core::option::Option::Some(#at) => #texts.get(self.__row()) }
        });
        quote! {
            let text = match #krate::__private::language(Self::LANGUAGES, language) {
                #(#arms,)*
                ::core::option::Option::Some(_) => "",
                ::core::option::Option::None => return ::core::option::Option::None,
            };
            // A text is never empty: the row lacks it.
            ::core::option::Option::Some(if text.is_empty() { self.message() } else { text })
        }
    }

    fn category_methods(&self) -> TokenStream {
        let categories = &self.table.categories;
        if categories.is_empty() {
            return TokenStream::new();
        }
        let Invocation { visibility, category: enumeration, .. } = self.invocation;
        let variant = |at: usize| {
            let variant = format_ident!("{}", categories[at].variant);
            quote!(#enumeration::#variant)
        };
        let all: Vec<usize> = (0..categories.len()).collect();
        let arms = all.iter().map(|at| {
            let (position, variant) = (*at as u64, variant(*at));
            quote!(#position => #variant,)
        });
        // An arm for all others, as if there were any, would be a condition that no processor can foresee.
        let in_general = quote!(match CATEGORY_OF.get(self.__row()) { #(#arms)* _ => loop {} });
        let category = self.meaning(&in_general, |meaning| meaning.category, variant);
        let predicates = categories.iter().enumerate().map(|(at, category)| {
            let predicate = format_ident!("{}", category.predicate);
            let variant = variant(at);
            let docs = format!("Whether the category is {}.", docs::code(&category.name));
            quote! {
                #[doc = #docs]
                #[must_use]
                #[inline]
                #visibility const fn #predicate(self) -> ::core::primitive::bool {
                    match self.category() { #variant => true, _ => false }
                }
            }
        });
        let http: Option<Vec<u16>> = categories.iter().map(|category| category.http).collect();
        let http_status = http.map(|http| {
            let variants = all.iter().map(|at| variant(*at));
            quote! {
                /// The HTTP status, from 100 to 599, with which one's own server should answer when it was answered so.
                #[must_use]
                #[inline]
                #visibility const fn http_status(self) -> ::core::primitive::u16 {
                    match self.category() { #(#variants => #http,)* }
                }
            }
        });
        quote! {
            /// Whose fault the code is.
            #[must_use]
            #[inline]
            #visibility const fn category(self) -> #enumeration {
                #category
            }

            #(#predicates)*

            #http_status
        }
    }

    /// An expression for one aspect of a code's meaning, from what holds for rows and for other codes in general, and
    /// what the ranges say of some of these.
    fn meaning<T: PartialEq>(
        &self,
        in_general: &TokenStream,
        aspect: impl Fn(&Meaning) -> T,
        value: impl Fn(T) -> TokenStream,
    ) -> TokenStream {
        let unrecognized = &self.table.unrecognized;
        let of_others = aspect(&unrecognized.meaning);
        let ranges = unrecognized.ranges.iter().filter(|range| aspect(&range.meaning) != of_others).map(|range| {
            let codes = rust(&format!("{}..={}", range.from, range.to));
            let value = value(aspect(&range.meaning));
            quote!(#codes => #value,)
        });
        let ranges: TokenStream = ranges.collect();
        if ranges.is_empty() {
            return in_general.clone();
        }
        quote! {
            let in_general = #in_general;
            match self {
                Self::Unrecognized(unrecognized) => match unrecognized.code() {
                    #ranges
                    _ => in_general,
                },
                _ => in_general,
            }
        }
    }

    fn conversions(&self) -> TokenStream {
        let Self { invocation, repr, .. } = self;
        let Invocation { name, krate, .. } = invocation;
        quote! {
            impl ::core::convert::From<#repr> for #name {
                #[inline]
                fn from(code: #repr) -> Self {
                    Self::from_code(code)
                }
            }

            impl ::core::convert::From<#name> for #repr {
                #[inline]
                fn from(code: #name) -> Self {
                    code.code()
                }
            }

            impl ::core::cmp::PartialEq<#repr> for #name {
                #[inline]
                fn eq(&self, code: &#repr) -> ::core::primitive::bool {
                    self.code() == *code
                }
            }

            /// By number.
            impl ::core::cmp::PartialOrd for #name {
                #[inline]
                fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                    ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
                }
            }

            /// By number.
            impl ::core::cmp::Ord for #name {
                #[inline]
                fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                    ::core::cmp::Ord::cmp(&self.code(), &other.code())
                }
            }

            /// Reads a decimal code as Rust's integers are parsed, or a name that only one code bears.
            impl ::core::str::FromStr for #name {
                type Err = #krate::ParseCodeError<#name>;

                #[inline]
                fn from_str(text: &::core::primitive::str) -> ::core::result::Result<#name, #krate::ParseCodeError<#name>> {
                    // Compiled once, wherever texts are parsed.
                    fn sole_bearer(name: &::core::primitive::str) -> ::core::option::Option<#name> {
                        NAME_INDEX.sole_bearer(name)
                    }

                    #krate::__private::parse(text, sole_bearer, NAME_INDEX.are_shared())
                }
            }
        }
    }

    fn formatting(&self) -> TokenStream {
        let Invocation { name, krate, .. } = self.invocation;
        quote! {
            impl ::core::fmt::Debug for #name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    match self {
                        Self::Unrecognized(unrecognized) => {
                            f.debug_tuple("Unrecognized").field(&unrecognized.code()).finish()
                        }
                        _ => f.write_str(VARIANT_NAMES.get(self.__row())),
                    }
                }
            }

            /// `404 not_found`, and in the alternate form, `{:#}`, with the message behind a colon.
            impl ::core::fmt::Display for #name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #krate::__private::display(*self, f)
                }
            }

            impl ::core::error::Error for #name {}
        }
    }

    fn traits(&self) -> TokenStream {
        let Self { invocation, repr, table, .. } = self;
        let Invocation { name, krate, category, .. } = invocation;
        let has_categories = !table.categories.is_empty();
        let category_of = if has_categories { quote!(CATEGORY_OF.packed()) } else { quote!(CODES.packed()) };
        let rows = table.rows.len();
        let is_signed = table.representation.signed;
        let category_count = table.categories.len();
        let categorized = has_categories.then(|| {
            quote! {
                impl #krate::Categorized for #name {
                    type Category = #category;
                    fn category(self) -> #category {
                        #name::category(self)
                    }
                }
            }
        });
        let http = table.categories.first().is_some_and(|category| category.http.is_some());
        let http = http.then(|| quote!(#krate::__http! { #name }));
        quote! {
            impl #krate::__private::Tabulated for #name {
                const ROWS: #krate::__private::Rows = #krate::__private::Rows {
                    count: #rows,
                    codes: CODES.packed(),
                    bits: #repr::BITS,
                    is_signed: #is_signed,
                    names: &NAMES.0,
                    category_count: #category_count,
                    categories: #category_of,
                    retryable: RETRYABLE.packed(),
                };
            }

            impl #krate::Code for #name {
                type Repr = #repr;
                const ALL: &'static [Self] = #name::ALL;
                const LANGUAGES: &'static [&'static ::core::primitive::str] = #name::LANGUAGES;
                fn from_code(code: #repr) -> Self {
                    #name::from_code(code)
                }
                fn code(self) -> #repr {
                    #name::code(self)
                }
                fn name(self) -> &'static ::core::primitive::str {
                    #name::name(self)
                }
                fn names(self) -> &'static [&'static ::core::primitive::str] {
                    #name::names(self)
                }
                fn named(name: &::core::primitive::str) -> &'static [Self] {
                    #name::named(name)
                }
                fn message(self) -> &'static ::core::primitive::str {
                    #name::message(self)
                }
                fn message_in(
                    self,
                    language: &::core::primitive::str,
                ) -> ::core::option::Option<&'static ::core::primitive::str> {
                    #name::message_in(self, language)
                }
                fn retry(self) -> #krate::Retry {
                    #name::retry(self)
                }
                fn is_recognized(self) -> ::core::primitive::bool {
                    #name::is_recognized(self)
                }
            }

            #categorized
            #krate::__serde! { #name }
            #http
        }
    }
}

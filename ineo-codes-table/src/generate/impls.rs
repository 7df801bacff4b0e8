//! The trait implementations.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Generator, Options, tokens};
use crate::model::{ColumnKind, IntegerType, Radix, Representation};

impl Generator<'_> {
    pub(super) fn conversions(&self) -> TokenStream {
        let Self { options, repr, .. } = self;
        let Options { name, .. } = options;
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

            impl ::core::cmp::PartialEq<#repr> for &#name {
                #[inline]
                fn eq(&self, code: &#repr) -> ::core::primitive::bool {
                    self.code() == *code
                }
            }

            impl ::core::cmp::PartialEq<#name> for #repr {
                #[inline]
                fn eq(&self, code: &#name) -> ::core::primitive::bool {
                    *self == code.code()
                }
            }

            impl ::core::cmp::PartialEq<&#name> for #repr {
                #[inline]
                fn eq(&self, code: &&#name) -> ::core::primitive::bool {
                    *self == code.code()
                }
            }

            /// By code.
            impl ::core::cmp::PartialOrd for #name {
                #[inline]
                fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                    ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
                }
            }

            /// By code.
            impl ::core::cmp::Ord for #name {
                #[inline]
                fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                    ::core::cmp::Ord::cmp(&self.code(), &other.code())
                }
            }
        }
    }

    /// What only codes that are integers have, or only codes that are texts.
    pub(super) fn conversions_of_kind(&self) -> TokenStream {
        let Self { options, repr, .. } = self;
        let Options { name, krate, .. } = options;
        match self.table.representation {
            Representation::Integer(_) => quote! {
                /// Reads a number, a name that only one code has, or both, as `Display` writes them.
                impl ::core::str::FromStr for #name {
                    type Err = #krate::ParseCodeError<#name>;

                    #[inline]
                    fn from_str(text: &::core::primitive::str) -> ::core::result::Result<#name, #krate::ParseCodeError<#name>> {
                        // Compiled once, wherever texts are parsed.
                        fn find_name(name: &::core::primitive::str) -> #krate::__private::Found {
                            NAME_INDEX.find(name)
                        }

                        #krate::__private::parse(text, |name| NAME_INDEX.code(find_name(name)))
                    }
                }

                /// The number in hexadecimal, negative ones as their bits.
                impl ::core::fmt::LowerHex for #name {
                    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        ::core::fmt::LowerHex::fmt(&self.code(), f)
                    }
                }

                /// The number in hexadecimal, negative ones as their bits.
                impl ::core::fmt::UpperHex for #name {
                    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        ::core::fmt::UpperHex::fmt(&self.code(), f)
                    }
                }

                #krate::__serde! { #name }
            },
            Representation::Text { max_length } => {
                let error = quote!(#krate::TextLengthError<#max_length>);
                let str = quote!(::core::primitive::str);
                let others = [quote!(#str), quote!(&#str)];
                quote! {
                    /// Reads a listed code, a name that only one code has, what `Display` writes, or any other code.
                    impl ::core::str::FromStr for #name {
                        type Err = #krate::ParseCodeError<#name>;

                        fn from_str(text: &#str) -> ::core::result::Result<#name, #krate::ParseCodeError<#name>> {
                            #krate::__private::parse_text(text)
                        }
                    }

                    /// Reads a code, listed or not. Names are not read: for them, there is `FromStr`.
                    impl ::core::convert::TryFrom<&#str> for #name {
                        type Error = #error;

                        #[inline]
                        fn try_from(code: &#str) -> ::core::result::Result<#name, #error> {
                            let code = <#repr as ::core::convert::TryFrom<&#str>>::try_from(code);
                            ::core::result::Result::map(code, #name::from_code)
                        }
                    }

                    #(
                        impl ::core::cmp::PartialEq<#others> for #name {
                            #[inline]
                            fn eq(&self, code: &#others) -> ::core::primitive::bool {
                                self.code() == *code
                            }
                        }

                        impl ::core::cmp::PartialEq<#name> for #others {
                            #[inline]
                            fn eq(&self, code: &#name) -> ::core::primitive::bool {
                                *self == code.code()
                            }
                        }
                    )*

                    #krate::__serde_text! { #name }
                }
            }
        }
    }

    pub(super) fn formatting(&self) -> TokenStream {
        let Options { name, krate, category, .. } = self.options;
        let of_categories = (!self.table.categories.is_empty()).then(|| {
            quote! {
                impl ::core::fmt::Display for #category {
                    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        f.pad(self.name())
                    }
                }
            }
        });
        quote! {
            #of_categories

            impl ::core::fmt::Debug for #name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    match self {
                        Self::Unrecognized(_) => #krate::__private::debug_unrecognized(*self, f),
                        _ => f.write_str(VARIANT_NAMES.get(__Row::of(*self))),
                    }
                }
            }

            /// `404 not_found`. The alternate form, `{:#}`, adds a colon and the message.
            impl ::core::fmt::Display for #name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #krate::__private::display(*self, f)
                }
            }

            impl ::core::error::Error for #name {}
        }
    }

    pub(super) fn traits(&self) -> TokenStream {
        let Self { options, repr, table, .. } = self;
        let Options { name, krate, category, .. } = options;
        let has_categories = !table.categories.is_empty();
        let category_of = if has_categories { quote!(CATEGORY_OF) } else { quote!(RETRYABLE) };
        let (text, title) = (tokens::unraw(name), table.title.as_deref().unwrap_or_default());
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
        let http = table.unrecognized.meaning.http.is_some();
        let http = http.then(|| quote!(#krate::__http! { #name }));
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
            #krate::__interop! { #name #text #title }
            #http
        }
    }
}

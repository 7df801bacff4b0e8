//! The inherent methods.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::tokens::{self, bits_type, literal, rust};
use super::{Generator, Options, variants};
use crate::layout::CodesLayout;
use crate::model::{ColumnKind, Representation, Unlisted};

impl Generator<'_> {
    pub(super) fn inherent(&self) -> TokenStream {
        let Self { table, options, repr, .. } = self;
        let Options { visibility, name, krate, .. } = options;
        let (rows, languages) = (table.rows.len(), &table.languages);
        let from_code = self.find_variant();
        let [from_code_docs, code_docs] = self.docs_of_codes();
        let code = match table.representation {
            Representation::Integer(_) => quote!(CODES.get(__Row::of(self)) as #repr),
            Representation::Text { .. } => quote!(CODES[__Row::of(self)]),
        };
        let retry = self.with_exceptions(&self.retry(), &|unlisted| tokens::retry(unlisted.meaning.retry, krate));
        let columns = self.column_methods();
        let message = if languages.is_empty() {
            quote!(self.name())
        } else {
            let in_general = quote!(MESSAGES.0[__Row::of(self)]);
            self.with_exceptions(&in_general, &|unlisted| rust(&literal(message_of(unlisted))))
        };
        let name_of = |unlisted: &Unlisted| rust(&literal(unlisted.name()));
        let wire_name = self.with_exceptions(&quote!(NAMES.0[__Row::of(self)]), &name_of);
        let in_general = quote!({
            let row = __Row::of(self);
            let first = row + NAME_DISTANCES.position(row);
            #krate::__private::together(&NAMES.0, first, 1 + OTHER_NAMES.position(row))
        });
        let names = self.with_exceptions(&in_general, &|unlisted| {
            let name = name_of(unlisted);
            quote!(&[#name])
        });
        let message_in = self.message_in();
        let category = self.category_methods();
        quote! {
            // Not inlined: see `LAYOUT.md`, "From a name to its codes".
            #[inline(never)]
            fn codes_aside(name: &::core::primitive::str) -> &'static [#name] {
                NAME_INDEX.codes_aside(&CODES_OF_NAMES, name)
            }

            impl #name {
                /// Every row, in table order.
                #visibility const ALL: &'static [Self] = CODES_OF_NAMES.split_at(#rows).0;

                /// The number of rows.
                #visibility const COUNT: ::core::primitive::usize = #rows;

                /// The language tags (BCP 47) of the messages; the first is the default. Empty in a table without messages.
                #visibility const LANGUAGES: &'static [&'static ::core::primitive::str] = &[#(#languages),*];

                #[doc = #from_code_docs]
                #[must_use]
                #[inline]
                #visibility const fn from_code(code: #repr) -> Self {
                    #from_code
                }

                #[doc = #code_docs]
                #[must_use]
                #[inline]
                #visibility const fn code(self) -> #repr {
                    match self {
                        Self::Unrecognized(unrecognized) => unrecognized.code(),
                        _ => #code,
                    }
                }

                /// The name, as the service sends it; `unrecognized` outside the table.
                #[must_use]
                #[inline]
                #visibility const fn name(self) -> &'static ::core::primitive::str {
                    #wire_name
                }

                /// All names that the service sends for the code: its [`name`](Self::name), followed by the aliases.
                #[must_use]
                #visibility const fn names(self) -> &'static [&'static ::core::primitive::str] {
                    #names
                }

                /// Every code with this name or alias: none, one or several.
                #[must_use]
                #visibility fn named(name: &::core::primitive::str) -> &'static [Self] {
                    NAME_INDEX.codes(&CODES_OF_NAMES, name, codes_aside)
                }

                /// The message in the default language; the name in a table without messages.
                #[must_use]
                #[inline]
                #visibility const fn message(self) -> &'static ::core::primitive::str {
                    #message
                }

                /// The message in the language of a BCP 47 tag, found by the lookup of RFC 4647: `fa-IR` finds `fa`. `None` if
                /// the table does not have the language. If only this message is missing in it, the default language serves.
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

                #columns

                /// Whether the table has the code.
                #[must_use]
                #[inline]
                #visibility const fn is_recognized(self) -> ::core::primitive::bool {
                    match self { Self::Unrecognized(_) => false, _ => true }
                }
            }
        }
    }

    /// Uses what a private enum may leave unused, since lints against that may be forbidden.
    pub(super) fn used(&self) -> TokenStream {
        let Options { name, category, .. } = self.options;
        let categories = &self.table.categories;
        let predicates = categories.iter().map(|category| format_ident!("{}", category.predicate));
        let of_categories = (!categories.is_empty()).then(|| {
            let ok = categories.iter().any(|category| category.is_success).then(|| quote!(#name::ok,));
            quote! {
                let _ = (#category::ALL, #category::name, #name::category, #ok);
                #(let _ = #name::#predicates;)*
            }
        });
        let http = self.table.unrecognized.meaning.http.is_some().then(|| quote!(let _ = #name::http_status;));
        let columns = self.table.columns.iter().map(|column| {
            let (method, in_language) = (format_ident!("{}", column.name), format_ident!("{}_in", column.name));
            let in_language = (column.kind == ColumnKind::Message).then(|| quote!(#name::#in_language));
            quote!(let _ = (#name::#method, #in_language);)
        });
        quote! {
            #http
            #(#columns)*
            let _ = (#name::ALL, #name::COUNT, #name::LANGUAGES);
            let _ = (#name::from_code, #name::code, #name::name, #name::names, #name::named, #name::message);
            let _ = (#name::message_in, #name::retry, #name::is_retryable, #name::is_recognized, __Row::number);
            #of_categories
        }
    }

    /// The body of `from_code`.
    pub(super) fn find_variant(&self) -> TokenStream {
        let bits = match self.table.representation {
            Representation::Integer(integer) => bits_type(integer.bits),
            Representation::Text { .. } => TokenStream::new(),
        };
        let row = match self.layout.codes {
            CodesLayout::Pages(..) => quote!(INDEX.row(code as #bits as ::core::primitive::usize)),
            CodesLayout::Cells(..) => quote!(INDEX.row(code as #bits as ::core::primitive::u64)),
            CodesLayout::ShortTexts(..) => {
                let krate = &self.options.krate;
                quote!(INDEX.row(#krate::__private::key_of_text(&code)))
            }
            CodesLayout::Texts(..) => quote!(INDEX.row(&code, &CODES)),
        };
        let row_type = variants::row_type(self);
        quote!(of_row(#row as #row_type, code))
    }

    /// The way from a text to its variant, for codes that are texts. `code` is the text as a code.
    pub(super) fn text_lookup(&self) -> TokenStream {
        let (name, repr) = (&self.options.name, &self.repr);
        let row_type = variants::row_type(self);
        let (text, found) = match self.layout.codes {
            CodesLayout::ShortTexts(..) => (quote!(_), quote!(#name::from_code(code))),
            CodesLayout::Texts(..) => (quote!(text), quote!(of_row(INDEX.row_of(text, &CODES) as #row_type, code))),
            CodesLayout::Pages(..) | CodesLayout::Cells(..) => return TokenStream::new(),
        };
        quote! {
            #[inline]
            fn of_text(#text: &::core::primitive::str, code: #repr) -> #name {
                #found
            }
        }
    }

    /// The docs of `from_code` and of `code`.
    fn docs_of_codes(&self) -> [String; 2] {
        let kind = self.table.kind_of_code();
        [
            format!(" The code with this {kind}; [`Unrecognized`](Self::Unrecognized) outside the table."),
            format!(" The {kind} of the code, for every code the one that it was made from."),
        ]
    }

    /// Of a code the retry, as an expression.
    pub(super) fn retry(&self) -> TokenStream {
        if self.layout.retry_of.is_none() {
            return quote!(RETRIES.0[__Row::of(self)]);
        }
        quote!(RETRIES.0[(RETRY_OF.get(__Row::of(self)) >> 4) as ::core::primitive::usize & (RETRIES.0.len() - 1)])
    }

    pub(super) fn message_in(&self) -> TokenStream {
        let krate = &self.options.krate;
        let arms = (1..self.table.languages.len()).map(|at| {
            let texts = format_ident!("MESSAGES_{at}");
            let text =
                |unlisted: &Unlisted| rust(&literal(unlisted.meaning.messages[at].as_deref().unwrap_or_default()));
            let text = self.with_exceptions(&quote!(#texts.get(__Row::of(self))), &text);
            quote! { ::core::option::Option::Some(#at) => { #text } }
        });
        quote! {
            let text = match #krate::__private::language(Self::LANGUAGES, language) {
                #(#arms,)*
                ::core::option::Option::Some(_) => "",
                ::core::option::Option::None => return ::core::option::Option::None,
            };
            // A text is never empty: the row has none.
            ::core::option::Option::Some(if text.is_empty() { self.message() } else { text })
        }
    }
}

/// The message in the default language, or the name that serves as one.
fn message_of(unlisted: &Unlisted) -> &str {
    let message = unlisted.meaning.messages.first().and_then(Option::as_deref);
    message.unwrap_or_else(|| unlisted.name())
}

//! A method for each column that the table declares.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::Generator;
use super::statics::Data;
use super::tokens::{literal, primitive, rust};
use crate::layout::values::ValuesLayout;
use crate::model::{Column, ColumnKind, IntegerType, Unlisted, Value};

impl Generator<'_> {
    /// The statics of all columns.
    pub(super) fn column_statics(&self) -> TokenStream {
        let data = Data { krate: &self.options.krate };
        let mut statics = TokenStream::new();
        for (at, values) in self.layout.values.iter().enumerate() {
            match values {
                ValuesLayout::Numbers { numbers, is_there } => {
                    statics.extend(data.column(&format!("COLUMN_{at}"), numbers));
                    if let Some(is_there) = is_there {
                        statics.extend(data.column(&format!("COLUMN_{at}_IS_THERE"), is_there));
                    }
                }
                ValuesLayout::Texts(languages) => {
                    for (language, texts) in languages.iter().enumerate() {
                        let name = format!("COLUMN_{at}_{language}");
                        // In the default language, the method is `const`.
                        statics.extend(if language == 0 {
                            data.literals(&name, texts)
                        } else {
                            data.texts(&name, texts)
                        });
                    }
                }
            }
        }
        statics
    }

    /// The methods of all columns.
    pub(super) fn column_methods(&self) -> TokenStream {
        let mut methods = TokenStream::new();
        for (at, column) in self.table.columns.iter().enumerate() {
            methods.extend(self.column_method(at, column));
        }
        methods
    }

    fn column_method(&self, at: usize, column: &Column) -> TokenStream {
        let visibility = &self.options.visibility;
        let name = format_ident!("{}", column.name);
        let texts = format_ident!("COLUMN_{at}_0");
        let numbers = format_ident!("COLUMN_{at}");
        let (kind, in_general) = match column.kind {
            ColumnKind::Text | ColumnKind::Message => {
                let kind = quote!(&'static ::core::primitive::str);
                let text = quote!(#texts.0[__Row::of(self)]);
                if column.is_optional {
                    // A text is never empty: the code has none.
                    let in_general = quote! {
                        if #text.is_empty() { ::core::option::Option::None } else { ::core::option::Option::Some(#text) }
                    };
                    (kind, in_general)
                } else {
                    (kind, text)
                }
            }
            ColumnKind::Boolean => (
                quote!(::core::primitive::bool),
                Self::present(at, column, &quote!(#numbers.get(__Row::of(self)) != 0)),
            ),
            ColumnKind::Integer(integer) => {
                let kind = primitive(integer);
                let number = quote!(#numbers.get(__Row::of(self)) as #kind);
                (kind, Self::present(at, column, &number))
            }
        };
        let returned = if column.is_optional { quote!(::core::option::Option<#kind>) } else { kind };
        let value = self.with_exceptions(&in_general, &|unlisted| value_tokens(value_of(unlisted, at), column));
        let docs = column.doc.clone().unwrap_or_else(|| format!("The column `{}` of the table.", column.name));
        let docs = super::markdown::text(&docs);
        let in_language = (column.kind == ColumnKind::Message).then(|| self.column_in_language(at, column, &name));
        quote! {
            #[doc = #docs]
            #[must_use]
            #[inline]
            #visibility const fn #name(self) -> #returned {
                #value
            }

            #in_language
        }
    }

    /// The value of an optional column, as an expression.
    fn present(at: usize, column: &Column, value: &TokenStream) -> TokenStream {
        if !column.is_optional {
            return value.clone();
        }
        let is_there = format_ident!("COLUMN_{at}_IS_THERE");
        quote! {
            if #is_there.get(__Row::of(self)) != 0 {
                ::core::option::Option::Some(#value)
            } else {
                ::core::option::Option::None
            }
        }
    }

    /// The method that takes a language.
    fn column_in_language(&self, at: usize, column: &Column, name: &Ident) -> TokenStream {
        let krate = &self.options.krate;
        let visibility = &self.options.visibility;
        let method = format_ident!("{}_in", column.name);
        let arms = (1..self.table.languages.len()).map(|language| {
            let texts = format_ident!("COLUMN_{at}_{language}");
            let in_general = quote!(#texts.get(__Row::of(self)));
            let text = |unlisted: &Unlisted| match value_of(unlisted, at) {
                Some(Value::Message(texts)) => {
                    rust(&literal(texts.get(language).and_then(Option::as_deref).unwrap_or_default()))
                }
                _ => rust("\"\""),
            };
            let value = self.with_exceptions(&in_general, &text);
            quote! { ::core::option::Option::Some(#language) => { #value } }
        });
        let docs = format!(
            "[`{}`](Self::{0}) in the language of a BCP 47 tag, found by the lookup of RFC 4647. `None` if the table has no \
             such language{}; a text that is missing only in this language is in the default language.",
            column.name,
            if column.is_optional { ", or the code no such text" } else { "" }
        );
        let otherwise =
            if column.is_optional { quote!(self.#name()) } else { quote!(::core::option::Option::Some(self.#name())) };
        quote! {
            #[doc = #docs]
            #[must_use]
            #visibility fn #method(
                self,
                language: &::core::primitive::str,
            ) -> ::core::option::Option<&'static ::core::primitive::str> {
                let text = match #krate::__private::language(Self::LANGUAGES, language) {
                    #(#arms)*
                    ::core::option::Option::Some(_) => "",
                    ::core::option::Option::None => return ::core::option::Option::None,
                };
                if text.is_empty() { #otherwise } else { ::core::option::Option::Some(text) }
            }
        }
    }
}

fn value_of(unlisted: &Unlisted, column: usize) -> Option<&Value> {
    unlisted.meaning.values.get(column)?.as_ref()
}

/// A value as an expression of the method's type.
fn value_tokens(value: Option<&Value>, column: &Column) -> TokenStream {
    let Some(value) = value else { return quote!(::core::option::Option::None) };
    let value = match (value, column.kind) {
        (Value::Text(text), _) => rust(&literal(text)),
        (Value::Message(texts), _) => rust(&literal(texts.first().and_then(Option::as_deref).unwrap_or_default())),
        (Value::Boolean(is_so), _) => quote!(#is_so),
        (Value::Integer(number), ColumnKind::Integer(IntegerType { name, .. })) => rust(&format!("{number}_{name}")),
        (Value::Integer(number), _) => rust(&number.to_string()),
    };
    if column.is_optional { quote!(::core::option::Option::Some(#value)) } else { value }
}

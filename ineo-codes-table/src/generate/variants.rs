//! From a row to its variant, and back.

use std::ops::Range;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::tokens::{self, list, rust};
use super::{Generator, Options};
use crate::model::{IntegerType, Representation};

/// Maximum number of arms in one function: see `LAYOUT.md`, "From a row to its variant".
const AT_ONCE: usize = 512;

/// The type of rows that become variants. As wide as the enum's discriminant: what LLVM sees of rows it does not see through
/// a conversion.
pub(super) fn row_type(generator: &Generator<'_>) -> TokenStream {
    let is_wide = matches!(generator.table.representation, Representation::Integer(IntegerType { bits: 64, .. }));
    let row_type = if is_wide { quote!(u64) } else { quote!(u32) };
    quote!(::core::primitive::#row_type)
}

/// The function `of_row`, from a row to its variant, or to the one that carries the code where the row is the number of the
/// rows.
pub(super) fn of_row(generator: &Generator<'_>) -> TokenStream {
    let Generator { options, repr, layout, .. } = generator;
    let Options { name, krate, .. } = options;
    let variants = &layout.variants;
    let row_type = row_type(generator);
    let rows = variants.len();
    let row_count = Literal::usize_unsuffixed(rows);
    let path = tokens::path(name);
    let firsts: Vec<usize> = (0..rows).step_by(AT_ONCE).collect();
    let functions = firsts.iter().map(|first| {
        let function = function(*first);
        let behind = first + AT_ONCE;
        let (last, other) = if behind < rows {
            (behind - 1, rust(&format!("{path}::{}", variants[behind - 1])))
        } else {
            (rows, quote!(#name::Unrecognized(#krate::Unrecognized::__new(code))))
        };
        let arms = arms(&path, variants, *first..last);
        quote! {
            #[inline]
            const fn #function(row: #row_type, code: #repr) -> #name {
                match row { #arms _ => #other }
            }
        }
    });
    let found = call(&firsts);
    quote! {
        #(#functions)*

        #[inline]
        const fn of_row(row: #row_type, code: #repr) -> #name {
            // See `LAYOUT.md`, "Rows and positions beyond the table".
            if row > #row_count {
                #krate::__private::unreachable()
            }
            #found
        }
    }
}

/// The type `__Row`, whose function `of` is from a variant to its row.
///
/// A method of the enum would do as well, but editors would offer it.
pub(super) fn row_of(generator: &Generator<'_>) -> TokenStream {
    let Generator { options: Options { name, visibility, .. }, layout, repr, table, .. } = generator;
    let path = tokens::path(name);
    // A text has none.
    let (number, number_type) = match table.representation {
        Representation::Integer(_) => (quote!(code.code()), repr.clone()),
        Representation::Text { .. } => (
            quote!({
                let _ = code;
                0
            }),
            quote!(::core::primitive::i128),
        ),
    };
    let rows = layout.variants.len();
    let arms = list(rows, &|row| format!("{path}::{} => {row},", layout.variants[row]));
    quote! {
        #visibility enum __Row {}

        impl __Row {
            /// The row of a code, or the number of the rows.
            #[inline]
            #visibility const fn of(code: #name) -> ::core::primitive::usize {
                match code { #arms #name::Unrecognized(_) => #rows }
            }

            /// The number of a code, which ranges are matched with.
            #[inline]
            #visibility const fn number(code: #name) -> #number_type {
                #number
            }
        }
    }
}

/// The call of the one of these functions that makes the variant of `row`.
fn call(firsts: &[usize]) -> TokenStream {
    if let [first] = firsts {
        let function = function(*first);
        return quote!(#function(row, code));
    }
    let (lower, upper) = firsts.split_at(firsts.len() / 2);
    let first = Literal::usize_unsuffixed(upper[0]);
    let (lower, upper) = (call(lower), call(upper));
    quote!(if row < #first { #lower } else { #upper })
}

/// The name of the function for the rows from this one on.
fn function(first: usize) -> Ident {
    format_ident!("of_rows_from_{first}")
}

/// `0 => Code::A, 1 => Code::B, …`
fn arms(path: &str, variants: &[String], rows: Range<usize>) -> TokenStream {
    list(rows.len(), &|at| {
        let row = rows.start + at;
        format!("{row} => {path}::{},", variants[row])
    })
}

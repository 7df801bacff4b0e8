//! The data behind the methods: packed columns, texts and indexes.

use std::collections::HashMap;
use std::ops::Range;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use syn::Ident;

use super::super::Invocation;
use super::super::hash;
use super::super::index::{Column, Pages, Slots};
use super::super::model::{Representation, Retry, Table};
use super::{list, literal, rust};

/// The data of a table, laid out.
pub(super) struct Data {
    representation: Representation,
    variants: Vec<String>,
    codes: Column,
    index: Index,
    /// The rows in order, then the number of the rows for all other codes, then what bears the further names.
    bearers: Vec<usize>,
    /// For each bearer its name: the first names of the rows, the name of all other codes, then the further names.
    names: Vec<String>,
    /// For each bearer, how many in a row bear its name, where it is the first of them.
    bearer_counts: Column,
    name_index: Slots,
    /// For each row where its names begin, and how many there are.
    name_starts: Column,
    name_counts: Column,
    /// In the default language: for each row, and at last for all other codes. Empty in a table without messages.
    messages: Vec<String>,
    /// In each other language, likewise; an empty text where a row lacks one.
    translations: Vec<Vec<String>>,
    /// For each row, and at last for all other codes.
    category_of: Option<Column>,
    /// The different ways to retry, to which `retry_of` points.
    pub(super) retries: Vec<Retry>,
    /// For each row, and at last for all other codes.
    retry_of: Column,
}

/// From a code to its row.
enum Index {
    /// For codes of up to 16 bits.
    Pages(Pages),
    /// For wider ones.
    Slots(Slots),
}

/// The most rows whose variants one function makes: what LLVM does with a `match` takes time that grows with the square of
/// its arms.
///
/// The functions cost nothing: LLVM sees that the variants lie in the order of the rows, and makes the row the variant. For
/// that no function may begin or end where numbers of rows take all bits of a byte or two, see `Column::of_rows`. A power
/// of two greater than 256 never does.
const VARIANTS_AT_ONCE: usize = 512;

const UNINDEXED: &str = "no index was found for this table: please report it to the authors of ineo-codes";

impl Data {
    /// Lays out a table; the error says what can't be.
    pub(super) fn new(table: &Table) -> Result<Self, &'static str> {
        let rows = &table.rows;
        let mut codes: Vec<u64> = rows.iter().map(|row| table.representation.bits_of(row.code)).collect();
        let index = if table.representation.bits <= 16 {
            Index::Pages(Pages::new(&codes, table.representation))
        } else {
            let numbers: Vec<u64> = (0..rows.len() as u64).collect();
            let is_wide = Column::new(&codes).width > 4;
            let slots = Slots::new(&numbers, |row, seed| hash::of_code(codes[row], seed, is_wide));
            // The look-up cuts the position to a power of two, which costs less than a comparison.
            codes.resize(rows.len().next_power_of_two(), 0);
            Index::Slots(slots.ok_or(UNINDEXED)?)
        };

        let mut bearers: Vec<usize> = (0..=rows.len()).collect();
        // A row whose name is faulty has none.
        let mut names: Vec<String> = rows.iter().map(|row| row.names.first().cloned().unwrap_or_default()).collect();
        names.push("unrecognized".to_owned());
        let mut name_starts: Vec<u64> = (0..=rows.len() as u64).collect();
        let mut name_counts = vec![1u64; rows.len() + 1];
        // For each different name, in the order of the rows, where it stands first and the rows that bear it.
        let mut bearing: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::with_capacity(rows.len());
        for (at, row) in rows.iter().enumerate() {
            let start = if row.names.len() > 1 { names.len() } else { at };
            if start != at {
                name_starts[at] = start as u64;
                name_counts[at] = row.names.len() as u64;
                bearers.extend(row.names.iter().map(|_| at));
                names.extend_from_slice(&row.names);
            }
            for (stands, name) in (start..).zip(&row.names) {
                let position = *known.entry(name.clone()).or_insert(bearing.len());
                if position == bearing.len() {
                    bearing.push((stands, Vec::new()));
                }
                bearing[position].1.push(at);
            }
        }
        let mut firsts = Vec::with_capacity(bearing.len());
        let mut bearer_counts = vec![1u64; bearers.len()];
        for (first, rows_of) in bearing {
            if rows_of.len() == 1 {
                firsts.push(first as u64);
                continue;
            }
            firsts.push(names.len() as u64);
            bearer_counts.extend(rows_of.iter().map(|_| rows_of.len() as u64));
            names.extend(rows_of.iter().map(|_| names[first].clone()).collect::<Vec<_>>());
            bearers.extend(rows_of);
        }
        let words = |first: &u64| {
            let name = names[usize::try_from(*first).unwrap_or_default()].as_bytes();
            (hash::words(name).unwrap_or_else(|| hash::other_words(name)), name.len())
        };
        let words: Vec<([u64; 4], usize)> = firsts.iter().map(words).collect();
        let name_index = Slots::new(&firsts, |key, seed| hash::of_words(words[key].0, words[key].1, seed));

        let texts = |language: usize| -> Vec<String> {
            let of_rows = rows.iter().map(|row| row.messages[language].clone().unwrap_or_default());
            let other = table.unrecognized.messages[language].clone();
            let unnamed = || if language == 0 { "unrecognized".to_owned() } else { String::new() };
            of_rows.chain([other.unwrap_or_else(unnamed)]).collect()
        };
        let mut messages = (0..table.languages.len()).map(texts);

        let mut retries: Vec<Retry> = Vec::new();
        let meanings = || rows.iter().map(|row| row.meaning).chain([table.unrecognized.meaning]);
        let retry_of: Vec<u64> = meanings()
            .map(|meaning| {
                let at = retries.iter().position(|known| *known == meaning.retry).unwrap_or(retries.len());
                if at == retries.len() {
                    retries.push(meaning.retry);
                }
                at as u64
            })
            .collect();
        let category_of: Vec<u64> = meanings().map(|meaning| meaning.category as u64).collect();
        Ok(Self {
            representation: table.representation,
            variants: rows.iter().map(|row| row.variant.clone()).collect(),
            codes: Column::new(&codes),
            index,
            name_index: name_index.ok_or(UNINDEXED)?,
            bearers,
            names,
            bearer_counts: Column::new(&bearer_counts),
            name_starts: Column::new(&name_starts),
            name_counts: Column::new(&name_counts),
            messages: messages.next().unwrap_or_default(),
            translations: messages.collect(),
            category_of: (!table.categories.is_empty()).then(|| Column::new(&category_of)),
            retries,
            retry_of: Column::new(&retry_of),
        })
    }

    /// The body of `from_code`.
    pub(super) fn find_variant(&self, invocation: &Invocation) -> TokenStream {
        let Invocation { name, krate, .. } = invocation;
        let repr = super::primitive(self.representation);
        let bits = bits_type(self.representation.bits);
        // As wide as the enum's discriminant: what LLVM sees of rows it does not see through a conversion.
        let row_type = if self.representation.bits == 64 { quote!(u64) } else { quote!(u32) };
        let row_type = quote!(::core::primitive::#row_type);
        let rows = self.variants.len();
        let row_count = Literal::usize_unsuffixed(rows);
        let row = match self.index {
            Index::Pages(_) => quote!(INDEX.row(code as #bits as ::core::primitive::usize)),
            Index::Slots(_) => quote!(INDEX.row(code as #bits as ::core::primitive::u64, &CODES, #row_count)),
        };
        let firsts: Vec<usize> = (0..rows).step_by(VARIANTS_AT_ONCE).collect();
        let functions = firsts.iter().map(|first| {
            let function = of_rows_from(*first);
            let behind = first + VARIANTS_AT_ONCE;
            let (last, other) = if behind < rows {
                let last = behind - 1;
                (last, rust(&format!("{}::{}", super::path(name), self.variants[last])))
            } else {
                (rows, quote!(#name::Unrecognized(#krate::Unrecognized::__new(code))))
            };
            let arms = self.variant_arms(name, *first..last);
            quote! {
                #[inline]
                const fn #function(row: #row_type, code: #repr) -> #name {
                    match row { #arms _ => #other }
                }
            }
        });
        let found = of_row(&firsts);
        quote! {
            #(#functions)*
            let row = #row as #row_type;
            // No index holds such a row. Since LLVM sees that here, it needs no condition to make the row the variant:
            // it would become a branch, and no processor can foresee which codes come.
            if row > #row_count {
                loop {}
            }
            #found
        }
    }

    /// `0 => Code::A, 1 => Code::B, …`
    fn variant_arms(&self, name: &Ident, rows: Range<usize>) -> TokenStream {
        let path = super::path(name);
        list(rows.map(|row| format!("{row} => {path}::{},", self.variants[row])))
    }

    pub(super) fn statics(&self, invocation: &Invocation) -> TokenStream {
        let Invocation { name, krate, .. } = invocation;
        let statics = Statics { krate };
        let path = super::path(name);
        let bearer_count = self.bearers.len();
        let bearers = list(self.bearers.iter().map(|row| match self.variants.get(*row) {
            Some(variant) => format!("{path}::{variant},"),
            None => format!("{path}::Unrecognized(UNRECOGNIZED),"),
        }));
        let codes = statics.column("CODES", &self.codes);
        let index = match &self.index {
            Index::Pages(pages) => statics.pages("INDEX", pages),
            Index::Slots(slots) => statics.slots("INDEX", slots),
        };
        let names = literals("NAMES", &self.names);
        let name_starts = statics.column("NAME_STARTS", &self.name_starts);
        let name_counts = statics.column("NAME_COUNTS", &self.name_counts);
        let name_index = statics.slots("NAME_INDEX", &self.name_index);
        let bearer_counts = statics.column("BEARER_COUNTS", &self.bearer_counts);
        let variant_names = statics.texts("VARIANT_NAMES", &self.variants);
        let messages = (!self.messages.is_empty()).then(|| literals("MESSAGES", &self.messages));
        let translations =
            (1..).zip(&self.translations).map(|(at, texts)| statics.texts(&format!("MESSAGES_{at}"), texts));
        let category_of = self.category_of.as_ref().map(|column| statics.column("CATEGORY_OF", column));
        let retry_of = statics.column("RETRY_OF", &self.retry_of);
        // As many as a mask lets through.
        let retry_count = self.retries.len().next_power_of_two();
        let padded = self.retries.iter().cycle().take(retry_count);
        let retries = padded.map(|retry| super::retry(*retry, krate));
        quote! {
            // Never told from the codes outside the table, whatever number it carries.
            const UNRECOGNIZED: #krate::Unrecognized<#name> = #krate::Unrecognized::__new(0);
            static BEARERS: [#name; #bearer_count] = [#bearers];
            #codes
            #index
            #names
            #bearer_counts
            #name_index
            #name_starts
            #name_counts
            #variant_names
            #messages
            #(#translations)*
            #category_of
            #retry_of
            static RETRIES: [#krate::Retry; #retry_count] = [#(#retries),*];
        }
    }
}

/// The expression for the variant of `row`: one of the functions that begin with these rows.
fn of_row(chunks: &[usize]) -> TokenStream {
    if let [first] = chunks {
        let function = of_rows_from(*first);
        return quote!(#function(row, code));
    }
    let (lower, upper) = chunks.split_at(chunks.len() / 2);
    let first = Literal::usize_unsuffixed(upper[0]);
    let (lower, upper) = (of_row(lower), of_row(upper));
    quote!(if row < #first { #lower } else { #upper })
}

fn of_rows_from(first: usize) -> Ident {
    format_ident!("of_rows_from_{first}")
}

/// The unsigned type of a representation's bits.
fn bits_type(bits: u32) -> TokenStream {
    let unsigned = format_ident!("u{bits}");
    quote!(::core::primitive::#unsigned)
}

/// Writes the statics that hold data.
struct Statics<'a> {
    krate: &'a TokenStream,
}

impl Statics<'_> {
    fn column(&self, name: &str, column: &Column) -> TokenStream {
        let krate = self.krate;
        let name = format_ident!("{name}");
        let (width, length, bytes) = (column.width, column.len(), Literal::byte_string(&column.bytes));
        quote!(static #name: #krate::__private::Column<#width, #length> = #krate::__private::Column::new(#bytes);)
    }

    fn pages(&self, name: &str, pages: &Pages) -> TokenStream {
        let krate = self.krate;
        let name = format_ident!("{name}");
        let Pages { page, directory, rows } = pages;
        let lengths = [*page, directory.width, directory.len(), rows.width, rows.len()];
        let (directory, rows) = (Literal::byte_string(&directory.bytes), Literal::byte_string(&rows.bytes));
        quote!(static #name: #krate::__private::Pages<#(#lengths),*> = #krate::__private::Pages::new(#directory, #rows);)
    }

    fn slots(&self, name: &str, slots: &Slots) -> TokenStream {
        let krate = self.krate;
        let name = format_ident!("{name}");
        let Slots { seed, displacements, values } = slots;
        let lengths = [displacements.width, displacements.len(), values.width, values.len()];
        let (displacements, values) = (Literal::byte_string(&displacements.bytes), Literal::byte_string(&values.bytes));
        quote! {
            static #name: #krate::__private::Slots<#seed, #(#lengths),*> =
                #krate::__private::Slots::new(#displacements, #values);
        }
    }

    /// Texts that are cut out of one: a little slower to read, and much faster to compile.
    fn texts(&self, name: &str, texts: &[String]) -> TokenStream {
        let krate = self.krate;
        let name = format_ident!("{name}");
        let mut end = 0;
        let ends = texts.iter().map(|text| {
            end += text.len() as u64;
            end
        });
        let ends = Column::new(&std::iter::once(0).chain(ends).collect::<Vec<_>>());
        let (width, length, bytes) = (ends.width, ends.len(), Literal::byte_string(&ends.bytes));
        let joined = texts.concat();
        quote!(static #name: #krate::__private::Texts<#width, #length> = #krate::__private::Texts::new(#joined, #bytes);)
    }
}

/// Texts that are reached in one access.
fn literals(name: &str, texts: &[String]) -> TokenStream {
    let name = format_ident!("{name}");
    let count = texts.len();
    let literals = list(texts.iter().map(|text| format!("{},", literal(text))));
    quote!(static #name: [&'static ::core::primitive::str; #count] = [#literals];)
}

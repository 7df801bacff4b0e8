//! The data behind the methods: packed columns, texts and indexes.

use std::collections::HashMap;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::super::Invocation;
use super::super::hash;
use super::super::index::{Column, Pages, Slots};
use super::super::model::{Retry, Table};
use super::{list, literal};

/// The data of a table, laid out.
pub(super) struct Data {
    repr_bits: u32,
    variants: Vec<String>,
    codes: Column,
    index: Index,
    /// The names of each row, the rows in order, and at last the name of all other codes.
    names: Vec<String>,
    /// For each row the position of its first name, then that of the last name, then the end.
    name_starts: Column,
    name_index: Slots,
    /// For each name the position of the first variant that bears it, and how many do.
    bearers: Column,
    bearer_counts: Column,
    /// The rows of each name that several bear, behind each other.
    groups: Vec<usize>,
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
    /// For wider ones, with the code that has each slot, and the rows of each: that of its code, and that of others.
    Slots { slots: Slots, codes: Column, rows: Column },
}

/// The least variants in the array that a code's row leads to.
///
/// LLVM sees through a comparison with what is loaded from a constant array of up to 64 elements, and compares the
/// position in its place. That would bring back the branch that the array is there to avoid.
const LEAST_VARIANTS: usize = 65;

const UNINDEXED: &str = "no index was found for this table: please report it to the authors of ineo-codes";

impl Data {
    /// Lays out a table; the error says what can't be.
    pub(super) fn new(table: &Table) -> Result<Self, &'static str> {
        let rows = &table.rows;
        let codes: Vec<u64> = rows.iter().map(|row| table.representation.bits_of(row.code)).collect();
        let index = if table.representation.bits <= 16 {
            Index::Pages(Pages::new(&codes, table.representation))
        } else {
            let numbers: Vec<u64> = (0..rows.len() as u64).collect();
            let slots = Slots::new(&numbers, |row, seed| hash::of_code(codes[row], seed)).ok_or(UNINDEXED)?;
            // A slot that no code has bears one that has another slot, and so is no code's.
            let by_slot = slots.values.numbers().map(|row| codes[usize::try_from(row).unwrap_or_default()]);
            let codes: Vec<u64> = by_slot.collect();
            let rows: Vec<u64> = slots.values.numbers().flat_map(|row| [row, numbers.len() as u64]).collect();
            Index::Slots { slots, codes: Column::new(&codes), rows: Column::new(&rows) }
        };

        let mut names = Vec::new();
        let mut name_starts = Vec::new();
        // For each different name, in the order of the rows, where it stands first and the rows that bear it.
        let mut bearing: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::with_capacity(rows.len());
        for (at, row) in rows.iter().enumerate() {
            name_starts.push(names.len() as u64);
            for name in &row.names {
                let position = *known.entry(name.clone()).or_insert(bearing.len());
                if position == bearing.len() {
                    bearing.push((names.len(), Vec::new()));
                }
                bearing[position].1.push(at);
                names.push(name.clone());
            }
        }
        name_starts.extend([names.len() as u64, names.len() as u64 + 1]);
        names.push("unrecognized".to_owned());

        let mut groups = Vec::new();
        let mut bearers = vec![0u64; names.len()];
        let mut bearer_counts = vec![0u64; names.len()];
        for (first, rows_of) in &bearing {
            bearer_counts[*first] = rows_of.len() as u64;
            bearers[*first] = match rows_of.as_slice() {
                [row] => *row as u64,
                several => {
                    groups.extend(several);
                    // The groups lie behind the rows and the variant that stands for all other codes.
                    (rows.len() + 1 + groups.len() - several.len()) as u64
                }
            };
        }
        let firsts: Vec<u64> = bearing.iter().map(|(first, _)| *first as u64).collect();
        let name_index = Slots::new(&firsts, |key, seed| hash::of_name(names[bearing[key].0].as_bytes(), seed));

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
            repr_bits: table.representation.bits,
            variants: rows.iter().map(|row| row.variant.clone()).collect(),
            codes: Column::new(&codes),
            index,
            names,
            name_starts: Column::new(&name_starts),
            name_index: name_index.ok_or(UNINDEXED)?,
            bearers: Column::new(&bearers),
            bearer_counts: Column::new(&bearer_counts),
            groups,
            messages: messages.next().unwrap_or_default(),
            translations: messages.collect(),
            category_of: (!table.categories.is_empty()).then(|| Column::new(&category_of)),
            retries,
            retry_of: Column::new(&retry_of),
        })
    }

    /// The body of `from_code`.
    pub(super) fn find_variant(&self, krate: &TokenStream) -> TokenStream {
        let bits = bits_type(self.repr_bits);
        let row = match self.index {
            Index::Pages(_) => quote!(INDEX.row(code as #bits as ::core::primitive::usize)),
            Index::Slots { .. } => quote!(INDEX.row(code as #bits as ::core::primitive::u64)),
        };
        quote! {
            // Without a branch, since no processor can foresee which codes come.
            // The mask changes no position, and takes the place of a comparison.
            let found = VARIANTS[#row & (VARIANTS.len() - 1)];
            let is_other = match found { Self::Unrecognized(_) => 1, _ => 0 };
            [found, Self::Unrecognized(#krate::Unrecognized::__new(code))][is_other]
        }
    }

    pub(super) fn statics(&self, invocation: &Invocation) -> TokenStream {
        let Invocation { name, krate, .. } = invocation;
        let statics = Statics { krate };
        let path = super::path(name);
        let of_row = |row: usize| format!("{path}::{},", self.variants[row]);
        let unrecognized = || format!("{path}::Unrecognized(UNRECOGNIZED),");
        let rows = self.variants.len();
        let mut variants: Vec<String> = (0..rows).map(of_row).collect();
        variants.push(unrecognized());
        variants.extend(self.groups.iter().map(|row| of_row(*row)));
        // In no order from which LLVM could tell the position from the variant, see `LEAST_VARIANTS`.
        variants.extend([of_row(0), unrecognized(), of_row(0), unrecognized()]);
        variants.resize_with(variants.len().max(LEAST_VARIANTS).next_power_of_two(), unrecognized);
        let variant_count = variants.len();
        let variants = list(variants.into_iter());
        let codes = statics.column("CODES", &self.codes);
        let index = match &self.index {
            Index::Pages(pages) => statics.pages("INDEX", pages),
            Index::Slots { slots, codes, rows } => statics.keyed_slots("INDEX", slots, codes, rows),
        };
        let names = literals("NAMES", &self.names);
        let name_starts = statics.column("NAME_STARTS", &self.name_starts);
        let name_index = statics.slots("NAME_INDEX", &self.name_index);
        let bearers = statics.column("BEARERS", &self.bearers);
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
            static VARIANTS: [#name; #variant_count] = [#variants];
            #codes
            #index
            #names
            #name_starts
            #name_index
            #bearers
            #bearer_counts
            #variant_names
            #messages
            #(#translations)*
            #category_of
            #retry_of
            static RETRIES: [#krate::Retry; #retry_count] = [#(#retries),*];
        }
    }
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
        let Pages { directory, rows } = pages;
        let lengths = [directory.width, directory.len(), rows.width, rows.len()];
        let (directory, rows) = (Literal::byte_string(&directory.bytes), Literal::byte_string(&rows.bytes));
        quote!(static #name: #krate::__private::Pages<#(#lengths),*> = #krate::__private::Pages::new(#directory, #rows);)
    }

    fn keyed_slots(&self, name: &str, slots: &Slots, codes: &Column, rows: &Column) -> TokenStream {
        let krate = self.krate;
        let name = format_ident!("{name}");
        let Slots { seed, displacements, .. } = slots;
        let columns = [displacements, codes, rows];
        let lengths = columns.iter().flat_map(|column| [column.width, column.len()]);
        let bytes = columns.map(|column| Literal::byte_string(&column.bytes));
        quote! {
            static #name: #krate::__private::KeyedSlots<#seed, #(#lengths),*> =
                #krate::__private::KeyedSlots::new(#(#bytes),*);
        }
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

//! The data behind the methods: packed columns, texts and indexes.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::super::Invocation;
use super::super::index::{Cells, Column, Pages, Slots};
use super::super::model::{Meaning, Representation, Retry, Table};
use super::names::Names;
use super::{list, literal, variants};

/// The data of a table, laid out.
pub(super) struct Data {
    representation: Representation,
    variants: Vec<String>,
    codes: Column,
    index: Index,
    names: Names,
    /// In the default language: for each row, and at last for all other codes. Empty in a table without messages.
    messages: Vec<String>,
    /// In each other language, likewise; an empty text where a row lacks one.
    translations: Vec<Vec<String>>,
    /// For each row, and at last for all other codes.
    category_of: Option<Column>,
    /// The ways to retry: for each row, and at last for all other codes; or where `retry_of` points to them, the different
    /// ones.
    retries: Vec<Retry>,
    /// For each row, and at last for all other codes, in steps of 16, the size of a `Retry`: a mask makes the address of it.
    /// Not in a table of few rows, which a read is spared.
    retry_of: Option<Column>,
    /// For each row 1 where it is to be sent again.
    retryable: Column,
}

/// From a code to its row.
enum Index {
    /// For codes of up to 16 bits.
    Pages(Pages),
    /// For wider ones.
    Cells(Cells),
}

/// Up to so many rows have a retry of their own each.
const FEW_ROWS: usize = 64;

const UNINDEXED: &str = "no index was found for this table: please report it to the authors of ineo-codes";

impl Data {
    /// Lays out a table; the error says what can't be.
    pub(super) fn new(table: &Table) -> Result<Self, &'static str> {
        let rows = &table.rows;
        let codes: Vec<u64> = rows.iter().map(|row| table.representation.bits_of(row.code)).collect();
        let index = if table.representation.bits <= 16 {
            Index::Pages(Pages::new(&codes, table.representation))
        } else {
            Index::Cells(Cells::new(&codes).ok_or(UNINDEXED)?)
        };

        let texts = |language: usize| -> Vec<String> {
            let of_rows = rows.iter().map(|row| row.messages[language].clone().unwrap_or_default());
            let other = table.unrecognized.messages[language].clone();
            let unnamed = || if language == 0 { "unrecognized".to_owned() } else { String::new() };
            of_rows.chain([other.unwrap_or_else(unnamed)]).collect()
        };
        let mut messages = (0..table.languages.len()).map(texts);

        let meanings: Vec<Meaning> = rows.iter().map(|row| row.meaning).chain([table.unrecognized.meaning]).collect();
        let category_of: Vec<u64> = meanings.iter().map(|meaning| meaning.category as u64).collect();
        let mut retries: Vec<Retry> = meanings.iter().map(|meaning| meaning.retry).collect();
        let retryable: Vec<u64> = retries[..rows.len()].iter().map(|retry| u64::from(*retry != Retry::Never)).collect();
        let retry_of = (rows.len() > FEW_ROWS).then(|| {
            let (different, positions) = told_apart(&retries);
            retries = different;
            Column::new(&positions.into_iter().map(|at| 16 * at as u64).collect::<Vec<_>>())
        });
        Ok(Self {
            representation: table.representation,
            variants: rows.iter().map(|row| row.variant.clone()).collect(),
            codes: Column::new(&codes),
            index,
            names: Names::new(rows).ok_or(UNINDEXED)?,
            messages: messages.next().unwrap_or_default(),
            translations: messages.collect(),
            category_of: (!table.categories.is_empty()).then(|| Column::new(&category_of)),
            retries,
            retry_of,
            retryable: Column::new(&retryable),
        })
    }

    /// The body of `from_code`.
    pub(super) fn find_variant(&self, invocation: &Invocation) -> TokenStream {
        let bits = bits_type(self.representation.bits);
        let row = match self.index {
            Index::Pages(_) => quote!(INDEX.row(code as #bits as ::core::primitive::usize)),
            Index::Cells(_) => quote!(INDEX.row(code as #bits as ::core::primitive::u64)),
        };
        variants::of_row(&row, &self.variants, self.representation, invocation)
    }

    /// Of a code the retry, as an expression.
    pub(super) fn retry(&self) -> TokenStream {
        if self.retry_of.is_none() {
            return quote!(RETRIES.0[self.__row()]);
        }
        quote!(RETRIES.0[(RETRY_OF.get(self.__row()) >> 4) as ::core::primitive::usize & (RETRIES.0.len() - 1)])
    }

    pub(super) fn statics(&self, invocation: &Invocation) -> TokenStream {
        let Invocation { name, krate, .. } = invocation;
        let statics = Statics { krate };
        let path = super::path(name);
        let bearer_count = self.names.bearers.len();
        let bearers = list(self.names.bearers.iter().map(|row| match self.variants.get(*row) {
            Some(variant) => format!("{path}::{variant},"),
            None => format!("{path}::Unrecognized(UNRECOGNIZED),"),
        }));
        let codes = statics.column("CODES", &self.codes);
        let index = match &self.index {
            Index::Pages(pages) => statics.pages("INDEX", pages),
            Index::Cells(cells) => statics.cells("INDEX", cells),
        };
        let names = statics.literals("NAMES", &self.names.texts);
        let name_distances = statics.column("NAME_DISTANCES", &self.names.distances);
        let other_names = statics.column("OTHER_NAMES", &self.names.others);
        let name_index = statics.names("NAME_INDEX", &self.names, name);
        let other_bearers = statics.column("OTHER_BEARERS", &self.names.other_bearers);
        let variant_names = statics.texts("VARIANT_NAMES", &self.variants);
        let messages = (!self.messages.is_empty()).then(|| statics.literals("MESSAGES", &self.messages));
        let translations =
            (1..).zip(&self.translations).map(|(at, texts)| statics.texts(&format!("MESSAGES_{at}"), texts));
        let category_of = self.category_of.as_ref().map(|column| statics.column("CATEGORY_OF", column));
        let retry_of = self.retry_of.as_ref().map(|column| statics.column("RETRY_OF", column));
        let retryable = statics.column("RETRYABLE", &self.retryable);
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
            #other_bearers
            #name_index
            #name_distances
            #other_names
            #variant_names
            #messages
            #(#translations)*
            #category_of
            #retry_of
            #retryable
            static RETRIES: #krate::__private::Aligned<[#krate::Retry; #retry_count]> =
                #krate::__private::Aligned([#(#retries),*]);
        }
    }
}

/// The different ones of these, and for each of these its position among them.
fn told_apart(retries: &[Retry]) -> (Vec<Retry>, Vec<usize>) {
    let mut different = Vec::new();
    let positions = retries.iter().map(|retry| {
        different.iter().position(|known| known == retry).unwrap_or_else(|| {
            different.push(*retry);
            different.len() - 1
        })
    });
    let positions = positions.collect();
    (different, positions)
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
        let (width, length, bytes) = (column.width, column.length, Literal::byte_string(&column.bytes));
        quote!(static #name: #krate::__private::Column<#width, #length> = #krate::__private::Column::new(#bytes);)
    }

    fn pages(&self, name: &str, pages: &Pages) -> TokenStream {
        let krate = self.krate;
        let name = format_ident!("{name}");
        let Pages { page, directory, rows } = pages;
        let lengths = [*page, directory.width, directory.length, rows.width, rows.length];
        let (directory, rows) = (Literal::byte_string(&directory.bytes), Literal::byte_string(&rows.bytes));
        quote!(static #name: #krate::__private::Pages<#(#lengths),*> = #krate::__private::Pages::new(#directory, #rows);)
    }

    fn cells(&self, name: &str, cells: &Cells) -> TokenStream {
        let krate = self.krate;
        let name = format_ident!("{name}");
        let Cells { slots: Slots { seed, displacements, owners }, is_widened, bytes, .. } = cells;
        let lengths = [
            displacements.width,
            displacements.length,
            owners.len(),
            cells.code_width,
            cells.code_step,
            cells.row_width,
            cells.rows_start,
            cells.rows_step,
            bytes.len(),
        ];
        let (displacements, bytes) = (Literal::byte_string(&displacements.bytes), Literal::byte_string(bytes));
        quote! {
            static #name: #krate::__private::Cells<#seed, #is_widened, #(#lengths),*> =
                #krate::__private::Cells::new(#displacements, #bytes);
        }
    }

    fn names(&self, name: &str, names: &Names, code: &Ident) -> TokenStream {
        let krate = self.krate;
        let name = format_ident!("{name}");
        let Names { slots: Slots { seed, displacements, .. }, of_slots, .. } = names;
        let lengths = [
            displacements.width,
            displacements.length,
            of_slots.width,
            of_slots.length,
            names.other_bearers.width,
            names.other_bearers.length,
        ];
        let (displacements, of_slots) =
            (Literal::byte_string(&displacements.bytes), Literal::byte_string(&of_slots.bytes));
        quote! {
            static #name: #krate::__private::Names<#code, #seed, #(#lengths),*> =
                #krate::__private::Names::new(#displacements, #of_slots, &NAMES, &BEARERS, &OTHER_BEARERS);
        }
    }

    /// Texts that are reached in one access.
    fn literals(&self, name: &str, texts: &[String]) -> TokenStream {
        let krate = self.krate;
        let name = format_ident!("{name}");
        let count = texts.len();
        let literals = list(texts.iter().map(|text| format!("{},", literal(text))));
        quote! {
            static #name: #krate::__private::Aligned<[&'static ::core::primitive::str; #count]> =
                #krate::__private::Aligned([#literals]);
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
        let (width, length, bytes) = (ends.width, ends.length, Literal::byte_string(&ends.bytes));
        let joined = texts.concat();
        quote!(static #name: #krate::__private::Texts<#width, #length> = #krate::__private::Texts::new(#joined, #bytes);)
    }
}

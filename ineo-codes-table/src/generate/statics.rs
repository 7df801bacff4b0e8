//! The statics: packed columns, texts and indexes.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::tokens::{self, list, literal};
use super::{Generator, Options, variants};
use crate::layout::CodesLayout;
use crate::layout::cells::CellsLayout;
use crate::layout::column::ColumnLayout;
use crate::layout::names::NamesLayout;
use crate::layout::pages::PagesLayout;
use crate::layout::slots::SlotsLayout;
use crate::layout::text_index::TextIndexLayout;
use crate::model::Representation;

pub(super) fn statics(generator: &Generator<'_>) -> TokenStream {
    let Generator { layout, options, repr, table, .. } = generator;
    let Options { name, krate, .. } = options;
    let rows = table.rows.len();
    let data = Data { krate };
    let name_count = layout.names.rows.len();
    let row_type = variants::row_type(generator);
    // Those of the first names are the rows in order.
    let other_rows = &layout.names.rows[rows..];
    let other_row_count = other_rows.len();
    let other_rows = list(other_row_count, &|at| format!("{},", other_rows[at]));
    let (codes, index) = match &layout.codes {
        CodesLayout::Pages(codes, pages) => (data.column("CODES", codes), data.pages("INDEX", pages)),
        CodesLayout::Cells(codes, cells) => (data.column("CODES", codes), data.cells("INDEX", cells)),
        CodesLayout::ShortTexts(codes, cells) => (data.text_codes(codes, repr, rows), data.cells("INDEX", cells)),
        CodesLayout::Texts(codes, index) => (data.text_codes(codes, repr, rows), data.text_index("INDEX", index)),
    };
    let any_code = match table.representation {
        Representation::Integer(_) => quote!(0),
        Representation::Text { .. } => quote!(#krate::__private::any_text()),
    };
    let names = data.literals("NAMES", &layout.names.texts);
    let name_distances = data.column("NAME_DISTANCES", &layout.names.distances);
    let other_names = data.column("OTHER_NAMES", &layout.names.others);
    let name_index = data.names("NAME_INDEX", &layout.names);
    let other_codes_of_names = data.column("OTHER_CODES_OF_NAMES", &layout.names.other_rows);
    let variant_names = data.texts("VARIANT_NAMES", &layout.variants);
    let messages = (!layout.messages.is_empty()).then(|| data.literals("MESSAGES", &layout.messages));
    let translations = (1..).zip(&layout.translations).map(|(at, texts)| data.texts(&format!("MESSAGES_{at}"), texts));
    let category_of = layout.category_of.as_ref().map(|column| data.column("CATEGORY_OF", column));
    let retry_of = layout.retry_of.as_ref().map(|column| data.column("RETRY_OF", column));
    let http_of = layout.http_of.as_ref().map(|column| data.column("HTTP_OF", column));
    let retryable = data.column("RETRYABLE", &layout.retryable);
    // As many as a mask lets through.
    let retry_count = layout.retries.len().next_power_of_two();
    let padded = layout.retries.iter().cycle().take(retry_count);
    let retries = padded.map(|retry| tokens::retry(*retry, krate));
    quote! {
        static CODES_OF_NAMES: [#name; #name_count] = {
            // After the rows of the first names.
            const OTHER_ROWS: [#row_type; #other_row_count] = [#other_rows];
            // Also fills the position of the name of unlisted codes, which the index never returns.
            let mut codes = [of_row(#rows as #row_type, #any_code); #name_count];
            let mut row = 0;
            while row < #name_count {
                let other = if row < #rows { row as #row_type } else { OTHER_ROWS[row - #rows] };
                codes[row] = of_row(other, #any_code);
                row += 1;
            }
            codes
        };
        #codes
        #index
        #names
        #other_codes_of_names
        #name_index
        #name_distances
        #other_names
        #variant_names
        #messages
        #(#translations)*
        #category_of
        #retry_of
        #http_of
        #retryable
        static RETRIES: #krate::__private::Aligned<[#krate::Retry; #retry_count]> =
            #krate::__private::Aligned([#(#retries),*]);
    }
}

/// Writes constants that say where data is and how it is read, beside the statics that hold the data.
///
/// Constants, so that the compiler knows all but the data wherever it compiles a lookup, in other crates too. Statics, so
/// that a program has the data once.
pub(super) struct Data<'a> {
    pub(super) krate: &'a TokenStream,
}

impl Data<'_> {
    pub(super) fn column(&self, name: &str, column: &ColumnLayout) -> TokenStream {
        let krate = self.krate;
        let mut bytes = Packed::new(krate, name);
        let column = bytes.column(column);
        let name = format_ident!("{name}");
        quote! {
            #bytes
            const #name: #krate::__private::Column = #column;
        }
    }

    fn pages(&self, name: &str, pages: &PagesLayout) -> TokenStream {
        let krate = self.krate;
        let mut bytes = Packed::new(krate, name);
        let (page, count) = (pages.page, pages.rows.length);
        let (rows, directory) = (bytes.column(&pages.rows), bytes.column(&pages.directory));
        let name = format_ident!("{name}");
        quote! {
            #bytes
            const #name: #krate::__private::Pages = #krate::__private::Pages {
                page: #page,
                directory: #directory,
                count: #count,
                rows: #rows,
            };
        }
    }

    fn cells(&self, name: &str, cells: &CellsLayout) -> TokenStream {
        let krate = self.krate;
        let mut bytes = Packed::new(krate, name);
        let cells = bytes.cells(cells);
        let name = format_ident!("{name}");
        quote! {
            #bytes
            const #name: #krate::__private::Cells = #cells;
        }
    }

    fn text_codes(&self, codes: &str, repr: &TokenStream, rows: usize) -> TokenStream {
        let krate = self.krate;
        quote!(static CODES: [#repr; #rows] = #krate::__private::text_codes(#codes);)
    }

    fn text_index(&self, name: &str, index: &TextIndexLayout) -> TokenStream {
        let krate = self.krate;
        let mut bytes = Packed::new(krate, name);
        let slots = bytes.slots(&index.slots);
        let rows = bytes.column(&index.rows);
        let name = format_ident!("{name}");
        quote! {
            #bytes
            const #name: #krate::__private::TextIndex = #krate::__private::TextIndex { slots: #slots, rows: #rows };
        }
    }

    fn names(&self, name: &str, names: &NamesLayout) -> TokenStream {
        let krate = self.krate;
        let mut bytes = Packed::new(krate, name);
        let positions = bytes.column(&names.positions);
        let slots = bytes.slots(&names.slots);
        let short = bytes.cells(&names.short);
        let name = format_ident!("{name}");
        quote! {
            #bytes
            const #name: #krate::__private::Names = #krate::__private::Names {
                slots: #slots,
                positions: #positions,
                short: #short,
                texts: &NAMES.0,
                others: OTHER_CODES_OF_NAMES,
            };
        }
    }

    /// Texts that are reached in one access.
    pub(super) fn literals(&self, name: &str, texts: &[String]) -> TokenStream {
        let krate = self.krate;
        let name = format_ident!("{name}");
        let count = texts.len();
        let literals = list(count, &|at| literal(&texts[at]) + ",");
        quote! {
            static #name: #krate::__private::Aligned<[&'static ::core::primitive::str; #count]> =
                #krate::__private::Aligned([#literals]);
        }
    }

    /// Texts that are cut out of one: a little slower to read, and much faster to compile.
    pub(super) fn texts(&self, name: &str, texts: &[String]) -> TokenStream {
        let krate = self.krate;
        let mut bytes = Packed::new(krate, name);
        let mut end: u64 = 0;
        let mut ends = vec![end];
        for text in texts {
            end += text.len() as u64;
            ends.push(end);
        }
        let ends = bytes.column(&ColumnLayout::new(&ends));
        let joined = texts.concat();
        let name = format_ident!("{name}");
        // A static: each crate that reads the text of a constant has the text again.
        quote! {
            #bytes
            static #name: #krate::__private::Texts = #krate::__private::Texts { joined: #joined, ends: #ends };
        }
    }
}

/// The bytes of one structure. All are in one static: a lookup reaches them from one address.
struct Packed<'a> {
    krate: &'a TokenStream,
    name: Ident,
    bytes: Vec<u8>,
}

impl<'a> Packed<'a> {
    /// What the static is aligned to, and each part of it.
    const ALIGNMENT: usize = 16;

    fn new(krate: &'a TokenStream, of: &str) -> Self {
        Self { krate, name: format_ident!("{of}_BYTES"), bytes: Vec::new() }
    }

    /// Appends bytes. Returns an expression for where they are.
    fn append(&mut self, bytes: &[u8]) -> TokenStream {
        if bytes.is_empty() {
            return quote!(&[]);
        }
        let (krate, name) = (self.krate, &self.name);
        self.bytes.resize(self.bytes.len().next_multiple_of(Self::ALIGNMENT), 0);
        let (from, length) = (self.bytes.len(), bytes.len());
        self.bytes.extend_from_slice(bytes);
        quote!(#krate::__private::together(&#name.0, #from, #length))
    }

    fn column(&mut self, column: &ColumnLayout) -> TokenStream {
        let krate = self.krate;
        let width = column.width;
        let bytes = self.append(&column.bytes);
        quote!(#krate::__private::Column { width: #width, bytes: #bytes })
    }

    fn slots(&mut self, slots: &SlotsLayout) -> TokenStream {
        let krate = self.krate;
        let SlotsLayout { seed, displacements, owners } = slots;
        let (buckets, count) = (displacements.length, owners.len());
        let displacements = self.column(displacements);
        quote! {
            #krate::__private::Slots {
                seed: #seed,
                buckets: #buckets,
                displacements: #displacements,
                count: #count,
            }
        }
    }

    fn cells(&mut self, cells: &CellsLayout) -> TokenStream {
        let krate = self.krate;
        let bytes = self.append(&cells.bytes);
        let slots = self.slots(&cells.slots);
        let CellsLayout { is_widened, key_width, key_step, row_width, rows_start, rows_step, .. } = cells;
        quote! {
            #krate::__private::Cells {
                slots: #slots,
                is_widened: #is_widened,
                key_width: #key_width,
                key_step: #key_step,
                row_width: #row_width,
                rows_start: #rows_start,
                rows_step: #rows_step,
                bytes: #bytes,
            }
        }
    }
}

/// The static.
impl ToTokens for Packed<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        if self.bytes.is_empty() {
            return;
        }
        let (krate, name) = (self.krate, &self.name);
        let (length, bytes) = (self.bytes.len(), Literal::byte_string(&self.bytes));
        tokens.extend(quote! {
            static #name: #krate::__private::Aligned<[::core::primitive::u8; #length]> =
                #krate::__private::Aligned(*#bytes);
        });
    }
}

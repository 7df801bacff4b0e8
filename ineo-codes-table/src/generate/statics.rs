//! The statics: packed columns, texts and indexes.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::Options;
use super::tokens::{self, list, literal};
use crate::layout::cells::CellsLayout;
use crate::layout::column::ColumnLayout;
use crate::layout::names::NamesLayout;
use crate::layout::pages::PagesLayout;
use crate::layout::slots::SlotsLayout;
use crate::layout::{Index, Layout};

pub(super) fn statics(layout: &Layout, options: &Options) -> TokenStream {
    let Options { name, krate, .. } = options;
    let statics = Statics { krate };
    let path = tokens::path(name);
    let bearer_count = layout.names.bearers.len();
    let bearers = list(layout.names.bearers.iter().map(|row| match layout.variants.get(*row) {
        Some(variant) => format!("{path}::{variant},"),
        None => format!("{path}::Unrecognized(UNRECOGNIZED),"),
    }));
    let codes = statics.column("CODES", &layout.codes);
    let index = match &layout.index {
        Index::Pages(pages) => statics.pages("INDEX", pages),
        Index::Cells(cells) => statics.cells("INDEX", cells),
    };
    let names = statics.literals("NAMES", &layout.names.texts);
    let name_distances = statics.column("NAME_DISTANCES", &layout.names.distances);
    let other_names = statics.column("OTHER_NAMES", &layout.names.others);
    let name_index = statics.names("NAME_INDEX", &layout.names, name);
    let other_bearers = statics.column("OTHER_BEARERS", &layout.names.other_bearers);
    let variant_names = statics.texts("VARIANT_NAMES", &layout.variants);
    let messages = (!layout.messages.is_empty()).then(|| statics.literals("MESSAGES", &layout.messages));
    let translations =
        (1..).zip(&layout.translations).map(|(at, texts)| statics.texts(&format!("MESSAGES_{at}"), texts));
    let category_of = layout.category_of.as_ref().map(|column| statics.column("CATEGORY_OF", column));
    let retry_of = layout.retry_of.as_ref().map(|column| statics.column("RETRY_OF", column));
    let retryable = statics.column("RETRYABLE", &layout.retryable);
    // As many as a mask lets through.
    let retry_count = layout.retries.len().next_power_of_two();
    let padded = layout.retries.iter().cycle().take(retry_count);
    let retries = padded.map(|retry| tokens::retry(*retry, krate));
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

/// Writes the statics that hold data.
struct Statics<'a> {
    krate: &'a TokenStream,
}

impl Statics<'_> {
    fn column(&self, name: &str, column: &ColumnLayout) -> TokenStream {
        let krate = self.krate;
        let name = format_ident!("{name}");
        let (width, length, bytes) = (column.width, column.length, Literal::byte_string(&column.bytes));
        quote!(static #name: #krate::__private::Column<#width, #length> = #krate::__private::Column::new(#bytes);)
    }

    fn pages(&self, name: &str, pages: &PagesLayout) -> TokenStream {
        let krate = self.krate;
        let name = format_ident!("{name}");
        let PagesLayout { page, directory, rows } = pages;
        let lengths = [*page, directory.width, directory.length, rows.width, rows.length];
        let (directory, rows) = (Literal::byte_string(&directory.bytes), Literal::byte_string(&rows.bytes));
        quote!(static #name: #krate::__private::Pages<#(#lengths),*> = #krate::__private::Pages::new(#directory, #rows);)
    }

    fn cells(&self, name: &str, cells: &CellsLayout) -> TokenStream {
        let krate = self.krate;
        let name = format_ident!("{name}");
        let CellsLayout { slots: SlotsLayout { seed, displacements, owners }, is_widened, bytes, .. } = cells;
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

    fn names(&self, name: &str, names: &NamesLayout, code: &Ident) -> TokenStream {
        let krate = self.krate;
        let name = format_ident!("{name}");
        let NamesLayout { slots: SlotsLayout { seed, displacements, .. }, of_slots, .. } = names;
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
        let ends = ColumnLayout::new(&std::iter::once(0).chain(ends).collect::<Vec<_>>());
        let (width, length, bytes) = (ends.width, ends.length, Literal::byte_string(&ends.bytes));
        let joined = texts.concat();
        quote!(static #name: #krate::__private::Texts<#width, #length> = #krate::__private::Texts::new(#joined, #bytes);)
    }
}

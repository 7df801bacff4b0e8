//! From a table to Rust: the enum, its categories, the data behind them and the methods that read it.

mod category_methods;
mod columns;
mod docs;
mod enums;
mod impls;
mod markdown;
mod methods;
mod statics;
mod tokens;
mod unlisted;
mod variants;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use self::tokens::primitive;
use crate::layout::Layout;
use crate::model::{Representation, Table};
use crate::source::Source;

/// How the enum of a table is declared.
#[derive(Debug)]
pub struct Options {
    /// The attributes that pass through to the enum.
    pub attributes: TokenStream,
    /// `pub`, `pub(crate)`, `pub(in path)` or nothing.
    pub visibility: TokenStream,
    /// The name of the enum.
    pub name: Ident,
    /// The name of the enum of categories.
    pub category: Ident,
    /// The path of the crate `ineo-codes`.
    pub krate: TokenStream,
}

/// The parameters and variables of generated code, and of the macros that it calls. A constant of such a name in the
/// caller's scope would take its place in a pattern. Functions shadow the constant, and don't.
const LOCALS: [&str; 18] = [
    "code",
    "codes",
    "depth",
    "deserializer",
    "f",
    "first",
    "formatter",
    "generator",
    "in_general",
    "input",
    "language",
    "name",
    "names",
    "other",
    "row",
    "serializer",
    "text",
    "unrecognized",
];

/// All items that a table gives. The error says why the table can't be laid out.
///
/// # Errors
///
/// Where no index is found, which different codes and names bring about once in 2^60 tables.
pub fn generate(table: &Table, options: &Options) -> Result<TokenStream, &'static str> {
    let generator = Generator::new(table, options)?;
    let codes = generator.codes();
    let categories = generator.categories();
    let data = statics::statics(&generator);
    let columns = generator.column_statics();
    let of_row = variants::of_row(&generator);
    let row_of = variants::row_of(&generator);
    let inherent = generator.inherent();
    let text_lookup = generator.text_lookup();
    let impls = generator.impls();
    let tabulated = generator.tabulated();
    let locals = LOCALS.map(|local| format_ident!("{local}"));
    let used = generator.used();
    let is_deprecated = table.rows.iter().any(|row| row.deprecated.is_some());
    // Lints that a crate may forbid are allowed only where they would warn.
    let deprecated = is_deprecated.then(|| quote!(deprecated,));
    let is_constructor = matches!(tokens::unraw(&options.name).as_str(), "FromCode" | "Named");
    let self_named = is_constructor.then(|| quote!(clippy::self_named_constructors,));
    Ok(quote! {
        #codes
        #categories
        #[allow(#deprecated #self_named clippy::same_name_method)]
        const _: () = {
            #(const fn #locals() {})*
            let _ = (#(#locals()),*);
            #used
            #data
            #columns
            #of_row
            #row_of
            #inherent
            #text_lookup
            #impls
            #tabulated
        };
    })
}

/// The enum of a table that could not be read: it has all items but the variants and what is named after categories, so
/// that one fault gives few errors. An invented row and category stand in for them.
#[must_use]
pub fn stand_in(options: &Options) -> TokenStream {
    const TABLE: &str = "[categories]\nunread = { doc = \"Stands in.\", http = 500, success = true }\n\
                         [unrecognized]\ncategory = \"unread\"\n\
                         [[code]]\ncode = 0\nname = \"unread\"\ncategory = \"unread\"\n";
    let table = crate::read(&Source::new("", TABLE)).table;
    table.and_then(|table| generate(&table, options).ok()).unwrap_or_else(|| {
        let Options { attributes, visibility, name, .. } = options;
        quote! { #attributes #visibility enum #name {} }
    })
}

struct Generator<'a> {
    table: &'a Table,
    options: &'a Options,
    layout: Layout,
    /// The type of the codes.
    repr: TokenStream,
}

impl<'a> Generator<'a> {
    fn new(table: &'a Table, options: &'a Options) -> Result<Self, &'static str> {
        let layout = Layout::new(table)?;
        let repr = match table.representation {
            Representation::Integer(integer) => primitive(integer),
            Representation::Text { max_length } => {
                let krate = &options.krate;
                quote!(#krate::Text<#max_length>)
            }
        };
        Ok(Self { table, options, layout, repr })
    }
}

//! A table of status codes becomes an enum: parsed, validated, expanded.
//!
//! This module refers to nothing outside itself, so that a test or a fuzzer can include it by its path.

mod expand;
mod fault;
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_lossless,
    reason = "the file is the library's too; a hash is cut on purpose, in const code"
)]
mod hash;
mod index;
mod invocation;
pub(crate) mod item;
mod model;
mod parse;
mod source;
mod syntax;
mod tag;
#[cfg(test)]
mod tests;
mod validate;

use proc_macro2::TokenStream;

use self::fault::Faults;
pub(crate) use self::invocation::Invocation;
pub(crate) use self::source::Source;

/// A table as far as it could be told, and each of its faults as it is shown.
pub(crate) struct Reading {
    pub(crate) table: Option<model::Table>,
    pub(crate) faults: Vec<String>,
}

/// Reads the text of a table.
pub(crate) fn read(source: &Source) -> Reading {
    let faults = Faults::new(source);
    let document = parse::parse(source, &faults);
    let table = validate::validate(document, source, &faults);
    Reading { table, faults: faults.render() }
}

/// Expands `#[codes(arguments)] item`; every fault becomes a compile error in the expansion.
pub(crate) fn codes(arguments: TokenStream, item: TokenStream) -> TokenStream {
    Invocation::new(arguments, item).map_or_else(|rejection| rejection, Invocation::expand)
}

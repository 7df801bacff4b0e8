//! Any bytes as a table: never a panic, and what is accepted expands to Rust that parses.

#![no_main]

#[path = "../../ineo-codes-derive/src/table/mod.rs"]
#[allow(dead_code, reason = "the file is the macro's")]
mod table;

use libfuzzer_sys::{Corpus, fuzz_target};
use quote::quote;
use syn::{File, Item};

use self::table::{Invocation, Source, read};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(source) = Source::from_bytes("table.toml", bytes.to_vec()) else { return Corpus::Reject };
    let reading = read(&source);
    assert!(reading.table.is_some() || !reading.faults.is_empty(), "no table, and nothing says why");

    let arguments = quote! { "table.toml" };
    let item = quote! { #[derive(Default)] pub(crate) enum Fuzzed {} };
    let invocation = Invocation::new(arguments, item).unwrap_or_else(|_| panic!("the invocation is sound"));
    let expansion = invocation.expand_table(&reading);
    let file: File = syn::parse2(expansion).unwrap_or_else(|error| panic!("the expansion is no Rust: {error}"));
    let errors = file.items.iter().filter(|item| matches!(item, Item::Macro(item) if item.mac.path.segments.last().is_some_and(|last| last.ident == "compile_error")));
    assert_eq!(errors.count(), reading.faults.len(), "each fault is a compile error, and nothing else is");
    Corpus::Keep
});

//! Any bytes as a table: never a panic, and what is read becomes Rust that parses.

#![no_main]

use ineo_codes_table::{Options, Source, generate, read, stand_in};
use libfuzzer_sys::{Corpus, fuzz_target};
use quote::{format_ident, quote};
use syn::File;

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(source) = Source::from_bytes("table.toml", bytes.to_vec()) else { return Corpus::Reject };
    let reading = read(&source);
    assert!(reading.table.is_some() || !reading.faults.is_empty(), "no table, and nothing says why");

    assert!(reading.render(&source).iter().all(|fault| !fault.is_empty()));

    let options = Options {
        attributes: quote!(#[derive(Default)]),
        visibility: quote!(pub(crate)),
        name: format_ident!("Fuzzed"),
        category: format_ident!("FuzzedCategory"),
        krate: quote!(::ineo_codes),
    };
    let rust = match &reading.table {
        Some(table) => generate(table, &options).expect("an index is found"),
        None => stand_in(&options),
    };
    syn::parse2::<File>(rust).unwrap_or_else(|error| panic!("the expansion is not Rust: {error}"));
    Corpus::Keep
});

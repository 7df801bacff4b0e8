//! The macro `codes` as functions, for tests that hold something against it: a crate of macros exports nothing else.

// The source's own tests are run where it is at home.
#![cfg(not(test))]

#[path = "../../../ineo-codes-derive/src/table/mod.rs"]
#[allow(dead_code, reason = "the file is the macros'")]
mod table;

use proc_macro2::TokenStream;

use self::table::{Invocation, Source, read};

/// What is wrong with the text of a table, as it is shown.
#[must_use]
pub fn faults(name: &str, text: &str) -> Vec<String> {
    read(&Source::new(name, text)).faults
}

/// What `#[codes(arguments)] item` gives.
#[must_use]
pub fn codes(arguments: TokenStream, item: TokenStream) -> TokenStream {
    table::codes(arguments, item)
}

/// What `#[codes(arguments)] item` gives where the table has this text, instead of what lies in its file.
#[must_use]
pub fn expansion(arguments: TokenStream, item: TokenStream, text: &str) -> TokenStream {
    match Invocation::new(arguments, item) {
        Ok(invocation) => invocation.expand_table(&read(&Source::new("table.toml", text))),
        Err(rejection) => rejection,
    }
}

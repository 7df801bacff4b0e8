//! Published lists in every format: none breaks an importer, and the table that one makes is up to date with it.
//!
//! The first letter names the format; a capital one leaves the keys to the headers.

#![no_main]

use ineo_codes_cli::import::{Assignment, Format, twice};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, input)) = bytes.split_first() else { return };
    let (format, columns) = match first.to_ascii_lowercase() {
        b'c' => (Format::Csv, ["1", "2", "3"]),
        b't' => (Format::Tsv, ["1", "2", "3"]),
        b'm' => (Format::Markdown, ["1", "2", "3"]),
        b'h' => (Format::Html, ["1", "2", "3"]),
        b'j' => (Format::Json, ["/a", "/b", "/c"]),
        b'o' => (Format::Toml, ["/a", "/b", "/c"]),
        _ => return,
    };
    let map: Vec<Assignment> = if first.is_ascii_uppercase() {
        Vec::new()
    } else {
        let keys = ["code", "name", "message.en"].iter().zip(columns);
        keys.map(|(key, column)| format!("{key}={column}").parse().expect("an assignment")).collect()
    };
    match twice(format, input, &map) {
        None => {}
        Some(Ok([made, merged])) => assert_eq!(made, merged, "a merge of what a table was made of changes nothing"),
        Some(Err(faults)) => panic!("a list that makes a table can't be merged into it: {faults}"),
    }
});

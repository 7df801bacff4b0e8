//! Whatever a file holds, the result is faults or an enum, in bounded time, and never a panic.

#![allow(
    clippy::needless_raw_string_hashes,
    clippy::format_collect,
    reason = "the table is quoted as it is, and large texts are written in the shortest way"
)]

use std::time::Instant;

use ineo_codes_table::{Options, Source, generate, read, stand_in};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::File;

fn faults(text: &str) -> Vec<String> {
    let source = Source::new("codes.toml", text);
    read(&source).render(&source)
}

/// A table with every key, and texts of every kind.
const RICH: &str = r##"# Every key.
[table]
title = "Codes \"of\" a {service} 100 %"
source = 'Manual \ 3'
repr = "i32"
languages = ["en", "fa"]
partial-languages = ["zh-Hant"]
shared-names = ["failed"]

[categories]
success = { doc = "It went through.", http = 200 }
"server error" = { doc = "It failed.", http = 502 }

[unrecognized]
category = "server error"
retry = "backoff"
message = { en = "Unknown.", fa = "ناشناخته." }
ranges = [
{ from = -599, to = -500, category = "success", retry = "never" },
{ from = 0x200, to = 0x2ff, category = "server error" },
]

[[code]]
code = 200
name = "ok"
category = "success"
message = { en = "Fine.", fa = "خوب.", zh-Hant = "好" }

[[code]]
code = -1
name = "failed"
aliases = ["not \"here\"", 'C:\']
category = "server error"
retry = { after-seconds = 30 }
message.en = """
Two
lines."""
message.fa = "نمی‌شود."
deprecated = "since 3.0"

[[code]]
code = 2_000
name = "failed"
variant = "FailedToo"
category = "success"
[code.message]
en = "\u0041 message \U0001F4A5"
fa = "ب"
"##;

fn expansion(source: &Source) -> (Vec<String>, TokenStream) {
    let reading = read(source);
    assert!(reading.table.is_some() || !reading.faults.is_empty(), "no table, and nothing says why");
    let options = Options {
        attributes: TokenStream::new(),
        visibility: quote!(pub),
        name: format_ident!("Code"),
        category: format_ident!("CodeCategory"),
        krate: quote!(::ineo_codes),
    };
    let rust = match &reading.table {
        Some(table) => generate(table, &options).expect("an index is found"),
        None => stand_in(&options),
    };
    (reading.render(source), rust)
}

/// Marsaglia's xorshift: the same numbers in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).expect("it is below the bound")
    }
}

#[test]
fn a_table_that_was_damaged_is_faulty_or_rust() {
    const PIECES: [&str; 32] = [
        "\"",
        "'",
        "\"\"\"",
        "'''",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        "=",
        ",",
        ".",
        "\n",
        "\r\n",
        "\r",
        "#",
        "\\",
        "\\u202E",
        "\u{202E}",
        "\u{2067}",
        "\u{FEFF}",
        "\0",
        "-1",
        "0x",
        "1e9",
        "99999999999999999999",
        "code",
        "name = ",
        "ی\u{200C}",
        "Self",
        "\n[[code]]\n",
    ];
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let mut sound = 0;
    for _ in 0..1000 {
        let mut bytes = RICH.as_bytes().to_vec();
        for _ in 0..=random.below(4) {
            if bytes.is_empty() {
                break;
            }
            let at = random.below(bytes.len());
            let end = (at + random.below(20)).min(bytes.len());
            match random.below(5) {
                0 => bytes[at] = u8::try_from(random.below(256)).expect("it is a byte"),
                1 => drop(bytes.drain(at..end)),
                2 => drop(bytes.splice(at..at, PIECES[random.below(PIECES.len())].bytes())),
                3 => {
                    let copy = bytes[at..end].to_vec();
                    let to = random.below(bytes.len());
                    drop(bytes.splice(to..to, copy));
                }
                _ => bytes.truncate(at.max(1)),
            }
        }
        let Ok(source) = Source::from_bytes("codes.toml", bytes) else { continue };
        let (faults, rust) = expansion(&source);
        syn::parse2::<File>(rust).unwrap_or_else(|error| panic!("the expansion is not Rust: {error}"));
        sound += usize::from(faults.is_empty());
    }
    assert!(sound > 10, "some damage goes unseen, in comments and messages: {sound}");
}

#[test]
fn what_is_sound_is_accepted() {
    assert_eq!(faults(RICH), [""; 0]);
    assert_eq!(faults(&RICH.replace('\n', "\r\n")), [""; 0]);
    assert_eq!(faults(&format!("\u{FEFF}{RICH}")), [""; 0]);
}

/// Runs in the time that is measured for a sound table of the same size, give or take: the bound is far above, and
/// far below what quadratic work would take.
#[test]
fn a_large_file_ends_soon() {
    let rows = |row: &dyn Fn(usize) -> String| (0..10_000).map(row).collect::<String>();
    let header = "[table]\nrepr = \"u32\"\n";
    let categories: String = (0..10_000).map(|at| format!("c{at} = \"x\"\n")).collect();
    let shared: String = (0..10_000).map(|at| format!("\"some_name_{at}\",\n")).collect();
    let ranges: String = (0..10_000).map(|at| format!("{{ from = {at}, to = {} }},", at + 1)).collect();
    let languages: String = (0..3000).map(|at| format!("\"x-{at}\",")).collect();
    for (what, text) in [
        ("a fault in each row", rows(&|at| format!("[[code]]\ncode = {at}\nname = \"n{at}\"\nkind = 1\n"))),
        ("two faults in each row", rows(&|at| format!("[[code]]\ncode = \"{at}\"\nnmae = \"n{at}\"\n"))),
        (
            "a category each",
            rows(&|at| format!("[[code]]\ncode = {at}\nname = \"n{at}\"\ncategory = \"d{at}\"\n"))
                + "[categories]\n"
                + &categories,
        ),
        ("a syntax fault in each row", rows(&|at| format!("[[code]]\ncode = {at}\nname = n{at}\n"))),
        ("one name", header.to_owned() + &rows(&|at| format!("[[code]]\ncode = {at}\nname = \"n\"\n"))),
        ("one code", rows(&|at| format!("[[code]]\ncode = 1\nname = \"n{at}\"\n"))),
        (
            "unshared names",
            format!("[table]\nshared-names = [{shared}]\n")
                + &rows(&|at| format!("[[code]]\ncode = {at}\nname = \"same_name_{at}\"\n")),
        ),
        ("ranges", format!("[unrecognized]\nranges = [{ranges}]\n[[code]]\ncode = 1\nname = \"a\"\n")),
        (
            "languages",
            format!("[table]\nlanguages = [{languages}]\n[[code]]\ncode = 1\nname = \"a\"\nmessage = \"b\"\n"),
        ),
        ("syntax faults", "= 1\n".repeat(100_000)),
        ("keys without values", "a\n".repeat(100_000)),
        ("keys", (0..20_000).map(|at| format!("key{at} = 1\n")).collect()),
        ("brackets", "[".repeat(16 << 20)),
        ("lines of brackets", "[[\n".repeat(1 << 18)),
        ("a line", format!("[[code]]\ncode = 1\nname = \"{} \"\n", "x".repeat(1 << 20))),
        ("a line of faults", "=".repeat(1 << 20)),
        ("depth", format!("a = {}{}", "[".repeat(100_000), "]".repeat(100_000))),
        ("depth of tables", format!("a = {}", "{ a = ".repeat(100_000))),
        ("depth of keys", format!("[{}a]\n", "a.".repeat(100_000))),
        ("quotes", "\"".repeat(1 << 20)),
        ("quotes of lines", "'''\n".repeat(1 << 18)),
        ("zeros", "\0".repeat(1 << 20)),
    ] {
        let start = Instant::now();
        let told = faults(&text);
        println!("{:>8.2?} for {what}, {} KiB, {} faults", start.elapsed(), text.len() >> 10, told.len());
        assert!(!told.is_empty(), "{what}");
        assert!(told.len() <= 51 && told.iter().all(|fault| fault.len() < 4000), "{what}");
    }
}

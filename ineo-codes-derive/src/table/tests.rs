//! A table in, the whole message out.

#![allow(
    clippy::needless_raw_string_hashes,
    clippy::format_collect,
    reason = "messages are written by `UPDATE_EXPECT=1`, and large texts in the shortest way"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use expect_test::{Expect, expect, expect_file};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{File, Item, LitStr};

use super::{Invocation, Source, codes, read};

fn faults(text: &str) -> Vec<String> {
    read(&Source::new("codes.toml", text)).faults
}

#[track_caller]
fn check(text: &str, expected: &Expect) {
    expected.assert_eq(&faults(text).join("\n\n"));
}

/// The tables in the folder `faults`, each beside what is said of it. `UPDATE_EXPECT=1` writes that anew.
#[test]
fn every_fault_is_told_at_its_place() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/table/faults");
    let files = fs::read_dir(&folder).expect("the folder is there");
    let paths: BTreeSet<PathBuf> = files.map(|file| file.expect("it is readable").path()).collect();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "toml")) {
        let name = path.file_name().expect("it is a file").to_string_lossy();
        let text = fs::read_to_string(path).expect("it is readable").replace("\r\n", "\n");
        let faults = read(&Source::new(name.clone(), text)).faults;
        assert!(!faults.is_empty(), "{name} has a fault");
        expect_file![path.with_extension("txt")].assert_eq(&(faults.join("\n\n") + "\n"));
    }
}

mod places {
    use super::*;

    #[test]
    fn lines_end_as_on_windows() {
        check(
            "[[code]]\r\ncode = \"x\"\r\nname =\r\n",
            &expect![[r#"
                `code` must be an integer
                 --> codes.toml:2:8
                  |
                2 | code = "x"
                  |        ^^^ this is a text

                this is no TOML: a value is missing
                 --> codes.toml:3:7
                  |
                3 | name =
                  |       ^
                  |
                  = help: write one behind the `=`"#]],
        );
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        check(
            "\u{FEFF}repr = 1\r\n[[code]]\r\ncode = 1\r\nname = \"a\"\r\n",
            &expect![[r#"
            `repr` stands before the first header
             --> codes.toml:1:1
              |
            1 | repr = 1
              | ^^^^ belongs to `[table]`
              |
              = help: write a line `[table]` above it"#]],
        );
    }

    #[test]
    fn a_carriage_return_alone_ends_no_line() {
        check(
            "[[code]]\ncode = 1\rname = \"a\"\n",
            &expect![[r#"
            this is no TOML: carriage return must be followed by newline, expected newline
             --> codes.toml:2:10
              |
            2 | code = 1\u{d}name = "a"
              |              ^
              |
              = help: the file is TOML, whose specification says how keys and values are written"#]],
        );
    }

    #[test]
    fn a_fault_at_the_very_end_has_a_place() {
        check(
            "[[code]]\ncode = 1\nname = \"a",
            &expect![[r#"
            this is no TOML: invalid basic string, expected `"`
             --> codes.toml:3:10
              |
            3 | name = "a
              |          ^
              |
              = help: the file is TOML, whose specification says how keys and values are written"#]],
        );
        check(
            "[[code]]\ncode = 1\nname = \"a\"\n\n\n[",
            &expect![[r#"
            this is no TOML: unquoted keys cannot be empty, expected letters, numbers, `-`, `_`
             --> codes.toml:6:2
              |
            6 | [
              |  ^
              |
              = help: the file is TOML, whose specification says how keys and values are written"#]],
        );
    }

    #[test]
    fn a_long_line_is_cut_around_the_fault() {
        let aliases: String = (0..100_000).map(|at| format!("\"a{at}\", ")).collect();
        let text = format!("[[code]]\ncode = 1\nname = \"a\"\naliases = [{aliases}5, {aliases}\"z\"]\n");
        assert!(text.len() > 1 << 20);
        let told = faults(&text);
        assert_eq!(told.len(), Faults::SHOWN + 1, "each alias of the second half is a duplicate");
        expect![[r#"
            each of `aliases` must be a text
             --> codes.toml:4:988902
              |
            4 | …"a99996", "a99997", "a99998", "a99999", 5, "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10", "a11", "a12", "a13", "a14", "a…
              |                                          ^ this is an integer
              |
              = help: put it in quotes"#]].assert_eq(&told[0]);
        assert!(told.iter().all(|fault| fault.len() < 4000));
        let persian = "می‌شود ".repeat(100_000);
        check(
            &format!("[[code]]\ncode = 1\nname = \"a\"\nmessage = \"{persian}\\u0000{persian}\"\n"),
            &expect![[r#"
            a message holds the control character \u{0}
             --> codes.toml:4:11
              |
            4 | message = "می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌…
              |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ would reach terminals and logs
              |
              = help: leave it out; only line breaks and tabs may stand in a text"#]],
        );
        check(
            &format!("# {persian}\u{202E}{persian}\n[[code]]\ncode = 1\nname = \"a\"\n"),
            &expect![[r#"
            a character that lets the text show something else than it says
             --> codes.toml:1:700003
              |
            1 | …‌شود می‌شود می‌شود می‌شود می‌شود می‌شود \u{202e}می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود می‌شود م…
              |                                    ^^^^^^^^ an override, or an embedding or isolate that nothing closes
              |
              = help: remove it; right-to-left text needs none of them"#]],
        );
    }

    use super::super::fault::Faults;
}

mod files {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_told_by_line_and_column() {
        let reason = |bytes: &[u8]| Source::from_bytes("codes.toml", bytes.to_vec()).map(drop).unwrap_err();
        expect!["line 3 is not UTF-8 from column 10 on; save the file in that encoding"]
            .assert_eq(&reason("[[code]]\ncode = 1\nname = \"é\u{e9}".as_bytes().split_last().unwrap().1));
        expect!["line 1 is not UTF-8 from column 1 on; save the file in that encoding"]
            .assert_eq(&reason(b"\xFF\xFE[\0[\0"));
    }

    /// The errors of an invocation that finds no table.
    #[track_caller]
    fn check(path: &str, expected: &Expect) {
        expected.assert_eq(&errors(quote!(#path), quote! { enum Code {} }).join("\n\n"));
    }

    #[test]
    fn what_is_no_table_says_so() {
        check(
            "no/such.toml",
            &expect![[r#"
                there is no table at `no/such.toml`
                  = help: the path is relative to the package whose code invokes the macro (the folder of its Cargo.toml); a table that a build script makes is named `$OUT_DIR/…`"#]],
        );
        check("src", &expect!["the table `src` can't be read: it is a directory, name the file in it"]);
        check("", &expect!["the table `` can't be read: it is a directory, name the file in it"]);
        check("$OUT_DIR/codes.toml", &expect!["OUT_DIR is not set: `$OUT_DIR/` needs a package with a build script"]);
        check("/etc/codes.toml", &expect!["the path is relative to the package's Cargo.toml: remove the root"]);
    }

    #[test]
    fn a_file_beyond_reason_is_not_read() {
        let path = std::env::temp_dir().join(format!("ineo-codes-{}.toml", std::process::id()));
        let file = fs::File::create(&path).expect("the folder is writable");
        file.set_len(64 * 1024 * 1024 + 1).expect("the file may be large");
        let reason = Source::read("codes.toml", &path).map(drop).unwrap_err();
        fs::write(&path, [0xFF]).expect("the file is writable");
        let no_text = Source::read("codes.toml", &path).map(drop).unwrap_err();
        fs::remove_file(&path).expect("the file is ours");
        assert_eq!(
            reason,
            "the table `codes.toml` can't be read: it is larger than 64 MiB, split it into several tables"
        );
        let line = "line 1 is not UTF-8 from column 1 on; save the file in that encoding";
        assert_eq!(no_text, format!("the table `codes.toml` can't be read: {line}"));
    }
}

/// The messages of the compile errors in an expansion, which is Rust in any case.
fn errors(arguments: TokenStream, item: TokenStream) -> Vec<String> {
    messages(codes(arguments, item))
}

fn messages(expansion: TokenStream) -> Vec<String> {
    let file: File = syn::parse2(expansion).expect("the expansion is Rust");
    let macros = file.items.iter().filter_map(|item| if let Item::Macro(item) = item { Some(&item.mac) } else { None });
    macros.map(|call| call.parse_body::<LitStr>().expect("a compile error has a text").value()).collect()
}

mod invocations {
    use super::*;

    #[track_caller]
    fn check(arguments: TokenStream, item: TokenStream, expected: &Expect) {
        expected.assert_eq(&errors(arguments, item).join("\n\n"));
    }

    const SOUND: &str = "../ineo-codes/codes.toml";

    #[test]
    fn only_enums_are_made() {
        let only = |item: TokenStream| {
            assert_eq!(
                errors(quote!("a.toml"), item),
                ["`codes` makes an enum: put it on an empty one, `pub enum Name {}`"]
            );
        };
        only(quote! { pub struct Code { a: u8 } });
        only(quote! { union Code { a: u8 } });
        only(quote! { #[test] pub fn code() {} });
        only(quote! { impl Code {} });
        only(quote! { type Code = u8; });
    }

    #[test]
    fn the_enum_is_empty_and_concrete() {
        check(
            quote!(#SOUND),
            quote! { enum Code { A, B } },
            &expect!["the variants come from the table: leave the enum empty, `{}`, and add a row instead"],
        );
        check(quote!(#SOUND), quote! { enum Code<'a, T> {} }, &expect!["an enum of codes is not generic: remove this"]);
        check(
            quote!(#SOUND),
            quote! { enum Code where u8: Copy {} },
            &expect!["an enum of codes is not generic: remove this"],
        );
    }

    #[test]
    fn options_are_told_apart() {
        let item = || quote! { enum Code {} };
        check(
            quote!(),
            item(),
            &expect![[
                r#"unexpected end of input, name the table, `#[codes("codes.toml")]`: a path relative to the package's Cargo.toml, or from `$OUT_DIR/` on"#
            ]],
        );
        check(
            quote!(codes),
            item(),
            &expect![[
                r#"name the table, `#[codes("codes.toml")]`: a path relative to the package's Cargo.toml, or from `$OUT_DIR/` on"#
            ]],
        );
        check(quote!(#SOUND, category), item(), &expect!["expected `=`"]);
        check(quote!(#SOUND, category = "A"), item(), &expect!["expected identifier"]);
        check(quote!(#SOUND, category = A, category = B), item(), &expect!["the option `category` is given twice"]);
        check(quote!(#SOUND, crate = a, crate = b), item(), &expect!["the option `crate` is given twice"]);
        check(
            quote!(#SOUND, category = Code),
            item(),
            &expect!["the enum of the codes has this name: name the categories otherwise"],
        );
        check(
            quote!(#SOUND, krate = a),
            item(),
            &expect!["`codes` has no option `krate`: its options are `category = Name` and `crate = path`"],
        );
        check(quote!(#SOUND; category = A), item(), &expect!["expected `,`"]);
        check(quote!(#SOUND, crate = ::a::b, category = A,), item(), &expect![[""]]);
    }

    /// So that one fault gives one error, whatever uses the enum.
    #[test]
    fn the_variants_are_there_all_the_same() {
        for (arguments, item) in [
            (quote!(#SOUND, category = Code), quote! { enum Code {} }),
            (quote!(#SOUND, krate = a), quote! { enum Code {} }),
            (quote!(#SOUND), quote! { enum Code { A } }),
            (quote!(#SOUND), quote! { enum Code<T> {} }),
        ] {
            let expansion = codes(arguments, item).to_string();
            assert!(expansion.contains("NotFound"), "{expansion}");
        }
    }
}

/// Whatever stands in a file, there are faults or an enum, and never a panic.
mod bad_input {
    use super::*;

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
        let invocation = Invocation::new(quote!("codes.toml"), quote! { pub enum Code {} });
        let invocation = invocation.unwrap_or_else(|_| panic!("the invocation is sound"));
        let expansion = invocation.expand_table(&reading);
        (reading.faults, expansion)
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
            let (faults, expansion) = expansion(&source);
            assert_eq!(messages(expansion), faults);
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
}

/// Codes of every kind that services have, few and many.
mod indexes {
    use std::collections::BTreeSet;

    use super::super::hash;
    use super::super::index::{Cells, Column, Pages, Slots};
    use super::super::model::Representation;

    /// Codes by how they lie, of which the `at`th is asked for.
    type Kind = (&'static str, fn(u64) -> u64);

    const KINDS: [Kind; 11] = [
        ("close", |at| at),
        ("apart", |at| at << 12),
        ("in blocks", |at| at / 100 * 10_000 + at % 100),
        ("squares", |at| at * at),
        ("with a facility above", |at| 0x8007_0000 + at),
        ("with facilities above", |at| 0x8000_0000 + ((at % 64) << 16) + at / 64),
        ("negative in 32 bits", |at| u64::from(u32::MAX) - at),
        ("negative in 64 bits", |at| u64::MAX - at),
        ("in the uppermost bits alone", |at| at << 48),
        ("in both ends", |at| ((at % 256) << 56) + at / 256),
        ("anyhow", |at| (at + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (at.wrapping_mul(0xD1B5_4A32_D192_ED03) >> 7)),
    ];

    fn get(column: &Column, at: usize) -> u64 {
        number(&column.bytes, at * column.width, column.width)
    }

    /// The number of so many bytes, from one on.
    fn number(bytes: &[u8], from: usize, width: usize) -> u64 {
        bytes[from..][..width].iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
    }

    /// The row that the index tells for a code, as the library reads it.
    fn row(cells: &Cells, code: u64) -> u64 {
        let Cells { slots: Slots { seed, displacements, owners }, bytes, .. } = cells;
        let hash = hash::of_code(code, *seed, cells.is_widened);
        let slot = if displacements.length == 1 {
            hash::bucket(hash, owners.len())
        } else {
            hash::slot(hash, get(displacements, hash::bucket(hash, displacements.length)), owners.len())
        };
        let is_code = number(bytes, cells.code_step * slot, cells.code_width) == code;
        let row = cells.rows_start + cells.rows_step * slot + cells.row_width * usize::from(is_code);
        number(bytes, row, cells.row_width)
    }

    #[test]
    fn a_hash_is_found_for_codes_of_every_kind() {
        for (kind, code) in KINDS {
            for rows in [0, 1, 2, 3, 29, 64, 65, 1_000, 10_000] {
                let codes: Vec<u64> = (0..rows).map(code).collect();
                let cells = Cells::new(&codes).unwrap_or_else(|| panic!("{rows} codes {kind}"));
                for (at, code) in (0..).zip(&codes) {
                    assert_eq!(row(&cells, *code), at, "{code} of {rows} codes {kind}");
                }
                let known: BTreeSet<u64> = codes.iter().copied().collect();
                let others = (0..1_000).chain(codes.iter().flat_map(|code| [code ^ 1, code ^ 1 << 63, !code]));
                for other in others.filter(|other| !known.contains(other)) {
                    assert_eq!(row(&cells, other), rows, "{other} beside {rows} codes {kind}");
                }
                // Found early: slots are doubled after many attempts.
                let slots = cells.slots.owners.len() as u64;
                let most = if rows <= 64 { 16 } else { 5 };
                assert!(slots <= most * rows.max(1), "{slots} slots for {rows} codes {kind}");
            }
        }
    }

    #[test]
    fn codes_are_hashed_by_the_widening_multiplication_only_where_they_need_it() {
        let needing: Vec<&str> = KINDS
            .into_iter()
            .filter(|(_, code)| {
                Cells::new(&(0..1_000).map(code).collect::<Vec<_>>()).is_some_and(|cells| cells.is_widened)
            })
            .map(|(kind, _)| kind)
            .collect();
        assert_eq!(needing, ["in the uppermost bits alone"]);
    }

    #[test]
    fn a_hash_that_tells_no_keys_apart_is_given_up_at_once() {
        // The search would compare each slot with all before it, for each of the displacements.
        assert!(Slots::new(100_000, &[&|key, _| [0, key as u64 % 99_999]]).is_none());
        let (slots, hashing) = Slots::new(100, &[&|_, _| [0; 2], &|key, seed| hash::of_code(key as u64, seed, false)])
            .expect("the second tells them apart");
        assert_eq!(hashing, 1);
        assert_eq!(slots.owners.iter().flatten().count(), 100);
    }

    #[test]
    fn pages_are_as_large_as_the_codes_lie_close() {
        let u16 = Representation::U16;
        for (codes, page, at_most) in [
            ((0..100).collect::<Vec<u64>>(), 128, 1 << 10),
            ((0..29).map(|at| at * 2_000).collect(), 64, 4 << 10),
            ((0..1_000).map(|at| at * 65).collect(), 8, 33 << 10),
            // A single page is twice as large as the smallest index, and spares a read.
            ((0..10_000).map(|at| at * 6).collect(), 1 << 16, 129 << 10),
            ((0..1 << 16).collect(), 1 << 16, 129 << 10),
        ] {
            let pages = Pages::new(&codes, u16);
            let size = pages.directory.bytes.len() + pages.rows.bytes.len();
            assert!(size <= at_most, "{size} bytes for {} codes", codes.len());
            assert_eq!(pages.page, page, "{} codes, {size} bytes", codes.len());
            let mut rows = vec![codes.len() as u64; 1 << 16];
            for (row, code) in (0..).zip(&codes) {
                rows[usize::try_from(*code).expect("it has 16 bits")] = row;
            }
            for (code, row) in rows.into_iter().enumerate() {
                let begin = usize::try_from(get(&pages.directory, code / page)).expect("it is a position");
                assert_eq!(get(&pages.rows, begin + code % page), row, "{code} of {} codes", codes.len());
            }
        }
    }
}

//! The arguments of the macro in, the whole message out.

#![allow(clippy::needless_raw_string_hashes, reason = "messages are written by `UPDATE_EXPECT=1`")]

use expect_test::{Expect, expect};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{File, Item, LitStr};

use crate::invocation::Invocation;

mod parsing;

fn codes(arguments: TokenStream, item: TokenStream) -> TokenStream {
    Invocation::new(arguments, item).map_or_else(|rejection| rejection, Invocation::expand)
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

/// The errors of an invocation that finds no table.
#[track_caller]
fn check_path(path: &str, expected: &Expect) {
    let errors = errors(quote!(#path), quote! { enum Code {} }).join("\n\n");
    expected.assert_eq(&errors.replace(env!("CARGO_MANIFEST_DIR"), "…"));
}

#[test]
fn what_is_no_table_says_so() {
    check_path(
        "no/such.toml",
        &expect![[r#"
            there is no table at `no/such.toml`
              = help: the path is relative to the package whose code invokes the macro, in `…`; a table that a build script makes is at `$OUT_DIR/…`"#]],
    );
    check_path(
        "src",
        &expect![[r#"
        the table `src` can't be read: it is a directory
          = help: add the name of the file"#]],
    );
    check_path(
        "",
        &expect![[r#"
        the table `` can't be read: it is a directory
          = help: add the name of the file"#]],
    );
    check_path("$OUT_DIR/codes.toml", &expect!["OUT_DIR is not set: `$OUT_DIR/` needs a package with a build script"]);
    check_path(
        "/etc/codes.toml",
        &expect!["the path is relative to the package's Cargo.toml: remove the root from `/etc/codes.toml`"],
    );
    check_path(
        "$OUT_DIR//etc/codes.toml",
        &expect!["the path is relative to `$OUT_DIR`: remove the root from `/etc/codes.toml`"],
    );
    check_path(
        "$CARGO_MANIFEST_DIR//etc/codes.toml",
        &expect!["the path is relative to `$CARGO_MANIFEST_DIR`: remove the root from `/etc/codes.toml`"],
    );
    check_path(
        "$HOME/codes.toml",
        &expect![
            "the path can't begin with `$HOME`: it begins with `$CARGO_MANIFEST_DIR/` or `$OUT_DIR/`, or is relative to the package's Cargo.toml"
        ],
    );
    check_path(
        "$OUT_DIR",
        &expect![
            "the path can't begin with `$OUT_DIR`: it begins with `$CARGO_MANIFEST_DIR/` or `$OUT_DIR/`, or is relative to the package's Cargo.toml"
        ],
    );
    check_path(
        "${OUT_DIR}/codes.toml",
        &expect![
            "the path can't begin with `${OUT_DIR}`: it begins with `$CARGO_MANIFEST_DIR/` or `$OUT_DIR/`, or is relative to the package's Cargo.toml"
        ],
    );
    check_path(
        "$CARGO_MANIFEST_DIR/no/such.toml",
        &expect![[r#"
        there is no table at `no/such.toml`
          = help: the path is relative to the package whose code invokes the macro, in `…`; a table that a build script makes is at `$OUT_DIR/…`"#]],
    );
    check_path("$CARGO_MANIFEST_DIR/../ineo-codes/codes.toml", &expect![[""]]);
}

#[test]
fn the_options_hold_where_the_path_is_faulty() {
    for path in ["/etc/codes.toml", "$HOME/codes.toml", "no/such.toml"] {
        let expansion = codes(quote!(#path, category = Whose, crate = renamed), quote! { enum Code {} }).to_string();
        assert!(expansion.contains("renamed ::"), "{path}: {expansion}");
        assert!(!expansion.contains("ineo_codes ::"), "{path}: {expansion}");
        assert!(expansion.contains("enum Whose"), "{path}: {expansion}");
    }
}

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
            r#"name the table, `#[codes("codes.toml")]`: a path relative to the package's Cargo.toml, or from `$OUT_DIR/` on"#
        ]],
    );
    check(
        quote!(codes),
        item(),
        &expect![[
            r#"name the table, `#[codes("codes.toml")]`: a path relative to the package's Cargo.toml, or from `$OUT_DIR/` on"#
        ]],
    );
    check(quote!(#SOUND, category), item(), &expect!["write `category = Name`"]);
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
    check(quote!(#SOUND, category = "A"), item(), &expect!["write it without quotes: `category = A`"]);
    check(quote!(#SOUND, category = "A B"), item(), &expect!["write a name, such as `category = GatewayCategory`"]);
    check(quote!(#SOUND, category = 5), item(), &expect!["write `category = Name`"]);
    check(quote!(#SOUND, crate = "::a::b"), item(), &expect!["write it without quotes: `crate = ::a::b`"]);
    check(quote!(#SOUND, crate = "a-b"), item(), &expect!["write a path, such as `crate = ::ineo_codes`"]);
    check(quote!(#SOUND, crate), item(), &expect!["write `crate = path`"]);
    check(quote!(#SOUND; category = A), item(), &expect!["write a `,` before each option"]);
    check(quote!(#SOUND category = A), item(), &expect!["write a `,` before each option"]);
    check(
        quote!(#SOUND, 5),
        item(),
        &expect!["`codes` has no such option: its options are `category = Name` and `crate = path`"],
    );
    check(quote!(#SOUND, category = type), item(), &expect!["write `category = Name`"]);
    check(quote!(#SOUND, crate = ::), item(), &expect!["write `crate = path`"]);
    check(quote!(#SOUND, crate = ::a::b, category = A,), item(), &expect![[""]]);
}

#[test]
fn an_enum_has_one_table() {
    let again = |again: TokenStream| errors(quote!(#SOUND), quote! { #[doc = "Codes."] #again enum Code {} });
    let message = "`codes` is already on this enum: an enum has one table, remove one of the two";
    assert_eq!(again(quote!(#[codes("a.toml")])), [message]);
    assert_eq!(again(quote!(#[ineo_codes::codes("a.toml", category = A)])), [message]);
    assert_eq!(again(quote!(#[::ineo_codes::codes("a.toml")])), [message]);
    // Other attributes may have such a name.
    assert_eq!(again(quote!(#[codes] #[codes::other(1)])), [""; 0]);
}

/// Only variants and predicates are missing where there is no table.
#[test]
fn without_a_table_there_is_an_enum_all_the_same() {
    for arguments in [quote!("no/such.toml"), quote!("$HOME/codes.toml"), quote!()] {
        let expansion = codes(arguments, quote! { #[doc = "Codes."] pub enum Code {} }).to_string();
        for part in ["Unrecognized", "fn from_code", "fn category", "fn http_status", "enum CodeCategory", "Codes."] {
            assert!(expansion.contains(part), "{part} is missing in {expansion}");
        }
    }
}

/// So that one fault gives one error, whatever uses the enum.
#[test]
fn the_variants_are_there_all_the_same() {
    for (arguments, item) in [
        (quote!(#SOUND, category = Code), quote! { enum Code {} }),
        (quote!(#SOUND, krate = a), quote! { enum Code {} }),
        (quote!(#SOUND), quote! { enum Code { A } }),
        (quote!(#SOUND), quote! { enum Code<T> {} }),
        (quote!(#SOUND), quote! { #[codes("a.toml")] enum Code {} }),
        (quote!(#SOUND, category = "A"), quote! { enum Code {} }),
    ] {
        let expansion = codes(arguments, item).to_string();
        assert!(expansion.contains("NotFound"), "{expansion}");
    }
}

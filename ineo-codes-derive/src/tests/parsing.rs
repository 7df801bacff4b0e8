//! What the macros read of literals and enums is what syn reads of them.

use std::iter;

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::Parser as _;
use syn::{Ident, ItemEnum, Lit, Path};

use crate::cursor::Cursor;
use crate::error::Error;
use crate::from_code::generics::Generics;
use crate::item::{Item, Variant, parse_variants};
use crate::literal::{Integer, Text};

/// All sequences of up to `length` of these parts, one text each.
fn sequences(parts: &[&str], length: usize) -> Vec<String> {
    let longer = |texts: &Vec<String>| {
        let longer = texts.iter().flat_map(|text| parts.iter().map(move |part| format!("{text}{part}")));
        Some(longer.collect())
    };
    iter::successors(Some(vec![String::new()]), longer).take(length + 1).flatten().collect()
}

#[track_caller]
fn check_text(text: &str) {
    let Ok(literal) = text.parse::<Literal>() else { return };
    let own = Text::new(&literal).map(|text| text.value);
    let syns = if let Lit::Str(text) = Lit::new(literal) { Some(text.value()) } else { None };
    assert_eq!(own, syns, "{text}");
}

#[test]
fn texts_have_the_same_value() {
    let escapes = [
        r"\n",
        r"\r",
        r"\t",
        r"\0",
        r"\\",
        r"\'",
        "\\\"",
        r"\x41",
        r"\x7f",
        r"\u{1F600}",
        r"\u{0_6_4_1}",
        "\\\n   ",
        "\\\n\n\t",
        "a",
        "x41",
        "ف",
        "'",
        "#",
        "\n",
        "{",
        "}",
    ];
    for content in sequences(&escapes, 3) {
        check_text(&format!("\"{content}\""));
    }
    for content in sequences(&["\"", "#", "\\", "n", "r", "\n", "ف", "\"##"], 3) {
        for pounds in ["", "#", "##", "###"] {
            check_text(&format!("r{pounds}\"{content}\"{pounds}"));
        }
    }
    for other in ["b\"a\"", "c\"a\"", "br\"a\"", "cr#\"a\"#", "'a'", "b'a'", "1", "1.5", "'\"'", "'r'"] {
        check_text(other);
    }
}

#[test]
fn integers_have_the_same_value() {
    let digits = ["0", "1", "7", "9", "a", "F", "_", "00", "404", "99999999999999999999", "e5", "E5", ".", ".5"];
    for prefix in ["", "0x", "0o", "0b", "0X", "0"] {
        for digits in sequences(&digits, 2) {
            for suffix in ["", "u8", "i128", "usize", "f32", "_u8", "x"] {
                check_integer(&format!("{prefix}{digits}{suffix}"));
            }
        }
    }
    for other in ["\"1\"", "'1'", "b'1'", "b\"1\""] {
        check_integer(other);
    }
}

#[track_caller]
fn check_integer(text: &str) {
    let Ok(literal) = text.parse::<Literal>() else { return };
    // The compiler refuses an exponent of another base.
    if ["0b", "0o"].contains(&text.get(..2).unwrap_or_default()) && text.contains(['e', 'E']) {
        return;
    }
    let own = Integer::new(&literal).map(|number| (number.value, number.has_suffix, number.is_hexadecimal));
    let syns = if let Lit::Int(number) = Lit::new(literal) {
        let is_hexadecimal = text.starts_with("0x");
        Some((number.base10_digits().parse().ok(), !number.suffix().is_empty(), is_hexadecimal))
    } else {
        None
    };
    assert_eq!(own, syns, "{text}");
}

#[test]
fn names_and_paths_are_the_same() {
    let parts =
        ["a ", "é ", "union ", "r#type ", "type ", "crate ", "self ", "Self ", "_ ", "true ", ":: ", ": ", "4 "];
    for text in sequences(&parts, 2) {
        let Ok(tokens) = text.parse::<TokenStream>() else { continue };
        let own = read_whole(&tokens, Cursor::name).map(|name| name.to_string());
        assert_eq!(own, syn::parse2::<Ident>(tokens).ok().map(|name| name.to_string()), "{text}");
    }
    for text in sequences(&["a ", "r#type ", "crate ", "self ", ":: ", ": ", "4 ", "<a> ", "() "], 5) {
        let tokens: TokenStream = text.parse().expect("these are tokens");
        let own = read_whole(&tokens, Cursor::path).map(self::text);
        let syns = Path::parse_mod_style.parse2(tokens).ok().map(self::text);
        assert_eq!(own, syns, "{text}");
    }
}

fn read_whole<T>(tokens: &TokenStream, read: fn(&mut Cursor) -> Option<T>) -> Option<T> {
    let mut cursor = Cursor::new(tokens.clone(), Span::call_site());
    read(&mut cursor).filter(|_| cursor.is_empty())
}

/// A group without delimiters, as a `macro_rules` macro makes it of a fragment.
fn fragment(tokens: &TokenStream) -> TokenStream {
    TokenTree::from(Group::new(Delimiter::None, tokens.clone())).into()
}

/// What was written by hand, and what comes from a `macro_rules` macro.
fn written_and_passed(texts: &[&str]) -> Vec<TokenStream> {
    let written = texts.iter().map(|text| text.parse().expect("these are tokens"));
    written.flat_map(|tokens: TokenStream| [fragment(&tokens), tokens]).collect()
}

/// Without spaces, and without the comma behind the last parameter, which syn keeps.
fn text(tokens: impl ToTokens) -> String {
    tokens.to_token_stream().to_string().replace(' ', "").replace(",>", ">")
}

/// What the macros read of an enum, a line for each part. A field has the place where its type begins.
fn read(item: &TokenStream) -> Result<Vec<String>, Error> {
    let Item { attributes, visibility, generics, name, body } = Item::parse(item.clone(), "")?;
    let Generics { parameters, arguments, condition } = Generics::new(generics);
    let [parameters, arguments, condition] = [parameters, arguments, condition].map(text);
    let mut parts = vec![format!("{} {name} impl {parameters} for {name} {arguments} {condition}", text(visibility))];
    parts.extend(attributes.into_iter().map(|attribute| text(attribute.tokens)));
    for Variant { attributes, name, fields, .. } in parse_variants(&body)? {
        parts.push(name.to_string());
        parts.extend(attributes.into_iter().map(|attribute| text(attribute.tokens)));
        parts.extend(fields.iter().map(|field| described(field.name.as_ref(), field.span)));
    }
    Ok(parts)
}

/// What syn reads of it.
fn read_by_syn(item: &TokenStream) -> syn::Result<Vec<String>> {
    let ItemEnum { attrs, vis, generics, ident, variants, .. } = syn::parse2(item.clone())?;
    let (parameters, arguments, condition) = generics.split_for_impl();
    let [parameters, arguments, condition] = [text(parameters), text(arguments), text(condition)];
    let mut parts = vec![format!("{} {ident} impl {parameters} for {ident} {arguments} {condition}", text(vis))];
    parts.extend(attrs.iter().map(text));
    for syn::Variant { attrs, ident, fields, .. } in variants {
        parts.push(ident.to_string());
        parts.extend(attrs.iter().map(text));
        parts.extend(fields.iter().map(|field| {
            let first = field.ty.to_token_stream().into_iter().next();
            described(field.ident.as_ref(), first.map_or_else(Span::call_site, |first| first.span()))
        }));
    }
    Ok(parts)
}

fn described(name: Option<&Ident>, span: Span) -> String {
    format!("field {name:?} at {:?}", span.start())
}

#[track_caller]
fn check_enum(item: &TokenStream) {
    let syns = read_by_syn(item).unwrap_or_else(|error| panic!("{error}: {item}"));
    assert_eq!(read(item).unwrap_or_else(|error| panic!("{error:?}: {item}")), syns);
}

#[test]
fn enums_are_read_alike() {
    let attributes = ["", "/// Codes.", "#[a] #[b(c)]", "#[a::b = \"c\"] #[::d::e]"];
    let visibilities = ["", "pub", "pub(crate)", "pub(super)", "pub(self)", "pub(in crate::a)"];
    let generics = [
        "",
        "<'a>",
        "<T>",
        "<'a, 'b: 'a, T: 'a + Copy = u8, const N: usize = 3,>",
        "<const N: usize = { 1 + 2 }>",
        "<F: Fn(u8) -> Vec<Vec<u8>>> where F: Copy",
        "where u8: Copy,",
        "<T: Into<Vec<T>> = fn() -> u8, U = Vec<T>>",
        "<#[a] T, #[b(c)] const N: bool>",
        "<r#type: for<'a> Fn(&'a u8) -> &'a u8>",
        "<T> where T: Into<[u8; 4]>, Vec<T>: Copy",
    ];
    for attributes in attributes {
        for visibility in written_and_passed(&visibilities) {
            for generics in generics {
                let attributes: TokenStream = attributes.parse().expect("these are attributes");
                let generics: TokenStream = generics.parse().expect("these are generics");
                check_enum(&quote!(#attributes #visibility enum r#match #generics { A }));
            }
        }
    }
}

#[test]
fn variants_are_read_alike() {
    let types = [
        "u8",
        "::std::vec::Vec<u8>",
        "HashMap<u8, Vec<Vec<u8>>>",
        "fn(u8) -> u8",
        "&'a dyn Fn(u8) -> Vec<u8>",
        "(u8, u8)",
        "<A as B<C, D>>::E",
        "[u8; 3]",
        "impl_!()",
        "fn() -> A<B, C>",
        "r#type",
        "Box<dyn Fn(A) -> B + Send>",
    ];
    let types = written_and_passed(&types);
    let visibilities = written_and_passed(&["", "pub", "pub(crate)", "pub(in crate::a)"]);
    let discriminants = written_and_passed(&["1", "1 << 3", "{ 5 }", "f(a, b)", "-1"]);
    let others = types.iter().cycle().skip(5);
    for (first, second) in iter::zip(&types, others) {
        for visibility in &visibilities {
            for discriminant in &discriminants {
                check_enum(&quote! {
                    enum Mine {
                        #[a(#first)]
                        A(#visibility #first, #[b] #second),
                        r#B { #visibility r#type: #first, b: #second, } = #discriminant,
                        C = #discriminant,
                        /// A tuple.
                        D(#visibility (#first, #second),),
                        E {},
                    }
                });
            }
        }
    }
}

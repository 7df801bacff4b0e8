//! Where the generated items are, for editors: at the macro, or at the words of the enum below it.

use ineo_codes_table::{Options, Source, generate, read};
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::quote;

const TABLE: &str = r#"
[table]
languages = ["en", "fa"]
shared-names = ["shared"]

[categories]
good = { doc = "Fine.", http = 200 }
bad = { doc = "Not fine.", http = 500 }

[unrecognized]
category = "bad"
ranges = [{ from = 500, to = 599, category = "bad", retry = "backoff" }]

[[code]]
code = 1
name = "shared"
variant = "First"
category = "good"
message = { en = "Well.", fa = "خوب" }

[[code]]
code = 2
name = "shared"
variant = "Second"
category = "bad"
deprecated = "since 2.0"
message = { en = "Not well.", fa = "بد" }
"#;

/// The words that an item's name follows.
const KEYWORDS: [&str; 8] = ["enum", "struct", "trait", "type", "fn", "const", "static", "mod"];

/// The names of all items and variants in `tokens`.
fn declared(tokens: TokenStream) -> Vec<Ident> {
    let mut found = Vec::new();
    let (mut before, mut is_enum) = (String::new(), false);
    for token in tokens {
        match &token {
            TokenTree::Ident(name) => {
                let is_qualifier = KEYWORDS.contains(&name.to_string().as_str());
                if KEYWORDS.contains(&before.as_str()) && !is_qualifier && name != "_" {
                    found.push(name.clone());
                    is_enum = before == "enum";
                }
            }
            TokenTree::Group(group) if is_enum && group.delimiter() == Delimiter::Brace => {
                let variants = group.stream().into_iter();
                found.extend(
                    variants.filter_map(|token| if let TokenTree::Ident(name) = token { Some(name) } else { None }),
                );
                is_enum = false;
            }
            TokenTree::Group(group) => found.extend(declared(group.stream())),
            _ => {}
        }
        before = token.to_string();
    }
    found
}

#[test]
fn every_item_is_at_the_macro_or_at_the_enum() {
    let table = read(&Source::new("codes.toml", TABLE)).table.expect("the table is sound");
    // The names are in a text, as in a user's file.
    let written: TokenStream = "pub enum Answer {} enum AnswerKind {}".parse().expect("the text is Rust");
    let [name, category] = &declared(written)[..] else { panic!("two names are declared") };
    let options = Options {
        attributes: TokenStream::new(),
        visibility: quote!(pub),
        name: name.clone(),
        category: category.clone(),
        krate: quote!(::ineo_codes),
    };
    let items = declared(generate(&table, &options).expect("the table can be laid out"));
    let names: Vec<String> = items.iter().map(ToString::to_string).collect();
    for expected in ["Answer", "First", "Second", "Unrecognized", "AnswerKind", "Good", "Bad", "from_code", "is_good"] {
        assert!(names.iter().any(|name| name == expected), "{expected} is not in {names:?}");
    }
    for item in items {
        let written = [name, category].into_iter().find(|written| item == **written);
        let place = written.map_or_else(Span::call_site, Ident::span);
        assert_eq!((item.span().start(), item.span().end()), (place.start(), place.end()), "{item}");
    }
}

//! What editors show of an enum: short, and readable as it is written, since many show the Markdown itself.

use ineo_codes_table::{Options, Source, generate, read};
use quote::{format_ident, quote};
use syn::{Attribute, Expr, ExprLit, File, Item, ItemEnum, Lit, Meta};

/// The enums of a table: of codes, and of categories.
fn enums(table: &str) -> [ItemEnum; 2] {
    let table = read(&Source::new("codes.toml", table)).table.expect("the table is sound");
    let options = Options {
        attributes: quote!(/** What the gateway answered. */),
        visibility: quote!(pub),
        name: format_ident!("Answer"),
        category: format_ident!("AnswerCategory"),
        krate: quote!(::ineo_codes),
    };
    let file: File = syn::parse2(generate(&table, &options).expect("the table can be laid out")).expect("it is Rust");
    let mut enums =
        file.items.into_iter().filter_map(|item| if let Item::Enum(item) = item { Some(item) } else { None });
    [enums.next().expect("an enum of codes"), enums.next().expect("an enum of categories")]
}

/// The documentation in these attributes, as an editor has it.
fn hover(attributes: &[Attribute]) -> String {
    let text = |value: &Expr| match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => text.value(),
        _ => panic!("a doc is a text"),
    };
    let docs = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => Some(text(&meta.value)),
        // Editors set neither `doc` nor what is not known to them.
        Meta::List(list) if list.path.is_ident("cfg_attr") => {
            let doc = list.tokens.to_string();
            let doc = doc.strip_prefix("not (doc) , doc =")?.to_owned();
            Some(text(&syn::parse_str(&doc).expect("a doc is a text")))
        }
        _ => None,
    });
    docs.collect::<Vec<_>>().join("\n")
}

/// What a variant is found by, besides its name.
fn aliases(attributes: &[Attribute]) -> String {
    let lists = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("doc") => Some(list.tokens.to_string()),
        _ => None,
    });
    lists.collect()
}

const HEAD: &str = r#"
[table]
title = "Codes of a gateway"
source = "its manual"
repr = "u32"
languages = ["en", "fa"]

[categories]
declined = { doc = "The bank said no.", http = 402 }

[unrecognized]
category = "declined"
message = { en = "Who knows?", fa = "نامعلوم" }
"#;

#[test]
fn hovers_are_short_however_large_the_table_is() {
    let rows = (0..1000).map(|row| {
        format!(
            "\n[[code]]\ncode = {row}\nname = \"name_{row}\"\ncategory = \"declined\"\n\
             message = {{ en = \"What number {row} means.\", fa = \"معنای {row}\" }}\n"
        )
    });
    let table: String = std::iter::once(HEAD.to_owned()).chain(rows).collect();
    let [codes, categories] = enums(&table);
    let hovers = [&codes, &categories].map(|item| hover(&item.attrs));
    assert!(
        hovers[0].contains("What the gateway answered.") && hovers[0].contains("Source: its manual"),
        "{}",
        hovers[0]
    );
    let of_variants = codes.variants.iter().chain(&categories.variants).map(|variant| hover(&variant.attrs));
    for hover in hovers.into_iter().chain(of_variants) {
        assert!(hover.len() < 1000, "{} bytes: {hover}", hover.len());
    }
    assert_eq!(
        hover(&codes.variants[7].attrs),
        "`7` `name_7`: What number 7 means.\n\nمعنای 7\n\nCategory [`declined`](AnswerCategory::Declined); retry: never."
    );
}

#[test]
fn hovers_have_no_html() {
    let table = HEAD.to_owned()
        + r#"
[[code]]
code = 7
name = "a|b"
category = "declined"
message = { en = """First line.
Second | line.""", fa = "بد" }
"#;
    let [codes, categories] = enums(&table);
    let hovers = [&codes, &categories].map(|item| hover(&item.attrs));
    let of_variants = codes.variants.iter().chain(&categories.variants).map(|variant| hover(&variant.attrs));
    for hover in hovers.into_iter().chain(of_variants) {
        assert!(!hover.contains(['<', '&']), "{hover}");
    }
    assert!(hover(&codes.variants[0].attrs).starts_with("`7` `a|b`: First line.  \nSecond \\| line.\n\nبد"));
}

#[test]
fn variants_are_found_by_code_and_by_other_names() {
    let row = "code = 404\nname = \"not_found\"\ncategory = \"declined\"\nmessage = { en = \"Gone.\", fa = \"نیست\" }";
    let aliases_of = |row: &str| {
        let [codes, _] = enums(&format!("{HEAD}\n[[code]]\n{row}\n"));
        aliases(&codes.variants[0].attrs)
    };
    assert_eq!(aliases_of(row), "alias (\"404\")");
    let names = "\"data_error\", \"NOTFOUND\", \"Not Found\", \"it's\", \"say \\\"it\\\"\", \"ناموجود\"";
    assert_eq!(aliases_of(&format!("{row}\naliases = [{names}]")), "alias (\"404\" , \"data_error\" , \"ناموجود\")");
    assert_eq!(aliases_of(&format!("{row}\nvariant = \"Missing\"")), "alias (\"404\" , \"not_found\")");
}

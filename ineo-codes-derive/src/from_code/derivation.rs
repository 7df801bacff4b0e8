//! From the enum to its arms, and what can be checked without the table.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;

use super::generics::Generics;
use super::selector::{SELECTORS, Selector, SelectorKind, parse_selectors, without_quotes};
use crate::cursor::Cursor;
use crate::error::Error;
use crate::item::{Attribute, Field, Item, Variant, parse_variants};

/// An enum with `#[from_code(Codes)]`.
pub(super) struct Derivation {
    pub(super) name: Ident,
    pub(super) visibility: TokenStream,
    pub(super) generics: Generics,
    /// The enum of codes.
    pub(super) codes: TokenStream,
    /// The path of the crate `ineo-codes`.
    pub(super) krate: TokenStream,
    pub(super) arms: Vec<Arm>,
}

/// A variant, and the codes that it stands for.
pub(super) struct Arm {
    pub(super) variant: Ident,
    /// The field that keeps the code, where there is one.
    pub(super) field: Option<Field>,
    pub(super) selectors: Vec<Selector>,
}

/// Returns the derivation and its non-fatal errors; `Err` is fatal.
pub(super) fn parse(item: TokenStream) -> Result<(Derivation, Vec<Error>), Error> {
    let input = Item::parse(item, "`FromCode` is for enums: each variant stands for codes")?;
    let mut attributes = attributes(&input.attributes);
    let Some(attribute) = attributes.next() else {
        let message = "which codes? add `#[from_code(StatusCode)]` with the enum of the codes";
        return Err(Error::new(input.name.span(), message));
    };
    let (codes, krate) = parse_codes(&mut attribute.arguments()?)?;
    let codes = with_generated_root(codes);
    if let Some(second) = attributes.next() {
        return Err(Error::at(&second.tokens, "the enum of the codes is given already: remove this"));
    }
    let mut faults = Vec::new();
    let mut arms = Vec::new();
    for variant in parse_variants(&input.body)? {
        arms.extend(parse_arm(variant, &mut faults));
    }
    find_repeated(&arms, &mut faults);
    let krate = krate.unwrap_or_else(|| quote!(::ineo_codes));
    let generics = Generics::new(input.generics);
    Ok((Derivation { name: input.name, visibility: input.visibility, generics, codes, krate, arms }, faults))
}

fn attributes(all: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    all.iter().filter(|attribute| attribute.is("from_code"))
}

/// `StatusCode, crate = path`.
fn parse_codes(cursor: &mut Cursor) -> Result<(TokenStream, Option<TokenStream>), Error> {
    let codes = parse_path(cursor, "the enum of the codes", "name the enum of the codes, such as `StatusCode`")?;
    let mut krate = None;
    if cursor.eat(",").is_some() && !cursor.is_empty() {
        cursor.keyword("crate").ok_or_else(|| cursor.error("the only option is `crate = path`"))?;
        cursor.eat("=").ok_or_else(|| cursor.error("write `crate = path`"))?;
        krate = Some(parse_path(cursor, "the path of the crate", "where is the crate? write `crate = path`")?);
        cursor.eat(",");
    }
    if !cursor.is_empty() {
        return Err(cursor.error("only `, crate = path` may follow the enum of the codes"));
    }
    Ok((codes, krate))
}

fn parse_path(cursor: &mut Cursor, what: &str, otherwise: &str) -> Result<TokenStream, Error> {
    if let Some(text) = cursor.text() {
        return Err(without_quotes(&text, what));
    }
    let otherwise = cursor.error(otherwise);
    cursor.path().ok_or(otherwise)
}

/// The arm that a variant is, unless no code makes it.
fn parse_arm(variant: Variant, faults: &mut Vec<Error>) -> Option<Arm> {
    let mut selectors = Vec::new();
    let mut is_selected = false;
    let mut is_sound = true;
    for attribute in attributes(&variant.attributes) {
        is_selected = true;
        match attribute.arguments().and_then(|mut arguments| parse_selectors(&mut arguments)) {
            Ok(parsed) => selectors.extend(parsed),
            Err(fault) => {
                selectors.push(Selector::unread(fault.start));
                faults.push(fault);
                is_sound = false;
            }
        }
    }
    if !is_selected {
        let message = format!("which codes does `{}` stand for? add `#[from_code(…)]` with {SELECTORS}", variant.name);
        faults.push(Error::new(variant.name.span(), message));
    }
    if let Some(skip) = selectors.iter().find(|selector| matches!(selector.kind, SelectorKind::Skip)) {
        if selectors.len() > 1 {
            let message = format!("`skip` says that no code makes `{}`: remove it, or all else", variant.name);
            faults.push(Error::new(skip.start, message));
        }
        return None;
    }
    let count = variant.fields.len();
    if count > 1 {
        if is_sound {
            let message = format!(
                "`{}` has {count} fields: it may have one, which keeps the code, or none; \
                 for a variant that no code makes, write `#[from_code(skip)]`",
                variant.name
            );
            faults.push(Error::new(variant.fields_span, message));
        }
        return None;
    }
    let field = variant.fields.into_iter().next();
    Some(Arm { variant: variant.name, field, selectors })
}

/// Finds the selectors of which an enum has one at most. Whether others are claimed twice is checked with the table, since
/// a code has a number and a variant.
fn find_repeated(arms: &[Arm], faults: &mut Vec<Error>) {
    let single = |kind: &SelectorKind| match kind {
        SelectorKind::Rest => Some("_"),
        SelectorKind::Retryable => Some("retryable"),
        SelectorKind::Unrecognized => Some("unrecognized"),
        SelectorKind::Variant(_)
        | SelectorKind::Number(_)
        | SelectorKind::Text(_)
        | SelectorKind::Range(..)
        | SelectorKind::Category(_)
        | SelectorKind::Flag(_)
        | SelectorKind::Skip
        | SelectorKind::Unread => None,
    };
    for name in ["_", "retryable", "unrecognized"] {
        let mut first = None;
        for arm in arms {
            for selector in &arm.selectors {
                if single(&selector.kind) != Some(name) {
                    continue;
                }
                let Some(first) = first else {
                    first = Some(&arm.variant);
                    continue;
                };
                let message = format!("`{name}` is claimed by the arm `{first}` already: leave it to one of them");
                faults.push(Error::new(selector.start, message));
            }
        }
    }
}

impl Derivation {
    /// The row of a code, as an expression.
    pub(super) fn row(&self, code: &Ident) -> TokenStream {
        let Self { codes, krate, .. } = self;
        quote!(<#codes as #krate::__private::Tabulated>::Row::of(#code))
    }

    /// The number of a code, as an expression: some number if the codes are texts, so that a range of numbers is one error.
    pub(super) fn number(&self, code: &Ident) -> TokenStream {
        let Self { codes, krate, .. } = self;
        quote!(<#codes as #krate::__private::Tabulated>::Row::number(#code))
    }
}

impl Arm {
    /// The expression that makes the variant of `code`.
    pub(super) fn construct(&self, code: &Ident) -> TokenStream {
        let variant = generated(&self.variant);
        let Some(field) = &self.field else { return quote!(Self::#variant) };
        // A field of the wrong type is an error at that type.
        let mut value = code.clone();
        value.set_span(code.span().located_at(field.span));
        if let Some(name) = &field.name {
            let name = generated(name);
            quote!(Self::#variant { #name: #value })
        } else {
            quote!(Self::#variant(#value))
        }
    }

    pub(super) fn name(&self) -> String {
        self.variant.to_string()
    }
}

/// The path with its first segment as generated code has it, if it has several: lints are for what the user wrote, and
/// that a shorter path would do can't be seen there. The last segment still warns where it is deprecated.
fn with_generated_root(path: TokenStream) -> TokenStream {
    let mut tokens: Vec<TokenTree> = path.into_iter().collect();
    if tokens.len() > 1 {
        // `$crate` is known by its span.
        if let Some(TokenTree::Ident(first)) = tokens.first_mut().filter(|first| first.to_string() != "$crate") {
            *first = generated(first);
        }
    }
    tokens.into_iter().collect()
}

/// The name where generated code uses it: the user's lints are for what the user wrote.
pub(super) fn generated(name: &Ident) -> Ident {
    let mut name = name.clone();
    name.set_span(Span::mixed_site().located_at(name.span()));
    name
}

//! From the enum to its arms, and what can be checked without the table.

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::{ParseStream, Parser as _};
use syn::{Error, Ident, Token};

use super::selector::{SELECTORS, Selector, SelectorKind, parse_selectors};
use crate::item::{Attribute, Field, Item, Variant, parse_path, parse_variants};

/// An enum with `#[from_code(Codes)]`.
pub(super) struct Derivation {
    pub(super) name: Ident,
    pub(super) visibility: TokenStream,
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

/// The derivation, and its faults with which it can go on; or the fault with which it can't.
pub(super) fn parse(item: TokenStream) -> syn::Result<(Derivation, Vec<Error>)> {
    let input = Item::parse(item, "`FromCode` is for enums: each variant stands for codes")?;
    if !input.generics.is_empty() {
        return Err(Error::new_spanned(&input.generics, "`FromCode` is for enums without generics: remove them"));
    }
    let mut attributes = attributes(&input.attributes);
    let Some(attribute) = attributes.next() else {
        let message = "which codes? add `#[from_code(StatusCode)]` with the enum of the codes";
        return Err(Error::new_spanned(&input.name, message));
    };
    let (codes, krate) = attribute.parse_arguments(parse_codes)?;
    if let Some(second) = attributes.next() {
        return Err(Error::new_spanned(&second.tokens, "the enum of the codes is given already: remove this"));
    }
    let mut faults = Vec::new();
    let variants = parse_variants.parse2(input.body)?;
    let arms: Vec<Arm> = variants.into_iter().filter_map(|variant| parse_arm(variant, &mut faults)).collect();
    find_repeated(&arms, &mut faults);
    let krate = krate.unwrap_or_else(|| quote!(::ineo_codes));
    Ok((Derivation { name: input.name, visibility: input.visibility, codes, krate, arms }, faults))
}

fn attributes(all: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    all.iter().filter(|attribute| attribute.is("from_code"))
}

/// `StatusCode, crate = path`.
fn parse_codes(input: ParseStream<'_>) -> syn::Result<(TokenStream, Option<TokenStream>)> {
    if input.is_empty() {
        return Err(input.error("name the enum of the codes, such as `StatusCode`"));
    }
    let codes = input.call(parse_path)?;
    let mut krate = None;
    if input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
        input
            .parse::<Token![crate]>()
            .map_err(|error| Error::new(error.span(), "the only option is `crate = path`"))?;
        input.parse::<Token![=]>()?;
        krate = Some(input.call(parse_path)?);
        input.parse::<Option<Token![,]>>()?;
    }
    if !input.is_empty() {
        return Err(input.error("only `crate = path` may follow the enum of the codes"));
    }
    Ok((codes, krate))
}

fn parse_arm(variant: Variant, faults: &mut Vec<Error>) -> Option<Arm> {
    let mut selectors = Vec::new();
    let mut is_selected = false;
    for attribute in attributes(&variant.attributes) {
        is_selected = true;
        match attribute.parse_arguments(parse_selectors) {
            Ok(parsed) => selectors.extend(parsed),
            Err(fault) => faults.push(fault),
        }
    }
    if !is_selected {
        let message = format!("which codes does `{}` stand for? add `#[from_code(…)]` with {SELECTORS}", variant.name);
        faults.push(Error::new_spanned(&variant.name, message));
    }
    let count = variant.fields.len();
    if count > 1 {
        let message = format!("`{}` has {count} fields: it may have one, which keeps the code, or none", variant.name);
        faults.push(Error::new_spanned(&variant.group, message));
        return None;
    }
    let field = variant.fields.into_iter().next();
    Some(Arm { variant: variant.name, field, selectors })
}

/// The selectors of which an enum has one at most. Whether codes and categories are claimed twice is checked with the
/// table, since a code has a number and a variant.
fn find_repeated(arms: &[Arm], faults: &mut Vec<Error>) {
    let single = |kind: &SelectorKind| match kind {
        SelectorKind::Rest => Some("_"),
        SelectorKind::Retryable => Some("retryable"),
        SelectorKind::Unrecognized => Some("unrecognized"),
        SelectorKind::Variant(_) | SelectorKind::Number(_) | SelectorKind::Category(_) => None,
    };
    for name in ["_", "retryable", "unrecognized"] {
        let mut claims = arms.iter().flat_map(|arm| arm.selectors.iter().map(move |selector| (arm, selector)));
        let mut claims = claims.by_ref().filter(|(_, selector)| single(&selector.kind) == Some(name));
        let Some((first, _)) = claims.next() else { continue };
        for (_, second) in claims {
            let message =
                format!("`{name}` is claimed by the arm `{}` already: leave it to one of them", first.variant);
            faults.push(Error::new(second.span, message));
        }
    }
}

impl Derivation {
    /// The arm with a selector of a kind, where there is one.
    pub(super) fn arm(&self, is_it: impl Fn(&SelectorKind) -> bool) -> Option<&Arm> {
        self.arms.iter().find(|arm| arm.selectors.iter().any(|selector| is_it(&selector.kind)))
    }
}

impl Arm {
    /// The expression that makes the variant of `code`.
    pub(super) fn construct(&self, code: &Ident) -> TokenStream {
        let variant = &self.variant;
        let Some(field) = &self.field else { return quote!(Self::#variant) };
        // A field of the wrong type is an error at that type.
        let mut value = code.clone();
        value.set_span(code.span().located_at(field.span));
        if let Some(name) = &field.name {
            quote!(Self::#variant { #name: #value })
        } else {
            quote!(Self::#variant(#value))
        }
    }

    pub(super) fn name(&self) -> String {
        self.variant.to_string()
    }
}

//! The enum below a macro, as far as the macros look into it.
//!
//! syn can parse whole items, but that part of it takes as long to build as the rest of it, in every user's build; and
//! what an enum of ours may hold is little.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::token::{Brace, Paren};
use syn::{Error, Ident, Token, parenthesized};

/// `#[…] pub enum Name<…> { … }`.
pub(crate) struct Item {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: TokenStream,
    /// What stands between the name and the braces: parameters and a `where` clause.
    pub(crate) generics: TokenStream,
    pub(crate) name: Ident,
    /// What stands in the braces.
    pub(crate) body: TokenStream,
}

/// `#[name(arguments)]`, or any other attribute.
pub(crate) struct Attribute {
    pub(crate) tokens: TokenStream,
    name: Option<Ident>,
    /// The last segment of the path, which names the macro.
    last: Option<Ident>,
    /// With their parentheses, so that what is missing at their end is missed there.
    arguments: Option<Group>,
}

impl Attribute {
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.as_ref().is_some_and(|own| own == name)
    }

    /// Whether this is the attribute macro `name`, by any path.
    pub(crate) fn is_macro(&self, name: &str) -> bool {
        self.last.as_ref().is_some_and(|last| last == name) && self.arguments.is_some()
    }

    pub(crate) fn parse_arguments<T>(&self, parse: impl FnOnce(ParseStream<'_>) -> syn::Result<T>) -> syn::Result<T> {
        let Some(arguments) = &self.arguments else {
            let name = self.name.as_ref().map(Ident::to_string).unwrap_or_default();
            return Err(Error::new_spanned(
                &self.tokens,
                format!("write the arguments in parentheses: `#[{name}(…)]`"),
            ));
        };
        let parser = |input: ParseStream<'_>| {
            let content;
            parenthesized!(content in input);
            parse(&content)
        };
        parser.parse2(arguments.to_token_stream())
    }
}

impl Item {
    /// Reads an enum; anything else is an error at the word that says what it is, with `otherwise` for a text.
    pub(crate) fn parse(item: TokenStream, otherwise: &str) -> syn::Result<Self> {
        let parser = |input: ParseStream<'_>| {
            let attributes = parse_attributes(input)?;
            let visibility = parse_visibility(input)?;
            let keyword = input.call(Ident::parse_any).map_err(|error| Error::new(error.span(), otherwise))?;
            if keyword != "enum" {
                return Err(Error::new(keyword.span(), otherwise));
            }
            let name = input.parse()?;
            let mut generics = TokenStream::new();
            // The default of a constant may have braces too: the body is the last token.
            let body = loop {
                match input.parse()? {
                    TokenTree::Group(body) if input.is_empty() => break body.stream(),
                    token => generics.extend([token]),
                }
            };
            Ok(Self { attributes, visibility, generics, name, body })
        };
        parser.parse2(item)
    }
}

/// A variant with its fields.
pub(crate) struct Variant {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) fields: Vec<Field>,
    /// The parentheses or braces of the fields.
    pub(crate) group: Option<Group>,
}

/// A field with its name, where it has one, and where its type begins.
pub(crate) struct Field {
    pub(crate) name: Option<Ident>,
    pub(crate) span: Span,
}

impl Parse for Variant {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attributes = parse_attributes(input)?;
        let name = input.parse()?;
        let has_fields = input.peek(Paren) || input.peek(Brace);
        let group = if has_fields { Some(input.parse::<Group>()?) } else { None };
        let fields = match &group {
            Some(group) => parse_fields.parse2(group.stream())?,
            None => Vec::new(),
        };
        // A discriminant.
        while !input.is_empty() && !input.peek(Token![,]) {
            input.parse::<TokenTree>()?;
        }
        input.parse::<Option<Token![,]>>()?;
        Ok(Self { attributes, name, fields, group })
    }
}

/// All variants of an enum.
pub(crate) fn parse_variants(input: ParseStream<'_>) -> syn::Result<Vec<Variant>> {
    let mut variants = Vec::new();
    while !input.is_empty() {
        variants.push(input.parse()?);
    }
    Ok(variants)
}

fn parse_fields(input: ParseStream<'_>) -> syn::Result<Vec<Field>> {
    let mut fields = Vec::new();
    while !input.is_empty() {
        parse_attributes(input)?;
        parse_visibility(input)?;
        let is_named = input.peek(Ident::peek_any) && input.peek2(Token![:]) && !input.peek2(Token![::]);
        let mut name = None;
        if is_named {
            name = Some(input.parse()?);
            input.parse::<Token![:]>()?;
        }
        fields.push(Field { name, span: input.span() });
        skip_type(input)?;
        input.parse::<Option<Token![,]>>()?;
    }
    Ok(fields)
}

/// Up to the comma that no angle brackets enclose.
fn skip_type(input: ParseStream<'_>) -> syn::Result<()> {
    let mut depth = 0;
    while !(input.is_empty() || depth == 0 && input.peek(Token![,])) {
        if input.parse::<Option<Token![->]>>()?.is_some() {
            continue;
        }
        match input.parse()? {
            TokenTree::Punct(punct) if punct.as_char() == '<' => depth += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' => depth -= 1,
            _ => {}
        }
    }
    Ok(())
}

fn parse_attributes(input: ParseStream<'_>) -> syn::Result<Vec<Attribute>> {
    let mut attributes = Vec::new();
    while input.peek(Token![#]) {
        let pound: Token![#] = input.parse()?;
        let group: Group = input.parse()?;
        let parser = |content: ParseStream<'_>| {
            let root = content.parse::<Option<Token![::]>>()?;
            let first = content.call(Ident::parse_any).ok();
            let name = if root.is_none() { first.clone() } else { None };
            let mut last = first;
            while content.parse::<Option<Token![::]>>()?.is_some() {
                last = Some(content.call(Ident::parse_any)?);
            }
            let arguments = if content.peek(Paren) { Some(content.parse()?) } else { None };
            content.parse::<TokenStream>()?;
            Ok((name, last, arguments))
        };
        let (name, last, arguments) = parser.parse2(group.stream())?;
        attributes.push(Attribute { tokens: quote!(#pound #group), name, last, arguments });
    }
    Ok(attributes)
}

/// `pub`, `pub(crate)`, `pub(in path)` or nothing.
fn parse_visibility(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let Some(public) = input.parse::<Option<Token![pub]>>()? else { return Ok(TokenStream::new()) };
    if input.peek(Paren) {
        let ahead = input.fork().parse::<Group>()?.stream().into_iter().next();
        let first = ahead.map(|token| token.to_string());
        // A tuple may follow the `pub` of a field.
        if first.is_some_and(|first| ["crate", "self", "super", "in"].contains(&first.as_str())) {
            let scope: Group = input.parse()?;
            return Ok(quote!(#public #scope));
        }
    }
    Ok(quote!(#public))
}

/// A path without arguments, `::ineo_codes` or `crate::codes::StatusCode`.
pub(crate) fn parse_path(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let root: Option<Token![::]> = input.parse()?;
    let mut path = quote!(#root);
    loop {
        let segment = input.call(Ident::parse_any)?;
        path.extend(quote!(#segment));
        let Some(separator) = input.parse::<Option<Token![::]>>()? else { return Ok(path) };
        path.extend(quote!(#separator));
    }
}

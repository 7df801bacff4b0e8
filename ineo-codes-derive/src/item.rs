//! The enum below a macro, as far as the macros look into it.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

use crate::brackets::Brackets;
use crate::cursor::{Cursor, is_punct};
use crate::error::Error;

/// `#[…] pub enum Name<…> { … }`.
pub(crate) struct Item {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: TokenStream,
    /// What stands between the name and the braces: parameters and a `where` clause.
    pub(crate) generics: TokenStream,
    pub(crate) name: Ident,
    /// What stands in the braces.
    pub(crate) body: Group,
}

/// `#[name(arguments)]`, or any other attribute.
pub(crate) struct Attribute {
    pub(crate) tokens: TokenStream,
    path: TokenStream,
    /// With their parentheses, so that what is missing at their end is missed there.
    arguments: Option<Group>,
}

impl Attribute {
    pub(crate) fn is(&self, name: &str) -> bool {
        self.path.to_string() == name
    }

    /// Whether this is the attribute macro `name`, by any path.
    pub(crate) fn is_macro(&self, name: &str) -> bool {
        let last = self.path.clone().into_iter().last();
        last.is_some_and(|last| last.to_string() == name) && self.arguments.is_some()
    }

    /// What is in the parentheses.
    pub(crate) fn arguments(&self) -> Result<Cursor, Error> {
        self.arguments.as_ref().map(Cursor::within).ok_or_else(|| {
            Error::at(&self.tokens, format!("write the arguments in parentheses: `#[{}(…)]`", self.path))
        })
    }
}

impl Item {
    /// Reads an enum; anything else is an error at the word that says what it is, with `otherwise` for a text.
    pub(crate) fn parse(item: TokenStream, otherwise: &str) -> Result<Self, Error> {
        let mut cursor = Cursor::new(item, Span::call_site());
        let attributes = parse_attributes(&mut cursor);
        let visibility = parse_visibility(&mut cursor);
        let keyword = cursor.word().ok_or_else(|| cursor.error(otherwise))?;
        if keyword != "enum" {
            return Err(Error::new(keyword.span(), otherwise));
        }
        let name = cursor.word().ok_or_else(|| cursor.error("name the enum"))?;
        let mut generics = Vec::new();
        while let Some(token) = cursor.token() {
            generics.push(token);
        }
        // The default of a constant may have braces too: the body is the last token.
        let Some(TokenTree::Group(body)) = generics.pop() else {
            return Err(cursor.error("the braces of the enum are missing: write `{}`"));
        };
        Ok(Self { attributes, visibility, generics: generics.into_iter().collect(), name, body })
    }
}

/// A variant with its fields.
pub(crate) struct Variant {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) fields: Vec<Field>,
    /// Where the parentheses or braces of the fields are.
    pub(crate) fields_span: Span,
}

/// A field with its name, where it has one, and where its type begins.
pub(crate) struct Field {
    pub(crate) name: Option<Ident>,
    pub(crate) span: Span,
}

/// All variants of an enum.
pub(crate) fn parse_variants(body: &Group) -> Result<Vec<Variant>, Error> {
    let mut cursor = Cursor::within(body);
    let mut variants = Vec::new();
    while !cursor.is_empty() {
        let attributes = parse_attributes(&mut cursor);
        let name = cursor.word().ok_or_else(|| cursor.error("name the variant"))?;
        let group = cursor.group(Delimiter::Parenthesis).or_else(|| cursor.group(Delimiter::Brace));
        // A discriminant may follow.
        while cursor.token().is_some_and(|token| !is_punct(&token, ',')) {}
        variants.push(Variant {
            attributes,
            fields_span: group.as_ref().map_or(name.span(), Group::span),
            name,
            fields: group.as_ref().map(parse_fields).unwrap_or_default(),
        });
    }
    Ok(variants)
}

fn parse_fields(group: &Group) -> Vec<Field> {
    let mut cursor = Cursor::within(group);
    let mut fields = Vec::new();
    while !cursor.is_empty() {
        parse_attributes(&mut cursor);
        parse_visibility(&mut cursor);
        let mut span = cursor.span();
        // The type may begin with a word too, of a path.
        let name = cursor.word().filter(|_| !cursor.is_next("::") && cursor.is_next(":"));
        if name.is_some() {
            cursor.eat(":");
            span = cursor.span();
        }
        fields.push(Field { name, span });
        // The type ends at the comma that no angle brackets enclose.
        let mut brackets = Brackets::default();
        while cursor.token().is_some_and(|token| brackets.pass(&token) > 0 || !is_punct(&token, ',')) {}
    }
    fields
}

fn parse_attributes(cursor: &mut Cursor) -> Vec<Attribute> {
    let mut attributes = Vec::new();
    let parse = |cursor: &mut Cursor| {
        cursor.eat("#")?;
        cursor.group(Delimiter::Bracket)
    };
    while let Some((group, tokens)) = cursor.with_tokens(parse) {
        let mut cursor = Cursor::within(&group);
        let path = cursor.path().unwrap_or_default();
        attributes.push(Attribute { tokens, path, arguments: cursor.group(Delimiter::Parenthesis) });
    }
    attributes
}

/// `pub`, `pub(crate)`, `pub(in path)` or nothing.
fn parse_visibility(cursor: &mut Cursor) -> TokenStream {
    let parse = |cursor: &mut Cursor| {
        cursor.keyword("pub")?;
        // A tuple may follow the `pub` of a field.
        let Some(TokenTree::Group(group)) = cursor.peek() else { return Some(()) };
        let is_scope =
            ["crate", "self", "super", "in"].iter().any(|scope| Cursor::within(group).keyword(scope).is_some());
        if is_scope {
            cursor.group(Delimiter::Parenthesis);
        }
        Some(())
    };
    cursor.with_tokens(parse).map(|((), visibility)| visibility).unwrap_or_default()
}

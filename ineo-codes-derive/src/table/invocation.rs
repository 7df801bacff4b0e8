//! The macro's arguments and the enum below it.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Data, DeriveInput, Error, Ident, LitStr, Path, Token, Visibility, parse_quote};

use super::source::{Location, Source};
use super::{Reading, expand, read};

/// `#[codes(path, …)] #[…] pub enum Name {}`.
pub(crate) struct Invocation {
    pub(super) path: LitStr,
    pub(super) location: Location,
    /// The name of the enum of categories.
    pub(super) category: Ident,
    /// The path of the crate `ineo-codes`.
    pub(super) krate: Path,
    /// What passes through to the enum.
    pub(super) attributes: Vec<Attribute>,
    pub(super) visibility: Visibility,
    pub(super) name: Ident,
    /// What is wrong with the invocation itself; the enum can be made all the same.
    errors: Vec<Error>,
}

impl Invocation {
    pub(crate) fn new(arguments: TokenStream, item: TokenStream) -> Result<Self, TokenStream> {
        let rejected = |error: Error| {
            let error = error.into_compile_error();
            quote! { #error #item }
        };
        let arguments: Arguments = syn::parse2(arguments).map_err(rejected)?;
        let input: DeriveInput = syn::parse2(item.clone()).map_err(rejected)?;
        let mut errors = Vec::new();
        match &input.data {
            Data::Enum(data) => {
                if let Some(variant) = data.variants.first() {
                    let message = "the variants come from the table: leave the enum empty, `{}`, and add a row instead";
                    errors.push(Error::new_spanned(variant, message));
                }
            }
            Data::Struct(data) => return Err(rejected(Error::new_spanned(&data.struct_token, ON_ENUMS))),
            Data::Union(data) => return Err(rejected(Error::new_spanned(&data.union_token, ON_ENUMS))),
        }
        if !input.generics.params.is_empty() || input.generics.where_clause.is_some() {
            let generics = &input.generics;
            let place = if generics.params.is_empty() {
                generics.where_clause.to_token_stream()
            } else {
                generics.to_token_stream()
            };
            errors.push(Error::new_spanned(place, "an enum of codes is not generic: remove this"));
        }
        let category =
            arguments.category.unwrap_or_else(|| Ident::new(&format!("{}Category", input.ident), input.ident.span()));
        if category == input.ident {
            errors.push(Error::new_spanned(
                &category,
                "the enum of the codes has this name: name the categories otherwise",
            ));
        }
        let location = Location::new(&arguments.path.value());
        Ok(Self {
            location,
            path: arguments.path,
            category,
            krate: arguments.krate.unwrap_or_else(|| parse_quote!(::ineo_codes)),
            attributes: input.attrs,
            visibility: input.vis,
            name: input.ident,
            errors,
        })
    }

    pub(super) fn expand(self) -> TokenStream {
        let name = self.path.value();
        let source = self.location.resolve().and_then(|path| Source::read(&name, &path));
        let errors = self.errors.iter().map(Error::to_compile_error);
        let expansion = match source {
            Ok(source) => self.expand_table(&read(&source)),
            Err(reason) => {
                let error = Error::new_spanned(&self.path, reason).into_compile_error();
                let stand_in = expand::stand_in(&self);
                quote! { #error #stand_in }
            }
        };
        quote! { #(#errors)* #expansion }
    }

    /// The expansion for a table that has been read; a fault becomes a compile error.
    pub(crate) fn expand_table(&self, reading: &Reading) -> TokenStream {
        let faults = reading.faults.iter().map(|fault| Error::new_spanned(&self.path, fault).into_compile_error());
        let items = reading.table.as_ref().map_or_else(|| expand::stand_in(self), |table| expand::expand(table, self));
        let tracking = expand::tracking(self);
        quote! { #(#faults)* #items #tracking }
    }
}

const ON_ENUMS: &str = "`codes` makes an enum: put it on an empty one, `pub enum Name {}`";

/// What stands in the parentheses of `#[codes(…)]`.
struct Arguments {
    path: LitStr,
    category: Option<Ident>,
    krate: Option<Path>,
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if !input.peek(LitStr) {
            let message = "name the table, `#[codes(\"codes.toml\")]`: a path relative to the package's Cargo.toml, or \
                           from `$OUT_DIR/` on";
            return Err(input.error(message));
        }
        let path: LitStr = input.parse()?;
        if std::path::Path::new(&path.value()).has_root() {
            return Err(Error::new_spanned(path, "the path is relative to the package's Cargo.toml: remove the root"));
        }
        let mut arguments = Self { path, category: None, krate: None };
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if input.is_empty() {
                break;
            }
            let twice = |option: &dyn std::fmt::Display| input.error(format!("the option `{option}` is given twice"));
            if input.peek(Token![crate]) {
                let option: Token![crate] = input.parse()?;
                if arguments.krate.is_some() {
                    return Err(Error::new_spanned(option, twice(&"crate")));
                }
                input.parse::<Token![=]>()?;
                arguments.krate = Some(input.call(Path::parse_mod_style)?);
                continue;
            }
            let option: Ident = input.parse()?;
            if option != "category" {
                let message =
                    format!("`codes` has no option `{option}`: its options are `category = Name` and `crate = path`");
                return Err(Error::new_spanned(option, message));
            }
            if arguments.category.is_some() {
                return Err(Error::new_spanned(&option, twice(&option)));
            }
            input.parse::<Token![=]>()?;
            arguments.category = Some(input.parse()?);
        }
        Ok(arguments)
    }
}

//! The macro's arguments and the enum below it.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Error, Ident, LitStr, Token};

use ineo_codes_table::{Options, Reading, Source, generate, read, stand_in};

use crate::item::{Item, parse_path};
use crate::location::{Location, shown};

/// `#[codes(path, …)] #[…] pub enum Name {}`.
pub(crate) struct Invocation {
    path: LitStr,
    location: Location,
    options: Options,
    /// What is wrong with the invocation itself; the enum can be made all the same.
    errors: Vec<Error>,
}

impl Invocation {
    #[allow(clippy::needless_pass_by_value, reason = "a macro is handed both")]
    pub(crate) fn new(arguments: TokenStream, item: TokenStream) -> Result<Self, TokenStream> {
        let rejected = |error: Error| {
            let error = error.into_compile_error();
            quote! { #error #item }
        };
        let Arguments { path, category, krate, mut errors } = syn::parse2(arguments).map_err(rejected)?;
        let input = Item::parse(item.clone(), ON_ENUMS).map_err(rejected)?;
        if !input.body.is_empty() {
            let message = "the variants come from the table: leave the enum empty, `{}`, and add a row instead";
            errors.push(Error::new_spanned(&input.body, message));
        }
        if !input.generics.is_empty() {
            errors.push(Error::new_spanned(&input.generics, "an enum of codes is not generic: remove this"));
        }
        let default = || Ident::new(&format!("{}Category", input.name.unraw()), input.name.span());
        let category = match category {
            Some(category) if category == input.name => {
                let message = "the enum of the codes has this name: name the categories otherwise";
                errors.push(Error::new_spanned(&category, message));
                default()
            }
            category => category.unwrap_or_else(default),
        };
        let location = Location::new(&path.value());
        let attributes = input.attributes.iter().map(|attribute| &attribute.tokens);
        let options = Options {
            attributes: quote!(#(#attributes)*),
            visibility: input.visibility,
            name: input.name,
            category,
            krate: krate.unwrap_or_else(|| quote!(::ineo_codes)),
        };
        Ok(Self { path, location, options, errors })
    }

    pub(crate) fn expand(self) -> TokenStream {
        let source = self.location.resolve().and_then(|path| Source::read(&shown(&path), &path));
        let errors = self.errors.iter().map(Error::to_compile_error);
        let expansion = match source {
            Ok(source) => self.expand_table(&source, &read(&source)),
            Err(reason) => self.stand_in(&reason),
        };
        quote! { #(#errors)* #expansion }
    }

    /// The expansion for a table that has been read; a fault becomes a compile error.
    fn expand_table(&self, source: &Source, reading: &Reading) -> TokenStream {
        let faults = reading.render(source);
        let faults = faults.iter().map(|fault| Error::new_spanned(&self.path, fault).into_compile_error());
        let items = match &reading.table {
            Some(table) => generate(table, &self.options).unwrap_or_else(|reason| self.stand_in(reason)),
            None => stand_in(&self.options),
        };
        let tracking = self.tracking();
        quote! { #(#faults)* #items #tracking }
    }

    /// An error at the path, and the enum without variants.
    fn stand_in(&self, reason: &str) -> TokenStream {
        let error = Error::new_spanned(&self.path, reason).into_compile_error();
        let stand_in = stand_in(&self.options);
        quote! { #error #stand_in }
    }

    /// Makes the compiler read the table's file, so that a change to it rebuilds the crate. The path is put together by
    /// the compiler, and so is no part of what is compiled.
    fn tracking(&self) -> TokenStream {
        let (variable, path) = self.location.parts();
        quote! {
            const _: &[::core::primitive::u8] =
                ::core::include_bytes!(::core::concat!(::core::env!(#variable), "/", #path));
        }
    }
}

const ON_ENUMS: &str = "`codes` makes an enum: put it on an empty one, `pub enum Name {}`";

/// What stands in the parentheses of `#[codes(…)]`.
struct Arguments {
    path: LitStr,
    category: Option<Ident>,
    krate: Option<TokenStream>,
    /// What is wrong with the options; the table can be read all the same.
    errors: Vec<Error>,
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
        let mut arguments = Self { path, category: None, krate: None, errors: Vec::new() };
        while !input.is_empty() {
            if let Err(error) = arguments.option(input) {
                arguments.errors.push(error);
                // What follows is no option that could be told.
                input.parse::<TokenStream>()?;
            }
        }
        Ok(arguments)
    }
}

impl Arguments {
    /// Reads a comma, and the option behind it, if there is one.
    fn option(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        input.parse::<Token![,]>()?;
        if input.is_empty() {
            return Ok(());
        }
        let option = input.call(Ident::parse_any)?;
        let is_twice = match option.to_string().as_str() {
            "crate" => self.krate.is_some(),
            "category" => self.category.is_some(),
            _ => {
                let message =
                    format!("`codes` has no option `{option}`: its options are `category = Name` and `crate = path`");
                return Err(Error::new_spanned(option, message));
            }
        };
        if is_twice {
            return Err(Error::new_spanned(&option, format!("the option `{option}` is given twice")));
        }
        input.parse::<Token![=]>()?;
        if option == "crate" {
            self.krate = Some(input.call(parse_path)?);
        } else {
            self.category = Some(input.parse()?);
        }
        Ok(())
    }
}

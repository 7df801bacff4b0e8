//! The macro's arguments and the enum below it.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Error, Ident, LitStr, Token};

use ineo_codes_table::{Options, Reading, Source, generate, read, stand_in};

use crate::item::{Item, parse_path};
use crate::location::Location;

/// `#[codes(path, …)] #[…] pub enum Name {}`.
pub(crate) struct Invocation {
    path: LitStr,
    /// Where the table is, or why there can't be one.
    location: Result<Location, String>,
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
        let input = Item::parse(item.clone(), ON_ENUMS).map_err(rejected)?;
        let default = || Ident::new(&format!("{}Category", input.name.unraw()), input.name.span());
        let (again, attributes): (Vec<_>, Vec<_>) =
            input.attributes.iter().partition(|attribute| attribute.is_macro("codes"));
        let attributes = attributes.iter().map(|attribute| &attribute.tokens);
        let mut options = Options {
            attributes: quote!(#(#attributes)*),
            visibility: input.visibility.clone(),
            name: input.name.clone(),
            category: default(),
            krate: quote!(::ineo_codes),
        };
        let arguments = syn::parse2(arguments).map_err(|error| {
            let (error, stand_in) = (error.into_compile_error(), stand_in(&options));
            quote! { #error #stand_in }
        })?;
        let Arguments { path, location, category, krate, mut errors } = arguments;
        if !input.body.is_empty() {
            let message = "the variants come from the table: leave the enum empty, `{}`, and add a row instead";
            errors.push(Error::new_spanned(&input.body, message));
        }
        if !input.generics.is_empty() {
            errors.push(Error::new_spanned(&input.generics, "an enum of codes is not generic: remove this"));
        }
        match category {
            Some(category) if category == input.name => {
                let message = "the enum of the codes has this name: name the categories otherwise";
                errors.push(Error::new_spanned(&category, message));
            }
            Some(category) => options.category = category,
            None => {}
        }
        for attribute in again {
            let message = "`codes` is already on this enum: an enum has one table, remove one of the two";
            errors.push(Error::new_spanned(&attribute.tokens, message));
        }
        if let Some(krate) = krate {
            options.krate = krate;
        }
        Ok(Self { path, location, options, errors })
    }

    pub(crate) fn expand(self) -> TokenStream {
        let errors = self.errors.iter().map(Error::to_compile_error);
        let expansion = match &self.location {
            Ok(location) => match location.read() {
                Ok(source) => self.expand_table(&source, &read(&source), location),
                Err(reason) => self.stand_in(&reason),
            },
            Err(reason) => self.stand_in(reason),
        };
        quote! { #(#errors)* #expansion }
    }

    /// The expansion for a table that has been read; a fault becomes a compile error.
    fn expand_table(&self, source: &Source, reading: &Reading, location: &Location) -> TokenStream {
        let faults = reading.render(source);
        let faults = faults.iter().map(|fault| Error::new_spanned(&self.path, fault).into_compile_error());
        let items = match &reading.table {
            Some(table) => generate(table, &self.options).unwrap_or_else(|reason| self.stand_in(reason)),
            None => stand_in(&self.options),
        };
        let tracking = location.tracking();
        quote! { #(#faults)* #items #tracking }
    }

    /// An error at the path, and the enum without variants.
    fn stand_in(&self, reason: &str) -> TokenStream {
        let error = Error::new_spanned(&self.path, reason).into_compile_error();
        let stand_in = stand_in(&self.options);
        quote! { #error #stand_in }
    }
}

const ON_ENUMS: &str = "`codes` makes an enum: put it on an empty one, `pub enum Name {}`";

/// What stands in the parentheses of `#[codes(…)]`.
struct Arguments {
    path: LitStr,
    location: Result<Location, String>,
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
        let location = Location::new(&path.value());
        let mut arguments = Self { path, location, category: None, krate: None, errors: Vec::new() };
        while !input.is_empty() {
            if let Err(error) = arguments.option(input) {
                arguments.errors.push(error);
                // What follows may belong to the faulty option.
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
        let wanted = if option == "crate" { "crate = path" } else { "category = Name" };
        let wanted = |_: Error| input.error(format!("write `{wanted}`"));
        input.parse::<Token![=]>().map_err(wanted)?;
        // The value without its quotes is used all the same, so that nothing else is reported.
        let quoted: Option<LitStr> = input.peek(LitStr).then(|| input.parse()).transpose()?;
        if option == "crate" {
            self.krate = Some(match &quoted {
                Some(text) => text
                    .parse_with(parse_path)
                    .map_err(|_| Error::new_spanned(text, "write a path, such as `crate = ::ineo_codes`"))?,
                None => input.call(parse_path).map_err(wanted)?,
            });
        } else {
            self.category = Some(match &quoted {
                Some(text) => text
                    .parse()
                    .map_err(|_| Error::new_spanned(text, "write a name, such as `category = GatewayCategory`"))?,
                None => input.parse().map_err(wanted)?,
            });
        }
        match quoted {
            Some(text) => {
                Err(Error::new_spanned(&text, format!("write it without quotes: `{option} = {}`", text.value())))
            }
            None => Ok(()),
        }
    }
}

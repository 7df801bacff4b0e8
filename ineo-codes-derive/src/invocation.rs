//! The macro's arguments and the enum below it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use ineo_codes_table::{Options, Reading, Source, generate, read, stand_in};

use crate::cursor::Cursor;
use crate::error::Error;
use crate::item::Item;
use crate::literal::Text;
use crate::location::Location;

/// `#[codes(path, …)] #[…] pub enum Name {}`.
pub(crate) struct Invocation {
    /// Where the path is in the arguments.
    path: Span,
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
            let error = error.to_compile_error();
            quote! { #error #item }
        };
        let input = Item::parse(item.clone(), ON_ENUMS).map_err(rejected)?;
        let (again, attributes): (Vec<_>, Vec<_>) =
            input.attributes.iter().partition(|attribute| attribute.is_macro("codes"));
        let attributes = attributes.iter().map(|attribute| &attribute.tokens);
        let mut options = Options {
            attributes: quote!(#(#attributes)*),
            visibility: input.visibility.clone(),
            name: input.name.clone(),
            category: format_ident!("{}Category", input.name),
            krate: quote!(::ineo_codes),
        };
        let arguments = Arguments::parse(arguments).map_err(|error| {
            let (error, stand_in) = (error.to_compile_error(), stand_in(&options));
            quote! { #error #stand_in }
        })?;
        let Arguments { path, location, category, krate, mut errors } = arguments;
        let variants = input.body.stream();
        if !variants.is_empty() {
            let message = "the variants come from the table: leave the enum empty, `{}`, and add a row instead";
            errors.push(Error::at(&variants, message));
        }
        if !input.generics.is_empty() {
            errors.push(Error::at(&input.generics, "an enum of codes is not generic: remove this"));
        }
        match category {
            Some(category) if category == input.name => {
                let message = "the enum of the codes has this name: name the categories otherwise";
                errors.push(Error::new(category.span(), message));
            }
            Some(category) => options.category = category,
            None => {}
        }
        for attribute in again {
            let message = "`codes` is already on this enum: an enum has one table, remove one of the two";
            errors.push(Error::at(&attribute.tokens, message));
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
        let faults = faults.iter().map(|fault| Error::new(self.path, fault).to_compile_error());
        let items = match &reading.table {
            Some(table) => generate(table, &self.options).unwrap_or_else(|reason| self.stand_in(reason)),
            None => stand_in(&self.options),
        };
        let tracking = location.tracking();
        quote! { #(#faults)* #items #tracking }
    }

    /// An error at the path, and the enum without variants.
    fn stand_in(&self, reason: &str) -> TokenStream {
        let error = Error::new(self.path, reason).to_compile_error();
        let stand_in = stand_in(&self.options);
        quote! { #error #stand_in }
    }
}

const ON_ENUMS: &str = "`codes` makes an enum: put it on an empty one, `pub enum Name {}`";

/// What stands in the parentheses of `#[codes(…)]`.
struct Arguments {
    path: Span,
    location: Result<Location, String>,
    category: Option<Ident>,
    krate: Option<TokenStream>,
    /// What is wrong with the options; the table can be read all the same.
    errors: Vec<Error>,
}

impl Arguments {
    fn parse(arguments: TokenStream) -> Result<Self, Error> {
        let mut cursor = Cursor::new(arguments, Span::call_site());
        let path = cursor.text().ok_or_else(|| {
            cursor.error(
                "name the table, `#[codes(\"codes.toml\")]`: a path relative to the package's Cargo.toml, or from \
                 `$OUT_DIR/` on",
            )
        })?;
        let location = Location::new(&path.value);
        let mut arguments = Self { path: path.span(), location, category: None, krate: None, errors: Vec::new() };
        while !cursor.is_empty() {
            if let Err(error) = arguments.option(&mut cursor) {
                arguments.errors.push(error);
                // What follows may belong to the faulty option.
                break;
            }
        }
        Ok(arguments)
    }

    /// Reads a comma, and the option behind it, if there is one.
    fn option(&mut self, cursor: &mut Cursor) -> Result<(), Error> {
        cursor.eat(",").ok_or_else(|| cursor.error("write a `,` before each option"))?;
        if cursor.is_empty() {
            return Ok(());
        }
        let options = "its options are `category = Name` and `crate = path`";
        let option = cursor.word().ok_or_else(|| cursor.error(format!("`codes` has no such option: {options}")))?;
        let (is_twice, wanted) = match option.to_string().as_str() {
            "crate" => (self.krate.is_some(), "crate = path"),
            "category" => (self.category.is_some(), "category = Name"),
            _ => return Err(Error::new(option.span(), format!("`codes` has no option `{option}`: {options}"))),
        };
        if is_twice {
            return Err(Error::new(option.span(), format!("the option `{option}` is given twice")));
        }
        let wanted = |cursor: &Cursor| cursor.error(format!("write `{wanted}`"));
        cursor.eat("=").ok_or_else(|| wanted(cursor))?;
        // The value without its quotes is used all the same, so that nothing else is reported.
        let quoted = cursor.text();
        if option == "crate" {
            self.krate = Some(match &quoted {
                Some(text) => unquoted(text, Cursor::path)
                    .ok_or_else(|| Error::new(text.span(), "write a path, such as `crate = ::ineo_codes`"))?,
                None => cursor.path().ok_or_else(|| wanted(cursor))?,
            });
        } else {
            self.category = Some(match &quoted {
                Some(text) => unquoted(text, Cursor::name)
                    .ok_or_else(|| Error::new(text.span(), "write a name, such as `category = GatewayCategory`"))?,
                None => cursor.name().ok_or_else(|| wanted(cursor))?,
            });
        }
        match quoted {
            Some(text) => Err(Error::new(text.span(), format!("write it without quotes: `{option} = {}`", text.value))),
            None => Ok(()),
        }
    }
}

/// What `read` reads of the text, if that is all of it.
fn unquoted<T>(text: &Text, read: fn(&mut Cursor) -> Option<T>) -> Option<T> {
    let mut cursor = Cursor::quoted(text)?;
    read(&mut cursor).filter(|_| cursor.is_empty())
}

//! The variant of each row.

use std::collections::HashMap;

use heck::ToUpperCamelCase as _;

use super::Checks;
use super::identifier::{identifier, would_be};
use super::meaning::Meanings;
use super::taken::ITEMS;
use crate::document::{Entry, Text};
use crate::fault::Fault;
use crate::source::Span;
use crate::text::quoted;

/// What is cut off a name before a variant is made of it.
pub(super) struct Stripped {
    pub(super) prefixes: Vec<Text>,
    pub(super) suffixes: Vec<Text>,
}

impl Stripped {
    /// The name without the longest prefix and the longest suffix that it has.
    fn of<'a>(&self, name: &'a str) -> &'a str {
        let mut behind = name;
        for prefix in &self.prefixes {
            match name.strip_prefix(prefix.value.as_str()) {
                Some(rest) if rest.len() < behind.len() => behind = rest,
                _ => {}
            }
        }
        let mut stripped = behind;
        for suffix in &self.suffixes {
            match behind.strip_suffix(suffix.value.as_str()) {
                Some(rest) if rest.len() < stripped.len() => stripped = rest,
                _ => {}
            }
        }
        stripped
    }
}

impl Checks<'_> {
    /// The row's variant, if it is valid and no row before has it. `is_blameless` says that no fault has been reported
    /// for the row that would cause a fault of the variant too.
    pub(super) fn variant(
        &self,
        variant: &Entry<Text>,
        name: Option<&Text>,
        stripped: &Stripped,
        variants: &mut HashMap<String, Span>,
        known: &Meanings,
        is_blameless: bool,
    ) -> Option<String> {
        let (made, span) = match (variant, name) {
            (Entry::Given(variant), _) => (variant.value.clone(), &variant.span),
            (_, Some(name)) => (stripped.of(&name.value).to_upper_camel_case(), &name.span),
            (_, None) => return None,
        };
        let is_given = matches!(variant, Entry::Given(_));
        let is_blameless = is_given || is_blameless && variant.is_absent();
        let made = match check_variant(&made) {
            Ok(made) => made,
            Err(reason) => {
                if is_blameless {
                    let title = match (is_given, name) {
                        (false, Some(name)) => {
                            format!("the name {} does not give a variant: {reason}", quoted(&name.value))
                        }
                        _ => format!("{} can't be a variant: {reason}", quoted(&made)),
                    };
                    let label = if is_given { String::new() } else { would_be(&made) };
                    let help = if is_given {
                        "use a Rust name in UpperCamelCase, such as `NotFound`"
                    } else {
                        "give the row a `variant`, a Rust name such as `NotFound`"
                    };
                    self.fault(Fault::new(span, title).label(label).help(help));
                }
                return None;
            }
        };
        if known.categories.predicates.contains_key(&made) || known.columns.has(&made) {
            if is_blameless {
                let title = format!("{} can't be a variant: the enum has a method of that name", quoted(&made));
                let fault = Fault::new(span, title).label("would hide the method");
                self.fault(fault.help("use a Rust name in UpperCamelCase, such as `NotFound`"));
            }
            return None;
        }
        if let Some(first) = variants.get(&made) {
            if is_blameless {
                let shown = quoted(&made);
                let fault = Fault::new(span, format!("two rows give the variant {shown}"));
                let fault = fault.label(format!("gives {shown} again")).second(first, format!("first gives {shown}"));
                self.fault(fault.help("give one of the rows a `variant` of its own"));
            }
            return None;
        }
        variants.insert(made.clone(), span.clone());
        Some(made)
    }
}

/// The variant of a row, or why `variant` can't be it.
pub(super) fn check_variant(variant: &str) -> Result<String, &'static str> {
    let variant = identifier(variant)?;
    if variant == "Unrecognized" {
        return Err("this variant is for codes outside the table");
    }
    if ITEMS.contains(&variant.as_str()) {
        return Err("the enum has an associated item of that name");
    }
    Ok(variant)
}

//! Codes in JSON Schema.

use alloc::borrow::Cow;
use alloc::format;
use alloc::vec::Vec;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use crate::{Code, Text};

/// The impl of schemars, where this crate has the feature.
#[doc(hidden)]
#[macro_export]
macro_rules! __schemars {
    ($codes:ident $name:literal $title:literal) => {
        /// Any code, with the listed ones described.
        impl $crate::__private::schemars::JsonSchema for $codes {
            fn schema_name() -> $crate::__private::Cow<'static, ::core::primitive::str> {
                $crate::__private::Cow::Borrowed($name)
            }

            fn schema_id() -> $crate::__private::Cow<'static, ::core::primitive::str> {
                $crate::__private::Cow::Borrowed(::core::concat!(::core::module_path!(), "::", $name))
            }

            fn json_schema(
                generator: &mut $crate::__private::schemars::SchemaGenerator,
            ) -> $crate::__private::schemars::Schema {
                $crate::__private::json_schema::<Self>($title, generator)
            }
        }
    };
}

/// `anyOf` the listed codes, each with its name and message, and any other. With `oneOf` a listed code would match twice,
/// and be refused.
pub fn json_schema<C: Code>(title: &str, generator: &mut SchemaGenerator) -> Schema
where
    C::Repr: JsonSchema + Into<Value>,
{
    let listed = C::ALL.iter().map(|code| {
        let value: Value = code.code().into();
        json_schema!({ "const": value, "title": code.name(), "description": code.message() })
    });
    let mut codes: Vec<Schema> = listed.collect();
    let mut other = C::Repr::json_schema(generator);
    other.insert("description".into(), "Any other code.".into());
    codes.push(other);
    let mut schema = json_schema!({ "anyOf": codes });
    if !title.is_empty() {
        schema.insert("description".into(), title.into());
    }
    schema
}

/// A string of up to `N` bytes.
impl<const N: usize> JsonSchema for Text<N> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Text_{N}").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        // JSON Schema counts characters, of which a text has no more than bytes.
        json_schema!({ "type": "string", "maxLength": N })
    }
}

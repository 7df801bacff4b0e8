//! Codes in descriptions of APIs, by the `OpenAPI` specification.

use serde_json::Value;
use utoipa::PartialSchema;
use utoipa::openapi::schema::{AnyOfBuilder, ObjectBuilder, SchemaType, Type};
use utoipa::openapi::{RefOr, Schema};

use crate::{Code, Text};

/// The impls of utoipa, where this crate has the feature.
#[doc(hidden)]
#[macro_export]
macro_rules! __utoipa {
    ($codes:ident $name:literal $title:literal) => {
        /// Any code, with the listed ones described.
        impl $crate::__private::utoipa::PartialSchema for $codes {
            fn schema() -> $crate::__private::utoipa::openapi::RefOr<$crate::__private::utoipa::openapi::Schema> {
                $crate::__private::open_api::<Self>($title)
            }
        }

        impl $crate::__private::utoipa::ToSchema for $codes {
            fn name() -> $crate::__private::Cow<'static, ::core::primitive::str> {
                $crate::__private::Cow::Borrowed($name)
            }
        }
    };
}

/// `anyOf` the listed codes, each with its name and message, and any other. With `oneOf` a listed code would match twice,
/// and be refused.
pub fn open_api<C: Code>(title: &str) -> RefOr<Schema>
where
    C::Repr: PartialSchema + Into<Value>,
{
    let listed = C::ALL.iter().map(|code| {
        let value: Value = code.code().into();
        ObjectBuilder::new()
            .schema_type(SchemaType::AnyValue)
            .enum_values(Some([value]))
            .title(Some(code.name()))
            .description(Some(code.message()))
    });
    let codes = listed.fold(AnyOfBuilder::new(), AnyOfBuilder::item).item(C::Repr::schema());
    RefOr::T(codes.description((!title.is_empty()).then_some(title)).into())
}

/// A string of up to `N` bytes.
impl<const N: usize> PartialSchema for Text<N> {
    fn schema() -> RefOr<Schema> {
        // A schema counts characters, of which a text has no more than bytes.
        RefOr::T(ObjectBuilder::new().schema_type(Type::String).max_length(Some(N)).into())
    }
}

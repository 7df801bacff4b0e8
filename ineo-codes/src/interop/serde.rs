//! How codes are read with serde.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserializer, Error, Unexpected, Visitor};

use crate::{Code, Representation};

/// The impls of serde, where this crate has the feature: a `cfg` in generated code would ask the user's.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($codes:ident) => {
        /// As the number.
        impl $crate::__private::serde::Serialize for $codes {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serde::Serialize::serialize(&self.code(), serializer)
            }
        }

        /// From a number, in human-readable formats from a decimal string too.
        impl<'de> $crate::__private::serde::Deserialize<'de> for $codes {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize(deserializer)
            }
        }
    };
}

/// `Deserialize` of every code.
///
/// # Errors
///
/// Where the input is no integer in the range of the representation, nor, in a human-readable format, such a number
/// written as a string.
pub fn deserialize<'de, C: Code, D: Deserializer<'de>>(deserializer: D) -> Result<C, D::Error> {
    let visitor = NumberVisitor { accepts_text: deserializer.is_human_readable(), codes: PhantomData };
    if visitor.accepts_text {
        return deserializer.deserialize_any(visitor);
    }
    // Other formats don't describe themselves: the type of the number has to be asked for.
    let is_signed = C::Repr::MIN.into() < 0;
    match (size_of::<C::Repr>(), is_signed) {
        (1, false) => deserializer.deserialize_u8(visitor),
        (2, false) => deserializer.deserialize_u16(visitor),
        (4, false) => deserializer.deserialize_u32(visitor),
        (_, false) => deserializer.deserialize_u64(visitor),
        (1, true) => deserializer.deserialize_i8(visitor),
        (2, true) => deserializer.deserialize_i16(visitor),
        (4, true) => deserializer.deserialize_i32(visitor),
        (_, true) => deserializer.deserialize_i64(visitor),
    }
}

struct NumberVisitor<C> {
    accepts_text: bool,
    codes: PhantomData<C>,
}

impl<C: Code> NumberVisitor<C> {
    fn code<E: Error>(self, number: i128, unexpected: Unexpected<'_>) -> Result<C, E> {
        let code = C::Repr::__from_wide(number).ok_or_else(|| E::invalid_value(unexpected, &self))?;
        Ok(C::from_code(code))
    }
}

impl<C: Code> Visitor<'_> for NumberVisitor<C> {
    type Value = C;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a status code, an integer from {} to {}", C::Repr::MIN, C::Repr::MAX)?;
        f.write_str(if self.accepts_text { ", as a number or a decimal string" } else { "" })
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<C, E> {
        self.code(number.into(), Unexpected::Unsigned(number))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<C, E> {
        self.code(number.into(), Unexpected::Signed(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<C, E> {
        let unexpected = Unexpected::Str(text);
        if !self.accepts_text {
            return Err(E::invalid_type(unexpected, &self));
        }
        text.parse().map(C::from_code).map_err(|_| E::invalid_value(unexpected, &self))
    }
}

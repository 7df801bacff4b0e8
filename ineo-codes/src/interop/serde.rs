//! Serializes and deserializes codes.

use alloc::string::String;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{Error, IgnoredAny, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Code, Integer, Text};

/// The impls for an enum of codes that are integers.
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

        /// From a number, in human-readable formats from a decimal string too. A number with a fraction of zero, such as
        /// `404.0`, is an integer.
        impl<'de> $crate::__private::serde::Deserialize<'de> for $codes {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize(deserializer)
            }
        }
    };
}

/// The impls for an enum of codes that are texts.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_text {
    ($codes:ident) => {
        /// As the code.
        impl $crate::__private::serde::Serialize for $codes {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serde::Serialize::serialize(&self.code(), serializer)
            }
        }

        /// From a code, listed or not. Names are not read.
        impl<'de> $crate::__private::serde::Deserialize<'de> for $codes {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize_text(deserializer)
            }
        }
    };
}

/// As a `str`.
impl<const N: usize> Serialize for Text<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

/// From a string of up to `N` bytes.
impl<'de, const N: usize> Deserialize<'de> for Text<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

/// `Deserialize` of text codes.
///
/// # Errors
///
/// The input is not a string, or is longer than a code may be.
pub fn deserialize_text<'de, const N: usize, C, D>(deserializer: D) -> Result<C, D::Error>
where
    C: Code<Repr = Text<N>>,
    D: Deserializer<'de>,
{
    Text::deserialize(deserializer).map(C::from_code)
}

struct TextVisitor<const N: usize>;

impl<const N: usize> Visitor<'_> for TextVisitor<N> {
    type Value = Text<N>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a status code, a string of up to {N} bytes")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Text<N>, E> {
        Text::new(text).ok_or_else(|| E::invalid_length(text.len(), &self))
    }
}

/// With its feature `arbitrary_precision`, `serde_json` passes a number that does not fit 64 bits as a map with only this
/// key. The value is the number as written.
pub(crate) const NUMBER_KEY: &str = "$serde_json::private::Number";

/// quick-xml passes an element as a map with its text under this key. Attributes have other keys.
pub(crate) const TEXT_KEY: &str = "$text";
const ATTRIBUTE_PREFIX: char = '@';

/// `Deserialize` of integer codes.
///
/// # Errors
///
/// The input is not an integer in the range of the representation, nor, in a human-readable format, such a number written
/// as a string.
pub fn deserialize<'de, C: Code<Repr: Integer>, D: Deserializer<'de>>(deserializer: D) -> Result<C, D::Error> {
    let visitor = CodeVisitor { is_human_readable: deserializer.is_human_readable(), codes: PhantomData };
    if visitor.is_human_readable {
        return deserializer.deserialize_any(visitor);
    }
    // Formats that don't describe themselves need the type of the number.
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

/// The integer with the value of a float, if it is certain which integer was sent.
pub(crate) fn integer(float: f64) -> Option<i64> {
    /// 2^48. From 2^53 on, several integers are rounded to one float, and parsers that are fast rather than exact, such as
    /// that of `serde_json`, are off by some units in the last place: below this limit by less than 1.
    const LIMIT: f64 = 281_474_976_710_656.0;
    #[allow(clippy::cast_possible_truncation, reason = "compared right after")]
    let integer = float as i64;
    #[allow(clippy::cast_precision_loss, clippy::float_cmp, reason = "exact below the limit")]
    (float.abs() < LIMIT && integer as f64 == float).then_some(integer)
}

struct CodeVisitor<C> {
    is_human_readable: bool,
    codes: PhantomData<C>,
}

impl<C: Code<Repr: Integer>> CodeVisitor<C> {
    fn code<E: Error>(&self, number: impl Into<i128>, unexpected: Unexpected<'_>) -> Result<C, E> {
        let code = C::Repr::__from_wide(number.into()).ok_or_else(|| E::invalid_value(unexpected, self))?;
        Ok(C::from_code(code))
    }

    fn code_of_float<E: Error>(&self, float: f64) -> Result<C, E> {
        let unexpected = Unexpected::Float(float);
        match integer(float) {
            Some(integer) => self.code(integer, unexpected),
            None => Err(E::invalid_value(unexpected, self)),
        }
    }

    fn code_of_text<E: Error>(&self, text: &str) -> Result<C, E> {
        text.parse().map(C::from_code).map_err(|_| E::invalid_value(Unexpected::Str(text), self))
    }
}

impl<'de, C: Code<Repr: Integer>> Visitor<'de> for CodeVisitor<C> {
    type Value = C;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a status code, an integer from {} to {}", C::Repr::MIN, C::Repr::MAX)?;
        f.write_str(if self.is_human_readable { ", as a number or a decimal string" } else { "" })
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<C, E> {
        self.code(number, Unexpected::Unsigned(number))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<C, E> {
        self.code(number, Unexpected::Signed(number))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<C, E> {
        self.code_of_float(number)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<C, E> {
        if self.is_human_readable {
            self.code_of_text(text)
        } else {
            Err(E::invalid_type(Unexpected::Str(text), &self))
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<C, A::Error> {
        // Formats that are not human-readable have neither key, and may have keys that are not strings.
        if !self.is_human_readable {
            return Err(A::Error::invalid_type(Unexpected::Map, &self));
        }
        let mut code = None;
        while let Some(key) = map.next_key::<String>()? {
            match &*key {
                // In XML, blanks around a number have no meaning.
                TEXT_KEY => code = Some(self.code_of_text(map.next_value::<String>()?.trim_ascii())?),
                NUMBER_KEY => {
                    let number: String = map.next_value()?;
                    let float = number.parse().map_err(|_| A::Error::invalid_value(Unexpected::Str(&number), &self))?;
                    code = Some(self.code_of_float(float)?);
                }
                attribute if attribute.starts_with(ATTRIBUTE_PREFIX) => map.next_value().map(|IgnoredAny| ())?,
                _ => return Err(A::Error::invalid_type(Unexpected::Map, &self)),
            }
        }
        code.ok_or_else(|| A::Error::invalid_type(Unexpected::Map, &self))
    }
}

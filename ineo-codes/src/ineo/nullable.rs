//! A result that may be `null` or absent.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::forward_to_deserialize_any;

/// A result that is read before it is known whether the answer is an error, which may come with `null`.
pub(super) enum Nullable<T> {
    Null,
    Value(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Nullable<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_option(NullableVisitor(PhantomData))
    }
}

struct NullableVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for NullableVisitor<T> {
    type Value = Nullable<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a result or null")
    }

    fn visit_none<E: Error>(self) -> Result<Nullable<T>, E> {
        Ok(Nullable::Null)
    }

    fn visit_unit<E: Error>(self) -> Result<Nullable<T>, E> {
        Ok(Nullable::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Nullable<T>, D::Error> {
        T::deserialize(deserializer).map(Nullable::Value)
    }
}

/// Deserializer for a result that is `null` or absent. `Option`, `()` and newtypes of them can be read from both; types that
/// hold any value, such as `serde_json::Value`, from `null`.
pub(super) struct Nothing<E> {
    is_null: bool,
    error: PhantomData<E>,
}

impl<E> Nothing<E> {
    pub(super) const NULL: Self = Self { is_null: true, error: PhantomData };
    pub(super) const ABSENT: Self = Self { is_null: false, error: PhantomData };
}

impl<'de, E: Error> Deserializer<'de> for Nothing<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        if self.is_null { visitor.visit_unit() } else { Err(E::missing_field("result")) }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_none()
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, E> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf seq tuple tuple_struct map
        struct enum identifier
    }
}

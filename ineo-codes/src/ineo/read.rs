//! How answers are read with serde.

use alloc::string::{String, ToString};
use core::fmt::{self, Display};
use core::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::escape::Escaped;
use super::response::{ApiError, Response, codes};
use crate::{ParseCodeError, StatusCode};

const OK: &str = "ok";
const STATUS: &str = "status";
const STATUS_CODE: &str = "status_code";
const MESSAGE: &str = "message";
const RESULT: &str = "result";
const FIELDS: &[&str] = &[OK, STATUS, STATUS_CODE, MESSAGE, RESULT];

/// What a `status` means: a number or a name, with or without a full stop.
pub(super) fn code_of(status: &str) -> Result<StatusCode, ParseCodeError<StatusCode>> {
    status.strip_suffix('.').unwrap_or(status).parse()
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Response<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Response", FIELDS, ResponseVisitor(PhantomData))
    }
}

struct ResponseVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ResponseVisitor<T> {
    type Value = Response<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer of an i-neo web service, an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Response<T>, A::Error> {
        let mut answer = Answer { ok: None, status: None, status_code: None, message: None, result: None };
        while let Some(Key(key)) = map.next_key()? {
            match key {
                Some(OK) => once(OK, &mut answer.ok, || map.next_value())?,
                Some(STATUS) => once(STATUS, &mut answer.status, || map.next_value())?,
                Some(STATUS_CODE) => once(STATUS_CODE, &mut answer.status_code, || map.next_value())?,
                Some(MESSAGE) => once(MESSAGE, &mut answer.message, || map.next_value())?,
                Some(RESULT) if answer.cannot_succeed() => {
                    once(RESULT, &mut answer.result, || map.next_value().map(|IgnoredAny| Nullable::Null))?;
                }
                Some(RESULT) if answer.ok.is_some() => {
                    once(RESULT, &mut answer.result, || map.next_value().map(Nullable::Value))?;
                }
                // Whether the answer succeeds is not known yet: an error may come with a `null`.
                Some(RESULT) => once(RESULT, &mut answer.result, || map.next_value())?,
                _ => map.next_value().map(|IgnoredAny| ())?,
            }
        }
        answer.judge()
    }
}

/// Reads a field that must not have been there before. Errors name it.
fn once<V, E: Error>(field: &'static str, slot: &mut Option<V>, read: impl FnOnce() -> Result<V, E>) -> Result<(), E> {
    if slot.is_some() {
        return Err(E::duplicate_field(field));
    }
    *slot = Some(read().map_err(|error| within(field, &error))?);
    Ok(())
}

/// An error within a field, whose text may quote the input.
fn within<E: Error>(field: &str, error: &impl Display) -> E {
    E::custom(format_args!("`{field}`: {}", Escaped(&error.to_string())))
}

/// The fields of an answer as far as they have been read.
struct Answer<T> {
    ok: Option<bool>,
    status: Option<Status>,
    status_code: Option<StatusCode>,
    message: Option<String>,
    result: Option<Nullable<T>>,
}

impl<'de, T: Deserialize<'de>> Answer<T> {
    /// Whether it is plain already that there is no result to take, whatever follows.
    fn cannot_succeed(&self) -> bool {
        self.ok == Some(false) || self.status_code.is_some_and(|code| !code.is_success())
    }

    fn judge<E: Error>(self) -> Result<Response<T>, E> {
        let ok = self.ok.ok_or_else(|| E::missing_field(OK))?;
        let Status(status) = self.status.unwrap_or_default();
        let code = self.status_code.map_or_else(|| code_of(&status), Ok);
        let possible = codes(&code);
        if !possible.is_empty() && possible.iter().all(|code| code.is_success() != ok) {
            return Err(match self.status_code {
                Some(code) => contradiction(format_args!("`ok` is {ok}, but `{STATUS_CODE}` is {code}")),
                None => contradiction(format_args!("`ok` is {ok}, but `{STATUS}` is {status}")),
            });
        }
        let result = if ok {
            Ok(match self.result {
                Some(Nullable::Value(result)) => result,
                Some(Nullable::Null) => T::deserialize(Nothing::NULL).map_err(|error: E| within(RESULT, &error))?,
                None => T::deserialize(Nothing::ABSENT)
                    .map_err(|_: E| contradiction(format_args!("it reports success, but has no `{RESULT}`")))?,
            })
        } else {
            // An empty message is none.
            let message = self.message.filter(|message| !message.trim().is_empty()).map(String::into_boxed_str);
            Err(ApiError { code, status: status.into_boxed_str(), message })
        };
        Ok(Response { code: code.ok(), result })
    }
}

fn contradiction<E: Error>(how: fmt::Arguments<'_>) -> E {
    E::custom(format_args!("the answer contradicts itself: {how}"))
}

/// The name of a known field, as the constants above have it.
struct Key(Option<&'static str>);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(KeyVisitor)
    }
}

struct KeyVisitor;

impl Visitor<'_> for KeyVisitor {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        self.visit_bytes(name.as_bytes())
    }

    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<Key, E> {
        Ok(Key(FIELDS.iter().copied().find(|field| field.as_bytes() == name)))
    }
}

/// A `status` as sent, a number in decimal.
#[derive(Default)]
struct Status(String);

impl<'de> Deserialize<'de> for Status {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StatusVisitor)
    }
}

struct StatusVisitor;

impl StatusVisitor {
    fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Status, D::Error> {
        StatusCode::deserialize(deserializer).map(|code| Status(code.code().to_string()))
    }
}

impl Visitor<'_> for StatusVisitor {
    type Value = Status;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text or a status code")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Status, E> {
        Ok(Status(text.into()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Status, E> {
        Ok(Status(text))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Status, E> {
        Self::number(number.into_deserializer())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Status, E> {
        Self::number(number.into_deserializer())
    }
}

/// A value of which it is not known yet whether it is needed: `null` is no `T`, but may do.
enum Nullable<T> {
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

/// What stands in for a value that is not there: `Option`, `()` and newtypes of them can do with it, and where it is
/// `null`, so can types that hold anything.
struct Nothing<E> {
    is_null: bool,
    error: PhantomData<E>,
}

impl<E> Nothing<E> {
    const NULL: Self = Self { is_null: true, error: PhantomData };
    const ABSENT: Self = Self { is_null: false, error: PhantomData };
}

impl<'de, E: Error> Deserializer<'de> for Nothing<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        if self.is_null { visitor.visit_unit() } else { Err(E::missing_field(RESULT)) }
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

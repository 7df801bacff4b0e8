//! Reads an answer with serde, and decides what its fields mean together.

use alloc::string::{String, ToString};
use core::fmt::{self, Display};
use core::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::api_error::{ApiError, Candidates};
use super::escape::Escaped;
use super::nullable::{Nothing, Nullable};
use super::response::Response;
use super::sent::Sent;
use crate::StatusCode;

const OK: &str = "ok";
const STATUS: &str = "status";
const STATUS_CODE: &str = "status_code";
const MESSAGE: &str = "message";
const RESULT: &str = "result";
const FIELDS: &[&str] = &[OK, STATUS, STATUS_CODE, MESSAGE, RESULT];

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

/// Reads a field, which must not occur twice. Errors name the field.
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

/// The fields of an answer that have been read so far.
struct Answer<T> {
    ok: Option<bool>,
    status: Option<Sent>,
    status_code: Option<Sent>,
    message: Option<Sent>,
    result: Option<Nullable<T>>,
}

impl<'de, T: Deserialize<'de>> Answer<T> {
    /// Whether the answer has no result, regardless of the fields that follow.
    fn cannot_succeed(&self) -> bool {
        self.ok == Some(false)
            || self.status_code.as_ref().is_some_and(|sent| match sent.code() {
                Some(code) => is_known_error(code),
                None => !matches!(sent, Sent::Null),
            })
    }

    fn judge<E: Error>(mut self) -> Result<Response<T>, E> {
        let ok = self.ok.ok_or_else(|| E::missing_field(OK))?;
        let status = self.status.take().unwrap_or(Sent::Null);
        let status_code = self.status_code.take().unwrap_or(Sent::Null);
        if ok {
            let code = success_code(status, status_code)?;
            Ok(Response { code, result: Ok(self.result()?) })
        } else {
            let error = self.error(status, status_code);
            Ok(Response { code: error.code(), result: Err(error) })
        }
    }

    fn result<E: Error>(self) -> Result<T, E> {
        match self.result {
            Some(Nullable::Value(result)) => Ok(result),
            Some(Nullable::Null) => T::deserialize(Nothing::NULL).map_err(|error: E| within(RESULT, &error)),
            None => T::deserialize(Nothing::ABSENT)
                .map_err(|_: E| contradiction(format_args!("it reports success, but has no `{RESULT}`"))),
        }
    }

    /// The error that the answer reports. Fields may have any type.
    fn error(self, status: Sent, status_code: Sent) -> ApiError {
        let code = status_code.code();
        // A `status_code` that is not a code becomes the status, if that says nothing: so the value isn't lost.
        let has_other_value = code.is_none() && !matches!(status_code, Sent::Null);
        let status = if has_other_value && status.says_nothing() { status_code } else { status };
        let candidates = code.map_or_else(|| status.candidates(), Candidates::One);
        let message = self.message.filter(|sent| !sent.says_nothing()).map(Sent::into_text);
        ApiError {
            candidates,
            status: status.into_text().into_boxed_str(),
            message: message.map(String::into_boxed_str),
        }
    }
}

/// The code of an answer that reports success, if it agrees with that.
fn success_code<E: Error>(status: Sent, status_code: Sent) -> Result<Option<StatusCode>, E> {
    if let Some(code) = status_code.code() {
        return if is_known_error(code) {
            Err(contradiction(format_args!("`{OK}` is true, but `{STATUS_CODE}` is {code}")))
        } else {
            Ok(Some(code))
        };
    }
    if !matches!(status_code, Sent::Null) {
        let sent = status_code.into_text();
        let (min, max) = (u16::MIN, u16::MAX);
        return Err(E::custom(format_args!(
            "`{STATUS_CODE}`: `{}` is not a status code, an integer from {min} to {max}",
            Escaped(&sent),
        )));
    }
    let candidates = status.candidates();
    if !candidates.as_slice().is_empty() && candidates.as_slice().iter().all(|code| is_known_error(*code)) {
        let status = status.into_text();
        return Err(contradiction(format_args!("`{OK}` is true, but `{STATUS}` is {status}")));
    }
    Ok(candidates.one())
}

/// Whether the code is listed, and is not a success.
fn is_known_error(code: StatusCode) -> bool {
    code.is_recognized() && !code.is_success()
}

fn contradiction<E: Error>(how: fmt::Arguments<'_>) -> E {
    E::custom(format_args!("the answer contradicts itself: {how}"))
}

/// A known field, as one of the constants above.
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

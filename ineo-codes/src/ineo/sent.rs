//! The value of a field of any type: an error must not be lost because of an unexpected value.

use alloc::string::{String, ToString};
use core::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::api_error::Candidates;
use crate::StatusCode;
use crate::interop::serde::{NUMBER_KEY, TEXT_KEY, integer};

pub(super) enum Sent {
    Null,
    Bool(bool),
    /// A number that is a code, such as `404` or `404.0`.
    Code(StatusCode),
    /// Any other number, as written, or a text.
    Text(String),
    /// The numbers and texts in a list or an object, joined.
    Joined(String),
}

impl Sent {
    /// The code, if this is a number or a decimal number as text. A name is not.
    pub(super) fn code(&self) -> Option<StatusCode> {
        match self {
            Self::Code(code) => Some(*code),
            Self::Text(text) => text.parse().ok().map(StatusCode::from_code),
            Self::Null | Self::Bool(_) | Self::Joined(_) => None,
        }
    }

    /// The codes that this may mean as a status: of a number or a name, with or without a full stop.
    pub(super) fn candidates(&self) -> Candidates {
        match self {
            Self::Code(code) => Candidates::One(*code),
            Self::Text(text) => Candidates::of_status(text),
            Self::Null | Self::Bool(_) | Self::Joined(_) => Candidates::NONE,
        }
    }

    /// Whether this tells a person nothing.
    pub(super) fn says_nothing(&self) -> bool {
        match self {
            Self::Null | Self::Bool(_) => true,
            Self::Code(_) => false,
            Self::Text(text) | Self::Joined(text) => text.trim().is_empty(),
        }
    }

    /// The text for a person.
    pub(super) fn into_text(self) -> String {
        match self {
            Self::Null => String::new(),
            Self::Bool(value) => value.to_string(),
            Self::Code(code) => code.code().to_string(),
            Self::Text(text) | Self::Joined(text) => text,
        }
    }

    fn number(number: impl TryInto<u16> + ToString + Copy) -> Self {
        match number.try_into() {
            Ok(code) => Self::Code(StatusCode::from_code(code)),
            Err(_) => Self::Text(number.to_string()),
        }
    }

    fn float(number: f64, written: &impl ToString) -> Self {
        match integer(number).and_then(|integer| integer.try_into().ok()) {
            Some(code) => Self::Code(StatusCode::from_code(code)),
            None => Self::Text(written.to_string()),
        }
    }
}

impl<'de> Deserialize<'de> for Sent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Seed { depth: 0 }.deserialize(deserializer)
    }
}

/// Values nested deeper are ignored, so that no input overflows the stack or reaches a limit of its format.
const MAX_DEPTH: u8 = 32;

#[derive(Clone, Copy)]
struct Seed {
    depth: u8,
}

impl Seed {
    fn deeper(self) -> Self {
        Self { depth: self.depth + 1 }
    }
}

impl<'de> DeserializeSeed<'de> for Seed {
    type Value = Sent;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Sent, D::Error> {
        if self.depth > MAX_DEPTH {
            return IgnoredAny::deserialize(deserializer).map(|_| Sent::Null);
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed {
    type Value = Sent;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number, a list or an object")
    }

    fn visit_unit<E: Error>(self) -> Result<Sent, E> {
        Ok(Sent::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Sent, E> {
        Ok(Sent::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Sent, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Sent, E> {
        Ok(Sent::Bool(value))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Sent, E> {
        Ok(Sent::number(number))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Sent, E> {
        Ok(Sent::number(number))
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<Sent, E> {
        Ok(Sent::number(number))
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<Sent, E> {
        Ok(Sent::number(number))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Sent, E> {
        Ok(Sent::float(number, &format_args!("{number:?}")))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Sent, E> {
        self.visit_string(text.into())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Sent, E> {
        Ok(Sent::Text(text))
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Sent, E> {
        self.visit_string(String::from_utf8_lossy(bytes).into_owned())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Sent, A::Error> {
        let mut joined = String::new();
        while let Some(sent) = list.next_element_seed(self.deeper())? {
            join(&mut joined, sent);
        }
        Ok(Sent::Joined(joined))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Sent, A::Error> {
        let (mut joined, mut scalar, mut entries) = (String::new(), None, 0_usize);
        // Keys are read like values, since some formats have keys that are not strings.
        while let Some(key) = object.next_key_seed(self.deeper())? {
            let sent = object.next_value_seed(self.deeper())?;
            scalar = match (entries, key, &sent) {
                (0, Sent::Text(key), Sent::Text(text)) if key == TEXT_KEY => Some(Sent::Text(text.clone())),
                (0, Sent::Text(key), Sent::Text(number)) if key == NUMBER_KEY => {
                    Some(Sent::float(number.parse().unwrap_or(f64::NAN), number))
                }
                _ => None,
            };
            entries += 1;
            join(&mut joined, sent);
        }
        Ok(scalar.unwrap_or(Sent::Joined(joined)))
    }
}

fn join(joined: &mut String, sent: Sent) {
    if !sent.says_nothing() {
        if !joined.is_empty() {
            joined.push_str("; ");
        }
        joined.push_str(&sent.into_text());
    }
}

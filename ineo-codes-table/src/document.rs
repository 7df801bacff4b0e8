//! A table file as it was written: which keys it has, with values of the right type.

use crate::fault::Span;

/// A value with its place in the file.
#[derive(Debug, Clone)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

pub(crate) type Text = At<String>;
/// Wide enough for `u64` and `i64`.
pub(crate) type Integer = At<i128>;

/// The value of a key.
#[derive(Debug)]
pub(crate) enum Entry<T> {
    Absent,
    /// There is a value, or a key that was likely meant to be this one, and its fault has been reported. It differs from
    /// `Absent` so that later checks don't also report the key as missing.
    Faulty,
    Given(T),
}

impl<T> Entry<T> {
    pub(crate) fn given(self) -> Option<T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Absent | Self::Faulty => None,
        }
    }

    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    pub(crate) fn and_then<U>(self, read: impl FnOnce(T) -> Option<U>) -> Entry<U> {
        match self {
            Self::Absent => Entry::Absent,
            Self::Faulty => Entry::Faulty,
            Self::Given(value) => read(value).map_or(Entry::Faulty, Entry::Given),
        }
    }
}

/// The texts of an array.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    pub(crate) all: Vec<Text>,
    pub(crate) span: Span,
    /// Whether some of the array's elements were faulty.
    pub(crate) has_faulty: bool,
}

/// The keys of a table file, as they were written.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) header: Header,
    pub(crate) categories: Entry<At<Vec<RawCategory>>>,
    pub(crate) unrecognized: Entry<RawUnrecognized>,
    pub(crate) rows: Entry<Vec<RawRow>>,
}

#[derive(Debug)]
pub(crate) struct Header {
    pub(crate) title: Option<Text>,
    pub(crate) source: Option<Text>,
    pub(crate) repr: Entry<Text>,
    pub(crate) languages: Entry<Texts>,
    pub(crate) partial_languages: Entry<Texts>,
    pub(crate) shared_names: Entry<Texts>,
}

#[derive(Debug)]
pub(crate) struct RawCategory {
    pub(crate) name: Text,
    pub(crate) doc: Option<Text>,
    pub(crate) http: Entry<Integer>,
    pub(crate) is_success: bool,
}

#[derive(Debug)]
pub(crate) struct RawUnrecognized {
    pub(crate) span: Span,
    pub(crate) meaning: RawMeaning,
    pub(crate) message: Entry<RawMessage>,
    pub(crate) ranges: Vec<RawRange>,
}

/// The keys that rows, ranges and `[unrecognized]` share.
#[derive(Debug)]
pub(crate) struct RawMeaning {
    pub(crate) category: Entry<Text>,
    pub(crate) retry: Option<RawRetry>,
}

#[derive(Debug)]
pub(crate) struct RawRange {
    pub(crate) span: Span,
    pub(crate) from: Option<Integer>,
    pub(crate) to: Option<Integer>,
    pub(crate) meaning: RawMeaning,
}

#[derive(Debug)]
pub(crate) struct RawRow {
    pub(crate) span: Span,
    pub(crate) code: Option<Integer>,
    pub(crate) name: Option<Text>,
    pub(crate) aliases: Entry<Texts>,
    pub(crate) variant: Entry<Text>,
    pub(crate) meaning: RawMeaning,
    pub(crate) message: Entry<RawMessage>,
    pub(crate) deprecated: Option<Text>,
}

#[derive(Debug)]
pub(crate) enum RawMessage {
    /// One text, for a table of one language.
    Plain(Text),
    /// The texts by language tag; `None` for a faulty text.
    Languages(At<Vec<(Text, Option<Text>)>>),
}

#[derive(Debug)]
pub(crate) enum RawRetry {
    Never,
    Backoff,
    After(Integer),
}

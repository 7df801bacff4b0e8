//! A table file as it was written: which keys it has, with values of the right type.

use crate::source::Span;

/// A value with its place in the file.
#[derive(Clone)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

pub(crate) type Text = At<String>;
/// Wide enough for `u64` and `i64`.
pub(crate) type Integer = At<i128>;

/// The value of a key.
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

/// The values of an array.
pub(crate) struct Array<T> {
    pub(crate) all: Vec<T>,
    pub(crate) span: Span,
    /// Whether some of the array's elements were faulty.
    pub(crate) has_faulty: bool,
}

pub(crate) type Texts = Array<Text>;

/// The keys of a table file.
pub(crate) struct Document {
    pub(crate) header: Header,
    pub(crate) columns: Entry<Vec<RawColumn>>,
    pub(crate) categories: Entry<At<Vec<RawCategory>>>,
    pub(crate) unrecognized: Entry<RawUnrecognized>,
    pub(crate) rows: Entry<Vec<RawRow>>,
}

/// The keys of `[table]`.
pub(crate) struct Header {
    pub(crate) title: Option<Text>,
    pub(crate) source: Option<Text>,
    pub(crate) repr: Entry<Text>,
    pub(crate) max_length: Entry<Integer>,
    pub(crate) radix: Entry<Integer>,
    pub(crate) languages: Entry<Texts>,
    pub(crate) partial_languages: Entry<Texts>,
    pub(crate) messages: Entry<Text>,
    pub(crate) shared_names: Entry<Texts>,
    pub(crate) strip_prefix: Vec<Text>,
    pub(crate) strip_suffix: Vec<Text>,
    pub(crate) reserved_codes: Vec<RawCodes>,
    pub(crate) reserved_names: Vec<Text>,
}

/// A code as it was written, of a table of either kind.
#[derive(Clone)]
pub(crate) enum RawCode {
    Integer(Integer),
    Text(Text),
}

impl RawCode {
    pub(crate) fn span(&self) -> &Span {
        match self {
            Self::Integer(At { span, .. }) | Self::Text(At { span, .. }) => span,
        }
    }
}

/// A code, or all codes of a range.
pub(crate) enum RawCodes {
    One(RawCode),
    Range { from: Integer, to: Integer, span: Span },
}

pub(crate) struct RawCategory {
    pub(crate) name: Text,
    pub(crate) doc: Option<Text>,
    pub(crate) http: Entry<Integer>,
    pub(crate) retry: Option<RawRetry>,
    pub(crate) is_success: bool,
    pub(crate) codes: Vec<RawCodes>,
}

/// A column that the table declares.
pub(crate) struct RawColumn {
    pub(crate) name: Text,
    /// The type, by name.
    pub(crate) kind: Option<Text>,
    pub(crate) optional: Option<At<bool>>,
    pub(crate) default: Option<At<RawValue>>,
    pub(crate) doc: Option<Text>,
}

impl RawColumn {
    /// Whether its values are texts in each language.
    pub(crate) fn is_message(&self) -> bool {
        self.kind.as_ref().is_some_and(|kind| kind.value == "message")
    }
}

/// The value of a column.
pub(crate) enum RawValue {
    Text(String),
    Boolean(bool),
    Integer(i128),
    Languages(Vec<(Text, Option<Text>)>),
    /// Something that no column can hold, in words.
    Other(&'static str),
    /// Already reported.
    Faulty,
}

pub(crate) struct RawUnrecognized {
    pub(crate) span: Span,
    pub(crate) meaning: RawMeaning,
    pub(crate) ranges: Vec<RawRange>,
}

/// The keys that rows, ranges and `[unrecognized]` share.
pub(crate) struct RawMeaning {
    pub(crate) category: Entry<Text>,
    pub(crate) http: Entry<Integer>,
    pub(crate) retry: Option<RawRetry>,
    pub(crate) message: Entry<RawMessage>,
    /// In the order of the columns; `None` for a column that has no value here.
    pub(crate) values: Vec<Option<At<RawValue>>>,
}

pub(crate) struct RawRange {
    pub(crate) span: Span,
    pub(crate) from: Entry<Integer>,
    pub(crate) to: Entry<Integer>,
    pub(crate) prefix: Entry<Text>,
    pub(crate) name: Option<Text>,
    pub(crate) meaning: RawMeaning,
}

pub(crate) struct RawRow {
    pub(crate) span: Span,
    pub(crate) code: Option<RawCode>,
    pub(crate) name: Entry<Text>,
    pub(crate) aliases: Entry<Texts>,
    pub(crate) variant: Entry<Text>,
    pub(crate) meaning: RawMeaning,
    pub(crate) deprecated: Option<Text>,
}

pub(crate) enum RawMessage {
    /// One text, for a table of one language.
    Plain(Text),
    /// The texts by language tag; `None` for a faulty text.
    Languages(At<Vec<(Text, Option<Text>)>>),
}

pub(crate) enum RawRetry {
    Never,
    Backoff,
    After(Integer),
}

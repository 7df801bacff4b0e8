//! The model that templates see, and that `--to json` writes. `schema/export.schema.json` describes it.

use serde::{Serialize, Serializer};

/// A table, with what each code answers worked out.
#[derive(Debug, Serialize)]
pub(crate) struct Model {
    /// The version of this format.
    pub(crate) version: u32,
    /// The name of the table's file, without its folder.
    pub(crate) file: String,
    /// The name of the type of codes, in `UpperCamelCase`.
    pub(crate) name: String,
    /// The namespace or package, if one was given. Not `namespace`, which is a function of templates.
    pub(crate) namespace_name: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) source: Option<String>,
    /// `u8` to `u64`, `i8` to `i64`, or `text`.
    pub(crate) repr: &'static str,
    pub(crate) is_text: bool,
    /// The smallest and the largest code that `repr` holds; null where codes are texts.
    pub(crate) min: Option<Number>,
    pub(crate) max: Option<Number>,
    /// The most bytes of a code, where codes are texts.
    pub(crate) max_length: Option<usize>,
    /// How codes are shown: 10 or 16.
    pub(crate) radix: u32,
    /// All languages of messages, the default first. Empty in a table without messages.
    pub(crate) languages: Vec<String>,
    /// Those among them in which a message may be missing.
    pub(crate) partial_languages: Vec<String>,
    /// Whether codes have an HTTP status.
    pub(crate) has_http: bool,
    pub(crate) columns: Vec<Column>,
    pub(crate) categories: Vec<Category>,
    /// What codes mean that the table doesn't list.
    pub(crate) unrecognized: Unrecognized,
    /// Names that several codes share on purpose.
    pub(crate) shared_names: Vec<String>,
    /// Every name and alias once, with all codes that have it.
    pub(crate) names: Vec<Named>,
    /// The rows, in the order of the table.
    pub(crate) codes: Vec<Row>,
}

impl Model {
    /// About how many values it has.
    pub(crate) fn values(&self) -> u64 {
        let languages = self.languages.len();
        let columns = self.columns.iter().map(|column| if column.r#type == "message" { 2 * languages } else { 1 });
        let of_answer = 20 + 2 * languages + columns.sum::<usize>();
        let answers = self.codes.len() + self.unrecognized.ranges.len() + 1;
        let names = self.names.iter().map(|named| 1 + 2 * named.codes.len());
        (answers * of_answer + names.sum::<usize>()) as u64
    }
}

/// An integer of up to 64 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(crate) enum Number {
    Signed(i64),
    Unsigned(u64),
}

/// A code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(crate) enum Code {
    Number(Number),
    Text(String),
}

/// Texts by language or name, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Map<T>(pub(crate) Vec<(String, T)>);

#[derive(Debug, Serialize)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// `text`, `bool`, `message`, `u8` to `u64` or `i8` to `i64`.
    pub(crate) r#type: &'static str,
    pub(crate) optional: bool,
    pub(crate) doc: Option<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Category {
    pub(crate) name: String,
    /// The name in `UpperCamelCase`.
    pub(crate) variant: String,
    pub(crate) doc: String,
    pub(crate) http: Option<u16>,
    pub(crate) success: bool,
    /// The advice for its codes that have none of their own.
    pub(crate) retry: Option<Retry>,
}

/// As a table writes it: `"never"`, `"backoff"` or `{"after-seconds": 30}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Retry {
    Never,
    Backoff,
    AfterSeconds(u64),
}

/// What a code answers.
#[derive(Debug, Serialize)]
pub(crate) struct Answer {
    /// The name of the category; null in a table without categories.
    pub(crate) category: Option<String>,
    /// Its variant.
    pub(crate) category_variant: Option<String>,
    /// Whether the category is a success.
    pub(crate) success: bool,
    pub(crate) retry: Retry,
    /// Whether to send the request again.
    pub(crate) retryable: bool,
    /// The delay in seconds, if the table gives one.
    pub(crate) retry_after: Option<u64>,
    pub(crate) http: Option<u16>,
    /// The message in the languages that have one, as the table gives it.
    pub(crate) message: Map<String>,
    /// What is shown in each language: the message, else that of the default language, else the name.
    pub(crate) message_in: Map<String>,
    /// What is shown in the default language; the name in a table without messages.
    pub(crate) default_message: String,
    /// The values of all columns: null, a text, a boolean, an integer, or texts by language.
    pub(crate) columns: Map<Option<Value>>,
    /// For columns of type `message`, the text in each language, with that of the default language where it is missing.
    pub(crate) columns_in: Map<Option<Map<String>>>,
}

/// The value of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(crate) enum Value {
    Text(String),
    Boolean(bool),
    Number(Number),
    Message(Map<String>),
}

#[derive(Debug, Serialize)]
pub(crate) struct Row {
    pub(crate) code: Code,
    /// The code as decimal text, exact also where a program reads numbers as 64-bit floats. A text code as it is.
    pub(crate) text: String,
    /// The code as the table shows it: `0x80010000` where the radix is 16.
    pub(crate) shown: String,
    /// The name on the wire.
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    /// The name, followed by the aliases.
    pub(crate) names: Vec<String>,
    /// In `UpperCamelCase`, and unique.
    pub(crate) variant: String,
    /// The note of a deprecated row.
    pub(crate) deprecated: Option<String>,
    #[serde(flatten)]
    pub(crate) answer: Answer,
}

#[derive(Debug, Serialize)]
pub(crate) struct Unrecognized {
    pub(crate) name: String,
    #[serde(flatten)]
    pub(crate) answer: Answer,
    /// Unlisted codes that answer something else: the first that holds counts. Numbers from `from` to `to`, or texts that
    /// begin with `prefix`, the longest prefixes first.
    pub(crate) ranges: Vec<Range>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Range {
    pub(crate) from: Option<Number>,
    pub(crate) to: Option<Number>,
    pub(crate) prefix: Option<String>,
    /// The range as people read it: `500 to 599`, or `22…`.
    pub(crate) shown: String,
    pub(crate) name: String,
    #[serde(flatten)]
    pub(crate) answer: Answer,
}

/// A name, and the codes that have it.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) codes: Vec<Code>,
    /// The `text` of each code.
    pub(crate) texts: Vec<String>,
    /// How the table shows each code.
    pub(crate) shown: Vec<String>,
    pub(crate) variants: Vec<String>,
}

impl Number {
    /// `number`, which has at most 64 bits.
    pub(super) fn new(number: i128) -> Self {
        match i64::try_from(number) {
            Ok(number) => Self::Signed(number),
            Err(_) => Self::Unsigned(u64::try_from(number).unwrap_or_default()),
        }
    }

    /// The number itself.
    pub(crate) fn get(self) -> i128 {
        match self {
            Self::Signed(number) => number.into(),
            Self::Unsigned(number) => number.into(),
        }
    }
}

impl<T: Serialize> Serialize for Map<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

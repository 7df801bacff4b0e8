//! Keys of a row, and where an input has them: `--map` and `--set`.

use std::fmt;

/// A key of a row, as one writes it: `code`, `message.fa`, `severity`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The number or the text.
    Code,
    /// The name as the service sends it.
    Name,
    /// Other names for the same code.
    Aliases,
    /// The variant of the enum.
    Variant,
    /// One of the table's categories.
    Category,
    /// An HTTP status.
    Http,
    /// Advice on retries.
    Retry,
    /// The message, in the language of this tag if the table has several.
    Message(Option<String>),
    /// Since when, and why, the code is not to be used.
    Deprecated,
    /// A column of the table, in the language of this tag if it is a message.
    Column(String, Option<String>),
}

impl Key {
    /// Reads a key; the error says why it is none.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let (name, tag) = match text.split_once('.') {
            Some((name, tag)) => (name, Some(tag.to_owned())),
            None => (text, None),
        };
        if name.is_empty() || tag.as_ref().is_some_and(|tag| tag.is_empty() || tag.contains('.')) {
            return Err(format!(
                "`{text}` is not a key of a row: write `code`, `name`, `message.en` or a column's name"
            ));
        }
        let plain = match name {
            "code" => Self::Code,
            "name" => Self::Name,
            "aliases" => Self::Aliases,
            "variant" => Self::Variant,
            "category" => Self::Category,
            "http" => Self::Http,
            "retry" => Self::Retry,
            "deprecated" => Self::Deprecated,
            "message" => return Ok(Self::Message(tag)),
            name if is_snake_case(name) => return Ok(Self::Column(name.to_owned(), tag)),
            name => return Err(format!("`{name}` is not a key of a row: a column's name is in snake_case")),
        };
        match tag {
            None => Ok(plain),
            Some(tag) => Err(format!("`{name}` has no languages: write `{name}`, not `{name}.{tag}`")),
        }
    }

    /// The key that a header names, if a table without further columns has it.
    pub(crate) fn of_header(header: &str) -> Option<Self> {
        let header = header.trim();
        // A language's tag is kept as it is written.
        let (name, tag) = header.split_once('.').map_or((header, None), |(name, tag)| (name, Some(tag)));
        let name = name.to_ascii_lowercase();
        let text = tag.map_or_else(|| name.clone(), |tag| format!("{name}.{tag}"));
        Self::parse(&text).ok().filter(|key| !matches!(key, Self::Column(..)))
    }

    /// The first part: the key of the row's TOML table.
    pub(crate) fn root(&self) -> &str {
        match self {
            Self::Code => "code",
            Self::Name => "name",
            Self::Aliases => "aliases",
            Self::Variant => "variant",
            Self::Category => "category",
            Self::Http => "http",
            Self::Retry => "retry",
            Self::Message(_) => "message",
            Self::Deprecated => "deprecated",
            Self::Column(name, _) => name,
        }
    }

    /// The language, if the key has one.
    pub(crate) fn tag(&self) -> Option<&str> {
        match self {
            Self::Message(tag) | Self::Column(_, tag) => tag.as_deref(),
            _ => None,
        }
    }
}

fn is_snake_case(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.tag() {
            Some(tag) => write!(f, "{}.{tag}", self.root()),
            None => f.write_str(self.root()),
        }
    }
}

/// `KEY=COLUMN` or `KEY=VALUE` of the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// What is assigned to.
    pub key: Key,
    /// The column or the value.
    pub value: String,
}

impl std::str::FromStr for Assignment {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (key, value) = text.split_once('=').ok_or_else(|| format!("`{text}` has no `=`"))?;
        if value.trim().is_empty() {
            return Err(format!("nothing is behind the `=` of `{text}`"));
        }
        Ok(Self { key: Key::parse(key.trim())?, value: value.trim().to_owned() })
    }
}

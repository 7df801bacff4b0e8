//! A difference between two tables: whom it concerns, what it is about, and its words.

use std::fmt;

use ineo_codes_table::quoted;

/// Whom a change concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Programs stop compiling, or can't read what they stored.
    Breaking,
    /// Programs do something else.
    Behaviour,
    /// People read something else.
    Text,
    /// Compatible, except for matches that asked to be stopped.
    Added,
}

impl Kind {
    /// All kinds, from the one that matters most.
    pub const ALL: [Self; 4] = [Self::Breaking, Self::Behaviour, Self::Text, Self::Added];

    /// The name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Behaviour => "behaviour",
            Self::Text => "text",
            Self::Added => "added",
        }
    }
}

/// What a change is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The table as a whole.
    Table,
    /// A category, by name.
    Category(String),
    /// A row, by code and name; the old one if it is gone.
    Row {
        /// As it is displayed.
        code: String,
        /// The wire name.
        name: String,
        /// The position in the new table.
        at: Option<usize>,
    },
    /// Codes that neither table lists: "500 to 599".
    Unlisted(String),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table => f.write_str("the table"),
            Self::Category(name) => write!(f, "the category {name}"),
            Self::Row { code, name, .. } if code == name => f.write_str(code),
            Self::Row { code, name, .. } => write!(f, "{code} {name}"),
            Self::Unlisted(codes) => f.write_str(codes),
        }
    }
}

/// One difference between two tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Whom it concerns.
    pub kind: Kind,
    /// What it is about.
    pub subject: Subject,
    /// What differs: `name`, `retry`, `message.fa`, `row`.
    pub what: String,
    /// What the old table says, if it says anything.
    pub old: Option<String>,
    /// What the new table says, if it says anything.
    pub new: Option<String>,
}

impl Change {
    /// The change in words, without its subject.
    #[must_use]
    pub fn words(&self) -> String {
        self.words_with(&quoted)
    }

    /// The change in words, with its values as `quote` writes them.
    pub(super) fn words_with(&self, quote: &dyn Fn(&str) -> String) -> String {
        match (self.what.as_str(), &self.old, &self.new) {
            ("row", Some(_), None) => "dropped".to_owned(),
            ("row", None, _) => "new".to_owned(),
            ("code", Some(old), Some(_)) => format!("renumbered, was {}", quote(old)),
            ("shared name", _, Some(name)) => format!("the name {} is now shared", quote(name)),
            (what, Some(old), None) => format!("{what} {} dropped", quote(old)),
            (what, None, Some(new)) => format!("{what} {} added", quote(new)),
            (what, Some(old), Some(new)) => format!("{what} was {}, is {}", quote(old), quote(new)),
            (what, None, None) => format!("{what} changed"),
        }
    }
}

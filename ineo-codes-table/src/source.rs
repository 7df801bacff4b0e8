//! The text of a table, and places in it by line and column.

use std::cell::OnceCell;
use std::error::Error;
use std::io::{self, Read as _};
use std::ops::Range;
use std::path::Path;
use std::{fmt, fs};

/// A place in the text of a table, in bytes.
pub type Span = Range<usize>;

/// The largest table that is read, in bytes. A table of all 65,536 codes of 16 bits, with long messages in several
/// languages, takes half of it.
const LIMIT: u64 = 64 * 1024 * 1024;

/// A table's text, and the name under which its faults are reported.
#[derive(Debug)]
pub struct Source {
    name: String,
    text: String,
    /// The offsets at which lines begin.
    lines: Vec<usize>,
    headers: OnceCell<Vec<usize>>,
}

/// Why a file could not be read as a table.
#[derive(Debug)]
pub struct ReadError {
    /// The name under which the file's faults would be reported.
    pub name: String,
    /// What is wrong with the file.
    pub reason: Unreadable,
}

/// What is wrong with a file that could not be read.
#[derive(Debug)]
pub enum Unreadable {
    /// There is no such file.
    Missing,
    /// It is a directory.
    Directory,
    /// It is not a regular file, but a device, a socket or the like.
    NotAFile,
    /// It is larger than 64 MiB.
    TooLarge,
    /// It is not UTF-8.
    NotUtf8(NotUtf8),
    /// The operating system refuses to read it.
    Io(io::Error),
}

/// The place from which on a text is not UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotUtf8 {
    /// Counted from one.
    pub line: usize,
    /// Counted from one, in characters.
    pub column: usize,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, reason } = self;
        let reason: &dyn fmt::Display = match reason {
            Unreadable::Missing => return write!(f, "there is no table at `{name}`"),
            Unreadable::Directory => &"it is a directory",
            Unreadable::NotAFile => &"it is not a regular file",
            Unreadable::TooLarge => &"it is larger than 64 MiB",
            Unreadable::NotUtf8(reason) => reason,
            Unreadable::Io(error) => error,
        };
        write!(f, "the table `{name}` can't be read: {reason}")
    }
}

impl fmt::Display for NotUtf8 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "it is not UTF-8 from line {}, column {} on", self.line, self.column)
    }
}

impl Error for ReadError {}

impl Error for NotUtf8 {}

impl Source {
    /// The table `text`, whose faults are reported under `name`.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let mut text = text.into();
        // A byte order mark is not part of the text, and not a column of its first line.
        if text.starts_with('\u{FEFF}') {
            text.drain(..'\u{FEFF}'.len_utf8());
        }
        let mut lines = vec![0];
        for (at, _) in text.match_indices('\n') {
            lines.push(at + 1);
        }
        Self { name: name.into(), text, lines, headers: OnceCell::new() }
    }

    /// Reads the file at `path`, whose faults are reported under `name`.
    ///
    /// # Errors
    ///
    /// If there is no such file, or it is not a regular file, larger than 64 MiB or not UTF-8.
    pub fn read(name: &str, path: &Path) -> Result<Self, ReadError> {
        let error = |reason: Unreadable| ReadError { name: name.to_owned(), reason };
        let of_io = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => Unreadable::Missing,
            _ => Unreadable::Io(error),
        };
        let metadata = fs::metadata(path).map_err(of_io).map_err(error)?;
        if metadata.is_dir() {
            return Err(error(Unreadable::Directory));
        }
        if !metadata.is_file() {
            return Err(error(Unreadable::NotAFile));
        }
        if metadata.len() > LIMIT {
            return Err(error(Unreadable::TooLarge));
        }
        let mut bytes = Vec::new();
        let read = fs::File::open(path).and_then(|file| file.take(LIMIT + 1).read_to_end(&mut bytes));
        let length = read.map_err(of_io).map_err(error)?;
        if length as u64 > LIMIT {
            return Err(error(Unreadable::TooLarge));
        }
        Self::from_bytes(name, bytes).map_err(|reason| error(Unreadable::NotUtf8(reason)))
    }

    /// The table in `bytes`, whose faults are reported under `name`.
    ///
    /// # Errors
    ///
    /// If the bytes are not UTF-8. The error says where.
    pub fn from_bytes(name: &str, bytes: Vec<u8>) -> Result<Self, NotUtf8> {
        let text = String::from_utf8(bytes).map_err(|error| {
            let valid = error.utf8_error().valid_up_to();
            let sound = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
            let sound = Self::new(name, sound);
            let (line, column) = sound.position(sound.text().len());
            NotUtf8 { line, column }
        })?;
        Ok(Self::new(name, text))
    }

    /// The name under which faults are reported.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text, without a byte order mark.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line and the column of a byte offset, both counted from one, the column in characters.
    #[must_use]
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = self.lines[line - 1];
        (line, self.text[start..offset].chars().count() + 1)
    }

    /// The place of a line, counted from one, without its end.
    #[must_use]
    pub fn line(&self, line: usize) -> Span {
        let start = self.lines[line - 1];
        let end = self.lines.get(line).map_or(self.text.len(), |next| next - 1);
        start..start + self.text[start..end].trim_end_matches('\r').len()
    }

    /// The offsets at which lines with a header begin, such as `[table]` or `[[code]]`.
    pub(crate) fn headers(&self) -> &[usize] {
        self.headers.get_or_init(|| headers(&self.text, &self.lines))
    }

    /// The number of the section that `offset` is in; a header begins a section.
    pub(crate) fn section(&self, offset: usize) -> usize {
        self.headers().partition_point(|header| *header <= offset)
    }
}

/// The lines that begin with a bracket, outside of multi-line texts.
fn headers(text: &str, lines: &[usize]) -> Vec<usize> {
    let mut headers = Vec::new();
    let mut quotes: Option<&str> = None;
    for (at, start) in lines.iter().enumerate() {
        let line = &text[*start..lines.get(at + 1).copied().unwrap_or(text.len())];
        if quotes.is_none() && line.trim_start().starts_with('[') {
            headers.push(*start);
        }
        quotes = open_quotes(line, quotes);
    }
    if quotes.is_some() {
        // A text that is never closed would hide everything behind it.
        headers.clear();
        for start in lines {
            if text[*start..].trim_start_matches([' ', '\t']).starts_with('[') {
                headers.push(*start);
            }
        }
    }
    headers
}

/// The quotes of a multi-line text that are open after `line`, if `open` are open before it.
fn open_quotes(line: &str, mut open: Option<&'static str>) -> Option<&'static str> {
    let mut rest = line;
    loop {
        if let Some(quotes) = open {
            let Some(end) = closing(rest, quotes) else { return open.filter(|quotes| quotes.len() == 3) };
            rest = &rest[end..];
        }
        rest = &rest[rest.find(['"', '\'', '#'])?..];
        let quotes = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quotes| rest.starts_with(quotes))?;
        rest = &rest[quotes.len()..];
        open = Some(quotes);
    }
}

/// The end of a text: the offset behind its closing quotes.
fn closing(text: &str, quotes: &str) -> Option<usize> {
    let mut at = 0;
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(quotes.as_bytes()) {
            return Some(at + quotes.len());
        }
        at += if rest[0] == b'\\' && quotes.starts_with('"') { 2 } else { 1 };
    }
    None
}

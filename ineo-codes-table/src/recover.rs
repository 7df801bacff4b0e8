//! Faults of the TOML itself: each is reported and blanked out, so that the rest of the file can still be read.
//!
//! The parser goes on after a fault, but then it guesses: it stops at a key without a value, and after a bracket that is
//! never closed every row is another fault. So each section of a faulty file is parsed on its own, and the lines of a
//! fault are blanked before the section is parsed again.

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use crate::fault::Fault;
use crate::faults::Faults;
use crate::integer::{has_other_digits, meant};
use crate::order::order;
use crate::source::{Source, Span};
use crate::text::quoted;

/// How much of a large file is parsed first. A large file of nothing but faults takes seconds, and hundreds of times its
/// size in memory.
const SAMPLE: usize = 256 * 1024;

/// How much of `text` to read: all of it, unless the file is something else altogether.
pub(crate) fn plausible(text: &str) -> usize {
    let mut size = SAMPLE;
    while size < text.len() {
        let end = floor(text, size);
        let (end, is_line) = text[..end].rfind('\n').map_or((end, true), |at| (at + 1, false));
        let (_, errors) = DeTable::parse_recoverable(&text[..end]);
        // If the sample ends in the middle of a value, its last error means nothing.
        let has_error = errors.iter().any(|error| place(error, text).start + 1 < end);
        if errors.len() > Faults::SHOWN || is_line && has_error {
            return end;
        }
        size *= 8;
    }
    text.len()
}

/// A copy of `text` that can be parsed: faulty lines are blank, and everything else is where it was. Faults go to `faults`.
///
/// `text` is the beginning of the source's text, in which the parser found `errors`.
pub(crate) fn without_faults(
    text: &str,
    root: &DeTable<'_>,
    errors: &[Error],
    source: &Source,
    faults: &Faults<'_>,
) -> String {
    let mut recovery = Recovery { source, faults, text: text.to_owned(), found: 0 };
    let mut start = 0;
    for header in source.headers().iter().copied().chain([text.len()]).take_while(|header| *header <= text.len()) {
        recovery.section(start..header);
        start = header;
    }
    if recovery.found == 0 {
        recovery.conflicts(root, errors);
    }
    if text.len() < source.text().len() {
        recovery.faults.cut_off();
    }
    recovery.text
}

struct Recovery<'a> {
    source: &'a Source,
    faults: &'a Faults<'a>,
    text: String,
    found: usize,
}

impl Recovery<'_> {
    /// Reports the faults of a section one by one, and blanks their lines.
    fn section(&mut self, section: Span) {
        loop {
            if self.found > Faults::SHOWN {
                self.faults.cut_off();
                return;
            }
            let text = &self.text[section.clone()];
            let (root, errors) = DeTable::parse_recoverable(text);
            let Some(first) = errors.iter().min_by_key(|error| place(error, text).start) else { return };
            // Something that is missing at the end is reported at the end of the last line with text.
            let end = text.trim_end().len();
            let at = place(first, text);
            let at = at.start.min(end)..at.end.min(end).max(at.start.min(end));
            let opening =
                enclosing(root.get_ref(), at.start).filter(|value| text[value.start..at.start].contains('\n'));
            let is_open = errors.iter().any(|error| error.message().starts_with("unclosed")) || at.start == end;
            let within = |span: &Span| span.start + section.start..span.end + section.start;

            let fault = match &opening {
                Some(value) if is_open => fault(&within(value), "a value begins here and is never closed"),
                _ => {
                    let token = token(text, at.start);
                    let mut fault = match number_fault(first, &within(&token), &text[token.clone()]) {
                        Some(fault) => fault,
                        None => syntax_fault(first, &within(&at), text.get(at.clone()).unwrap_or_default()),
                    };
                    if first.message() == "duplicate key" {
                        fault = match first_use(root.get_ref(), &text[at.clone()], at.start) {
                            Some(other) => fault.second(&within(&other), "first given here"),
                            None => fault,
                        };
                    } else if let Some(value) = &opening {
                        let start = value.start..value.start + 1;
                        fault = fault.second(&within(&start), "in the value that begins here");
                    }
                    fault
                }
            };
            let from = opening.map_or(at.start, |value| value.start);
            let is_lost = is_header(text, at.start);
            let blanked = if is_lost { 0..text.len() } else { statement(text, from) };
            let blanked = within(&blanked);
            self.faults.push_syntax(fault);
            self.found += 1;
            if is_lost {
                self.faults.lose_header();
            }
            let blank: String = self.text[blanked.clone()].chars().map(blank).collect();
            self.text.replace_range(blanked, &blank);
        }
    }

    /// Reports the errors of a file whose sections are sound by themselves: a key or a header is in two of them.
    fn conflicts(&mut self, root: &DeTable<'_>, errors: &[Error]) {
        let (mut places, mut starts) = (Vec::new(), Vec::new());
        for error in errors {
            let place = place(error, self.source.text());
            starts.push(place.start as i128);
            places.push(place);
        }
        let mut section = None;
        for at in order(&starts) {
            let (place, error) = (&places[at], &errors[at]);
            // A repeated header repeats all of its keys.
            let before = section.replace(self.source.section(place.start));
            if before == section {
                continue;
            }
            let word = self.source.text().get(place.clone()).unwrap_or_default();
            let fault = syntax_fault(error, place, word);
            let other = first_use(root, word, place.start).or_else(|| self.same_header(place.start));
            self.faults.push_syntax(match other {
                Some(other) => fault.second(&other, "first given here"),
                None => fault,
            });
        }
    }

    /// The first header with the same text as the one at `at`.
    fn same_header(&self, at: usize) -> Option<Span> {
        let text = self.source.text();
        let line = |at: usize| text[at..].lines().next().unwrap_or_default().trim();
        let headers = self.source.headers();
        let header = *headers.get(headers.partition_point(|header| *header <= at).checked_sub(1)?)?;
        let first = *headers.iter().find(|other| line(**other) == line(header))?;
        (first < header).then(|| first..first + line(first).len())
    }
}

fn fault(span: &Span, title: &str) -> Fault {
    Fault::new(span, format!("invalid TOML: {title}")).help("close it with the matching bracket or quotes")
}

/// The fault of a number that TOML writes in another way, if `token`, the value with the error, is one.
fn number_fault(error: &Error, span: &Span, token: &str) -> Option<Fault> {
    let number = meant(token).filter(|number| number != token)?;
    let (title, instead) = if has_other_digits(token) {
        ("a number is written in the digits 0 to 9", "; if it is a text, put it in quotes")
    } else {
        (error.message(), "")
    };
    let help = format!("write {}{instead}", quoted(&number));
    Some(Fault::new(span, format!("invalid TOML: {title}")).help(help))
}

fn syntax_fault(error: &Error, span: &Span, word: &str) -> Fault {
    let message = error.message().trim_end_matches(", expected nothing");
    // The parser takes a word for the beginning of `true`, `inf` and so on.
    let is_word = word.starts_with(char::is_alphabetic);
    let is_unquoted = message.starts_with("string values must be quoted")
        || is_word && (message.starts_with("invalid boolean") || message.starts_with("invalid float"));
    let (title, help) = match message {
        _ if is_unquoted && word.is_empty() => ("missing value".to_owned(), "write a value after the `=`".to_owned()),
        _ if is_unquoted => {
            // One of its quotes may be there already.
            let word = word.trim_matches(['"', '\'']);
            ("a text needs quotes".to_owned(), format!("write {}", quoted(&format!("\"{word}\""))))
        }
        "duplicate key" => {
            let help = "remove one of them: only the header `[[code]]` may be repeated";
            (format!("{} is given twice", quoted(word)), help.to_owned())
        }
        message if message.contains("recurs") => {
            (message.to_owned(), "remove some of the brackets: a table of codes needs no such depth".to_owned())
        }
        message => (message.to_owned(), syntax_help(message).to_owned()),
    };
    Fault::new(span, format!("invalid TOML: {title}")).help(help)
}

/// The value at `at`, up to the characters that end a value on its line.
fn token(text: &str, at: usize) -> Span {
    let ends = |c: char| c.is_whitespace() || matches!(c, '=' | ',' | '[' | ']' | '{' | '}' | '#' | '"' | '\'');
    let start = text[..at].char_indices().rev().find(|(_, c)| ends(*c)).map_or(0, |(start, c)| start + c.len_utf8());
    start..text[at..].find(ends).map_or(text.len(), |end| at + end)
}

/// The place of an error, at boundaries of characters.
fn place(error: &Error, text: &str) -> Span {
    let span = error.span().unwrap_or(0..0);
    floor(text, span.start)..floor(text, span.end.max(span.start))
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The value that contains `at`. A table that a header begins is not a value here.
fn enclosing(table: &DeTable<'_>, at: usize) -> Option<Span> {
    fn within(value: &Spanned<DeValue<'_>>, at: usize) -> Option<Span> {
        let span = value.span();
        if span.start < at && at <= span.end {
            return Some(span);
        }
        match value.get_ref() {
            DeValue::Table(table) => enclosing(table, at),
            DeValue::Array(array) => array.iter().find_map(|value| within(value, at)),
            _ => None,
        }
    }
    table.values().find_map(|value| within(value, at))
}

/// The last place before `at` of the key `word`.
fn first_use(table: &DeTable<'_>, word: &str, at: usize) -> Option<Span> {
    let word = word.trim_matches(['"', '\'']);
    let mut last: Option<Span> = None;
    let mut found = |span: Span| {
        if span.start < at && last.as_ref().is_none_or(|last| last.start < span.start) {
            last = Some(span);
        }
    };
    for (key, value) in table {
        if key.get_ref() == word {
            found(key.span());
        }
        let rows = match value.get_ref() {
            DeValue::Table(_) => std::slice::from_ref(value),
            DeValue::Array(array) => array,
            _ => &[],
        };
        for row in rows {
            if let Some(span) = row.get_ref().as_table().and_then(|row| first_use(row, word, at)) {
                found(span);
            }
        }
    }
    last
}

/// Whether `at` is in the line of a header.
fn is_header(text: &str, at: usize) -> bool {
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    start == 0 && text.trim_start().starts_with('[')
}

/// What to do about an error of the parser, by the words that it begins with.
fn syntax_help(message: &str) -> &'static str {
    match message {
        _ if message.starts_with("invalid basic string, expected `\"`") => "close the text with a quote",
        _ if message.starts_with("invalid literal string, expected `'`") => "close the text with a quote",
        _ if message.starts_with("missing comma") => "separate the two with a comma",
        _ if message.starts_with("unexpected key or value, expected newline") => {
            "end the line after the value: only a comment may follow it"
        }
        _ if message.starts_with("invalid unquoted key") => "put an equals sign between a key and its value",
        _ => "see toml.io for how keys and values are written",
    }
}

/// The lines from the one at `at` to the next line with a key and a value.
fn statement(text: &str, at: usize) -> Span {
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let mut end = start;
    for line in text[start..].split_inclusive('\n') {
        let begins =
            line.trim_start().starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '"' | '\''));
        if end > start && begins && line.contains('=') {
            break;
        }
        end += line.len();
    }
    start..end
}

/// Blanks of the same length in bytes. A line stays a line.
fn blank(c: char) -> &'static str {
    match c {
        '\n' => "\n",
        // A carriage return would be a fault by itself.
        c => &"    "[..c.len_utf8()],
    }
}

//! What is wrong with a table, where, and how it is shown.
//!
//! Faults are shown in the form of rustc's own errors, drawn by hand. The crate annotate-snippets draws them too, but
//! every clean build of every user's crate would pay for it: with it the macro's dependencies took 1.2 to 2.1 s of CPU
//! time more, over 4.4 s without it. What is needed of it, one or two places in one file without colours, is the last
//! third of this file.

use std::cell::{Cell, RefCell};
use std::fmt::Write as _;
use std::ops::Range;

use super::source::Source;

/// A place in the text of a table: byte offsets.
pub(super) type Span = Range<usize>;

/// One thing that is wrong with a table.
#[derive(Debug)]
pub(super) struct Fault {
    title: String,
    span: Span,
    label: String,
    second: Option<(Span, String)>,
    help: Option<String>,
    absence: Option<Absence>,
}

impl Fault {
    pub(super) fn new(span: &Span, title: impl Into<String>) -> Self {
        Self { title: title.into(), span: span.clone(), label: String::new(), second: None, help: None, absence: None }
    }

    /// The words beside the underlined place.
    pub(super) fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Another place that matters, such as the first use of a duplicate.
    pub(super) fn second(mut self, span: &Span, label: impl Into<String>) -> Self {
        self.second = Some((span.clone(), label.into()));
        self
    }

    /// What to do.
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Marks a fault that something lacks in its section.
    pub(super) fn absence(mut self) -> Self {
        self.absence = Some(Absence::Here);
        self
    }

    /// Marks a fault that something lacks which may stand anywhere in the file.
    pub(super) fn absence_anywhere(mut self) -> Self {
        self.absence = Some(Absence::Anywhere);
        self
    }
}

/// Where something lacks. It may stand where the TOML is at fault, and could not be read.
#[derive(Debug, Clone, Copy)]
enum Absence {
    Here,
    Anywhere,
}

/// The first faults of a table in the order of the file, and whether there are more.
#[derive(Debug)]
pub(super) struct Faults<'s> {
    source: &'s Source,
    /// The sections whose TOML is at fault, by number and in order.
    spoiled: RefCell<Vec<usize>>,
    /// Whether the header of such a section is, so that what it holds is not known.
    has_lost_header: Cell<bool>,
    /// In the order of the file, at most [`SHOWN`](Self::SHOWN).
    shown: RefCell<Vec<Fault>>,
    has_more: Cell<bool>,
    /// How many more candidates are looked at for suggestions.
    looks: Cell<usize>,
}

impl<'s> Faults<'s> {
    /// How many faults are shown. A table whose every row is wrong is usually wrong in one way.
    pub(super) const SHOWN: usize = 50;

    /// How many candidates are looked at in all: a second's work. In a table with many names and many faults, the first
    /// have suggestions.
    const LOOKS: usize = 50_000;

    pub(super) fn new(source: &'s Source) -> Self {
        Self {
            source,
            spoiled: RefCell::default(),
            has_lost_header: Cell::new(false),
            shown: RefCell::default(),
            has_more: Cell::new(false),
            looks: Cell::new(Self::LOOKS),
        }
    }

    /// Adds a fault of the TOML itself, before any other fault is added.
    pub(super) fn push_syntax(&self, fault: Fault) {
        let section = self.source.section(fault.span.start);
        let mut spoiled = self.spoiled.borrow_mut();
        if let Err(at) = spoiled.binary_search(&section) {
            spoiled.insert(at, section);
        }
        drop(spoiled);
        self.insert(fault);
    }

    /// Says that a header could not be read.
    pub(super) fn lose_header(&self) {
        self.has_lost_header.set(true);
    }

    /// Adds a fault, unless it may only follow from a fault of the TOML.
    pub(super) fn push(&self, fault: Fault) {
        let follows = match fault.absence {
            None => false,
            Some(Absence::Here) => self.is_spoiled(&fault.span) || self.has_lost_header(),
            Some(Absence::Anywhere) => !self.spoiled.borrow().is_empty(),
        };
        if !follows {
            self.insert(fault);
        }
    }

    /// Whether the TOML is at fault in the section at `span`.
    pub(super) fn is_spoiled(&self, span: &Span) -> bool {
        let spoiled = self.spoiled.borrow();
        !spoiled.is_empty() && spoiled.binary_search(&self.source.section(span.start)).is_ok()
    }

    /// Whether a header could not be read, or what stands before the first.
    pub(super) fn has_lost_header(&self) -> bool {
        self.has_lost_header.get() || self.is_spoiled(&(0..0))
    }

    fn insert(&self, fault: Fault) {
        if !self.is_shown_at(&fault.span) {
            self.has_more.set(true);
            return;
        }
        let mut shown = self.shown.borrow_mut();
        let at = shown.partition_point(|other| other.span.start <= fault.span.start);
        shown.insert(at, fault);
        if shown.len() > Self::SHOWN {
            shown.pop();
            self.has_more.set(true);
        }
    }

    /// The candidate that was likely meant by `word`, a word at `span`.
    pub(super) fn likely<'a>(
        &self,
        span: &Span,
        word: &str,
        candidates: impl ExactSizeIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        if !self.is_shown_at(span) {
            return None;
        }
        self.looks.set(self.looks.get().checked_sub(candidates.len())?);
        likely(word, candidates)
    }

    /// Whether a fault at this place is shown, as far as is known by now: what is not shown need not be worded well.
    pub(super) fn is_shown_at(&self, span: &Span) -> bool {
        let shown = self.shown.borrow();
        shown.len() < Self::SHOWN || shown.last().is_some_and(|last| span.start < last.span.start)
    }

    /// Says that there are faults behind those that were looked for.
    pub(super) fn cut_off(&self) {
        self.has_more.set(true);
    }

    /// Each fault as text, in the order of the file.
    pub(super) fn render(&self) -> Vec<String> {
        let mut texts: Vec<String> = self.shown.borrow().iter().map(|fault| render(fault, self.source)).collect();
        if self.has_more.get() {
            texts.push(format!("{} has more faults, which are shown when these are mended", self.source.name()));
        }
        texts
    }
}

/// The candidate that was likely meant by `word`: a letter in three may be wrong.
pub(super) fn likely<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    /// No key, category or type that a table may name is longer, and nobody mistypes a book.
    const LONGEST: usize = 100;
    if word.len() > LONGEST {
        return None;
    }
    let word: Vec<char> = word.to_lowercase().chars().collect();
    let near = candidates.into_iter().filter_map(|candidate| {
        // In a word of two letters one may be wrong, and in a word of one, none.
        let allowed = |length: usize| (length.max(word.len()) / 3).max(usize::from(length.min(word.len()) > 1));
        if candidate.chars().count().abs_diff(word.len()) > allowed(candidate.len()) {
            return None;
        }
        let letters: Vec<char> = candidate.to_lowercase().chars().collect();
        Some((edits(&word, &letters, allowed(letters.len()))?, candidate))
    });
    near.min().map(|(_, candidate)| candidate)
}

/// "did you mean `rate_limited`?", where a candidate is likely.
pub(super) fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    likely(word, candidates).map(|candidate| format!("did you mean {}?", quoted(candidate)))
}

/// The insertions, deletions, replacements and swaps of neighbours that make `b` of `a` (the distance of optimal string
/// alignment), up to `most`.
fn edits(a: &[char], b: &[char], most: usize) -> Option<usize> {
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut row: Vec<usize> = before.clone();
    for i in 1..=a.len() {
        row[0] = i;
        let mut least = i;
        for j in 1..=b.len() {
            let replaced = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
            least = least.min(row[j]);
        }
        if least > most {
            return None;
        }
        (before, above, row) = (above, row, before);
    }
    Some(above[b.len()]).filter(|edits| *edits <= most)
}

/// A word of the table in a sentence: in backticks, and cut where it is long.
pub(super) fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("`{}…`", &text[..end]),
        None => format!("`{text}`"),
    }
}

/// "`a`, `b` and `c`", of which the first few are named.
pub(super) fn listed<'a>(words: impl ExactSizeIterator<Item = &'a str>) -> String {
    const NAMED: usize = 12;
    let count = words.len();
    let named: Vec<String> = words.take(NAMED).map(quoted).collect();
    match named.split_last() {
        _ if count > NAMED => format!("{} and {} more", named.join(", "), count - NAMED),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => "none".to_owned(),
    }
}

/// The characters that steer the direction in which a text is shown, Unicode Standard Annex 9, section 2, but for the
/// marks, which stand for a letter and reorder nothing.
pub(super) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a text holds neither such characters nor control characters, but for line breaks and tabs.
///
/// Nearly every text does, and the macro runs unoptimized: so this looks at bytes, in a plain loop.
pub(super) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b' '..=b'~' | b'\t' | b'\n' | b'\r' => {}
            0..=0x1F | 0x7F => return false,
            // U+0080 to U+009F.
            0xC2 if bytes[at + 1] < 0xA0 => return false,
            0xE2 => match (bytes[at + 1], bytes[at + 2]) {
                (0x80, 0xAA..=0xAE) | (0x81, 0xA6..=0xA9) => return false,
                _ => {}
            },
            _ => {}
        }
        at += 1;
    }
    true
}

fn render(fault: &Fault, source: &Source) -> String {
    let (line, column) = source.position(fault.span.start);
    let mut excerpts = vec![Excerpt::new(source, &fault.span, '^', &fault.label)];
    if let Some((span, label)) = &fault.second {
        let at = usize::from(source.position(span.start).0 >= line);
        excerpts.insert(at, Excerpt::new(source, span, '-', label));
    }
    let gutter = excerpts.iter().map(|excerpt| excerpt.number.to_string().len()).max().unwrap_or(1);

    let mut text = format!("{}\n{:gutter$}--> {}:{line}:{column}", printable(&fault.title), "", source.name());
    let mut above: Option<&Excerpt> = None;
    for excerpt in &excerpts {
        let number = excerpt.number;
        match above {
            None => _ = write!(text, "\n{:gutter$} |", ""),
            Some(above) if number > above.number + 1 => text.push_str("\n..."),
            Some(_) => {}
        }
        if above.is_none_or(|above| (above.number, &above.text) != (number, &excerpt.text)) {
            _ = write!(text, "\n{number:gutter$} | {}", excerpt.text);
            text.truncate(text.trim_end().len());
        }
        let marks = excerpt.mark.to_string().repeat(excerpt.width);
        _ = write!(text, "\n{:gutter$} | {:2$}{marks} ", "", "", excerpt.indent);
        text.push_str(&printable(excerpt.label));
        text.truncate(text.trim_end().len());
        above = Some(excerpt);
    }
    if let Some(help) = &fault.help {
        _ = write!(text, "\n{:gutter$} |\n{:gutter$} = help: {}", "", "", printable(help));
    }
    text
}

/// A line of the table as it is shown, with the columns that are underlined in it.
struct Excerpt<'a> {
    number: usize,
    text: String,
    indent: usize,
    width: usize,
    mark: char,
    label: &'a str,
}

impl<'a> Excerpt<'a> {
    /// How many characters of a line are shown. A longer line is cut around the fault.
    const LONGEST: usize = 140;
    /// How many of them stand before the fault in a line that is cut.
    const BEFORE: usize = 40;

    fn new(source: &Source, span: &Span, mark: char, label: &'a str) -> Self {
        let (number, _) = source.position(span.start);
        let line = source.line(number);
        let text = &source.text()[line.clone()];
        // A fault at a line's end, where something is missing, may stand behind a carriage return.
        let start = span.start.min(line.end) - line.start;
        let end = span.end.clamp(line.start + start, line.end) - line.start;

        let is_long = text.len() > Self::LONGEST && text.chars().nth(Self::LONGEST).is_some();
        let (from, to) = if is_long {
            let before = text[..start].char_indices().rev().nth(Self::BEFORE);
            let from = before.map_or(0, |(at, c)| at + c.len_utf8());
            let to = text[from..].char_indices().nth(Self::LONGEST).map_or(text.len(), |(at, _)| from + at);
            (from, to)
        } else {
            (0, text.len())
        };
        let cut_before = if from > 0 { "…" } else { "" };
        let cut_behind = if to < text.len() { "…" } else { "" };
        Self {
            number,
            text: format!("{cut_before}{}{cut_behind}", printable(&text[from..to])),
            indent: columns(cut_before) + columns(&text[from..start]),
            width: columns(&text[start..end.min(to)]).max(1),
            mark,
            label,
        }
    }
}

/// `text` with everything that would move the cursor or the reading direction shown as an escape.
pub(super) fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' => shown.push_str("    "),
            '\u{2028}' | '\u{2029}' => shown.extend(c.escape_unicode()),
            c if c.is_control() || is_bidi_control(c) => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
    }
    shown
}

/// The columns that `text` takes in a terminal: near enough for the scripts in which messages are written.
fn columns(text: &str) -> usize {
    let width = |c: char| match c {
        // What joins, or does not join, letters takes no room (Persian is full of the zero-width non-joiner); nor do marks
        // above and below letters.
        '\u{200B}'..='\u{200F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{300}'..='\u{36F}'
        | '\u{591}'..='\u{5BD}'
        | '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}'
        | '\u{670}' => 0,
        // Ideographs, kana, hangul, their full-width companions, and pictures.
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE6F}'
        | '\u{FF00}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}'
        | '\u{1F300}'..='\u{3FFFD}' => 2,
        _ => 1,
    };
    printable(text).chars().map(width).sum()
}

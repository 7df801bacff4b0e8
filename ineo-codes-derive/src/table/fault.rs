//! What is wrong with a table, where, and how it is shown.

use std::collections::BTreeSet;
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
    absence: bool,
}

impl Fault {
    pub(super) fn new(span: &Span, title: impl Into<String>) -> Self {
        Self { title: title.into(), span: span.clone(), label: String::new(), second: None, help: None, absence: false }
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

    /// Marks a fault that something lacks. What lacks may stand in a part of the file that the TOML parser had to skip,
    /// so such a fault means nothing in a file with faults of syntax.
    pub(super) fn absence(mut self) -> Self {
        self.absence = true;
        self
    }
}

/// The faults found so far, in the order in which they were found.
#[derive(Debug, Default)]
pub(super) struct Faults {
    /// What the TOML parser reports.
    syntax: Vec<Fault>,
    /// What is wrong with what the parser could read.
    found: Vec<Fault>,
}

impl Faults {
    /// How many faults are shown. A table whose every row is wrong is usually wrong in one way.
    const SHOWN: usize = 50;

    pub(super) fn push(&mut self, fault: Fault) {
        self.found.push(fault);
    }

    pub(super) fn syntax(&mut self, faults: Vec<Fault>) {
        self.syntax = faults;
    }

    /// The faults in the order of the file, without those that may only follow from a fault of syntax: such a fault
    /// spoils the section in which it stands, and hides what the parser skipped.
    fn own(self, source: &Source) -> Vec<Fault> {
        let spoiled: BTreeSet<usize> = self.syntax.iter().map(|fault| source.section(fault.span.start)).collect();
        let follows = |fault: &Fault| {
            let is_spoiled = spoiled.contains(&source.section(fault.span.start));
            is_spoiled || fault.absence && !spoiled.is_empty()
        };
        let found = self.found.into_iter().filter(|fault| !follows(fault));
        let mut own: Vec<Fault> = self.syntax.into_iter().chain(found).collect();
        own.sort_by_key(|fault| fault.span.start);
        own
    }

    /// Each fault as text, in the order of the file.
    pub(super) fn render(self, source: &Source) -> Vec<String> {
        let faults = self.own(source);
        let hidden = faults.len().saturating_sub(Self::SHOWN);
        let mut texts: Vec<String> = faults.iter().take(Self::SHOWN).map(|fault| render(fault, source)).collect();
        if hidden > 0 {
            texts.push(format!("{hidden} more faults in {}, shown when these are mended", source.name()));
        }
        texts
    }
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
    fn new(source: &Source, span: &Span, mark: char, label: &'a str) -> Self {
        let (line, _) = source.position(span.start);
        let full = source.line(line);
        let start = span.start - full.start;
        let end = span.end.clamp(span.start, full.end) - full.start;
        let raw = &source.text()[full];
        Self {
            number: line,
            text: printable(raw),
            indent: columns(&raw[..start]),
            width: columns(&raw[start..end]).max(1),
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
            c if c.is_control() || is_bidi_control(c) => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
    }
    shown
}

/// The columns that `text` takes when it is shown, in a terminal that gives each letter one.
fn columns(text: &str) -> usize {
    // What joins, or does not join, letters takes no room: Persian is full of the zero-width non-joiner.
    printable(text)
        .chars()
        .filter(|c| !matches!(c, '\u{200B}'..='\u{200F}' | '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}'))
        .count()
}

/// The characters that steer the direction in which a text is shown, Unicode Standard Annex 9, section 2, but for the
/// marks, which stand for a letter and reorder nothing.
pub(super) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn render(fault: &Fault, source: &Source) -> String {
    let (line, column) = source.position(fault.span.start);
    let mut excerpts = vec![Excerpt::new(source, &fault.span, '^', &fault.label)];
    if let Some((span, label)) = &fault.second {
        excerpts.push(Excerpt::new(source, span, '-', label));
        excerpts.sort_by_key(|excerpt| excerpt.number);
    }
    let gutter = excerpts.iter().map(|excerpt| excerpt.number.to_string().len()).max().unwrap_or(1);

    let mut text = format!("{}\n{:gutter$}--> {}:{line}:{column}", printable(&fault.title), "", source.name());
    let mut above: Option<usize> = None;
    for excerpt in &excerpts {
        let number = excerpt.number;
        match above {
            None => _ = write!(text, "\n{:gutter$} |", ""),
            Some(above) if number > above + 1 => text.push_str("\n..."),
            Some(_) => {}
        }
        if above != Some(number) {
            _ = write!(text, "\n{number:gutter$} | {}", excerpt.text);
        }
        let marks = excerpt.mark.to_string().repeat(excerpt.width);
        _ = write!(text, "\n{:gutter$} | {:2$}{marks} ", "", "", excerpt.indent);
        text.push_str(&printable(excerpt.label));
        text.truncate(text.trim_end().len());
        above = Some(number);
    }
    if let Some(help) = &fault.help {
        _ = write!(text, "\n{:gutter$} |\n{:gutter$} = help: {}", "", "", printable(help));
    }
    text
}

/// The candidate that was likely meant by `word`, as the end of a sentence, where there is one.
pub(super) fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    candidates
        .into_iter()
        .map(|candidate| (edits(&word.to_lowercase(), &candidate.to_lowercase()), candidate))
        .filter(|(edits, candidate)| *edits <= candidate.chars().count().max(word.chars().count()).div_ceil(3))
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, candidate)| format!("did you mean `{candidate}`?"))
}

/// The insertions, deletions and replacements of letters that make `b` of `a` (Levenshtein's distance).
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

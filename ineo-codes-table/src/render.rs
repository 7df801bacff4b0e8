//! Faults, drawn as rustc draws its own errors.
//!
//! They are drawn by hand. The crate annotate-snippets draws them too, but every clean build of every user's crate would
//! pay for it: with it the macro's dependencies took 1.2 to 2.1 s more CPU time, on top of 4.4 s. What is needed here is one
//! or two places in one file, without colors.

use std::fmt::Write as _;

use crate::fault::Fault;
use crate::source::{Source, Span};
use crate::text::{columns, printable};

impl Fault {
    /// The fault as rustc draws its own errors, with the lines of `source` that it is about.
    #[must_use]
    pub fn render(&self, source: &Source) -> String {
        let (line, column) = source.position(self.span.start);
        let mut excerpts = vec![Excerpt::new(source, &self.span, '^', &self.label)];
        if let Some((span, label)) = &self.second {
            let at = usize::from(source.position(span.start).0 >= line);
            excerpts.insert(at, Excerpt::new(source, span, '-', label));
        }
        let gutter = excerpts.iter().map(|excerpt| excerpt.number.to_string().len()).max().unwrap_or(1);

        let mut text =
            format!("{}\n{:gutter$}--> {}:{line}:{column}", printable(&self.title), "", printable(source.name()));
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
        let help = self.help.as_deref().map(|help| format!("help: {}", printable(help)));
        let others = self.elsewhere(source).map(|others| format!("note: {others}"));
        let notes: Vec<String> = others.into_iter().chain(help).collect();
        if !notes.is_empty() {
            _ = write!(text, "\n{:gutter$} |", "");
        }
        for note in notes {
            _ = write!(text, "\n{:gutter$} = {note}", "");
        }
        text
    }

    /// Where else the same fault is, in words; `None` if nowhere.
    #[must_use]
    pub fn elsewhere(&self, source: &Source) -> Option<String> {
        const LISTED: usize = 5;
        let (own, _) = source.position(self.span.start);
        let (mut lines, mut count, mut before) = (Vec::new(), 0, own);
        for span in &self.others {
            let (line, _) = source.position(span.start);
            if line != own && line != before {
                count += 1;
                if count <= LISTED {
                    lines.push(line.to_string());
                }
            }
            before = line;
        }
        let Some((last, rest)) = lines.split_last() else {
            return match self.others.len() {
                0 => None,
                1 => Some("the line has the same fault once more".to_owned()),
                count => Some(format!("the line has the same fault {count} more times")),
            };
        };
        Some(match (count, rest) {
            (1, _) => format!("line {last} has the same fault"),
            (..=LISTED, rest) => format!("lines {} and {last} have the same fault", rest.join(", ")),
            _ => format!("{count} more lines have the same fault: {}, …", lines.join(", ")),
        })
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

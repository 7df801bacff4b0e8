//! What every text must be: not blank, and free of what could garble a terminal or a page.

use super::Checks;
use crate::document::Text;
use crate::fault::Fault;
use crate::source::Span;
use crate::text::{forbidden, is_blank, is_plain, misleading};

impl Checks<'_> {
    /// Reports characters that make a line of the file look different from what it says.
    pub(super) fn reading_direction(&self) {
        let text = self.source.text();
        if is_plain(text) {
            return;
        }
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            if let Some(at) = misleading(line) {
                let at = start + at;
                let length = text[at..].chars().next().map_or(0, char::len_utf8);
                self.fault(misleads(&(at..at + length)));
            }
            start += line.len();
        }
    }

    /// Reports a text that is blank, or that could garble a terminal or a page. Returns whether it is sound.
    ///
    /// `instead` says what to do with a blank text here.
    pub(super) fn text(&self, what: &str, text: &Text, instead: &str) -> bool {
        if is_blank(&text.value) {
            let (state, label) = if text.value.trim().is_empty() {
                ("is empty", "says nothing")
            } else {
                ("contains invisible characters only", "shows nothing")
            };
            let fault = Fault::new(&text.span, format!("{what} {state}")).label(label);
            self.fault(fault.help(instead));
            return false;
        }
        if is_plain(&text.value) {
            return true;
        }
        let found = text.value.chars().find_map(|c| Some((c, forbidden(c)?)));
        if let Some((c, kind)) = found {
            let title = format!("{what} contains the {kind} {}", c.escape_unicode());
            let fault = Fault::new(&text.span, title).label("would reach terminals and logs");
            self.fault(fault.help("remove it: of such characters, a text may contain line breaks and tabs only"));
            return false;
        }
        // A character that is in the file itself has been reported with its line. An escaped one is found only here.
        let as_written = self.source.text().get(text.span.clone()).unwrap_or_default();
        let is_misleading = misleading(&text.value).is_some();
        if is_misleading && !as_written.lines().any(|line| misleading(line).is_some()) {
            self.fault(misleads(&text.span));
        }
        !is_misleading
    }

    /// The text of an optional key.
    pub(super) fn optional_text(&self, what: &str, key: &str, text: Option<Text>) -> Option<String> {
        let text = text?;
        self.text(what, &text, &format!("write it, or remove the key `{key}`"));
        Some(text.value)
    }
}

pub(super) fn misleads(span: &Span) -> Fault {
    Fault::new(span, "a character makes the text look different from what it says")
        .label("an override, or an embedding or isolate that is never closed")
        .help("remove it: right-to-left text does not need it")
}

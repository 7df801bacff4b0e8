//! What every text must be: not blank, and nothing that could garble a terminal or a page.

use super::Checks;
use crate::document::Text;
use crate::fault::{Fault, Span};
use crate::text::{is_plain, misleading};

impl Checks<'_> {
    /// Text that is shown in another order than it is read could make a table say something else than what it does.
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

    /// What every text must be: there, and without what could garble a terminal or a page. Whether it is.
    pub(super) fn text(&self, what: &str, text: &Text) -> bool {
        if text.value.trim().is_empty() {
            let fault = Fault::new(&text.span, format!("{what} is empty")).label("says nothing");
            self.fault(fault.help("write it, or remove its key if that is not required"));
            return false;
        }
        if is_plain(&text.value) {
            return true;
        }
        if let Some(control) = text.value.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
            let title = format!("{what} holds the control character {}", control.escape_unicode());
            let fault = Fault::new(&text.span, title).label("would reach terminals and logs");
            self.fault(fault.help("leave it out; only line breaks and tabs may stand in a text"));
            return false;
        }
        // What the file shows as it is has been reported with its line; an escape shows only here.
        let as_written = self.source.text().get(text.span.clone()).unwrap_or_default();
        let is_misleading = misleading(&text.value).is_some();
        if is_misleading && !as_written.lines().any(|line| misleading(line).is_some()) {
            self.fault(misleads(&text.span));
        }
        !is_misleading
    }

    pub(super) fn optional_text(&self, what: &str, text: Option<Text>) -> Option<String> {
        let text = text?;
        self.text(what, &text);
        Some(text.value)
    }
}

pub(super) fn misleads(span: &Span) -> Fault {
    Fault::new(span, "a character that lets the text show something else than it says")
        .label("an override, or an embedding or isolate that nothing closes")
        .help("remove it; right-to-left text needs none of them")
}

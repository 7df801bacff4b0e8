//! Escapes what the network sent, to be shown.

use core::fmt::{self, Display};

/// Displays text from the network on one line, with control characters escaped.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(needs_escape) {
            let (safe, from) = rest.split_at(at);
            f.write_str(safe)?;
            let mut characters = from.chars();
            characters.next().map_or(Ok(()), |character| write!(f, "{}", character.escape_default()))?;
            rest = characters.as_str();
        }
        f.write_str(rest)
    }
}

/// Whether a character breaks a line, steers a terminal, or reorders the text around it.
///
/// The joiners U+200C and U+200D, which Persian is written with, do none of that.
fn needs_escape(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            // The Arabic letter mark and the two directional marks.
            '\u{61c}' | '\u{200e}' | '\u{200f}'
            // Line and paragraph separators, embeddings and overrides.
            | '\u{2028}'..='\u{202e}'
            // Isolates, and deprecated controls.
            | '\u{2066}'..='\u{206f}'
        )
}

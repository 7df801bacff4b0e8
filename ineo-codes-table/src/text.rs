//! Texts of a table: what they may hold, and how they are quoted and shown.

/// A word of the table, for a sentence: in backticks, and cut if it is long.
#[must_use]
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("`{}…`", &text[..end]),
        None => format!("`{text}`"),
    }
}

/// A text as the table means it: its lines end in a line feed, however the file was checked out.
pub(crate) fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// "`a`, `b` and `c`"; of many words, the first few and how many more there are.
pub(crate) fn listed(words: &[&str]) -> String {
    const NAMED: usize = 16;
    let count = words.len();
    let named: Vec<String> = words.iter().take(NAMED).map(|word| quoted(word)).collect();
    match named.split_last() {
        _ if count > NAMED => format!("{} and {} more", named.join(", "), count - NAMED),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => "none".to_owned(),
    }
}

/// Whether a character controls the direction in which text is shown: Unicode Standard Annex 9, section 2, without the
/// marks, which count as a letter and reorder nothing.
pub(crate) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character is invisible by itself: Unicode's `Default_Ignorable_Code_Point`, and the blank of Braille.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether a text shows nothing at all.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// `text` with escapes for its invisible characters.
pub(crate) fn revealed(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_invisible(c) { shown.extend(c.escape_unicode()) } else { shown.push(c) }
    }
    shown
}

/// What a character that no text may contain is, if `c` is one.
pub(crate) fn forbidden(c: char) -> Option<&'static str> {
    match c {
        '\n' | '\r' | '\t' => None,
        // Some programs take these for the end of a line, others don't.
        '\u{2028}' => Some("line separator"),
        '\u{2029}' => Some("paragraph separator"),
        '\u{FEFF}' => Some("byte order mark"),
        c => c.is_control().then_some("control character"),
    }
}

/// Whether a text is free of bidirectional controls and of [`forbidden`] characters.
///
/// Nearly every text is, and the macro runs unoptimized, so this is a plain loop over bytes.
pub(crate) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b' '..=b'~' | b'\t' | b'\n' | b'\r' => {}
            0..=0x1F | 0x7F => return false,
            // U+0080 to U+009F.
            0xC2 if bytes[at + 1] < 0xA0 => return false,
            // U+2028 to U+202E, and U+2066 to U+2069.
            0xE2 => match (bytes[at + 1], bytes[at + 2]) {
                (0x80, 0xA8..=0xAE) | (0x81, 0xA6..=0xA9) => return false,
                _ => {}
            },
            // U+FEFF.
            0xEF if bytes[at + 1] == 0xBB && bytes[at + 2] == 0xBF => return false,
            _ => {}
        }
        at += 1;
    }
    true
}

/// The byte offset of the first character in a line that shows the text behind it in another direction: an override, or
/// an embedding or isolate that is not closed before the line ends.
pub(crate) fn misleading(text: &str) -> Option<usize> {
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '\u{202D}' | '\u{202E}' => return Some(at),
            '\u{202A}' | '\u{202B}' => open.push((at, '\u{202C}')),
            '\u{2066}'..='\u{2068}' => open.push((at, '\u{2069}')),
            '\u{202C}' | '\u{2069}' if open.last().is_some_and(|(_, close)| *close == c) => _ = open.pop(),
            '\n' if !open.is_empty() => break,
            _ => {}
        }
    }
    open.first().map(|(at, _)| *at)
}

/// `text`, with escapes for everything that would move the cursor, change the reading direction or stay unseen where
/// that is a mistake.
#[must_use]
pub fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' => shown.push_str("    "),
            '\u{2028}' | '\u{2029}' | '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{3164}' | '\u{FEFF}' => {
                shown.extend(c.escape_unicode());
            }
            c if c.is_control() || is_bidi_control(c) => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
    }
    shown
}

/// How many columns `text` takes in a terminal: near enough for the scripts in which messages are written.
#[must_use]
pub fn columns(text: &str) -> usize {
    let width = |c: char| match c {
        // Joiners and non-joiners take no room (Persian is full of the zero-width non-joiner), nor do combining marks.
        '\u{200C}'..='\u{200F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{300}'..='\u{36F}'
        | '\u{591}'..='\u{5BD}'
        | '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}'
        | '\u{670}' => 0,
        // Ideographs, kana, hangul, full-width forms, and pictographs.
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

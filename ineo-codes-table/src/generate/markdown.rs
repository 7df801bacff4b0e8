//! Texts as Markdown that shows just them.

/// A text as Markdown in a paragraph.
///
/// Only what would mean something is escaped, and no HTML is used: many editors show the Markdown as it is.
pub(super) fn text(text: &str) -> String {
    lines(text, "  \n", "\\|")
}

/// A text as Markdown in the cell of a table: on one line, without a pipe. Not even a backslash keeps every reader from
/// taking a pipe for the end of the cell.
pub(super) fn cell(text: &str) -> String {
    lines(text, "<br>", "&#124;")
}

/// A text as Markdown that shows just it, with `line_break` between its lines, and `pipe` for a pipe.
fn lines(text: &str, line_break: &str, pipe: &str) -> String {
    if is_plain(text) {
        return text.trim().to_owned();
    }
    let mut lines = Vec::new();
    for text in text.split(['\n', '\r']) {
        let text = text.trim();
        if !text.is_empty() {
            lines.push(line(text, pipe));
        }
    }
    lines.join(line_break)
}

/// Whether a text is one line, and has nothing that could mean something in Markdown.
///
/// Most texts are so, and the macro runs unoptimized: so this looks at bytes, in a plain loop.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'a'..=b'z' | b'A'..=b'Z' | b' ' | b',' | b'0'..=b'9' | 0x80.. => {}
            // At the end of a sentence, and not behind the number of a list.
            b'.' if at > 0 && bytes[at - 1].is_ascii_alphabetic() => {}
            _ => return false,
        }
        at += 1;
    }
    true
}

fn line(line: &str, pipe: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    let mut before: Option<char> = None;
    for (at, c) in line.char_indices() {
        let after = line[at + c.len_utf8()..].chars().next();
        let is_first = before.is_none();
        if c == '|' {
            escaped.push_str(pipe);
            before = Some(c);
            continue;
        }
        let is_meant = match c {
            // Emphasis, code, links, HTML, entities; quotation marks, which rustdoc would curl.
            '\\' | '`' | '*' | '[' | '<' | '&' | '~' | '"' | '\'' => true,
            // Emphasis, unless inside of a word.
            '_' => !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)),
            // A bare URL.
            ':' => line[at..].starts_with("://"),
            // What rustdoc would make a dash or an ellipsis of; a list.
            '-' => is_first || before == Some('-'),
            '.' => before == Some('.') || is_number(&line[..at]),
            ')' => is_number(&line[..at]),
            // Headings, quotations, lists.
            '#' | '>' | '+' | '=' => is_first,
            _ => false,
        };
        if is_meant {
            escaped.push('\\');
        }
        escaped.push(c);
        before = Some(c);
    }
    escaped
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A text as code in a paragraph: fenced by more backticks than it has in a row.
pub(super) fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let blank = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{blank}{text}{blank}{fence}")
}

/// A text as code in the cell of a table.
pub(super) fn code_cell(text: &str) -> String {
    // Within backticks no pipe can be written that all readers of tables take for one.
    if text.contains('|') { format!("<code>{}</code>", cell(text)) } else { code(text) }
}

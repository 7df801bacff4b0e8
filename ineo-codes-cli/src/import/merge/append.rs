//! Rows that the table doesn't have yet, written as its last row is.

use std::collections::HashMap;

use heck::ToSnakeCase as _;

use super::edits::next_line;
use super::row::meaning;
use super::style::{Languages, Style};
use super::{Changes, Parsed};
use crate::import::key::Key;
use crate::import::new::{ORDER, dotted};
use crate::import::repr::Code;
use crate::import::rows::{Row, Rows};
use crate::import::value::Meaning;
use crate::import::variant::Variants;
use crate::import::write;

/// New rows, and where they go.
#[derive(Debug, Default)]
pub(super) struct Appended {
    pub(super) text: String,
    pub(super) at: usize,
    /// Where in `text` each row begins, and which row of the input it is.
    pub(super) starts: Vec<(usize, usize)>,
    pub(super) names: Vec<Vec<String>>,
}

/// Writes the rows of the input at these positions.
pub(super) fn rows(parsed: &Parsed<'_>, rows: &Rows, new: &[usize], changes: &mut Changes) -> Appended {
    let Some(last) = parsed.places.last().filter(|_| !new.is_empty()) else { return Appended::default() };
    let text = parsed.text;
    let eol = parsed.eol();
    let style = Style::of(text, last, parsed.row(parsed.places.len() - 1));
    let mut variants = Variants::default();
    parsed.table.rows.iter().for_each(|row| variants.insert(&row.variant));
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let of_new = new.iter().map(|at| &rows.all[*at]).flat_map(|row| row.names.iter().chain(&row.aliases));
    changes.names.iter().flatten().chain(of_new).for_each(|name| *counts.entry(name).or_default() += 1);

    let mut appended = Appended::default();
    if last.is_inline {
        appended.at = last.span.end;
    } else {
        appended.at = next_line(text, last.end());
        if !text[..appended.at].ends_with('\n') {
            appended.text.push_str(eol);
        }
    }
    let mut names_of_new = Vec::new();
    for from in new {
        let row = &rows.all[*from];
        let names = row.called(|name| counts[name] == 1);
        let is_shared = names.first().is_some_and(|name| counts[name.as_str()] > 1);
        let mut pairs = match pairs(parsed, rows, row, &names, &style, is_shared, &mut variants) {
            Ok(pairs) => pairs,
            Err(fault) => {
                changes.faults.push(fault);
                continue;
            }
        };
        pairs.sort_by_key(|(root, ..)| place(root, &style.order));
        if last.is_inline {
            appended.text.push_str(", ");
            appended.starts.push((appended.text.len(), *from));
            let pairs: Vec<String> = pairs.iter().map(|(_, key, value)| format!("{key} = {value}")).collect();
            appended.text.push_str(&format!("{{ {} }}", pairs.join(", ")));
        } else {
            if style.is_spaced {
                appended.text.push_str(eol);
            }
            appended.starts.push((appended.text.len(), *from));
            appended.text.push_str(&format!("[[code]]{eol}"));
            let (below, own): (Vec<&Pair>, Vec<&Pair>) = pairs.iter().partition(|(root, ..)| root == BELOW);
            for (_, key, value) in own {
                appended.text.push_str(&format!("{}{eol}", style.line(key, &value.replace('\n', eol))));
            }
            if let (Languages::Section { header, indent }, false) = (&style.languages, below.is_empty()) {
                appended.text.push_str(&format!("{}{eol}", header.replace('\n', eol)));
                for (_, key, value) in below {
                    appended.text.push_str(&format!("{indent}{key} = {}{eol}", value.replace('\n', eol)));
                }
            }
        }
        names_of_new.push(names);
    }
    appended.names = names_of_new;
    appended
}

/// The place of a key in a row: where its neighbours have it, else where it belongs.
fn place(root: &str, order: &[String]) -> (usize, usize) {
    let rank = |root: &str| ORDER.iter().position(|other| *other == root).unwrap_or(ORDER.len());
    if let Some(at) = order.iter().position(|other| other == root) {
        return (at, 1);
    }
    // Behind the last key of the neighbor that comes before it.
    let before = order.iter().rposition(|other| rank(other) <= rank(root));
    (before.unwrap_or(0), 2 + rank(root))
}

type Pair = (String, String, String);

/// The root of keys that are below a header of their own.
const BELOW: &str = "[code.message]";

/// The keys of a row: their root, how they are written, and their values.
fn pairs(
    parsed: &Parsed<'_>,
    rows: &Rows,
    row: &Row,
    names: &[String],
    style: &Style,
    is_shared: bool,
    variants: &mut Variants,
) -> Result<Vec<Pair>, ineo_codes_table::Fault> {
    let mut pairs: Vec<Pair> = Vec::new();
    let mut push = |root: &str, key: String, value: String| pairs.push((root.to_owned(), key, value));
    let code = match &row.code {
        Code::Text(text) => write::text(text),
        Code::Integer(code) if style.is_hexadecimal => parsed.repr().hexadecimal(*code),
        Code::Integer(code) => code.to_string(),
    };
    push("code", "code".to_owned(), code);
    let given = rows.value(row, &Key::Variant).and_then(|cell| cell.text());
    if let Some((name, aliases)) = names.split_first() {
        push("name", "name".to_owned(), write::text(name));
        if !aliases.is_empty() {
            let aliases: Vec<String> = aliases.iter().map(|alias| write::text(alias)).collect();
            push("aliases", "aliases".to_owned(), format!("[{}]", aliases.join(", ")));
        }
        if given.is_none()
            && let (variant, true) = variants.of_name(name, &row.code, is_shared)
        {
            push("variant", "variant".to_owned(), write::text(&variant));
        }
    } else if given.is_none() {
        let message = rows.all_keys().into_iter().find_map(|key| {
            let is_message = matches!(key, Key::Message(_));
            rows.value(row, &key).filter(|_| is_message).and_then(|cell| cell.text()).map(str::to_owned)
        });
        let variant = variants.of_message(message.as_deref(), &row.code);
        push("name", "name".to_owned(), write::text(&variant.to_snake_case()));
    }
    let mut texts: Vec<(String, String)> = Vec::new();
    for key in rows.all_keys() {
        let Some(cell) = rows.value(row, &key) else { continue };
        let value = meaning(parsed, &key, cell)?;
        if let (Key::Message(tag), Meaning::Text(text)) = (&key, &value) {
            let language = parsed.language(tag.as_deref()).unwrap_or_default();
            texts.push((parsed.table.languages[language].clone(), text.clone()));
        } else {
            push(key.root(), dotted(&key), value.toml());
        }
    }
    texts.sort_by_key(|(tag, _)| style.tags.iter().position(|other| other == tag).unwrap_or(usize::MAX));
    let is_plain = match style.languages {
        Languages::Plain => true,
        Languages::Dotted => parsed.table.languages.len() == 1 && style.tags.is_empty(),
        Languages::Inline | Languages::Section { .. } => false,
    };
    match (&style.languages, texts.as_slice()) {
        (_, []) => {}
        (_, [(_, text)]) if is_plain => push("message", "message".to_owned(), write::text(text)),
        (Languages::Inline, texts) => {
            let texts: Vec<String> =
                texts.iter().map(|(tag, text)| format!("{} = {}", write::key(tag), write::line(text))).collect();
            push("message", "message".to_owned(), format!("{{ {} }}", texts.join(", ")));
        }
        (Languages::Section { .. }, texts) => {
            for (tag, text) in texts {
                push(BELOW, write::key(tag), write::text(text));
            }
        }
        (Languages::Dotted | Languages::Plain, texts) => {
            for (tag, text) in texts {
                push("message", format!("message.{}", write::key(tag)), write::text(text));
            }
        }
    }
    Ok(pairs)
}

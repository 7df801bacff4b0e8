//! One row that both the table and the input have.

use ineo_codes_table::{Fault, Span};
use toml::de::DeTable;

use super::edits::{line_start, next_line};
use super::style::Style;
use super::{Changes, Parsed, array};
use crate::import::key::Key;
use crate::import::new::{ORDER, dotted};
use crate::import::rows::{Row, Rows};
use crate::import::sheet::Cell;
use crate::import::value::{self, Meaning};
use crate::import::write;
use crate::places::{self, Leaf, Place};
use crate::table;

/// Brings the row at `at` up to date with what the input says of its code.
pub(super) fn update(parsed: &Parsed<'_>, at: usize, rows: &Rows, row: &Row, changes: &mut Changes) {
    let mut editor = Editor { parsed, at, place: &parsed.places[at], changes, changed: Vec::new() };
    editor.names(rows, row);
    for key in &rows.keys {
        match rows.given(row, key) {
            Some(cell) => editor.value(key, cell),
            None => editor.absent(key),
        }
    }
    let keys = editor.changed;
    if !keys.is_empty() {
        changes.changed.push((row.code.clone(), keys));
    }
}

/// The meaning of a cell, with the names of the table's categories. `Err` is a fault in the input.
pub(super) fn meaning(parsed: &Parsed<'_>, key: &Key, cell: &Cell) -> Result<Meaning, Fault> {
    let columns = table::columns(&parsed.table);
    let column = columns.iter().find(|(name, _)| name == key.root()).map(|(_, kind)| *kind);
    let meaning = Meaning::read(key, cell, column)?;
    let (Key::Category, Meaning::Text(text)) = (key, &meaning) else { return Ok(meaning) };
    let categories = &parsed.table.categories;
    let known = |name: &str| categories.iter().any(|category| category.name == name);
    let made = value::category(text);
    if known(text) {
        Ok(meaning)
    } else if known(&made) {
        Ok(Meaning::Text(made))
    } else {
        let names: Vec<&str> = categories.iter().map(|category| category.name.as_str()).collect();
        let fault = Fault::new(&cell.span, format!("the table has no category `{text}`"));
        Err(if names.is_empty() {
            fault.help("leave the category out, or add `[categories]` to the table")
        } else {
            fault.help(format!("add it to `[categories]`; there are {}", names.join(", ")))
        })
    }
}

struct Editor<'p, 't> {
    parsed: &'p Parsed<'t>,
    at: usize,
    place: &'p Place,
    changes: &'p mut Changes,
    /// The keys that were changed.
    changed: Vec<String>,
}

impl<'p> Editor<'p, '_> {
    fn row(&self) -> Option<&'p DeTable<'p>> {
        self.parsed.row(self.at)
    }

    /// Name and aliases are compared as a set. The table's choice of the name stays, if it is one of the input's.
    fn names(&mut self, rows: &Rows, row: &Row) {
        // Which of them is the name is the table's choice.
        let called = row.called(|_| false);
        if called.is_empty() {
            return;
        }
        let parsed = self.parsed;
        let model = &parsed.table.rows[self.at];
        let Some((name, aliases)) = model.names.split_first() else { return };
        let is_renamed = !row.names.is_empty() && !called.contains(name);
        let name = if is_renamed { &row.names[0] } else { name };
        let is_wanted = |alias: &&String| *alias != name;
        let mut wanted: Vec<String> = if rows.has_aliases {
            aliases.iter().filter(|alias| called.contains(alias)).filter(is_wanted).cloned().collect()
        } else {
            aliases.iter().filter(is_wanted).cloned().collect()
        };
        for alias in called.iter().filter(is_wanted) {
            if !wanted.contains(alias) {
                wanted.push(alias.clone());
            }
        }
        if is_renamed {
            self.put(&["name"], write::text(name), Some(name));
            self.changed.push("name".to_owned());
        }
        if wanted.as_slice() != aliases {
            let array = self.row().and_then(|row| row.get("aliases"));
            match (array, wanted.is_empty()) {
                (Some(_), true) => self.remove("aliases"),
                (Some(array), false) => array::update(parsed.text, array, &wanted, &mut self.changes.edits),
                (None, _) => {
                    let wanted: Vec<String> = wanted.iter().map(|alias| write::text(alias)).collect();
                    self.insert("aliases", &["aliases"], &format!("[{}]", wanted.join(", ")));
                }
            }
            self.changed.push("aliases".to_owned());
        }
        if is_renamed && self.place.leaf(&["variant"]).is_none() {
            // What programs use stays.
            self.insert("variant", &["variant"], &write::text(&model.variant));
        }
        self.changes.names[self.at] = std::iter::once(name.clone()).chain(wanted).collect();
    }

    fn value(&mut self, key: &Key, cell: &Cell) {
        let parsed = self.parsed;
        let wanted = match meaning(parsed, key, cell) {
            Ok(wanted) => wanted,
            Err(fault) => {
                self.changes.faults.push(fault);
                return;
            }
        };
        if table::meaning(&parsed.table, self.at, key).as_ref() == Some(&wanted) {
            return;
        }
        self.changed.push(key.to_string());
        let text = if let Meaning::Text(text) = &wanted { Some(text.as_str()) } else { None };
        match self.path(key) {
            Some(path) => {
                let path: Vec<&str> = path.iter().map(String::as_str).collect();
                self.put(&path, wanted.toml(), text);
            }
            None => self.put(&[key.root()], wanted.toml(), text),
        }
    }

    /// Counts what the table has and the input doesn't.
    fn absent(&mut self, key: &Key) {
        let is_there = match key.tag() {
            None => self.place.leaf(&[key.root()]).is_some(),
            Some(_) => self.path(key).is_some_and(|path| self.find(&path).is_some()),
        };
        if is_there {
            *self.changes.kept.entry(key.to_string()).or_default() += 1;
        }
    }

    /// The keys under which a text by language is, or is to be.
    fn path(&self, key: &Key) -> Option<Vec<String>> {
        if !matches!(key, Key::Message(_) | Key::Column(_, Some(_))) {
            return None;
        }
        let language = self.parsed.language(key.tag()).ok()?;
        let tag = &self.parsed.table.languages[language];
        let root = key.root();
        // Where the table has one language, a plain text does.
        let is_plain =
            self.place.leaf(&[root]).is_some_and(|leaf| !self.parsed.text[leaf.value.clone()].starts_with('{'));
        let is_absent = self.place.leaves.iter().all(|leaf| leaf.path[0] != root);
        if is_plain || is_absent && self.parsed.table.languages.len() == 1 {
            return Some(vec![root.to_owned()]);
        }
        // As the row writes it, in any case of letters.
        let written = self.members(root).into_iter().map(|leaf| leaf.path[0].clone());
        let written = written.chain(
            self.place
                .leaves
                .iter()
                .filter(|leaf| leaf.path.len() > 1 && leaf.path[0] == root)
                .map(|leaf| leaf.path[1].clone()),
        );
        let tag = written.into_iter().find(|other| other.eq_ignore_ascii_case(tag)).unwrap_or_else(|| tag.clone());
        Some(vec![root.to_owned(), tag])
    }

    fn members(&self, root: &str) -> Vec<Leaf> {
        let is_inline =
            self.place.leaf(&[root]).is_some_and(|leaf| self.parsed.text[leaf.value.clone()].starts_with('{'));
        match self.row() {
            Some(row) if is_inline => places::members(self.parsed.text, row, root),
            _ => Vec::new(),
        }
    }

    fn find(&self, path: &[String]) -> Option<Span> {
        let keys: Vec<&str> = path.iter().map(String::as_str).collect();
        if let Some(leaf) = self.place.leaf(&keys) {
            return Some(leaf.value.clone());
        }
        let [root, tag] = path else { return None };
        self.members(root).into_iter().find(|leaf| leaf.path[0] == *tag).map(|leaf| leaf.value)
    }

    /// Gives a key a value: in place of the one that it has, or behind the key before which it belongs.
    fn put(&mut self, path: &[&str], value: String, text: Option<&str>) {
        let owned: Vec<String> = path.iter().map(|key| (*key).to_owned()).collect();
        let eol = self.parsed.eol();
        if let Some(span) = self.find(&owned) {
            let old = &self.parsed.text[span.clone()];
            let value = text.map_or(value, |text| write::text_like(text, old));
            self.changes.edits.replace(span, value.replace('\n', eol));
            return;
        }
        if let [root, tag] = path
            && let Some(last) = self.members(root).last()
        {
            let value = text.map_or(value, write::line);
            self.changes.edits.insert(last.value.end, format!(", {} = {value}", write::key(tag)));
            return;
        }
        self.insert(path[0], path, &value);
    }

    /// Adds a key to the row: behind its siblings, or behind the keys that come before it.
    fn insert(&mut self, root: &str, path: &[&str], value: &str) {
        let text = self.parsed.text;
        let rank = |root: &str| ORDER.iter().position(|other| *other == root).unwrap_or(ORDER.len());
        let mut siblings =
            self.place.leaves.iter().filter(|leaf| path.len() == 2 && leaf.path.len() == 2 && leaf.path[0] == root);
        let own = || self.place.leaves.iter().filter(|leaf| !leaf.is_below_header);
        let before = || own().rfind(|leaf| rank(&leaf.path[0]) <= rank(root));
        let (anchor, key) = match (siblings.next_back(), path) {
            // `message.fa` beside `message.en`, and `fa` below `[code.message]`.
            (Some(sibling), [_, tag]) => {
                let line = &text[line_start(text, sibling.key.start)..sibling.key.start];
                (sibling, format!("{}{}", line.trim_start(), write::key(tag)))
            }
            (_, path) => {
                let Some(anchor) = before().or_else(|| own().next()) else { return };
                let tag = path.get(1).map(|tag| (*tag).to_owned());
                (anchor, dotted(&Key::Column(path[0].to_owned(), tag)))
            }
        };
        if self.place.is_inline {
            self.changes.edits.insert(anchor.value.end, format!(", {key} = {value}"));
            return;
        }
        let eol = self.parsed.eol();
        let style = Style::of(text, self.place, self.row()).at(text, anchor);
        let line = style.line(&key, &value.replace('\n', eol));
        let at = next_line(text, anchor.value.end);
        let is_open = !text[..at].ends_with('\n');
        let line = if is_open { format!("{eol}{line}") } else { format!("{line}{eol}") };
        self.changes.edits.insert(at, line);
    }

    /// Removes a key with its line.
    fn remove(&mut self, root: &str) {
        let text = self.parsed.text;
        let Some(leaf) = self.place.leaf(&[root]).cloned() else { return };
        if self.place.is_inline {
            let behind = text[leaf.value.end..].find(|c: char| !c.is_whitespace()).map(|at| leaf.value.end + at);
            match behind {
                Some(at) if text[at..].starts_with(',') => {
                    let rest = &text[at + 1..];
                    let next = at + 1 + (rest.len() - rest.trim_start().len());
                    self.changes.edits.replace(leaf.key.start..next, "");
                }
                _ => {
                    let before = text[..leaf.key.start].trim_end().trim_end_matches(',').len();
                    self.changes.edits.replace(before..leaf.value.end, "");
                }
            }
            return;
        }
        let start = line_start(text, leaf.key.start);
        let end = next_line(text, leaf.value.end);
        // A comment behind it is about what is gone.
        self.changes.edits.replace(start..end, "");
    }
}

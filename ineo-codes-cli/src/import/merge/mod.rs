//! Brings a table up to date with an input. Everything that isn't the input's stays as it is, byte by byte.
//!
//! The text of the table is edited in place: TOML libraries that write whole documents drop comments behind values,
//! normalize line endings, and take fifty times the memory of the text.

mod append;
mod array;
mod edits;
mod row;
mod shared_names;
mod style;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::rc::Rc;

use ineo_codes_table::model::Table;
use ineo_codes_table::{Fault, Source};
use toml::de::DeTable;

use self::edits::Edits;
use super::key::Key;
use super::repr::{Code, Repr};
use super::rows::Rows;
use crate::failure::{Failure, Outcome};
use crate::files;
use crate::places::{self, Place};
use crate::report;
use crate::streams::Streams;
use crate::table;

/// A table that is there already.
pub(crate) struct Existing {
    source: Rc<Source>,
    /// With a byte order mark, if the file has one.
    raw: String,
}

impl Existing {
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let name = if files::is_standard(path) { "<stdin>".to_owned() } else { files::shown(path) };
        let bytes = files::read(path)?;
        let source = table::of_bytes(&name, bytes.clone())?;
        // The source is UTF-8, so the bytes are.
        let raw = String::from_utf8(bytes).map_err(|error| Failure::new(error.to_string()))?;
        Ok(Self { source, raw })
    }

    /// A table that is in no file.
    pub(super) fn new(text: String) -> Self {
        Self { source: Rc::new(Source::new("table", text.as_str())), raw: text }
    }

    pub(crate) fn source(&self) -> &Rc<Source> {
        &self.source
    }

    /// The whole file.
    pub(crate) fn raw(&self) -> &str {
        &self.raw
    }

    /// A text in place of the old one: with a byte order mark if that has one.
    pub(crate) fn finish(&self, text: String) -> String {
        files::marked_as(&self.raw, text)
    }

    /// Reads the table, which must be sound; otherwise its faults are written.
    pub(crate) fn parse(&self, streams: &mut Streams) -> Result<Result<Parsed<'_>, Outcome>, Failure> {
        let table = match table::sound(&self.source) {
            Ok(table) => table,
            Err(faults) => {
                streams.warn(&report::text(&faults))?;
                return Ok(Err(Outcome::Findings));
            }
        };
        let text = self.source.text();
        let root = DeTable::parse(text).map_err(|error| Failure::new(error.message()))?.into_inner();
        let places = places::rows(text, &root);
        Ok(Ok(Parsed { text, table, root, places }))
    }
}

/// A sound table, as it is written and as it is meant.
pub(crate) struct Parsed<'t> {
    text: &'t str,
    table: Table,
    root: DeTable<'t>,
    /// By the rows of the table.
    places: Vec<Place>,
}

/// A table that was brought up to date.
pub(crate) struct Merged {
    pub(crate) text: String,
    /// Where each row begins, and which row of the input it is made of.
    pub(crate) starts: Vec<(usize, Option<usize>)>,
    /// What was done, and what a person should look at.
    pub(crate) notes: Vec<String>,
}

/// What a merge changes of the rows that both have.
#[derive(Debug, Default)]
struct Changes {
    edits: Edits,
    /// By code, the keys.
    changed: Vec<(Code, Vec<String>)>,
    /// The names of each row after the merge, by the position in the table.
    names: Vec<Vec<String>>,
    /// For each key, how many rows have it in the table alone.
    kept: BTreeMap<String, usize>,
    faults: Vec<Fault>,
}

impl Parsed<'_> {
    pub(crate) fn repr(&self) -> Repr {
        table::repr(&self.table)
    }

    /// The keys of a row, as the file has them.
    fn row(&self, at: usize) -> Option<&DeTable<'_>> {
        self.root.get("code")?.get_ref().as_array()?.get(at)?.get_ref().as_table()
    }

    /// The columns that the table declares.
    pub(crate) fn columns(&self) -> Vec<String> {
        table::columns(&self.table).into_iter().map(|(name, _)| name).collect()
    }

    /// Brings the rows up to date. The faults are places in the input.
    pub(crate) fn merge(&self, rows: &Rows) -> Result<Merged, Vec<Fault>> {
        let faults = self.keys_without_place(rows);
        if !faults.is_empty() {
            return Err(faults);
        }
        let by_code: HashMap<Code, usize> =
            self.table.rows.iter().enumerate().map(|(at, row)| (table::code(row), at)).collect();
        let mut changes =
            Changes { names: self.table.rows.iter().map(|row| row.names.clone()).collect(), ..Changes::default() };
        let mut is_listed = vec![None; self.table.rows.len()];
        let mut new = Vec::new();
        for (from, row) in rows.all.iter().enumerate() {
            match by_code.get(&row.code) {
                Some(at) => {
                    is_listed[*at] = Some(from);
                    row::update(self, *at, rows, row, &mut changes);
                }
                None => new.push(from),
            }
        }
        let appended = append::rows(self, rows, &new, &mut changes);
        self.share_names(&appended.names, &mut changes);
        if !changes.faults.is_empty() {
            return Err(changes.faults);
        }
        let notes = self.notes(rows, &new, &is_listed, &changes);

        let mut starts: Vec<(usize, Option<usize>)> =
            self.places.iter().zip(&is_listed).map(|(place, from)| (place.span.start, *from)).collect();
        let at = appended.at;
        if !appended.text.is_empty() {
            changes.edits.insert(at, appended.text.clone());
        }
        let (text, shifts) = changes.edits.apply(self.text);
        for (start, _) in &mut starts {
            *start = edits::shifted(&shifts, *start);
        }
        let end = edits::shifted(&shifts, at);
        let first = end - appended.text.len();
        starts.extend(appended.starts.iter().map(|(start, from)| (first + start, Some(*from))));
        starts.sort_unstable();
        Ok(Merged { text, starts, notes })
    }

    /// Keys that the table can't hold: of languages and columns that it doesn't declare.
    fn keys_without_place(&self, rows: &Rows) -> Vec<Fault> {
        let columns = table::columns(&self.table);
        let mut faults = Vec::new();
        for key in rows.all_keys() {
            // A column without a value asks for no place.
            if rows.all.iter().all(|row| rows.value(row, &key).is_none()) {
                continue;
            }
            let title = match &key {
                Key::Message(tag) => match self.language(tag.as_deref()) {
                    Ok(_) => continue,
                    Err(title) => title,
                },
                Key::Column(name, _) if columns.iter().all(|(column, _)| column != name) => {
                    format!("the table has no column `{name}`")
                }
                _ => continue,
            };
            let span = rows.all.iter().find_map(|row| rows.given(row, &key)).map_or(0..0, |cell| cell.span.clone());
            faults.push(Fault::new(&span, title).help("add it to the table first, or leave it out"));
        }
        faults
    }

    /// The position of a language; without a tag, of the only one.
    fn language(&self, tag: Option<&str>) -> Result<usize, String> {
        let languages = &self.table.languages;
        match tag {
            None if languages.len() == 1 => Ok(0),
            None if languages.is_empty() => Err("the table has no messages".to_owned()),
            None => Err(format!("the table has several languages: which is it? write `message.{}`", languages[0])),
            Some(tag) => languages
                .iter()
                .position(|language| language.eq_ignore_ascii_case(tag))
                .ok_or_else(|| format!("the table has no language `{tag}`")),
        }
    }

    /// The line ending of the file.
    fn eol(&self) -> &'static str {
        match self.text.find('\n') {
            Some(at) if self.text[..at].ends_with('\r') => "\r\n",
            _ => "\n",
        }
    }

    fn notes(&self, rows: &Rows, new: &[usize], is_listed: &[Option<usize>], changes: &Changes) -> Vec<String> {
        const NAMED: usize = 20;
        let listed = |codes: &[String]| {
            let more = if codes.len() > NAMED { format!(" and {} more", codes.len() - NAMED) } else { String::new() };
            format!("{}{more}", codes.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", "))
        };
        let mut notes = Vec::new();
        if !new.is_empty() {
            let codes: Vec<String> = new.iter().map(|at| rows.all[*at].code.to_string()).collect();
            notes.push(format!("new: {}", listed(&codes)));
        }
        for (code, keys) in changes.changed.iter().take(NAMED) {
            notes.push(format!("changed: {code} ({})", keys.join(", ")));
        }
        if changes.changed.len() > NAMED {
            notes.push(format!("changed: {} more", changes.changed.len() - NAMED));
        }
        let only: Vec<String> = self
            .table
            .rows
            .iter()
            .zip(is_listed)
            .filter(|(_, from)| from.is_none())
            .map(|(row, _)| table::code(row).to_string())
            .collect();
        if !only.is_empty() {
            notes.push(format!("only in the table: {}", listed(&only)));
        }
        for (key, count) in &changes.kept {
            let rows = if *count == 1 { "1 row has".to_owned() } else { format!("{count} rows have") };
            notes.push(format!("{rows} `{key}` in the table alone; it stays"));
        }
        notes
    }
}

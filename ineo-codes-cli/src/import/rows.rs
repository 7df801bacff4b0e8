//! From records to rows: one row for each code.

use std::collections::HashMap;

use ineo_codes_table::{Fault, Span};

use super::codes::{self, Written};
use super::key::{Assignment, Key};
use super::repr::{Code, Repr, shortened};
use super::sheet::{Cell, Record, Sheet, Value};

/// The most faults that are collected, as in the engine.
const MOST_FAULTS: usize = 50;

/// The rows that an input gives.
#[derive(Debug)]
pub(crate) struct Rows {
    pub(crate) repr: Repr,
    /// The keys that the input gives; names and codes are apart.
    pub(crate) keys: Vec<Key>,
    /// Whether all aliases are the input's.
    pub(crate) has_aliases: bool,
    /// Whether the codes are written in hexadecimal.
    pub(crate) is_hexadecimal: bool,
    pub(crate) all: Vec<Row>,
    /// What rows have that the input says nothing of: `--set`.
    pub(crate) set: Vec<(Key, Cell)>,
    /// What a reader of the result should know.
    pub(crate) notes: Vec<Fault>,
}

/// What an input says of one code.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) code: Code,
    /// What the input calls its name; several if several records do. Each once.
    pub(crate) names: Vec<String>,
    /// Each once, and none that is a name.
    pub(crate) aliases: Vec<String>,
    /// By the keys of the rows.
    pub(crate) values: Vec<Option<Cell>>,
    /// Where the input has the code.
    pub(crate) span: Span,
    /// As a spreadsheet counts, with "row" or "entry".
    pub(crate) place: String,
}

impl Row {
    /// Adds names and aliases that a record has for the code.
    fn call(&mut self, names: &[String], aliases: &[String]) {
        for name in names {
            if !self.names.contains(name) {
                self.names.push(name.clone());
            }
        }
        for alias in aliases {
            if !self.aliases.contains(alias) {
                self.aliases.push(alias.clone());
            }
        }
        let names = &self.names;
        self.aliases.retain(|alias| !names.contains(alias));
    }

    /// The names and aliases. `is_own` says whether the row has a name alone: one of several names that is, is the first.
    pub(crate) fn called(&self, is_own: impl Fn(&str) -> bool) -> Vec<String> {
        let mut names = self.names.clone();
        if let Some(at) = names.iter().position(|name| is_own(name)) {
            let own = names.remove(at);
            names.insert(0, own);
        }
        names.extend(self.aliases.iter().cloned());
        names
    }
}

impl Rows {
    /// What the input says under a key.
    pub(crate) fn given<'r>(&self, row: &'r Row, key: &Key) -> Option<&'r Cell> {
        self.keys.iter().position(|other| other == key).and_then(|at| row.values[at].as_ref())
    }

    /// What a new row has under a key.
    pub(crate) fn value<'r>(&'r self, row: &'r Row, key: &Key) -> Option<&'r Cell> {
        let set = || self.set.iter().find(|(other, _)| other == key).map(|(_, cell)| cell);
        self.given(row, key).or_else(set)
    }

    /// All keys that new rows may have, each once; names and codes are apart.
    pub(crate) fn all_keys(&self) -> Vec<Key> {
        let mut keys = self.keys.clone();
        keys.extend(self.set.iter().map(|(key, _)| key).filter(|key| !self.keys.contains(key)).cloned());
        keys
    }
}

/// Brings the records of a sheet together by code. `repr` is what the table's codes are, if that is known.
pub(crate) fn collect(sheet: Sheet, set: &[Assignment], repr: Option<Repr>) -> Result<Rows, Vec<Fault>> {
    let Sheet { keys: taken, records, unit, .. } = sheet;
    let position = |key: &Key| taken.iter().position(|taken| taken.key == *key);
    let columns_of = |key: &Key| -> Vec<usize> {
        taken.iter().enumerate().filter(|(_, taken)| taken.key == *key).map(|(at, _)| at).collect()
    };
    let code_at = position(&Key::Code).unwrap_or_default();
    let (names_at, aliases_at) = (columns_of(&Key::Name), columns_of(&Key::Aliases));
    let mut keys: Vec<Key> = Vec::new();
    for key in taken.iter().map(|taken| &taken.key) {
        if !matches!(key, Key::Code | Key::Name | Key::Aliases) && !keys.contains(key) {
            keys.push(key.clone());
        }
    }
    let key_columns: Vec<Vec<usize>> = keys.iter().map(&columns_of).collect();
    let set = set.iter().map(|assignment| {
        let cell = Cell { value: Value::Text(assignment.value.clone()), span: 0..0 };
        (assignment.key.clone(), cell)
    });

    let mut collection = Collection { faults: Vec::new(), notes: Vec::new(), unit };
    let written = collection.codes(&records, code_at, repr);
    let all: Vec<Written> = written.iter().flatten().cloned().collect();
    let repr = if let Some(repr) = repr {
        repr
    } else {
        let repr = Repr::of(&all);
        if repr == Repr::Text
            && let Some(text) = all.iter().find(|code| code.number.is_none())
            && all.iter().any(|code| code.number.is_some())
        {
            let title = format!("the codes are texts, since `{}` is not a number", shortened(&text.text));
            let note = Fault::new(&text.span, title);
            collection.notes.push(note.help("if they are numbers, fix it; `--repr` says what they are"));
        }
        repr
    };

    let mut rows: Vec<Row> = Vec::new();
    let mut by_code: HashMap<Code, usize> = HashMap::new();
    for (record, written) in records.iter().zip(&written) {
        let mut read = |columns: &[usize], are_several: bool| -> Vec<String> {
            let cells = columns.iter().filter_map(|at| record.cells[*at].as_ref());
            cells.flat_map(|cell| collection.names(cell, are_several)).collect()
        };
        let (names, aliases) = (read(&names_at, false), read(&aliases_at, true));
        let values: Vec<Option<Cell>> =
            key_columns.iter().map(|columns| columns.iter().find_map(|at| record.cells[*at].clone())).collect();
        for written in written {
            let code = match repr.read(written) {
                Ok(code) => code,
                Err(fault) => {
                    collection.fault(fault);
                    continue;
                }
            };
            let place = format!("{unit} {}", record.number);
            match by_code.get(&code) {
                None => {
                    by_code.insert(code.clone(), rows.len());
                    let span = written.span.clone();
                    let mut row =
                        Row { code, names: Vec::new(), aliases: Vec::new(), values: values.clone(), span, place };
                    row.call(&names, &aliases);
                    rows.push(row);
                }
                Some(at) => {
                    let row = &mut rows[*at];
                    row.call(&names, &aliases);
                    collection.add(row, &values, &keys, &place);
                }
            }
        }
    }
    if !collection.faults.is_empty() {
        return Err(collection.faults);
    }
    let is_hexadecimal = !all.is_empty()
        && all.iter().filter(|code| matches!(code.number, Some(codes::Number::Hexadecimal(_)))).count() * 2 > all.len();
    Ok(Rows {
        repr,
        keys,
        has_aliases: !aliases_at.is_empty(),
        is_hexadecimal: is_hexadecimal && repr != Repr::Text,
        all: rows,
        set: set.collect(),
        notes: collection.notes,
    })
}

struct Collection {
    faults: Vec<Fault>,
    notes: Vec<Fault>,
    unit: &'static str,
}

impl Collection {
    fn fault(&mut self, fault: Fault) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(fault);
        }
    }

    fn note(&mut self, note: Fault) {
        if self.notes.len() < MOST_FAULTS {
            self.notes.push(note);
        }
    }

    /// The codes of each record.
    fn codes(&mut self, records: &[Record], at: usize, repr: Option<Repr>) -> Vec<Vec<Written>> {
        let mut all = Vec::with_capacity(records.len());
        for record in records {
            let read = if let Some(cell) = &record.cells[at] {
                codes::read(cell, repr == Some(Repr::Text))
            } else {
                let title = format!("{} {} has no code, and is left out", self.unit, record.number);
                self.note(Fault::new(&record.span, title));
                Ok(Vec::new())
            };
            let codes = read.unwrap_or_else(|mut fault| {
                fault.title = format!("{} ({} {})", fault.title, self.unit, record.number);
                self.fault(fault);
                Vec::new()
            });
            all.push(codes);
        }
        all
    }

    /// The names in a cell: one, or a list.
    fn names(&mut self, cell: &Cell, are_several: bool) -> Vec<String> {
        match (&cell.value, cell.text()) {
            (Value::List(cells), _) => cells.iter().flat_map(|cell| self.names(cell, false)).collect(),
            (_, Some(text)) if are_several => {
                text.split([',', ';', '\n']).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
            }
            (_, Some(text)) => vec![text.trim().to_owned()],
            (_, None) => {
                let fault = Fault::new(&cell.span, "a name must be a text");
                self.fault(fault.label(format!("this is {}", cell.kind())));
                Vec::new()
            }
        }
    }

    /// Adds what a further record says of a code.
    fn add(&mut self, row: &mut Row, values: &[Option<Cell>], keys: &[Key], place: &str) {
        for ((has, more), key) in row.values.iter_mut().zip(values).zip(keys) {
            match (&has, more) {
                (_, None) => {}
                (None, Some(more)) => *has = Some(more.clone()),
                (Some(first), Some(more)) if first.value == more.value => {}
                (Some(first), Some(more)) => {
                    let title = format!("{} is given another `{key}` in {place}, which is left out", row.code);
                    let note = Fault::new(&more.span, title).label("differs").second(&first.span, "taken");
                    self.note(note);
                }
            }
        }
    }
}

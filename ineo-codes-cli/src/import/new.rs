//! A new table.

use std::collections::HashMap;

use heck::ToSnakeCase as _;
use ineo_codes_table::Fault;

use super::columns::{self, Column};
use super::key::Key;
use super::repr::{Code, Repr};
use super::rows::{Row, Rows};
use super::value::{self, Meaning};
use super::variant::Variants;
use super::write;

/// The order of a row's keys; columns are last.
pub(crate) const ORDER: [&str; 8] = ["code", "name", "aliases", "variant", "category", "http", "retry", "message"];

/// A text of TOML, and where in it each row is.
pub(crate) struct Written {
    pub(crate) text: String,
    /// Where the row of the input of this position begins.
    pub(crate) starts: Vec<(usize, Option<usize>)>,
}

/// Writes a table of these rows.
pub(crate) fn write(rows: &Rows) -> Result<Written, Vec<Fault>> {
    let mut new = New { rows, faults: Vec::new(), columns: columns::infer(rows), category_http: HashMap::new() };
    let text = new.table();
    if new.faults.is_empty() { Ok(text) } else { Err(new.faults) }
}

/// What a server answers where the input doesn't say.
const UNLISTED_HTTP: i128 = 500;

struct New<'r> {
    rows: &'r Rows,
    faults: Vec<Fault>,
    columns: Vec<Column>,
    /// The status of each category's first row; a row with another has its own.
    category_http: HashMap<String, i128>,
}

impl New<'_> {
    fn table(&mut self) -> Written {
        let rows = self.rows;
        let mut sections: Vec<String> = Vec::new();
        let languages = self.languages();
        let names = self.names();
        let shared: Vec<String> = shared(&names);

        let mut table: Vec<String> = Vec::new();
        if rows.repr != Repr::DEFAULT {
            table.push(format!("repr = \"{}\"", rows.repr.name()));
        }
        if rows.repr == Repr::Text {
            let longest = rows.all.iter().map(|row| row.code.to_string().len()).max().unwrap_or(1);
            table.push(format!("max-length = {longest}"));
        }
        if rows.is_hexadecimal {
            table.push("radix = 16".to_owned());
        }
        table.extend(languages);
        if !shared.is_empty() {
            let shared: Vec<String> = shared.iter().map(|name| write::text(name)).collect();
            table.push(write::array("shared-names", &shared));
        }
        if !table.is_empty() {
            sections.push(format!("[table]\n{}\n", table.join("\n")));
        }
        if !self.columns.is_empty() {
            let lines: Vec<String> = self.columns.iter().map(Column::declaration).collect();
            sections.push(format!("[columns]\n{}\n", lines.join("\n")));
        }
        sections.extend(self.categories());

        let mut text = sections.join("\n");
        let mut starts = Vec::with_capacity(rows.all.len());
        let mut variants = Variants::default();
        for (at, (row, names)) in rows.all.iter().zip(&names).enumerate() {
            if !text.is_empty() {
                text.push('\n');
            }
            starts.push((text.len(), Some(at)));
            let is_shared = names.first().is_some_and(|name| shared.contains(name));
            for line in self.row(row, names, is_shared, &mut variants) {
                text.push_str(&line);
                text.push('\n');
            }
        }
        Written { text, starts }
    }

    /// The names of each row. One that the row has alone comes first.
    fn names(&self) -> Vec<Vec<String>> {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let all = self.rows.all.iter().flat_map(|row| row.names.iter().chain(&row.aliases));
        all.for_each(|name| *counts.entry(name).or_default() += 1);
        self.rows.all.iter().map(|row| row.called(|name| counts[name] == 1)).collect()
    }

    /// The keys of `[table]` that say which languages the messages have.
    fn languages(&mut self) -> Vec<String> {
        let tags: Vec<Option<String>> = self
            .rows
            .all_keys()
            .iter()
            .filter_map(|key| if let Key::Message(tag) = key { Some(tag.clone()) } else { None })
            .collect();
        if tags.is_empty() {
            return Vec::new();
        }
        let has = |row: &Row, tag: &Option<String>| self.rows.value(row, &Key::Message(tag.clone())).is_some();
        let with_message: Vec<&Row> = self.rows.all.iter().filter(|row| tags.iter().any(|tag| has(row, tag))).collect();
        let mut lines = Vec::new();
        let (required, partial): (Vec<_>, Vec<_>) =
            tags.iter().flatten().partition(|tag| with_message.iter().all(|row| has(row, &Some((*tag).clone()))));
        if required.is_empty() && !partial.is_empty() {
            let tag = partial[0];
            let missing = with_message.iter().find(|row| !has(row, &Some(tag.clone())));
            let span = missing.map_or(0..0, |row| row.span.clone());
            let fault = Fault::new(&span, format!("no language has a message for every code: `{tag}` has none here"));
            self.faults.push(fault.help(format!("say what serves instead: `--set message.{tag}=…`")));
        }
        let written = |tags: &[&String]| tags.iter().map(|tag| write::text(tag)).collect::<Vec<_>>();
        if !required.is_empty() {
            lines.push(write::array("languages", &written(&required)));
        }
        if !partial.is_empty() {
            lines.push(write::array("partial-languages", &written(&partial)));
        }
        if with_message.len() < self.rows.all.len() && !with_message.is_empty() {
            lines.push("messages = \"optional\"".to_owned());
        }
        lines
    }

    /// `[categories]`, and `[unrecognized]`, which says what a code outside the table means.
    fn categories(&mut self) -> Vec<String> {
        let rows = self.rows;
        let mut categories: Vec<(String, String)> = Vec::new();
        let mut has_http = false;
        for row in &rows.all {
            let http = rows.value(row, &Key::Http).and_then(|cell| value::integer(cell.text()?));
            has_http |= http.is_some();
            let Some(text) = rows.value(row, &Key::Category).and_then(|cell| cell.text()) else { continue };
            let name = value::category(text);
            if categories.iter().all(|(other, _)| *other != name) {
                let doc = if name == text { value::sentence(&name) } else { text.to_owned() };
                categories.push((name, doc));
            }
            if let Some(http) = http {
                self.category_http.entry(value::category(text)).or_insert(http);
            }
        }
        if !categories.is_empty() {
            self.require_for_all(&Key::Category, "CATEGORY");
        } else if has_http {
            self.require_for_all(&Key::Http, "STATUS");
        }
        let mut sections = Vec::new();
        let mut unrecognized: Vec<String> = Vec::new();
        if !categories.is_empty() {
            let unlisted = "unlisted".to_owned();
            if categories.iter().all(|(name, _)| *name != unlisted) {
                categories.push((unlisted.clone(), "A code that the table does not list.".to_owned()));
            }
            let lines: Vec<String> = categories
                .iter()
                .map(|(name, doc)| {
                    let (key, doc) = (write::key(name), write::text(doc));
                    if has_http {
                        let http = self.category_http.get(name).copied().unwrap_or(UNLISTED_HTTP);
                        format!("{key} = {{ doc = {doc}, http = {http} }}\n")
                    } else {
                        format!("{key} = {doc}\n")
                    }
                })
                .collect();
            sections.push(format!("[categories]\n{}", lines.concat()));
            unrecognized.push(format!("category = \"{unlisted}\"\n"));
        }
        if has_http && categories.is_empty() {
            unrecognized.push(format!("http = {UNLISTED_HTTP}\n"));
        }
        if !unrecognized.is_empty() {
            sections.push(format!("[unrecognized]\n{}", unrecognized.concat()));
        }
        sections
    }

    /// A fault if some rows have a value for the key and others don't.
    fn require_for_all(&mut self, key: &Key, value: &str) {
        let rows = self.rows;
        let mut without = rows.all.iter().filter(|row| rows.value(row, key).is_none());
        let Some(first) = without.next() else { return };
        let title = format!("{} has no `{key}`, which other rows have", first.code);
        let help = format!("say what serves where the input has none: `--set {key}={value}`");
        let mut fault = Fault::new(&first.span, title).label(first.place.clone()).help(help);
        fault.others = without.map(|row| row.span.clone()).collect();
        self.faults.push(fault);
    }

    fn row(&mut self, row: &Row, names: &[String], is_shared: bool, variants: &mut Variants) -> Vec<String> {
        let rows = self.rows;
        let mut lines = vec!["[[code]]".to_owned(), format!("code = {}", code(&row.code, rows))];
        let given = rows.value(row, &Key::Variant).and_then(|cell| cell.text());
        if let Some(given) = given {
            variants.insert(given);
        }
        if let Some((name, aliases)) = names.split_first() {
            lines.push(format!("name = {}", write::text(name)));
            if !aliases.is_empty() {
                let aliases: Vec<String> = aliases.iter().map(|alias| write::text(alias)).collect();
                lines.push(write::array("aliases", &aliases));
            }
            if given.is_none()
                && let (variant, true) = variants.of_name(name, &row.code, is_shared)
            {
                lines.push(format!("variant = {}", write::text(&variant)));
            }
        } else if given.is_none() {
            let message = rows.all_keys().into_iter().find_map(|key| {
                if !matches!(key, Key::Message(_)) {
                    return None;
                }
                rows.value(row, &key).and_then(|cell| cell.text()).map(str::to_owned)
            });
            let variant = variants.of_message(message.as_deref(), &row.code);
            lines.push(format!("name = {}", write::text(&variant.to_snake_case())));
        }
        let mut keys = rows.all_keys();
        // Stable: languages and columns stay in the order of the input.
        keys.sort_by_key(|key| ORDER.iter().position(|other| *other == key.root()).unwrap_or(ORDER.len()));
        for key in keys {
            let Some(cell) = rows.value(row, &key) else { continue };
            let column = self.columns.iter().find(|column| column.name == key.root()).map(|column| column.kind);
            match Meaning::read(&key, cell, column) {
                Ok(Meaning::Text(text)) if key == Key::Category => {
                    lines.push(format!("category = {}", write::text(&value::category(&text))));
                }
                Ok(Meaning::Integer(http)) if key == Key::Http && self.is_of_category(row, http) => {}
                Ok(meaning) => lines.push(format!("{} = {}", dotted(&key), meaning.toml())),
                Err(fault) => self.faults.push(fault),
            }
        }
        lines
    }

    /// Whether the row's category has this status.
    fn is_of_category(&self, row: &Row, http: i128) -> bool {
        let category = self.rows.value(row, &Key::Category).and_then(|cell| cell.text()).map(value::category);
        category.is_some_and(|category| self.category_http.get(&category) == Some(&http))
    }
}

/// Names that several rows have, in the order of the rows.
fn shared(names: &[Vec<String>]) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut shared = Vec::new();
    for name in names.iter().flatten() {
        let count = counts.entry(name).or_default();
        *count += 1;
        if *count == 2 {
            shared.push(name.clone());
        }
    }
    shared
}

/// A code as a table writes it.
pub(crate) fn code(code: &Code, rows: &Rows) -> String {
    match code {
        Code::Text(text) => write::text(text),
        Code::Integer(code) if rows.is_hexadecimal => rows.repr.hexadecimal(*code),
        Code::Integer(code) => code.to_string(),
    }
}

/// `message.fa`, with each part in quotes if it must be.
pub(crate) fn dotted(key: &Key) -> String {
    let root = write::key(key.root());
    key.tag().map_or_else(|| root.clone(), |tag| format!("{root}.{}", write::key(tag)))
}

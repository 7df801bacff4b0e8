//! Compares what the enums of two tables answer.

use ineo_codes_table::model::{ColumnKind, Radix, Representation, Table};

use super::change::{Change, Kind, Subject};
use super::{reservations, unlisted};

/// All that changed from one table to another, the most important first.
#[must_use]
pub fn compare(old: &Table, new: &Table) -> Vec<Change> {
    let mut comparison = Comparison { old, new, changes: Vec::new() };
    comparison.table();
    comparison.categories();
    comparison.changes.extend(reservations::compare(old, new));
    comparison.rows();
    comparison.shared_names();
    comparison.changes.extend(unlisted::compare(old, new));
    let mut changes = comparison.changes;
    changes.sort_by_key(|change| change.kind);
    changes
}

/// Two tables, and how they differ as far as they are compared.
pub(super) struct Comparison<'t> {
    pub(super) old: &'t Table,
    pub(super) new: &'t Table,
    pub(super) changes: Vec<Change>,
}

impl Comparison<'_> {
    /// A change, unless both values are the same.
    pub(super) fn push(&mut self, kind: Kind, subject: &Subject, what: &str, old: Option<String>, new: Option<String>) {
        if old != new || old.is_none() {
            self.changes.push(Change { kind, subject: subject.clone(), what: what.to_owned(), old, new });
        }
    }

    /// A value that may be absent: dropped is of one kind, changed or added of others.
    pub(super) fn option(
        &mut self,
        subject: &Subject,
        what: &str,
        [old, new]: [Option<String>; 2],
        [dropped, changed, added]: [Kind; 3],
    ) {
        let kind = match (&old, &new) {
            (Some(_), None) => dropped,
            (Some(_), Some(_)) => changed,
            (None, Some(_)) => added,
            (None, None) => return,
        };
        self.push(kind, subject, what, old, new);
    }

    fn table(&mut self) {
        const TEXT: [Kind; 3] = [Kind::Text; 3];
        let (old, new) = (self.old, self.new);
        let table = &Subject::Table;
        self.option(table, "title", [old, new].map(|table| table.title.clone()), TEXT);
        self.option(table, "source", [old, new].map(|table| table.source.clone()), TEXT);
        let [was, is] = [old, new].map(|table| Some(repr(table.representation).to_owned()));
        self.push(Kind::Breaking, table, "repr", was, is);
        let [was, is] = [old, new].map(|table| max_length(table.representation));
        if was.is_some() && is.is_some() {
            self.push(Kind::Breaking, table, "max-length", was, is);
        }
        let [was, is] =
            [old, new].map(|table| Some(if table.radix == Radix::Decimal { "10" } else { "16" }.to_owned()));
        self.push(Kind::Behaviour, table, "radix", was, is);
        self.columns();
        // Where no category is a success, the enum has no `ok`.
        let [was, is] = [old, new]
            .map(|table| table.categories.iter().any(|category| category.is_success).then(|| "ok".to_owned()));
        self.option(table, "method", [was, is], [Kind::Breaking, Kind::Breaking, Kind::Added]);
        for language in old.languages.iter().filter(|language| !new.languages.contains(language)) {
            self.push(Kind::Breaking, table, "language", Some(language.clone()), None);
        }
        for language in new.languages.iter().filter(|language| !old.languages.contains(language)) {
            self.push(Kind::Added, table, "language", None, Some(language.clone()));
        }
        let [was, is] = [old, new].map(|table| table.languages.first().cloned());
        if was.is_some() && is.is_some() {
            self.push(Kind::Behaviour, table, "default language", was, is);
        }
    }

    fn columns(&mut self) {
        let (old, new) = (self.old, self.new);
        for was in &old.columns {
            let Some(is) = new.columns.iter().find(|column| column.name == was.name) else {
                self.push(Kind::Breaking, &Subject::Table, "column", Some(was.name.clone()), None);
                continue;
            };
            let [before, now] = [was, is].map(|column| Some(kind(column.kind).to_owned()));
            self.push(Kind::Breaking, &Subject::Table, &format!("type of {}", was.name), before, now);
            let [before, now] = [was, is].map(|column| Some(column.is_optional.to_string()));
            self.push(Kind::Breaking, &Subject::Table, &format!("optional of {}", was.name), before, now);
            let docs = [was, is].map(|column| column.doc.clone());
            self.option(&Subject::Table, &format!("doc of {}", was.name), docs, [Kind::Text; 3]);
        }
        for is in new.columns.iter().filter(|is| old.columns.iter().all(|was| was.name != is.name)) {
            self.push(Kind::Added, &Subject::Table, "column", None, Some(is.name.clone()));
        }
    }

    fn categories(&mut self) {
        let (old, new) = (self.old, self.new);
        for was in &old.categories {
            let subject = Subject::Category(was.name.clone());
            let Some(is) = new.categories.iter().find(|category| category.name == was.name) else {
                self.push(Kind::Breaking, &Subject::Table, "category", Some(was.name.clone()), None);
                continue;
            };
            self.push(Kind::Text, &subject, "doc", Some(was.doc.clone()), Some(is.doc.clone()));
            self.push(Kind::Breaking, &subject, "variant", Some(was.variant.clone()), Some(is.variant.clone()));
        }
        let has = |name: &str| old.categories.iter().any(|category| category.name == name);
        for is in new.categories.iter().filter(|category| !has(&category.name)) {
            self.push(Kind::Added, &Subject::Table, "category", None, Some(is.name.clone()));
        }
        // The order of the enum, without those that only one of the tables has.
        let common = |table: &Table, other: &Table| -> Vec<String> {
            let has = |name: &str| other.categories.iter().any(|category| category.name == name);
            table
                .categories
                .iter()
                .filter(|category| has(&category.name))
                .map(|category| category.name.clone())
                .collect()
        };
        let [was, is] = [common(old, new), common(new, old)].map(|names| Some(names.join(", ")));
        self.push(Kind::Behaviour, &Subject::Table, "order of the categories", was, is);
    }
}

fn repr(representation: Representation) -> &'static str {
    match representation {
        Representation::Integer(integer) => integer.name,
        Representation::Text { .. } => "text",
    }
}

fn max_length(representation: Representation) -> Option<String> {
    match representation {
        Representation::Integer(_) => None,
        Representation::Text { max_length } => Some(max_length.to_string()),
    }
}

fn kind(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Text => "text",
        ColumnKind::Boolean => "bool",
        ColumnKind::Integer(integer) => integer.name,
        ColumnKind::Message => "message",
    }
}

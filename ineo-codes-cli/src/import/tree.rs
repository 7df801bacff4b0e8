//! Inputs of nested values: JSON and TOML.

use ineo_codes_table::{Fault, Span};

use super::key::{Assignment, Key};
use super::sheet::{Cell, MOST_RECORDS, Problem, Record, Request, Sheet, Taken, too_many};
use crate::failure::Failure;

/// How many columns or members are named in a message.
const NAMED: usize = 20;

/// A value of a parsed input.
pub(crate) trait Node: Sized {
    /// The members of an object, in the order of the input.
    fn members(&self) -> Option<Vec<(&str, Span, &Self)>>;
    /// The elements of an array.
    fn elements(&self) -> Option<Vec<&Self>>;
    /// One member of an object.
    fn member(&self, name: &str) -> Option<&Self>;
    /// The value as a cell; absent if it is null or blank.
    fn cell(&self) -> Option<Cell>;
    fn span(&self) -> Span;
}

/// Where a record has the value of a key.
enum Place {
    /// The key under which the record is.
    Key,
    /// The names from the record's value on.
    Path(Vec<String>),
}

/// Takes records from `root`: the elements of an array, or the members of an object.
pub(crate) fn read<N: Node>(root: &N, request: &Request) -> Result<Sheet, Problem> {
    if request.has_no_header || request.delimiter.is_some() || request.nth.is_some() {
        return Err(Failure::new("`--no-header`, `--delimiter` and `--nth` are for inputs of rows and columns").into());
    }
    let rows = if let Some(pointer) = &request.rows {
        resolve(root, pointer)?
    } else {
        refuse_other_members(root)?;
        root
    };
    let entries: Vec<(Option<(&str, Span)>, &N)> = if let Some(elements) = rows.elements() {
        elements.into_iter().map(|element| (None, element)).collect()
    } else if let Some(members) = rows.members() {
        members.into_iter().map(|(name, span, value)| (Some((name, span)), value)).collect()
    } else {
        let fault = Fault::new(&rows.span(), "the rows are neither an array nor an object");
        return Err(fault.help("name them with `--rows /json/pointer`").into());
    };
    if entries.is_empty() {
        return Err(Failure::new("the input has no rows").into());
    }
    let taken = places(request, &entries)?;
    let mut records = Vec::new();
    for (at, (key, value)) in entries.iter().enumerate() {
        let span = key.as_ref().map_or_else(|| value.span(), |(_, span)| span.start..value.span().end);
        if records.len() == MOST_RECORDS {
            return Err(too_many(&span, "entry").into());
        }
        let cell = |(_, place): &(Taken, Place)| match place {
            Place::Key => key.as_ref().and_then(|(name, span)| Cell::of_text(name, span.clone())),
            Place::Path(path) => path.iter().try_fold(*value, |value, name| step(value, name)).and_then(Node::cell),
        };
        records.push(Record { number: at + 1, cells: taken.iter().map(cell).collect(), span });
    }
    let left_out = if request.map.is_empty() { left_out(&entries, &taken) } else { Vec::new() };
    Ok(Sheet { keys: taken.into_iter().map(|(taken, _)| taken).collect(), left_out, records, unit: "entry" })
}

/// The members of entries from which nothing is taken.
fn left_out<N: Node>(entries: &[(Option<(&str, Span)>, &N)], taken: &[(Taken, Place)]) -> Vec<String> {
    let is_taken = |name: &str| {
        taken.iter().any(|(_, place)| matches!(place, Place::Path(path) if path.first().is_some_and(|of| of == name)))
    };
    let mut found: Vec<String> = Vec::new();
    for (_, value) in entries {
        for (name, ..) in value.members().unwrap_or_default() {
            if found.len() < NAMED && !is_taken(name) && !found.iter().any(|other| other == name) {
                found.push(name.to_owned());
            }
        }
    }
    found
}

/// What a value is, as far as it matters for where the rows are.
#[derive(PartialEq, Eq)]
enum Kind {
    Object,
    Array,
    Single,
}

fn kind<N: Node>(value: &N) -> Kind {
    match (value.members(), value.elements()) {
        (Some(_), _) => Kind::Object,
        (_, Some(_)) => Kind::Array,
        _ => Kind::Single,
    }
}

/// Whether a value looks like the rows of a list: several objects.
fn looks_like_rows<N: Node>(value: &N) -> bool {
    match (value.members(), value.elements()) {
        (Some(members), _) => members.len() > 1 && members.iter().all(|(_, _, value)| kind(*value) == Kind::Object),
        (_, Some(elements)) => !elements.is_empty() && elements.iter().all(|element| kind(*element) == Kind::Object),
        _ => false,
    }
}

/// Refuses an object that is not one of objects by code, or of texts by code, but has the rows further inside.
fn refuse_other_members<N: Node>(root: &N) -> Result<(), Failure> {
    let Some(members) = root.members() else { return Ok(()) };
    let is_uniform = |of: &Kind| members.iter().all(|(_, _, value)| kind(*value) == *of);
    let is_wrapper = members.len() == 1 && looks_like_rows(members[0].2);
    if members.is_empty() || is_uniform(&Kind::Single) || is_uniform(&Kind::Object) && !is_wrapper {
        return Ok(());
    }
    let mut pointers: Vec<String> = Vec::new();
    for (name, _, value) in &members {
        let pointer = format!("/{}", escaped(name));
        for (inner, _, value) in value.members().unwrap_or_default() {
            if pointers.len() < NAMED && kind(value) == Kind::Array && looks_like_rows(value) {
                pointers.push(format!("`{pointer}/{}`", escaped(inner)));
            }
        }
        if pointers.len() < NAMED && looks_like_rows(*value) {
            pointers.push(format!("`{pointer}`"));
        }
    }
    let failure = Failure::new("the members of the input are not codes");
    Err(failure.help(match pointers.as_slice() {
        [] => "say where the rows are: `--rows /json/pointer`; for the whole input, `--rows ''`".to_owned(),
        [one] => format!("the rows may be at {one}: add `--rows {}`", one.trim_matches('`')),
        several => format!("say where the rows are, `--rows POINTER`: there are {}", several.join(", ")),
    }))
}

fn places<N: Node>(request: &Request, entries: &[(Option<(&str, Span)>, &N)]) -> Result<Vec<(Taken, Place)>, Failure> {
    let has_keys = entries.iter().any(|(key, _)| key.is_some());
    let mut taken: Vec<(Taken, Place)> = Vec::new();
    let take = |key: Key, column: String, path: Vec<String>| (Taken { key, column }, Place::Path(path));
    if request.map.is_empty() {
        // What any entry has, as entries may leave keys out.
        for (_, value) in entries.iter().take(MOST_RECORDS) {
            for (name, _, value) in value.members().unwrap_or_default() {
                let column = || request.columns.iter().find(|column| *column == name);
                let Some(key) = Key::of_header(name)
                    .filter(|_| !name.contains('.'))
                    .or_else(|| column().map(|column| Key::Column(column.clone(), None)))
                else {
                    continue;
                };
                let inner = if matches!(key, Key::Message(_) | Key::Column(..)) { value.members() } else { None };
                let found: Vec<(Key, Vec<String>)> = match inner {
                    // By language.
                    Some(texts) => texts
                        .into_iter()
                        .filter_map(|(tag, _, _)| {
                            let key = Key::parse(&format!("{}.{tag}", key.root())).ok()?;
                            Some((key, vec![name.to_owned(), tag.to_owned()]))
                        })
                        .collect(),
                    None => vec![(key, vec![name.to_owned()])],
                };
                for (key, path) in found {
                    if taken.iter().all(|(other, _)| other.key != key) {
                        taken.push(take(key, path.join("."), path));
                    }
                }
            }
        }
        if has_keys && taken.iter().all(|(taken, _)| taken.key != Key::Code) {
            taken.insert(0, (Taken { key: Key::Code, column: "$key".to_owned() }, Place::Key));
        }
    }
    for Assignment { key, value } in &request.map {
        let place = match value.as_str() {
            "$key" if !has_keys => {
                return Err(Failure::new("the rows are an array: they have no `$key`"));
            }
            "$key" => Place::Key,
            "$value" => Place::Path(Vec::new()),
            pointer if pointer.starts_with('/') => Place::Path(names(pointer)),
            name => Place::Path(vec![name.to_owned()]),
        };
        if let Place::Path(path) = &place
            && entries.iter().all(|(_, entry)| path.iter().try_fold(*entry, |value, name| step(value, name)).is_none())
        {
            return Err(Failure::new(format!("no entry has `{value}`")).help(columns(entries, has_keys)));
        }
        taken.push((Taken { key: key.clone(), column: value.clone() }, place));
    }
    if taken.iter().any(|(taken, _)| taken.key == Key::Code) {
        return Ok(taken);
    }
    Err(Failure::new("nothing is mapped to `code`")
        .help(format!("add `--map code=COLUMN`; {}", columns(entries, has_keys))))
}

/// The columns that the first entry has.
fn columns<N: Node>(entries: &[(Option<(&str, Span)>, &N)], has_keys: bool) -> String {
    let mut names: Vec<String> = Vec::new();
    if has_keys {
        names.push("`$key`".to_owned());
    }
    match entries.first().and_then(|(_, value)| value.members()) {
        Some(members) => names.extend(members.iter().take(NAMED).map(|(name, _, _)| format!("`/{}`", escaped(name)))),
        None => names.push("`$value`".to_owned()),
    }
    format!("the columns are {}", names.join(", "))
}

/// The names in a JSON pointer, RFC 6901.
fn names(pointer: &str) -> Vec<String> {
    pointer.split('/').skip(1).map(|name| name.replace("~1", "/").replace("~0", "~")).collect()
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// A member by name, or an element by number.
fn step<'n, N: Node>(value: &'n N, name: &str) -> Option<&'n N> {
    value.member(name).or_else(|| value.elements()?.get(name.parse::<usize>().ok()?).copied())
}

fn resolve<'n, N: Node>(root: &'n N, pointer: &str) -> Result<&'n N, Failure> {
    if !pointer.is_empty() && !pointer.starts_with('/') {
        return Err(Failure::new(format!("`{pointer}` is not a JSON pointer")).help(format!("write `/{pointer}`")));
    }
    let mut value = root;
    let mut path = String::new();
    for name in names(pointer) {
        let Some(inner) = step(value, &name) else {
            let members = value.members().unwrap_or_default();
            let known: Vec<String> =
                members.iter().take(NAMED).map(|(name, _, _)| format!("`{path}/{}`", escaped(name))).collect();
            let failure = Failure::new(format!("there is nothing at `{path}/{}`", escaped(&name)));
            return Err(if known.is_empty() {
                failure
            } else {
                failure.help(format!("there are {}", known.join(", ")))
            });
        };
        value = inner;
        path = format!("{path}/{}", escaped(&name));
    }
    Ok(value)
}

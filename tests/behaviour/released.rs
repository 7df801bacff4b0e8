//! What was released of the i-neo table stays as it was: programs match on it, parse it and store it.
//!
//! `released.tsv` holds every row that a release had. New rows and new aliases are fine; whatever else changes a released
//! row is a breaking change. `UPDATE_RELEASED=1 cargo test -p ineo-codes-tests --test behaviour` writes the file anew:
//! with each release, and for a change that is meant to break.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ineo_codes::StatusCode;

const HEADER: &str = "# code\tnames\tvariant\tcategory\tretry";

/// What a release promises of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    code: String,
    /// The wire name, and the aliases behind it.
    names: Vec<String>,
    variant: String,
    category: String,
    retry: String,
}

impl Row {
    fn of(code: StatusCode) -> Self {
        Self {
            code: code.code().to_string(),
            names: code.names().iter().map(|name| (*name).to_owned()).collect(),
            variant: format!("{code:?}"),
            category: code.category().to_string(),
            retry: code.retry().to_string(),
        }
    }

    fn parse(line: &str) -> Self {
        let cells: Vec<&str> = line.split('\t').collect();
        let [code, names, variant, category, retry] = cells[..] else { panic!("not of five cells: {line:?}") };
        let names = names.split(',').map(str::to_owned).collect();
        let [code, variant, category, retry] = [code, variant, category, retry].map(str::to_owned);
        Self { code, names, variant, category, retry }
    }

    fn line(&self) -> String {
        [&self.code, &self.names.join(","), &self.variant, &self.category, &self.retry].map(String::as_str).join("\t")
    }
}

fn current() -> Vec<Row> {
    StatusCode::ALL.iter().map(|code| Row::of(*code)).collect()
}

/// The codes that bear each name.
fn bearers(rows: &[Row]) -> BTreeMap<&str, Vec<&str>> {
    let mut bearers: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in rows {
        row.names.iter().for_each(|name| bearers.entry(name).or_default().push(&row.code));
    }
    bearers
}

/// What no longer holds of the released rows.
fn broken_promises(released: &[Row], current: &[Row]) -> Vec<String> {
    let mut broken = Vec::new();
    for was in released {
        let Some(is) = current.iter().find(|row| row.code == was.code) else {
            let renumbered = current.iter().find(|row| row.variant == was.variant);
            broken.push(match renumbered {
                Some(is) => format!("{} {} is renumbered {}", was.code, was.variant, is.code),
                None => format!("{} {} is dropped", was.code, was.variant),
            });
            continue;
        };
        let mut same = |what: &str, was_so: &str, is_so: &str| {
            if was_so != is_so {
                broken.push(format!("the {what} of {} was {was_so} and is {is_so}", was.code));
            }
        };
        same("variant", &was.variant, &is.variant);
        same("name", &was.names[0], &is.names[0]);
        same("category", &was.category, &is.category);
        same("retry advice", &was.retry, &is.retry);
        for alias in was.names.iter().filter(|alias| !is.names.contains(alias)) {
            broken.push(format!("{} no longer bears the name {alias}", was.code));
        }
    }
    let borne = bearers(current);
    for (name, codes) in bearers(released).into_iter().filter(|(_, codes)| codes.len() == 1) {
        if let Some(others) = borne.get(name).filter(|others| others.len() > 1) {
            broken.push(format!("the name {name} told {}, and is shared now by {}", codes[0], others.join(" and ")));
        }
    }
    broken
}

#[test]
fn released_codes_stay_as_they_are() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/released.tsv");
    if std::env::var_os("UPDATE_RELEASED").is_some() {
        let lines: Vec<String> = current().iter().map(Row::line).collect();
        fs::write(&path, format!("{HEADER}\n{}\n", lines.join("\n"))).expect("the file can be written");
    }
    let text = fs::read_to_string(&path).expect("the file can be read");
    let (header, rows) = text.split_once('\n').expect("a line of headings");
    assert_eq!(header.trim_end(), HEADER);
    let released: Vec<Row> = rows.lines().map(Row::parse).collect();
    assert!(!released.is_empty());
    let broken = broken_promises(&released, &current());
    assert!(broken.is_empty(), "codes.toml breaks what was released, see CONTRIBUTING.md:\n{}", broken.join("\n"));
}

/// A table for the tests of the comparison itself.
fn sample() -> Vec<Row> {
    [
        "400\tbad_request\tBadRequest\tinvalid_request\tnever",
        "404\tnot_found,data_error\tNotFound\tnot_found\tnever",
        "429\ttoo_many_requests\tTooManyRequests\trate_limited\tbackoff",
    ]
    .map(Row::parse)
    .to_vec()
}

/// The sample with a change made to one code's row.
fn with(code: &str, change: impl FnOnce(&mut Row)) -> Vec<Row> {
    let mut rows = sample();
    change(rows.iter_mut().find(|row| row.code == code).expect("the code is in the sample"));
    rows
}

#[test]
fn each_change_to_a_released_row_is_noticed() {
    for (changed, told) in [
        (sample()[1..].to_vec(), "400 BadRequest is dropped"),
        (with("400", |row| row.code = "401".to_owned()), "400 BadRequest is renumbered 401"),
        (with("400", |row| row.variant = "Bad".to_owned()), "the variant of 400 was BadRequest and is Bad"),
        (with("400", |row| row.names[0] = "bad".to_owned()), "the name of 400 was bad_request and is bad"),
        (with("404", |row| _ = row.names.pop()), "404 no longer bears the name data_error"),
        (with("404", |row| row.category = "success".to_owned()), "the category of 404 was not_found and is success"),
        (with("429", |row| row.retry = "after 1s".to_owned()), "the retry advice of 429 was backoff and is after 1s"),
        (
            with("429", |row| row.names.push("bad_request".to_owned())),
            "the name bad_request told 400, and is shared now by 400 and 429",
        ),
    ] {
        let broken = broken_promises(&sample(), &changed);
        assert!(broken.iter().any(|promise| promise == told), "{told}, not {broken:?}");
    }
}

#[test]
fn additions_are_fine() {
    let mut rows = with("400", |row| row.names.push("malformed".to_owned()));
    rows.insert(1, Row::parse("402\tparameter_missing,missing\tParameterMissing\tinvalid_request\tnever"));
    assert_eq!(broken_promises(&sample(), &rows), [""; 0]);
}

#[test]
fn a_line_holds_all_of_a_row() {
    for row in current() {
        assert_eq!(Row::parse(&row.line()), row);
    }
}

//! Random tables, compiled, and checked against the model that they were made from.
//!
//! `INEO_CODES_RANDOM_SEED=1 cargo test -p ineo-codes-tests-random` checks other tables than those of the default seed.

#![cfg(test)]

#[allow(
    clippy::all,
    clippy::pedantic,
    dead_code,
    deprecated,
    missing_docs,
    unreachable_pub,
    unused_imports,
    unused_qualifications,
    reason = "made by the build script"
)]
mod tables {
    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}

mod texts;

use std::collections::HashSet;
use std::fmt::Debug;

use ineo_codes::{Categorized, Code, Integer, Retry};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What the model says of a row.
struct Row<C> {
    code: C,
    number: i128,
    variant: &'static str,
    names: &'static [&'static str],
    messages: &'static [Option<&'static str>],
    meaning: Meaning,
}

#[derive(Clone, Copy)]
struct Meaning {
    category: usize,
    retry: Retry,
    http: Option<u16>,
    /// What each column shows.
    columns: &'static [&'static str],
}

/// What the model says of codes that the table doesn't list.
#[derive(Clone, Copy)]
struct Unlisted {
    names: &'static [&'static str],
    messages: &'static [Option<&'static str>],
    meaning: Meaning,
}

/// What the model says of a text that a service sends.
struct Sent {
    text: &'static str,
    is_listed: bool,
    name: &'static str,
    category: &'static str,
    retry: Retry,
}

/// What the model says of a table.
struct Expected<C: 'static> {
    rows: &'static [Row<C>],
    /// The first that a code is in holds.
    ranges: &'static [(i128, i128, Unlisted)],
    languages: &'static [&'static str],
    min: i128,
    max: i128,
    unrecognized: Unlisted,
    /// Of a table that shows its codes in hexadecimal.
    hexadecimal_digits: Option<usize>,
}

/// The inherent items of an enum of codes.
struct Inherent<C: Code<Repr: Integer>> {
    all: &'static [C],
    languages: &'static [&'static str],
    repr: fn(i128) -> C::Repr,
    from_code: fn(C::Repr) -> C,
    code: fn(C) -> C::Repr,
    into_repr: fn(C) -> C::Repr,
    name: fn(C) -> &'static str,
    names: fn(C) -> &'static [&'static str],
    named: fn(&str) -> &'static [C],
    message: fn(C) -> &'static str,
    message_in: fn(C, &str) -> Option<&'static str>,
    retry: fn(C) -> Retry,
    is_retryable: fn(C) -> bool,
    is_recognized: fn(C) -> bool,
    columns: fn(C) -> Vec<String>,
}

/// What the model says of a category.
struct Category<C, K> {
    value: K,
    name: &'static str,
    variant: &'static str,
    predicate: fn(C) -> bool,
    http_status: Option<fn(C) -> u16>,
    into_http: Option<fn(C) -> http::StatusCode>,
    /// In a table with successes.
    is_success: Option<bool>,
    ok: Option<fn(C) -> Result<(), C>>,
}

/// What the model says of a code.
struct Answer<'a, C> {
    row: Option<&'a Row<C>>,
    names: &'a [&'static str],
    messages: &'a [Option<&'static str>],
    meaning: Meaning,
}

impl<C> Expected<C> {
    fn answer(&self, number: i128) -> Answer<'_, C> {
        if let Some(row) = self.rows.iter().find(|row| row.number == number) {
            return Answer { row: Some(row), names: row.names, messages: row.messages, meaning: row.meaning };
        }
        let range = self.ranges.iter().find(|(from, to, _)| (*from..=*to).contains(&number));
        let Unlisted { names, messages, meaning } = range.map_or(self.unrecognized, |(_, _, unlisted)| *unlisted);
        Answer { row: None, names, messages, meaning }
    }

    /// All numbers if there are few; else those at which something changes, and some far from all codes.
    fn numbers(&self) -> Vec<i128> {
        if self.max - self.min < 1 << 8 {
            return (self.min..=self.max).collect();
        }
        let ends = self.ranges.iter().flat_map(|(from, to, _)| [*from, *to]);
        let known = self.rows.iter().map(|row| row.number).chain(ends).chain([0, self.min, self.max]);
        let spread = (0..64).map(|at| self.min + (self.max - self.min) / 64 * at);
        let all = known.flat_map(|number| [number - 1, number, number + 1]).chain(spread);
        all.filter(|number| (self.min..=self.max).contains(number)).collect()
    }

    /// A code as it is displayed.
    fn shown(&self, number: i128) -> String {
        let Some(digits) = self.hexadecimal_digits else { return number.to_string() };
        let bits = if number < 0 { number + (1 << (4 * digits)) } else { number };
        format!("0x{bits:0digits$X}")
    }

    /// RFC 4647, section 3.4: of the tags that are left when subtags are cut off the end, the longest that is known.
    fn language(&self, range: &str) -> Option<usize> {
        let subtags: Vec<&str> = range.split('-').collect();
        let lengths = (1..=subtags.len()).rev().filter(|at| *at == subtags.len() || subtags[at - 1].len() > 1);
        let mut cut = lengths.map(|length| subtags[..length].join("-"));
        cut.find_map(|cut| self.languages.iter().position(|language| language.eq_ignore_ascii_case(&cut)))
    }
}

fn check<C>(table: usize, expected: &Expected<C>, inherent: &Inherent<C>)
where
    C: Code<Repr: Integer> + Serialize + DeserializeOwned,
{
    let seed = tables::SEED;
    assert!(inherent.all.iter().eq(expected.rows.iter().map(|row| &row.code)), "table {table} of seed {seed}");
    assert_eq!(C::ALL, inherent.all);
    assert_eq!(inherent.languages, expected.languages, "table {table} of seed {seed}");
    assert_eq!(C::LANGUAGES, inherent.languages);
    assert_eq!((C::Repr::MIN.into(), C::Repr::MAX.into()), (expected.min, expected.max));
    for number in expected.numbers() {
        let about = format!("{number} in table {table} of seed {seed}");
        check_code(&about, number, expected, inherent);
    }
    if expected.max - expected.min < 1 << 16 {
        let recognized: HashSet<i128> = expected.rows.iter().map(|row| row.number).collect();
        for number in expected.min..=expected.max {
            let code = (inherent.from_code)((inherent.repr)(number));
            assert_eq!(code.code().into(), number, "{number} in table {table} of seed {seed}");
            assert_eq!(code.is_recognized(), recognized.contains(&number), "{number} in table {table} of seed {seed}");
        }
    }
    check_names(&format!("table {table} of seed {seed}"), expected, inherent);
    check_order(expected, inherent);
}

fn check_code<C>(about: &str, number: i128, expected: &Expected<C>, inherent: &Inherent<C>)
where
    C: Code<Repr: Integer> + Serialize + DeserializeOwned,
{
    let answer = expected.answer(number);
    let repr = (inherent.repr)(number);
    let code = (inherent.from_code)(repr);
    assert!(C::from_code(repr) == code && C::from(repr) == code, "{about}");
    for back in [(inherent.code)(code), Code::code(code), (inherent.into_repr)(code)] {
        assert_eq!(back, repr, "{about}");
    }
    assert!(code == repr, "{about}");
    if let Some(row) = answer.row {
        assert_eq!(code, row.code, "{about}");
    }
    let is_recognized = answer.row.is_some();
    assert_eq!(((inherent.is_recognized)(code), code.is_recognized()), (is_recognized, is_recognized), "{about}");

    let name = answer.names[0];
    assert_eq!(((inherent.name)(code), code.name()), (name, name), "{about}");
    assert_eq!(((inherent.names)(code), code.names()), (answer.names, answer.names), "{about}");
    let message = answer.messages.first().copied().flatten().unwrap_or(name);
    assert_eq!(((inherent.message)(code), code.message()), (message, message), "{about}");
    let retry = answer.meaning.retry;
    assert_eq!(((inherent.retry)(code), code.retry()), (retry, retry), "{about}");
    let is_retryable = retry != Retry::Never;
    assert_eq!(((inherent.is_retryable)(code), code.is_retryable()), (is_retryable, is_retryable), "{about}");

    let foreign = ["", "-", "en", "FA", "fa-IR-x-more", "zh-Hant-TW", "zh-TW", "de-CH", "en-GB-x-ab", "tlh", "x"];
    let extended = expected.languages.iter().flat_map(|tag| {
        let tag = (*tag).to_owned();
        [tag.to_uppercase(), format!("{tag}-ZZ"), format!("{tag}-a-bbb-x-y"), tag]
    });
    for tag in foreign.into_iter().map(str::to_owned).chain(extended) {
        let language = expected.language(&tag);
        let text = language.map(|at| answer.messages.get(at).copied().flatten().unwrap_or(message));
        assert_eq!((inherent.message_in)(code, &tag), text, "{about}, in {tag}");
        assert_eq!(code.message_in(&tag), text, "{about}, in {tag}");
    }

    assert_eq!((inherent.columns)(code), answer.meaning.columns, "{about}");

    let shown = expected.shown(number);
    let displayed = if shown == name { shown.clone() } else { format!("{shown} {name}") };
    assert_eq!(code.to_string(), displayed, "{about}");
    assert_eq!(displayed.parse::<C>().ok(), Some(code), "{about}");
    let long = if message == name { displayed } else { format!("{displayed}: {message}") };
    assert_eq!(format!("{code:#}"), long, "{about}");
    let debug = answer.row.map_or_else(|| format!("Unrecognized({shown})"), |row| row.variant.to_owned());
    assert_eq!(format!("{code:?}"), debug, "{about}");

    let decimal = number.to_string();
    assert_eq!(decimal.parse::<C>().ok(), Some(code), "{about}");
    assert_eq!(serde_json::to_string(&code).expect("a number is written"), decimal, "{about}");
    assert_eq!(serde_json::from_str::<C>(&decimal).ok(), Some(code), "{about}");
    assert_eq!(serde_json::from_str::<C>(&format!("\"{decimal}\"")).ok(), Some(code), "{about}");
}

fn check_names<C: Code<Repr: Integer>>(about: &str, expected: &Expected<C>, inherent: &Inherent<C>) {
    let names: HashSet<&str> = expected.rows.iter().flat_map(|row| row.names).copied().collect();
    for name in &names {
        let owners = expected.rows.iter().filter(|row| row.names.contains(name));
        let owners: Vec<C> = owners.map(|row| row.code).collect();
        assert_eq!((inherent.named)(name), owners, "`{name}` in {about}");
        assert_eq!(C::named(name), owners, "`{name}` in {about}");
        match (name.parse::<C>(), owners.as_slice()) {
            (Ok(code), [owner]) => assert_eq!(code, *owner, "`{name}` in {about}"),
            (Err(error), [_, _, ..]) => {
                assert_eq!(error.candidates(), owners, "`{name}` in {about}");
                let error = error.to_string();
                assert!(owners.iter().all(|owner| error.contains(&owner.to_string())), "`{name}` in {about}");
            }
            (parsed, _) => panic!("`{name}` in {about} is {parsed:?}, and the name of {owners:?}"),
        }
        // What is almost a name is none.
        let shorter = name.char_indices().next_back().map(|(at, _)| name[..at].to_owned());
        for other in [name.to_uppercase(), format!("{name} "), format!(" {name}"), format!("{name}{name}")] {
            check_no_name::<C>(&other, &names, about);
        }
        if let Some(shorter) = shorter {
            check_no_name::<C>(&shorter, &names, about);
        }
    }
    for other in ["", "unrecognized", "Unrecognized", " ", "\0", "\0\0\0\0\0\0\0\0"] {
        check_no_name::<C>(other, &names, about);
    }
    for beyond in [expected.min - 1, expected.max + 1] {
        assert!(beyond.to_string().parse::<C>().is_err(), "{beyond} in {about}");
    }
}

fn check_no_name<C: Code<Repr: Integer>>(text: &str, names: &HashSet<&str>, about: &str) {
    if names.contains(text) {
        return;
    }
    assert!(C::named(text).is_empty(), "`{text}` in {about}");
    match text.parse::<C>() {
        Ok(code) => assert_eq!(text.parse::<i128>().ok(), Some(code.code().into()), "`{text}` in {about}"),
        Err(error) => assert!(error.candidates().is_empty(), "`{text}` in {about}"),
    }
}

fn check_order<C: Code<Repr: Integer>>(expected: &Expected<C>, inherent: &Inherent<C>) {
    let numbers = expected.numbers();
    let mut ordered: Vec<C> = numbers.iter().map(|number| (inherent.from_code)((inherent.repr)(*number))).collect();
    ordered.sort();
    ordered.dedup();
    assert!(ordered.is_sorted_by_key(|code| code.code()));
    let different: HashSet<C> = ordered.iter().copied().collect();
    assert_eq!(different.len(), numbers.iter().collect::<HashSet<_>>().len());
}

fn check_categories<C, K>(
    table: usize,
    expected: &Expected<C>,
    inherent: &Inherent<C>,
    categories: &[Category<C, K>],
    category: fn(C) -> K,
) where
    C: Categorized<Repr: Integer, Category = K>,
    K: Copy + Debug + std::fmt::Display + Eq,
{
    for known in categories {
        assert_eq!(format!("{:?}", known.value), known.variant);
        assert_eq!(known.value.to_string(), known.name);
    }
    for number in expected.numbers() {
        let about = format!("{number} in table {table} of seed {}", tables::SEED);
        let code = (inherent.from_code)((inherent.repr)(number));
        let at = expected.answer(number).meaning.category;
        let own = &categories[at];
        assert_eq!((category(code), code.category()), (own.value, own.value), "{about}");
        for (other, known) in categories.iter().enumerate() {
            assert_eq!((known.predicate)(code), other == at, "{about}, {}", known.name);
        }
        let http = expected.answer(number).meaning.http;
        assert_eq!(own.http_status.map(|http_status| http_status(code)), http, "{about}");
        assert_eq!(own.into_http.map(|into_http| into_http(code).as_u16()), http, "{about}");
        let result = own.is_success.map(|is_success| if is_success { Ok(()) } else { Err(code) });
        assert_eq!(own.ok.map(|ok| ok(code)), result, "{about}");
    }
}

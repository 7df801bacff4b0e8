//! What ineo-codes is measured against, and how a lookup is run.

use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::Hash;
use std::hint::black_box;
use std::time::Duration;

use ineo_codes_benches_tables::{self as tables, CATEGORIES, Shape};

/// What is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lookup {
    /// From a number to the variant.
    FromCode,
    /// From a number to the message.
    Message,
    /// From a number to the category.
    Category,
    /// From a number to the retry.
    Retry,
    /// From a name to the variant.
    Name,
}

/// One way to do a lookup.
pub struct Contender<I> {
    /// What it looks up.
    pub lookup: Lookup,
    /// Who does it.
    pub name: &'static str,
    /// Looks up each of the inputs.
    pub run: Box<Run<I>>,
    /// What it finds, to be compared with what others find.
    pub find: Box<dyn Fn(I) -> String>,
}

/// Looks up many inputs, one after the other.
pub type Run<I> = dyn Fn(&[I]);

/// All ways to do all lookups in one table.
pub struct Contenders<R> {
    /// By number.
    pub by_code: Vec<Contender<R>>,
    /// By name.
    pub by_name: Vec<Contender<&'static str>>,
}

impl<R> Default for Contenders<R> {
    fn default() -> Self {
        Self { by_code: Vec::new(), by_name: Vec::new() }
    }
}

/// A contender that does one lookup after the other.
///
/// Each result is kept alive in the same way, by value: its bytes are stored, and the compiler may assume nothing of
/// what becomes of them. The loop is compiled once for each contender, in the crate that calls this, so that a lookup
/// that the compiler would inline for a user is inlined here.
pub fn contender<I: Copy, O: Debug>(
    lookup: Lookup,
    name: &'static str,
    find: impl Fn(I) -> O + Copy + 'static,
) -> Contender<I> {
    let run = move |inputs: &[I]| {
        // A copy of its own: what it captured stays in registers.
        let find = find;
        for input in inputs {
            black_box(find(*input));
        }
    };
    Contender { lookup, name, run: Box::new(run), find: Box::new(move |input| format!("{:?}", find(input))) }
}

/// The types of codes.
pub trait Number: Copy + Eq + Ord + Hash + 'static {
    /// From its bits.
    fn of(bits: u64) -> Self;
    /// The lower 16 bits.
    fn low(self) -> u16;
}

macro_rules! numbers {
    ($($integer:ident)*) => {
        $(
            #[allow(clippy::cast_possible_truncation, trivial_numeric_casts, reason = "the lower bits are asked for")]
            impl Number for $integer {
                fn of(bits: u64) -> Self {
                    bits as Self
                }
                #[inline]
                fn low(self) -> u16 {
                    self as u16
                }
            }
        )*
    };
}

numbers!(u16 u32 u64);

/// The peers' category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString)]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs)]
pub enum Category {
    Success,
    InvalidRequest,
    Forbidden,
    NotFound,
    Unavailable,
    Unspecified,
}

impl Category {
    const ALL: [Self; CATEGORIES.len()] =
        [Self::Success, Self::InvalidRequest, Self::Forbidden, Self::NotFound, Self::Unavailable, Self::Unspecified];
}

/// The peers' retry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Retry {
    Never,
    Backoff,
    After(Duration),
}

/// A row in the peers' terms.
struct Row {
    code: u64,
    name: &'static str,
    message: &'static str,
    category: Category,
    retry: Retry,
}

fn rows(bits: u32, rows: usize) -> Vec<Row> {
    tables::rows(Shape { bits, rows })
        .into_iter()
        .map(|row| Row {
            code: row.code,
            name: row.name.leak(),
            message: row.message.leak(),
            category: Category::ALL[row.category],
            retry: match row.retry {
                tables::Retry::Never => Retry::Never,
                tables::Retry::Backoff => Retry::Backoff,
                tables::Retry::After(seconds) => Retry::After(Duration::from_secs(seconds)),
            },
        })
        .collect()
}

/// The same map as a `HashMap` and as a sorted slice. They live as long as the program, as statics would.
fn hash_and_sorted<I: Hash + Ord + Copy + 'static, O: Copy + 'static, T: Debug>(
    lookup: Lookup,
    entries: Vec<(I, O)>,
    found: impl Fn(Option<&O>, I) -> T + Copy + 'static,
) -> [Contender<I>; 2] {
    let hashed: &'static HashMap<I, O> = Box::leak(Box::new(entries.iter().copied().collect()));
    let mut sorted = entries;
    sorted.sort_unstable_by_key(|(input, _)| *input);
    let sorted: &'static [(I, O)] = sorted.leak();
    [
        contender(lookup, "HashMap", move |input| found(hashed.get(&input), input)),
        contender(lookup, "binary search", move |input| {
            let at = sorted.binary_search_by_key(&input, |(input, _)| *input);
            found(at.ok().map(|at| &sorted[at].1), input)
        }),
    ]
}

/// `phf`, `HashMap` and binary search.
macro_rules! map_contenders {
    ($all:ident, $rows:expr, $code:ident) => {{
        let rows: &[Row] = $rows;
        $all.by_code.extend([
            contender(Lookup::FromCode, "phf", |code| CODES.get(&code).copied().unwrap_or($code::Unrecognized(code))),
            contender(Lookup::Message, "phf", |code| MESSAGES.get(&code).copied().unwrap_or("unrecognized")),
            contender(Lookup::Category, "phf", |code| CATEGORIES.get(&code).copied().unwrap_or(Category::Unspecified)),
            contender(Lookup::Retry, "phf", |code| RETRIES.get(&code).copied().unwrap_or(Retry::Never)),
        ]);
        $all.by_code.extend(hash_and_sorted(
            Lookup::FromCode,
            CODES.entries().map(|(number, code)| (*number, *code)).collect(),
            |found, code| found.copied().unwrap_or($code::Unrecognized(code)),
        ));
        $all.by_code.extend(hash_and_sorted(
            Lookup::Message,
            rows.iter().map(|row| (Number::of(row.code), row.message)).collect(),
            |found, _| found.copied().unwrap_or("unrecognized"),
        ));
        $all.by_code.extend(hash_and_sorted(
            Lookup::Category,
            rows.iter().map(|row| (Number::of(row.code), row.category)).collect(),
            |found, _| found.copied().unwrap_or(Category::Unspecified),
        ));
        $all.by_code.extend(hash_and_sorted(
            Lookup::Retry,
            rows.iter().map(|row| (Number::of(row.code), row.retry)).collect(),
            |found, _| found.copied().unwrap_or(Retry::Never),
        ));
    }};
}

/// `num_enum` to the variant, and from there `strum` to the message.
macro_rules! derive_contenders {
    ($all:ident, $code:ident) => {{
        use strum::EnumMessage as _;
        $all.by_code.extend([
            contender(Lookup::FromCode, "num_enum", |code| $code::from(code)),
            contender(Lookup::Message, "num_enum + strum", |code| $code::from(code).get_message().unwrap_or("")),
        ]);
    }};
}

/// `num_enum` to the variant, and from there `strum` to the properties.
macro_rules! property_contenders {
    ($all:ident, $code:ident) => {{
        use strum::EnumProperty as _;
        $all.by_code.extend([
            contender(Lookup::Category, "num_enum + strum", |code| {
                $code::from(code)
                    .get_str("category")
                    .and_then(|name| name.parse().ok())
                    .unwrap_or(Category::Unspecified)
            }),
            contender(Lookup::Retry, "num_enum + strum", |code| {
                let code = $code::from(code);
                match code.get_str("retry") {
                    Some("backoff") => Retry::Backoff,
                    Some("after") => {
                        let seconds = code.get_int("seconds").and_then(|seconds| seconds.try_into().ok());
                        Retry::After(Duration::from_secs(seconds.unwrap_or(0)))
                    }
                    _ => Retry::Never,
                }
            }),
        ]);
    }};
}

/// A `match` by hand.
macro_rules! match_contenders {
    ($all:ident) => {{
        $all.by_code.extend([
            contender(Lookup::FromCode, "match", |code| match_code(code)),
            contender(Lookup::Message, "match", |code| match_message(code)),
            contender(Lookup::Category, "match", |code| match_category(code)),
            contender(Lookup::Retry, "match", |code| match_retry(code)),
        ]);
    }};
}

/// `strum`, `phf`, `HashMap` and binary search, by name.
macro_rules! name_contenders {
    ($all:ident, $rows:expr, $code:ident) => {{
        let rows: &[Row] = $rows;
        $all.by_name.extend([
            contender(Lookup::Name, "strum", |name: &'static str| name.parse::<$code>().ok()),
            contender(Lookup::Name, "phf", |name: &'static str| NAMES.get(name).copied()),
        ]);
        $all.by_name.extend(hash_and_sorted(
            Lookup::Name,
            rows.iter().map(|row| (row.name, NAMES[row.name])).collect(),
            |found, _| found.copied(),
        ));
    }};
}

/// A `match` by hand, by name.
macro_rules! name_match_contender {
    ($all:ident) => {
        $all.by_name.push(contender(Lookup::Name, "match", |name: &'static str| match_name(name)))
    };
}

/// All peers, by a text code.
macro_rules! text_contenders {
    ($code:ident) => {
        pub fn contenders() -> Vec<Contender<&'static str>> {
            use strum::{EnumMessage as _, EnumProperty as _};
            fn parsed(code: &'static str) -> $code {
                code.parse().unwrap_or($code::Unrecognized(code))
            }
            let mut all: Vec<Contender<&'static str>> = vec![
                contender(Lookup::FromCode, "phf", |code: &'static str| {
                    CODES.get(code).copied().unwrap_or($code::Unrecognized(code))
                }),
                contender(Lookup::Message, "phf", |code: &'static str| {
                    MESSAGES.get(code).copied().unwrap_or("unrecognized")
                }),
                contender(Lookup::Category, "phf", |code: &'static str| {
                    CATEGORIES.get(code).copied().unwrap_or(Category::Unspecified)
                }),
                contender(Lookup::FromCode, "match", |code| match_code(code)),
                contender(Lookup::Message, "match", |code| match_message(code)),
                contender(Lookup::Category, "match", |code| match_category(code)),
                contender(Lookup::FromCode, "strum", |code| parsed(code)),
                contender(Lookup::Message, "strum", |code| parsed(code).get_message().unwrap_or("unrecognized")),
                contender(Lookup::Category, "strum", |code| {
                    let name = parsed(code).get_str("category");
                    name.and_then(|name| name.parse().ok()).unwrap_or(Category::Unspecified)
                }),
            ];
            all.extend(hash_and_sorted(
                Lookup::FromCode,
                CODES.entries().map(|(text, code)| (*text, *code)).collect(),
                |found, code| found.copied().unwrap_or($code::Unrecognized(code)),
            ));
            all.extend(hash_and_sorted(
                Lookup::Message,
                MESSAGES.entries().map(|(text, message)| (*text, *message)).collect(),
                |found, _| found.copied().unwrap_or("unrecognized"),
            ));
            all.extend(hash_and_sorted(
                Lookup::Category,
                CATEGORIES.entries().map(|(text, category)| (*text, *category)).collect(),
                |found, _| found.copied().unwrap_or(Category::Unspecified),
            ));
            all
        }
    };
}

#[allow(missing_docs, clippy::all, clippy::pedantic, reason = "generated")]
mod generated {
    use super::*;

    include!(concat!(env!("OUT_DIR"), "/peers.rs"));
}

pub use self::generated::*;

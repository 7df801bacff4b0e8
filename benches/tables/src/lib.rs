//! Made-up tables of status codes, the same in every run: as rows, as a table file, as source for the peers.

mod input;
mod source;
mod texts;

use std::collections::BTreeSet;
use std::env;
use std::fmt::Write as _;

pub use self::input::{codes, names};
pub use self::source::{code_matches, enumeration, name_match, retry};
pub use self::texts::{TextShape, text_codes, text_rows, text_source, text_table_file};

/// From which all that is random here is drawn.
const SEED: u64 = 0x696E_656F;

/// The size of a table, and the type of its codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shape {
    /// 16, 32 or 64.
    pub bits: u32,
    /// How many rows.
    pub rows: usize,
}

impl Shape {
    /// The name of the table: `u16_29`.
    #[must_use]
    pub fn name(self) -> String {
        format!("u{}_{}", self.bits, self.rows)
    }

    /// The shapes that are measured, for build scripts: in a debug build, where nothing is measured, only the small ones.
    ///
    /// Rustc takes minutes for the peers of the largest tables. The variable `BENCH_ROWS` leaves tables of more rows out.
    #[must_use]
    pub fn measured() -> Vec<Self> {
        println!("cargo::rerun-if-changed=build.rs");
        println!("cargo::rerun-if-env-changed=BENCH_ROWS");
        let most = env::var("BENCH_ROWS").ok().and_then(|rows| rows.parse().ok());
        let most = most.unwrap_or(if env::var("PROFILE").is_ok_and(|name| name == "release") { 10_000 } else { 29 });
        let sizes = [29, 1_000, 10_000].into_iter().filter(|rows| *rows <= most);
        sizes.flat_map(|rows| [16, 32, 64].map(|bits| Self { bits, rows })).collect()
    }
}

/// A row of a table.
#[derive(Debug, Clone)]
pub struct Row {
    /// The number.
    pub code: u64,
    /// The name on the wire.
    pub name: String,
    /// The name as a variant.
    pub variant: String,
    /// What the code means.
    pub message: String,
    /// A position in [`CATEGORIES`].
    pub category: usize,
    /// When to send the request again.
    pub retry: Retry,
}

/// Whether to send a request again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    /// Not at all.
    Never,
    /// After a growing delay.
    Backoff,
    /// After this number of seconds.
    After(u64),
}

/// The categories, by name and variant. The last is that of the codes outside the table.
pub const CATEGORIES: [(&str, &str); 6] = [
    ("success", "Success"),
    ("invalid_request", "InvalidRequest"),
    ("forbidden", "Forbidden"),
    ("not_found", "NotFound"),
    ("unavailable", "Unavailable"),
    ("unspecified", "Unspecified"),
];

const SUBJECTS: [&str; 48] = [
    "account", "address", "amount", "answer", "batch", "bearer", "branch", "bundle", "card", "channel", "client",
    "contract", "courier", "credit", "customer", "device", "document", "domain", "invoice", "journal", "ledger",
    "licence", "limit", "login", "merchant", "message", "mobile", "network", "notice", "operator", "order", "parcel",
    "partner", "payment", "policy", "postcode", "profile", "proof", "quota", "record", "refund", "request", "session",
    "shop", "ticket", "token", "transfer", "wallet",
];

const STATES: [&str; 32] = [
    "accepted",
    "blocked",
    "busy",
    "cancelled",
    "changed",
    "closed",
    "conflicting",
    "damaged",
    "delayed",
    "denied",
    "disabled",
    "doubled",
    "empty",
    "expired",
    "failed",
    "frozen",
    "incomplete",
    "invalid",
    "late",
    "limited",
    "locked",
    "lost",
    "missing",
    "moved",
    "open",
    "pending",
    "refused",
    "reversed",
    "stale",
    "suspended",
    "unknown",
    "unsigned",
];

/// The rows of the table of this shape. Codes are spread over all that the type holds, in no order.
#[must_use]
pub fn rows(shape: Shape) -> Vec<Row> {
    let mut random = fastrand::Rng::with_seed(SEED ^ u64::from(shape.bits) << 32 ^ shape.rows as u64);
    let mut words: Vec<[&str; 3]> = SUBJECTS
        .iter()
        .flat_map(|of| SUBJECTS.iter().map(move |what| [*of, *what]))
        .flat_map(|[of, what]| STATES.iter().map(move |state| [of, what, *state]))
        .collect();
    random.shuffle(&mut words);
    distinct_codes(&mut random, shape)
        .into_iter()
        .zip(words)
        .map(|(code, [of, what, state])| Row {
            code,
            name: format!("{of}_{what}_{state}"),
            variant: [of, what, state].map(capitalized).concat(),
            message: format!("The {what} of the {of} is {state}: see rule {}.", random.u16(..)),
            category: random.usize(..CATEGORIES.len()),
            retry: match random.u8(..10) {
                0 => Retry::After(30),
                1 | 2 => Retry::Backoff,
                _ => Retry::Never,
            },
        })
        .collect()
}

fn distinct_codes(random: &mut fastrand::Rng, shape: Shape) -> Vec<u64> {
    if shape.bits == 16 {
        let mut all: Vec<u64> = (0..=u64::from(u16::MAX)).collect();
        random.shuffle(&mut all);
        all.truncate(shape.rows);
        return all;
    }
    let mut known = BTreeSet::new();
    let mut codes = Vec::new();
    while codes.len() < shape.rows {
        let code = any_code(random, shape.bits);
        if known.insert(code) {
            codes.push(code);
        }
    }
    codes
}

fn any_code(random: &mut fastrand::Rng, bits: u32) -> u64 {
    random.u64(..) >> (64 - bits)
}

fn capitalized(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}

/// The rows as a table file of the project.
#[must_use]
pub fn table_file(shape: Shape, rows: &[Row]) -> String {
    let mut text = format!("[table]\nrepr = \"u{}\"\nlanguages = [\"en\"]\n\n[categories]\n", shape.bits);
    for (name, variant) in CATEGORIES {
        writeln!(text, "{name} = \"{variant}\"").unwrap();
    }
    text += "\n[unrecognized]\ncategory = \"unspecified\"\nmessage = \"unrecognized\"\n";
    for Row { code, name, message, category, retry, .. } in rows {
        let (category, _) = CATEGORIES[*category];
        let retry = match retry {
            Retry::Never => "\"never\"".to_owned(),
            Retry::Backoff => "\"backoff\"".to_owned(),
            Retry::After(seconds) => format!("{{ after-seconds = {seconds} }}"),
        };
        write!(
            text,
            "\n[[code]]\ncode = {code}\nname = {name:?}\ncategory = {category:?}\nretry = {retry}\nmessage = {message:?}\n"
        )
        .unwrap();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_differ_in_all_that_tells_them_apart() {
        for bits in [16, 32, 64] {
            let rows = rows(Shape { bits, rows: 10_000 });
            assert_eq!(rows.len(), 10_000);
            let codes: BTreeSet<u64> = rows.iter().map(|row| row.code).collect();
            let names: BTreeSet<&str> = rows.iter().map(|row| row.name.as_str()).collect();
            let variants: BTreeSet<&str> = rows.iter().map(|row| row.variant.as_str()).collect();
            assert_eq!([codes.len(), names.len(), variants.len()], [10_000; 3]);
            assert!(bits == 64 || codes.iter().all(|code| code >> bits == 0));
        }
        assert_eq!(rows(Shape { bits: 16, rows: 65_536 }).len(), 65_536);
    }

    #[test]
    fn nine_in_ten_inputs_are_in_the_table() {
        let shape = Shape { bits: 32, rows: 1_000 };
        let rows = rows(shape);
        let known: BTreeSet<u64> = rows.iter().map(|row| row.code).collect();
        let inputs = codes(shape, &rows, 10_000);
        let hits = inputs.iter().filter(|code| known.contains(code)).count();
        assert_eq!(inputs.len(), 10_000);
        assert!((8_800..9_200).contains(&hits), "{hits}");
        assert_eq!(inputs, codes(shape, &rows, 10_000));
    }

    #[test]
    fn names_stand_side_by_side() {
        let rows = rows(Shape { bits: 16, rows: 1_000 });
        let known: BTreeSet<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        let inputs = names(&rows, 10_000);
        let hits = inputs.iter().filter(|name| known.contains(*name)).count();
        assert!((8_800..9_200).contains(&hits), "{hits}");
        assert!(inputs.windows(2).all(|pair| pair[0].as_bytes().as_ptr_range().end == pair[1].as_ptr()));
    }
}

//! Random tables of texts, and what each of many texts means in them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use fastrand::Rng;

/// The parts of codes, ASCII and not. None is blank at an end, and none is invisible.
const PARTS: [&str; 16] = ["0", "1", "22", "P", "é", "e", "A", "a", "42", "-", "_", "م", "字", "😀", "X9", "Z"];

/// The retry of a row, a category or a range, as a table writes it and as Rust does.
const RETRIES: [(&str, &str); 3] =
    [("never", "Retry::Never"), ("backoff", "Retry::Backoff"), ("7", "Retry::After(Duration::from_secs(7))")];

/// What a category or a range says of the codes that begin with its prefixes.
struct Owner {
    prefixes: Vec<String>,
    retry: Option<usize>,
}

struct Row {
    code: String,
    /// Without one, the code is the name.
    name: Option<String>,
    /// Its own, where the categories don't list its code.
    category: Option<usize>,
    retry: Option<usize>,
}

/// A table of texts of up to `longest` bytes.
pub(crate) struct Texts {
    longest: usize,
    categories: Vec<Owner>,
    /// The category of all codes that no category lists, and the retry of those that are not listed at all.
    general: (usize, Option<usize>),
    ranges: Vec<Owner>,
    rows: Vec<Row>,
}

impl Texts {
    pub(crate) fn new(longest: usize, count: usize, random: &mut Rng) -> Self {
        // A prefix is of one category.
        let mut seen = BTreeSet::new();
        let mut category = |random: &mut Rng| {
            let prefixes: Vec<String> = (0..random.usize(1..4)).map(|_| code(longest.min(6), random)).collect();
            let prefixes = prefixes.into_iter().filter(|prefix| seen.insert(prefix.clone())).collect();
            Owner { prefixes, retry: retry(random) }
        };
        let mut categories: Vec<Owner> = (0..random.usize(2..5)).map(|_| category(random)).collect();
        // A prefix of a category whose next shorter prefix is the category's too changes nothing, and is refused.
        let all: Vec<(usize, String)> = categories
            .iter()
            .enumerate()
            .flat_map(|(at, category)| category.prefixes.iter().map(move |prefix| (at, prefix.clone())))
            .collect();
        for (at, category) in categories.iter_mut().enumerate() {
            let around = |prefix: &String| {
                let shorter = all.iter().filter(|(_, other)| other != prefix && prefix.starts_with(other.as_str()));
                shorter.max_by_key(|(_, other)| other.len()).map(|(owner, _)| *owner)
            };
            category.prefixes.retain(|prefix| around(prefix) != Some(at));
        }
        // A category that nothing is in is refused; the last one is that of all other codes.
        categories.retain(|category| !category.prefixes.is_empty());
        categories.push(Owner { prefixes: Vec::new(), retry: retry(random) });
        let mut ranges = BTreeSet::new();
        let ranges = (0..random.usize(0..4))
            .map(|_| code(longest.min(4), random))
            .filter(|prefix| ranges.insert(prefix.clone()));
        let ranges: Vec<Owner> = ranges
            .collect::<Vec<_>>()
            .into_iter()
            .map(|prefix| Owner { prefixes: vec![prefix], retry: retry(random) })
            .collect();
        let mut codes = BTreeSet::new();
        while codes.len() < count {
            codes.insert(code(longest, random));
        }
        let general = (categories.len() - 1, retry(random));
        let mut table = Self { longest, categories, general, ranges, rows: Vec::new() };
        let rows = codes.into_iter().enumerate().map(|(at, code)| {
            let name = random.bool().then(|| format!("name of {at}"));
            let category =
                (table.category(&code).is_none() || random.bool()).then(|| random.usize(..table.categories.len()));
            Row { code, name, category, retry: retry(random) }
        });
        table.rows = rows.collect();
        random.shuffle(&mut table.rows);
        table
    }

    /// The category that lists a code: that of the longest prefix.
    fn category(&self, code: &str) -> Option<usize> {
        let prefixes = self.categories.iter().enumerate().flat_map(|(at, category)| {
            category
                .prefixes
                .iter()
                .filter(|prefix| code.starts_with(prefix.as_str()))
                .map(move |prefix| (prefix.len(), at))
        });
        prefixes.max().map(|(_, at)| at)
    }

    /// Of a text: its name, its category, and its retry.
    fn answer(&self, text: &str) -> (bool, String, usize, usize) {
        let of_category = |category: usize| self.categories[category].retry.unwrap_or(0);
        if let Some(row) = self.rows.iter().find(|row| row.code == text) {
            let category = row.category.or_else(|| self.category(text)).expect("it has one");
            let name = row.name.clone().unwrap_or_else(|| row.code.clone());
            return (true, name, category, row.retry.unwrap_or_else(|| of_category(category)));
        }
        let ranges = self.ranges.iter().enumerate().filter(|(_, range)| text.starts_with(range.prefixes[0].as_str()));
        let range = ranges.max_by_key(|(_, range)| range.prefixes[0].len());
        let by_code = self.category(text);
        let category = by_code.unwrap_or(self.general.0);
        let general = if by_code.is_none() { self.general.1 } else { None };
        let own = range.and_then(|(_, range)| range.retry);
        let retry = own.or(general).unwrap_or_else(|| of_category(category));
        let name = range.map_or_else(|| "unrecognized".to_owned(), |(at, _)| format!("range {at}"));
        (false, name, category, retry)
    }

    /// The table.
    pub(crate) fn table(&self) -> String {
        let mut table = format!("[table]\nrepr = \"text\"\nmax-length = {}\n\n[categories]\n", self.longest);
        for (at, category) in self.categories.iter().enumerate() {
            let prefixes = &category.prefixes;
            _ = writeln!(
                table,
                "c{at} = {{ doc = \"A category.\", codes = {prefixes:?}{} }}",
                key(category.retry, ", ")
            );
        }
        let (general, advice) = self.general;
        _ = writeln!(table, "\n[unrecognized]\ncategory = \"c{general}\"{}\nranges = [", key(advice, "\n"));
        for (at, range) in self.ranges.iter().enumerate() {
            let prefix = &range.prefixes[0];
            _ = writeln!(table, "  {{ prefix = {prefix:?}, name = \"range {at}\"{} }},", key(range.retry, ", "));
        }
        table += "]\n";
        for (at, Row { code, name, category, retry }) in self.rows.iter().enumerate() {
            _ = writeln!(table, "\n[[code]]\ncode = {code:?}\nvariant = \"V{at}\"");
            if let Some(name) = name {
                _ = writeln!(table, "name = {name:?}");
            } else {
                // With a variant, the name would be made of it.
                _ = writeln!(table, "name = {code:?}");
            }
            if let Some(category) = category {
                _ = writeln!(table, "category = \"c{category}\"");
            }
            _ = writeln!(table, "{}", key(*retry, "").trim_start());
        }
        table
    }

    /// The test of the table.
    pub(crate) fn test(&self, at: usize, file: &str, random: &mut Rng) -> String {
        let mut rust = format!(
            "mod texts_{at} {{\nuse crate::{{Retry, Sent}};\nuse core::time::Duration;\n\
             #[ineo_codes::codes(\"$OUT_DIR/{file}\")]\npub enum Codes {{}}\n\
             #[test]\nfn is_as_the_model_says() {{\nlet texts = &[\n"
        );
        let owners = self.categories.iter().chain(&self.ranges);
        let known = owners.flat_map(|owner| &owner.prefixes).chain(self.rows.iter().map(|row| &row.code)).cloned();
        let mut texts: BTreeSet<String> = known.flat_map(|text| around(&text)).collect();
        texts.extend((0..200).map(|_| code(self.longest, random)));
        for text in texts.into_iter().filter(|text| text.len() <= self.longest) {
            let (is_listed, name, category, retry) = self.answer(&text);
            let retry = RETRIES[retry].1;
            _ = writeln!(
                rust,
                "Sent {{ text: {text:?}, is_listed: {is_listed}, name: {name:?}, category: \"c{category}\", retry: {retry} }},"
            );
        }
        _ = write!(
            rust,
            "];\ncrate::texts::check({at}, texts, Codes::ALL, Codes::from_code);\n\
             assert_eq!(Codes::COUNT, {});\nassert!(core::mem::size_of::<Codes>() <= {});\n}}\n}}\n",
            self.rows.len(),
            // The length and the bytes, the variant, and what brings it to an even place.
            self.longest + 4,
        );
        rust
    }
}

/// A text, and texts that are almost it.
fn around(text: &str) -> Vec<String> {
    let shorter = text.char_indices().next_back().map(|(at, _)| text[..at].to_owned());
    let others = ["0", "\0", "é"].map(|end| format!("{text}{end}"));
    others.into_iter().chain(shorter).chain([text.to_owned(), format!("0{text}"), text.to_uppercase()]).collect()
}

fn retry(random: &mut Rng) -> Option<usize> {
    random.bool().then(|| random.usize(..RETRIES.len()))
}

fn key(retry: Option<usize>, before: &str) -> String {
    match retry.map(|retry| RETRIES[retry].0) {
        None => String::new(),
        Some("7") => format!("{before}retry = {{ after-seconds = 7 }}"),
        Some(advice) => format!("{before}retry = \"{advice}\""),
    }
}

/// A text of one to `longest` bytes.
fn code(longest: usize, random: &mut Rng) -> String {
    let mut code = String::new();
    for _ in 0..random.usize(1..6) {
        let part = random.choice(PARTS).unwrap_or_default();
        if code.len() + part.len() <= longest {
            code += part;
        }
    }
    if code.is_empty() { "0".to_owned() } else { code }
}

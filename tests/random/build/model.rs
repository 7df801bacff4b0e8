//! Random tables as a model: what each code means, before it is written down.

use std::collections::BTreeSet;

use fastrand::Rng;

/// What is asked of a table; all else is random.
pub(crate) struct Shape {
    repr: (&'static str, u32, bool),
    rows: usize,
    has_categories: bool,
    has_http: bool,
    languages: usize,
    partial_languages: usize,
    /// Whether `[table]` lists the languages, or leaves it at the one that is understood.
    declares_languages: bool,
}

impl Shape {
    /// Every representation, many times, and the sizes that matter: one row, as many as there are numbers, and more than
    /// one function of the expansion makes variants of.
    pub(crate) fn all(random: &mut Rng) -> Vec<Self> {
        let mut shapes = Vec::new();
        for repr @ (_, bits, _) in REPRESENTATIONS {
            for at in 0..7 {
                let rows = match at {
                    0 => 1,
                    1 if bits == 8 => 256,
                    1 => random.usize(513..1_200),
                    2 => random.usize(100..200),
                    _ => random.usize(2..40),
                };
                let has_categories = at == 1 || random.u8(..) < 170;
                let declares_languages = random.u8(..) < 170;
                let languages = if declares_languages { random.usize(1..4) } else { random.usize(0..2) };
                let partial_languages = if declares_languages { random.usize(0..3) } else { 0 };
                shapes.push(Self {
                    repr,
                    rows,
                    has_categories,
                    has_http: random.bool(),
                    languages,
                    partial_languages,
                    declares_languages,
                });
            }
        }
        shapes
    }
}

const REPRESENTATIONS: [(&str, u32, bool); 8] = [
    ("u8", 8, false),
    ("u16", 16, false),
    ("u32", 32, false),
    ("u64", 64, false),
    ("i8", 8, true),
    ("i16", 16, true),
    ("i32", 32, true),
    ("i64", 64, true),
];

pub(crate) struct Model {
    pub(crate) repr: &'static str,
    pub(crate) min: i128,
    pub(crate) max: i128,
    /// Those that every row has, and behind them those that it may lack.
    pub(crate) languages: Vec<&'static str>,
    pub(crate) required_languages: usize,
    pub(crate) declares_languages: bool,
    pub(crate) categories: Vec<Category>,
    pub(crate) rows: Vec<Row>,
    pub(crate) shared_names: Vec<String>,
    pub(crate) unrecognized: Meaning,
    /// By language, like those of rows; none at all is possible too.
    pub(crate) unrecognized_messages: Vec<Option<String>>,
    pub(crate) ranges: Vec<(i128, i128, Meaning)>,
}

pub(crate) struct Category {
    pub(crate) name: String,
    pub(crate) variant: String,
    pub(crate) predicate: String,
    pub(crate) http: Option<u16>,
}

pub(crate) struct Row {
    pub(crate) code: i128,
    pub(crate) variant: String,
    /// Whether the name alone does not give the variant.
    pub(crate) has_variant: bool,
    pub(crate) names: Vec<String>,
    pub(crate) meaning: Meaning,
    pub(crate) messages: Vec<Option<String>>,
    pub(crate) deprecated: Option<String>,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Meaning {
    pub(crate) category: usize,
    pub(crate) retry: Retry,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Retry {
    Never,
    Backoff,
    After(u64),
}

/// Words of which names are made, none of them a keyword.
const WORDS: [&str; 24] = [
    "error", "ok", "none", "some", "err", "option", "result", "copy", "clone", "debug", "default", "from", "string",
    "not", "found", "busy", "limit", "gateway", "timeout", "request", "data", "server", "index", "hash",
];

/// Names that no service should send. The number that follows makes them different.
const STRANGE: [&str; 26] = [
    "403 Forbidden",
    "a \"quoted\" name",
    "back\\slash",
    "{}",
    "{name}",
    "نام فارسی",
    "می‌شود",
    "😀",
    "#[attribute]",
    "// comment",
    "/* comment",
    "`code`",
    "<b>",
    "%s",
    "$crate",
    "r#\"raw\"#",
    "'",
    "-",
    "+",
    "1.5",
    "0x10",
    "١٢",
    "…",
    "unrecognized",
    "é",
    "e\u{301}",
];

const TEXTS: [&str; 18] = [
    "Plain.",
    " blanks around ",
    "two\nlines",
    "tab\there",
    "\"quoted\" and 'quoted'",
    "back\\slash \\n \\u{41}",
    "{} {0} {name} {{",
    "پیام فارسی با نیم‌فاصله و «گیومه»",
    "混ぜた文字",
    "😀👍🏽",
    "<b>&amp;</b>",
    "`code` *star* [link](x)",
    "\u{2067}isolated\u{2069} text",
    "\u{202B}embedded\u{202C} text",
    "line\nending",
    "| a | table |",
    "#",
    "]]>--",
];

const LANGUAGES: [&str; 12] = [
    "en",
    "fa",
    "fa-IR",
    "zh-Hant",
    "zh",
    "de-CH-1996",
    "x-own",
    "en-GB-x-ab-cd",
    "sr-Latn",
    "es-419",
    "ja",
    "ar-u-nu-latn",
];

impl Model {
    pub(crate) fn new(shape: &Shape, random: &mut Rng) -> Self {
        let (repr, bits, signed) = shape.repr;
        let (min, max) = if signed { (-(1 << (bits - 1)), (1 << (bits - 1)) - 1) } else { (0, (1 << bits) - 1) };
        let mut languages = vec!["en"];
        if shape.declares_languages {
            languages = LANGUAGES.to_vec();
            random.shuffle(&mut languages);
        }
        languages.truncate(shape.languages + shape.partial_languages);
        let required_languages = shape.languages;
        let count = if shape.has_categories { random.usize(1..8) } else { 0 };
        let categories: Vec<Category> =
            words(count, random).into_iter().map(|words| Category::new(&words, shape.has_http, random)).collect();

        let codes = codes(shape.rows, min, max, random);
        let mut rows: Vec<Row> = words(shape.rows, random)
            .iter()
            .zip(codes)
            .map(|(words, code)| Row::new(code, words, categories.len(), &languages, required_languages, random))
            .collect();
        let shared_names = share(&mut rows, random);

        let mut model = Self {
            repr,
            min,
            max,
            required_languages,
            declares_languages: shape.declares_languages,
            unrecognized: Meaning::random(categories.len(), random),
            unrecognized_messages: messages(&languages, required_languages, random),
            ranges: ranges(min, max, categories.len(), random),
            languages,
            categories,
            rows,
            shared_names,
        };
        if random.bool() {
            model.unrecognized_messages.fill(None);
        }
        model.remove_idle_ranges();
        model.use_all_categories();
        model
    }

    /// A table with a range that changes nothing, or all of whose codes are listed, is rejected.
    fn remove_idle_ranges(&mut self) {
        let listed: BTreeSet<i128> = self.rows.iter().map(|row| row.code).collect();
        self.ranges.retain(|(from, to, meaning)| {
            let count = i128::try_from(listed.range(from..=to).count()).expect("there are few rows");
            *meaning != self.unrecognized && count <= to - from
        });
    }

    /// A table with a category that nothing is in is rejected: unused ones go, the others move up.
    fn use_all_categories(&mut self) {
        let meanings =
            self.rows.iter().map(|row| row.meaning).chain(self.ranges.iter().map(|(_, _, meaning)| *meaning));
        let used: BTreeSet<usize> = meanings.chain([self.unrecognized]).map(|meaning| meaning.category).collect();
        let moved = |meaning: &mut Meaning| meaning.category = used.range(..meaning.category).count();
        self.rows.iter_mut().for_each(|row| moved(&mut row.meaning));
        self.ranges.iter_mut().for_each(|(_, _, meaning)| moved(meaning));
        moved(&mut self.unrecognized);
        let mut at = 0..;
        self.categories.retain(|_| at.next().is_some_and(|at| used.contains(&at)));
    }
}

impl Category {
    fn new(words: &[String], has_http: bool, random: &mut Rng) -> Self {
        let http = has_http.then(|| random.u16(100..600));
        Self { name: words.join("_"), variant: camel(words), predicate: format!("is_{}", words.join("_")), http }
    }
}

impl Row {
    fn new(
        code: i128,
        words: &[String],
        categories: usize,
        languages: &[&str],
        required_languages: usize,
        random: &mut Rng,
    ) -> Self {
        let variant = camel(words);
        let is_strange = random.u8(..) < 60;
        // The last word is a number that no other row has.
        let unique = words.last().map(String::as_str).unwrap_or_default();
        let mut strange = || format!("{} {unique}x", random.choice(STRANGE).unwrap_or_default());
        let name = if is_strange { strange() } else { words.join("_") };
        let mut names = vec![name];
        for _ in 0..random_small(random) {
            let alias = format!("{}{}", random.choice(STRANGE).unwrap_or_default(), "~".repeat(names.len()) + unique);
            names.push(alias);
        }
        let has_variant = is_strange || random.u8(..) < 30;
        Self {
            code,
            variant,
            has_variant,
            names,
            meaning: Meaning::random(categories, random),
            messages: messages(languages, required_languages, random),
            deprecated: (random.u8(..) < 30).then(|| text(random)),
        }
    }
}

impl Meaning {
    fn random(categories: usize, random: &mut Rng) -> Self {
        let retry = match random.u8(..6) {
            0 | 1 => Retry::Backoff,
            2 => Retry::After(random.u64(1..100)),
            3 => Retry::After(u64::MAX - random.u64(..2)),
            _ => Retry::Never,
        };
        Self { category: if categories == 0 { 0 } else { random.usize(..categories) }, retry }
    }
}

/// None, one or two, the smaller the likelier.
fn random_small(random: &mut Rng) -> usize {
    [0, 0, 0, 1, 1, 2][random.usize(..6)]
}

/// Different lists of words, each closed by a number of its own.
fn words(count: usize, random: &mut Rng) -> Vec<Vec<String>> {
    (0..count)
        .map(|at| {
            let mut words: Vec<String> =
                (0..random.usize(1..4)).filter_map(|_| random.choice(WORDS)).map(str::to_owned).collect();
            // A letter before the number keeps it a word of its own.
            words.push(format!("n{at}"));
            words
        })
        .collect()
}

fn camel(words: &[String]) -> String {
    let capitalized = |word: &String| word[..1].to_uppercase() + &word[1..];
    words.iter().map(capitalized).collect()
}

/// Different codes: small ones, those at the ends of the range, neighbours, and any.
fn codes(count: usize, min: i128, max: i128, random: &mut Rng) -> Vec<i128> {
    let mut codes = BTreeSet::new();
    let mut last = 0;
    while codes.len() < count {
        let code = match random.u8(..6) {
            0 => random.i128(0..1000),
            1 => min + random.i128(0..3),
            2 => max - random.i128(0..3),
            3 | 4 => last + random.i128(-2..3),
            _ => random.i128(min..=max),
        };
        if (min..=max).contains(&code) {
            codes.insert(code);
            last = code;
        }
    }
    let mut codes: Vec<i128> = codes.into_iter().collect();
    random.shuffle(&mut codes);
    codes
}

fn ranges(min: i128, max: i128, categories: usize, random: &mut Rng) -> Vec<(i128, i128, Meaning)> {
    let count = random_small(random) * 2;
    let ends = codes(count * 2, min, max, random);
    let mut ends: Vec<i128> = ends;
    ends.sort_unstable();
    let pairs = ends.chunks_exact(2);
    let mut ranges: Vec<_> = pairs.map(|pair| (pair[0], pair[1], Meaning::random(categories, random))).collect();
    random.shuffle(&mut ranges);
    ranges
}

fn messages(languages: &[&str], required: usize, random: &mut Rng) -> Vec<Option<String>> {
    (0..languages.len()).map(|at| (at < required || random.bool()).then(|| text(random))).collect()
}

fn text(random: &mut Rng) -> String {
    let mut text = String::new();
    for _ in 0..=random_small(random) {
        text += random.choice(TEXTS).unwrap_or_default();
    }
    if random.u8(..) == 0 { text.repeat(100) } else { text }
}

/// Gives some codes the name of another, on purpose.
fn share(rows: &mut [Row], random: &mut Rng) -> Vec<String> {
    let mut shared = BTreeSet::new();
    for _ in 0..rows.len() / 8 {
        let (from, to) = (random.usize(..rows.len()), random.usize(..rows.len()));
        let Some(name) = random.choice(&rows[from].names).cloned() else { continue };
        if rows[to].names.contains(&name) {
            continue;
        }
        if random.bool() {
            rows[to].names[0].clone_from(&name);
            rows[to].has_variant = true;
        } else {
            rows[to].names.push(name.clone());
        }
        shared.insert(name);
    }
    // A name that was shared may have been taken from its row again.
    shared.retain(|name| rows.iter().filter(|row| row.names.contains(name)).count() > 1);
    shared.into_iter().collect()
}

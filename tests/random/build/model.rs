//! Random tables of integers as a model: what each code means, before it is written down.

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
    pub(crate) bits: u32,
    pub(crate) min: i128,
    pub(crate) max: i128,
    pub(crate) is_hexadecimal: bool,
    /// What is cut off names before variants are made of them.
    pub(crate) prefix: &'static str,
    pub(crate) suffix: &'static str,
    pub(crate) columns: Vec<Column>,
    /// Whether rows may have no message.
    pub(crate) has_optional_messages: bool,
    /// Codes and names that no row may have.
    pub(crate) reserved: Vec<i128>,
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
    pub(crate) ranges: Vec<Range>,
    /// Codes that categories list: the category of codes in no range that names one.
    pub(crate) by_code: Vec<(i128, i128, usize)>,
}

/// A range of unlisted codes.
pub(crate) struct Range {
    pub(crate) from: i128,
    pub(crate) to: i128,
    pub(crate) name: Option<String>,
    pub(crate) messages: Vec<Option<String>>,
    pub(crate) meaning: Meaning,
}

/// A column, which is called `column_` and its number.
pub(crate) struct Column {
    pub(crate) kind: ColumnKind,
    pub(crate) is_optional: bool,
    pub(crate) default: Option<Value>,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum ColumnKind {
    Text,
    Boolean,
    Message,
    Integer(&'static str, i128, i128),
}

#[derive(Clone, PartialEq)]
pub(crate) enum Value {
    Text(String),
    Boolean(bool),
    Integer(i128),
    /// By language; the first is there.
    Message(Vec<Option<String>>),
}

pub(crate) struct Category {
    pub(crate) name: String,
    pub(crate) variant: String,
    pub(crate) predicate: String,
    pub(crate) http: Option<u16>,
    pub(crate) is_success: bool,
    pub(crate) retry: Option<Retry>,
}

pub(crate) struct Row {
    pub(crate) code: i128,
    pub(crate) variant: String,
    /// Whether the name alone does not give the variant.
    pub(crate) has_variant: bool,
    /// Whether the variant alone gives the name.
    pub(crate) is_nameless: bool,
    pub(crate) names: Vec<String>,
    pub(crate) meaning: Meaning,
    pub(crate) messages: Vec<Option<String>>,
    pub(crate) deprecated: Option<String>,
}

#[derive(Clone, PartialEq)]
pub(crate) struct Meaning {
    pub(crate) category: usize,
    pub(crate) retry: Retry,
    /// Other than that of its category.
    pub(crate) http: Option<u16>,
    /// By column; `None` where the column is optional and the code has no value, or has what holds in general.
    pub(crate) values: Vec<Option<Value>>,
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

        let columns: Vec<Column> =
            (0..random.usize(..4)).map(|_| Column::random(&languages, required_languages, random)).collect();
        let has_optional_messages = !languages.is_empty() && random.u8(..) < 80;
        let affixes = ["", "", "SVC_", "service "];
        let prefix = random.choice(affixes).unwrap_or_default();
        let suffix = random.choice(["", "", "_CODE", "!"]).unwrap_or_default();
        let context = Context {
            categories: categories.len(),
            has_http: shape.has_http && !categories.is_empty(),
            columns: &columns,
            languages: &languages,
            required_languages,
            has_optional_messages,
            prefix,
            suffix,
        };

        let codes = codes(shape.rows, min, max, random);
        let mut rows: Vec<Row> = words(shape.rows, random)
            .iter()
            .zip(codes)
            .map(|(words, code)| Row::new(code, words, &context, random))
            .collect();
        let shared_names = share(&mut rows, random);
        if !languages.is_empty() && rows.iter().all(|row| row.messages.iter().all(Option::is_none)) {
            // Some row has a message, or the table has no languages.
            rows[0].messages = messages(&languages, required_languages, random);
        }

        let mut unrecognized = Meaning::random(&context, random);
        unrecognized.fill(&columns, &languages, required_languages, random);
        let mut model = Self {
            repr,
            bits,
            min,
            max,
            is_hexadecimal: random.bool(),
            prefix,
            suffix,
            has_optional_messages,
            reserved: reserved(&rows, min, max, random),
            required_languages,
            declares_languages: shape.declares_languages,
            unrecognized,
            unrecognized_messages: messages(&languages, required_languages, random),
            ranges: ranges(min, max, &context, random),
            by_code: by_code(min, max, categories.len(), random),
            columns,
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

    /// A table with a range all of whose codes are listed is rejected. All ranges say something of their codes.
    fn remove_idle_ranges(&mut self) {
        let listed: BTreeSet<i128> = self.rows.iter().map(|row| row.code).collect();
        self.ranges.retain(|range| {
            let count = i128::try_from(listed.range(range.from..=range.to).count()).expect("there are few rows");
            count <= range.to - range.from
        });
    }

    /// A table with a category that nothing is in is rejected: unused ones go, the others move up.
    fn use_all_categories(&mut self) {
        let meanings = self.rows.iter().map(|row| &row.meaning).chain(self.ranges.iter().map(|range| &range.meaning));
        let listing = self.by_code.iter().map(|(_, _, category)| *category);
        let used: BTreeSet<usize> =
            meanings.chain([&self.unrecognized]).map(|meaning| meaning.category).chain(listing).collect();
        let moved = |category: &mut usize| *category = used.range(..*category).count();
        self.rows.iter_mut().for_each(|row| moved(&mut row.meaning.category));
        self.ranges.iter_mut().for_each(|range| moved(&mut range.meaning.category));
        self.by_code.iter_mut().for_each(|(_, _, category)| moved(category));
        moved(&mut self.unrecognized.category);
        let mut at = 0..;
        self.categories.retain(|_| at.next().is_some_and(|at| used.contains(&at)));
    }

    /// The advice for codes of a category that say nothing of it.
    pub(crate) fn retry_of(&self, category: usize) -> Retry {
        self.categories.get(category).and_then(|category| category.retry).unwrap_or(Retry::Never)
    }

    /// The HTTP status of a code.
    pub(crate) fn http(&self, meaning: &Meaning) -> Option<u16> {
        meaning.http.or(self.categories.get(meaning.category).and_then(|category| category.http))
    }
}

/// What the parts of a table have to know of it.
struct Context<'a> {
    categories: usize,
    has_http: bool,
    columns: &'a [Column],
    languages: &'a [&'a str],
    required_languages: usize,
    has_optional_messages: bool,
    prefix: &'a str,
    suffix: &'a str,
}

impl Column {
    fn random(languages: &[&str], required: usize, random: &mut Rng) -> Self {
        let kind = match random.u8(..6) {
            0 => ColumnKind::Text,
            1 => ColumnKind::Boolean,
            2 if !languages.is_empty() => ColumnKind::Message,
            3 => ColumnKind::Integer("u64", 0, (1 << 64) - 1),
            4 => ColumnKind::Integer("i8", -128, 127),
            _ => ColumnKind::Integer("u16", 0, 65_535),
        };
        let is_optional = random.bool();
        let default = (!is_optional && random.bool()).then(|| Value::random(kind, languages, required, random));
        Self { kind, is_optional, default }
    }
}

impl Value {
    fn random(kind: ColumnKind, languages: &[&str], required: usize, random: &mut Rng) -> Self {
        match kind {
            ColumnKind::Text => Self::Text(text(random)),
            ColumnKind::Boolean => Self::Boolean(random.bool()),
            ColumnKind::Message => Self::Message(messages(languages, required, random)),
            ColumnKind::Integer(_, min, max) => Self::Integer(match random.u8(..4) {
                0 => min,
                1 => max,
                2 => random.i128(min..=max),
                _ => random.i128(0..10),
            }),
        }
    }
}

impl Category {
    fn new(words: &[String], has_http: bool, random: &mut Rng) -> Self {
        let http = has_http.then(|| random.u16(100..600));
        let retry = (random.u8(..) < 80).then(|| Retry::random(random));
        let (name, variant, predicate) = (words.join("_"), camel(words), format!("is_{}", words.join("_")));
        Self { name, variant, predicate, http, is_success: random.u8(..) < 60, retry }
    }
}

impl Row {
    fn new(code: i128, words: &[String], context: &Context<'_>, random: &mut Rng) -> Self {
        let variant = camel(words);
        let is_strange = random.u8(..) < 60;
        let is_nameless = !is_strange && random.u8(..) < 60;
        // The last word is a number that no other row has.
        let unique = words.last().map(String::as_str).unwrap_or_default();
        let mut strange = || format!("{} {unique}x", random.choice(STRANGE).unwrap_or_default());
        let name = match (is_strange, is_nameless) {
            (true, _) => strange(),
            (_, true) => words.join("_"),
            _ => format!("{}{}{}", context.prefix, words.join("_"), context.suffix),
        };
        let mut names = vec![name];
        for _ in 0..random_small(random) {
            let alias = format!("{}{}", random.choice(STRANGE).unwrap_or_default(), "~".repeat(names.len()) + unique);
            names.push(alias);
        }
        let has_variant = is_strange || is_nameless || random.u8(..) < 30;
        let mut meaning = Meaning::random(context, random);
        meaning.fill(context.columns, context.languages, context.required_languages, random);
        let has_message = !context.has_optional_messages || random.bool();
        let given = messages(context.languages, context.required_languages, random);
        Self {
            code,
            variant,
            has_variant,
            is_nameless,
            names,
            meaning,
            messages: if has_message { given } else { vec![None; context.languages.len()] },
            deprecated: (random.u8(..) < 30).then(|| text(random)),
        }
    }
}

impl Retry {
    fn random(random: &mut Rng) -> Self {
        match random.u8(..6) {
            0 | 1 => Self::Backoff,
            2 => Self::After(random.u64(1..100)),
            3 => Self::After(u64::MAX - random.u64(..2)),
            _ => Self::Never,
        }
    }
}

impl Meaning {
    /// Without values of columns.
    fn random(context: &Context<'_>, random: &mut Rng) -> Self {
        let category = if context.categories == 0 { 0 } else { random.usize(..context.categories) };
        let http = (context.has_http && random.u8(..) < 60).then(|| random.u16(100..600));
        Self { category, retry: Retry::random(random), http, values: vec![None; context.columns.len()] }
    }

    /// Gives every column that needs one a value, and some of the others.
    fn fill(&mut self, columns: &[Column], languages: &[&str], required: usize, random: &mut Rng) {
        for (column, value) in columns.iter().zip(&mut self.values) {
            let is_needed = !column.is_optional && column.default.is_none();
            if is_needed || random.bool() {
                *value = Some(Value::random(column.kind, languages, required, random));
            }
        }
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

/// Pairs of codes, none of which overlap.
fn pairs(count: usize, min: i128, max: i128, random: &mut Rng) -> Vec<(i128, i128)> {
    let mut ends = codes(count * 2, min, max, random);
    ends.sort_unstable();
    let mut pairs: Vec<_> = ends.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
    random.shuffle(&mut pairs);
    pairs
}

/// Ranges, each of which has a name or a message of its own, so that none changes nothing.
fn ranges(min: i128, max: i128, context: &Context<'_>, random: &mut Rng) -> Vec<Range> {
    let pairs = pairs(random_small(random) * 2, min, max, random);
    let range = |(at, (from, to)): (usize, (i128, i128))| {
        let mut meaning = Meaning::random(context, random);
        if random.bool() {
            meaning.fill(context.columns, context.languages, context.required_languages, random);
        }
        let name = format!("range {at} {}", random.choice(STRANGE).unwrap_or_default());
        let has_message = !context.languages.is_empty() && random.bool();
        let given = messages(context.languages, context.required_languages, random);
        let messages = if has_message { given } else { vec![None; context.languages.len()] };
        Range { from, to, name: Some(name), messages, meaning }
    };
    pairs.into_iter().enumerate().map(range).collect()
}

fn by_code(min: i128, max: i128, categories: usize, random: &mut Rng) -> Vec<(i128, i128, usize)> {
    if categories == 0 {
        return Vec::new();
    }
    let pairs = pairs(random_small(random) * 2, min, max, random);
    pairs.into_iter().map(|(from, to)| (from, to, random.usize(..categories))).collect()
}

/// Codes that no row has.
fn reserved(rows: &[Row], min: i128, max: i128, random: &mut Rng) -> Vec<i128> {
    let used: BTreeSet<i128> = rows.iter().map(|row| row.code).collect();
    let reserved: BTreeSet<i128> = (0..random_small(random)).map(|_| random.i128(min..=max)).collect();
    reserved.difference(&used).copied().collect()
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
            (rows[to].has_variant, rows[to].is_nameless) = (true, false);
        } else {
            rows[to].names.push(name.clone());
        }
        shared.insert(name);
    }
    // A name that was shared may have been taken from its row again.
    shared.retain(|name| rows.iter().filter(|row| row.names.contains(name)).count() > 1);
    shared.into_iter().collect()
}

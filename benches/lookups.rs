//! How long lookups take, as ratios to an access to an array and to what one would use in the project's place.
//!
//! `cargo bench -p ineo-codes-benches --bench lookups` measures all and writes `BENCHMARKS.md`. A part of an
//! identifier behind `--` measures only what has it (`u16_1000`, `message`, `u32_29/from_code`; `text`
//! for all tables of text codes) and writes nothing.

use std::collections::BTreeMap;
use std::fmt::{Debug, Write as _};
use std::time::{Duration, Instant};

use criterion::{Criterion, SamplingMode};
use ineo_codes::Text;
use ineo_codes_benches::{FROM_STR, NAMED, PROJECT, for_each_table, for_each_text_table};
use ineo_codes_benches_peers::{Contender, Lookup, Number, contender};
use ineo_codes_benches_report as report;
use ineo_codes_benches_tables::{self as tables, Shape, TextShape};

/// How many inputs a pass looks up, and how many such rounds of inputs there are. All together are too many for a
/// processor to learn by heart what comes next, as it would within a few passes over the same few thousand.
const INPUTS: usize = 8_192;
const ROUNDS: usize = 32;

/// How long a contender's turn is at least: its first passes fill a processor's caches.
const TURN: Duration = Duration::from_millis(10);

/// How often everything is measured: what was slowed down by what else ran on the machine gets another time.
const TIMES: usize = 5;

const COMMAND: &str = "cargo bench -p ineo-codes-benches --bench lookups";

fn main() {
    // Without it, as `cargo test` runs benches, everything is run once and nothing is measured.
    let measures = std::env::args().any(|argument| argument == "--bench");
    let mut criterion = Criterion::default()
        .without_plots()
        .warm_up_time(Duration::from_millis(50))
        .measurement_time(Duration::from_millis(100))
        .sample_size(10)
        .nresamples(2_000)
        .configure_from_args();
    let mut figures = Figures::default();

    let mut prepared: Vec<Box<Measure>> = Vec::new();
    macro_rules! prepare {
        ($module:ident, $repr:ident, $rows:literal) => {
            let project = ineo_codes_benches::$module::contenders();
            let peers = ineo_codes_benches_peers::$module::contenders();
            let shape = Shape { bits: $repr::BITS, rows: $rows };
            let table = Table::Integers(shape);
            let rows = tables::rows(shape);
            let codes: Vec<$repr> = tables::codes(shape, &rows, INPUTS * ROUNDS).into_iter().map(Number::of).collect();
            let names = tables::names(&rows, INPUTS * ROUNDS);
            agree(project.by_code.iter().chain(&peers.by_code), &codes);
            agree(project.by_name.iter().chain(&peers.by_name), &names);
            let array = array(&codes[..INPUTS]);
            prepared.push(Box::new(move |criterion, figures| {
                let limit = |round: usize| (array.run)(&codes[round * INPUTS..][..INPUTS]);
                for lookup in [Lookup::FromCode, Lookup::Message, Lookup::Category, Lookup::Retry] {
                    let contenders = project.by_code.iter().chain(&peers.by_code);
                    figures.measure(criterion, table, lookup, contenders, &codes, limit);
                }
                // The lookup of names doesn't depend on the numbers, so one type of codes is measured for all.
                if $repr::BITS == 16 {
                    let contenders = project.by_name.iter().chain(&peers.by_name);
                    figures.measure(criterion, table, Lookup::Name, contenders, &names, limit);
                }
            }));
        };
    }
    for_each_table!(prepare);
    macro_rules! prepare_texts {
        ($module:ident, $integers:ident, $bytes:literal, $rows:literal) => {
            let project = ineo_codes_benches::$module::contenders();
            let mut others = ineo_codes_benches::$module::str_contenders();
            others.extend(ineo_codes_benches_peers::$module::contenders());
            let shape = TextShape { bytes: $bytes, rows: $rows };
            let table = Table::Texts(shape);
            let texts = tables::text_codes(shape, &tables::text_rows(shape), INPUTS * ROUNDS);
            let of_text = |text: &&'static str| Text::new(text).expect("no code is too long");
            let codes: Vec<Text<$bytes>> = texts.iter().map(of_text).collect();
            agree(others.iter(), &texts);
            for (text, code) in texts.iter().zip(&codes).take(1_000) {
                for (other, own) in others.iter().zip(&project) {
                    assert_eq!((own.find)(*code), (other.find)(text), "what {} finds for {text}", own.name);
                }
            }
            let integers = ineo_codes_benches::$integers::contenders().by_code;
            let shape = shape.of_integers();
            let integer_codes = tables::codes(shape, &tables::rows(shape), INPUTS * ROUNDS);
            prepared.push(Box::new(move |criterion, figures| {
                for lookup in [Lookup::FromCode, Lookup::Message, Lookup::Category] {
                    let of_integers = integers.iter().find(|integers| integers.lookup == lookup);
                    let of_integers = of_integers.expect("it has all lookups");
                    let limit = |round: usize| (of_integers.run)(&integer_codes[round * INPUTS..][..INPUTS]);
                    figures.measure(criterion, table, lookup, project.iter(), &codes, limit);
                    figures.measure(criterion, table, lookup, others.iter(), &texts, limit);
                }
            }));
        };
    }
    for_each_text_table!(prepare_texts);
    for _ in 0..if measures { TIMES } else { 1 } {
        for measure in &prepared {
            measure(&mut criterion, &mut figures);
        }
    }
    criterion.final_summary();

    if !measures {
        return;
    }
    let text = figures.report();
    println!("{text}");
    if figures.skipped > 0 {
        println!("Measured in part: BENCHMARKS.md stays as it was.");
        return;
    }
    let packages = ["ineo-codes", "num_enum", "strum", "phf", "criterion"];
    let text = format!("{}\n{text}", report::circumstances(COMMAND, &packages));
    match report::write("Lookups", &text) {
        Ok(path) => println!("Written to {}.", path.display()),
        Err(error) => eprintln!("BENCHMARKS.md could not be written: {error}"),
    }
}

/// A table that is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Table {
    Integers(Shape),
    Texts(TextShape),
}

impl Table {
    fn name(self) -> String {
        match self {
            Self::Integers(shape) => shape.name(),
            Self::Texts(shape) => shape.name(),
        }
    }

    /// The type of its codes.
    fn codes(self) -> String {
        match self {
            Self::Integers(shape) => format!("u{}", shape.bits),
            Self::Texts(shape) => format!("`Text<{}>`", shape.bytes),
        }
    }

    fn rows(self) -> usize {
        match self {
            Self::Integers(shape) => shape.rows,
            Self::Texts(shape) => shape.rows,
        }
    }
}

/// Measures all lookups in one table.
type Measure = dyn Fn(&mut Criterion, &mut Figures);

/// What was measured of one table and lookup, by contender.
#[derive(Default)]
struct Contest(BTreeMap<&'static str, Vec<Pass>>);

/// How long a contender took for a round of inputs, and right before that the array access.
struct Pass {
    array: Duration,
    contender: Duration,
}

/// What the passes of all contests tell, by contender.
type Results = BTreeMap<(Table, Lookup), BTreeMap<&'static str, Figure>>;

/// What passes tell of a contender.
#[derive(Clone, Copy)]
struct Figure {
    /// How long a lookup takes, in nanoseconds.
    time: f64,
    /// How many times as long as the array access.
    of_array: f64,
}

impl Contest {
    fn figures(&self) -> BTreeMap<&'static str, Figure> {
        // The caches in which the array is found are as its predecessor left them: it is the limit at its best.
        let arrays = self.0.values().map(|passes| quick(passes.iter().map(|pass| pass.array)));
        let array = arrays.min_by(f64::total_cmp).expect("there are contenders");
        let figure = |passes: &Vec<Pass>| {
            let pass = quick(passes.iter().map(|pass| pass.contender));
            #[allow(clippy::cast_precision_loss, reason = "far below 2^52")]
            let time = pass * 1e9 / INPUTS as f64;
            Figure { time, of_array: pass / array }
        };
        self.0.iter().map(|(name, passes)| (*name, figure(passes))).collect()
    }
}

/// The slowest of the quickest tenth, in seconds: what else runs on a machine makes all slower and nobody quicker.
fn quick(passes: impl Iterator<Item = Duration>) -> f64 {
    let mut passes: Vec<Duration> = passes.collect();
    passes.sort_unstable();
    passes[passes.len() / 10].as_secs_f64()
}

#[derive(Default)]
struct Figures {
    contests: BTreeMap<(Table, Lookup), Contest>,
    skipped: usize,
}

impl Figures {
    /// Measures contenders over rounds of inputs, one after the other and again, and before each pass the array access,
    /// `limit`: a machine that is at times slower, as one that is shared, is so for all.
    fn measure<'a, I>(
        &mut self,
        criterion: &mut Criterion,
        table: Table,
        lookup: Lookup,
        contenders: impl Iterator<Item = &'a Contender<I>>,
        inputs: &[I],
        limit: impl Fn(usize),
    ) where
        I: 'static,
    {
        let contenders: Vec<_> = contenders.filter(|contender| contender.lookup == lookup).collect();
        let mut contest = self.contests.remove(&(table, lookup)).unwrap_or_default();
        let mut group = criterion.benchmark_group(table.name());
        group.sampling_mode(SamplingMode::Flat).bench_function(identifier(lookup), |bencher| {
            bencher.iter_custom(|iterations| {
                let start = Instant::now();
                for contender in (0..iterations).flat_map(|_| &contenders) {
                    let passes = contest.0.entry(contender.name).or_default();
                    let end = Instant::now() + TURN;
                    while Instant::now() < end {
                        let round = passes.len() % ROUNDS;
                        let array = timed(|| limit(round));
                        let run = || (contender.run)(&inputs[round * INPUTS..][..INPUTS]);
                        passes.push(Pass { array, contender: timed(run) });
                    }
                }
                start.elapsed()
            });
        });
        group.finish();
        if contest.0.is_empty() {
            self.skipped += 1;
        } else {
            self.contests.insert((table, lookup), contest);
        }
    }

    fn report(&self) -> String {
        let intro = format!(
            "A pass looks up {INPUTS} random inputs, one after the other, nine in ten of them in the table, which stand side \
             by side in memory in this order. Each result is stored, by all contenders in the same way. The limit is an \
             array with one byte for each number of 16 bits (of wider codes the low bits tell which), read by the quickest \
             of four loops that are alike: right before each pass of a contender, the same codes are looked up in it. Of text codes the limit is the \
             same lookup in the project's table of u64 codes with the same rows. \
             Contenders take turns of {TURN:?} over the same {ROUNDS} rounds of inputs, for half a second or so, and again \
             when all tables had theirs, {TIMES} times. A time is that of the slowest in the quickest tenth of all \
             passes, since what else runs on a machine makes all slower and nobody quicker; for the array, of the passes \
             right before those of the contender that leaves it quickest. Ratios are those of such times.\n"
        );
        let results = self.contests.iter().map(|(key, contest)| (*key, contest.figures())).collect();
        let chart = "![A chart: lookups against the alternatives](pictures/lookups.svg)\n";
        [chart, &intro, &Self::goals(&results), &Self::details(&results)].join("\n")
    }

    /// The project, compared with its goals.
    fn goals(results: &Results) -> String {
        let mut rows = Vec::new();
        for ((table, lookup), contest) in results {
            for contestant in OWN {
                let Some(Figure { time, of_array }) = contest.get(contestant) else { continue };
                let mut row = vec![
                    table.codes(),
                    table.rows().to_string(),
                    match contestant {
                        NAMED => "named".to_owned(),
                        FROM_STR => format!("{}, from `str`", identifier(*lookup)),
                        _ => identifier(*lookup).to_owned(),
                    },
                    format!("{time:.2} ns"),
                ];
                row.extend(goal_cells(
                    Some(*of_array),
                    limit(*table, *lookup, contestant),
                    |ratio, goal| ratio <= goal,
                    "≤",
                ));
                let peers = contest.iter().filter(|(name, _)| !OWN.contains(name));
                let peers = peers.map(|(name, peer)| (*name, peer.of_array / of_array));
                let rivals: Vec<(&str, f64)> = match lookup {
                    Lookup::Name => peers.filter(|(name, _)| ["strum", "phf"].contains(name)).collect(),
                    _ => peers.min_by(|(_, a), (_, b)| a.total_cmp(b)).into_iter().collect(),
                };
                if rivals.is_empty() {
                    let mut row = row.clone();
                    row.extend(["", "", "", ""].map(str::to_owned));
                    rows.push(row);
                }
                for (name, ratio) in rivals {
                    let mut row = row.clone();
                    row.push(name.to_owned());
                    row.extend(goal_cells(Some(ratio), lead(*table, *lookup, name), |ratio, goal| ratio >= goal, "≥"));
                    rows.push(row);
                }
            }
        }
        let head = ["codes", "rows", "lookup", "time", "× limit", "goal", "met", "peer", "times faster", "goal", "met"];
        format!(
            "### Against the goals\n\nThe peer is the fastest one that returns the same; for names, those that the goals \
             name.\n\n{}",
            report::table(&head, &rows)
        )
    }

    /// Everybody, as ratios to the limit.
    fn details(results: &Results) -> String {
        let mut text = "### All contenders\n\nAs ratios to the limit.\n".to_owned();
        for lookup in [Lookup::FromCode, Lookup::Message, Lookup::Category, Lookup::Retry, Lookup::Name] {
            let of_lookup: Vec<_> = results.iter().filter(|((_, of), _)| *of == lookup).collect();
            let mut names: Vec<&str> = of_lookup.iter().flat_map(|(_, contest)| contest.keys().copied()).collect();
            names.sort_unstable_by_key(|name| (!OWN.contains(name), *name));
            names.dedup();
            if of_lookup.is_empty() {
                continue;
            }
            let rows: Vec<Vec<String>> = of_lookup
                .iter()
                .map(|((table, _), contest)| {
                    let of_array = |figure: &Figure| format!("{:.1}", figure.of_array);
                    [table.codes(), table.rows().to_string()]
                        .into_iter()
                        .chain(names.iter().map(|name| contest.get(name).map_or_else(String::new, of_array)))
                        .collect()
                })
                .collect();
            let head: Vec<&str> = ["codes", "rows"].into_iter().chain(names.iter().copied()).collect();
            write!(text, "\n#### {}\n\n{}", title(lookup), report::table(&head, &rows)).expect("a String takes all");
        }
        text
    }
}

static ARRAYS: [[u8; 1 << 16]; 4] = {
    let mut arrays = [[0; 1 << 16]; 4];
    let mut at = 0;
    while at < 1 << 18 {
        arrays[at >> 16][at & 0xFFFF] = at.to_le_bytes()[1];
        at += 1;
    }
    arrays
};

/// The limit, for a type of codes: an access to an array that has an element for every number of 16 bits. Of wide codes
/// the lower half or quarter tells the element.
///
/// So short a loop may take twice as long at one address as at another: of four that are all alike, the quickest.
fn array<R: Number>(inputs: &[R]) -> Contender<R> {
    fn access<R: Number, const COPY: usize>() -> Contender<R> {
        contender(Lookup::FromCode, "array access", |code: R| ARRAYS[COPY][usize::from(code.low())])
    }
    let copies = [access::<R, 0>(), access::<R, 1>(), access::<R, 2>(), access::<R, 3>()];
    let quickest = |copy: &Contender<R>| (0..500).map(|_| timed(|| (copy.run)(inputs))).min();
    copies.into_iter().min_by_key(quickest).expect("there are four")
}

fn timed(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

/// Panics where two find something else for the same input.
fn agree<'a, I: Copy + Debug + 'static>(contenders: impl Iterator<Item = &'a Contender<I>>, inputs: &[I]) {
    let mut found: BTreeMap<Lookup, Vec<String>> = BTreeMap::new();
    // A slice of variants is not to be compared with a variant.
    for contender in contenders.filter(|contender| contender.name != NAMED) {
        let finds = inputs.iter().take(1_000).map(|input| (contender.find)(*input));
        match found.get(&contender.lookup) {
            None => _ = found.insert(contender.lookup, finds.collect()),
            Some(known) => {
                for ((known, find), input) in known.iter().zip(finds).zip(inputs) {
                    assert_eq!(*known, find, "what {} finds for {input:?}", contender.name);
                }
            }
        }
    }
}

/// A ratio, the goal and whether it is met, as cells.
fn goal_cells(ratio: Option<f64>, goal: Option<f64>, meets: impl Fn(f64, f64) -> bool, sign: &str) -> [String; 3] {
    let verdict = match (ratio, goal) {
        (Some(ratio), Some(goal)) => {
            if meets(ratio, goal) {
                "yes"
            } else {
                "no"
            }
        }
        _ => "",
    };
    [
        ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}")),
        goal.map_or_else(String::new, |goal| format!("{sign} {goal}")),
        verdict.to_owned(),
    ]
}

/// The project's contenders.
const OWN: [&str; 3] = [PROJECT, NAMED, FROM_STR];

/// The goal: at most this multiple of the limit.
fn limit(table: Table, lookup: Lookup, contestant: &str) -> Option<f64> {
    match (table, lookup) {
        (_, Lookup::Name) => None,
        (Table::Integers(shape), _) => Some(if shape.bits == 16 { 3.5 } else { 5.0 }),
        (Table::Texts(shape), Lookup::FromCode) => (shape.bytes == 5 && contestant == PROJECT).then_some(1.5),
        (Table::Texts(_), _) => None,
    }
}

/// The goal: at least this many times faster than the peer.
fn lead(table: Table, lookup: Lookup, peer: &str) -> Option<f64> {
    match (lookup, table) {
        (Lookup::Name, _) => match (table.rows(), peer) {
            (29, _) => Some(2.0),
            (1_000, "strum") => Some(10.0),
            _ => None,
        },
        (_, Table::Integers(_)) => Some(3.0),
        (_, Table::Texts(_)) => Some(2.0),
    }
}

fn identifier(lookup: Lookup) -> &'static str {
    match lookup {
        Lookup::FromCode => "from_code",
        Lookup::Message => "message",
        Lookup::Category => "category",
        Lookup::Retry => "retry",
        Lookup::Name => "name",
    }
}

fn title(lookup: Lookup) -> &'static str {
    match lookup {
        Lookup::FromCode => "Code to variant",
        Lookup::Message => "Code to message",
        Lookup::Category => "Code to category",
        Lookup::Retry => "Code to retry",
        Lookup::Name => "Name to variant",
    }
}

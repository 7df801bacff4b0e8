//! How long lookups take, as ratios to an access to an array and to what one would use in the project's place.
//!
//! `cargo bench -p ineo-codes-benches --bench lookups` measures all and writes `BENCHMARKS.md`. A part of an
//! identifier behind `--` measures only what has it (`u16_1000`, `message`, `u32_29/from_code/ineo`) and writes nothing.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::{Debug, Write as _};
use std::time::{Duration, Instant};

use criterion::{Criterion, SamplingMode};
use ineo_codes_benches::{NAMED, PROJECT, for_each_table};
use ineo_codes_benches_peers::{ARRAY, Contender, Lookup, Number, array};
use ineo_codes_benches_report as report;
use ineo_codes_benches_tables::{self as tables, Shape};

/// How many inputs a pass looks up, and how many such rounds of inputs there are. All together are too many for a
/// processor to learn by heart what comes next, as it would within a few passes over the same few thousand.
const INPUTS: usize = 8_192;
const ROUNDS: usize = 32;

const COMMAND: &str = "cargo bench -p ineo-codes-benches --bench lookups";

fn main() {
    // Without it, as `cargo test` runs benches, everything is run once and nothing is measured.
    let measures = std::env::args().any(|argument| argument == "--bench");
    let mut criterion = Criterion::default()
        .without_plots()
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(400))
        .sample_size(40)
        .nresamples(2_000)
        .configure_from_args();
    let mut figures = Figures::default();

    macro_rules! measure {
        ($module:ident, $repr:ident, $rows:literal) => {
            let project = ineo_codes_benches::$module::contenders();
            let peers = ineo_codes_benches_peers::$module::contenders();
            let shape = Shape { bits: $repr::BITS, rows: $rows };
            let rows = tables::rows(shape);
            let codes: Vec<$repr> = tables::codes(shape, &rows, INPUTS * ROUNDS).into_iter().map(Number::of).collect();
            let names: Vec<&'static str> =
                tables::names(&rows, INPUTS * ROUNDS).into_iter().map(|name| &*name.leak()).collect();
            agree(project.by_code.iter().chain(&peers.by_code), &codes);
            agree(project.by_name.iter().chain(&peers.by_name), &names);
            for lookup in [Lookup::FromCode, Lookup::Message, Lookup::Category, Lookup::Retry] {
                let limit = [array(lookup)];
                let contenders = limit.iter().chain(&project.by_code).chain(&peers.by_code);
                figures.measure(&mut criterion, shape, lookup, contenders, &codes);
            }
            // Nothing that leads from names to variants knows of the numbers: one type of codes stands for all.
            if $repr::BITS == 16 {
                // Names have no array of their own: the limit is that of codes.
                let limit = [array(Lookup::Name)];
                figures.measure(&mut criterion, shape, Lookup::Name, limit.iter(), &codes);
                let contenders = project.by_name.iter().chain(&peers.by_name);
                figures.measure(&mut criterion, shape, Lookup::Name, contenders, &names);
            }
        };
    }
    for_each_table!(measure);
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

/// What was measured of one table and lookup: nanoseconds by contender.
type Times = BTreeMap<&'static str, f64>;

#[derive(Default)]
struct Figures {
    times: BTreeMap<(Shape, Lookup), Times>,
    skipped: usize,
}

impl Figures {
    fn measure<'a, I>(
        &mut self,
        criterion: &mut Criterion,
        shape: Shape,
        lookup: Lookup,
        contenders: impl Iterator<Item = &'a Contender<I>>,
        inputs: &[I],
    ) where
        I: 'static,
    {
        let mut group = criterion.benchmark_group(format!("{}/{}", shape.name(), identifier(lookup)));
        group.sampling_mode(SamplingMode::Flat);
        for contender in contenders.filter(|contender| contender.lookup == lookup) {
            let passes = RefCell::new(Vec::new());
            let mut rounds = inputs.chunks_exact(INPUTS).cycle();
            group.bench_function(contender.name, |bencher| {
                bencher.iter_custom(|iterations| {
                    let mut passes = passes.borrow_mut();
                    let before = passes.len();
                    for round in rounds.by_ref().take(usize::try_from(iterations).unwrap_or(usize::MAX)) {
                        let start = Instant::now();
                        (contender.run)(round);
                        passes.push(start.elapsed());
                    }
                    passes[before..].iter().sum()
                });
            });
            match median(passes.into_inner()) {
                None => self.skipped += 1,
                Some(pass) => {
                    #[allow(clippy::cast_precision_loss, reason = "far below 2^52")]
                    let time = pass.as_secs_f64() * 1e9 / INPUTS as f64;
                    self.times.entry((shape, lookup)).or_default().insert(contender.name, time);
                }
            }
        }
        group.finish();
    }

    fn report(&self) -> String {
        let intro = format!(
            "A pass looks up {INPUTS} random inputs, one after the other, nine in ten of them in the table. Each result \
             is stored, by all contenders in the same way. Each figure is the median of all passes of a run, hundreds at \
             least, over {ROUNDS} rounds of inputs, the same for all contenders. *Array access* reads from an array with \
             one byte for each number of 16 bits (of wider codes the low bits), and is measured beside each lookup on \
             the same codes.\n"
        );
        [intro, self.goals(), self.details()].join("\n")
    }

    /// The project, held against its goals.
    fn goals(&self) -> String {
        let mut rows = Vec::new();
        for ((shape, lookup), times) in &self.times {
            let is_name = *lookup == Lookup::Name;
            let contestants: &[&str] = if is_name { &[PROJECT, NAMED] } else { &[PROJECT] };
            for contestant in contestants {
                let Some(time) = times.get(contestant) else { continue };
                let mut row = vec![
                    format!("u{}", shape.bits),
                    shape.rows.to_string(),
                    if is_name && *contestant == NAMED { "named".to_owned() } else { identifier(*lookup).to_owned() },
                    format!("{time:.2} ns"),
                ];
                let of_array = times.get(ARRAY).map(|array| time / array);
                row.extend(held(of_array, limit(*shape, *lookup), |ratio, goal| ratio <= goal, "≤"));
                let peers = times.iter().filter(|(name, _)| ![ARRAY, PROJECT, NAMED].contains(name));
                let rivals: Vec<(&str, f64)> = match lookup {
                    Lookup::Name => {
                        ["strum", "phf"].into_iter().filter_map(|name| Some((name, *times.get(name)? / time))).collect()
                    }
                    _ => peers
                        .min_by(|(_, a), (_, b)| a.total_cmp(b))
                        .map(|(name, peer)| (*name, peer / time))
                        .into_iter()
                        .collect(),
                };
                if rivals.is_empty() {
                    let mut row = row.clone();
                    row.extend(["", "", "", ""].map(str::to_owned));
                    rows.push(row);
                }
                for (name, ratio) in rivals {
                    let mut row = row.clone();
                    row.push(name.to_owned());
                    row.extend(held(Some(ratio), lead(*shape, *lookup, name), |ratio, goal| ratio >= goal, "≥"));
                    rows.push(row);
                }
            }
        }
        let head = ["codes", "rows", "lookup", "time", "× array", "goal", "met", "peer", "times faster", "goal", "met"];
        format!(
            "### Against the goals\n\nThe peer is the fastest one that returns the same; for names, those that the goals \
             name.\n\n{}",
            report::table(&head, &rows)
        )
    }

    /// Everybody, as ratios to the array.
    fn details(&self) -> String {
        let mut text =
            "### All contenders\n\nAs ratios to the array, whose time is the one in nanoseconds.\n".to_owned();
        for lookup in [Lookup::FromCode, Lookup::Message, Lookup::Category, Lookup::Retry, Lookup::Name] {
            let of_lookup: Vec<_> = self.times.iter().filter(|((_, of), _)| *of == lookup).collect();
            let mut names: Vec<&str> = of_lookup.iter().flat_map(|(_, times)| times.keys().copied()).collect();
            names.sort_unstable_by_key(|name| (![PROJECT, NAMED].contains(name), *name));
            names.dedup();
            names.retain(|name| *name != ARRAY);
            if of_lookup.is_empty() {
                continue;
            }
            let rows: Vec<Vec<String>> = of_lookup
                .iter()
                .map(|((shape, _), times)| {
                    let array = times.get(ARRAY);
                    let ratio = |name: &&str| match (times.get(name), array) {
                        (Some(time), Some(array)) => format!("{:.1}", time / array),
                        _ => String::new(),
                    };
                    [format!("u{}", shape.bits), shape.rows.to_string()]
                        .into_iter()
                        .chain([array.map_or_else(String::new, |array| format!("{array:.2} ns"))])
                        .chain(names.iter().map(ratio))
                        .collect()
                })
                .collect();
            let head: Vec<&str> = ["codes", "rows", ARRAY].into_iter().chain(names.iter().copied()).collect();
            write!(text, "\n#### {}\n\n{}", title(lookup), report::table(&head, &rows)).expect("a String takes all");
        }
        text
    }
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

fn median(mut passes: Vec<Duration>) -> Option<Duration> {
    passes.sort_unstable();
    passes.get(passes.len() / 2).copied()
}

/// A ratio, the goal and whether it is met, as cells.
fn held(ratio: Option<f64>, goal: Option<f64>, meets: impl Fn(f64, f64) -> bool, sign: &str) -> [String; 3] {
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

/// The goal: at most so many times the array access.
fn limit(shape: Shape, lookup: Lookup) -> Option<f64> {
    match (lookup, shape.bits) {
        (Lookup::Name, _) => None,
        (_, 16) => Some(3.5),
        _ => Some(5.0),
    }
}

/// The goal: at least so many times faster than the peer.
fn lead(shape: Shape, lookup: Lookup, peer: &str) -> Option<f64> {
    match (lookup, shape.rows, peer) {
        (Lookup::Name, 29, _) => Some(2.0),
        (Lookup::Name, 1_000, "strum") => Some(10.0),
        (Lookup::Name, ..) => None,
        _ => Some(3.0),
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

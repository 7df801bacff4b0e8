//! How much time and memory the compiler takes for a crate with a table, as ratios to `strum` with `num_enum`.
//!
//! `cargo bench -p ineo-codes-benches-builds` measures all and writes `BENCHMARKS.md`; it takes some minutes and
//! the peer's largest build many gigabytes. With `-- --quick` only tables of 1,000 rows are built, and nothing is
//! written.
//!
//! The program builds packages that it makes up, in a folder of its own in the target directory, offline. Cargo calls
//! it again in place of each rustc, so that it sees what each of them takes.

use std::process::ExitCode;

#[cfg(unix)]
mod measured {
    use std::error::Error;
    use std::path::{Path, PathBuf};
    use std::process::{Command, ExitCode};
    use std::time::Duration;
    use std::{env, fs};

    use ineo_codes_benches_report as report;
    use ineo_codes_benches_tables::{self as tables, Shape};
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeVal;

    /// Tells the stand-in for rustc where to write what the compiler took.
    const LOG: &str = "INEO_CODES_BENCHES_LOG";

    const COMMAND: &str = "cargo bench -p ineo-codes-benches-builds";

    type Result<T> = std::result::Result<T, Box<dyn Error>>;

    /// What a build took.
    #[derive(Debug, Clone, Copy, PartialEq)]
    struct Cost {
        /// CPU time, user and system, of all processes.
        time: Duration,
        /// The most memory that one process had, in bytes.
        memory: u64,
    }

    pub(crate) fn main() -> Result<ExitCode> {
        if let Some(log) = env::var_os(LOG) {
            return compile(Path::new(&log));
        }
        if env::args().any(|argument| argument == "--bench") {
            measure(env::args().any(|argument| argument == "--quick"))?;
        }
        Ok(ExitCode::SUCCESS)
    }

    /// In place of rustc: runs it, and notes the crate and what it took.
    fn compile(log: &Path) -> Result<ExitCode> {
        use std::io::Write as _;

        let arguments: Vec<_> = env::args_os().skip(1).collect();
        let (rustc, arguments) = arguments.split_first().ok_or("cargo names the compiler")?;
        let status = Command::new(rustc).args(arguments).env_remove(LOG).status()?;
        if let Some(at) = arguments.iter().position(|argument| argument == "--crate-name") {
            let name = arguments.get(at + 1).ok_or("a name follows")?.to_string_lossy();
            let Cost { time, memory } = children()?;
            let mut log = fs::File::options().append(true).create(true).open(log)?;
            writeln!(log, "{name} {} {memory}", time.as_micros())?;
        }
        Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    /// What all processes took that this one started and that have ended, and those that they started.
    fn children() -> Result<Cost> {
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
        let time = |value: TimeVal| -> Result<Duration> {
            Ok(Duration::new(value.tv_sec().try_into()?, u32::try_from(value.tv_usec())? * 1_000))
        };
        // Apple counts in bytes, all others in kibibytes.
        let unit = if cfg!(target_vendor = "apple") { 1 } else { 1_024 };
        Ok(Cost {
            time: time(usage.user_time())? + time(usage.system_time())?,
            memory: u64::try_from(usage.max_rss())? * unit,
        })
    }

    fn measure(quick: bool) -> Result<()> {
        let builds = Builds::new()?;
        let (project, peer) = (Contestant::Project, Contestant::Peer);
        let mut rows = Vec::new();

        let ours = builds.table(project, 1_000, 5)?.ok_or("the project's table has to build")?;
        let theirs = builds.table(peer, 1_000, 5)?;
        rows.push(times("1,000 rows, CPU time", ours, theirs, 1.0 / 5.0));

        if !quick {
            let large = builds.table(project, 10_000, 3)?.ok_or("the project's table has to build")?;
            let theirs = builds.table(peer, 10_000, 1)?;
            rows.push(times("10,000 rows, CPU time", large, theirs, 1.0 / 20.0));
            let ratio = theirs.map(|theirs| mebibytes(large) / mebibytes(theirs));
            rows.push(row(
                "10,000 rows, peak memory",
                format!("{:.0} MiB", mebibytes(large)),
                theirs.map_or_else(unbuilt, |theirs| format!("{:.0} MiB", mebibytes(theirs))),
                ratio,
                Some(1.0 / 20.0),
            ));
            let growth = large.time.as_secs_f64() / ours.time.as_secs_f64();
            rows.push(row(
                "10,000 rows to 1,000, CPU time",
                format!("{growth:.1} times"),
                String::new(),
                Some(growth),
                Some(15.0),
            ));
            let all = builds
                .table(project, 65_536, 1)?
                .map_or_else(unbuilt, |all| format!("{:.1} s, {:.0} MiB", all.time.as_secs_f64(), mebibytes(all)));
            rows.push(row("all 65,536 codes", all, String::new(), None, None));

            let [ours, theirs] = builds.clean([&["ineo-codes"], &["num_enum", "strum"]], 5)?;
            rows.push(times("clean build with dependencies, CPU time", ours, Some(theirs), 0.7));
        }

        let head = ["what", "ineo-codes", "strum + num_enum", "ratio", "goal", "met"];
        let table = report::table(&head, &rows);
        println!("{table}");
        if quick {
            println!("Measured in part: BENCHMARKS.md stays as it was.");
            return Ok(());
        }
        let intro = "In release mode, as Cargo has it by default. CPU time is user and system time. For tables it is that \
                     of the one rustc that compiles the crate with the table and a function for each lookup, macros \
                     included; the median of five builds of 1,000 rows and of three of 10,000, the peer's once. Both \
                     enums have the same rows: code, name, message, category, retry. A clean build is all that Cargo \
                     does in an empty target directory, median of five, both in turn.";
        let packages = ["ineo-codes", "num_enum", "strum"];
        let chart = "![A chart: build time as tables grow](pictures/builds.svg)";
        let text = format!("{}\n{chart}\n\n{intro}\n\n{table}", report::circumstances(COMMAND, &packages));
        println!("Written to {}.", report::write("Builds", &text)?.display());
        Ok(())
    }

    fn times(what: &str, ours: Cost, theirs: Option<Cost>, goal: f64) -> Vec<String> {
        let seconds = |cost: Cost| format!("{:.2} s", cost.time.as_secs_f64());
        let ratio = theirs.map(|theirs| ours.time.as_secs_f64() / theirs.time.as_secs_f64());
        row(what, seconds(ours), theirs.map_or_else(unbuilt, seconds), ratio, Some(goal))
    }

    #[allow(clippy::cast_precision_loss, reason = "far below 2^52")]
    fn mebibytes(cost: Cost) -> f64 {
        cost.memory as f64 / f64::from(1 << 20)
    }

    fn unbuilt() -> String {
        "does not build".to_owned()
    }

    fn row(what: &str, ours: String, theirs: String, ratio: Option<f64>, goal: Option<f64>) -> Vec<String> {
        let verdict = ratio.zip(goal).map_or("", |(ratio, goal)| if ratio <= goal { "yes" } else { "no" });
        vec![
            what.to_owned(),
            ours,
            theirs,
            ratio.map_or_else(String::new, |ratio| format!("{ratio:.3}")),
            goal.map_or_else(String::new, |goal| format!("≤ {goal}")),
            verdict.to_owned(),
        ]
    }

    #[derive(Debug, Clone, Copy, PartialEq)]
    enum Contestant {
        Project,
        Peer,
    }

    impl Contestant {
        fn package(self) -> &'static str {
            match self {
                Self::Project => "table-of-ineo-codes",
                Self::Peer => "table-of-strum",
            }
        }

        fn dependencies(self) -> String {
            match self {
                Self::Project => {
                    format!("ineo-codes = {{ path = '{}' }}\n", report::workspace().join("ineo-codes").display())
                }
                Self::Peer => {
                    "num_enum = \"0.7\"\nstrum = { version = \"0.28\", features = [\"derive\"] }\n".to_owned()
                }
            }
        }
    }

    /// A workspace with a package for each contestant.
    struct Builds {
        folder: PathBuf,
    }

    impl Builds {
        fn new() -> Result<Self> {
            let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("builds");
            for contestant in [Contestant::Project, Contestant::Peer] {
                let package = folder.join(contestant.package());
                fs::create_dir_all(package.join("src"))?;
                let manifest = format!(
                    "[package]\nname = {:?}\nedition = \"2024\"\n\n[dependencies]\n{}",
                    contestant.package(),
                    contestant.dependencies()
                );
                fs::write(package.join("Cargo.toml"), manifest)?;
                fs::write(package.join("src/lib.rs"), "")?;
            }
            fs::write(folder.join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"table-of-*\"]\n")?;
            // The same versions of everything, which Cargo has at hand.
            fs::copy(report::workspace().join("Cargo.lock"), folder.join("Cargo.lock"))?;
            Ok(Self { folder })
        }

        fn cargo(&self, packages: &[&str], target: &str) -> Command {
            let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
            cargo.args(["build", "--release", "--offline", "--quiet"]).current_dir(&self.folder);
            cargo.args(packages.iter().flat_map(|package| ["--package", package]));
            cargo.env("CARGO_TARGET_DIR", self.folder.join(target));
            cargo
        }

        /// The median cost of the crate with the table; none if it can't be built.
        fn table(&self, contestant: Contestant, rows: usize, runs: usize) -> Result<Option<Cost>> {
            let package = contestant.package();
            let log = self.folder.join("log");
            let shape = Shape { bits: 16, rows };
            self.write(contestant, shape)?;
            let mut costs = Vec::new();
            for run in 1..=runs {
                eprint!("{package}, {rows} rows, build {run} of {runs}: ");
                // A change of its time alone has Cargo build it again.
                let source = self.folder.join(package).join("src/lib.rs");
                fs::write(&source, fs::read(&source)?)?;
                fs::write(&log, "")?;
                let mut cargo = self.cargo(&[package], "target");
                cargo.env(LOG, &log).env("RUSTC_WRAPPER", env::current_exe()?);
                if !cargo.status()?.success() {
                    eprintln!("failed");
                    return Ok(None);
                }
                let cost = logged(&fs::read_to_string(&log)?, &package.replace('-', "_"))?;
                eprintln!("{:.2} s, {} MiB", cost.time.as_secs_f64(), cost.memory >> 20);
                costs.push(cost);
            }
            Ok(Some(median(costs)))
        }

        fn write(&self, contestant: Contestant, shape: Shape) -> Result<()> {
            let rows = tables::rows(shape);
            let package = self.folder.join(contestant.package());
            let source = match contestant {
                Contestant::Project => {
                    fs::write(package.join("table.toml"), tables::table_file(shape, &rows))?;
                    PROJECT.to_owned()
                }
                Contestant::Peer => tables::enumeration(shape, &rows, true) + PEER,
            };
            fs::write(package.join("src/lib.rs"), source)?;
            Ok(())
        }

        /// The median costs of two contestants' packages with all that they depend on, built in turn: a machine that is at
        /// times slower, as one that is shared, is so for both.
        fn clean(&self, contestants: [&[&str]; 2], runs: usize) -> Result<[Cost; 2]> {
            let mut costs = [Vec::new(), Vec::new()];
            for run in 1..=runs {
                for (packages, costs) in contestants.iter().zip(&mut costs) {
                    eprint!("{}, clean build {run} of {runs}: ", packages.join(" + "));
                    let target = self.folder.join("clean");
                    if target.exists() {
                        fs::remove_dir_all(&target)?;
                    }
                    let before = children()?;
                    if !self.cargo(packages, "clean").status()?.success() {
                        return Err(format!("{} can't be built", packages.join(" + ")).into());
                    }
                    let after = children()?;
                    let cost = Cost { time: after.time.saturating_sub(before.time), memory: after.memory };
                    eprintln!("{:.2} s", cost.time.as_secs_f64());
                    costs.push(cost);
                }
            }
            Ok(costs.map(median))
        }
    }

    /// What the log says of a crate.
    fn logged(log: &str, name: &str) -> Result<Cost> {
        let line = log.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        let (micros, memory) = line.and_then(|line| line.split_once(' ')).ok_or("the compiler has not been called")?;
        Ok(Cost { time: Duration::from_micros(micros.parse()?), memory: memory.parse()? })
    }

    fn median(mut costs: Vec<Cost>) -> Cost {
        costs.sort_by_key(|cost| cost.time);
        costs[costs.len() / 2]
    }

    /// A crate with the table and a function for each lookup: the methods of both contestants are marked `inline`, and
    /// what is so marked is only compiled where it is called. Each is called once, as calls may multiply its code.
    const PROJECT: &str = r#"
#[ineo_codes::codes("table.toml")]
pub enum Code {}

#[inline(never)]
pub fn from_code(code: u16) -> Code {
    Code::from_code(code)
}

#[inline(never)]
pub fn message(code: Code) -> &'static str {
    code.message()
}

#[inline(never)]
pub fn category(code: Code) -> CodeCategory {
    code.category()
}

#[inline(never)]
pub fn retry(code: Code) -> ineo_codes::Retry {
    code.retry()
}

#[inline(never)]
pub fn parse(name: &str) -> Option<Code> {
    name.parse().ok()
}

#[inline(never)]
pub fn text(code: Code) -> String {
    format!("{code} {code:?}")
}
"#;

    /// The same with the peer.
    const PEER: &str = r#"
use strum::{EnumMessage, EnumProperty};

#[inline(never)]
pub fn from_code(code: u16) -> Code {
    Code::from(code)
}

#[inline(never)]
pub fn message(code: Code) -> Option<&'static str> {
    code.get_message()
}

#[inline(never)]
pub fn category_or_retry(code: Code, property: &str) -> Option<&'static str> {
    code.get_str(property)
}

#[inline(never)]
pub fn seconds(code: Code) -> Option<i64> {
    code.get_int("seconds")
}

#[inline(never)]
pub fn parse(name: &str) -> Option<Code> {
    name.parse().ok()
}

#[inline(never)]
pub fn text(code: Code) -> String {
    format!("{code} {code:?}")
}
"#;
}

fn main() -> ExitCode {
    #[cfg(unix)]
    return measured::main().unwrap_or_else(|error| {
        eprintln!("{error}");
        ExitCode::FAILURE
    });
    #[cfg(not(unix))]
    {
        eprintln!("Builds are measured on Unix only: elsewhere nothing tells what a process took.");
        ExitCode::SUCCESS
    }
}

//! `BENCHMARKS.md`: a section for each program that measures, and its charts.

mod chart;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io, thread};

const HEAD: &str = "# Benchmarks\n\nWritten by the benchmarks themselves; not to be edited by hand.\n";

/// Puts a section in place of the one with the same title, or after all others, and draws the charts.
///
/// # Errors
///
/// If the file can't be read or written.
pub fn write(title: &str, body: &str) -> io::Result<PathBuf> {
    let path = workspace().join("BENCHMARKS.md");
    let old = match fs::read_to_string(&path) {
        Ok(old) => old,
        Err(error) if error.kind() == io::ErrorKind::NotFound => HEAD.to_owned(),
        Err(error) => return Err(error),
    };
    let report = with_section(&old, title, body);
    fs::write(&path, &report)?;
    for (name, picture) in charts(&report) {
        fs::write(workspace().join(name), picture)?;
    }
    path.canonicalize()
}

/// The charts of a report, with their paths from the root of the workspace.
fn charts(report: &str) -> impl Iterator<Item = (&'static str, String)> {
    let charts = [("pictures/lookups.svg", chart::lookups(report)), ("pictures/builds.svg", chart::builds(report))];
    charts.into_iter().filter_map(|(name, picture)| Some((name, picture?)))
}

fn with_section(old: &str, title: &str, body: &str) -> String {
    let section = format!("## {title}\n\n{}\n", body.trim());
    let mut parts = old.split("\n## ");
    let mut text = parts.next().unwrap_or_default().to_owned() + "\n";
    let mut placed = false;
    for part in parts {
        if part.lines().next() == Some(title) {
            placed = true;
            text += &section;
        } else {
            writeln!(text, "## {}", part.trim_end()).expect("a String takes all");
        }
        text += "\n";
    }
    if !placed {
        text += &section;
    }
    text.trim_end().to_owned() + "\n"
}

/// Where and when it was measured, and of what versions.
#[must_use]
pub fn circumstances(command: &str, packages: &[&str]) -> String {
    let date = jiff::Timestamp::now().strftime("%Y-%m-%d");
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut text = format!("Measured on {date} by `{command}`.\n\n");
    let mut item = |name: &str, value: &str| writeln!(text, "- {name}: {value}").expect("a String takes all");
    item("machine", &format!("{}, {cores} cores, {} {}", processor(), env::consts::OS, env::consts::ARCH));
    item("compiler", env!("RUSTC_VERSION"));
    item("versions", &versions(packages));
    text
}

fn processor() -> String {
    let information = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = information.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    model.map_or_else(|| "processor unknown".to_owned(), |(_, model)| model.to_owned())
}

/// The versions of these packages that the workspace is locked to: the newest, where dependencies need an older one too.
fn versions(packages: &[&str]) -> String {
    let lock = fs::read_to_string(workspace().join("Cargo.lock")).unwrap_or_default();
    let version_of = |name: &str| {
        let (_, rest) = lock.rsplit_once(&format!("name = \"{name}\"\nversion = \""))?;
        rest.split_once('"').map(|(version, _)| version)
    };
    packages
        .iter()
        .map(|name| format!("{name} {}", version_of(name).unwrap_or("(not locked)")))
        .collect::<Vec<_>>()
        .join(", ")
}

/// The root of the workspace.
#[must_use]
pub fn workspace() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// A Markdown table, with the columns padded so that it reads well on a terminal too.
#[must_use]
pub fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let head: Vec<String> = head.iter().map(|cell| (*cell).to_owned()).collect();
    let widths: Vec<usize> = (0..head.len())
        .map(|column| rows.iter().chain([&head]).map(|row| row[column].chars().count()).max().unwrap_or(0))
        .collect();
    let line = |row: &[String]| {
        let cells: Vec<String> = row
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(column, (cell, width))| {
                let is_number = column > 0 && cell.starts_with(|first: char| first.is_ascii_digit());
                if is_number { format!("{cell:>width$}") } else { format!("{cell:width$}") }
            })
            .collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    line(&head) + &line(&rule) + &rows.iter().map(|row| line(row)).collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_takes_the_place_of_its_older_self() {
        let first = with_section(HEAD, "Lookups", "old");
        assert_eq!(first, format!("{HEAD}\n## Lookups\n\nold\n"));
        let both = with_section(&first, "Builds", "### Time\n\nlong");
        assert_eq!(both, format!("{HEAD}\n## Lookups\n\nold\n\n## Builds\n\n### Time\n\nlong\n"));
        let updated = with_section(&both, "Lookups", "new");
        assert_eq!(updated, format!("{HEAD}\n## Lookups\n\nnew\n\n## Builds\n\n### Time\n\nlong\n"));
    }

    /// `UPDATE_PICTURES=1` draws them again, for a change of the drawing alone.
    #[test]
    fn the_charts_are_those_of_the_report() {
        let report = fs::read_to_string(workspace().join("BENCHMARKS.md")).expect("it can be read");
        let report = report.replace("\r\n", "\n");
        assert_eq!(charts(&report).count(), 2);
        for (name, picture) in charts(&report) {
            let path = workspace().join(name);
            if env::var_os("UPDATE_PICTURES").is_some() {
                fs::write(&path, &picture).expect("it can be written");
            }
            let drawn = fs::read_to_string(&path).expect("it can be read").replace("\r\n", "\n");
            assert!(drawn == picture, "{name} is not drawn from BENCHMARKS.md");
            assert!(report.contains(name), "BENCHMARKS.md shows {name}");
        }
    }

    #[test]
    fn versions_are_those_of_the_lock_file() {
        assert!(versions(&["ineo-codes"]).starts_with("ineo-codes 0."));
        assert_eq!(versions(&["no-such-package"]), "no-such-package (not locked)");
    }

    #[test]
    fn columns_are_padded() {
        let table = table(&["a", "long"], &[vec!["text".into(), "1.5".into()]]);
        assert_eq!(table, "| a    | long |\n| ---- | ---- |\n| text |  1.5 |\n");
    }
}

//! The command `ineo-codes`: checks, explains, imports, exports and compares tables of status codes.
//!
//! The library is here for the command, its tests and its fuzzer. It is exempt from semantic versioning: every release
//! may change everything here.

#![allow(clippy::result_large_err, reason = "a fault ends a run: to box it saves nothing")]
#![allow(
    clippy::format_push_string,
    clippy::format_collect,
    reason = "it reads as what it writes, and is written once"
)]

mod answer;
mod arguments;
mod check;
pub mod diff;
mod explain;
mod export;
mod failure;
mod files;
mod finding;
pub mod import;
mod lints;
mod places;
mod report;
mod streams;
mod table;

use std::io::ErrorKind;
use std::process::ExitCode;

use clap::Parser as _;

use self::arguments::{Arguments, Command};
use self::failure::{Failure, Outcome};
use self::streams::Streams;

/// Runs the command with the arguments of this process.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return answer_to(&error),
    };
    let mut streams = Streams::new(arguments.color);
    let outcome = run(arguments.command, &mut streams).and_then(|outcome| streams.finish().map(|()| outcome));
    match outcome {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(failure) => {
            streams.complain(&failure);
            ExitCode::from(2)
        }
    }
}

/// Prints the help that was asked for, or what is wrong with the arguments.
fn answer_to(error: &clap::Error) -> ExitCode {
    match error.print() {
        Err(lost) if lost.kind() != ErrorKind::BrokenPipe => ExitCode::from(2),
        _ => ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2)),
    }
}

fn run(command: Command, streams: &mut Streams) -> Result<Outcome, Failure> {
    match command {
        Command::Explain(arguments) => explain::run(&arguments, streams),
        Command::Check(arguments) => check::run(&arguments, streams),
        Command::Diff(arguments) => diff::run(&arguments, streams),
        Command::Export(arguments) => export::run(&arguments, streams),
        Command::Import(arguments) => import::run(&arguments, streams),
        Command::Completions { shell } => arguments::completions(shell, streams),
        Command::Man => arguments::man(streams),
    }
}

//! The arguments of the command, its completions and its manual page. Each subcommand declares its own.

use clap::{CommandFactory as _, Parser, Subcommand};

use crate::check::Check;
use crate::diff::Diff;
use crate::explain::Explain;
use crate::export::Export;
use crate::failure::{Failure, Outcome};
use crate::import::Import;
use crate::streams::{Color, Streams};

/// Checks, explains, imports, exports and compares tables of status codes.
#[derive(Debug, Parser)]
#[command(name = "ineo-codes", version, max_term_width = 100, arg_required_else_help = true, after_help = EXIT)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// When to use colors; `NO_COLOR` is honoured
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
}

const EXIT: &str = "\
Exit status:
  0  fine
  1  findings: faults in a file's content, drift, and what --deny and --fail-on name
  2  wrong usage, a file that can't be read or written, git";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Explain(Explain),
    Check(Check),
    Import(Import),
    Export(Export),
    Diff(Diff),
    /// Print completions for a shell
    #[command(after_help = "\
Examples:
  ineo-codes completions bash > ~/.local/share/bash-completion/completions/ineo-codes
  ineo-codes completions fish > ~/.config/fish/completions/ineo-codes.fish")]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    #[command(hide = true)]
    Man,
}

/// Prints completions for a shell.
pub(crate) fn completions(shell: clap_complete::Shell, streams: &mut Streams) -> Result<Outcome, Failure> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "ineo-codes", &mut text);
    streams.print(&String::from_utf8_lossy(&text))?;
    Ok(Outcome::Fine)
}

/// Prints the manual page: all of it in one.
pub(crate) fn man(streams: &mut Streams) -> Result<Outcome, Failure> {
    let unwritable = |error: std::io::Error| Failure::new(format!("can't write the manual page: {error}"));
    let mut text = Vec::new();
    let command = Arguments::command();
    clap_mangen::Man::new(command.clone()).render(&mut text).map_err(unwritable)?;
    for inner in command.get_subcommands().filter(|inner| !inner.is_hide_set()) {
        let name = format!("ineo-codes {}", inner.get_name());
        let man = clap_mangen::Man::new(inner.clone().bin_name(name));
        text.extend_from_slice(format!(".SH {}\n", inner.get_name().to_uppercase()).as_bytes());
        man.render_synopsis_section(&mut text).map_err(unwritable)?;
        man.render_description_section(&mut text).map_err(unwritable)?;
        man.render_options_section(&mut text).map_err(unwritable)?;
        man.render_extra_section(&mut text).map_err(unwritable)?;
    }
    streams.print(&String::from_utf8_lossy(&text))?;
    Ok(Outcome::Fine)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }
}

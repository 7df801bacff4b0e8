//! Standard output and standard error.

use std::io::{self, BufWriter, ErrorKind, Write};

use anstream::AutoStream;
use anstyle::{AnsiColor, Style};

use crate::failure::Failure;

pub(crate) use ineo_codes_table::printable as escaped;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const NOTE: Style = AnsiColor::Cyan.on_default().bold();

/// The output of the command. A reader that closes the pipe ends it without a word.
pub(crate) struct Streams {
    out: BufWriter<Quiet<AutoStream<io::Stdout>>>,
    err: AutoStream<io::Stderr>,
}

/// When to use colors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

/// How much a message matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    Note,
    Warning,
    Error,
}

impl Level {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    pub(crate) fn style(self) -> Style {
        match self {
            Self::Note => NOTE,
            Self::Warning => WARNING,
            Self::Error => ERROR,
        }
    }
}

impl Streams {
    pub(crate) fn new(color: Color) -> Self {
        let choice = match color {
            Color::Auto => None,
            Color::Always => Some(anstream::ColorChoice::Always),
            Color::Never => Some(anstream::ColorChoice::Never),
        };
        let out = match choice {
            Some(choice) => AutoStream::new(io::stdout(), choice),
            None => AutoStream::auto(io::stdout()),
        };
        let err = match choice {
            Some(choice) => AutoStream::new(io::stderr(), choice),
            None => AutoStream::auto(io::stderr()),
        };
        Self { out: BufWriter::with_capacity(64 * 1024, Quiet { stream: out, is_closed: false }), err }
    }

    /// Writes to standard output.
    pub(crate) fn print(&mut self, text: &str) -> Result<(), Failure> {
        self.out.write_all(text.as_bytes()).map_err(|error| unwritable(&error))
    }

    /// Writes to standard error, if anybody listens there. What was printed before appears before it.
    pub(crate) fn warn(&mut self, text: &str) -> Result<(), Failure> {
        self.out.flush().map_err(|error| unwritable(&error))?;
        _ = self.err.write_all(text.as_bytes());
        Ok(())
    }

    /// Writes a line to standard error that says what was done, or what to look at.
    pub(crate) fn note(&mut self, level: Level, message: &str) -> Result<(), Failure> {
        let style = level.style();
        self.warn(&format!("{style}{}{style:#}: {}\n", level.name(), escaped(message)))
    }

    /// Says why the command could not do its work.
    pub(crate) fn complain(&mut self, failure: &Failure) {
        _ = self.out.flush();
        let help = failure.help.as_ref().map(|help| format!("  {NOTE}help{NOTE:#}: {}\n", escaped(help)));
        let text = format!("{ERROR}error{ERROR:#}: {}\n{}", escaped(&failure.message), help.unwrap_or_default());
        _ = self.err.write_all(text.as_bytes());
    }

    pub(crate) fn finish(&mut self) -> Result<(), Failure> {
        self.out.flush().map_err(|error| unwritable(&error))
    }
}

fn unwritable(error: &io::Error) -> Failure {
    Failure::new(format!("the output can't be written: {error}"))
}

/// A stream that drops what nobody reads any more.
struct Quiet<W> {
    stream: W,
    is_closed: bool,
}

impl<W: Write> Quiet<W> {
    fn unless_closed<T>(&mut self, otherwise: T, write: impl FnOnce(&mut W) -> io::Result<T>) -> io::Result<T> {
        if self.is_closed {
            return Ok(otherwise);
        }
        match write(&mut self.stream) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.is_closed = true;
                Ok(otherwise)
            }
            result => result,
        }
    }
}

impl<W: Write> Write for Quiet<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.unless_closed(bytes.len(), |stream| stream.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.unless_closed((), Write::flush)
    }
}

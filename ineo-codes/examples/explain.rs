//! Explains the status codes of the i-neo web services: `cargo run --example explain -- 404 2001 599 data_error`.

#![allow(clippy::unnecessary_debug_formatting, reason = "what comes from the arguments is shown escaped")]

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use ineo_codes::{Retry, StatusCode};

const USAGE: &str = "\
Explains the status codes of the i-neo web services.

Usage: explain [CODE | NAME]...

  CODE  a number from 0 to 65535, such as 404; one outside the table has a meaning too
  NAME  a name as the services send it, such as not_found

Without arguments, the whole table is printed.

Options:
  -h, --help  print this text

Exit status: 0 if everything was explained, 1 if an argument is neither a code nor a name, 2 for wrong usage.
";

fn main() -> ExitCode {
    match run(env::args_os().skip(1)) {
        Ok(status) => status,
        // Whoever reads the output has seen enough of it: `explain | head -1`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("the output can't be written: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: impl Iterator<Item = OsString>) -> io::Result<ExitCode> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut status = ExitCode::SUCCESS;
    match Request::new(arguments) {
        Err(option) => {
            complain(&format!("there is no option {option:?}; `explain --help` shows the usage"));
            status = ExitCode::from(2);
        }
        Ok(Request::Usage) => out.write_all(USAGE.as_bytes())?,
        Ok(Request::Table) => write_table(&mut out)?,
        Ok(Request::Explanations(arguments)) => {
            let mut is_first = true;
            for argument in arguments {
                let codes = candidates(&argument);
                if codes.is_empty() {
                    // Each stream is its own; only this keeps them in order where both go to one terminal.
                    out.flush()?;
                    complain(&format!("{argument:?} is neither a name in the table nor a number from 0 to 65535"));
                    status = ExitCode::FAILURE;
                    continue;
                }
                if codes.len() > 1 {
                    blank_line_between(&mut out, &mut is_first)?;
                    let numbers: Vec<String> = codes.iter().map(|code| code.code().to_string()).collect();
                    writeln!(out, "Several codes bear the name {argument:?}.")?;
                    writeln!(out, "To ask for just one, give its number: {}.", numbers.join(" or "))?;
                }
                for code in codes {
                    blank_line_between(&mut out, &mut is_first)?;
                    write_explanation(&mut out, code)?;
                }
            }
        }
    }
    out.flush()?;
    Ok(status)
}

enum Request {
    Usage,
    Table,
    Explanations(Vec<OsString>),
}

impl Request {
    /// What the arguments ask for; the error is an option that there is not.
    fn new(arguments: impl Iterator<Item = OsString>) -> Result<Self, OsString> {
        let mut asked = Vec::new();
        let mut accepts_options = true;
        for argument in arguments {
            match argument.as_encoded_bytes() {
                b"-h" | b"--help" if accepts_options => return Ok(Self::Usage),
                b"--" if accepts_options => accepts_options = false,
                // A negative number is no option, if no code either.
                [b'-', second, ..] if accepts_options && !second.is_ascii_digit() => return Err(argument),
                _ => asked.push(argument),
            }
        }
        Ok(if asked.is_empty() { Self::Table } else { Self::Explanations(asked) })
    }
}

/// The codes that an argument may stand for.
fn candidates(argument: &OsStr) -> Vec<StatusCode> {
    let Some(text) = argument.to_str() else { return Vec::new() };
    match text.parse::<StatusCode>() {
        Ok(code) => vec![code],
        Err(error) => error.candidates().to_vec(),
    }
}

// Persian stands alone on its line in both forms: a terminal that sets text from right to left then has nothing to carry
// to the other side, and nothing is aligned behind letters whose width is the terminal's choice.

fn write_explanation(out: &mut impl Write, code: StatusCode) -> io::Result<()> {
    writeln!(out, "{code}")?;
    for message in messages(code) {
        writeln!(out, "  {message}")?;
    }
    writeln!(out, "  variant   StatusCode::{code:?}")?;
    if let [_, aliases @ ..] = code.names()
        && !aliases.is_empty()
    {
        writeln!(out, "  also      {}", aliases.join(", "))?;
    }
    for name in code.names() {
        for other in StatusCode::named(name).iter().filter(|other| **other != code) {
            writeln!(out, "  beware    {} bears the name {name} too: ask by number", other.code())?;
        }
    }
    writeln!(out, "  category  {}", code.category())?;
    writeln!(out, "  retry     {}", advice(code.retry()))?;
    Ok(())
}

fn write_table(out: &mut impl Write) -> io::Result<()> {
    let rows: Vec<[String; 4]> = StatusCode::ALL
        .iter()
        .map(|code| {
            [code.code().to_string(), code.names().join(", "), code.category().to_string(), code.retry().to_string()]
        })
        .collect();
    let headings = ["Code", "Name", "Category", "Retry"].map(str::to_owned);
    let [code_width, name_width, category_width, _] =
        [0, 1, 2, 3].map(|column| rows.iter().chain([&headings]).map(|row| row[column].len()).max().unwrap_or(0));
    let line = |[code, name, category, retry]: &[String; 4]| {
        format!("{code:>code_width$}  {name:name_width$}  {category:category_width$}  {retry}")
    };
    writeln!(out, "{}", line(&headings))?;
    for (row, code) in rows.iter().zip(StatusCode::ALL) {
        writeln!(out, "{}", line(row))?;
        for message in messages(*code) {
            writeln!(out, "{:code_width$}  {message}", "")?;
        }
    }
    Ok(())
}

/// In every language of the table.
fn messages(code: StatusCode) -> impl Iterator<Item = &'static str> {
    StatusCode::LANGUAGES.iter().filter_map(move |language| code.message_in(language))
}

fn advice(retry: Retry) -> String {
    match retry {
        Retry::Never => "never: the same request would get the same answer".to_owned(),
        Retry::Backoff => "backoff: send it again after a delay that grows from try to try".to_owned(),
        Retry::After(delay) => format!("after {delay:?}"),
    }
}

fn blank_line_between(out: &mut impl Write, is_first: &mut bool) -> io::Result<()> {
    if *is_first {
        *is_first = false;
        return Ok(());
    }
    writeln!(out)
}

/// On standard error, as far as anybody listens there.
fn complain(message: &str) {
    _ = writeln!(io::stderr(), "explain: {message}");
}

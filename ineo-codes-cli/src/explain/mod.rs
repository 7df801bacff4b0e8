//! `explain`: what codes mean.

mod arguments;
mod json;
mod text;

use std::ffi::OsStr;
use std::path::Path;
use std::rc::Rc;

use ineo_codes_table::model::{Code, Representation, Table};
use ineo_codes_table::{Source, likely};
use serde_json::Value;

pub(crate) use self::arguments::Explain;
use self::arguments::ExplainFormat;
use crate::answer::{self, Answer};
use crate::failure::{Failure, Outcome};
use crate::report;
use crate::streams::{Level, Streams, escaped};
use crate::table;

/// The table of the i-neo web services.
const I_NEO: &str = include_str!(env!("I_NEO_TABLE"));

/// Runs `ineo-codes explain`.
pub(crate) fn run(arguments: &Explain, streams: &mut Streams) -> Result<Outcome, Failure> {
    let source = match &arguments.table {
        Some(path) => table::open(path)?,
        None => Rc::new(Source::new("codes.toml", I_NEO)),
    };
    let table = match table::sound(&source) {
        Ok(table) => table,
        Err(faults) => {
            streams.warn(&report::text(&faults))?;
            return Ok(Outcome::Findings);
        }
    };
    let languages = languages(&table, arguments.language.as_deref())?;
    let explainer = Explainer { table: &table, languages, enum_name: enum_name(arguments.table.as_deref()) };
    if arguments.asked.is_empty() {
        explainer.all(arguments.format, streams)?;
        return Ok(Outcome::Fine);
    }
    explainer.each(arguments, streams)
}

/// With the i-neo table, variants are written as programs write them.
fn enum_name(table: Option<&Path>) -> &'static str {
    if table.is_none() { "StatusCode::" } else { "" }
}

/// The positions of the languages that are shown: all, or the one that is asked for.
fn languages(table: &Table, tag: Option<&str>) -> Result<Vec<usize>, Failure> {
    let Some(tag) = tag else { return Ok((0..table.languages.len()).collect()) };
    // As `message_in` reads it: `fa_IR.UTF-8` is `fa-IR`, and then `fa`.
    let tag_alone = tag.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    let mut range = tag_alone.as_str();
    loop {
        if let Some(at) = table.languages.iter().position(|language| language.eq_ignore_ascii_case(range)) {
            return Ok(vec![at]);
        }
        match range.rfind('-') {
            Some(at) => range = &range[..at],
            None => break,
        }
    }
    let failure = Failure::new(format!("the table has no messages in `{tag}`"));
    Err(if table.languages.is_empty() {
        failure
    } else {
        failure.help(format!("it has {}", table.languages.join(", ")))
    })
}

/// What an argument stands for.
enum Asked<'t> {
    One(Answer<'t>),
    /// Several codes have the name.
    Several(Vec<Answer<'t>>),
    Unknown(Option<&'t str>),
}

struct Explainer<'t> {
    table: &'t Table,
    languages: Vec<usize>,
    enum_name: &'static str,
}

impl<'t> Explainer<'t> {
    fn each(&self, arguments: &Explain, streams: &mut Streams) -> Result<Outcome, Failure> {
        let mut outcome = Outcome::Fine;
        let mut is_first = true;
        let mut values: Vec<Value> = Vec::new();
        for argument in &arguments.asked {
            let answers = match self.asked(argument) {
                Asked::One(answer) => vec![answer],
                Asked::Several(answers) => {
                    if arguments.format == ExplainFormat::Text {
                        let numbers: Vec<String> = answers.iter().map(|answer| self.table.show(&answer.code)).collect();
                        let blank = if is_first { "" } else { "\n" };
                        let shown = quoted(argument);
                        streams.print(&format!(
                            "{blank}Several codes have the name {shown}.\nTo ask for just one, give its number: {}.\n",
                            numbers.join(" or ")
                        ))?;
                        is_first = false;
                    }
                    answers
                }
                Asked::Unknown(meant) => {
                    let code = match self.table.representation {
                        Representation::Integer(integer) => {
                            format!("a number from {} to {}", integer.min(), integer.max())
                        }
                        Representation::Text { max_length } => format!("a code of up to {max_length} bytes"),
                    };
                    let shown = quoted(argument);
                    let meant = meant.map(|meant| format!("; did you mean `{meant}`?")).unwrap_or_default();
                    let message = format!("{shown} is neither a name in the table nor {code}{meant}");
                    streams.note(Level::Error, &message)?;
                    outcome = Outcome::Findings;
                    continue;
                }
            };
            for answer in answers {
                match arguments.format {
                    ExplainFormat::Json => values.push(self.json(&answer)),
                    ExplainFormat::Text => {
                        let blank = if std::mem::replace(&mut is_first, false) { "" } else { "\n" };
                        streams.print(&format!("{blank}{}", self.text(&answer)))?;
                    }
                }
            }
        }
        if arguments.format == ExplainFormat::Json {
            streams.print(&report::pretty(&values.into()))?;
        }
        Ok(outcome)
    }

    fn all(&self, format: ExplainFormat, streams: &mut Streams) -> Result<(), Failure> {
        let answers: Vec<Answer<'_>> = (0..self.table.rows.len()).map(|at| answer::of_row(self.table, at)).collect();
        match format {
            ExplainFormat::Text => streams.print(&self.rows(&answers)),
            ExplainFormat::Json => {
                let values: Vec<Value> = answers.iter().map(|answer| self.json(answer)).collect();
                streams.print(&report::pretty(&values.into()))
            }
        }
    }

    /// What the argument stands for, as the enum's `FromStr` reads it. A name of several codes is never guessed.
    fn asked(&self, argument: &OsStr) -> Asked<'t> {
        let Some(text) = argument.to_str() else { return Asked::Unknown(None) };
        let table = self.table;
        // In a table of texts, an unlisted code is anything that is not a name.
        let code = table.code(text);
        let is_text = matches!(table.representation, Representation::Text { .. });
        let is_listed = |code: &Code| table.rows.iter().any(|row| row.code == *code);
        if let Some(code) = code.clone().filter(|code| !is_text || is_listed(code)) {
            return Asked::One(answer::of_code(table, code));
        }
        let named: Vec<Answer<'_>> = table
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.names.iter().any(|name| name == text))
            .map(|(at, _)| answer::of_row(table, at))
            .collect();
        match <[_; 1]>::try_from(named) {
            Ok([answer]) => return Asked::One(answer),
            Err(named) if named.len() > 1 => return Asked::Several(named),
            Err(_) => {}
        }
        // As a code is displayed: `404 not_found`.
        if let Some((code, name)) = text.split_once(' ')
            && let Some(code) = table.code(code)
        {
            let answer = answer::of_code(table, code);
            if answer.names.contains(&name) || answer.names.is_empty() && name == answer.name() {
                return Asked::One(answer);
            }
        }
        if let Some(code) = code {
            return Asked::One(answer::of_code(table, code));
        }
        let candidates: Vec<&str> = table.rows.iter().flat_map(|row| &row.names).map(String::as_str).collect();
        Asked::Unknown(likely(text, &candidates))
    }
}

fn quoted(argument: &OsStr) -> String {
    format!("`{}`", escaped(&argument.to_string_lossy()))
}

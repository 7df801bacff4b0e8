//! `explain`: what codes mean.

mod arguments;

use std::ffi::OsStr;
use std::path::Path;
use std::rc::Rc;

use ineo_codes_table::model::{Code, Representation, Retry, Table};
use ineo_codes_table::{Source, columns, likely};
use serde_json::{Value, json};

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
        Asked::Unknown(likely(text, table.rows.iter().flat_map(|row| &row.names).map(String::as_str)))
    }

    // A text stands alone on its line: a terminal that sets it from right to left then has nothing to carry to the other
    // side, and nothing is aligned behind letters whose width is the terminal's choice.

    fn text(&self, answer: &Answer<'_>) -> String {
        let code = escaped(&self.table.show(&answer.code));
        let name = escaped(answer.name());
        let mut text = if code == name { format!("{code}\n") } else { format!("{code} {name}\n") };
        for message in self.messages(answer) {
            text.push_str(&format!("  {}\n", indented(message)));
        }
        let mut line = |key: &str, value: &str| text.push_str(&format!("  {key:9} {}\n", escaped(value)));
        match answer.variant {
            Some(variant) => line("variant", &format!("{}{variant}", self.enum_name)),
            None => line("variant", &format!("{}Unrecognized({code})", self.enum_name)),
        }
        if let [_, aliases @ ..] = answer.names.as_slice()
            && !aliases.is_empty()
        {
            line("also", &aliases.join(", "));
        }
        for name in &answer.names {
            let others = self.table.rows.iter().filter(|row| row.code != answer.code);
            for other in others.filter(|row| row.names.iter().any(|other| other == name)) {
                line("beware", &format!("{} has the name {name} too: ask by number", self.table.show(&other.code)));
            }
        }
        if let Some(category) = answer.category {
            line("category", category);
        }
        if let Some(http) = answer.http {
            line("http", &http.to_string());
        }
        line("retry", &advice(answer.retry));
        if let Some(deprecated) = answer.deprecated {
            line("deprecated", deprecated);
        }
        text
    }

    fn rows(&self, answers: &[Answer<'_>]) -> String {
        let rows: Vec<[String; 4]> = answers
            .iter()
            .map(|answer| {
                let category = answer.category.unwrap_or_default();
                let names = escaped(&answer.names.join(", "));
                [escaped(&self.table.show(&answer.code)), names, escaped(category), answer::retry(answer.retry)]
            })
            .collect();
        let headings = ["Code", "Name", "Category", "Retry"].map(str::to_owned);
        let width = |column: usize| rows.iter().chain([&headings]).map(|row| columns(&row[column])).max().unwrap_or(0);
        let widths = [width(0), width(1), width(2)];
        let line = |[code, name, category, retry]: &[String; 4]| {
            let pad = |text: &str, width: usize| " ".repeat(width.saturating_sub(columns(text)));
            let category = if widths[2] > columns(&headings[2]) || rows.iter().any(|row| !row[2].is_empty()) {
                format!("{category}{}  ", pad(category, widths[2]))
            } else {
                String::new()
            };
            let line = format!("{}{code}  {name}{}  {category}{retry}", pad(code, widths[0]), pad(name, widths[1]));
            format!("{}\n", line.trim_end())
        };
        let mut headings = headings.clone();
        if rows.iter().all(|row| row[2].is_empty()) {
            headings[2].clear();
        }
        let mut text = line(&headings);
        for (row, answer) in rows.iter().zip(answers) {
            text.push_str(&line(row));
            for message in self.messages(answer) {
                text.push_str(&format!("{}  {}\n", " ".repeat(widths[0]), indented(message)));
            }
        }
        text
    }

    /// In the languages that are shown; the default serves where a row has none.
    fn messages<'a>(&self, answer: &Answer<'a>) -> Vec<&'a str> {
        let is_one = self.languages.len() == 1;
        let default = answer.messages.first().copied().flatten().filter(|_| is_one);
        self.languages.iter().filter_map(|at| answer.messages.get(*at).copied().flatten().or(default)).collect()
    }

    fn json(&self, answer: &Answer<'_>) -> Value {
        let messages: serde_json::Map<String, Value> = self
            .languages
            .iter()
            .filter_map(|at| {
                let message = answer.messages.get(*at).copied().flatten()?;
                Some((self.table.languages[*at].clone(), message.into()))
            })
            .collect();
        json!({
            "code": code(&answer.code),
            "name": answer.name(),
            "aliases": answer.names.get(1..).unwrap_or_default(),
            "variant": answer.variant,
            "listed": answer.variant.is_some(),
            "message": messages,
            "category": answer.category,
            "http": answer.http,
            "retry": retry(answer.retry),
            "deprecated": answer.deprecated,
        })
    }
}

fn code(code: &Code) -> Value {
    match code {
        Code::Integer(code) => i64::try_from(*code).map_or_else(|_| json!(u64::try_from(*code).ok()), Value::from),
        Code::Text(code) => code.as_str().into(),
    }
}

/// As a table writes it.
fn retry(retry: Retry) -> Value {
    match retry {
        Retry::Never => "never".into(),
        Retry::Backoff => "backoff".into(),
        Retry::After(seconds) => json!({ "after-seconds": seconds }),
    }
}

fn advice(retry: Retry) -> String {
    match retry {
        Retry::Never => "never: the same request would get the same answer".to_owned(),
        Retry::Backoff => "backoff: send it again after a delay that grows from try to try".to_owned(),
        Retry::After(seconds) => format!("after {seconds}s"),
    }
}

/// A message of several lines, each of them escaped.
fn indented(message: &str) -> String {
    message.lines().map(escaped).collect::<Vec<_>>().join("\n  ")
}

fn quoted(argument: &OsStr) -> String {
    format!("`{}`", escaped(&argument.to_string_lossy()))
}

//! Answers for people.
//!
//! A text stands alone on its line: a terminal that sets it from right to left then has nothing to carry to the other
//! side, and nothing is aligned behind letters whose width is the terminal's choice.

use ineo_codes_table::columns;
use ineo_codes_table::model::Retry;

use super::Explainer;
use crate::answer::{self, Answer};
use crate::streams::escaped;

impl Explainer<'_> {
    pub(super) fn text(&self, answer: &Answer<'_>) -> String {
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

    pub(super) fn rows(&self, answers: &[Answer<'_>]) -> String {
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

//! The documentation of what a table gives, as Markdown: for the pages of rustdoc, and for editors, some of which show
//! the Markdown as it is.

use std::fmt::Write as _;

use super::Options;
use super::markdown::{code, text};
use crate::model::{Category, Meaning, Retry, Row, Table};

/// How many codes the documentation of a category lists.
const LISTED: usize = 64;

/// Primary language subtags whose script, unless another subtag names one, is written from right to left.
const RIGHT_TO_LEFT: [&str; 33] = [
    "ar", "arc", "arq", "ary", "arz", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw",
    "ks", "lrc", "luz", "mzn", "nqo", "pnb", "prs", "ps", "rhg", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
];

/// Script subtags that say so: ISO 15924.
const RIGHT_TO_LEFT_SCRIPTS: [&str; 11] =
    ["adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa"];

/// Writes the documentation of one table.
pub(super) struct Docs<'a> {
    table: &'a Table,
    /// The names of the enums, for links to their variants.
    codes: String,
    /// What is the same for all rows, made once: the table may have thousands.
    languages: Vec<Language<'a>>,
    category_links: Vec<String>,
}

/// A language, and how its texts are set.
struct Language<'a> {
    tag: &'a str,
    is_english: bool,
    is_right_to_left: bool,
}

impl<'a> Docs<'a> {
    pub(super) fn new(table: &'a Table, options: &Options) -> Self {
        let languages = table.languages.iter().map(|tag| {
            let primary = tag.split('-').next().unwrap_or_default();
            let is_english = primary.eq_ignore_ascii_case("en");
            Language { tag, is_english, is_right_to_left: is_right_to_left(tag) }
        });
        let link =
            |category: &Category| format!("[{}]({}::{})", code(&category.name), options.category, category.variant);
        Self {
            table,
            codes: options.name.to_string(),
            languages: languages.collect(),
            category_links: table.categories.iter().map(link).collect(),
        }
    }

    /// Where the table comes from, and every row of it.
    ///
    /// The table scrolls in a box of its own, so that not even thousands of rows bury the variants and methods below.
    pub(super) fn of_table(&self) -> String {
        let table = self.table;
        let mut docs = String::from("\n\n# The table\n");
        if let Some(title) = &table.title {
            _ = write!(docs, "\n{}\n", text(title));
        }
        if let Some(source) = &table.source {
            _ = write!(docs, "\nSource: {}\n", text(source));
        }
        docs.push_str("\n<div style=\"max-height: 80vh; overflow: auto\">\n\n");
        self.header(&mut docs);
        for row in &table.rows {
            let mut names = names(row).join("<br>");
            if let Some(note) = &row.deprecated {
                _ = write!(names, "<br>*deprecated: {}*", text(note));
            }
            let codes = format!("{}", row.code);
            self.line(&mut docs, &codes, &row.variant, &names, &row.messages, &row.meaning);
        }
        let Unrecognized { name, variant } = UNRECOGNIZED;
        let unrecognized = &table.unrecognized;
        for range in &unrecognized.ranges {
            let codes = format!("{}..={}", range.from, range.to);
            self.line(&mut docs, &codes, variant, name, &unrecognized.messages, &range.meaning);
        }
        self.line(&mut docs, "_", variant, name, &unrecognized.messages, &unrecognized.meaning);
        docs.push_str("\n</div>");
        docs
    }

    /// The first lines of the table. What everyone reads stands first; other languages follow.
    fn header(&self, docs: &mut String) {
        let table = self.table;
        let mut messages = self.languages.iter().map(|language| {
            let tag = if table.languages.len() > 1 { format!(" (`{}`)", language.tag) } else { String::new() };
            // Where there is no room for all columns, they had better scroll than shrink to a word a line.
            let title = format!("<span style=\"display: inline-block; min-width: 10em\">Message{tag}</span>");
            (title, if language.is_right_to_left { "---:" } else { ":---" })
        });
        let left = |title: &str| (title.to_owned(), ":---");
        let mut columns = vec![("Code".to_owned(), "---:"), left("Name")];
        columns.extend(messages.next());
        columns.extend((!table.categories.is_empty()).then(|| left("Category")));
        columns.push(left("Retry"));
        columns.extend(messages);
        let (titles, rules): (Vec<String>, Vec<&str>) = columns.into_iter().unzip();
        _ = writeln!(docs, "| {} |\n|{}|", titles.join(" | "), rules.join("|"));
    }

    /// A line of the table.
    fn line(
        &self,
        docs: &mut String,
        codes: &str,
        variant: &str,
        names: &str,
        messages: &[Option<String>],
        meaning: &Meaning,
    ) {
        let mut spoken = self.languages.iter().zip(messages).map(|(language, message)| {
            message.as_deref().map(|message| spoken(message, language, "")).unwrap_or_default()
        });
        let mut cells = vec![format!("[`{codes}`](Self::{variant})"), names.to_owned()];
        cells.extend(spoken.next());
        cells.extend(self.category_links.get(meaning.category).cloned());
        cells.push(retry(meaning.retry));
        cells.extend(spoken);
        _ = writeln!(docs, "| {} |", cells.join(" | "));
    }

    /// The documentation of a row's variant.
    pub(super) fn of_row(&self, row: &Row) -> String {
        let mut docs = format!("`{}` {}", row.code, names(row).join(", "));
        self.messages(&mut docs, ": ", &row.messages);
        _ = write!(docs, "\n\n{}", self.meaning(&row.meaning));
        docs
    }

    /// The documentation of the variant for codes outside the table.
    pub(super) fn of_unrecognized(&self) -> String {
        let unrecognized = &self.table.unrecognized;
        let mut docs = "A code that the table does not have; its payload tells the number.".to_owned();
        self.messages(&mut docs, "\n\n", &unrecognized.messages);
        _ = write!(docs, "\n\n{}", self.meaning(&unrecognized.meaning));
        if !unrecognized.ranges.is_empty() {
            docs.push_str("\n\nOf these codes,\n");
        }
        for range in &unrecognized.ranges {
            _ = write!(docs, "\n- `{}..={}`: {}", range.from, range.to, self.meaning(&range.meaning));
        }
        docs
    }

    /// The documentation of a category's variant.
    pub(super) fn of_category(&self, category: &Category) -> String {
        let mut docs = text(&category.doc);
        let Table { categories, rows, .. } = self.table;
        let at = categories.iter().position(|other| other.name == category.name);
        let rows: Vec<&Row> = rows.iter().filter(|row| Some(row.meaning.category) == at).collect();
        if rows.len() > LISTED {
            _ = write!(docs, "\n\n{} codes, see [the table]({}#the-table).", rows.len(), self.codes);
        } else if !rows.is_empty() {
            let link = |row: &&Row| {
                let shown = code(&format!("{} {}", row.code, row.names.first().map_or("", String::as_str)));
                format!("[{shown}]({}::{})", self.codes, row.variant)
            };
            let links: Vec<String> = rows.iter().map(link).collect();
            _ = write!(docs, "\n\nCodes: {}.", links.join(", "));
        }
        if let Some(http) = category.http {
            _ = write!(docs, "\n\nOne's own server should answer with HTTP status `{http}`.");
        }
        docs
    }

    /// The first message behind `lead`, and those in other languages in paragraphs of their own.
    fn messages(&self, docs: &mut String, lead: &str, messages: &[Option<String>]) {
        for (at, (language, message)) in self.languages.iter().zip(messages).enumerate() {
            let Some(message) = message.as_deref().filter(|message| !message.trim().is_empty()) else { continue };
            // A box of its own aligns the lines of a longer text at its right.
            let style = if language.is_right_to_left { " style=\"display: inline-block\"" } else { "" };
            _ = write!(docs, "{}{}", if at == 0 { lead } else { "\n\n" }, spoken(message, language, style));
        }
    }

    fn meaning(&self, meaning: &Meaning) -> String {
        let retry = retry(meaning.retry);
        match self.category_links.get(meaning.category) {
            Some(link) => format!("Category {link}; retry: {retry}."),
            None => format!("Retry: {retry}."),
        }
    }
}

/// How codes outside the table appear in it.
struct Unrecognized {
    name: &'static str,
    variant: &'static str,
}

const UNRECOGNIZED: Unrecognized = Unrecognized { name: "`unrecognized`", variant: "Unrecognized" };

fn names(row: &Row) -> Vec<String> {
    row.names.iter().map(|name| code(name)).collect()
}

fn retry(retry: Retry) -> String {
    match retry {
        Retry::Never => "never".to_owned(),
        Retry::Backoff => "with backoff".to_owned(),
        Retry::After(seconds) => format!("after {seconds} s"),
    }
}

/// A text in a language, as Markdown that says which, since that decides on the direction and on the glyphs; with an
/// attribute for its style, or none.
fn spoken(message: &str, language: &Language<'_>, style: &str) -> String {
    let message = text(message);
    // The pages themselves are in English.
    if language.is_english {
        return message;
    }
    let direction = if language.is_right_to_left { "rtl" } else { "auto" };
    format!("<span lang=\"{}\" dir=\"{direction}\"{style}>{message}</span>", language.tag)
}

fn is_right_to_left(language: &str) -> bool {
    let language = language.to_ascii_lowercase();
    let mut subtags = language.split('-').take_while(|subtag| subtag.len() > 1);
    let primary = subtags.next().unwrap_or_default();
    let is_script = |subtag: &&str| subtag.len() == 4 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic());
    match subtags.find(is_script) {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
        None => RIGHT_TO_LEFT.contains(&primary),
    }
}

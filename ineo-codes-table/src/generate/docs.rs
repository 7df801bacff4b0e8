//! The documentation of what a table gives: Markdown for hovers in editors, many of which show it as it is, and for the
//! pages of rustdoc, which also have the whole table.

use std::fmt::Write as _;

use super::Options;
use super::markdown::{cell, code, code_cell, text};
use crate::direction::is_right_to_left;
use crate::model::{Category, Codes, Exception, Meaning, Retry, Row, Table, Value};

/// How many codes the documentation of a category lists, and how many of them a hover.
const LISTED: usize = 64;
const LISTED_IN_HOVERS: usize = 16;

/// How rustdoc's page of an enum is set.
///
/// The table scrolls in a box of its own, so that not even thousands of rows bury the variants and methods below. Where
/// there is no room for all columns they scroll too, with words and codes whole. A paragraph whose first letter is written
/// from right to left is set so, without HTML in it for hovers to show.
const STYLE: &str = "<style>
.table-of-codes { max-height: 80vh; overflow: auto; }
.table-of-codes table { display: table; overflow: visible; }
.table-of-codes :is(th, td, code) { overflow-wrap: normal; word-break: normal; }
.table-of-codes code { white-space: pre; }
.table-of-codes th span { display: inline-block; min-width: 10em; }
.docblock p { unicode-bidi: plaintext; text-align: start; }
</style>";

/// Writes the documentation of one table.
pub(super) struct Docs<'a> {
    table: &'a Table,
    /// The names of the enums, for links to their variants.
    codes: String,
    /// What is the same for all rows, made once: the table may have thousands.
    languages: Vec<Language<'a>>,
    category_links: Vec<String>,
    /// For each category, the indices of its rows.
    rows_of_categories: Vec<Vec<usize>>,
    category_link_cells: Vec<String>,
}

/// A language, and how its texts are set.
struct Language<'a> {
    tag: &'a str,
    is_english: bool,
    is_right_to_left: bool,
}

impl<'a> Docs<'a> {
    pub(super) fn new(table: &'a Table, options: &Options) -> Self {
        let mut languages = Vec::with_capacity(table.languages.len());
        for tag in &table.languages {
            let primary = tag.split('-').next().unwrap_or_default();
            let is_english = primary.eq_ignore_ascii_case("en");
            languages.push(Language { tag, is_english, is_right_to_left: is_right_to_left(tag) });
        }
        let (mut category_links, mut category_link_cells) = (Vec::new(), Vec::new());
        for Category { name, variant, .. } in &table.categories {
            let target = format!("{}::{variant}", options.category);
            category_links.push(format!("[{}]({target})", code(name)));
            category_link_cells.push(format!("[{}]({target})", code_cell(name)));
        }
        let mut rows_of_categories = vec![Vec::new(); table.categories.len()];
        for (at, row) in table.rows.iter().enumerate() {
            // A table without categories has none to count rows for.
            if let Some(rows) = rows_of_categories.get_mut(row.meaning.category) {
                rows.push(at);
            }
        }
        Self {
            rows_of_categories,
            table,
            codes: options.name.to_string(),
            languages,
            category_links,
            category_link_cells,
        }
    }

    /// What the table is, and where it comes from.
    pub(super) fn of_enum(&self) -> String {
        let mut docs = String::new();
        if let Some(title) = &self.table.title {
            _ = write!(docs, "\n\n{}", text(title));
        }
        if let Some(source) = &self.table.source {
            _ = write!(docs, "\n\nSource: {}", text(source));
        }
        docs
    }

    /// Every row of the table, for the enum's page alone: a hover would show all of it.
    pub(super) fn of_table(&self) -> String {
        let table = self.table;
        let mut docs = format!("\n\n# The table\n\n{STYLE}\n\n<div class=\"table-of-codes\">\n\n");
        self.header(&mut docs);
        for row in &table.rows {
            let mut names = String::new();
            for name in &row.names {
                if !names.is_empty() {
                    names.push_str("<br>");
                }
                names.push_str(&code_cell(name));
            }
            if let Some(note) = &row.deprecated {
                _ = write!(names, "<br>*deprecated: {}*", cell(note));
            }
            self.line(&mut docs, &table.show(&row.code), &row.variant, &names, &row.meaning);
        }
        for exception in &table.exceptions {
            let Exception { codes, unlisted } = exception;
            self.line(&mut docs, &self.codes_of(codes), "Unrecognized", &code_cell(unlisted.name()), &unlisted.meaning);
        }
        let unlisted = &table.unrecognized;
        self.line(&mut docs, "_", "Unrecognized", &code_cell(unlisted.name()), &unlisted.meaning);
        docs.push_str("\n</div>");
        docs
    }

    /// The first lines of the table. What everyone reads stands first; other languages follow.
    fn header(&self, docs: &mut String) {
        let table = self.table;
        let mut messages = self.languages.iter().map(|language| {
            let tag = if table.languages.len() > 1 { format!(" (`{}`)", language.tag) } else { String::new() };
            (format!("<span>Message{tag}</span>"), if language.is_right_to_left { "---:" } else { ":---" })
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
    fn line(&self, docs: &mut String, codes: &str, variant: &str, names: &str, meaning: &Meaning) {
        _ = write!(docs, "| [`{codes}`](Self::{variant}) | {names} |");
        let message = |docs: &mut String, at: usize| {
            if let (Some(language), Some(message)) = (self.languages.get(at), meaning.messages.get(at)) {
                let message = message.as_deref().map(|message| spoken(message, language));
                _ = write!(docs, " {} |", message.unwrap_or_default());
            }
        };
        message(docs, 0);
        if let Some(link) = self.category_link_cells.get(meaning.category) {
            _ = write!(docs, " {link} |");
        }
        _ = write!(docs, " {} |", retry(meaning.retry));
        for at in 1..self.languages.len() {
            message(docs, at);
        }
        docs.push('\n');
    }

    /// The documentation of a row's variant.
    pub(super) fn of_row(&self, row: &Row) -> String {
        let mut docs = format!("`{}` ", self.table.show(&row.code));
        for (at, name) in row.names.iter().enumerate() {
            _ = write!(docs, "{}{}", if at == 0 { "" } else { ", " }, code(name));
        }
        self.messages(&mut docs, ": ", &row.meaning.messages);
        _ = write!(docs, "\n\n{}", self.meaning(&row.meaning));
        self.values(&mut docs, &row.meaning);
        docs
    }

    /// The documentation of the variant for codes outside the table.
    pub(super) fn of_unrecognized(&self) -> String {
        let Table { unrecognized, exceptions, .. } = self.table;
        let mut docs =
            format!("A code that the table does not list; its payload has the {}.", self.table.kind_of_code());
        self.messages(&mut docs, "\n\n", &unrecognized.meaning.messages);
        _ = write!(docs, "\n\n{}", self.meaning(&unrecognized.meaning));
        if !exceptions.is_empty() {
            docs.push_str("\n\nOf these codes,\n");
        }
        for Exception { codes, unlisted } in exceptions {
            let name = unlisted.name.as_deref().map(|name| format!("{}. ", code(name))).unwrap_or_default();
            _ = write!(docs, "\n- `{}`: {name}{}", self.codes_of(codes), self.meaning(&unlisted.meaning));
        }
        docs
    }

    /// The codes of a category: for its page with links to them, and for hovers without.
    pub(super) fn of_codes(&self, category: usize) -> [String; 2] {
        let rows = &self.rows_of_categories[category];
        let (mut links, mut codes) = (Vec::new(), Vec::new());
        for at in rows.iter().take(LISTED) {
            let row = &self.table.rows[*at];
            let shown = code(&format!("{} {}", self.table.show(&row.code), row.name()));
            links.push(format!("[{shown}]({}::{})", self.codes, row.variant));
            codes.push(shown);
        }
        let list = |most: usize, shown: &[String]| match rows.len() {
            0 => String::new(),
            few if few <= most => format!("\n\nCodes: {}.", shown.join(", ")),
            many => format!("\n\n{many} codes, see [the table]({}#the-table).", self.codes),
        };
        [list(LISTED, &links), list(LISTED_IN_HOVERS, &codes)]
    }

    /// The first message behind `lead`, and those in other languages in paragraphs of their own.
    fn messages(&self, docs: &mut String, lead: &str, messages: &[Option<String>]) {
        for (at, (language, message)) in self.languages.iter().zip(messages).enumerate() {
            let Some(message) = message.as_deref().filter(|message| !message.trim().is_empty()) else { continue };
            // A paragraph has one direction.
            let lead = if at == 0 && !language.is_right_to_left { lead } else { "\n\n" };
            _ = write!(docs, "{lead}{}", text(message));
        }
    }

    fn meaning(&self, meaning: &Meaning) -> String {
        let retry = retry(meaning.retry);
        let of_category = self.table.categories.get(meaning.category).and_then(|category| category.http);
        let http = meaning.http.filter(|_| meaning.http != of_category);
        let http = http.map(|http| format!("; HTTP status {http}")).unwrap_or_default();
        match self.category_links.get(meaning.category) {
            Some(link) => format!("Category {link}; retry: {retry}{http}."),
            None => format!("Retry: {retry}{http}."),
        }
    }

    /// The values of the columns that the table declares, a line each.
    fn values(&self, docs: &mut String, meaning: &Meaning) {
        for (at, (column, value)) in self.table.columns.iter().zip(&meaning.values).enumerate() {
            let Some(value) = value else { continue };
            let value = match value {
                Value::Text(value) => text(value),
                Value::Boolean(value) => value.to_string(),
                Value::Integer(value) => value.to_string(),
                Value::Message(messages) => {
                    let mut docs = String::new();
                    self.messages(&mut docs, "", messages);
                    docs.replace("\n\n", " ")
                }
            };
            _ = write!(docs, "{}{}: {value}", if at == 0 { "\n\n- " } else { "\n- " }, code(&column.name));
        }
    }

    /// Codes outside the table: `500..=599`, or `22…` for those that begin so.
    fn codes_of(&self, codes: &Codes) -> String {
        match codes {
            Codes::Range { from, to } if from == to => self.table.show_number(*from),
            Codes::Range { from, to } => format!("{}..={}", self.table.show_number(*from), self.table.show_number(*to)),
            Codes::Prefix(prefix) => format!("{prefix}…"),
            Codes::Text(text) => text.clone(),
        }
    }
}

/// The documentation of a category's variant.
pub(super) fn of_category(category: &Category) -> String {
    let mut docs = text(&category.doc);
    if let Some(http) = category.http {
        _ = write!(docs, "\n\nOne's own server should answer with HTTP status `{http}`.");
    }
    docs
}

/// What else rustdoc's search and editors find a row's variant by: its code, and names that are not the variant in another
/// case. An alias can't have blanks or quotes.
pub(super) fn aliases(table: &Table, row: &Row) -> Vec<String> {
    let is_allowed = |alias: &str| !alias.contains(|c: char| c.is_whitespace() || c == '"' || c == '\'');
    let mut aliases = Vec::new();
    let code = table.show(&row.code);
    if is_allowed(&code) && code != row.variant {
        aliases.push(code);
    }
    for name in &row.names {
        if is_allowed(name) && !is_same(name, &row.variant) && aliases.last() != Some(name) {
            aliases.push(name.clone());
        }
    }
    aliases
}

/// Whether two names differ in case and underscores alone. A plain loop over bytes, as in `markdown`.
fn is_same(name: &str, variant: &str) -> bool {
    let (name, variant) = (name.as_bytes(), variant.as_bytes());
    let (mut at, mut same) = (0, 0);
    while at < name.len() {
        if name[at] != b'_' {
            if same == variant.len() || !name[at].eq_ignore_ascii_case(&variant[same]) {
                return false;
            }
            same += 1;
        }
        at += 1;
    }
    same == variant.len()
}

fn retry(retry: Retry) -> String {
    match retry {
        Retry::Never => "never".to_owned(),
        Retry::Backoff => "with backoff".to_owned(),
        Retry::After(seconds) => format!("after {seconds} s"),
    }
}

/// A message in a cell, which says its language, since that decides on the direction and on the glyphs.
fn spoken(message: &str, language: &Language<'_>) -> String {
    let message = cell(message);
    // The pages themselves are in English.
    if language.is_english {
        return message;
    }
    let direction = if language.is_right_to_left { "rtl" } else { "auto" };
    format!("<span lang=\"{}\" dir=\"{direction}\">{message}</span>", language.tag)
}

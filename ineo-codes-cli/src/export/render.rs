//! Templates, and what is wrong with them.

use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ineo_codes_table::{Fault, Source};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior};

use super::filters;
use super::model::Model;

/// How many units of fuel a value of the model is worth. The templates of our own targets use a quarter of it at most.
const FUEL_PER_VALUE: u64 = 200;

/// What a small table is worth.
const FUEL: u64 = 4_000_000;

/// How deep macros and loops may be nested.
const DEPTH: usize = 100;

/// The largest file, in bytes.
const LARGEST: usize = 256 * 1024 * 1024;

/// What a template may use up before it is stopped.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// One unit for each instruction, and one for each 64 bytes of texts and lists that the template makes.
    fuel: u64,
    /// The most bytes of the file.
    largest: usize,
}

impl Bounds {
    /// For a template that a user wrote.
    pub(super) fn of(model: &Model) -> Self {
        Self { fuel: FUEL.saturating_add(FUEL_PER_VALUE.saturating_mul(model.values())), largest: LARGEST }
    }
}

/// Fills in `template`. A fault is at its place in the template, and never shows the model.
///
/// A template of our own needs no bounds: it goes through a table once.
pub(super) fn render(template: &Rc<Source>, bounds: Option<Bounds>, model: &Model) -> Result<String, Fault> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    // Blocks on lines of their own leave nothing.
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build();
    environment.set_syntax(syntax.map_err(|error| fault(template, &error))?);
    environment.set_debug(true);
    environment.set_recursion_limit(DEPTH);
    filters::add(&mut environment);
    let mut file = File::default();
    if let Some(Bounds { fuel, largest }) = bounds {
        environment.set_fuel(Some(fuel));
        file.largest = Some(largest);
        // An error of the file itself would have no place in the template.
        let is_full = Arc::clone(&file.is_full);
        environment.set_formatter(move |output, state, value| {
            if is_full.load(Ordering::Relaxed) {
                return Err(Error::new(ErrorKind::WriteFailure, TOO_LARGE));
            }
            minijinja::escape_formatter(output, state, value)
        });
    }
    let fault = |error: &Error| fault(template, error);
    let compiled =
        environment.template_from_named_str(template.name(), template.text()).map_err(|error| fault(&error))?;
    compiled.render_captured_to(Serde(model), &mut file).map_err(|error| fault(&error))?;
    if file.is_full.load(Ordering::Relaxed) {
        return Err(Fault::new(&(0..0), TOO_LARGE));
    }
    let mut text = file.text;
    if text.contains('\r') {
        text = text.replace("\r\n", "\n");
    }
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    Ok(text)
}

const TOO_LARGE: &str = "the exported file would be larger than 256 MiB";

/// The exported file while it is written. Nothing is kept of one that is too large.
#[derive(Default)]
struct File {
    text: String,
    largest: Option<usize>,
    is_full: Arc<AtomicBool>,
}

impl io::Write for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.largest.is_some_and(|largest| bytes.len() > largest - self.text.len()) {
            self.is_full.store(true, Ordering::Relaxed);
        }
        if !self.is_full.load(Ordering::Relaxed) {
            self.text.push_str(str::from_utf8(bytes).map_err(io::Error::other)?);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn fault(template: &Source, error: &Error) -> Fault {
    let text = template.text();
    let span =
        error.range().filter(|range| text.get(range.clone()).is_some()).unwrap_or_else(|| line(text, error.line()));
    let what = text.get(span.clone()).unwrap_or_default();
    let kind = error.kind();
    // The detail names what the template has, not what the model has.
    let in_detail = || error.detail().map_or_else(|| kind.to_string(), |detail| format!("{kind}: {detail}"));
    let (title, help) = match kind {
        ErrorKind::OutOfFuel => (
            "the template takes too much time or memory".to_owned(),
            Some("look for a loop, or a text, that grows without need"),
        ),
        ErrorKind::WriteFailure => (TOO_LARGE.to_owned(), Some("look for a loop that writes more than it should")),
        ErrorKind::SyntaxError if reads_files(error) => (
            "a template is one file, and can't read others".to_owned(),
            Some("`include`, `import`, `extends` and `block` don't exist here; `macro` does"),
        ),
        ErrorKind::UndefinedError => {
            (in_detail(), Some("the fields of the model are in `ineo-codes export TABLE --to json`"))
        }
        _ => (in_detail(), None),
    };
    let label = if what.is_empty() { "" } else { "here" };
    let fault = Fault::new(&span, title).label(label);
    match help {
        Some(help) => fault.help(help),
        None => fault,
    }
}

/// Whether an error of syntax is about a statement that would read another file.
fn reads_files(error: &Error) -> bool {
    let statement = error.detail().and_then(|detail| detail.strip_prefix("unknown statement "));
    statement.is_some_and(|name| matches!(name, "include" | "import" | "from" | "extends" | "block"))
}

/// The text of a line, counted from 1, without the blanks around it.
fn line(text: &str, number: Option<usize>) -> std::ops::Range<usize> {
    let Some(line) = number.and_then(|number| text.lines().nth(number.saturating_sub(1))) else { return 0..0 };
    let start = line.as_ptr() as usize - text.as_ptr() as usize;
    let inner = line.trim_start();
    let start = start + line.len() - inner.len();
    start..start + inner.trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{build, languages};

    fn model(table: &str) -> Model {
        let source = Rc::new(Source::new("codes.toml", table));
        let table = ineo_codes_table::read(&source).table.expect("the table has no faults");
        let options = build::Options { file: "codes.toml".to_owned(), name: "StatusCode".to_owned(), namespace: None };
        build::build(&table, options)
    }

    /// Rows with all that a row may have; of columns and aliases, as many as are asked for.
    fn table(rows: usize, columns: usize, aliases: usize) -> String {
        let mut table = String::from("[table]\nrepr = \"u32\"\nlanguages = [\"en\", \"fa\"]\n\n[columns]\n");
        for at in 0..columns {
            let column = match at % 3 {
                0 => "{ type = \"message\", default = { en = \"a\", fa = \"b\" } }",
                1 => "{ type = \"text\", default = \"a text\" }",
                _ => "{ type = \"u8\", optional = true }",
            };
            table.push_str(&format!("column_{at} = {column}\n"));
        }
        table.push_str(
            "\n[categories.done]\ndoc = \"Done.\"\nsuccess = true\nhttp = 200\n\n[unrecognized]\ncategory = \"done\"\n",
        );
        for row in 0..rows {
            let aliases: Vec<String> = (0..aliases).map(|alias| format!("\"alias_{row}_{alias}\"")).collect();
            table.push_str(&format!(
                "\n[[code]]\ncode = {row}\nname = \"name_{row}\"\naliases = [{}]\ncategory = \"done\"\n\
                 retry = {{ after-seconds = 9 }}\ndeprecated = \"Gone.\"\nmessage = {{ en = \"Ready.\", fa = \"آماده\" }}\n",
                aliases.join(", ")
            ));
        }
        table
    }

    #[test]
    fn our_own_templates_use_a_quarter_of_what_a_template_of_a_user_may() {
        for table in [table(400, 0, 0), table(40, 60, 0), table(40, 0, 60)] {
            let model = model(&table);
            let bounds = Bounds { fuel: model.values() * FUEL_PER_VALUE / 4, largest: LARGEST };
            for language in languages::ALL {
                let Some(template) = language.template else { continue };
                let template = Rc::new(Source::new(language.name, template));
                let bounded = render(&template, Some(bounds), &model);
                let bounded = bounded.unwrap_or_else(|fault| panic!("{}: {fault:?}", language.name));
                assert_eq!(Ok(bounded), render(&template, None, &model).map_err(|_| ()), "{}", language.name);
            }
        }
    }

    #[test]
    fn a_file_that_grows_too_large_is_a_fault_where_it_is_written() {
        let model = model(&table(2, 0, 0));
        let bounds = Bounds { fuel: FUEL, largest: 1000 };
        let rendered = |text: &str| render(&Rc::new(Source::new("own.jinja", text)), Some(bounds), &model);
        let exact = rendered("{% for at in range(1000) %}{{ 'x' }}{% endfor %}").expect("it is as large as it may be");
        assert_eq!(exact.trim_end().len(), 1000);
        let text = "{% for at in range(500) %}\n{{ 'xxx' }}\n{% endfor %}\n";
        let fault = rendered(text).expect_err("it is too large");
        assert_eq!(&text[fault.span.clone()], "'xxx'");
        // Also where only the text between the expressions is too large.
        assert!(rendered("{% for at in range(500) %}xxx{% endfor %}\n").is_err());
        assert!(rendered(&"x".repeat(1001)).is_err());
    }
}

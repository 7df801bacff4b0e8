//! Templates, and what is wrong with them.

use std::rc::Rc;

use ineo_codes_table::{Fault, Source};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior};

use super::filters;
use super::model::Model;

/// What a template may use up before it is stopped: it pays one unit for each instruction, and one for each 64 bytes of
/// texts and lists that it makes. That bounds time and memory.
const FUEL: u64 = 4_000_000;
const FUEL_PER_ROW: u64 = 20_000;

/// How deep macros and loops may be nested.
const DEPTH: usize = 100;

/// The largest file that is made, in bytes.
const LARGEST: usize = 256 * 1024 * 1024;

/// Fills in `template`. A fault is at its place in the template, and never shows the model.
pub(super) fn render(template: &Rc<Source>, model: &Model) -> Result<String, Fault> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    // Blocks on lines of their own leave nothing.
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build();
    environment.set_syntax(syntax.map_err(|error| fault(template, &error))?);
    environment.set_debug(true);
    environment.set_recursion_limit(DEPTH);
    environment.set_fuel(Some(FUEL + FUEL_PER_ROW * model.codes.len() as u64));
    filters::add(&mut environment);
    let fault = |error: &Error| fault(template, error);
    let compiled =
        environment.template_from_named_str(template.name(), template.text()).map_err(|error| fault(&error))?;
    let mut text = compiled.render(Serde(model)).map_err(|error| fault(&error))?;
    if text.len() > LARGEST {
        return Err(Fault::new(&(0..0), format!("the exported file would be larger than {} MiB", LARGEST >> 20)));
    }
    if text.contains('\r') {
        text = text.replace("\r\n", "\n");
    }
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    Ok(text)
}

fn fault(template: &Source, error: &Error) -> Fault {
    let text = template.text();
    let span =
        error.range().filter(|range| text.get(range.clone()).is_some()).unwrap_or_else(|| line(text, error.line()));
    let what = text.get(span.clone()).unwrap_or_default();
    let kind = error.kind();
    let (title, help) = match kind {
        ErrorKind::OutOfFuel => (
            "the template takes too much time or memory".to_owned(),
            Some("look for a loop, or a text, that grows without need"),
        ),
        ErrorKind::SyntaxError if reads_files(error) => (
            "a template is one file, and can't read others".to_owned(),
            Some("`include`, `import`, `extends` and `block` don't exist here; `macro` does"),
        ),
        ErrorKind::UndefinedError => {
            (format!("{kind}"), Some("the fields of the model are in `ineo-codes export TABLE --to json`"))
        }
        _ => (kind.to_string(), None),
    };
    // The detail names what the template has, not what the model has.
    let title = match error.detail() {
        Some(detail) if help.is_none() => format!("{title}: {detail}"),
        Some(detail) if kind == ErrorKind::UndefinedError => format!("{title}: {detail}"),
        _ => title,
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

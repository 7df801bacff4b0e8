//! `export`: a table in another language.
//!
//! A target is a [`Language`] and its template. The template sees the [`Model`](model::Model), whose fields are at the
//! top: `{{ title }}`, `{% for row in codes %}`. All answers are worked out in it (a row's category, retry, status and
//! messages are those that the enum answers), so templates decide nothing. An absent value is none; a field that
//! doesn't exist is an error.
//!
//! # Add a target
//!
//! 1. `languages/NAME.rs` has a constant [`Language`], and `templates/NAME.jinja` its template.
//! 2. Both get one line: `mod NAME;` and an entry of `ALL` in `languages/mod.rs`.
//! 3. `Language::check` refuses what the language can't hold, with the row. `languages::identifiers` checks that
//!    identifiers are distinct.
//!
//! # In templates
//!
//! Blocks on lines of their own leave no blanks and no line break. Everything from a table goes through a filter:
//!
//! - `{{ value|NAME_literal }}`: a text with its quotation marks, a number, a boolean or null.
//! - `{{ text|NAME_comment }}`: on one line. `{{ text|NAME_comment("     * ") }}`: the text's own lines, each but the first
//!   behind this prefix.
//! - `{{ row.variant|NAME_… }}`: the language's own filters for identifiers.
//! - `snake_case`, `upper_snake_case`, `camel_case`, `upper_camel_case`, `kebab_case`, `json`, and those of minijinja.
//!
//! Templates can't read files. Those of users are bounded in time, memory and what they write.

mod arguments;
mod build;
mod filters;
mod languages;
mod model;
mod render;
mod stale;
mod words;

use std::path::Path;
use std::rc::Rc;

use ineo_codes_table::{Fault, Source};

pub(crate) use self::arguments::Export;
pub(crate) use self::languages::Language;
use self::languages::Refusal;
use self::model::Model;
use self::render::Bounds;
use crate::failure::{Failure, Outcome};
use crate::files;
use crate::finding::Finding;
use crate::places;
use crate::report::{self, Rule};
use crate::streams::Streams;
use crate::table;

/// Runs `ineo-codes export`.
pub(crate) fn run(arguments: &Export, streams: &mut Streams) -> Result<Outcome, Failure> {
    let Export { table: path, to, template, output, .. } = arguments;
    if files::is_standard(path) && template.as_deref().is_some_and(files::is_standard) {
        return Err(Failure::new("the table and the template can't both be standard input"));
    }
    if let Some(output) = output {
        for input in [Some(path), template.as_ref()].into_iter().flatten() {
            if files::is_same(input, output) {
                let failure =
                    Failure::new(format!("`{}` would be overwritten with its own export", files::shown(input)));
                return Err(failure.help("give `--output` another name"));
            }
        }
    }
    let language = to.as_deref().and_then(languages::find);
    let template = template.as_deref().map(table::open).transpose()?;
    let source = table::open(path)?;
    let table = match table::sound(&source) {
        Ok(table) => table,
        Err(faults) => return refuse(&faults, arguments.format, streams),
    };
    let options =
        build::Options { file: file_name(path), name: arguments.name.clone(), namespace: arguments.namespace.clone() };
    let model = build::build(&table, options);
    drop(table);
    if let Some(language) = language {
        (language.usage)(&model).map_err(Failure::new)?;
        let refusals = (language.check)(&model);
        if !refusals.is_empty() {
            return refuse(&findings(&source, refusals), arguments.format, streams);
        }
    }
    let text = match text(language, template, &model) {
        Ok(text) => text,
        Err(finding) => return refuse(&[finding], arguments.format, streams),
    };
    let Some(output) = output.as_deref().filter(|output| !files::is_standard(output)) else {
        streams.print(&text)?;
        return Ok(Outcome::Fine);
    };
    let existing = stale::Existing::open(output)?;
    if arguments.check {
        let Some(difference) = existing.difference(&text) else { return Ok(Outcome::Fine) };
        if arguments.format == report::Format::Text {
            streams.warn(&difference)?;
        }
        let finding = of_path(files::shown(output), existing.complaint(&file_name(path)));
        return refuse(&[finding.help("run the same command without `--check`")], arguments.format, streams);
    }
    // A file that is as it should be is not touched.
    if existing.difference(&text).is_some() {
        files::write(output, &existing.in_its_form(text), streams)?;
    }
    Ok(Outcome::Fine)
}

/// The exported file.
fn text(language: Option<&'static Language>, template: Option<Rc<Source>>, model: &Model) -> Result<String, Finding> {
    let (template, bounds) = match (language, template) {
        (_, Some(template)) => (template, Some(Bounds::of(model))),
        (Some(Language { name, template: Some(text), .. }), None) => {
            (Rc::new(Source::new(format!("{name}.jinja"), *text)), None)
        }
        _ => {
            let json = serde_json::to_string_pretty(model);
            return json.map(|text| text + "\n").map_err(|error| of_path(model.file.clone(), error.to_string()));
        }
    };
    render::render(&template, bounds, model).map_err(|fault| Finding::of_fault(&template, fault))
}

/// The name of a file without its folder: what is generated depends on nothing else of the path.
fn file_name(path: &Path) -> String {
    if files::is_standard(path) {
        return "standard input".to_owned();
    }
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// What a language can't hold, at the rows' places.
fn findings(source: &Rc<Source>, refusals: Vec<Refusal>) -> Vec<Finding> {
    let root = toml::de::DeTable::parse(source.text()).map(toml::Spanned::into_inner).unwrap_or_default();
    let places = places::rows(source.text(), &root);
    let finding = |Refusal { row, message, help }: Refusal| {
        let place = row.and_then(|at| places.get(at));
        let leaf = place.and_then(|place| ["variant", "name", "code"].iter().find_map(|key| place.leaf(&[key])));
        match leaf {
            Some(leaf) => Finding::of_fault(source, Fault::new(&leaf.value, message).label("here").help(help)),
            None => Finding::of_file(source, message).help(help),
        }
    };
    refusals.into_iter().map(finding).collect()
}

/// A finding about a file that is not read as a table.
fn of_path(name: String, title: String) -> Finding {
    Finding::of_file(&Rc::new(Source::new(name, "")), title)
}

/// Nothing is written but what is wrong.
fn refuse(findings: &[Finding], format: report::Format, streams: &mut Streams) -> Result<Outcome, Failure> {
    streams.warn(&report::render(format, findings, &[Rule::FAULT]))?;
    Ok(Outcome::Findings)
}

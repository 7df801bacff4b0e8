//! Exported tables, compiled and run by the tools of their languages.
//!
//! For every language a small program (`drivers/`) answers questions about codes from the exported table, and the engine
//! answers the same ones (`answers.rs`). Each language is a module here with a [`Language`](language::Language).
//!
//! `tests/languages/install` brings the tools. A tool that is missing is named, and its language skipped; with the
//! environment variable `INEO_CODES_REQUIRE_LANGUAGES` it is an error.

mod answers;
mod clients;
mod go;
mod html;
mod language;
mod openapi;
mod php;
mod python;
mod questions;
mod rust;
mod tables;
mod tools;
mod typescript;

#[test]
fn typescript_answers_as_the_enum_does() {
    typescript::TYPESCRIPT.answers_as_the_enum_does();
}

#[test]
fn python_answers_as_the_enum_does() {
    python::PYTHON.answers_as_the_enum_does();
}

#[test]
fn rust_answers_as_the_enum_does() {
    rust::RUST.answers_as_the_enum_does();
}

#[test]
fn php_answers_as_the_enum_does() {
    php::PHP.answers_as_the_enum_does();
}

#[test]
fn go_answers_as_the_enum_does() {
    go::GO.answers_as_the_enum_does();
}

#[test]
fn an_html_page_is_filtered_and_its_language_switched() {
    html::a_page_is_filtered_and_its_language_switched();
}

#[test]
fn no_table_runs_a_script_in_an_html_page() {
    html::no_table_runs_a_script();
}

#[test]
fn an_openapi_document_is_sound_and_takes_every_code() {
    openapi::documents_are_sound_and_take_every_code();
}

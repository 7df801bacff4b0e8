//! A path of the crate where nothing is.

use ineo_codes::FromCode;

#[ineo_codes::codes("compile-fail/from_code/codes.toml")]
pub enum StatusCode {}

#[derive(FromCode)]
#[from_code(StatusCode, crate = ineo_code)]
enum Outcome {
    #[from_code(404 | retryable)]
    Done,
    #[from_code(500..=599)]
    Theirs,
    #[from_code(_)]
    Other,
}

fn main() {}

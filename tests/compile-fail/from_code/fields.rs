//! A variant of two fields, and one whose field keeps something else.

use ineo_codes::FromCode;

#[ineo_codes::codes("compile-fail/from_code/codes.toml")]
pub enum StatusCode {}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(category = Success)]
    Done(StatusCode, u16),
    #[from_code(_)]
    Other,
}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Kept {
    #[from_code(_)]
    Other(u16),
}

fn main() {}

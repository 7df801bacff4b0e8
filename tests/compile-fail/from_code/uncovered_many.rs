//! More codes without an arm than the error lists.

use ineo_codes::FromCode;

#[ineo_codes::codes("compile-fail/from_code/codes.toml")]
pub enum StatusCode {}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(category = Success)]
    Done,
    #[from_code(unrecognized)]
    New,
}

fn main() {}

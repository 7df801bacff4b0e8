//! A category that the table does not have.

use ineo_codes::FromCode;

#[ineo_codes::codes("compile-fail/from_code/codes.toml")]
pub enum StatusCode {}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(category = Sucess)]
    Done,
    #[from_code(_)]
    Other,
}

fn main() {}

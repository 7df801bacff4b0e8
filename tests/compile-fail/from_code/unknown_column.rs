//! A column that the table does not have.

use ineo_codes::FromCode;

#[ineo_codes::codes("compile-fail/from_code/codes.toml")]
pub enum StatusCode {}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(throttled)]
    Later,
    #[from_code(NotFound | other)]
    Missing,
    #[from_code(_)]
    Other,
}

fn main() {}

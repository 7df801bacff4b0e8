//! A number that no row has.

use ineo_codes::FromCode;

#[ineo_codes::codes("compile-fail/from_code/codes.toml")]
pub enum StatusCode {}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(NotFound | 599)]
    Missing,
    #[from_code(_)]
    Other,
}

fn main() {}

//! Selectors that are none.

use ineo_codes::FromCode;

#[ineo_codes::codes("compile-fail/from_code/codes.toml")]
pub enum StatusCode {}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code()]
    Nothing,
    #[from_code(kind = Success)]
    Key,
    #[from_code(category = Success | 404)]
    Mixed,
    #[from_code("not_found")]
    Text,
    #[from_code(404u16)]
    Suffix,
    #[from_code(Unrecognized)]
    New,
    #[from_code(NotFound, retryable)]
    Several,
    #[from_code(_)]
    Other,
}

fn main() {}

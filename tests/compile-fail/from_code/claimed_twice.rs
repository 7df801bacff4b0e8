//! A code by its variant in one arm and by its number in another, and a category in two.

use ineo_codes::FromCode;

#[ineo_codes::codes("compile-fail/from_code/codes.toml")]
pub enum StatusCode {}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(NotFound)]
    Missing,
    #[from_code(TooManyRequests | 404)]
    Busy,
    #[from_code(category = Success)]
    Done,
    #[from_code(category = Success | OutOfCredit)]
    Ended,
    #[from_code(_)]
    Other,
}

fn main() {}

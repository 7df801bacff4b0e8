//! Codes without an arm: a few.

use ineo_codes::FromCode;

#[ineo_codes::codes("compile-fail/from_code/codes.toml")]
pub enum StatusCode {}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(category = Success)]
    Done,
    #[from_code(category = InvalidRequest | Unauthenticated | Forbidden | OutOfCredit | NotFound)]
    Mine,
    #[from_code(retryable)]
    Later,
    #[from_code(unrecognized)]
    New,
}

fn main() {}

//! All codes of the table, and nothing for the others.

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
    #[from_code(category = RateLimited | Unavailable | ServerError | Unspecified)]
    Theirs,
}

fn main() {}

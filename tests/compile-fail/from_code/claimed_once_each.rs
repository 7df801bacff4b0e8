//! Two `_`, two `retryable` and two `unrecognized`.

use ineo_codes::FromCode;

#[ineo_codes::codes("compile-fail/from_code/codes.toml")]
pub enum StatusCode {}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(_)]
    Other,
    #[from_code(retryable)]
    Busy,
    #[from_code(unrecognized)]
    New,
    #[from_code(_)]
    Another,
    #[from_code(retryable)]
    Again,
    #[from_code(unrecognized)]
    Newer,
}

fn main() {}

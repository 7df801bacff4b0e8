//! An arm whose codes are all named by others.

use ineo_codes::FromCode;

#[ineo_codes::codes("compile-fail/from_code/codes.toml")]
pub enum StatusCode {}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(TooManyRequests)]
    Busy,
    #[from_code(category = RateLimited)]
    Limited,
    #[from_code(_)]
    Other,
}

fn main() {}

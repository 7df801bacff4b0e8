//! A field of a generic type in a variant that codes make.

use ineo_codes::FromCode;

#[ineo_codes::codes("compile-fail/from_code/codes.toml")]
pub enum StatusCode {}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome<T> {
    #[from_code(retryable)]
    Busy,
    #[from_code(_)]
    Other(T),
}

fn main() {}

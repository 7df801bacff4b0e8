//! Texts in a table whose codes are numbers.

use ineo_codes::{FromCode, codes};

#[codes("compile-fail/from_code/codes.toml")]
enum StatusCode {}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code("404")]
    Number,
    #[from_code("not_found" | "NotFound")]
    Name,
    #[from_code(_)]
    Other,
}

fn main() {}

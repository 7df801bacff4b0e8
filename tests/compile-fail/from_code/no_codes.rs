//! No enum of codes is named, or too much is.

use ineo_codes::FromCode;

#[ineo_codes::codes("compile-fail/from_code/codes.toml")]
pub enum StatusCode {}

#[derive(FromCode)]
enum Unnamed {
    #[from_code(_)]
    Other,
}

#[derive(FromCode)]
#[from_code()]
enum Empty {
    #[from_code(_)]
    Other,
}

#[derive(FromCode)]
#[from_code]
enum Bare {
    #[from_code(_)]
    Other,
}

#[derive(FromCode)]
#[from_code(StatusCode)]
#[from_code(StatusCode)]
enum Twice {
    #[from_code(_)]
    Other,
}

#[derive(FromCode)]
#[from_code("StatusCode")]
enum InQuotes {
    #[from_code(_)]
    Other,
}

#[derive(FromCode)]
#[from_code(404)]
enum Selector {
    #[from_code(_)]
    Other,
}

#[derive(FromCode)]
#[from_code(StatusCode, path = ineo_codes)]
enum Option {
    #[from_code(_)]
    Other,
}

#[derive(FromCode)]
#[from_code(StatusCode, crate = "ineo_codes")]
enum CrateInQuotes {
    #[from_code(_)]
    Other,
}

#[derive(FromCode)]
#[from_code(StatusCode, crate(ineo_codes))]
enum CrateInParentheses {
    #[from_code(_)]
    Other,
}

#[derive(FromCode)]
#[from_code(StatusCode, crate =)]
enum NoCrate {
    #[from_code(_)]
    Other,
}

#[derive(FromCode)]
#[from_code(StatusCode retryable)]
enum More {
    #[from_code(_)]
    Other,
}

fn main() {}

//! Texts in a table of numbers, numbers in a text table, and texts that are not in the table.

use ineo_codes::{FromCode, codes};

#[codes("compile-fail/from_code/codes.toml")]
enum StatusCode {}

#[codes("compile-fail/from_code/texts.toml")]
enum SqlState {}

#[derive(FromCode)]
#[from_code(SqlState)]
enum Texts {
    #[from_code("23505" | UniqueViolation)]
    Twice,
    #[from_code("99999")]
    Unlisted,
    #[from_code("999999")]
    TooLong,
    #[from_code(_)]
    Other,
}

#[derive(FromCode)]
#[from_code(SqlState)]
enum Uncovered {
    #[from_code("23505")]
    Known,
}

#[derive(FromCode)]
#[from_code(SqlState)]
enum Numbers {
    #[from_code(23505)]
    Number,
    #[from_code(1..=5)]
    Range,
    #[from_code(_)]
    Other,
}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Quoted {
    #[from_code("404")]
    Number,
    #[from_code(_)]
    Other,
}

fn main() {}

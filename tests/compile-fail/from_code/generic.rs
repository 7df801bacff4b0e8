//! The derive on a generic enum.

use ineo_codes::{FromCode, StatusCode};

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome<T> {
    #[from_code(_)]
    Other(T),
}

fn main() {}

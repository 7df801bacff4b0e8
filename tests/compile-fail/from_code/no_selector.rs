//! A variant without codes.

use ineo_codes::{FromCode, StatusCode};

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    Done,
    #[from_code(_)]
    Other,
}

fn main() {}

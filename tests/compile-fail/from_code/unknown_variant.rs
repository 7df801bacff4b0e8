//! A variant that the table does not have.

use ineo_codes::{FromCode, StatusCode};

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(NotFind)]
    Missing,
    #[from_code(_)]
    Other,
}

fn main() {}

//! A category that the table does not have.

use ineo_codes::{FromCode, StatusCode};

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(category = Sucess)]
    Done,
    #[from_code(_)]
    Other,
}

fn main() {}

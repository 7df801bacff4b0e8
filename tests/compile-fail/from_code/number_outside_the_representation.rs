//! A number that the type of the codes can not hold.

use ineo_codes::{FromCode, StatusCode};

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(70000)]
    Missing,
    #[from_code(_)]
    Other,
}

fn main() {}

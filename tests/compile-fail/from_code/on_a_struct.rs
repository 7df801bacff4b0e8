//! The derive on something else than an enum.

use ineo_codes::{FromCode, StatusCode};

#[derive(FromCode)]
#[from_code(StatusCode)]
struct Outcome;

fn main() {}

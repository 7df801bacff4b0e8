//! A number that the type of the codes can not hold.

use ineo_codes::FromCode;

#[ineo_codes::codes("compile-fail/from_code/codes.toml")]
pub enum StatusCode {}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(70000)]
    Missing,
    #[from_code(_)]
    Other,
}

fn main() {}

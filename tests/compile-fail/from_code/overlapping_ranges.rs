//! Ranges with codes in common.

use ineo_codes::FromCode;

#[ineo_codes::codes("compile-fail/from_code/codes.toml")]
pub enum StatusCode {}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(500..=599)]
    Server,
    #[from_code(100..=199 | 599..=700)]
    EndAndStart,
    #[from_code(0..=1000)]
    Around,
    #[from_code(550..=550)]
    Within,
    #[from_code(500..=599)]
    Same,
    #[from_code(600..=700)]
    Beside,
    #[from_code(_)]
    Other,
}

fn main() {}

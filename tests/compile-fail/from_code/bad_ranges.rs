//! Ranges that lack an end, or are written otherwise: what can be seen without the table.

use ineo_codes::FromCode;

#[ineo_codes::codes("compile-fail/from_code/codes.toml")]
pub enum StatusCode {}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(500..600)]
    HalfOpen,
    #[from_code(-5..0x10)]
    HalfOpenWithASign,
    #[from_code(400...499)]
    ThreeDots,
    #[from_code(700..)]
    WithoutAnEnd,
    #[from_code(700..=)]
    WithoutALastCode,
    #[from_code(..=99)]
    WithoutAStart,
    #[from_code(..99)]
    WithoutAStartHalfOpen,
    #[from_code(..)]
    WithoutBoth,
    #[from_code(BadRequest..=NotFound)]
    OfVariants,
    #[from_code(1..=2..=3)]
    OfThree,
    #[from_code(_)]
    Other,
}

fn main() {}

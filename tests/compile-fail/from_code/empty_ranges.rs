//! Ranges without codes, or with numbers that can't be codes.

use ineo_codes::{FromCode, codes};

#[codes("compile-fail/from_code/codes.toml")]
enum StatusCode {}

#[codes("compile-fail/from_code/signed.toml")]
enum Signed {}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(599..=500)]
    Inverted,
    #[from_code(600..=599)]
    Empty,
    #[from_code(60000..=70000)]
    TooLarge,
    #[from_code(-1..=5)]
    Negative,
    #[from_code(_)]
    Other,
}

/// In hexadecimal a number is the bits of a code: `0xFF` is -1 here.
#[derive(FromCode)]
#[from_code(Signed)]
enum Bits {
    #[from_code(0xFF)]
    MinusOne,
    #[from_code(0x80..=0x81)]
    Smallest,
    #[from_code(0x7F..=0x80)]
    Inverted,
    #[from_code(0x100)]
    TooManyBits,
    #[from_code(-129..=0)]
    TooSmall,
    #[from_code(_)]
    Other,
}

fn main() {}

//! Variants that no code makes, and yet some codes do.

use ineo_codes::FromCode;

#[ineo_codes::codes("compile-fail/from_code/codes.toml")]
pub enum StatusCode {}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(skip | 404)]
    Both(u8, u8),
    #[from_code(skip)]
    #[from_code(retryable)]
    Apart,
    #[from_code(_)]
    Other,
}

/// All other codes are still to be covered.
#[derive(FromCode)]
#[from_code(StatusCode)]
enum Skipped {
    #[from_code(skip)]
    Io(u8, u8),
}

fn main() {}

//! A deprecated row warns where its variant is written, and nowhere else.

use ineo_codes::{FromCode, codes};

#[codes("compile-fail/from_code/deprecated.toml")]
enum Codes {}

#[derive(FromCode)]
#[from_code(Codes)]
enum Outcome {
    #[from_code(New | Old)]
    Known,
    #[from_code(3)]
    ByNumber,
    #[from_code(_)]
    Other,
}

/// What is deprecated here is made by generated code alone.
#[derive(FromCode)]
#[from_code(Codes)]
#[deprecated]
enum Deprecated {
    #[deprecated]
    #[from_code(_)]
    Other {
        #[deprecated]
        code: Codes,
    },
}

fn main() {}

//! The named enum was not made by `codes`.

use ineo_codes::FromCode;

enum Handwritten {
    Good,
}

#[derive(FromCode)]
#[from_code(Handwritten)]
enum Outcome {
    #[from_code(Good)]
    Done,
    #[from_code(_)]
    Other,
}

fn main() {}

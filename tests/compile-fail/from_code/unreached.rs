//! An arm whose codes are all named by others.

use ineo_codes::{FromCode, StatusCode};

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(TooManyRequests)]
    Busy,
    #[from_code(category = RateLimited)]
    Limited,
    #[from_code(_)]
    Other,
}

fn main() {}

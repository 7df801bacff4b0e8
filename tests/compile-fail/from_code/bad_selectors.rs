//! What doesn't select codes, or not in this way.

use ineo_codes::FromCode;

#[ineo_codes::codes("compile-fail/from_code/codes.toml")]
pub enum StatusCode {}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code()]
    Nothing,
    #[from_code]
    Bare,
    #[from_code = "404"]
    Value,
    #[from_code(kind = Success)]
    Key,
    #[from_code(category = Success | 404)]
    Mixed,
    #[from_code(category = "Success")]
    CategoryInQuotes,
    #[from_code(category = Category::Success)]
    CategoryByPath,
    #[from_code(category == Success)]
    Compared,
    #[from_code(category(Success))]
    Called,
    #[from_code(404u16)]
    Suffix,
    #[from_code(404.0)]
    Float,
    #[from_code(-NotFound)]
    MinusOfNothing,
    #[from_code(0x1_0000_0000_0000_0000)]
    TooLong,
    #[from_code(StatusCode::NotFound)]
    ByPath,
    #[from_code(Unrecognized)]
    New,
    #[from_code(unrecognised)]
    Newer,
    #[from_code(Retryable)]
    Busy,
    #[from_code(NotFound, retryable)]
    Several,
    #[from_code(NotFound retryable)]
    Unseparated,
    #[from_code(StatusCode::)]
    OfWhich,
    #[from_code(category = StatusCategory::404)]
    OfWhat,
    #[from_code(type)]
    Keyword,
    #[from_code(b"NotFound")]
    Bytes,
    #[from_code(_)]
    Other,
}

fn main() {}

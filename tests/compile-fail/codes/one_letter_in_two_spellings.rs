#[ineo_codes::codes("compile-fail/one_letter_in_two_spellings.toml")]
pub enum Code {}

fn main() {}

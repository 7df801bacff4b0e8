use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::input::side_by_side;
use super::{CATEGORIES, Row, Shape, rows};

/// The size of a table whose codes are texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextShape {
    /// How many bytes the longest code may have: 5 for codes of five letters and digits, 40 for words of mixed lengths.
    pub bytes: usize,
    /// How many rows.
    pub rows: usize,
}

impl TextShape {
    /// The shapes that are measured.
    pub const MEASURED: [Self; 3] =
        [Self { bytes: 5, rows: 29 }, Self { bytes: 5, rows: 266 }, Self { bytes: 40, rows: 29 }];

    /// The name of the table: `text5_29`.
    #[must_use]
    pub fn name(self) -> String {
        format!("text{}_{}", self.bytes, self.rows)
    }

    /// A table of integers with the same rows, apart from the codes.
    #[must_use]
    pub fn of_integers(self) -> Shape {
        Shape { bits: 64, rows: self.rows }
    }

    /// The text in place of a row's code.
    fn code(self, row: &Row) -> String {
        if self.bytes == 5 {
            let digit =
                |at: u32| char::from_digit((row.code / 36_u64.pow(at) % 36) as u32, 36).expect("it is below 36");
            return (0..5).map(|at| digit(at).to_ascii_uppercase()).collect();
        }
        let words: Vec<&str> = row.name.split('_').collect();
        let mut code = match row.code % 3 {
            0 => words[1..].join("."),
            1 => words.join("."),
            _ => format!("{}.{}", words.join("."), row.message.to_lowercase().replace(' ', ".")),
        };
        code.truncate(self.bytes);
        code
    }
}

/// The rows of the table of this shape, with their codes. Two rows never have the same code.
///
/// # Panics
///
/// If two rows would have the same code, which depends on the seed.
#[must_use]
pub fn text_rows(shape: TextShape) -> Vec<(String, Row)> {
    let rows: Vec<_> = rows(shape.of_integers()).into_iter().map(|row| (shape.code(&row), row)).collect();
    let codes: BTreeSet<&str> = rows.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(codes.len(), rows.len(), "another seed is needed");
    rows
}

/// Random codes: nine in ten from the table, the others of the same make. They stand side by side, as names do.
#[must_use]
pub fn text_codes(shape: TextShape, rows: &[(String, Row)], count: usize) -> Vec<&'static str> {
    let known: Vec<&str> = rows.iter().map(|(code, _)| code.as_str()).collect();
    let others = super::rows(Shape { bits: 32, rows: 1_000 });
    let unknown: Vec<String> = others.iter().map(|row| shape.code(row)).collect();
    let unknown: Vec<&str> = unknown.iter().map(String::as_str).filter(|code| !known.contains(code)).collect();
    side_by_side(&known, &unknown, count)
}

/// The rows as a table file of the project.
#[must_use]
pub fn text_table_file(shape: TextShape, rows: &[(String, Row)]) -> String {
    let mut text =
        format!("[table]\nrepr = \"text\"\nmax-length = {}\nlanguages = [\"en\"]\n\n[categories]\n", shape.bytes);
    for (name, variant) in CATEGORIES {
        writeln!(text, "{name} = \"{variant}\"").unwrap();
    }
    text += "\n[unrecognized]\ncategory = \"unspecified\"\nmessage = \"unrecognized\"\n";
    for (code, Row { name, message, category, .. }) in rows {
        let (category, _) = CATEGORIES[*category];
        write!(text, "\n[[code]]\ncode = {code:?}\nname = {name:?}\ncategory = {category:?}\nmessage = {message:?}\n")
            .unwrap();
    }
    text
}

/// An enum `Code` of text codes with the derives of `strum`, and functions of one `match` each.
#[must_use]
pub fn text_source(rows: &[(String, Row)]) -> String {
    let mut text = "#[derive(Debug, Clone, Copy, PartialEq, Eq)]\n".to_owned();
    text += "#[derive(strum::EnumString, strum::EnumMessage, strum::EnumProperty)]\npub enum Code {\n";
    for (code, Row { variant, message, category, .. }) in rows {
        let (category, _) = CATEGORIES[*category];
        writeln!(text, "#[strum(serialize = {code:?}, message = {message:?}, props(category = {category:?}))]")
            .unwrap();
        writeln!(text, "{variant},").unwrap();
    }
    text += "#[strum(disabled, message = \"unrecognized\", props(category = \"unspecified\"))]\n";
    text += "Unrecognized(&'static str),\n}\n";
    let mut function = |name: &str, result: &str, other: &str, value: &dyn Fn(&Row) -> String| {
        let arms: Vec<String> = rows.iter().map(|(code, row)| format!("{code:?} => {},\n", value(row))).collect();
        let arms = arms.concat();
        writeln!(
            text,
            "#[inline]\nfn {name}(code: &'static str) -> {result} {{\nmatch code {{\n{arms}_ => {other},\n}}\n}}"
        )
        .unwrap();
    };
    function("match_code", "Code", "Code::Unrecognized(code)", &|row| format!("Code::{}", row.variant));
    function("match_message", "&'static str", "\"unrecognized\"", &|row| format!("{:?}", row.message));
    function("match_category", "Category", "Category::Unspecified", &|row| {
        format!("Category::{}", CATEGORIES[row.category].1)
    });
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nine_in_ten_codes_are_in_the_table_and_none_is_too_long() {
        for shape in TextShape::MEASURED {
            let rows = text_rows(shape);
            let inputs = text_codes(shape, &rows, 10_000);
            let hits = inputs.iter().filter(|input| rows.iter().any(|(code, _)| code == *input)).count();
            assert!((8_800..9_200).contains(&hits), "{hits}");
            assert!(inputs.iter().all(|input| input.len() <= shape.bytes));
        }
    }

    #[test]
    fn long_codes_have_mixed_lengths() {
        let rows = text_rows(TextShape { bytes: 40, rows: 29 });
        let lengths: BTreeSet<usize> = rows.iter().map(|(code, _)| code.len()).collect();
        assert!(lengths.len() > 8 && lengths.contains(&40), "{lengths:?}");
    }
}

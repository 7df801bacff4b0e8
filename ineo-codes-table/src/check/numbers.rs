//! Names that are numbers, which an enum reads as codes.

/// What a name is, if it is read as the code of a row or of an unlisted code whatever the rows are.
pub(super) fn read_as_code(name: &str) -> Option<&'static str> {
    match number(name) {
        Some(Number::Decimal) => Some("is a decimal number"),
        Some(Number::Hexadecimal) => Some("is a hexadecimal number"),
        None => name.strip_suffix(" unrecognized").and_then(number).map(|_| "is what an unlisted code is shown as"),
    }
}

/// How a number is written.
#[derive(PartialEq, Eq)]
pub(super) enum Number {
    Decimal,
    Hexadecimal,
}

/// Whether `FromStr` of an enum reads `text` as a number, if it is in range.
pub(super) fn number(text: &str) -> Option<Number> {
    let are =
        |digits: &str, is_digit: fn(&u8) -> bool| !digits.is_empty() && digits.bytes().all(|digit| is_digit(&digit));
    if let Some(digits) = text.strip_prefix("0x") {
        return are(digits, u8::is_ascii_hexdigit).then_some(Number::Hexadecimal);
    }
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    are(digits, u8::is_ascii_digit).then_some(Number::Decimal)
}

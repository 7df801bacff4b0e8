//! Integers as people write them, and as TOML writes them.

/// The first digits, zero, of scripts whose digits people type: Unicode's general category `Nd`.
const ZEROS: [char; 11] = [
    '\u{660}', '\u{6F0}', '\u{966}', '\u{9E6}', '\u{AE6}', '\u{BE6}', '\u{C66}', '\u{E50}', '\u{1040}', '\u{17E0}',
    '\u{FF10}',
];

/// A digit of any script in ASCII; other characters as they are.
fn in_ascii(c: char) -> char {
    let zero = ZEROS.iter().find(|zero| (**zero..=char::from_u32(**zero as u32 + 9).unwrap_or(**zero)).contains(&c));
    zero.and_then(|zero| char::from_digit(c as u32 - *zero as u32, 10)).unwrap_or(c)
}

/// Whether `text` is a number in digits other than 0 to 9.
pub(crate) fn has_other_digits(text: &str) -> bool {
    !text.is_ascii() && text.chars().all(|c| in_ascii(c).is_ascii_digit())
}

/// The integer that `text` is likely meant to be, as TOML writes it: without zeros in front, with ASCII digits, and with
/// `x` in lower case.
pub(crate) fn meant(text: &str) -> Option<String> {
    let text: String = text.trim().chars().map(in_ascii).collect();
    let prefixes = [("0x", 16), ("0o", 8), ("0b", 2)];
    for (prefix, radix) in prefixes {
        let is_prefixed = text.get(..2).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
        if let (true, Some(digits)) = (is_prefixed, text.get(2..)) {
            let is_number = !digits.is_empty() && digits.chars().all(|c| c.is_digit(radix));
            return is_number.then(|| format!("{prefix}{digits}"));
        }
    }
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(&text)),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match digits.trim_start_matches('0') {
        "" => Some("0".to_owned()),
        digits => Some(format!("{sign}{digits}")),
    }
}

/// What to write instead of `text`, a text where an integer should be.
pub(crate) fn help_for_text(text: &str) -> String {
    const EXAMPLES: &str = "write an integer, such as `404` or `0x194`";
    let digits = text.trim().trim_start_matches(['+', '-']);
    match meant(text) {
        Some(number) if digits.len() > 1 && digits.bytes().all(|b| b.is_ascii_digit()) && digits.starts_with('0') => {
            format!(
                "write `{number}`: an integer has no leading zeros, so `{}` and `{number}` are the same",
                text.trim()
            )
        }
        Some(number) => format!("write `{number}`, without quotes"),
        None => EXAMPLES.to_owned(),
    }
}

/// What to write instead of `text`, a fraction where an integer should be.
pub(crate) fn help_for_float(text: &str) -> String {
    /// Up to here every integer is a `f64`: 2^53.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    match text.replace('_', "").parse::<f64>() {
        Ok(number) if number.fract() == 0.0 && number.abs() < EXACT => format!("write `{number:.0}`"),
        _ => "write an integer, without a point or an exponent".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn what_people_write_becomes_an_integer_of_toml() {
        for (written, number) in [
            ("404", "404"),
            ("05", "5"),
            ("-007", "-7"),
            ("+5", "5"),
            ("000", "0"),
            (" 12 ", "12"),
            ("0x6300", "0x6300"),
            ("0X63c0", "0x63c0"),
            ("0B101", "0b101"),
            ("۱۰۰", "100"),
            ("٤٠٤", "404"),
            ("４０４", "404"),
        ] {
            assert_eq!(meant(written).as_deref(), Some(number), "{written}");
            let table = format!("code = {number}");
            assert!(toml::de::DeTable::parse(&table).is_ok(), "{table}");
        }
        for written in ["", "N7", "0x", "0xN7", "-", "4.5", "1e3", "1 000", "-0x5", "0b2", "é1"] {
            assert_eq!(meant(written), None, "{written}");
        }
    }
}

//! The codes in a cell.

use ineo_codes_table::{Fault, Span};

use super::sheet::{Cell, Value};

/// A code as the input has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// Without blanks around it.
    pub(crate) text: String,
    pub(crate) number: Option<Number>,
    pub(crate) span: Span,
}

/// The number that a code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Number {
    Decimal(i128),
    /// Written `0x…`: in a table with negative codes, the bits of the code.
    Hexadecimal(u64),
}

/// Reads the codes of a cell. With `are_texts`, every word is a code; without, what a spreadsheet made of a number is a
/// fault.
pub(crate) fn read(cell: &Cell, are_texts: bool) -> Result<Vec<Written>, Fault> {
    match &cell.value {
        Value::Text(text) => read_text(text, &cell.span, are_texts),
        Value::Number(text) if number(text).is_none() => {
            let fault =
                Fault::new(&cell.span, format!("`{text}` is not a code: it is not an integer of up to 64 bits"));
            Err(fault.help("write its digits alone, or in quotes if the code is a text"))
        }
        Value::Number(number) => one(number, &cell.span, false).map(|code| vec![code]),
        Value::List(cells) => {
            let codes: Result<Vec<_>, _> = cells.iter().map(|cell| read(cell, are_texts)).collect();
            let codes: Vec<Written> = codes?.into_iter().flatten().collect();
            if codes.is_empty() {
                return Err(Fault::new(&cell.span, "a list of codes without a code"));
            }
            Ok(codes)
        }
        Value::Bool(_) | Value::Table | Value::AfterSeconds(_) => {
            Err(Fault::new(&cell.span, "a code is a number or a text").label(format!("this is {}", cell.kind())))
        }
    }
}

fn read_text(text: &str, span: &Span, are_texts: bool) -> Result<Vec<Written>, Fault> {
    if !are_texts {
        spreadsheet(text, span)?;
    }
    let listed: Vec<&str> = text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect();
    if listed.is_empty() {
        return Err(Fault::new(span, "a cell without a code"));
    }
    let mut codes = Vec::new();
    for part in listed {
        let is_between = |c: char| c.is_whitespace() || c == '/';
        let words: Vec<&str> = part.split(is_between).filter(|word| !word.is_empty()).collect();
        if words.len() > 1 && words.iter().all(|word| number(word).is_some()) {
            for word in words {
                codes.push(one(word, span, are_texts)?);
            }
        } else {
            codes.push(one(part, span, are_texts)?);
        }
    }
    Ok(codes)
}

fn one(text: &str, span: &Span, are_texts: bool) -> Result<Written, Fault> {
    if !are_texts {
        spreadsheet(text, span)?;
    }
    // A minus as it is printed.
    let text = text.replace('\u{2212}', "-");
    Ok(Written { number: number(&text), text, span: span.clone() })
}

/// Whether a text is one number.
pub(crate) fn is_number(text: &str) -> bool {
    number(text.trim()).is_some()
}

/// The number that `text` is: decimal, or hexadecimal behind `0x`. One with zeros before it is a text.
fn number(text: &str) -> Option<Number> {
    if let Some(digits) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        return is_number.then(|| u64::from_str_radix(digits, 16).ok().map(Number::Hexadecimal)).flatten();
    }
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_padded = digits.len() > 1 && digits.starts_with('0');
    (is_number && !is_padded).then(|| text.parse().ok().map(Number::Decimal)).flatten()
}

/// Refuses what a spreadsheet, or a person, makes of a number.
fn spreadsheet(text: &str, span: &Span) -> Result<(), Fault> {
    let text = text.trim();
    let fault = |title: &str, help: &str| {
        let quoted = text.chars().take(60).collect::<String>();
        Err(Fault::new(span, format!("`{quoted}` is not a code: {title}")).help(help))
    };
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_text_help = "write its digits alone, or add `--repr text` if that is what the service sends";
    if let Some((whole, fraction)) = unsigned.split_once('.')
        && are_digits(whole)
        && are_digits(fraction)
    {
        return fault("it has a decimal point", is_text_help);
    }
    if let Some((mantissa, exponent)) = unsigned.split_once(['e', 'E'])
        && are_digits(&mantissa.replacen('.', "", 1))
        && (are_digits(exponent) && mantissa.contains('.') || exponent.strip_prefix(['-', '+']).is_some_and(are_digits))
    {
        return fault("a spreadsheet has rounded it", "format the column as text, and export it again");
    }
    let groups: Vec<&str> = unsigned.split(',').collect();
    if let [first, rest @ ..] = groups.as_slice()
        && !rest.is_empty()
        && are_digits(first)
        && first.len() <= 3
        && rest.iter().all(|group| group.len() == 3 && are_digits(group))
    {
        let digits = groups.concat();
        let codes = groups.join(", ");
        return fault("is it one number, or several?", &format!("write `{digits}` for one, or `{codes}` for several"));
    }
    let ends: Vec<&str> =
        text.split(['\u{2013}', '\u{2014}']).flat_map(|part| part.split("..")).map(str::trim).collect();
    let hyphened = unsigned.split_once('-').is_some_and(|(from, to)| are_digits(from.trim()) && are_digits(to.trim()));
    if hyphened || ends.len() == 2 && ends.iter().all(|end| are_digits(end)) {
        return fault("it is a range", "leave it out, and write it as one of the `ranges` of `[unrecognized]`");
    }
    if text.chars().all(char::is_numeric) && !text.is_ascii() {
        return fault("its digits are not ASCII", "write it with the digits 0 to 9");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Result<Vec<String>, String> {
        let cell = Cell { value: Value::Text(text.to_owned()), span: 0..text.len() };
        read(&cell, false).map(|codes| codes.into_iter().map(|code| code.text).collect()).map_err(|fault| fault.title)
    }

    #[test]
    fn a_cell_may_have_several_codes() {
        for text in ["502, 504", "502,  504 ", "502;504", "502 504", "502 / 504", "502\n504", "502, 504,"] {
            assert_eq!(codes(text), Ok(vec!["502".to_owned(), "504".to_owned()]), "{text:?}");
        }
        assert_eq!(codes("42P01"), Ok(vec!["42P01".to_owned()]));
        assert_eq!(codes("card declined"), Ok(vec!["card declined".to_owned()]));
    }

    #[test]
    fn what_a_spreadsheet_makes_of_a_number_is_a_fault() {
        for text in [
            "1.0",
            "404.00",
            "1E+05",
            "1.5E+5",
            "1.5e5",
            "1,000",
            "502,504",
            "12,345,678",
            "500-599",
            "500–599",
            "500..599",
            "۴۰۴",
        ] {
            let title = codes(text).expect_err(text);
            assert!(title.starts_with(&format!("`{text}` is not a code: ")), "{title}");
        }
        // Codes of SQLSTATE and of enhanced SMTP.
        for text in ["2E000", "5.1.1"] {
            assert_eq!(codes(text), Ok(vec![text.to_owned()]));
        }
    }

    #[test]
    fn numbers_are_decimal_or_hexadecimal() {
        assert_eq!(number("404"), Some(Number::Decimal(404)));
        assert_eq!(number("-1"), Some(Number::Decimal(-1)));
        assert_eq!(number("0"), Some(Number::Decimal(0)));
        assert_eq!(number("0x8001FFFF"), Some(Number::Hexadecimal(0x8001_FFFF)));
        for text in ["05", "-05", "0x", "", "-", "4a", "0x1FFFFFFFFFFFFFFFF", "4 04"] {
            assert_eq!(number(text), None, "{text:?}");
        }
    }
}

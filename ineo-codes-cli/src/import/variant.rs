//! Variants for rows whose name gives none, and for rows without a name.

use std::collections::HashSet;

use heck::ToUpperCamelCase as _;
use ineo_codes_table::Source;
use unicode_normalization::UnicodeNormalization as _;

use super::repr::Code;

/// The variants of a table so far.
#[derive(Debug, Default)]
pub(crate) struct Variants {
    used: HashSet<String>,
}

impl Variants {
    /// Notes a variant that a table has.
    pub(crate) fn insert(&mut self, variant: &str) {
        self.used.insert(folded(variant));
    }

    /// The variant of a row with this name. `true` if the row must name it, as the name alone doesn't give it.
    pub(crate) fn of_name(&mut self, name: &str, code: &Code, is_shared: bool) -> (String, bool) {
        let made = name.to_upper_camel_case();
        if !is_shared && is_valid(&made) && self.used.insert(folded(&made)) {
            return (made, false);
        }
        (self.distinct(&made, code), true)
    }

    /// The variant of a row without a name: of the first words of its message, or of its code.
    pub(crate) fn of_message(&mut self, message: Option<&str>, code: &Code) -> String {
        let made = message.map(first_words).unwrap_or_default().to_upper_camel_case();
        if is_valid(&made) && self.used.insert(folded(&made)) {
            return made;
        }
        self.distinct(&made, code)
    }

    /// `made` with the code behind it, or the code alone.
    fn distinct(&mut self, made: &str, code: &Code) -> String {
        let code = match code {
            Code::Integer(code @ ..0) => format!("Minus{}", code.unsigned_abs()),
            Code::Integer(code) => code.to_string(),
            Code::Text(code) => code.to_upper_camel_case(),
        };
        let of_code = format!("Code{code}");
        let candidates = [format!("{made}{code}"), of_code.clone()].into_iter();
        let numbered = (2_u64..).map(|number| format!("{of_code}No{number}"));
        candidates
            .chain(numbered)
            .find(|variant| is_valid(variant) && self.used.insert(folded(variant)))
            .unwrap_or_default()
    }
}

/// Names that the compiler takes for one.
fn folded(variant: &str) -> String {
    variant.nfc().collect()
}

/// Whether the engine takes the variant.
fn is_valid(variant: &str) -> bool {
    let is_plain = variant.starts_with(|c: char| c.is_ascii_uppercase())
        && variant.chars().all(|c| c.is_ascii_alphanumeric())
        && variant.chars().any(|c| c.is_ascii_lowercase())
        && !matches!(variant, "Self" | "Unrecognized");
    if is_plain {
        return true;
    }
    if variant.is_empty() || variant.contains(|c: char| !c.is_alphanumeric() && c != '_') {
        return false;
    }
    let table = format!("[[code]]\ncode = 1\nname = \"a\"\nvariant = \"{variant}\"\n");
    ineo_codes_table::read(&Source::new("", table)).faults.is_empty()
}

/// The beginning of a sentence, as far as it makes a name.
fn first_words(message: &str) -> String {
    const WORDS: usize = 6;
    const LONGEST: usize = 40;
    let sentence = message.split(['.', ':', ';', '\n', '(', ',', '?', '!']).find(|part| !part.trim().is_empty());
    // "don't" is one word.
    let sentence = sentence.unwrap_or_default().replace(['\'', '\u{2019}'], "");
    let words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(WORDS);
    let mut name = String::new();
    for word in words {
        if name.chars().count() + word.chars().count() > LONGEST && !name.is_empty() {
            break;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_its_variant_unless_another_row_has_it() {
        let mut variants = Variants::default();
        assert_eq!(variants.of_name("not_found", &Code::Integer(404), false), ("NotFound".to_owned(), false));
        assert_eq!(variants.of_name("NOT_FOUND", &Code::Integer(1404), false), ("NotFound1404".to_owned(), true));
        assert_eq!(variants.of_name("not-found", &Code::Integer(-4), false), ("NotFoundMinus4".to_owned(), true));
        assert_eq!(variants.of_name("shared", &Code::Integer(1), true), ("Shared1".to_owned(), true));
        for (name, variant) in
            [("self", "Self7"), ("unrecognized", "Unrecognized7"), ("4xx", "Code7"), ("…", "Code7No2")]
        {
            assert_eq!(variants.of_name(name, &Code::Integer(7), false), (variant.to_owned(), true), "{name}");
        }
    }

    #[test]
    fn a_message_gives_a_variant() {
        let mut variants = Variants::default();
        let mut of = |message: Option<&str>, code| variants.of_message(message, &Code::Integer(code));
        assert_eq!(of(Some("No error"), 1), "NoError");
        assert_eq!(of(Some("The token isn't valid: it has expired, or was revoked."), 2), "TheTokenIsntValid");
        assert_eq!(of(Some("No error."), 3), "NoError3");
        assert_eq!(of(Some("404"), 4), "Code4");
        assert_eq!(of(None, 5), "Code5");
        assert_eq!(of(Some("خطا در فعالیت."), 6), "خطادرفعالیت");
    }
}

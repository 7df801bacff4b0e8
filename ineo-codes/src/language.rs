/// Position of the language for `range`, by the lookup of RFC 4647, section 3.4: subtags are removed from the end of the
/// range until it is a language of the table. A subtag of one letter is removed together with the one after it.
///
/// A range may also be the name of a locale, as the environment variable `LANG` has it (POSIX.1-2024, section 8.2):
/// `fa_IR.UTF-8@calendar=persian`. Its codeset and modifier are ignored. The locales `C` and `POSIX` have no language.
#[must_use]
pub fn language(languages: &[&str], range: &str) -> Option<usize> {
    let mut range = range.split(['.', '@']).next()?;
    loop {
        if let Some(at) = languages.iter().position(|language| is_same(language, range)) {
            return Some(at);
        }
        (range, _) = range.rsplit_once(SEPARATORS)?;
        range = match range.rsplit_once(SEPARATORS) {
            Some((shorter, subtag)) if subtag.len() == 1 => shorter,
            _ => range,
        };
    }
}

/// What is between subtags: the hyphen of BCP 47, and the underscore of locales.
const SEPARATORS: [char; 2] = ['-', '_'];

fn is_same(language: &str, range: &str) -> bool {
    language.len() == range.len()
        && language
            .bytes()
            .zip(range.bytes())
            .all(|(own, asked)| own.eq_ignore_ascii_case(&asked) || (own == b'-' && asked == b'_'))
}

#[cfg(test)]
mod tests {
    use super::language;

    #[test]
    fn a_range_is_cut_until_a_language_is_found() {
        let languages = ["en", "fa", "zh-Hant", "de-CH"];
        for (range, found) in [
            ("en", Some(0)),
            ("EN", Some(0)),
            ("fa-IR", Some(1)),
            ("fa-Arab-IR", Some(1)),
            ("fa-u-nu-arab", Some(1)),
            ("zh-Hant-CN-x-private1-private2", Some(2)),
            ("zh-hant", Some(2)),
            ("zh", None),
            ("zh-Hans", None),
            ("de", None),
            ("de-CH-1996", Some(3)),
            ("", None),
            ("-", None),
            ("*", None),
            ("farsi", None),
            // Locales.
            ("fa_IR", Some(1)),
            ("FA_ir", Some(1)),
            ("fa_IR.UTF-8", Some(1)),
            ("fa_IR.utf8@latin", Some(1)),
            ("fa_IR@latin", Some(1)),
            ("fa@calendar=persian", Some(1)),
            ("fa.UTF-8", Some(1)),
            ("fa_Arab-IR", Some(1)),
            ("zh_Hant_TW", Some(2)),
            ("zh_TW.Big5", None),
            ("de_CH", Some(3)),
            ("de_DE@euro", None),
            ("en_US_POSIX", Some(0)),
            ("C", None),
            ("C.UTF-8", None),
            ("POSIX", None),
            (".UTF-8", None),
            ("@latin", None),
            ("_", None),
            ("fa\u{200c}_IR", None),
        ] {
            assert_eq!(language(&languages, range), found, "{range}");
        }
    }
}

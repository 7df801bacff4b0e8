/// The position of the language that serves `range`, by the lookup of RFC 4647, section 3.4: the range is cut from its
/// end until a language of the table is left, and a subtag of one letter goes together with the one behind it.
#[must_use]
pub fn language(languages: &[&str], range: &str) -> Option<usize> {
    let mut range = range;
    loop {
        if let Some(at) = languages.iter().position(|language| language.eq_ignore_ascii_case(range)) {
            return Some(at);
        }
        (range, _) = range.rsplit_once('-')?;
        if let Some((shorter, subtag)) = range.rsplit_once('-')
            && subtag.len() == 1
        {
            range = shorter;
        }
    }
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
        ] {
            assert_eq!(language(&languages, range), found, "{range}");
        }
    }
}

//! Language tags, RFC 5646.

/// Whether `tag` has the form of a language tag: RFC 5646, section 2.1, `langtag` and `privateuse`. The irregular tags
/// of old (`i-klingon`) are left out: each has a regular successor.
pub(crate) fn is_well_formed(tag: &str) -> bool {
    let is_alphabetic = |subtag: &str| subtag.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_digits = |subtag: &str| subtag.bytes().all(|byte| byte.is_ascii_digit());
    if !tag.split('-').all(|subtag| matches!(subtag.len(), 1..=8) && subtag.bytes().all(|b| b.is_ascii_alphanumeric()))
    {
        return false;
    }
    let mut subtags = tag.split('-').peekable();
    let language = subtags.next().unwrap_or_default();
    if language.eq_ignore_ascii_case("x") {
        return subtags.peek().is_some();
    }
    if !is_alphabetic(language) || language.len() < 2 {
        return false;
    }
    if language.len() <= 3 {
        for _ in 0..3 {
            subtags.next_if(|subtag| subtag.len() == 3 && is_alphabetic(subtag));
        }
    }
    subtags.next_if(|script| script.len() == 4 && is_alphabetic(script));
    subtags.next_if(|region| region.len() == 2 && is_alphabetic(region) || region.len() == 3 && is_digits(region));
    let is_variant = |subtag: &&str| subtag.len() >= 5 || subtag.len() == 4 && subtag.as_bytes()[0].is_ascii_digit();
    while subtags.next_if(is_variant).is_some() {}
    while let Some(singleton) = subtags.next() {
        let shortest = if singleton.eq_ignore_ascii_case("x") { 1 } else { 2 };
        let is_extension = |subtag: &&str| subtag.len() >= shortest;
        if singleton.len() != 1 || subtags.next_if(is_extension).is_none() {
            return false;
        }
        while subtags.next_if(is_extension).is_some() {}
    }
    true
}

#[cfg(test)]
mod tests {
    use super::is_well_formed;

    /// The examples of RFC 5646, appendix A, but for the grandfathered one.
    #[test]
    fn the_examples_of_the_rfc_are_told_apart() {
        for tag in [
            "de",
            "fr",
            "ja",
            "zh-Hant",
            "sr-Latn",
            "zh-cmn-Hans-CN",
            "cmn-Hans-CN",
            "zh-yue-HK",
            "yue-HK",
            "zh-Hans-CN",
            "sr-Latn-RS",
            "sl-rozaj",
            "sl-rozaj-biske",
            "sl-nedis",
            "de-CH-1901",
            "sl-IT-nedis",
            "hy-Latn-IT-arevela",
            "de-DE",
            "en-US",
            "es-419",
            "de-CH-x-phonebk",
            "az-Arab-x-AZE-derbend",
            "x-whatever",
            "qaa-Qaaa-QM-x-southern",
            "de-Qaaa",
            "sr-Latn-QM",
            "sr-Qaaa-RS",
            "en-US-u-islamcal",
            "zh-CN-a-myext-x-private",
            "en-a-myext-b-another",
        ] {
            assert!(is_well_formed(tag), "{tag}");
        }
        for tag in
            ["de-419-DE", "a-DE", "", "-", "en-", "en_US", "english-language-tag", "fa IR", "x", "e", "en-a", "فا"]
        {
            assert!(!is_well_formed(tag), "{tag}");
        }
    }
}

//! Language tags, RFC 5646.

/// Whether `tag` has the form of a language tag: RFC 5646, section 2.1, `langtag` and `privateuse`. The irregular tags
/// of old (`i-klingon`) are left out: each has a regular successor.
pub(crate) fn is_well_formed(tag: &str) -> bool {
    let mut subtags = Subtags { left: tag.split('-').collect() };
    subtags.left.reverse();
    for subtag in &subtags.left {
        if !matches!(subtag.len(), 1..=8) || !subtag.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return false;
        }
    }
    let language = subtags.left.pop().unwrap_or_default();
    if language.eq_ignore_ascii_case("x") {
        return !subtags.left.is_empty();
    }
    if !is_alphabetic(language) || language.len() < 2 {
        return false;
    }
    if language.len() <= 3 {
        for _ in 0..3 {
            subtags.take(|subtag| subtag.len() == 3 && is_alphabetic(subtag));
        }
    }
    subtags.take(|script| script.len() == 4 && is_alphabetic(script));
    subtags.take(|region| match region.len() {
        2 => is_alphabetic(region),
        3 => region.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    });
    while subtags.take(|variant| variant.len() >= 5 || variant.len() == 4 && variant.as_bytes()[0].is_ascii_digit()) {}
    while let Some(singleton) = subtags.left.pop() {
        let is_extension: fn(&str) -> bool =
            if singleton.eq_ignore_ascii_case("x") { |_| true } else { |subtag| subtag.len() >= 2 };
        if singleton.len() != 1 || !subtags.take(is_extension) {
            return false;
        }
        while subtags.take(is_extension) {}
    }
    true
}

fn is_alphabetic(subtag: &str) -> bool {
    subtag.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// The subtags that are still to be read, from the last one on.
struct Subtags<'a> {
    left: Vec<&'a str>,
}

impl Subtags<'_> {
    /// Takes the next subtag if it is of this kind.
    fn take(&mut self, is_it: fn(&str) -> bool) -> bool {
        let is_next = self.left.last().is_some_and(|subtag| is_it(subtag));
        if is_next {
            self.left.pop();
        }
        is_next
    }
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

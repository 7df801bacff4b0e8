//! The direction in which a language is written.

/// Primary language subtags whose script, unless another subtag names one, is written from right to left.
const RIGHT_TO_LEFT: [&str; 33] = [
    "ar", "arc", "arq", "ary", "arz", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw",
    "ks", "lrc", "luz", "mzn", "nqo", "pnb", "prs", "ps", "rhg", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
];

/// Script subtags that say so: ISO 15924.
const RIGHT_TO_LEFT_SCRIPTS: [&str; 11] =
    ["adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa"];

/// Whether the language of a BCP 47 tag is written from right to left: by the script that the tag names, else by the
/// language's usual one.
#[must_use]
pub fn is_right_to_left(language: &str) -> bool {
    let language = language.to_ascii_lowercase();
    let mut subtags = language.split('-').take_while(|subtag| subtag.len() > 1);
    let primary = subtags.next().unwrap_or_default();
    let is_script = |subtag: &&str| subtag.len() == 4 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic());
    match subtags.find(is_script) {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
        None => RIGHT_TO_LEFT.contains(&primary),
    }
}

//! Who does what a fault says gets a sound table, or at least one without this fault.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use ineo_codes_table::{Fault, Source, read};

/// What stands between two markers.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(start)?;
    Some(rest.split_once(end)?.0)
}

/// The table once somebody did what the fault says, where that is a matter of typing.
fn followed(text: &str, fault: &Fault) -> Option<String> {
    let help = fault.help.as_deref().unwrap_or_default();
    let replaced = |new: &str| format!("{}{new}{}", &text[..fault.span.start], &text[fault.span.end..]);
    if let Some(meant) = between(&fault.label, "did you mean `", "`?") {
        let is_text = text[fault.span.clone()].starts_with('"');
        return Some(replaced(&if is_text { format!("\"{meant}\"") } else { meant.to_owned() }));
    }
    let in_table = |lines: &str| match text.split_once("[table]\n") {
        Some((before, rest)) => format!("{before}[table]\n{lines}\n{rest}"),
        None => format!("[table]\n{lines}\n\n{text}"),
    };
    if let Some(keys) = between(help, "add `", "` to `[table]`") {
        return Some(in_table(&keys.replace("` and `", "\n")));
    }
    if let Some(repr) = between(help, "set `repr = ", "` in `[table]`") {
        let repr = repr.replace("` and `", "\n");
        let text = text.lines().filter(|line| !line.starts_with("repr = ")).map(|line| format!("{line}\n"));
        let text: String = text.collect();
        return Some(match text.split_once("[table]\n") {
            Some((before, rest)) => format!("{before}[table]\nrepr = {repr}\n{rest}"),
            None => format!("[table]\nrepr = {repr}\n\n{text}"),
        });
    }
    if let Some(new) = help.strip_prefix("write `").and_then(|rest| rest.split_once('`')) {
        return (!new.0.contains('…') && !fault.span.is_empty() && !new.0.starts_with('[')).then(|| replaced(new.0));
    }
    None
}

/// Whether one fault of the table hides another, which is reported once the first is fixed.
fn is_uncovering(name: &str) -> bool {
    name.starts_with("unknown_key") || ["multi_line_text_with_headers", "language_ill_formed"].contains(&name)
}

/// The places that have to be fixed.
fn count(faults: &[Fault]) -> usize {
    faults.iter().map(|fault| 1 + fault.others.len()).sum()
}

#[test]
fn what_a_fault_says_leads_on() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults");
    let mut followed_in = BTreeSet::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it is readable").path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let name = path.file_stem().expect("it is a file").to_string_lossy().into_owned();
        let before = Source::new("codes.toml", fs::read_to_string(&path).expect("it is readable"));
        let faults = read(&before).faults;
        for fault in &faults {
            let Some(text) = followed(before.text(), fault) else { continue };
            let source = Source::new("codes.toml", text);
            let left = read(&source);
            assert!(
                count(&left.faults) < count(&faults) || is_uncovering(&name),
                "{name}: {:?} leads to\n{}\n{}",
                fault.help,
                source.text(),
                left.render(&source).join("\n\n")
            );
            followed_in.insert(name.clone());
        }
    }
    // If helps were worded so that none of them is understood here, this would test nothing.
    for name in [
        "code_text_leading_zero",
        "code_text_hexadecimal_upper",
        "code_text_persian_digits",
        "toml_persian_digits",
        "toml_leading_zero",
        "language_alone",
        "languages_of_some_rows",
        "code_negative_without_repr",
        "code_outside_in_every_row",
        "repr_unknown",
        "category_unknown",
    ] {
        assert!(followed_in.contains(name), "the help of {name} is not followed");
    }
}

#[track_caller]
fn assert_sound(text: &str) {
    let source = Source::new("codes.toml", text);
    let reading = read(&source);
    assert!(reading.faults.is_empty(), "{text}\n{}", reading.render(&source).join("\n\n"));
}

/// The helps that leave something to choose.
#[test]
fn what_a_fault_leaves_to_choose_leads_on() {
    let shared = "[table]\nshared-names = [\"failed\"]\n";
    let row = |code: u16, variant: &str| format!("[[code]]\ncode = {code}\nname = \"failed\"\n{variant}\n");
    assert_sound(&format!("{shared}{}{}", row(1, ""), row(2, "variant = \"Failed2\"")));
    // A message may go if no other row has one, and may not be blank in any case.
    assert_sound("[[code]]\ncode = 1\nname = \"a\"\n");
    assert_sound(
        "[table]\nlanguages = [\"en\"]\npartial-languages = [\"fa\"]\n\n[[code]]\ncode = 1\nname = \"a\"\nmessage = { en = \"One.\" }\n",
    );
    // Joiners are part of how words of Persian and Hindi are written.
    assert_sound(
        "[table]\nlanguages = [\"fa\", \"hi\"]\n\n[[code]]\ncode = 1\nname = \"می‌شود\"\nvariant = \"A\"\nmessage = { fa = \"نمی‌شود\", hi = \"क्‍ष\" }\n",
    );
}

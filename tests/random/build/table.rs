//! From a model to the text of a table, each time in another way of writing.

use std::fmt::Write as _;

use fastrand::Rng;

use crate::model::{Meaning, Model, Retry};

pub(crate) fn of(model: &Model, random: &mut Rng) -> String {
    let mut table = String::from("[table]\n");
    // What goes without saying is at times said.
    if model.repr != "u16" || random.bool() {
        _ = writeln!(table, "repr = \"{}\"", model.repr);
    }
    if model.declares_languages {
        let (required, partial) = model.languages.split_at(model.required_languages);
        _ = writeln!(table, "languages = {required:?}");
        if !partial.is_empty() || random.bool() {
            _ = writeln!(table, "partial-languages = {partial:?}");
        }
    }
    if !model.shared_names.is_empty() {
        let names: Vec<String> = model.shared_names.iter().map(|name| quoted(name, random)).collect();
        _ = writeln!(table, "shared-names = [{}]", names.join(", "));
    }
    if !model.categories.is_empty() {
        table += "\n[categories]\n";
    }
    for category in &model.categories {
        _ = match category.http {
            Some(http) => writeln!(table, "{} = {{ doc = \"A category.\", http = {http} }}", category.name),
            None => writeln!(table, "{} = \"A category.\"", category.name),
        };
    }
    table += "\n[unrecognized]\n";
    meaning(&mut table, &model.unrecognized, model, false, "\n", random);
    message(&mut table, &model.unrecognized_messages, model, random);
    table += "ranges = [\n";
    for (from, to, of_range) in &model.ranges {
        _ = write!(table, "    {{ from = {}, to = {}, ", integer(*from, random), integer(*to, random));
        meaning(&mut table, of_range, model, true, ", ", random);
        table.truncate(table.trim_end_matches(", ").len());
        table += " },\n";
    }
    table += "]\n";
    for row in &model.rows {
        _ = write!(table, "\n[[code]]\ncode = {}\n", integer(row.code, random));
        let names: Vec<String> = row.names.iter().map(|name| quoted(name, random)).collect();
        _ = writeln!(table, "name = {}", names[0]);
        if names.len() > 1 || random.u8(..) < 20 {
            _ = writeln!(table, "aliases = [{}]", names[1..].join(", "));
        }
        if row.has_variant {
            _ = writeln!(table, "variant = \"{}\"", row.variant);
        }
        meaning(&mut table, &row.meaning, model, false, "\n", random);
        message(&mut table, &row.messages, model, random);
        if let Some(note) = &row.deprecated {
            _ = writeln!(table, "deprecated = {}", quoted(note, random));
        }
    }
    table
}

/// `inherits` says that without a category of its own, the advice comes from `[unrecognized]`.
fn meaning(table: &mut String, meaning: &Meaning, model: &Model, inherits: bool, end: &str, random: &mut Rng) {
    let inherits = inherits && model.categories.is_empty();
    if let Some(category) = model.categories.get(meaning.category) {
        _ = write!(table, "category = \"{}\"{end}", category.name);
    }
    match meaning.retry {
        Retry::Never if !inherits && random.bool() => {}
        Retry::Never => _ = write!(table, "retry = \"never\"{end}"),
        Retry::Backoff => _ = write!(table, "retry = \"backoff\"{end}"),
        Retry::After(seconds) => _ = write!(table, "retry = {{ after-seconds = {seconds} }}{end}"),
    }
}

fn message(table: &mut String, messages: &[Option<String>], model: &Model, random: &mut Rng) {
    let texts = model.languages.iter().zip(messages).filter_map(|(language, text)| Some((language, text.as_ref()?)));
    let texts: Vec<_> = texts.map(|(language, text)| (language, quoted(text, random))).collect();
    match texts.as_slice() {
        [] => {}
        [(_, text)] if model.languages.len() == 1 => _ = writeln!(table, "message = {text}"),
        texts if random.bool() => {
            for (language, text) in texts {
                _ = writeln!(table, "message.{language} = {text}");
            }
        }
        texts => {
            let texts: Vec<String> = texts.iter().map(|(language, text)| format!("{language} = {text}")).collect();
            _ = writeln!(table, "message = {{ {} }}", texts.join(", "));
        }
    }
}

/// An integer of TOML's in one of the ways to write it.
fn integer(integer: i128, random: &mut Rng) -> String {
    match random.u8(..8) {
        0 if integer >= 0 => format!("0x{integer:x}"),
        1 if integer >= 0 => format!("0o{integer:o}"),
        2 if integer >= 0 => format!("0b{integer:b}"),
        3 if integer >= 0 => format!("+{integer}"),
        4 if integer > 9 => {
            let (front, last) = (integer / 10, integer % 10);
            format!("{front}_{last}")
        }
        _ => integer.to_string(),
    }
}

/// A text of TOML's in one of the ways to write it.
fn quoted(text: &str, random: &mut Rng) -> String {
    if random.bool() && !text.contains(['\'', '\n', '\t']) {
        return format!("'{text}'");
    }
    let escapes_all = random.u8(..) < 40;
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted += "\\\"",
            '\\' => quoted += "\\\\",
            // One line ending, however it is written.
            '\n' => quoted += random.choice(["\\n", "\\r\\n"]).expect("there are two"),
            '\t' => quoted += "\\t",
            c if escapes_all => _ = write!(quoted, "\\U{:08X}", u32::from(c)),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

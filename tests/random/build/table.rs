//! From a model to the text of a table, each time in another way of writing.

use std::fmt::Write as _;

use fastrand::Rng;

use crate::model::{ColumnKind, Meaning, Model, Retry, Value};

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
    if model.is_hexadecimal {
        table += "radix = 16\n";
    }
    for (key, affix) in [("strip-prefix", model.prefix), ("strip-suffix", model.suffix)] {
        match affix {
            "" => {}
            // The longest that fits is cut off.
            affix if random.bool() => _ = writeln!(table, "{key} = [\"{affix}\", \"{affix}{affix}\"]"),
            affix => _ = writeln!(table, "{key} = \"{affix}\""),
        }
    }
    if model.has_optional_messages {
        table += "messages = \"optional\"\n";
    }
    if !model.reserved.is_empty() {
        let codes: Vec<String> = model.reserved.iter().map(|code| integer(*code, random)).collect();
        _ = writeln!(table, "reserved-codes = [{}]\nreserved-names = [\"reserved\"]", codes.join(", "));
    }
    if !model.shared_names.is_empty() {
        let names: Vec<String> = model.shared_names.iter().map(|name| quoted(name, random)).collect();
        _ = writeln!(table, "shared-names = [{}]", names.join(", "));
    }
    if !model.categories.is_empty() {
        table += "\n[categories]\n";
    }
    for (at, category) in model.categories.iter().enumerate() {
        let codes: Vec<String> = model
            .by_code
            .iter()
            .filter(|(_, _, category)| *category == at)
            .map(|(from, to, _)| format!("{{ from = {}, to = {} }}", integer(*from, random), integer(*to, random)))
            .collect();
        let mut keys = vec!["doc = \"A category.\"".to_owned()];
        keys.extend(category.http.map(|http| format!("http = {http}")));
        keys.extend(category.is_success.then(|| "success = true".to_owned()));
        keys.extend(category.retry.map(|retry| format!("retry = {}", advice(retry))));
        keys.extend((!codes.is_empty()).then(|| format!("codes = [{}]", codes.join(", "))));
        _ = match keys.len() {
            1 => writeln!(table, "{} = \"A category.\"", category.name),
            _ => writeln!(table, "{} = {{ {} }}", category.name, keys.join(", ")),
        };
    }
    columns(&mut table, model, random);
    table += "\n[unrecognized]\n";
    let of_category = model.retry_of(model.unrecognized.category);
    meaning(&mut table, &model.unrecognized, model, Some(model.unrecognized.category), of_category, "\n", random);
    message(&mut table, &model.unrecognized_messages, model, random);
    for range in &model.ranges {
        let (from, to) = (integer(range.from, random), integer(range.to, random));
        _ = write!(table, "\n[[unrecognized.ranges]]\nfrom = {from}\nto = {to}\n");
        if let Some(name) = &range.name {
            _ = writeln!(table, "name = {}", quoted(name, random));
        }
        let category = range.meaning.category;
        // Without categories the advice comes from `[unrecognized]`.
        let inherited = if model.categories.is_empty() { model.unrecognized.retry } else { model.retry_of(category) };
        meaning(&mut table, &range.meaning, model, Some(category), inherited, "\n", random);
        message(&mut table, &range.messages, model, random);
    }
    for row in &model.rows {
        _ = write!(table, "\n[[code]]\ncode = {}\n", integer(row.code, random));
        let names: Vec<String> = row.names.iter().map(|name| quoted(name, random)).collect();
        if !row.is_nameless {
            _ = writeln!(table, "name = {}", names[0]);
        }
        if names.len() > 1 || random.u8(..) < 20 {
            _ = writeln!(table, "aliases = [{}]", names[1..].join(", "));
        }
        if row.has_variant {
            _ = writeln!(table, "variant = \"{}\"", row.variant);
        }
        let listing = model.by_code.iter().find(|(from, to, _)| (*from..=*to).contains(&row.code));
        let is_known = listing.is_some_and(|(_, _, category)| *category == row.meaning.category);
        let category = (!is_known || random.bool()).then_some(row.meaning.category);
        meaning(&mut table, &row.meaning, model, category, model.retry_of(row.meaning.category), "\n", random);
        message(&mut table, &row.messages, model, random);
        if let Some(note) = &row.deprecated {
            _ = writeln!(table, "deprecated = {}", quoted(note, random));
        }
    }
    table
}

fn columns(table: &mut String, model: &Model, random: &mut Rng) {
    if !model.columns.is_empty() {
        *table += "\n[columns]\n";
    }
    for (at, column) in model.columns.iter().enumerate() {
        let kind = match column.kind {
            ColumnKind::Text => "text",
            ColumnKind::Boolean => "bool",
            ColumnKind::Message => "message",
            ColumnKind::Integer(kind, ..) => kind,
        };
        let default = column.default.as_ref().map(|default| value(default, model, random));
        _ = match default {
            Some(default) => writeln!(table, "column_{at} = {{ type = \"{kind}\", default = {default} }}"),
            None if column.is_optional => writeln!(table, "column_{at} = {{ type = \"{kind}\", optional = true }}"),
            None => writeln!(table, "column_{at} = \"{kind}\""),
        };
    }
}

fn value(value: &Value, model: &Model, random: &mut Rng) -> String {
    match value {
        Value::Text(text) => quoted(text, random),
        Value::Boolean(value) => value.to_string(),
        Value::Integer(number) if *number > i128::from(i64::MAX) => number.to_string(),
        Value::Integer(number) => integer(*number, random),
        Value::Message(texts) => match texts.as_slice() {
            [Some(text)] => quoted(text, random),
            texts => {
                let texts = model.languages.iter().zip(texts);
                let texts = texts.filter_map(|(language, text)| Some((language, quoted(text.as_ref()?, random))));
                let texts: Vec<String> = texts.map(|(language, text)| format!("{language} = {text}")).collect();
                format!("{{ {} }}", texts.join(", "))
            }
        },
    }
}

fn advice(retry: Retry) -> String {
    match retry {
        Retry::Never => "\"never\"".to_owned(),
        Retry::Backoff => "\"backoff\"".to_owned(),
        Retry::After(seconds) => format!("{{ after-seconds = {seconds} }}"),
    }
}

/// `category` is the one that is written, and `inherited` the advice that holds where none is written.
fn meaning(
    table: &mut String,
    meaning: &Meaning,
    model: &Model,
    category: Option<usize>,
    inherited: Retry,
    end: &str,
    random: &mut Rng,
) {
    if let Some(category) = category.and_then(|category| model.categories.get(category)) {
        _ = write!(table, "category = \"{}\"{end}", category.name);
    }
    if meaning.retry != inherited || random.bool() {
        _ = write!(table, "retry = {}{end}", advice(meaning.retry));
    }
    if let Some(http) = meaning.http {
        _ = write!(table, "http = {http}{end}");
    }
    for (at, given) in meaning.values.iter().enumerate() {
        if let Some(given) = given {
            _ = write!(table, "column_{at} = {}{end}", value(given, model, random));
        }
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

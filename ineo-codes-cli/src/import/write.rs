//! TOML as the tables of this project are written.

use toml_writer::{ToTomlKey as _, ToTomlValue as _, TomlKeyBuilder, TomlStringBuilder};

/// The widest line of an array, as formatters of TOML have it.
const WIDTH: usize = 80;

/// A text in quotes: on one line if it is one.
pub(crate) fn text(text: &str) -> String {
    let builder = TomlStringBuilder::new(text);
    let chosen = if text.contains('\n') {
        Some(builder.as_ml_basic())
    } else {
        builder.as_basic_pretty().or_else(|| builder.as_literal())
    };
    chosen.unwrap_or_else(|| builder.as_basic()).to_toml_value()
}

/// A text in quotes, on one line in any case.
pub(crate) fn line(text: &str) -> String {
    if text.contains('\n') { TomlStringBuilder::new(text).as_basic().to_toml_value() } else { self::text(text) }
}

/// A text in the kind of quotes that `like` has, if they can hold it.
pub(crate) fn text_like(text: &str, like: &str) -> String {
    let builder = TomlStringBuilder::new(text);
    let chosen = match like.as_bytes() {
        [b'\'', b'\'', b'\'', ..] => builder.as_ml_literal(),
        [b'"', b'"', b'"', ..] => Some(builder.as_ml_basic()),
        [b'\'', ..] => builder.as_literal(),
        [b'"', ..] if !text.contains('\n') => Some(builder.as_basic()),
        _ => None,
    };
    chosen.map_or_else(|| self::text(text), |chosen| chosen.to_toml_value())
}

/// A key, in quotes if it must be.
pub(crate) fn key(key: &str) -> String {
    TomlKeyBuilder::new(key).as_default().to_toml_key()
}

/// `key = ["a", "b"]`, on several lines if it is long.
pub(crate) fn array(key: &str, elements: &[String]) -> String {
    let line = format!("{key} = [{}]", elements.join(", "));
    if line.chars().count() <= WIDTH {
        return line;
    }
    let lines: Vec<String> = elements.iter().map(|element| format!("  {element},\n")).collect();
    format!("{key} = [\n{}]", lines.concat())
}

//! From bytes to text.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use ineo_codes_table::{Fault, Source};

use super::sheet::Problem;
use crate::failure::Failure;

/// Decodes an input: UTF-8, UTF-16 with a byte order mark, or the encoding that is named.
pub(crate) fn decode(name: &str, bytes: &[u8], encoding: Option<&str>) -> Result<Source, (Source, Problem)> {
    let encoding = match encoding {
        Some(label) => {
            if let Some(encoding) = Encoding::for_label(label.as_bytes()) {
                encoding
            } else {
                let failure = Failure::new(format!("`{label}` is not an encoding"))
                    .help("use a label of the WHATWG's Encoding Standard, such as `windows-1252` or `utf-16le`");
                return Err((Source::new(name, ""), failure.into()));
            }
        }
        None => match bytes {
            [0xFF, 0xFE, ..] => UTF_16LE,
            [0xFE, 0xFF, ..] => UTF_16BE,
            _ => UTF_8,
        },
    };
    let (text, is_faulty) = encoding.decode_with_bom_removal(bytes);
    if !is_faulty {
        return Ok(Source::new(name, text));
    }
    // What was read before the first malformed byte, so that the fault has a place.
    let at = text.find('\u{FFFD}').unwrap_or_default();
    let source = Source::new(name, text[..at].to_owned());
    let fault = Fault::new(&(at..at), format!("the input is not {}", encoding.name()));
    let fault = fault.label("from here on").help("save it as UTF-8, or name its encoding: `--encoding windows-1252`");
    Err((source, fault.into()))
}

//! The file that an export replaces, and whether it is up to date.

use std::path::Path;

use similar::TextDiff;

use crate::failure::Failure;
use crate::files;
use crate::streams::escaped;

/// What is there before the export.
pub(super) struct Existing {
    name: String,
    /// `None` if there is no file.
    text: Option<String>,
}

impl Existing {
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let text = if path.exists() {
            // What is not UTF-8 is not an export, and is shown as far as it can be.
            Some(String::from_utf8_lossy(&files::read(path)?).into_owned())
        } else {
            None
        };
        Ok(Self { name: files::shown(path), text })
    }

    /// As a unified diff, which is empty if there is no file; `None` if the file is up to date. A checkout may have written
    /// the line ends as CRLF, and an editor a byte order mark.
    pub(super) fn difference(&self, wanted: &str) -> Option<String> {
        let Some(text) = &self.text else { return Some(String::new()) };
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n");
        if text == wanted {
            return None;
        }
        let diff = TextDiff::from_lines(text.as_str(), wanted);
        let name = &self.name;
        let diff = diff.unified_diff().context_radius(3).header(name, &format!("{name} (exported now)")).to_string();
        Some(diff.split_inclusive('\n').map(|line| format!("{}\n", escaped(line.trim_end_matches('\n')))).collect())
    }

    /// What is wrong with a file that is not up to date.
    pub(super) fn complaint(&self, table: &str) -> String {
        match self.text {
            Some(_) => format!("`{}` is not up to date with `{table}`", self.name),
            None => format!("there is no file `{}`", self.name),
        }
    }

    /// `text` with the line ends, and the byte order mark, that the file has.
    pub(super) fn in_its_form(&self, text: String) -> String {
        let Some(existing) = &self.text else { return text };
        let text = if existing.contains("\r\n") { text.replace('\n', "\r\n") } else { text };
        files::marked_as(existing, text)
    }
}

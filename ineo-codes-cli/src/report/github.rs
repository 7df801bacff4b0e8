//! Annotations of GitHub Actions: "Workflow commands for GitHub Actions", "Setting an error message".

use crate::finding::Finding;
use crate::streams::{Level, escaped};

/// One annotation a line.
pub(crate) fn github(findings: &[Finding]) -> String {
    findings.iter().map(annotation).collect()
}

fn annotation(finding: &Finding) -> String {
    let command = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    let mut properties = format!("file={}", property(finding.source.name()));
    if let Some(at) = finding.region() {
        properties.push_str(&format!(",line={},endLine={},col={}", at.line, at.end_line, at.column));
        if at.end_line == at.line {
            properties.push_str(&format!(",endColumn={}", at.end_column));
        }
    }
    properties.push_str(&format!(",title={}", property(finding.rule)));
    format!("::{command} {properties}::{}\n", message(&finding.words()))
}

/// A message: everything that would end it, or move a cursor, is escaped.
fn message(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(|line| escaped(line).replace('%', "%25")).collect();
    lines.join("%0A")
}

fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

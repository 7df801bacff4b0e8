//! JSON: findings as one object, and how the command writes any JSON.

use serde_json::{Value, json};

use crate::finding::{Finding, Region};
use crate::streams::escaped;

/// A value on several lines, with a line break at the end. It may be shown in a terminal, so every character that would
/// garble that is escaped.
pub(crate) fn pretty(value: &Value) -> String {
    let mut text = String::new();
    for c in format!("{value:#}\n").chars() {
        // Such characters are inside of texts, where JSON has escapes for them.
        if c == '\n' || c.is_ascii_graphic() || c == ' ' || escaped(c.encode_utf8(&mut [0; 4])) == c.to_string() {
            text.push(c);
        } else {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                text.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    text
}

/// `{"version": 1, "findings": […]}`; lines and columns count from 1, columns in characters.
pub(crate) fn json(findings: &[Finding]) -> String {
    let findings: Vec<Value> = findings.iter().map(finding).collect();
    pretty(&json!({ "version": 1, "findings": findings }))
}

fn finding(finding: &Finding) -> Value {
    let fault = &finding.fault;
    let mut value = json!({
        "level": finding.level.name(),
        "rule": finding.rule,
        "message": fault.title,
        "file": finding.source.name(),
    });
    if let Some(at) = finding.region() {
        value["region"] = region(at);
    }
    if !fault.label.is_empty() {
        value["label"] = fault.label.as_str().into();
    }
    let related: Vec<Value> =
        finding.related().map(|(at, label)| json!({ "region": region(at), "label": label })).collect();
    if !related.is_empty() {
        value["related"] = related.into();
    }
    if let Some(help) = &fault.help {
        value["help"] = help.as_str().into();
    }
    value
}

fn region(region: Region) -> Value {
    let Region { line, column, end_line, end_column } = region;
    json!({ "line": line, "column": column, "endLine": end_line, "endColumn": end_column })
}

//! SARIF 2.1.0: Static Analysis Results Interchange Format, OASIS Standard.

use serde_json::{Value, json};

use super::Rule;
use super::json::pretty;
use crate::finding::{Finding, Region};

/// One run with all findings as its results.
pub(crate) fn sarif(findings: &[Finding], rules: &[Rule]) -> String {
    let all: Vec<Value> =
        rules.iter().map(|rule| json!({ "id": rule.name, "shortDescription": { "text": rule.description } })).collect();
    let results: Vec<Value> = findings.iter().map(|finding| result(finding, rules)).collect();
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "ineo-codes", "rules": all } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    pretty(&log)
}

fn result(finding: &Finding, rules: &[Rule]) -> Value {
    let mut result = json!({
        "ruleId": finding.rule,
        "level": finding.level.name(),
        "message": { "text": finding.words() },
        "locations": [{ "physicalLocation": location(finding.source.name(), finding.region()) }],
    });
    if let Some(index) = rules.iter().position(|rule| rule.name == finding.rule) {
        result["ruleIndex"] = index.into();
    }
    let related: Vec<Value> = finding
        .related()
        .map(|(at, label)| {
            let place = location(finding.source.name(), Some(at));
            json!({ "physicalLocation": place, "message": { "text": label } })
        })
        .collect();
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    result
}

fn location(file: &str, region: Option<Region>) -> Value {
    let mut location = json!({ "artifactLocation": { "uri": uri(file) } });
    if let Some(Region { line, column, end_line, end_column }) = region {
        location["region"] =
            json!({ "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column });
    }
    location
}

/// A path as a relative or absolute reference of RFC 3986.
fn uri(path: &str) -> String {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    let mut uri = String::new();
    // `C:/…` would be a scheme.
    if path.starts_with('/') {
        uri.push_str("file://");
    } else if path.as_bytes().get(1) == Some(&b':') {
        uri.push_str("file:///");
    }
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

//! One JSON object.

use serde_json::{Value, json};

use crate::finding::{Finding, Region};

/// `{"version": 1, "findings": […]}`; lines and columns count from 1, columns in characters.
pub(crate) fn json(findings: &[Finding]) -> String {
    let findings: Vec<Value> = findings.iter().map(finding).collect();
    format!("{:#}\n", json!({ "version": 1, "findings": findings }))
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
    if let Some((at, label)) = finding.second() {
        value["related"] = json!([{ "region": region(at), "label": label }]);
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

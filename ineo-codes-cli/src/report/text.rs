//! For people: as rustc draws its errors.

use crate::finding::{FAULT, Finding};
use crate::streams::escaped;

/// Each finding with the lines that it is about, and a blank line behind it.
pub(crate) fn text(findings: &[Finding]) -> String {
    let mut text = String::new();
    for finding in findings {
        let style = finding.level.style();
        let rule = if finding.rule == FAULT { String::new() } else { format!("[{}]", finding.rule) };
        text.push_str(&format!("{style}{}{rule}{style:#}: ", finding.level.name()));
        if finding.has_place {
            text.push_str(&finding.fault.render(&finding.source));
        } else {
            text.push_str(&escaped(&finding.fault.title));
            if let Some(help) = &finding.fault.help {
                text.push_str(&format!("\n  = help: {}", escaped(help)));
            }
        }
        text.push_str("\n\n");
    }
    text
}

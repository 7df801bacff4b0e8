//! What answers cost in memory, measured by an allocator that counts.

use ineo_codes::Response;
use serde::de::IgnoredAny;

const LENGTH: usize = 100_000;

/// The bytes that reading and displaying takes at its peak, for each byte of the answer.
#[allow(clippy::cast_precision_loss, reason = "both numbers are small")]
fn cost(answer: &str) -> f64 {
    fn cost_as<T: for<'a> serde::Deserialize<'a>>(answer: &str) -> f64 {
        let allocated = allocation_counter::measure(|| {
            let response = serde_json::from_str::<Response<T>>(answer);
            let _displayed = match response.map(Response::into_result) {
                Ok(Err(error)) => error.to_string(),
                Err(error) => error.to_string(),
                Ok(Ok(_)) => String::new(),
            };
        });
        allocated.bytes_max as f64 / answer.len() as f64
    }
    cost_as::<u8>(answer).max(cost_as::<Option<bool>>(answer)).max(cost_as::<IgnoredAny>(answer))
}

#[test]
fn memory_is_in_proportion_to_the_answer() {
    let many = |part: &str| part.repeat(LENGTH / part.len());
    // What is skipped costs nothing.
    for answer in [
        format!(r#"{{"ok": false, "status": 404, "result": [{}[]]}}"#, many("[],")),
        format!(r#"{{"ok": false, "status": 404, "result": {{{}"": 0}}}}"#, many(r#""":{},"#)),
        format!(r#"{{"ok": false, "status": 404, "x": "{}"}}"#, many("x")),
        format!(r#"{{{}"ok": false, "status": 404}}"#, many(r#""x":[0,0],"#)),
        format!(r#"{{"{}": 0, "ok": false, "status": 404}}"#, many("x")),
        format!(r#"{{"ok": false, "status": 404, {}"ok": false}}"#, many(r#""ok":false,"#)),
        format!(r#"{{"ok": true, "result": [{}0]}}"#, many("0,")),
        format!("[{}0]", many("[0],")),
    ] {
        let cost = cost(&answer);
        assert!(cost < 0.1, "{cost} bytes for each byte of {answer:.80}");
    }
    // Text is kept as sent, while it grows, and escaped; the longest escape takes 8 bytes instead of 3.
    for text in ["x", "\\n", "\\u202e", "\u{202e}", "\u{9b}", "\\u0000"] {
        let text = many(text);
        for answer in [
            format!(r#"{{"ok": false, "status": 404, "message": "{text}"}}"#),
            format!(r#"{{"ok": false, "status": "{text}"}}"#),
            format!(r#"{{"ok": false, "status": "{text}", "message": "x{text}"}}"#),
            format!(r#"{{"ok": false, "status_code": "{text}"}}"#),
            format!(r#"{{"ok": "{text}"}}"#),
            format!(r#"{{"ok": true, "result": "{text}"}}"#),
            format!(r#"{{"result": "{text}", "ok": false}}"#),
        ] {
            let cost = cost(&answer);
            assert!(cost < 20.0, "{cost} bytes for each byte of {answer:.80}");
        }
    }
}

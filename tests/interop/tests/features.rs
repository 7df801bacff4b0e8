//! What a feature costs: the crates that it brings, and none while it is off.

use std::collections::BTreeSet;
use std::process::Command;

/// The crates that users of `ineo-codes` compile for their program with these features, besides the crate itself.
fn crates(features: &str) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--package", "ineo-codes", "--edges", "normal,no-proc-macro", "--prefix", "none"])
        .args(["--depth", "1", "--format", "{lib}", "--features", features])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo can be run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8").lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn a_feature_that_is_off_brings_no_crate() {
    assert_eq!(crates(""), BTreeSet::new());
    for (feature, brought) in [
        ("serde", &["serde"][..]),
        ("http", &["http"]),
        ("schemars", &["schemars", "serde_json"]),
        ("utoipa", &["utoipa", "serde_json"]),
        ("arbitrary", &["arbitrary"]),
        ("defmt", &["defmt"]),
    ] {
        assert_eq!(crates(feature), brought.iter().map(|name| (*name).to_owned()).collect(), "{feature}");
    }
}

//! What the feature `arbitrary_precision` of `serde_json` changes: nothing.

use ineo_codes_tests::{cargo, copy_package, run, scratch, target, workspace};

#[test]
fn codes_and_answers_are_read_under_arbitrary_precision() {
    let package = scratch("arbitrary_precision");
    copy_package(&workspace().join("tests/builds/arbitrary_precision"), &package);
    let report = run(cargo(&package, &target()).args(["test", "--quiet"]));
    assert!(report.contains("4 passed; 0 failed"), "{report}");
}

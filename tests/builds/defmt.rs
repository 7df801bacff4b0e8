//! Logs of defmt, written as firmware writes them and read as on its host.

use ineo_codes_tests::{cargo, copy, copy_package, run, scratch, target, workspace};

#[test]
fn codes_are_logged_as_they_are_displayed() {
    let package = scratch("defmt");
    copy_package(&workspace().join("tests/builds/defmt"), &package);
    copy(&workspace().join("tests/fixtures"), &package.join("fixtures"));
    let report = run(cargo(&package, &target()).args(["test", "--quiet"]));
    assert!(!cfg!(target_os = "linux") || report.contains(" passed; 0 failed"), "{report}");
}

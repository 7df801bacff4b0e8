//! A row that is added to a table breaks exactly the builds that asked to be told.

use ineo_codes_tests::{Package, output, run};

const TABLE: &str = "
[categories]
fine = \"Nothing is wrong.\"
broken = \"Something is.\"

[unrecognized]
category = \"broken\"

[[code]]
code = 1
name = \"good\"
category = \"fine\"

[[code]]
code = 2
name = \"bad\"
category = \"broken\"
";

const ROW: &str = "
[[code]]
code = 3
name = \"worse\"
category = \"broken\"
";

fn enum_of(rest: &str) -> String {
    format!(
        "//! A crate.\n\n#[ineo_codes::codes(\"table.toml\")]\npub enum Codes {{}}\n\n\
         /// What to do.\n#[derive(ineo_codes::FromCode)]\n#[from_code(Codes)]\npub enum Outcome {{\n    \
         /// Go on.\n    #[from_code(category = Fine)]\n    Go,\n    /// Stop.\n    #[from_code(Bad)]\n    Stop,\n    {rest}\n}}\n"
    )
}

#[test]
fn a_new_row_breaks_the_enum_without_a_rest() {
    let package = Package::new("exhaustive", "");
    package.write("src/lib.rs", &enum_of("/// Ask.\n    #[from_code(unrecognized)]\n    Ask(Codes),"));
    package.write("table.toml", TABLE);
    run(package.cargo().args(["check", "--quiet"]));

    package.write("table.toml", &format!("{TABLE}{ROW}"));
    let errors = output(package.cargo().args(["check", "--quiet"])).unwrap_err();
    assert!(errors.contains("no arm of `Outcome` covers 3 worse: add arms"), "{errors}");
    assert_eq!(errors.matches("error[").count(), 1, "{errors}");
}

#[test]
fn a_new_row_leaves_the_enum_with_a_rest_alone() {
    let package = Package::new("with-rest", "");
    package.write("src/lib.rs", &enum_of("/// Ask.\n    #[from_code(_)]\n    Ask(Codes),"));
    for table in [TABLE.to_owned(), format!("{TABLE}{ROW}")] {
        package.write("table.toml", &table);
        run(package.cargo().args(["check", "--quiet"]));
    }
}

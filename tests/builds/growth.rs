//! A row that is added to a table breaks exactly the builds that asked for it: enums without `_`.

use std::fmt::Write as _;

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
    assert!(errors.contains("no arm of `Outcome` covers 3 Worse: "), "{errors}");
    assert!(errors.contains("an arm with `#[from_code(3)]`\n"), "{errors}");
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

/// The compiler refuses constants that take too long to evaluate: it counts steps, not seconds.
#[test]
fn ten_thousand_rows_and_a_thousand_selectors_are_checked_within_the_compilers_limit() {
    let mut table = String::from("[categories]\nfine = \"Fine.\"\n\n[unrecognized]\ncategory = \"fine\"\n");
    for code in 0..10_000 {
        _ = write!(table, "\n[[code]]\ncode = {code}\nname = \"name_{code}\"\ncategory = \"fine\"\n");
    }
    let mut arms = String::new();
    for first in (0..50_000).step_by(100) {
        let last = first + 49;
        let other = if last + 1 < 10_000 { format!(" | {}", last + 1) } else { String::new() };
        _ = writeln!(arms, "#[from_code({first}..={last}{other})] From{first},");
    }
    let program = |rest: &str| {
        format!(
            "#[ineo_codes::codes(\"table.toml\")] pub enum Codes {{}}\n\
             #[derive(ineo_codes::FromCode)] #[from_code(Codes)] pub enum Outcome {{ {arms}{rest} }}\n"
        )
    };
    let package = Package::new("large", "");
    package.write("table.toml", &table);
    package.write("src/lib.rs", &program("#[from_code(_)] Rest"));
    run(package.cargo().args(["check", "--quiet"]));

    package.write("src/lib.rs", &program(""));
    let errors = output(package.cargo().args(["check", "--quiet"])).unwrap_err();
    assert!(
        errors.contains(" and unlisted codes: add an arm with `#[from_code(_)]` for all that is left\n"),
        "{errors}"
    );
}

/// The text of an error has a limited length.
#[test]
fn an_error_about_variants_with_long_names_is_cut_at_its_end() {
    let mut table = String::new();
    for code in 0..3 {
        let name = "ä".repeat(3000);
        _ = write!(table, "[[code]]\ncode = {code}\nname = \"{name}_{code}\"\n");
    }
    let package = Package::new("long-names", "");
    package.write("table.toml", &table);
    package.write(
        "src/lib.rs",
        "#[ineo_codes::codes(\"table.toml\")] pub enum Codes {}\n\
         #[derive(ineo_codes::FromCode)] #[from_code(Codes)] pub enum Outcome { #[from_code(unrecognized)] New }\n",
    );
    let errors = output(package.cargo().args(["check", "--quiet"])).unwrap_err();
    let error = errors.lines().find(|line| line.contains("no arm of `Outcome` covers 0 Ää")).expect("it is reported");
    assert!(error.ends_with(" and 2 more codes: add an arm with `#[from_code(_)]` for all that is left, or an arm with `#[from_code(0 | 1 | 2)]`"), "{error}");
}

//! Enums that `FromCode` rejects, and what the compiler says of them.

#[test]
fn wrong_enums_are_errors_at_the_arm_that_is_wrong() {
    trybuild::TestCases::new().compile_fail("compile-fail/from_code/*.rs");
}

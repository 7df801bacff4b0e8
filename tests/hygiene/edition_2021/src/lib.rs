//! Tables in a crate of an older edition.

/// A table with everything.
#[ineo_codes::codes("../hostile.toml")]
pub enum Hostile {}

/// A table with next to nothing, and a name that later editions reserve.
#[ineo_codes::codes("../plain.toml")]
#[allow(non_camel_case_types)]
pub enum gen {}

/// A table of texts.
#[ineo_codes::codes("../texts.toml")]
pub enum Texts {}

/// A hand-written enum that is checked against the texts.
#[derive(ineo_codes::FromCode)]
#[from_code(Texts)]
pub enum TextOutcome {
    /// A category.
    #[from_code(category = Ok)]
    Ok,
    /// A code by its text, and one by its variant.
    #[from_code("E1" | String)]
    Text,
    /// A column.
    #[from_code(drop)]
    Drop(Texts),
    /// The rest.
    #[from_code(_)]
    None,
}

/// A hand-written enum that is checked against the table.
#[derive(ineo_codes::FromCode)]
#[from_code(Hostile)]
pub enum Outcome {
    /// A category.
    #[from_code(category = Ok | Error)]
    Ok,
    /// Codes by variant and by number.
    #[from_code(None | 3)]
    None(Hostile),
    /// What may pass.
    #[from_code(retryable)]
    Some,
    /// An unlisted code.
    #[from_code(unrecognized)]
    Err {
        /// The code.
        code: Hostile,
    },
    /// The rest.
    #[from_code(_)]
    Self_,
}

#[cfg(test)]
mod tests {
    use super::{Hostile, HostileCategory, Outcome};

    #[test]
    fn all_is_there() {
        assert_eq!(Hostile::from_code(0), Hostile::Ok);
        assert_eq!(Hostile::Ok.category(), HostileCategory::Ok);
        assert!(matches!(Outcome::from(Hostile::Option), Outcome::None(Hostile::Option)));
        assert_eq!(super::gen::Error.code(), 255);
    }
}

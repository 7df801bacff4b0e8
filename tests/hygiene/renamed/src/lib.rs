//! Tables in a crate that gave the library another name, and that hands it on.

/// The library, as users of this crate reach it.
pub mod handed_on {
    pub use numbers as codes;
}

/// Under the name that the manifest gives.
#[numbers::codes("../hostile.toml", crate = numbers)]
pub enum Named {}

/// The same, from the root of paths.
#[numbers::codes("../hostile.toml", crate = ::numbers, category = Kind)]
pub enum Rooted {}

/// A hand-written enum that is checked against the table.
#[derive(numbers::FromCode)]
#[from_code(Named, crate = numbers)]
pub enum Outcome {
    /// A category.
    #[from_code(category = Ok | Error)]
    Ok,
    /// Codes by variant and by number.
    #[from_code(None | 3)]
    None(Named),
    /// What may pass.
    #[from_code(retryable)]
    Some,
    /// An unlisted code.
    #[from_code(unrecognized)]
    Err {
        /// The code.
        code: Named,
    },
    /// The rest.
    #[from_code(_)]
    Self_,
}

/// Through this crate's own module.
#[handed_on::codes::codes("../plain.toml", crate = crate::handed_on::codes)]
pub enum HandedOn {}

/// Modules below see it too.
pub mod inner {
    /// By a path that is relative.
    #[numbers::codes("../hostile.toml", crate = super::handed_on::codes)]
    pub enum Relative {}
}

#[cfg(test)]
mod tests {
    use numbers::Code;

    use super::{HandedOn, Kind, Named, Outcome, Rooted, inner::Relative};

    fn first<C: Code>() -> C {
        C::ALL[0]
    }

    #[test]
    fn all_are_codes_of_the_same_library() {
        assert_eq!(first::<Named>(), Named::Error);
        assert!(matches!(Outcome::from(Named::Option), Outcome::None(Named::Option)));
        assert_eq!(first::<Rooted>().category(), Kind::Error);
        assert_eq!(first::<HandedOn>(), HandedOn::Ok);
        assert_eq!(first::<Relative>(), Relative::Error);
    }
}

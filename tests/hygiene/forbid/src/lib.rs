//! Tables in a crate that forbids lints, so that generated code can't allow them either.

#![forbid(
    unsafe_code,
    dead_code,
    deprecated,
    future_incompatible,
    missing_docs,
    non_camel_case_types,
    nonstandard_style,
    unreachable_patterns,
    unreachable_pub,
    unused,
    unused_qualifications
)]
#![forbid(clippy::all, clippy::pedantic, clippy::nursery)]

/// A table with everything, but without a deprecated row.
#[ineo_codes::codes("../current.toml")]
pub enum Current {}

/// A table with next to nothing.
#[ineo_codes::codes("../plain.toml")]
pub enum Plain {}

/// A table of texts.
#[ineo_codes::codes("../texts.toml")]
pub enum Texts {}

/// A hand-written enum that is checked against the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ineo_codes::FromCode)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, ineo_codes::FromCode)]
#[from_code(Current)]
pub enum Outcome {
    /// A category.
    #[from_code(category = Ok | Error)]
    Ok,
    /// Codes by variant and by number.
    #[from_code(None | 3)]
    None(Current),
    /// The rest.
    #[from_code(_)]
    Other,
}

mod private {
    //! What nobody outside can reach is unused if nobody inside uses it.

    #[ineo_codes::codes("../current.toml")]
    pub(super) enum Inner {}

    #[ineo_codes::codes("../plain.toml")]
    pub(super) enum Plain {}
}

/// Declares tables by a macro of the crate's own, whose code lints look at.
macro_rules! table {
    ($(#[$meta:meta])* $visibility:vis $name:ident = $path:literal) => {
        $(#[$meta])*
        #[ineo_codes::codes($path)]
        $visibility enum $name {}
    };
}

table! {
    /// A table with everything.
    pub Declared = "../current.toml"
}

mod declared {
    //! The same where nobody outside can reach it.

    table! { pub(super) Inner = "../current.toml" }
    table! { pub(super) Plain = "../plain.toml" }
}

/// The names of codes, so that each enum is used, and nothing else of it.
#[must_use]
pub const fn names(code: i32) -> [&'static str; 4] {
    [
        private::Inner::from_code(code).name(),
        private::Plain::Ok.name(),
        declared::Inner::from_code(code).name(),
        declared::Plain::Ok.name(),
    ]
}

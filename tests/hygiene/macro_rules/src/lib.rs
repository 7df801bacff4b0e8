//! Tables that a macro of the crate's own declares.

#![allow(clippy::missing_errors_doc, reason = "Clippy overlooks the docs where the enum's name is the macro's own")]

#[doc(hidden)]
pub use ineo_codes as __codes;

/// Declares a table from pieces: each kind of fragment that may stand in it.
#[macro_export]
macro_rules! table {
    ($(#[$meta:meta])* $visibility:vis enum $name:ident = $path:literal, $category:ident) => {
        #[$crate::__codes::codes($path, category = $category, crate = $crate::__codes)]
        $(#[$meta])*
        $visibility enum $name {}
    };
    ($visibility:vis enum $name:ident = $path:expr; $krate:path) => {
        #[$krate::codes($path, crate = $krate)]
        $visibility enum $name {}
    };
    (whole $item:item = $path:tt) => {
        #[$crate::__codes::codes($path)]
        $item
    };
    (outcome $visibility:vis $name:ident of $codes:path) => {
        /// A hand-written enum that is checked against a table.
        #[derive($crate::__codes::FromCode)]
        #[from_code($codes, crate = $crate::__codes)]
        $visibility enum $name {
            /// A code by its number.
            #[from_code(255)]
            Failed,
            /// The rest.
            #[from_code(_)]
            Other($codes),
        }
    };
    (own) => {
        /// An enum whose name is the macro's own.
        #[$crate::__codes::codes("../hostile.toml", crate = $crate::__codes)]
        pub enum Own {}
    };
}

table! {
    /// A table with everything.
    #[allow(missing_docs)]
    pub enum Hostile = "../hostile.toml", Kind
}

table! {
    /// A table with next to nothing.
    pub(crate) enum Plain = "../plain.toml", Unused
}

table! { whole
    /// An item as one piece.
    pub enum Whole {} = "../plain.toml"
}

table! { own }

table! { outcome pub Outcome of Whole }

#[cfg(test)]
mod tests {
    use super::{Hostile, Kind, Outcome, Own, OwnCategory, Plain, Whole};

    #[test]
    fn all_is_there() {
        assert_eq!(Hostile::Ok.category(), Kind::Ok);
        assert_eq!(Own::Ok.category(), OwnCategory::Ok);
        assert_eq!(Plain::from_code(255), Plain::Error);
        assert!(matches!(Outcome::from(Whole::Ok), Outcome::Other(Whole::Ok)));
        assert_eq!(Whole::from_code(255), Whole::Error);
    }
}

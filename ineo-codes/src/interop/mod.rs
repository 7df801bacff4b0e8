//! Implementations of other crates' traits: a module for each feature.
//!
//! Generated code calls macros that are empty if this crate doesn't have the feature: a `cfg` in generated code would ask
//! about the features of the user's crate.

#[cfg(feature = "arbitrary")]
pub(crate) mod arbitrary;
#[cfg(feature = "defmt")]
pub(crate) mod defmt;
#[cfg(feature = "http")]
pub(crate) mod http;
#[cfg(feature = "schemars")]
pub(crate) mod schemars;
#[cfg(feature = "serde")]
pub(crate) mod serde;
#[cfg(feature = "utoipa")]
pub(crate) mod utoipa;

/// The impls for every table: the enum, its name as a text, and the title of the table, empty if it has none.
#[doc(hidden)]
#[macro_export]
macro_rules! __interop {
    ($codes:ident $name:literal $title:literal) => {
        $crate::__arbitrary! { $codes }
        $crate::__defmt! { $codes }
        $crate::__schemars! { $codes $name $title }
        $crate::__utoipa! { $codes $name $title }
    };
}

#[cfg(not(feature = "arbitrary"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __arbitrary {
    ($codes:ident) => {};
}

#[cfg(not(feature = "defmt"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __defmt {
    ($codes:ident) => {};
}

#[cfg(not(feature = "schemars"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __schemars {
    ($codes:ident $name:literal $title:literal) => {};
}

#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($codes:ident) => {};
}

#[cfg(not(feature = "utoipa"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __utoipa {
    ($codes:ident $name:literal $title:literal) => {};
}

#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_text {
    ($codes:ident) => {};
}

#[cfg(not(feature = "http"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __http {
    ($codes:ident) => {};
}

//! What other crates can do with codes: a module for each feature.
//!
//! Generated code calls one macro per feature, which is empty where this crate doesn't have the feature: a `cfg` in
//! generated code would ask the user's crate.

#[cfg(feature = "http")]
pub(crate) mod http;
#[cfg(feature = "serde")]
pub(crate) mod serde;

#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde {
    ($codes:ident) => {};
}

#[cfg(not(feature = "http"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __http {
    ($codes:ident) => {};
}

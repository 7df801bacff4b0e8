//! The Rust of the documents, compiled and run as examples of this crate, by `cargo test --doc`.
//!
//! The documents are read where they are, not through a symbolic link: a checkout without symbolic links tests the same.

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
#[doc = include_str!("../../README.fa.md")]
#[doc = include_str!("../../CONTRIBUTING.md")]
mod documents {}

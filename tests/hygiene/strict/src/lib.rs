//! Tables in a crate that denies every lint that can be asked for.

#![forbid(unsafe_code)]
#![deny(warnings, future_incompatible, keyword_idents, let_underscore, nonstandard_style, refining_impl_trait, unused)]
#![deny(rust_2018_compatibility, rust_2018_idioms, rust_2021_compatibility, rust_2024_compatibility)]
#![deny(
    absolute_paths_not_starting_with_crate,
    ambiguous_negative_literals,
    closure_returning_async_block,
    deprecated_in_future,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    ffi_unwind_calls,
    if_let_rescope,
    impl_trait_overcaptures,
    impl_trait_redundant_captures,
    let_underscore_drop,
    macro_use_extern_crate,
    meta_variable_misuse,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    non_ascii_idents,
    redundant_imports,
    redundant_lifetimes,
    single_use_lifetimes,
    tail_expr_drop_order,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unstable_features,
    unused_crate_dependencies,
    unused_extern_crates,
    unused_import_braces,
    unused_lifetimes,
    unused_macro_rules,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
#![allow(
    clippy::blanket_clippy_restriction_lints,
    clippy::arbitrary_source_item_ordering,
    clippy::implicit_return,
    clippy::missing_inline_in_public_items,
    clippy::pub_with_shorthand,
    reason = "of this crate's own code, all but these can be asked for"
)]

/// A table with everything.
#[ineo_codes::codes("../hostile.toml")]
pub enum Hostile {}

/// A table with next to nothing.
#[ineo_codes::codes("../plain.toml")]
pub enum Plain {}

/// A table of texts.
#[ineo_codes::codes("../texts.toml")]
pub enum Texts {}

/// A hand-written enum that is checked against the texts.
#[derive(Debug, Clone, Copy, ineo_codes::FromCode)]
#[from_code(Texts)]
#[non_exhaustive]
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
#[derive(Debug, Clone, Copy, ineo_codes::FromCode)]
#[from_code(Hostile)]
#[non_exhaustive]
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

mod private {
    //! Whether something can be reached from outside makes a difference to lints.

    /// A table with everything.
    #[ineo_codes::codes("../hostile.toml")]
    pub(super) enum Private {}

    /// A table with names that are alike. Clippy says so of an enum that is not public.
    #[ineo_codes::codes("../alike.toml")]
    pub(super) enum Answer {}
}

/// A name, so that something is used.
#[must_use]
pub const fn name(code: i32) -> &'static str {
    if code == 0 { private::Answer::AnswerLate.name() } else { private::Private::from_code(code).name() }
}

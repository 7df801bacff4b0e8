//! Enums of a table whose texts look like everything that Markdown, HTML and rustdoc know.

/// What the dirty table says.
#[ineo_codes::codes("dirty.toml")]
pub enum DirtyCode {}

/// A table in a function's body is not documented, and gives no warnings.
pub fn answer() -> u16 {
    /// Unseen.
    #[ineo_codes::codes("dirty.toml")]
    enum Inner {}
    Inner::from_code(1).code()
}

/// Names that are raw identifiers.
pub mod raw {
    /// What the dirty table says, in other words.
    #[ineo_codes::codes("dirty.toml", category = r#static)]
    #[allow(non_camel_case_types)]
    pub enum r#enum {}
}

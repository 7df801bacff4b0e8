//! Names that are taken: what a variant, a category or a column can't be called.

/// The associated items that the expansion gives an enum. A variant, a column or a category's predicate of the same name
/// would hide them, or be hidden.
pub(super) const ITEMS: &[&str] = &[
    "ALL",
    "COUNT",
    "LANGUAGES",
    "from_code",
    "code",
    "name",
    "names",
    "named",
    "message",
    "message_in",
    "category",
    "http_status",
    "ok",
    "retry",
    "is_retryable",
    "is_recognized",
];

/// The associated items of the enum of categories.
pub(super) const CATEGORY_ITEMS: &[&str] = &["ALL", "name"];

/// Methods that codes have by a trait, which a column of the name would hide.
pub(super) const TRAIT_METHODS: &[&str] = &[
    "borrow",
    "borrow_mut",
    "cause",
    "clamp",
    "clone",
    "clone_from",
    "clone_into",
    "clone_to_uninit",
    "cmp",
    "description",
    "eq",
    "err",
    "fmt",
    "from",
    "ge",
    "gt",
    "hash",
    "hash_slice",
    "into",
    "le",
    "lt",
    "max",
    "min",
    "ne",
    "partial_cmp",
    "provide",
    "source",
    "type_id",
];

/// Words that `FromCode` and ranges of `[unrecognized]` read in another way than as a column.
pub(super) const WORDS: &[&str] = &["from", "prefix", "ranges", "retryable", "skip", "to", "unrecognized"];

/// Later versions may add methods that begin so.
pub(super) const BEGINNINGS: &[&str] = &["is_", "as_", "to_", "into_", "from_", "try_", "_"];

/// Rust's keywords, including those reserved for later: the Rust Reference, chapter "Keywords".
pub(super) const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "_",
];

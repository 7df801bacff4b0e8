//! Words of names, and the cases in which languages write them.

use heck::{ToKebabCase as _, ToLowerCamelCase as _, ToShoutySnakeCase as _, ToSnakeCase as _, ToUpperCamelCase as _};

use super::languages::Filter;

/// Cases, for templates: `row.variant|snake_case`.
pub(super) const FILTERS: &[(&str, Filter)] = &[
    ("snake_case", |text| Ok(text.to_snake_case())),
    ("upper_snake_case", |text| Ok(text.to_shouty_snake_case())),
    ("camel_case", |text| Ok(text.to_lower_camel_case())),
    ("upper_camel_case", |text| Ok(text.to_upper_camel_case())),
    ("kebab_case", |text| Ok(text.to_kebab_case())),
];

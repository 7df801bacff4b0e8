//! `OpenAPI` 3.1, as JSON: a component with the listed codes that is open for others.

use super::{Language, json, no_namespace};

pub(super) const OPENAPI: Language = Language {
    name: "openapi",
    title: "OpenAPI",
    template: Some(include_str!("../templates/openapi.jinja")),
    literal: json::JSON.literal,
    comment: json::JSON.comment,
    filters: &[],
    usage: no_namespace,
    check: |_| Vec::new(),
};

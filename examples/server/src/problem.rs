//! Codes as problem details: RFC 9457.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::Request;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER, VARY};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder, response};
use utoipa::{IntoResponses, ToSchema};

use crate::{ParcelCode, language};

/// The media type of a problem.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// Why there is no result: the document of RFC 9457, with members for the code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// Where the code is explained; `about:blank` if it isn't.
    #[serde(rename = "type")]
    #[schema(format = "uri-reference")]
    pub url: String,
    /// What the code means, in the language that the client prefers.
    pub title: String,
    /// The HTTP status, since a proxy may have changed that of the response.
    #[schema(minimum = 100, maximum = 599)]
    pub status: u16,
    /// What is wrong with this request, for its developer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub detail: Option<String>,
    /// What went wrong.
    pub code: ParcelCode,
    /// What the code means, in every language.
    pub messages: BTreeMap<String, String>,
    /// What the sender of the request can do, in the language that the client prefers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub remedy: Option<String>,
}

impl Problem {
    /// Adds what is wrong with this request.
    #[must_use]
    pub fn with_detail(self, detail: String) -> Self {
        Self { detail: Some(detail), ..self }
    }

    /// The problem in one of the languages of the table.
    fn in_language(self, language: &str) -> Self {
        let title = self.code.message_in(language).unwrap_or_else(|| self.code.message()).to_owned();
        Self { title, remedy: self.code.remedy_in(language).map(str::to_owned), ..self }
    }
}

/// In the table's first language. So `code.ok()?` returns a problem for every code that isn't a success.
impl From<ParcelCode> for Problem {
    fn from(code: ParcelCode) -> Self {
        let messages = ParcelCode::LANGUAGES
            .iter()
            .filter_map(|language| Some(((*language).to_owned(), code.message_in(language)?.to_owned())));
        Self {
            url: code.url().to_owned(),
            title: code.message().to_owned(),
            status: code.http_status(),
            detail: None,
            code,
            messages: messages.collect(),
            remedy: code.remedy().map(str::to_owned),
        }
    }
}

/// The status and the headers. [`answer_in_language`] writes the body, since the language depends on the request.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = StatusCode::from(self.code).into_response();
        if let Some(delay) = self.code.retry().delay() {
            response.headers_mut().insert(RETRY_AFTER, delay.as_secs().into());
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// Middleware that writes problems in the language of the table that the client prefers.
pub async fn answer_in_language(request: Request, next: Next) -> Response {
    let accepted = language::accepted(request.headers());
    let mut response = next.run(request).await;
    let Some(problem) = response.extensions_mut().remove::<Problem>() else { return response };
    let message = accepted.iter().find_map(|range| problem.code.message_in(range));
    let is_used = |language: &&&str| message.is_some() && problem.code.message_in(language) == message;
    let language = ParcelCode::LANGUAGES.iter().find(is_used).unwrap_or(&ParcelCode::LANGUAGES[0]);
    let headers: [(HeaderName, HeaderValue); 3] = [
        (CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE)),
        (CONTENT_LANGUAGE, HeaderValue::from_static(language)),
        (VARY, ACCEPT_LANGUAGE.into()),
    ];
    response.headers_mut().extend(headers);
    *response.body_mut() = Json(problem.in_language(language)).into_response().into_body();
    response
}

/// A response for each HTTP status, with the codes that have it.
impl IntoResponses for Problem {
    fn responses() -> BTreeMap<String, RefOr<response::Response>> {
        let mut codes: BTreeMap<u16, Vec<String>> = BTreeMap::new();
        for code in ParcelCode::ALL.iter().filter(|code| code.ok().is_err()) {
            codes.entry(code.http_status()).or_default().push(format!("- {code:#}"));
        }
        let response = |codes: Vec<String>| {
            let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(Self::name()))).build();
            RefOr::T(ResponseBuilder::new().description(codes.join("\n")).content(MEDIA_TYPE, content).build())
        };
        codes.into_iter().map(|(status, codes)| (status.to_string(), response(codes))).collect()
    }
}

//! A server that answers with codes of its own, `parcels.toml`: a depot that takes parcels, and says where they are.
//!
//! The handlers return codes. [`Problem`] makes an RFC 9457 document of a code and its row in the table, and [`Api`] describes
//! the server in `OpenAPI`, with every code.

mod depot;
mod language;
mod problem;

use std::io;
use std::sync::Arc;

use axum::routing::{get, post};
use axum::{Json, Router, middleware};
use tokio::net::TcpListener;
use utoipa::OpenApi;

pub use self::depot::{Depot, Order, Parcel};
pub use self::problem::{MEDIA_TYPE, Problem, answer_in_language};

/// What the server answers.
#[ineo_codes::codes("parcels.toml")]
pub enum ParcelCode {}

/// The description of the API, in `OpenAPI` 3.1.
#[derive(Debug, Clone, Copy, OpenApi)]
#[openapi(
    info(
        title = "Parcels",
        description = "A depot that takes parcels, and says where they are.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    paths(depot::accept, depot::find),
    components(schemas(Problem))
)]
pub struct Api;

/// The routes of the server.
pub fn router(depot: Depot) -> Router {
    Router::new()
        .route("/parcels", post(depot::accept))
        .route("/parcels/{number}", get(depot::find))
        .route("/openapi.json", get(async || Json(Api::openapi())))
        .fallback(async || Problem::from(ParcelCode::NoSuchPage))
        .method_not_allowed_fallback(async || Problem::from(ParcelCode::WrongMethod))
        .layer(middleware::from_fn(answer_in_language))
        .with_state(Arc::new(depot))
}

/// Serves until the program ends.
///
/// # Errors
///
/// The listener fails.
pub async fn serve(listener: TcpListener, depot: Depot) -> io::Result<()> {
    axum::serve(listener, router(depot)).await
}

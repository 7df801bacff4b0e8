//! The depot and its handlers, which return codes.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{ParcelCode, Problem};

const MOST_GRAMS: u32 = 20_000;

/// What a client asks for.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
pub struct Order {
    /// Where the parcel goes: ten digits.
    #[schema(pattern = "^[0-9]{10}$", example = "1193653471")]
    pub postcode: String,
    /// What it weighs: up to 20,000 grams.
    pub grams: u32,
}

/// A parcel in the depot.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
pub struct Parcel {
    /// The number under which it is found.
    pub number: usize,
    /// Where it goes.
    pub postcode: String,
}

/// The parcels, and how many there is room for.
#[derive(Debug)]
pub struct Depot {
    room: usize,
    parcels: Mutex<Vec<Parcel>>,
}

impl Depot {
    /// An empty depot with room for `room` parcels.
    #[must_use]
    pub fn new(room: usize) -> Self {
        Self { room, parcels: Mutex::default() }
    }
}

impl Order {
    fn check(&self) -> ParcelCode {
        if self.postcode.len() != 10 || !self.postcode.bytes().all(|byte| byte.is_ascii_digit()) {
            ParcelCode::UnknownPostcode
        } else if self.grams > MOST_GRAMS {
            ParcelCode::TooHeavy
        } else {
            ParcelCode::Accepted
        }
    }
}

/// Takes a parcel.
#[utoipa::path(
    post,
    path = "/parcels",
    request_body = Order,
    responses((status = 201, description = "The parcel.", body = Parcel), Problem),
)]
pub(crate) async fn accept(
    State(depot): State<Arc<Depot>>,
    order: Result<Json<Order>, JsonRejection>,
) -> Result<(StatusCode, Json<Parcel>), Problem> {
    let Json(order) =
        order.map_err(|error| Problem::from(ParcelCode::UnreadableOrder).with_detail(error.body_text()))?;
    let code = order.check();
    code.ok()?;
    let mut parcels = depot.parcels.lock().unwrap_or_else(PoisonError::into_inner);
    if parcels.len() >= depot.room {
        return Err(ParcelCode::DepotFull.into());
    }
    let parcel = Parcel { number: parcels.len(), postcode: order.postcode };
    parcels.push(parcel.clone());
    Ok((code.into(), Json(parcel)))
}

/// Finds a parcel.
#[utoipa::path(
    get,
    path = "/parcels/{number}",
    params(("number" = usize, Path)),
    responses((status = 200, description = "The parcel.", body = Parcel), Problem),
)]
pub(crate) async fn find(
    State(depot): State<Arc<Depot>>,
    number: Result<Path<usize>, PathRejection>,
) -> Result<Json<Parcel>, Problem> {
    let parcels = depot.parcels.lock().unwrap_or_else(PoisonError::into_inner);
    let parcel = number.ok().and_then(|Path(number)| parcels.get(number));
    Ok(Json(parcel.ok_or(ParcelCode::NoSuchParcel)?.clone()))
}

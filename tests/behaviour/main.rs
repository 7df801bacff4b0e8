//! What the library does, used as another crate would use it.

mod codes_toml;
mod from_code;
mod http_status;
mod i_neo;
mod published;
mod released;
#[cfg(feature = "serde")]
mod response;
#[cfg(feature = "serde")]
mod response_memory;
mod tables;

//! What the library does, used as another crate would use it.

mod codes_toml;
mod formats;
mod from_code;
mod hash;
mod http_status;
mod i_neo;
mod keys;
mod memory;
mod published;
mod response;
mod tables;
mod texts;

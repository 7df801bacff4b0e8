//! Tests only: see the folder `tests`.

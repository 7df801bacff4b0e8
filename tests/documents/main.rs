//! What the documents say is so.

mod readme;

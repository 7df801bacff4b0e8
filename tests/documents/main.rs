//! What the documents and the schema say is so.

mod readme;
mod schema;

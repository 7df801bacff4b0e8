//! Every row of each table against its source.

mod crates;
mod lists;
mod sqlstate;

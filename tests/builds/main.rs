//! What is built outside of the workspace, as a user would build it: packages, programs and documentation.

mod arbitrary_precision;
mod build_systems;
mod defmt;
mod footprint;
mod growth;
mod links;
mod no_std;
mod packaging;
mod rebuild;
mod recipe;
mod reproducible;
mod rustdoc;

//! Nothing of its own: the crate is its tests, examples and benchmarks.

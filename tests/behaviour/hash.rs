//! The engine lays tables out by the hash that the library looks codes and names up by.

#[test]
fn the_library_and_the_engine_have_the_same_hash() {
    let library = include_str!("../../ineo-codes/src/table/hash.rs");
    let engine = include_str!("../../ineo-codes-table/src/layout/hash.rs");
    assert!(library.contains("fn of_key("), "the file has the hash");
    assert!(library == engine, "copy ineo-codes/src/table/hash.rs to ineo-codes-table/src/layout/hash.rs");
}

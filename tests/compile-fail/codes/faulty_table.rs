/// What the gateway answered.
#[ineo_codes::codes("compile-fail/faulty_table.toml")]
pub enum GatewayCode {}

fn main() {
    // The rows are there all the same, so that there is one error only.
    let codes = [GatewayCode::NotFound, GatewayCode::Gone];
    assert!(codes[0].is_recognized());
}

use ineo_codes::codes;

#[codes("compile-fail/no_such.toml")]
pub enum GatewayCode {}

fn main() {}

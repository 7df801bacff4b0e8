use ineo_codes::codes;

#[codes("compile-fail/sound.toml")]
pub struct GatewayCode {
    code: u16,
}

#[codes("compile-fail/sound.toml")]
fn gateway_code() {}

fn main() {}

use ineo_codes::codes;

#[codes("compile-fail/sound.toml")]
pub enum GatewayCode {
    Gone,
    Lost(u8),
}

fn main() {
    let _ = GatewayCode::NotFound;
}

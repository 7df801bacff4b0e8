use ineo_codes::codes;

#[codes("compile-fail/sound.toml")]
pub enum GatewayCode<'a, T> {}

fn main() {}

use ineo_codes::codes;

#[codes("compile-fail/several_faults.toml", category = Whose)]
pub enum GatewayCode {}

fn main() {
    println!("{} {} {}", GatewayCode::Ok, GatewayCode::Far, GatewayCode::Failed.category());
}

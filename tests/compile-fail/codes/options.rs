use ineo_codes::codes;

#[codes]
pub enum Nothing {}

#[codes(compile_fail)]
pub enum NoPath {}

#[codes("compile-fail/sound.toml", categories = Whose)]
pub enum UnknownOption {}

#[codes("compile-fail/sound.toml", category = SameName)]
pub enum SameName {}

#[codes("/etc/sound.toml")]
pub enum FromTheRoot {}

#[codes("$OUT_DIR/sound.toml")]
pub enum WithoutABuildScript {}

fn main() {
    let _ = (UnknownOption::NotFound, SameName::NotFound);
}

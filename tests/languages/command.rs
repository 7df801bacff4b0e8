//! The command `ineo-codes`. Cargo builds the programs of a package for its tests, and of no other.

use std::process::ExitCode;

fn main() -> ExitCode {
    ineo_codes_cli::main()
}

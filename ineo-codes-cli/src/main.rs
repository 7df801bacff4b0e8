//! The command `ineo-codes`.

use std::process::ExitCode;

fn main() -> ExitCode {
    ineo_codes_cli::main()
}

//! Prints the Rust that a table becomes, formatted by rustfmt:
//!
//! ```sh
//! cargo run -q -p ineo-codes-table --example expand -- codes.toml StatusCode
//! ```
//!
//! The enum is called `Code` if no name is given.

use std::error::Error;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, process};

use ineo_codes_table::{Options, Source, generate, read};
use quote::{format_ident, quote};

fn main() {
    if let Err(error) = expand() {
        eprintln!("{error}");
        process::exit(1);
    }
}

fn expand() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let path = arguments.next().ok_or("usage: expand TABLE [NAME]")?;
    let name = arguments.next().unwrap_or_else(|| "Code".to_owned());
    let source = Source::read(&path, Path::new(&path))?;
    let reading = read(&source);
    let faults = reading.render(&source);
    if !faults.is_empty() {
        return Err(faults.join("\n\n").into());
    }
    let table = reading.table.ok_or("there is no table")?;
    let options = Options {
        attributes: quote!(),
        visibility: quote!(pub),
        name: format_ident!("{name}"),
        category: format_ident!("{name}Category"),
        krate: quote!(::ineo_codes),
    };
    let code = generate(&table, &options)?;
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024", "--config", "max_width=120"])
        .stdin(Stdio::piped())
        .spawn()
        .map_err(|error| format!("rustfmt can't be run: {error}; `rustup component add rustfmt` installs it"))?;
    rustfmt.stdin.take().ok_or("rustfmt has no input")?.write_all(code.to_string().as_bytes())?;
    if rustfmt.wait()?.success() { Ok(()) } else { Err("rustfmt failed".into()) }
}

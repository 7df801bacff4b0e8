//! A program with neither `std` nor an allocator: it is linked, and what was linked is looked through.

use std::fs;
use std::path::Path;

use ineo_codes_tests::{cargo, copy_package, run, scratch, target as target_directory, workspace};

/// Targets of bare metal, of which the first that is installed is built for. Each brings its own linker.
const BARE: [&str; 4] =
    ["x86_64-unknown-none", "aarch64-unknown-none", "thumbv7em-none-eabihf", "riscv32imac-unknown-none-elf"];

/// What every program with an allocator has, as part of a mangled name or as a name of C's.
const ALLOCATOR: [&str; 4] = ["__rust_alloc", "__rust_realloc", "__rg_alloc", "malloc"];

fn is_installed(target: &str) -> bool {
    let mut rustc = std::process::Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    let folder = rustc.args(["--print", "target-libdir", "--target", target]).output();
    folder.is_ok_and(|folder| Path::new(String::from_utf8_lossy(&folder.stdout).trim()).exists())
}

#[test]
fn a_program_links_without_an_allocator() {
    let package = scratch("no_std");
    copy_package(&workspace().join("tests/builds/no_std"), &package);

    let mut build = cargo(&package, &target_directory());
    let target = match BARE.into_iter().find(|target| is_installed(target)) {
        Some(target) => target.to_owned(),
        None if cfg!(target_os = "linux") => {
            // Of the C library only what compilers take for granted: to copy, to fill and to compare memory. What unwinds
            // is missed by the `core` that comes with the compiler, and not by a program that aborts.
            build.env(
                "RUSTFLAGS",
                "-Clink-arg=-nostartfiles -Clink-arg=-lc -Clink-arg=-Wl,--defsym=rust_eh_personality=0",
            );
            host()
        }
        None => {
            eprintln!("skipped: of the targets {BARE:?} none is installed, and here a program can't start without std");
            return;
        }
    };
    run(build.args(["build", "--release", "--target", &target]));

    let program = target_directory().join(target).join("release/no-std");
    let program = fs::read(program).expect("the program can be read");
    let holds = |text: &str| program.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds("StatusCode"), "the program has no symbols to look through");
    for symbol in ALLOCATOR {
        assert!(!holds(symbol), "the program holds `{symbol}`");
    }
}

fn host() -> String {
    let mut rustc = std::process::Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    let about = run(rustc.arg("-vV"));
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    host.expect("the compiler tells its host").to_owned()
}

//! An edited table rebuilds the crates that use it, though no source of theirs has changed.

use ineo_codes_tests::{Package, output, workspace};

/// A crate that depends on this workspace's library by the name `dependency`.
fn package(name: &str, dependency: &str) -> Package {
    let library = workspace().join("ineo-codes");
    Package::with_dependencies(
        name,
        &format!("{dependency} = {{ package = \"ineo-codes\", path = '{}' }}\n", library.display()),
    )
}

/// What the crate's program prints once it is built; what the build says, where it fails.
fn built(package: &Package) -> Result<String, String> {
    output(package.cargo().args(["run", "--quiet"]))
}

#[test]
fn an_edited_table_is_built_again() {
    let package = package("edited-table", "ineo-codes");
    let main = "#[ineo_codes::codes(\"tables/codes.toml\")]\nenum Code {}\n\n\
                fn main() {\n    Code::ALL.iter().for_each(|code| println!(\"{code:?} {code}\"));\n}\n";
    package.write("src/main.rs", main);
    package.write("tables/codes.toml", "[[code]]\ncode = 404\nname = \"not_found\"\n");
    assert_eq!(built(&package).as_deref(), Ok("NotFound 404 not_found\n"));

    package.write(
        "tables/codes.toml",
        "[[code]]\ncode = 404\nname = \"not_found\"\n\n[[code]]\ncode = 410\nname = \"gone\"\n",
    );
    assert_eq!(built(&package).as_deref(), Ok("NotFound 404 not_found\nGone 410 gone\n"));

    package.write("tables/codes.toml", "[[code]]\ncode = 404\nname = 410\n");
    let error = built(&package).unwrap_err();
    assert!(error.contains("`name` must be a text") && error.contains("tables/codes.toml:3:8"), "{error}");

    package.write("tables/codes.toml", "[[code]]\ncode = 410\nname = \"gone\"\n");
    assert_eq!(built(&package).as_deref(), Ok("Gone 410 gone\n"));
}

/// With every code of a byte, by a crate that gives the library another name.
#[test]
fn a_table_that_a_build_script_makes_is_built_again() {
    let package = package("generated-table", "renamed");
    let script = r#"use std::{env, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=names.txt");
    let prefix = fs::read_to_string("names.txt").unwrap();
    let rows = (0..=255).map(|code| format!("[[code]]\ncode = {code}\nname = \"{}_{code}\"\n", prefix.trim()));
    let table = format!("[table]\nrepr = \"u8\"\n{}", rows.collect::<String>());
    fs::write(Path::new(&env::var("OUT_DIR").unwrap()).join("codes.toml"), table).unwrap();
}
"#;
    let main = r#"#[renamed::codes("$OUT_DIR/codes.toml", crate = renamed)]
enum Code {}

fn main() {
    let all = (0..=u8::MAX).map(Code::from_code);
    assert!(all.eq(Code::ALL.iter().copied()) && Code::ALL.iter().all(|code| code.is_recognized()));
    println!("{:?} {}", Code::from_code(0), Code::from_code(255));
}
"#;
    package.write("build.rs", script);
    package.write("src/main.rs", main);
    package.write("names.txt", "code\n");
    assert_eq!(built(&package).as_deref(), Ok("Code0 255 code_255\n"));

    package.write("names.txt", "number\n");
    assert_eq!(built(&package).as_deref(), Ok("Number0 255 number_255\n"));
}

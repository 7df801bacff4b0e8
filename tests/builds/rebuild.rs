//! An edited table rebuilds the crates that use it, though no source of theirs has changed.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// A crate that depends on this workspace's library, in a folder of its own.
struct Package {
    folder: PathBuf,
}

impl Package {
    /// Begins the crate anew; `dependency` is the name that it gives the library.
    fn new(name: &str, dependency: &str) -> Self {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests lie in the workspace");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("the folder of an earlier run is removed");
        }
        let library = workspace.join("ineo-codes");
        let manifest = format!(
            "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\n{dependency} = {{ package = \"ineo-codes\", path = '{}' }}\n\n[workspace]\n",
            library.display()
        );
        let package = Self { folder };
        package.write("Cargo.toml", &manifest);
        // The versions that this workspace was tested with, which are on this machine.
        package.write("Cargo.lock", &fs::read_to_string(workspace.join("Cargo.lock")).expect("it is there"));
        package
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("it is below the folder")).expect("the folder is writable");
        fs::write(path, text).expect("the folder is writable");
    }

    /// What the crate's program prints once it is built; what the build says, where it fails.
    fn run(&self) -> Result<String, String> {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()));
        cargo.args(["run", "--quiet", "--offline"]).current_dir(&self.folder);
        cargo.env("CARGO_TARGET_DIR", self.folder.join("target")).env_remove("RUSTFLAGS");
        let output = cargo.output().expect("cargo runs");
        let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
        if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
    }
}

#[test]
fn an_edited_table_is_built_again() {
    let package = Package::new("edited-table", "ineo-codes");
    let main = "#[ineo_codes::codes(\"tables/codes.toml\")]\nenum Code {}\n\n\
                fn main() {\n    Code::ALL.iter().for_each(|code| println!(\"{code:?} {code}\"));\n}\n";
    package.write("src/main.rs", main);
    package.write("tables/codes.toml", "[[code]]\ncode = 404\nname = \"not_found\"\n");
    assert_eq!(package.run().as_deref(), Ok("NotFound 404 not_found\n"));

    package.write(
        "tables/codes.toml",
        "[[code]]\ncode = 404\nname = \"not_found\"\n\n[[code]]\ncode = 410\nname = \"gone\"\n",
    );
    assert_eq!(package.run().as_deref(), Ok("NotFound 404 not_found\nGone 410 gone\n"));

    package.write("tables/codes.toml", "[[code]]\ncode = 404\nname = 410\n");
    let error = package.run().unwrap_err();
    assert!(error.contains("`name` must be a text") && error.contains("tables/codes.toml:3:8"), "{error}");

    package.write("tables/codes.toml", "[[code]]\ncode = 410\nname = \"gone\"\n");
    assert_eq!(package.run().as_deref(), Ok("Gone 410 gone\n"));
}

/// With every code of a byte, by a crate that gives the library another name.
#[test]
fn a_table_that_a_build_script_makes_is_built_again() {
    let package = Package::new("generated-table", "renamed");
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
    assert_eq!(package.run().as_deref(), Ok("Code0 255 code_255\n"));

    package.write("names.txt", "number\n");
    assert_eq!(package.run().as_deref(), Ok("Number0 255 number_255\n"));
}

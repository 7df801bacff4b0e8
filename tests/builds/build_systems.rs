//! Builds in which the folder of the package is not what cargo says it is.

use ineo_codes_tests::{Package, output};

const MAIN: &str = "#[ineo_codes::codes(\"tables/codes.toml\")]\nenum Code {}\n\n\
                    #[ineo_codes::codes(\"$CARGO_MANIFEST_DIR/tables/codes.toml\")]\nenum Same {}\n\n\
                    #[ineo_codes::codes(\"$OUT_DIR/codes.toml\")]\nenum Built {}\n\n\
                    fn main() {\n    println!(\"{:?} {:?} {:?}\", Code::ALL, Same::ALL, Built::ALL);\n}\n";

const TABLE: &str = "[[code]]\ncode = 404\nname = \"not_found\"\n";

/// Bazel and Buck set such folders: here a wrapper around the compiler does.
#[cfg(unix)]
#[test]
fn folders_may_be_relative() {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    let package = Package::new("relative-folders", "");
    package.write("src/main.rs", MAIN);
    package.write("tables/codes.toml", TABLE);
    package.write("generated/codes.toml", &TABLE.replace("not_found", "gone"));
    package.write("wrapper", "#!/bin/sh\nexport CARGO_MANIFEST_DIR=. OUT_DIR=generated\nexec \"$@\"\n");
    let wrapper = package.folder().join("wrapper");
    fs::set_permissions(&wrapper, fs::Permissions::from_mode(0o755)).expect("the wrapper is ours");
    let run = || output(package.cargo().args(["run", "--quiet"]).env("RUSTC_WORKSPACE_WRAPPER", &wrapper));
    assert_eq!(run().as_deref(), Ok("[NotFound] [NotFound] [Gone]\n"));

    // The compiler still knows the files that it depends on.
    package.write("tables/codes.toml", &TABLE.replace("not_found", "nowhere"));
    assert_eq!(run().as_deref(), Ok("[Nowhere] [Nowhere] [Gone]\n"));

    package.write("tables/codes.toml", &TABLE.replace("404", "x"));
    let error = run().unwrap_err();
    assert!(error.contains("--> ./tables/codes.toml:2:8"), "{error}");
}

/// trybuild compiles each case as a package of its own, in which there is no table.
#[test]
fn the_folder_of_the_package_may_be_overridden() {
    let case = Package::new("trybuild-case", "");
    let tested = Package::new("trybuild-tested", "");
    tested.write("tables/codes.toml", TABLE);
    tested.write("tables/other.toml", TABLE);
    let main = MAIN.replace("$OUT_DIR/codes.toml", "tables/other.toml");
    case.write("src/main.rs", &main);
    let built = output(case.cargo().args(["run", "--quiet"]).env("CARGO_MANIFEST_DIR_OVERRIDE", tested.folder()));
    assert_eq!(built.as_deref(), Ok("[NotFound] [NotFound] [NotFound]\n"));

    // Without it, the error says where the table was looked for.
    case.write("src/main.rs", &format!("{main}\n"));
    let error = output(case.cargo().args(["run", "--quiet"])).unwrap_err();
    let searched = format!("in `{}`", case.folder().display());
    assert!(error.contains("there is no table at `tables/codes.toml`") && error.contains(&searched), "{error}");
}

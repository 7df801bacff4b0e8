//! The packages as they would be published: what is in them, and that a fresh crate builds from nothing else.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use ineo_codes_tests::{Package, cargo, lock, nightly_cargo, run, scratch, target, workspace};

use crate::links;

/// The published packages, and what each archive has beside its sources and the files of `COMMON`.
const PACKAGES: [(&str, &[&str]); 4] = [
    ("ineo-codes-table", &[]),
    ("ineo-codes-derive", &[]),
    (
        "ineo-codes",
        &[
            "README.fa.md",
            "README.md",
            "codes.toml",
            "examples/gateway.toml",
            "examples/hresult.toml",
            "examples/sqlstate.toml",
            "schema/codes.schema.json",
        ],
    ),
    (
        "ineo-codes-cli",
        &[
            "README.md",
            "build.rs",
            "codes.toml",
            "schema/diff.schema.json",
            "schema/export.schema.json",
            "schema/findings.schema.json",
        ],
    ),
];

/// What every archive has. Cargo writes all but the licences.
const COMMON: [&str; 6] =
    [".cargo_vcs_info.json", "Cargo.lock", "Cargo.toml", "Cargo.toml.orig", "LICENSE-APACHE", "LICENSE-MIT"];

/// The version of all packages of the workspace.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The folder of a package that has been unpacked.
fn unpacked(archives: &Path, name: &str) -> PathBuf {
    archives.join(format!("{name}-{VERSION}"))
}

/// Unpacks all archives into a new folder, and returns it.
fn unpack(scratch: &Path, target: &Path) -> PathBuf {
    let folder = scratch.join("unpacked");
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("what a former run left can be removed");
    }
    for (name, _) in PACKAGES {
        let archive = target.join("package").join(format!("{name}-{VERSION}.crate"));
        let archive = fs::File::open(archive).expect("the archive is there");
        let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(archive));
        // The times in archives are all one, by which cargo would take changed files for those of a former run.
        archive.set_preserve_mtime(false);
        archive.unpack(&folder).expect("the archive is whole");
    }
    folder
}

/// The files below a folder, relative to it.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let path = path.strip_prefix(folder).expect("the file is in the folder");
                found.push(path.to_str().expect("the path is text").replace('\\', "/"));
            }
        }
    }
    found
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn manifest(package: &Path) -> toml::Table {
    read(&package.join("Cargo.toml")).parse().expect("the manifest is TOML")
}

/// One test, since each step needs the one before, and all build into one folder.
#[test]
fn the_packages_are_whole() {
    let scratch = scratch("packaging");
    let target = target();
    let mut package = cargo(workspace(), &target);
    package.args(["package", "--quiet", "--allow-dirty", "--no-verify"]);
    run(package.args(PACKAGES.iter().flat_map(|(name, _)| ["-p", name])));
    let archives = unpack(&scratch, &target);

    for (name, others) in PACKAGES {
        let archive = unpacked(&archives, name);
        let sources = files(&workspace().join(name).join("src"));
        let sources = sources.iter().map(|source| format!("src/{source}"));
        let expected: BTreeSet<String> =
            COMMON.iter().chain(others).map(|file| (*file).to_owned()).chain(sources).collect();
        // Cargo notes the commit where there is one.
        let mut found: BTreeSet<String> = files(&archive).into_iter().collect();
        found.insert(COMMON[0].to_owned());
        assert_eq!(found, expected, "in the archive of {name}");
        for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
            assert_eq!(read(&archive.join(licence)), read(&workspace().join(licence)), "{licence} of {name}");
        }
        let claims = manifest(&archive)["package"]["categories"].to_string();
        assert_eq!(claims.contains("no-std"), name == "ineo-codes", "only the library works without std: {claims}");
    }
    let library = unpacked(&archives, "ineo-codes");
    for copy in [library.join("codes.toml"), unpacked(&archives, "ineo-codes-cli").join("codes.toml")] {
        assert!(copy.symlink_metadata().is_ok_and(|table| table.is_file()), "{} is a file", copy.display());
        assert_eq!(read(&copy), read(&workspace().join("ineo-codes/codes.toml")), "{} is the table", copy.display());
    }

    let tie = &manifest(&library)["dependencies"]["ineo-codes-derive"];
    assert_eq!(tie["version"].as_str(), Some(format!("={VERSION}").as_str()), "the versions are tied");
    assert!(tie.get("path").is_none(), "and nothing else ties the crates");

    let fresh = scratch.join("fresh");
    downstream(&fresh, &archives);
    for features in [&[][..], &["--all-features"]] {
        let printed = run(cargo(&fresh, &target).args(["run", "--quiet"]).args(features));
        assert_eq!(printed.trim(), "404 not_found: Nothing was found. | 7 odd", "with {features:?}");
    }
    document(&archives, &target);
}

/// The head of a manifest's table that puts paths in the place of the registry's packages.
const PATCH: &str = concat!("[patch.crates", "-io]");

/// A crate that has nothing of this workspace but the unpacked archives.
fn downstream(folder: &Path, archives: &Path) {
    let manifest = format!(
        "[package]\nname = \"fresh\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [features]\nall = [\"ineo-codes/serde\", \"ineo-codes/http\", \"dep:serde_json\", \"dep:http\"]\n\n\
         [dependencies]\nineo-codes = \"{VERSION}\"\nserde_json = {{ version = \"1\", optional = true }}\n\
         http = {{ version = \"1\", optional = true }}\n\n\
         [workspace]\n\n\
         {PATCH}\nineo-codes.path = '{}'\nineo-codes-derive.path = '{}'\nineo-codes-table.path = '{}'\n",
        unpacked(archives, "ineo-codes").display(),
        unpacked(archives, "ineo-codes-derive").display(),
        unpacked(archives, "ineo-codes-table").display(),
    );
    let package = Package::with_manifest(folder, &manifest);
    package.write("codes.toml", OWN_TABLE);
    package.write("src/main.rs", PROGRAM);
}

const OWN_TABLE: &str = r#"
[categories]
fine = { doc = "Fine.", http = 200 }

[unrecognized]
category = "fine"

[[code]]
code = 7
name = "odd"
category = "fine"
"#;

const PROGRAM: &str = r##"
use ineo_codes::{FromCode, StatusCode};

#[ineo_codes::codes("codes.toml")]
pub enum Own {}

#[derive(FromCode)]
#[from_code(StatusCode)]
enum Outcome {
    #[from_code(category = Success)]
    Done,
    #[from_code(_)]
    Failed(StatusCode),
}

fn main() {
    match Outcome::from(StatusCode::from_code(404)) {
        Outcome::Done => unreachable!(),
        Outcome::Failed(code) => println!("{code:#} | {}", Own::Odd),
    }
    #[cfg(feature = "all")]
    {
        assert_eq!(serde_json::to_string(&StatusCode::NotFound).unwrap(), "404");
        assert_eq!(serde_json::from_str::<Own>("7").unwrap(), Own::Odd);
        assert_eq!(http::StatusCode::from(Own::Odd), 200);
        let answer = r#"{"ok": true, "status": "successfully", "status_code": 200, "result": 1}"#;
        let answer: ineo_codes::Response<u8> = serde_json::from_str(answer).unwrap();
        assert_eq!(answer.into_result().unwrap(), 1);
    }
}
"##;

/// Documents the library as a documentation host does, with all features, each of them shown where it is needed. That takes
/// the nightly toolchain: where there is none, the pages are those of this one.
fn document(archives: &Path, target: &Path) {
    // The features of a package can be chosen only from within its workspace.
    let [engine, macros, library, _] = PACKAGES.map(|(name, _)| format!("{name}-{VERSION}"));
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [\"{library}\"]\n\n\
         {PATCH}\nineo-codes-derive.path = \"{macros}\"\nineo-codes-table.path = \"{engine}\"\n"
    );
    fs::write(archives.join("Cargo.toml"), manifest).expect("the manifest can be written");
    lock(archives);
    let nightly = nightly_cargo(archives, target);
    let flags = if nightly.is_some() { "--cfg docsrs -D warnings" } else { "-D warnings" };
    let shows_features = nightly.is_some();
    let mut documentation = nightly.unwrap_or_else(|| cargo(archives, target));
    documentation.args(["doc", "--quiet", "--no-deps", "--all-features", "--lib"]).env("RUSTDOCFLAGS", flags);
    // Nothing of an earlier run is taken for a page of this one.
    let pages = target.join("doc/ineo_codes");
    if pages.exists() {
        fs::remove_dir_all(&pages).expect("the pages of an earlier run can be removed");
    }
    run(&mut documentation);
    let page = |name: &str| read(&pages.join(name));
    assert!(page("enum.StatusCode.html").contains("Nothing was found."), "the table is documented");
    let response = page("struct.Response.html");
    if shows_features {
        assert!(response.contains("Available on <strong>crate feature <code>serde</code></strong>"), "{response}");
    } else {
        eprintln!("not checked, for want of a nightly toolchain: that the pages say which feature an item needs");
    }
    links::lead_somewhere(&pages);
}

/// A package with the name of a published one would take its place where both are in one build.
#[test]
fn unpublished_packages_say_so_and_have_names_of_their_own() {
    let lock: toml::Table = read(&workspace().join("Cargo.lock")).parse().expect("the lock file is TOML");
    let locked = lock["package"].as_array().expect("the packages are a list");
    let fetched: BTreeSet<&str> = locked
        .iter()
        .filter(|package| package.get("source").is_some())
        .map(|package| package["name"].as_str().expect("the name is text"))
        .collect();
    assert!(fetched.contains("toml"), "the registry's packages are recognized by their source");

    let mut names = BTreeSet::new();
    for folder in packages(workspace()) {
        let package = &manifest(&folder)["package"];
        let name = package["name"].as_str().expect("the name is text").to_owned();
        let is_published = PACKAGES.iter().any(|(published, _)| *published == name);
        let is_withheld = package.get("publish").and_then(toml::Value::as_bool) == Some(false);
        assert_eq!(
            is_withheld, !is_published,
            "`publish = false` is in the manifest of all but published packages: {name}"
        );
        assert!(
            name == "ineo-codes" || name.starts_with("ineo-codes-"),
            "{name} in {} is a name of ours",
            folder.display()
        );
        assert!(!fetched.contains(name.as_str()), "{name} is a package of the registry too");
        assert!(names.insert(name), "two packages have the name of the one in {}", folder.display());
    }
    assert!(PACKAGES.iter().all(|(published, _)| names.contains(*published)), "{names:?}");
}

/// The folders of all packages below a folder, those outside of the workspace too.
fn packages(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let entries = entries.map(|entry| entry.expect("the folder can be read"));
    let is_source = |name: &OsStr| name != "target" && !name.as_encoded_bytes().starts_with(b".");
    let folders =
        entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()) && is_source(&entry.file_name()));
    let mut found: Vec<PathBuf> = folders.flat_map(|entry| packages(&entry.path())).collect();
    if folder != workspace() && folder.join("Cargo.toml").exists() {
        found.push(folder.to_owned());
    }
    found
}

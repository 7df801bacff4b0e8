//! Packages that are made for a test and built with the cargo that runs it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A package outside the workspace, that depends on `ineo-codes` as a user's would.
#[derive(Debug)]
pub(crate) struct Package {
    folder: PathBuf,
}

impl Package {
    /// Makes an empty package below `scratch`, which is best `env!("CARGO_TARGET_TMPDIR")`. `manifest` is appended to
    /// its manifest's `[dependencies]`, where `ineo-codes` stands already.
    ///
    /// # Panics
    ///
    /// Where the files can't be written.
    #[must_use]
    pub(crate) fn new(scratch: &str, name: &str, manifest: &str) -> Self {
        let folder = Path::new(scratch).join(name);
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package lies in the workspace");
        let library = workspace.join("ineo-codes");
        let package = Self { folder };
        let text = format!(
            "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
             [dependencies]\nineo-codes = {{ path = '{}' }}\n{manifest}",
            library.display()
        );
        package.write("Cargo.toml", &text);
        // The versions that the workspace was tested with, which are there without a network.
        fs::copy(workspace.join("Cargo.lock"), package.folder.join("Cargo.lock")).expect("the lock file is copied");
        package
    }

    /// Writes a file of the package.
    ///
    /// # Panics
    ///
    /// Where it can't be written.
    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the folder is made");
        fs::write(path, text).expect("the file is written");
    }

    /// Runs cargo in the package, offline and with a target directory of its own.
    ///
    /// # Panics
    ///
    /// Where cargo can't be started.
    #[must_use]
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command
            .args(arguments)
            .arg("--offline")
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.join("target"));
        for variable in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "RUSTC_WRAPPER", "CARGO_BUILD_TARGET"] {
            command.env_remove(variable);
        }
        command.output().expect("cargo is started")
    }
}

//! Where a table is, as the macro's argument says it.

use std::path::{Path, PathBuf};

/// Where a table lies.
#[derive(Debug)]
pub(super) enum Location {
    /// In the package that invokes the macro, at a path relative to its manifest.
    Package(String),
    /// In the output folder of the package's build script.
    OutDir(String),
}

impl Location {
    pub(super) fn new(path: &str) -> Self {
        match path.strip_prefix("$OUT_DIR/") {
            Some(path) => Self::OutDir(path.to_owned()),
            None => Self::Package(path.to_owned()),
        }
    }

    /// The environment variable of cargo's that names the folder, and the path in it.
    pub(super) fn parts(&self) -> (&'static str, &str) {
        match self {
            Self::Package(path) => ("CARGO_MANIFEST_DIR", path),
            Self::OutDir(path) => ("OUT_DIR", path),
        }
    }

    /// The path of the file on this machine; the error says which variable is missing.
    pub(super) fn resolve(&self) -> Result<PathBuf, String> {
        let (variable, path) = self.parts();
        let Some(folder) = std::env::var_os(variable) else {
            return Err(match self {
                Self::Package(_) => {
                    format!("{variable} is not set: build with cargo, or set it to the folder of the package")
                }
                Self::OutDir(_) => format!("{variable} is not set: `$OUT_DIR/` needs a package with a build script"),
            });
        };
        Ok(Path::new(&folder).join(path))
    }
}

/// The path under which faults are shown: relative to the folder that the compiler runs in, as the compiler itself shows
/// files. Editors and their lists of errors look for it there. In a workspace that is the workspace's root.
pub(super) fn shown(path: &Path) -> String {
    let relative = std::env::current_dir().ok().and_then(|folder| path.strip_prefix(folder).ok());
    relative.unwrap_or(path).display().to_string()
}

#[cfg(test)]
mod tests {
    use super::{Path, shown};

    #[test]
    fn paths_are_shown_as_the_compiler_shows_them() {
        let folder = std::env::current_dir().expect("the test runs in a folder");
        assert_eq!(shown(&folder.join("gateway/codes.toml")), Path::new("gateway/codes.toml").display().to_string());
        let elsewhere = folder.with_file_name("elsewhere").join("codes.toml");
        assert_eq!(shown(&elsewhere), elsewhere.display().to_string());
    }
}

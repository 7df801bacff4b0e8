//! Where a table is, as the macro's argument says it.

use std::env;
use std::path::{Component, Path, PathBuf, absolute};

use ineo_codes_table::{ReadError, Source, Unreadable};
use proc_macro2::TokenStream;
use quote::quote;

/// Where a table is.
#[derive(Debug)]
pub(super) struct Location {
    folder: Folder,
    /// Relative to the folder.
    path: String,
}

/// A folder that an environment variable names.
#[derive(Debug, Clone, Copy)]
enum Folder {
    /// The package that invokes the macro.
    Package,
    /// The output folder of the package's build script.
    OutDir,
}

impl Location {
    /// The location that `path` names; the error says what is wrong with it.
    pub(super) fn new(path: &str) -> Result<Self, String> {
        let (folder, variable, relative) = if let Some(path) = path.strip_prefix("$OUT_DIR/") {
            (Folder::OutDir, "`$OUT_DIR`", path)
        } else if let Some(path) = path.strip_prefix("$CARGO_MANIFEST_DIR/") {
            (Folder::Package, "`$CARGO_MANIFEST_DIR`", path)
        } else if path.starts_with('$') {
            let end = path.find(['/', '\\']).unwrap_or(path.len());
            return Err(format!(
                "the path can't begin with `{}`: it begins with `$CARGO_MANIFEST_DIR/` or `$OUT_DIR/`, or is relative to \
                 the package's Cargo.toml",
                &path[..end]
            ));
        } else {
            (Folder::Package, "the package's Cargo.toml", path)
        };
        if matches!(Path::new(relative).components().next(), Some(Component::RootDir | Component::Prefix(_))) {
            return Err(format!("the path is relative to {variable}: remove the root from `{relative}`"));
        }
        Ok(Self { folder, path: relative.to_owned() })
    }

    /// Reads the table; the error says what is wrong, and what to do.
    pub(super) fn read(&self) -> Result<Source, String> {
        let variable = self.variable();
        let Some(folder) = env::var_os(variable) else {
            return Err(match self.folder {
                Folder::Package => {
                    format!("{variable} is not set: build with cargo, or set it to the folder of the package")
                }
                Folder::OutDir => format!("{variable} is not set: `$OUT_DIR/` needs a package with a build script"),
            });
        };
        let path = Path::new(&folder).join(&self.path);
        Source::read(&shown(&path), &path).map_err(|error| self.explain(&error, Path::new(&folder)))
    }

    /// The environment variable that names the folder.
    ///
    /// Tests that compile their cases as packages of their own, as those of trybuild do, name the tested package by
    /// `CARGO_MANIFEST_DIR_OVERRIDE`. It holds for all packages that are compiled, so a table in the package itself wins.
    fn variable(&self) -> &'static str {
        const PACKAGE: &str = "CARGO_MANIFEST_DIR";
        const OVERRIDE: &str = "CARGO_MANIFEST_DIR_OVERRIDE";
        let has_table =
            |variable: &str| env::var_os(variable).is_some_and(|folder| Path::new(&folder).join(&self.path).exists());
        match self.folder {
            Folder::Package if has_table(OVERRIDE) && !has_table(PACKAGE) => OVERRIDE,
            Folder::Package => PACKAGE,
            Folder::OutDir => "OUT_DIR",
        }
    }

    fn explain(&self, error: &ReadError, folder: &Path) -> String {
        let help = match &error.reason {
            Unreadable::Missing => {
                let searched = absolute(folder).unwrap_or_else(|_| folder.to_owned());
                let searched = searched.display();
                match self.folder {
                    Folder::Package => format!(
                        "the path is relative to the package whose code invokes the macro, in `{searched}`; a table \
                         that a build script makes is at `$OUT_DIR/…`"
                    ),
                    Folder::OutDir => format!("the build script has to write it, into `{searched}`"),
                }
            }
            Unreadable::Directory => "add the name of the file".to_owned(),
            Unreadable::NotAFile => "copy the table into a file".to_owned(),
            Unreadable::TooLarge => "split it into several tables".to_owned(),
            Unreadable::NotUtf8(_) => "save the file as UTF-8".to_owned(),
            Unreadable::Io(_) => return error.to_string(),
        };
        format!("{error}\n  = help: {help}")
    }

    /// Makes the compiler read the table's file, so that a change to it rebuilds the crate.
    ///
    /// Where cargo builds, the compiler puts the path together, which keeps the folder out of what is compiled. Other
    /// build systems set relative folders, which the compiler would look for beside the source file.
    pub(super) fn tracking(&self) -> TokenStream {
        let (variable, path) = (self.variable(), &self.path);
        let folder = env::var_os(variable).map(PathBuf::from).filter(|folder| folder.is_relative());
        let absolute = folder.and_then(|folder| absolute(folder.join(path)).ok());
        let absolute = absolute.as_deref().and_then(Path::to_str).map(|path| quote!(#path));
        let file = absolute.unwrap_or_else(|| quote!(::core::concat!(::core::env!(#variable), "/", #path)));
        quote! {
            const _: &[::core::primitive::u8] = ::core::include_bytes!(#file);
        }
    }
}

/// The path under which faults are shown: relative to the folder that the compiler runs in, as the compiler itself shows
/// files. Editors and their lists of errors look for it there. In a workspace that is the workspace's root.
pub(super) fn shown(path: &Path) -> String {
    let relative = env::current_dir().ok().and_then(|folder| path.strip_prefix(folder).ok());
    relative.unwrap_or(path).display().to_string()
}

#[cfg(test)]
mod tests {
    use super::{Path, env, shown};

    #[test]
    fn paths_are_shown_as_the_compiler_shows_them() {
        let folder = env::current_dir().expect("the test runs in a folder");
        assert_eq!(shown(&folder.join("gateway/codes.toml")), Path::new("gateway/codes.toml").display().to_string());
        let elsewhere = folder.with_file_name("elsewhere").join("codes.toml");
        assert_eq!(shown(&elsewhere), elsewhere.display().to_string());
    }
}

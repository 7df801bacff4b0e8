//! Files: read whole and within bounds, written whole or not at all.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write as _};
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::streams::Streams;

/// The largest file that is read, in bytes, as in the macro.
pub(crate) const LARGEST: u64 = 64 * 1024 * 1024;

/// The name of standard input or output.
const STANDARD: &str = "-";

/// Whether a path stands for standard input or output.
pub(crate) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == STANDARD
}

/// How a path is shown.
pub(crate) fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Whether two paths lead to one file.
pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
    let [one, other] = [one, other].map(fs::canonicalize);
    matches!((one, other), (Ok(one), Ok(other)) if one == other)
}

/// Reads a file, or standard input where `path` is `-`.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let unreadable = |reason: &dyn std::fmt::Display| Failure::new(format!("can't read `{}`: {reason}", shown(path)));
    let too_large = || {
        unreadable(&format!("it is larger than {} MiB", LARGEST >> 20))
            .help("split it, or remove what the table doesn't need")
    };
    if is_standard(path) {
        return bounded(io::stdin().lock()).map_err(|error| unreadable(&error))?.ok_or_else(too_large);
    }
    let file = File::open(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::new(format!("there is no file `{}`", shown(path))),
        _ => unreadable(&error),
    })?;
    let metadata = file.metadata().map_err(|error| unreadable(&error))?;
    if metadata.is_dir() {
        return Err(unreadable(&"it is a folder").help("name a file in it"));
    }
    bounded(file).map_err(|error| unreadable(&error))?.ok_or_else(too_large)
}

/// All bytes of `reader`; `None` if there are too many.
fn bounded(reader: impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    reader.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= LARGEST).then_some(bytes))
}

/// A text that takes the place of another: with a byte order mark if that has one.
pub(crate) fn marked_as(existing: &str, text: String) -> String {
    if existing.starts_with('\u{FEFF}') { format!("\u{FEFF}{text}") } else { text }
}

/// Writes `text` to standard output where `path` is `-`, else to a file, which then has all of it, or is as it was.
pub(crate) fn write(path: &Path, text: &str, streams: &mut Streams) -> Result<(), Failure> {
    if is_standard(path) {
        return streams.print(text);
    }
    replace(path, text.as_bytes()).map_err(|error| {
        // The error of a temporary file names that file.
        let reason = match error.kind() {
            ErrorKind::NotFound => "there is no such folder".to_owned(),
            _ => error.to_string(),
        };
        Failure::new(format!("can't write `{}`: {reason}", shown(path)))
    })
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = followed(path)?;
    let existing = match fs::metadata(&target) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    // A device or a pipe can't be replaced.
    if existing.as_ref().is_some_and(|metadata| !metadata.is_file() && !metadata.is_dir()) {
        return File::options().write(true).open(&target)?.write_all(bytes);
    }
    if existing.as_ref().is_some_and(|metadata| metadata.permissions().readonly()) {
        return Err(io::Error::new(ErrorKind::PermissionDenied, "it is read-only"));
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".ineo-codes-");
    #[cfg(unix)]
    {
        // What a new file would have; the process's mask is applied to it.
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    if let Some(metadata) = existing {
        file.as_file().set_permissions(metadata.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

/// Where a chain of symbolic links ends, whether there is a file or not.
fn followed(path: &Path) -> io::Result<PathBuf> {
    /// As many as Linux follows.
    const LINKS: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        match fs::read_link(&path) {
            Ok(target) => path = path.parent().unwrap_or(Path::new("")).join(target),
            Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::NotFound) => return Ok(path),
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("too many symbolic links"))
}

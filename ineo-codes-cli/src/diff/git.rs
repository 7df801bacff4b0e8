//! Tables as a revision of git has them.

use std::io::Write as _;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::rc::Rc;

use ineo_codes_table::Source;

use crate::failure::Failure;
use crate::files;
use crate::table;

/// The table as `revision` has it; `None` if that has no such file.
///
/// `revision` is whatever git takes for a commit, or `REVISION:PATH`.
pub(super) fn read(revision: &str, path: &Path) -> Result<Option<Rc<Source>>, Failure> {
    if files::is_standard(path) {
        return Err(Failure::new("standard input has no revisions"));
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let git = Git { folder };
    let prefix = git.prefix()?;
    let (tree, inner) = match git.resolve(&format!("{revision}^{{commit}}"))? {
        Some(commit) => {
            let name = path.file_name().and_then(|name| name.to_str());
            let name =
                name.ok_or_else(|| Failure::new(format!("`{}` has no name that git knows", files::shown(path))))?;
            (commit, format!("{prefix}{name}"))
        }
        None => git.revision_with_path(revision)?.ok_or_else(|| unknown(revision))?,
    };
    if inner.contains('\n') {
        return Err(Failure::new("a path with a line break can't be asked of git"));
    }
    let Some(object) = git.find(&tree, &inner)? else { return Ok(None) };
    let bytes = git.output(&["cat-file", "blob", &object])?;
    if !bytes.status.success() {
        return Err(failed(&bytes));
    }
    let name = if revision.contains(':') { revision.to_owned() } else { format!("{revision}:{inner}") };
    table::of_bytes(&name, bytes.stdout).map(Some)
}

fn unknown(revision: &str) -> Failure {
    Failure::new(format!("git knows no revision `{revision}`")).help(
        "a shallow clone has few: fetch it, `git fetch --depth=1 origin REVISION`, or check out the whole history, \
         `fetch-depth: 0`",
    )
}

fn failed(output: &Output) -> Failure {
    let reason = String::from_utf8_lossy(&output.stderr);
    let reason = reason.lines().next().unwrap_or("it says nothing").trim_start_matches("fatal: ").to_owned();
    Failure::new(format!("git failed: {reason}"))
}

/// Git in the folder of a table.
struct Git<'p> {
    folder: &'p Path,
}

impl Git<'_> {
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        // In words that don't depend on the user's language.
        command.arg("-C").arg(self.folder).args(arguments).env("LC_ALL", "C").stdin(Stdio::null());
        command
    }

    fn output(&self, arguments: &[&str]) -> Result<Output, Failure> {
        self.command(arguments).output().map_err(|error| not_run(&error))
    }

    /// The path of the folder in its repository: empty, or with a slash at its end.
    fn prefix(&self) -> Result<String, Failure> {
        if !self.folder.is_dir() {
            return Err(Failure::new(format!("there is no folder `{}`", files::shown(self.folder))));
        }
        let output = self.output(&["rev-parse", "--show-prefix"])?;
        if !output.status.success() {
            return Err(failed(&output));
        }
        let prefix = String::from_utf8(output.stdout).map_err(|_| Failure::new("the folder's name is not UTF-8"))?;
        Ok(prefix.trim_end_matches(['\n', '\r']).to_owned())
    }

    /// The object that a revision names, if it names one. It can't be taken for an option.
    fn resolve(&self, revision: &str) -> Result<Option<String>, Failure> {
        let output = self.output(&["rev-parse", "--verify", "--quiet", "--end-of-options", revision])?;
        let name = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        let is_object = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_hexdigit());
        Ok((output.status.success() && is_object).then_some(name))
    }

    /// The tree and the path that `REVISION:PATH` names.
    fn revision_with_path(&self, revision: &str) -> Result<Option<(String, String)>, Failure> {
        let Some((revision, path)) = revision.split_once(':') else { return Ok(None) };
        let Some(tree) = self.resolve(&format!("{revision}^{{tree}}"))? else { return Ok(None) };
        // Relative to where the command runs, as git has it.
        let is_relative = path.starts_with("./") || path.starts_with("../");
        let prefix = if is_relative { Git { folder: Path::new(".") }.prefix()? } else { String::new() };
        let path = format!("{prefix}{path}");
        Ok(normal(Path::new(&path)).map(|path| (tree, path)))
    }

    /// The blob at a path, behind links inside of the repository.
    fn find(&self, tree: &str, path: &str) -> Result<Option<String>, Failure> {
        let mut command = self.command(&["cat-file", "--batch-check", "--follow-symlinks"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| not_run(&error))?;
        if let Some(mut stdin) = child.stdin.take() {
            _ = stdin.write_all(format!("{tree}:{path}\n").as_bytes());
        }
        let output = child.wait_with_output().map_err(|error| not_run(&error))?;
        if !output.status.success() {
            return Err(failed(&output));
        }
        let answer = String::from_utf8_lossy(&output.stdout).into_owned();
        let line = answer.lines().next().unwrap_or_default();
        let words: Vec<&str> = line.split(' ').collect();
        if let [object, "blob", size] = words.as_slice()
            && object.bytes().all(|byte| byte.is_ascii_hexdigit())
        {
            if size.parse::<u64>().is_ok_and(|size| size > files::LARGEST) {
                return Err(Failure::new(format!("`{path}` is larger than {} MiB there", files::LARGEST >> 20)));
            }
            return Ok(Some((*object).to_owned()));
        }
        match words.as_slice() {
            [.., "missing"] => Ok(None),
            ["symlink" | "dangling" | "loop" | "notdir", _] => {
                Err(Failure::new(format!("`{path}` is a link there that leads to no file in the repository")))
            }
            _ => Err(Failure::new(format!("`{path}` is not a file there"))),
        }
    }
}

fn not_run(error: &std::io::Error) -> Failure {
    Failure::new(format!("can't run git: {error}")).help("install it, or compare two files: `diff OLD NEW`")
}

/// A path without `.` and `..`; `None` if it leaves the repository.
fn normal(path: &Path) -> Option<String> {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::Normal(name) => normal.push(name),
            Component::CurDir => {}
            Component::ParentDir => {
                if !normal.pop() {
                    return None;
                }
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(normal.to_str()?.replace('\\', "/"))
}

//! Writes a table for each of the sources, and for the tests what each source says itself.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use serde_json::Value;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let packages = packages();
    http();
    grpc();
    errno(&folder(&packages, "linux-raw-sys"));
    sqlite(&folder(&packages, "libsqlite3-sys"));
    windows(&folder(&packages, "windows-sys"));
    sqlstate(&folder(&packages, "tokio-postgres"));
}

/// A row of a table, or a code that several names share.
#[derive(Default)]
struct Row {
    code: i64,
    names: Vec<String>,
    category: Option<String>,
    message: Option<String>,
}

/// Rows of constants, in their order. What has the same value as a constant above is an alias of it.
fn rows(constants: impl IntoIterator<Item = (String, i64)>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut seen = std::collections::HashMap::new();
    for (name, code) in constants {
        let at = *seen.entry(code).or_insert(rows.len());
        if at == rows.len() {
            rows.push(Row { code, ..Row::default() });
        }
        rows[at].names.push(name);
    }
    rows
}

/// A text as TOML writes it, which is as JSON does.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

fn write(file: &str, header: &str, rows: &[Row]) {
    let mut table = header.to_owned();
    for row in rows {
        let names: Vec<String> = row.names.iter().map(|name| quoted(name)).collect();
        _ = writeln!(table, "\n[[code]]\ncode = {}\nname = {}", row.code, names[0]);
        if names.len() > 1 {
            _ = writeln!(table, "aliases = [{}]", names[1..].join(", "));
        }
        for (key, value) in [("category", &row.category), ("message", &row.message)] {
            if let Some(value) = value {
                _ = writeln!(table, "{key} = {}", quoted(value));
            }
        }
    }
    save(file, &table);
}

fn save(file: &str, text: &str) {
    fs::write(Path::new(&env::var_os("OUT_DIR").expect("cargo runs build scripts")).join(file), text).unwrap();
}

/// What cargo knows about all packages: where their files are.
fn packages() -> Value {
    let output = Command::new(env::var_os("CARGO").expect("cargo runs build scripts"))
        .args(["metadata", "--format-version=1", "--locked"])
        .current_dir(env::var_os("CARGO_MANIFEST_DIR").expect("cargo runs build scripts"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The folder of the package that this one depends on under `name`; others of the name, of other versions, may be there.
fn folder(metadata: &Value, name: &str) -> PathBuf {
    let own = env::var("CARGO_PKG_NAME").unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let id = &packages.iter().find(|package| package["name"] == own).unwrap()["id"];
    let nodes = metadata["resolve"]["nodes"].as_array().unwrap();
    let node = nodes.iter().find(|node| node["id"] == *id).unwrap();
    let ids = node["dependencies"].as_array().unwrap();
    let package = packages.iter().find(|package| package["name"] == name && ids.contains(&package["id"]));
    let package = package.unwrap_or_else(|| panic!("no dependency {name}"));
    Path::new(package["manifest_path"].as_str().unwrap()).parent().unwrap().to_owned()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The names and types of the constants in a file of Rust's.
fn constants(text: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    text.split("pub const ").skip(1).filter_map(|item| {
        let (name, rest) = item.split_once(": ")?;
        let (kind, rest) = rest.split_once(" = ")?;
        Some((name, kind, rest.split_once(';')?.0))
    })
}

/// The constants as Rust, so that the compiler says in the tests what their values are.
fn witnesses<'a>(path: &str, names: impl Iterator<Item = &'a str>) -> String {
    names.fold(String::from("&["), |list, name| list + &format!("({name:?}, {path}::{name} as i64),\n")) + "]"
}

/// Every status of HTTP that has a reason, which serves as the name; the classes are those of the crate `http`.
fn http() {
    let header = "[table]\ntitle = \"HTTP status codes\"\nsource = \"the crate http\"\n
        [categories]
        informational = { doc = \"1xx\", codes = [{ from = 100, to = 199 }] }
        success = { doc = \"2xx\", success = true, codes = [{ from = 200, to = 299 }] }
        redirection = { doc = \"3xx\", codes = [{ from = 300, to = 399 }] }
        client_error = { doc = \"4xx\", codes = [{ from = 400, to = 499 }] }
        server_error = { doc = \"5xx\", codes = [{ from = 500, to = 599 }] }
        none = \"Of no class.\"\n
        [unrecognized]\ncategory = \"none\"\n";
    let rows: Vec<Row> = (100..=999)
        .filter_map(|code| {
            let names = vec![http::StatusCode::from_u16(code).unwrap().canonical_reason()?.to_owned()];
            Some(Row { code: code.into(), names, ..Row::default() })
        })
        .collect();
    write("http.toml", header, &rows);
}

/// The codes of gRPC, as tonic knows and describes them.
fn grpc() {
    let rows: Vec<Row> = (0..100)
        .map(|code| (code, tonic::Code::from_i32(code)))
        .filter(|(code, known)| *known as i32 == *code)
        .map(|(code, known)| {
            let message = Some(known.description().to_owned());
            Row { code: code.into(), names: vec![format!("{known:?}")], category: None, message }
        })
        .collect();
    write("grpc.toml", "[table]\ntitle = \"gRPC's codes\"\nsource = \"the crate tonic\"\nrepr = \"i32\"\n", &rows);
}

/// The error numbers of Linux, with the texts of the system where it is Linux.
fn errno(package: &Path) {
    let architecture = env::var("CARGO_CFG_TARGET_ARCH").unwrap();
    let text = read(&package.join("src").join(architecture).join("errno.rs"));
    let constants: Vec<(&str, i64)> = constants(&text).map(|(name, _, value)| (name, value.parse().unwrap())).collect();
    let mut rows = rows(constants.iter().map(|(name, code)| ((*name).to_owned(), *code)));
    if cfg!(target_os = "linux") {
        for row in &mut rows {
            let text = std::io::Error::from_raw_os_error(row.code.try_into().unwrap()).to_string();
            row.message = Some(text.rsplit_once(" (os error").unwrap().0.to_owned());
        }
    }
    write("errno.toml", "[table]\ntitle = \"Errors of Linux\"\nsource = \"its headers\"\nrepr = \"i32\"\n", &rows);
    save("errno.rs", &witnesses("linux_raw_sys::errno", constants.iter().map(|(name, _)| *name)));
}

/// The result codes of `SQLite`, each in the category of its primary code, with the comments of the C header.
fn sqlite(package: &Path) {
    let header = read(&package.join("sqlite3/sqlite3.h"));
    let (_, section) = header.split_once("#define SQLITE_OK ").expect("the header has the codes");
    let (section, _) = section.split_once("CAPI3REF: Flags For File Open").expect("the codes end");
    let mut rows: Vec<Row> = Vec::new();
    let mut categories = String::new();
    for line in format!("#define SQLITE_OK {section}").lines() {
        let Some(definition) = line.strip_prefix("#define ") else { continue };
        let (name, rest) = definition.split_once(' ').unwrap();
        let (value, comment) = rest.split_once("/*").unwrap_or((rest, ""));
        let comment = comment.trim().trim_end_matches("*/").trim();
        let find = |name: &str| rows.iter().find(|row| row.names[0] == name).expect("a primary code comes first");
        let (code, primary) = match value.trim().trim_start_matches('(').trim_end_matches(')').split_once('|') {
            None => (value.trim().parse().unwrap(), None),
            Some((primary, shifted)) => {
                let primary = find(primary.trim());
                let (extension, shift) = shifted.trim().trim_matches(['(', ')']).split_once("<<").unwrap();
                let extension = extension.parse::<i64>().unwrap() << shift.parse::<i64>().unwrap();
                (primary.code | extension, Some(primary))
            }
        };
        let category = primary.map_or(name, |primary| &primary.names[0]).to_owned();
        let message = match primary {
            Some(primary) if comment.is_empty() => primary.message.clone(),
            _ => Some(comment.to_owned()),
        };
        if primary.is_none() {
            _ = writeln!(categories, "{name} = {}", quoted(comment));
        }
        rows.push(Row { code, names: vec![name.to_owned()], category: Some(category), message });
    }
    let head = format!(
        "[table]\ntitle = \"Result codes of SQLite\"\nsource = \"sqlite3.h\"\nrepr = \"i32\"\nstrip-prefix = \"SQLITE_\"\n
         [categories]\n{categories}\n[unrecognized]\ncategory = \"SQLITE_ERROR\"\n"
    );
    write("sqlite.toml", &head, &rows);
    // Another reading of the same header, by bindgen.
    let bindings = read(&package.join("sqlite3/bindgen_bundled_version.rs"));
    let bindings = constants(&bindings).filter(|(_, kind, _)| *kind == "i32");
    save(
        "sqlite.rs",
        &(bindings.fold(String::from("&["), |list, (name, _, value)| list + &format!("({name:?}, {value}),\n")) + "]"),
    );
}

/// How a table of Windows begins: the type of its codes, how they are shown, and what their upper bits mean.
struct Windows {
    kind: &'static str,
    file: &'static str,
    repr: &'static str,
    keys: &'static str,
}

const WINDOWS: [Windows; 3] = [
    Windows { kind: "WIN32_ERROR", file: "win32_error", repr: "u32", keys: "" },
    Windows {
        kind: "windows_sys::core::HRESULT",
        file: "hresult",
        repr: "i32",
        keys: "radix = 16

            [categories]
            success = { doc = \"It worked.\", success = true, codes = [{ from = 0, to = 0x7FFFFFFF }] }
            failure = { doc = \"It failed.\", codes = [{ from = 0x80000000, to = 0xFFFFFFFF }] }

            [unrecognized]
            category = \"failure\"\n",
    },
    Windows {
        kind: "NTSTATUS",
        file: "ntstatus",
        repr: "i32",
        keys: "radix = 16
            strip-prefix = \"STATUS_\"

            [categories]
            success = { doc = \"It worked.\", success = true, codes = [{ from = 0, to = 0x3FFFFFFF }] }
            informational = { doc = \"Worth to know.\", success = true, codes = [{ from = 0x40000000, to = 0x7FFFFFFF }] }
            warning = { doc = \"It worked in part.\", codes = [{ from = 0x80000000, to = 0xBFFFFFFF }] }
            error = { doc = \"It failed.\", codes = [{ from = 0xC0000000, to = 0xFFFFFFFF }] }

            [unrecognized]
            category = \"error\"\n",
    },
];

/// What functions of Windows answer: thousands of codes, some of them negative.
fn windows(package: &Path) {
    let text = read(&package.join("src/Windows/Win32/Foundation/mod.rs"));
    for Windows { kind, file, repr, keys } in WINDOWS {
        let names = || constants(&text).filter(|(_, other, _)| *other == kind).map(|(name, ..)| name);
        let values = constants(&text).filter(|(_, other, _)| *other == kind).map(|(name, _, value)| {
            let (digits, _) = value.split_once("u32").unwrap_or((value, ""));
            let digits = digits.trim_end_matches('_');
            let bits = match digits.strip_prefix("0x") {
                Some(digits) => u32::from_str_radix(digits, 16).unwrap(),
                None => digits.parse().unwrap(),
            };
            (name.to_owned(), if repr == "i32" { i32::from_ne_bytes(bits.to_ne_bytes()).into() } else { bits.into() })
        });
        let header =
            format!("[table]\ntitle = \"{kind}\"\nsource = \"the crate windows-sys\"\nrepr = \"{repr}\"\n{keys}");
        write(&format!("{file}.toml"), &header, &rows(values));
        save(&format!("{file}.rs"), &witnesses("windows_sys::Win32::Foundation", names()));
    }
}

/// `SqlState` of tokio-postgres, to compile it without the rest of the crate, and a list of its constants.
fn sqlstate(package: &Path) {
    let text = read(&package.join("src/error/sqlstate.rs"));
    let names = text.split("pub const ").skip(1).filter_map(|item| item.split(": SqlState").next());
    let names = names.map(|name| format!("({name:?}, SqlState::{name}),\n"));
    save("sqlstate_constants.rs", &format!("vec![{}]", names.collect::<String>()));
    save("sqlstate.rs", &text);
}

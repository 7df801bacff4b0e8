//! Tables that people use: read at build time from the packages that know them, and made enums.

/// A status of HTTP.
#[ineo_codes::codes("$OUT_DIR/http.toml")]
pub enum Http {}

/// A code of gRPC.
#[ineo_codes::codes("$OUT_DIR/grpc.toml")]
pub enum Grpc {}

/// An error of Linux.
#[ineo_codes::codes("$OUT_DIR/errno.toml")]
pub enum Errno {}

/// A result code of `SQLite`.
#[ineo_codes::codes("$OUT_DIR/sqlite.toml")]
pub enum Sqlite {}

/// An error of Windows.
#[ineo_codes::codes("$OUT_DIR/win32_error.toml")]
pub enum Win32Error {}

/// A result of a COM interface.
#[ineo_codes::codes("$OUT_DIR/hresult.toml")]
pub enum Hresult {}

/// A status of the kernel of Windows.
#[ineo_codes::codes("$OUT_DIR/ntstatus.toml")]
pub enum NtStatus {}

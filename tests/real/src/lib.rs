//! Tables that people use, as enums: read at build time from crates that have them, or written in `tables/`.

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

/// A status code of OPC UA.
#[ineo_codes::codes("tables/opc_ua.toml")]
pub enum OpcUa {}

/// An abort code of `CANopen`.
#[ineo_codes::codes("tables/canopen.toml")]
pub enum CanOpen {}

/// A command status of SMPP.
#[ineo_codes::codes("tables/smpp.toml")]
pub enum Smpp {}

/// A reason code of MQTT.
#[ineo_codes::codes("tables/mqtt.toml")]
pub enum Mqtt {}

/// A result code of LDAP.
#[ineo_codes::codes("tables/ldap.toml")]
pub enum Ldap {}

/// A result code of the payment gateway Zarinpal.
#[ineo_codes::codes("tables/zarinpal.toml")]
pub enum Zarinpal {}

/// An error code of `PostgreSQL`.
#[ineo_codes::codes("tables/sqlstate.toml")]
pub enum SqlState {}

/// A response code of ISO 8583.
#[ineo_codes::codes("tables/iso_8583.toml")]
pub enum Iso8583 {}

/// An error code of Stripe.
#[ineo_codes::codes("tables/stripe.toml")]
pub enum Stripe {}

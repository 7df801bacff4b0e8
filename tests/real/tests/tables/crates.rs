//! Every row of the tables that crates have against the crate itself.

#![allow(
    clippy::unreadable_literal,
    clippy::cast_lossless,
    clippy::cast_possible_wrap,
    clippy::large_stack_arrays,
    reason = "numbers are included as their sources write them"
)]

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::str::FromStr;

use ineo_codes::Code;
use ineo_codes_tests_real::{Errno, Grpc, Hresult, Http, HttpCategory, NtStatus, Sqlite, SqliteCategory, Win32Error};

/// How a table shows its numbers.
type Shown = fn(i64) -> String;

/// As tables with `radix = 16` and codes of 32 bits show their numbers.
fn hexadecimal(number: i64) -> String {
    format!("0x{:08X}", i32::try_from(number).unwrap())
}

/// Compares an enum with constants: each by number, by name and by text, and no code beside them.
fn check<E>(constants: &[(&str, i64)], shown: Shown)
where
    E: Code + FromStr<Err: Debug> + Debug,
    i64: From<E::Repr>,
    E::Repr: TryFrom<i64, Error: Debug>,
{
    let mut names: BTreeMap<i64, Vec<&str>> = BTreeMap::new();
    for (name, number) in constants {
        let code = E::from_code((*number).try_into().unwrap());
        assert_eq!(i64::from(code.code()), *number, "{name}");
        assert!(code.is_recognized() && code.names().contains(name), "{name} is {code:?}");
        assert_eq!(E::named(name), [code], "{name}");
        assert_eq!(name.parse::<E>().unwrap(), code);
        assert_eq!(number.to_string().parse::<E>().unwrap(), code);
        assert_eq!(shown(*number).parse::<E>().unwrap(), code);
        names.entry(*number).or_default().push(name);
    }
    assert_eq!(E::ALL.len(), names.len());
    let mut sorted = E::ALL.to_vec();
    sorted.sort_unstable();
    for (code, (number, names)) in sorted.iter().zip(&names) {
        assert_eq!(i64::from(code.code()), *number);
        assert_eq!(code.names(), names);
        assert_eq!(code.name(), names[0]);
        assert_eq!(code.to_string(), format!("{} {}", shown(*number), names[0]));
        // The neighbours are in the table or not, just as in the source.
        for neighbour in [number - 1, number + 1] {
            let Ok(neighbour) = E::Repr::try_from(neighbour) else { continue };
            let is_known = constants.iter().any(|(_, number)| *number == i64::from(neighbour));
            assert_eq!(E::from_code(neighbour).is_recognized(), is_known, "{}", i64::from(neighbour));
        }
    }
}

#[test]
fn http() {
    let mut known = 0;
    for number in 100..=999 {
        let status = ::http::StatusCode::from_u16(number).unwrap();
        let code = Http::from_code(number);
        assert_eq!(code.code(), number);
        assert_eq!(code.is_recognized(), status.canonical_reason().is_some(), "{number}");
        if let Some(reason) = status.canonical_reason() {
            known += 1;
            assert_eq!((code.name(), code.message()), (reason, reason));
            assert_eq!(reason.parse::<Http>().unwrap(), code);
            assert_eq!(Http::named(reason), [code]);
            assert_eq!(code.to_string(), status.to_string());
        }
        assert_eq!(code.is_informational(), status.is_informational(), "{number}");
        assert_eq!(code.is_success(), status.is_success(), "{number}");
        assert_eq!(code.is_redirection(), status.is_redirection(), "{number}");
        assert_eq!(code.is_client_error(), status.is_client_error(), "{number}");
        assert_eq!(code.is_server_error(), status.is_server_error(), "{number}");
        assert_eq!(code.category() == HttpCategory::None, number >= 600, "{number}");
    }
    assert_eq!(Http::ALL.len(), known);
    assert_eq!(Http::IMATeapot, 418);
    assert_eq!(Http::NonAuthoritativeInformation, ::http::StatusCode::NON_AUTHORITATIVE_INFORMATION.as_u16());
}

#[test]
fn grpc() {
    let mut known = Vec::new();
    for number in -1000..1000 {
        let (code, source) = (Grpc::from_code(number), tonic::Code::from_i32(number));
        assert_eq!(code.code(), number);
        // Tonic answers with its code 2 for every number that it does not know.
        assert_eq!(code.is_recognized(), source as i32 == number, "{number}");
        if code.is_recognized() {
            assert_eq!(code.name(), format!("{source:?}"));
            assert_eq!(format!("{code:?}"), format!("{source:?}"), "the variants have the same names");
            assert_eq!(code.message(), source.description());
            known.push(number);
        }
    }
    assert_eq!(known, (0..=16).collect::<Vec<i32>>());
    let constants: Vec<_> = known.iter().map(|number| (Grpc::from_code(*number).name(), i64::from(*number))).collect();
    check::<Grpc>(&constants, |number| number.to_string());
}

#[test]
fn errno() {
    let constants: &[(&str, i64)] = include!(concat!(env!("OUT_DIR"), "/errno.rs"));
    check::<Errno>(constants, |number| number.to_string());
    for code in Errno::ALL {
        #[cfg(target_os = "linux")]
        assert_eq!(
            format!("{} (os error {})", code.message(), code.code()),
            std::io::Error::from_raw_os_error(code.code()).to_string()
        );
        #[cfg(not(target_os = "linux"))]
        assert_eq!(code.message(), code.name());
    }
    // One number, two names.
    assert_eq!(Errno::named("EWOULDBLOCK"), [Errno::Eagain]);
    assert_eq!("EAGAIN".parse::<Errno>().unwrap(), "EWOULDBLOCK".parse::<Errno>().unwrap());
    assert_eq!(Errno::from(-1).to_string(), "-1 unrecognized");
}

#[test]
fn sqlite() {
    let bindings: &[(&str, i64)] = include!(concat!(env!("OUT_DIR"), "/sqlite.rs"));
    let in_bindings: BTreeMap<&str, i64> = bindings.iter().copied().collect();
    let constants: Vec<(&str, i64)> = Sqlite::ALL
        .iter()
        .flat_map(|code| code.names())
        .map(|name| (*name, *in_bindings.get(name).unwrap_or_else(|| panic!("the bindings lack {name}"))))
        .collect();
    check::<Sqlite>(&constants, |number| number.to_string());
    // All that is an extension of a primary code, by its name and its number, is in the table.
    for (name, number) in bindings {
        let extends = |code: &&Sqlite| {
            name.strip_prefix(code.name()).is_some_and(|rest| rest.starts_with('_'))
                && number & 0xFF == i64::from(code.code())
                && *number > 0xFF
        };
        // `SQLITE_OK` and `SQLITE_ERROR` begin no names of flags.
        if Sqlite::ALL.iter().filter(|code| code.code() <= 0xFF).any(|code| extends(&code)) {
            assert_eq!(Sqlite::named(name).len(), 1, "{name}");
        }
    }
    for code in Sqlite::ALL {
        let primary = Sqlite::from_code(code.code() & 0xFF);
        assert_eq!(code.category().name(), primary.name());
        assert_eq!(code.category(), primary.category());
        assert!(!code.message().contains('*') && !code.message().is_empty(), "{code:#}");
    }
    assert_eq!(SqliteCategory::ALL.len(), Sqlite::ALL.iter().filter(|code| code.code() <= 0xFF).count());
    assert_eq!(format!("{:#}", Sqlite::Busy), "5 SQLITE_BUSY: The database file is locked");
    assert!(Sqlite::BusySnapshot.is_sqlite_busy() && !Sqlite::Locked.is_sqlite_busy());
}

#[test]
fn win32_error() {
    check::<Win32Error>(include!(concat!(env!("OUT_DIR"), "/win32_error.rs")), |number| number.to_string());
    assert_eq!(Win32Error::from_code(5), Win32Error::ErrorAccessDenied);
}

#[test]
fn hresult() {
    check::<Hresult>(include!(concat!(env!("OUT_DIR"), "/hresult.rs")), hexadecimal);
    assert_eq!(Hresult::EFail.code(), 0x8000_4005_u32.cast_signed());
    // Several names, and the order is by number: failures are negative.
    let ok = Hresult::from_code(0);
    assert_eq!((Hresult::named("S_OK"), Hresult::named("SEC_E_OK")), (&[ok][..], &[ok][..]));
    assert!(Hresult::EFail < ok && ok < Hresult::SFalse);
    // A failure is a negative number, listed or not.
    for code in Hresult::ALL.iter().copied().chain([-1, 1, i32::MIN, i32::MAX].map(Hresult::from_code)) {
        assert_eq!(code.ok().is_err(), code.code() < 0, "{code}");
    }
}

#[test]
fn ntstatus() {
    check::<NtStatus>(include!(concat!(env!("OUT_DIR"), "/ntstatus.rs")), hexadecimal);
    assert_eq!(NtStatus::AccessDenied.code(), 0xC000_0022_u32.cast_signed());
    assert_eq!(NtStatus::AccessDenied.to_string(), "0xC0000022 STATUS_ACCESS_DENIED");
    // The upper two bits are the severity, of listed codes and others.
    for code in NtStatus::ALL.iter().copied().chain((0..64).map(|bits| NtStatus::from_code(bits << 26 | 0x0BAD))) {
        let severity = ["success", "informational", "warning", "error"][code.code().cast_unsigned() as usize >> 30];
        assert_eq!(code.category().name(), severity, "{code}");
    }
}

//! The tables in `tables/` against the lists of other packages, which `sources.py` reads.

use std::io::{self, Write as _};
use std::path::Path;
use std::process::Command;

use ineo_codes::Code;
use ineo_codes_tests_real::{CanOpen, Iso8583, Ldap, Mqtt, OpcUa, Smpp, SqlState, Stripe, Zarinpal};
use serde_json::Value;

/// What a package says of a code.
pub(crate) struct Row<E> {
    pub(crate) code: E,
    pub(crate) names: Vec<String>,
    pub(crate) messages: Vec<String>,
}

/// The rows of a list. If its package is not installed, this says so and returns nothing.
pub(crate) fn rows<E: Code>(list: &str) -> Option<Vec<Row<E>>> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let installed = package.join("../../target/tools/real/bin/python");
    let python = if installed.exists() { &installed } else { Path::new("python3") };
    let output = match Command::new(python).arg(package.join("sources.py")).arg(list).output() {
        Ok(output) if output.status.success() => output.stdout,
        Ok(output) => {
            let says = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(3), "{list}: {says}");
            return skipped(list, &says);
        }
        Err(error) => return skipped(list, &format!("Python can't be run: {error}")),
    };
    let rows: Vec<(Value, Vec<String>, Vec<String>)> = serde_json::from_slice(&output).expect("an array of rows");
    let row = |(code, names, messages): (Value, _, _)| {
        let text = code.as_str().map_or_else(|| code.to_string(), str::to_owned);
        let code = text.parse().unwrap_or_else(|_| panic!("{list}: {text} is not a code of this type"));
        Row { code: E::from_code(code), names, messages }
    };
    Some(rows.into_iter().map(row).collect())
}

/// Says why a list is not compared. It writes past the test harness, which hides what passing tests print.
fn skipped<T>(list: &str, why: &str) -> Option<T> {
    writeln!(io::stderr(), "skipped: {list}: {}", why.trim()).expect("stderr is open");
    None
}

/// The rows of a list, which are those of the table: no more, no fewer, but for codes of the table in `others`.
fn same_rows<E: Code>(list: &str, others: &[E]) -> Option<Vec<Row<E>>> {
    let rows = rows::<E>(list)?;
    assert!(rows.iter().all(|row| row.code.is_recognized()), "{list}");
    assert_same_codes(list, &rows, others);
    Some(rows)
}

fn assert_same_codes<E: Code>(list: &str, rows: &[Row<E>], others: &[E]) {
    for code in E::ALL {
        let count = rows.iter().filter(|row| row.code == *code).count();
        assert_eq!(count, usize::from(!others.contains(code)), "{list}: {code}");
    }
}

#[test]
fn opc_ua() {
    for Row { code, names, .. } in same_rows::<OpcUa>("opc_ua", &[]).into_iter().flatten() {
        assert_eq!(code.names(), names);
        assert_eq!(format!("{code:?}"), names[0].replace('_', ""), "the variant has the same name");
        assert_eq!(code.to_string(), format!("0x{:08X} {}", code.code(), names[0]));
        assert!(names[0].to_lowercase().starts_with(code.category().name()), "{code} begins with its severity");
    }
}

#[test]
fn canopen() {
    for Row { code, messages, .. } in same_rows::<CanOpen>("canopen", &[]).into_iter().flatten() {
        assert_eq!([code.message()], messages[..]);
        // The uppermost byte is the class.
        let class =
            [(5, "service"), (6, "access"), (8, "other")].into_iter().find(|(byte, _)| code.code() >> 24 == *byte);
        assert_eq!(Some(code.category().name()), class.map(|(_, name)| name), "{code}");
    }
}

#[test]
fn smpp() {
    for Row { code, names, messages } in same_rows::<Smpp>("smpp", &[]).into_iter().flatten() {
        assert_eq!(code.names(), names);
        // What smpplib doesn't describe has its name for a message.
        let expected = if messages[0] == "<Desc Not Set>" { &names[0] } else { &messages[0] };
        assert_eq!(code.message(), expected);
        assert_eq!(code.ok().is_ok(), code.code() == 0);
    }
}

#[test]
fn mqtt() {
    for Row { code, names, .. } in same_rows::<Mqtt>("mqtt", &[]).into_iter().flatten() {
        assert_eq!(code.names(), names);
        assert_eq!(code.ok().is_ok(), code.code() < 0x80);
    }
}

#[test]
fn ldap() {
    let Some(mut rows) = rows::<Ldap>("ldap") else { return };
    // RFC 4511 reserves 9, and so does the table; ldap3 calls it so.
    let reserved: Vec<_> = rows.extract_if(.., |row| row.code == 9).flat_map(|row| row.names).collect();
    assert_eq!(reserved, ["reserved"]);
    assert!(!Ldap::from_code(9).is_recognized());
    assert_same_codes("ldap", &rows, &[]);
    for Row { code, names, .. } in rows {
        assert_eq!(code.names(), names);
    }
}

#[test]
fn zarinpal() {
    // A list of errors has no success.
    for Row { code, messages, .. } in same_rows::<Zarinpal>("zarinpal", &[Zarinpal::Success]).into_iter().flatten() {
        assert_eq!([code.message_in("en"), code.message_in("fa")], [Some(&*messages[0]), Some(&*messages[1])]);
    }
}

#[test]
fn iso_8583() {
    let Some(mut rows) = rows::<Iso8583>("iso_8583") else { return };
    // The list has what is reserved too, and a slip: "C0 Unacceptable PIN" was cut one character late.
    let reserved: Vec<_> = rows.extract_if(.., |row| row.messages[0].contains("Reserved")).collect();
    assert!(!reserved.is_empty() && reserved.iter().all(|row| !row.code.is_recognized()));
    for row in &mut rows {
        if row.code == "C" {
            *row = Row { code: Iso8583::UnacceptablePin, names: vec![], messages: vec!["Unacceptable PIN".to_owned()] };
        }
    }
    assert_same_codes("iso_8583", &rows, &[]);
    for Row { code, messages, .. } in rows {
        assert_eq!([code.message()], messages[..]);
        assert_eq!(code.to_string(), code.code().to_string(), "a name that is the code is written once");
    }
}

#[test]
fn sqlstate() {
    // psycopg raises no exception for success and warnings, which are not errors.
    let others: Vec<SqlState> =
        SqlState::ALL.iter().copied().filter(|code| ["00", "01"].contains(&&code.code()[..2])).collect();
    for Row { code, names, .. } in same_rows::<SqlState>("sqlstate", &others).into_iter().flatten() {
        assert_eq!([code.name()], names[..]);
    }
}

#[test]
fn stripe() {
    for Row { code, .. } in same_rows::<Stripe>("stripe", &[]).into_iter().flatten() {
        assert_eq!(code.names(), [&*code.code()]);
        assert_eq!(code.to_string(), code.code().to_string());
        assert_eq!(code.to_string().parse(), Ok(code));
    }
}

#[test]
fn what_no_list_has_is_kept() {
    assert_eq!(OpcUa::from_code(0x80FF_0000).to_string(), "0x80FF0000 unrecognized");
    assert!(OpcUa::from_code(0x1234_5678).is_good() && OpcUa::from_code(0xFFFF_FFFF).is_bad());
    assert_eq!(Smpp::from_code(0x4FF).to_string(), "0x000004FF SMSC vendor specific");
    assert_eq!(Mqtt::from_code(0x7F).ok(), Ok(()));
    let local = Iso8583::try_from("N7").unwrap();
    assert!(!local.is_recognized() && local.is_other() && local == "N7");
    assert_eq!(Iso8583::try_from("85").unwrap().name(), "client_specific");
    assert!(Iso8583::try_from("00").unwrap().ok().is_ok() && Iso8583::try_from("09").unwrap().is_declined());
    assert_eq!(Stripe::try_from("a_code_of_tomorrow").unwrap(), "a_code_of_tomorrow");
    assert!(Stripe::try_from("x".repeat(81).as_str()).is_err());
}

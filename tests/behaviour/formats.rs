//! Codes in other formats than JSON: what a format reads as a `u16` it reads as a code.

use std::collections::BTreeMap;
use std::fmt::Debug;

use ineo_codes::{Response, StatusCode, codes};
use serde::{Deserialize, Serialize};

#[codes("fixtures/i16.toml")]
enum Signed {}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Row<C> {
    code: C,
}

/// Compares what is read as a row with a number and as a row with a code. A macro, since a function can't take a function
/// that is generic in what it returns.
macro_rules! assert_alike {
    ($read:expr, $codes:ident, $repr:ident, [$($input:expr),* $(,)?]) => {
        $({
            let input = $input;
            let number: Option<Row<$repr>> = $read(&input).ok();
            let code: Option<Row<$codes>> = $read(&input).ok();
            assert_eq!(code, number.map(|Row { code }| Row { code: code.into() }), "{input:?}");
        })*
    };
}

/// The text as a code, which it must be.
#[track_caller]
fn assert_reads<T: PartialEq + Debug, E: Debug>(read: Result<T, E>, expected: &T) {
    assert_eq!(&read.expect("it can be read"), expected);
}

mod xml {
    use quick_xml::de::from_str;

    use super::*;

    #[test]
    fn elements_are_read_as_a_number_is() {
        assert_alike!(
            from_str,
            StatusCode,
            u16,
            [
                "<r><code>404</code></r>",
                "<r><code>0404</code></r>",
                "<r><code>599</code></r>",
                "<r><code> 404 </code></r>",
                "<r><code>\n  404\n</code></r>",
                "<r><code unit='none' of='i-neo'>404</code></r>",
                "<r><code><![CDATA[404]]></code></r>",
                "<r><code>4<!-- --><![CDATA[0]]>4</code></r>",
                "<r><code>&#52;04</code></r>",
                "<r><other>1</other><code>404</code></r>",
                "<r code='404'/>",
                "<r><code/></r>",
                "<r><code></code></r>",
                "<r><code> </code></r>",
                "<r><code a='1'/></r>",
                "<r><code><b>404</b></code></r>",
                "<r><code>40<b/>4</code></r>",
                "<r><code>70000</code></r>",
                "<r><code>-1</code></r>",
                "<r><code>404.0</code></r>",
                "<r><code>not_found</code></r>",
                "<r></r>",
            ]
        );
        assert_alike!(from_str, Signed, i16, ["<r><code>-5</code></r>", "<r><code>32768</code></r>"]);
        assert_reads(from_str("<r><code>404</code></r>"), &Row { code: StatusCode::NotFound });
        assert_reads(from_str("<r><code>-5</code></r>"), &Row { code: Signed::from_code(-5) });
    }

    #[test]
    fn wherever_a_code_stands() {
        #[derive(Debug, PartialEq, Serialize, Deserialize)]
        struct Everywhere {
            #[serde(rename = "@attribute")]
            attribute: StatusCode,
            #[serde(rename = "@list")]
            list: Vec<StatusCode>,
            element: Vec<StatusCode>,
            #[serde(default)]
            optional: Option<StatusCode>,
            inner: Text,
            #[serde(flatten)]
            flat: Row<StatusCode>,
        }

        #[derive(Debug, PartialEq, Serialize, Deserialize)]
        struct Text {
            #[serde(rename = "$text")]
            code: StatusCode,
        }

        let xml = "<r attribute=\"404\" list=\"12 599\"><element>1</element><element>2</element><optional>6</optional>\
                   <inner>200</inner><code>404</code></r>";
        let read: Everywhere = from_str(xml).expect("it can be read");
        let expected = Everywhere {
            attribute: StatusCode::NotFound,
            list: vec![StatusCode::IpLimited, StatusCode::from_code(599)],
            element: vec![StatusCode::CountryError, StatusCode::IpCountryError],
            optional: Some(StatusCode::NoCharge),
            inner: Text { code: StatusCode::Successfully },
            flat: Row { code: StatusCode::NotFound },
        };
        assert_eq!(read, expected);
        assert_eq!(quick_xml::se::to_string_with_root("r", &expected).expect("it can be written"), xml);
    }

    #[test]
    fn errors_say_what_a_code_is() {
        for (xml, found) in [
            ("<r><code>not_found</code></r>", "invalid value: string \"not_found\""),
            ("<r><code>70000</code></r>", "invalid value: string \"70000\""),
            ("<r><code><b/></code></r>", "invalid type: map"),
        ] {
            let error = from_str::<Row<StatusCode>>(xml).unwrap_err().to_string();
            assert!(error.starts_with(found) && error.contains("an integer from 0 to 65535"), "{error}");
        }
    }

    #[test]
    fn an_answer_is_read() {
        let answer =
            "<r><ok>false</ok><status_code>429</status_code><message><mobile>a</mobile><name>b</name></message></r>";
        let error = from_str::<Response<()>>(answer).expect("an answer").into_result().expect_err("an error");
        assert_eq!((error.code(), error.message()), (Some(StatusCode::TooManyRequests), "a; b"));
        let answer = "<r><ok>true</ok><status>successfully.</status><result>7</result></r>";
        let response: Response<u8> = from_str(answer).expect("an answer");
        assert_eq!((response.code(), response.into_result()), (Some(StatusCode::Successfully), Ok(7)));
    }
}

#[test]
fn csv_and_queries_are_read_as_a_number_is() {
    fn cell<R: for<'a> Deserialize<'a>>(cell: &str) -> Result<R, csv::Error> {
        let text = format!("name,code\n\"x\",\"{cell}\"\n");
        csv::Reader::from_reader(text.as_bytes()).deserialize().next().expect("a row")
    }
    let inputs = ["404", "0404", "+404", "599", "65535", "", " ", "404 ", "-1", "65536", "404.5", "true", "not_found"];
    for input in inputs {
        assert_alike!(cell, StatusCode, u16, [input]);
        assert_alike!(serde_urlencoded::from_str, StatusCode, u16, [format!("name=x&code={input}")]);
    }
    assert_reads(cell("404"), &Row { code: StatusCode::NotFound });
    // CSV has numbers, as JSON has.
    assert_reads(cell("404.0"), &Row { code: StatusCode::NotFound });
    assert_reads(serde_urlencoded::from_str("code=404"), &Row { code: StatusCode::NotFound });
    assert_eq!(serde_urlencoded::to_string(Row { code: StatusCode::NotFound }), Ok("code=404".to_owned()));
    let mut written = csv::Writer::from_writer(vec![]);
    written.serialize(Row { code: StatusCode::from_code(599) }).expect("a row");
    assert_eq!(written.into_inner().expect("the rows"), b"code\n599\n");
}

#[test]
fn message_pack_is_read_as_a_number_is() {
    fn unpack<R: for<'a> Deserialize<'a>>(row: &[u8]) -> Result<R, rmp_serde::decode::Error> {
        rmp_serde::from_slice(row)
    }
    fn pack(code: impl Serialize) -> Vec<u8> {
        rmp_serde::to_vec(&BTreeMap::from([("code", code)])).expect("a map")
    }
    assert_alike!(
        unpack,
        StatusCode,
        u16,
        [
            pack(7_u8),
            pack(404_u16),
            pack(404_u32),
            pack(404_u64),
            pack(404_i64),
            pack(-1_i8),
            pack(70_000_u32),
            pack("404"),
            pack(()),
            pack(true),
            pack([404]),
            pack(BTreeMap::from([("$text", "404")])),
            pack(BTreeMap::from([(1, 2)])),
        ]
    );
    assert_alike!(unpack, Signed, i16, [pack(-5_i8), pack(-5_i64), pack(5_u64), pack(40_000_u16)]);
    assert_reads(unpack(&pack(404.0)), &Row { code: StatusCode::NotFound });
    assert_reads(unpack(&pack(404.0_f32)), &Row { code: StatusCode::NotFound });
    assert!(unpack::<Row<StatusCode>>(&pack(404.5)).is_err());
    assert_eq!(rmp_serde::to_vec(&StatusCode::NotFound).unwrap(), rmp_serde::to_vec(&404_u16).unwrap());
}

#[test]
fn toml_is_read() {
    for code in ["404", "404.0", "0x194", "\"404\"", "'404'"] {
        assert_reads(toml::from_str(&format!("code = {code}")), &Row { code: StatusCode::NotFound });
    }
    for code in ["404.5", "-404", "70000", "nan", "inf", "\"not_found\"", "[404]", "{ code = 404 }", "2026-01-01"] {
        assert!(toml::from_str::<Row<StatusCode>>(&format!("code = {code}")).is_err(), "{code}");
    }
}

/// From 2^53 on, several integers are rounded to one float, and parsers may be off by some units in the last place.
#[test]
fn a_float_is_never_rounded_to_a_code() {
    #[codes("fixtures/u64.toml")]
    enum Wide {}
    let read = |json: &str| serde_json::from_str::<Wide>(json).map(Wide::code).ok();
    assert_eq!(read("281474976710655.0"), Some((1 << 48) - 1));
    assert_eq!(read("281474976710656.0"), None);
    assert_eq!(read("9007199254740991.0"), None);
    assert_eq!(read("9007199254740993.0"), None);
    assert_eq!(read("1e18"), None);
    assert_eq!(read("9007199254740993"), Some((1 << 53) + 1));
    assert_eq!(read("18446744073709551615"), Some(u64::MAX));
    assert_eq!(read("18446744073709551616"), None);
    let read = |json: &str| serde_json::from_str::<Signed>(json).map(Signed::code).ok();
    assert_eq!(["-5.0", "-32768.0", "-32769.0", "-0.5"].map(read), [Some(-5), Some(-32768), None, None]);
}

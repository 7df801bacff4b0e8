//! An enum for each representation and each feature of a table, built and checked.

#![deny(warnings, unfulfilled_lint_expectations)]

use std::collections::BTreeSet;
use std::time::Duration;

use ineo_codes::{Code, Integer, Retry, codes};

/// Checks what holds for every table, of these rows, each a number and a name, and of some numbers outside it.
macro_rules! check {
    ($codes:ident, [$($row:expr),* $(,)?], [$($other:expr),* $(,)?] $(,)?) => {
        check::<$codes>(&[$($row),*], &[$($other),*]);
        for code in $codes::ALL.iter().copied().chain([$($other),*].map($codes::from_code)) {
            let json = serde_json::to_string(&code).expect("a number");
            assert_eq!(json, code.code().to_string());
            assert_eq!(serde_json::from_str::<$codes>(&json).expect("the same number"), code);
            assert_eq!(serde_json::from_str::<$codes>(&format!("\"{json}\"")).expect("the same in a string"), code);
        }
    };
}

/// Each row is found by its number and its names, and every number is kept.
#[track_caller]
fn check<C: Code<Repr: Integer + PartialEq<C>>>(rows: &[(C::Repr, &str)], others: &[C::Repr]) {
    assert_eq!(C::ALL.len(), rows.len());
    assert_eq!(C::COUNT, rows.len());
    for (code, (number, name)) in C::ALL.iter().zip(rows) {
        assert_eq!(C::from_code(*number), *code);
        assert_eq!(C::from(*number), *code);
        assert_eq!(code.code(), *number);
        assert_eq!(*code, *number);
        assert_eq!(*number, *code);
        assert_eq!(code.name(), *name);
        assert_eq!(code.names()[0], *name);
        assert!(code.is_recognized());
        assert_eq!(code.to_string(), format!("{number} {name}"));
        let message = if C::LANGUAGES.is_empty() { String::new() } else { format!(": {}", code.message()) };
        assert_eq!(format!("{code:#}"), format!("{number} {name}{message}"));
        check_text_forms(*code);
        for name in code.names() {
            assert!(C::named(name).contains(code), "{name}");
            assert_eq!(format!("{number} {name}").parse(), Ok(*code));
            match C::named(name) {
                [_] => assert_eq!(name.parse(), Ok(*code)),
                several => assert_eq!(name.parse::<C>().unwrap_err().candidates(), several),
            }
        }
    }
    for number in others {
        let code = C::from_code(*number);
        assert!(!code.is_recognized(), "{number}");
        assert_eq!(code.code(), *number);
        assert_eq!(code, *number);
        assert_eq!(*number, code);
        assert!(!C::ALL.contains(&code));
        assert_eq!(code.names(), ["unrecognized"]);
        assert_eq!(format!("{code:?}"), format!("Unrecognized({number})"));
        assert_eq!(code.to_string(), format!("{number} unrecognized"));
        check_text_forms(code);
    }
    let numbers = rows.iter().map(|(number, _)| *number).chain(others.iter().copied());
    let mut sorted: Vec<C> = numbers.map(C::from_code).collect();
    sorted.sort();
    assert!(sorted.windows(2).all(|pair| pair[0].code() < pair[1].code()), "the order is that of the numbers");
    let (below, above) = (C::Repr::MIN.into() - 1, C::Repr::MAX.into() + 1);
    for outside in [below.to_string(), above.to_string()] {
        assert!(outside.parse::<C>().is_err(), "{outside}");
    }
}

/// What `Display` writes is read again, and so is the number in each notation.
#[track_caller]
fn check_text_forms<C: Code>(code: C) {
    let number = code.code();
    for text in [number.to_string(), code.to_string(), format!("{number} unrecognized")] {
        assert_eq!(text.parse(), Ok(code), "{text}");
    }
    for wrong in ["no such name", "Unrecognized", "", " ", &format!(" {}", code.name()), &format!("{} ", code.name())] {
        let text = format!("{number} {wrong}");
        assert!(text.parse::<C>().is_err(), "{text}");
    }
    let whole = code.to_string();
    let width = whole.chars().count() + 3;
    assert_eq!(format!("{code:width$}|{code:>width$}|{code:^width$}|{code:.5}"), {
        format!("{whole:width$}|{whole:>width$}|{whole:^width$}|{whole:.5}")
    });
}

/// Each code in hexadecimal, as the integer type writes it, and read again.
macro_rules! check_hexadecimal {
    ($codes:ident: $repr:ty, [$($number:expr),* $(,)?]) => {
        for number in $codes::ALL.iter().map(|code| code.code()).chain([$($number),*]) {
            let code = $codes::from_code(number);
            assert_eq!(format!("{code:x} {code:X} {code:#x} {code:#X}"), format!("{number:x} {number:X} {number:#x} {number:#X}"));
            assert_eq!(format!("{code:#06x} {code:>9x}"), format!("{number:#06x} {number:>9x}"));
            for text in [format!("{code:#x}"), format!("0x{code:X}"), format!("0x000{code:x}")] {
                assert_eq!(text.parse(), Ok(code), "{text}");
                assert_eq!(format!("{text} {}", code.name()).parse(), Ok(code), "{text}");
            }
            for text in [format!("0X{code:x}"), format!("-{code:#x}"), format!("0x-{code:x}"), format!("0x+{code:x}"), format!("{code:#x}g")] {
                assert!(text.parse::<$codes>().is_err(), "{text}");
            }
        }
        let bits = <$repr>::BITS;
        let beyond = format!("0x1{:0>1$}", "", bits as usize / 4);
        for text in ["0x", "0x ", &beyond, "0x99999999999999999999"] {
            assert!(text.parse::<$codes>().is_err(), "{text}");
        }
    };
}

mod representations {
    use super::*;

    #[codes("fixtures/u8.toml")]
    enum U8 {}
    #[codes("fixtures/u16.toml")]
    enum U16 {}
    #[codes("fixtures/u32.toml")]
    enum U32 {}
    #[codes("fixtures/u64.toml")]
    enum U64 {}
    #[codes("fixtures/i8.toml")]
    enum I8 {}
    #[codes("fixtures/i16.toml")]
    enum I16 {}
    #[codes("fixtures/i32.toml")]
    enum I32 {}
    #[codes("fixtures/i64.toml")]
    enum I64 {}

    #[test]
    fn codes_are_written_and_read_in_hexadecimal() {
        check_hexadecimal!(U8: u8, [1, 0xab]);
        check_hexadecimal!(U16: u16, [1, 0xabcd]);
        check_hexadecimal!(U32: u32, [1, 0xdead_beef]);
        check_hexadecimal!(U64: u64, [1, u64::MAX - 1]);
        check_hexadecimal!(I8: i8, [-2, 0x5a]);
        check_hexadecimal!(I16: i16, [-2, 0x5a]);
        check_hexadecimal!(I32: i32, [-2, 0x5a]);
        check_hexadecimal!(I64: i64, [-2, 0x5a]);
        assert_eq!("0xffff".parse(), Ok(I16::UnknownServerError));
        assert_eq!(format!("{:#x}", I16::UnknownServerError), "0xffff");
    }

    #[test]
    fn a_number_is_compared_from_both_sides_and_through_a_reference() {
        let code = U16::from_code(421);
        assert!(code == 421);
        assert!(421 == code);
        assert!(&code == 421);
        assert!(421 == &code);
        assert!(code != 420);
        assert!(420 != code);
        assert!(&code != 420);
        assert!(420 != &code);
        assert!([code].iter().any(|code| code == 421));
    }

    #[test]
    fn u8() {
        check!(U8, [(0, "accepted"), (0x7f, "half"), (255, "closed")], [1, 126, 128, 254]);
        for code in 0..=u8::MAX {
            assert_eq!(U8::from_code(code).code(), code);
        }
    }

    #[test]
    fn u16() {
        check!(U16, [(0, "nothing"), (421, "service not available"), (65535, "last")], [1, 420, 422, 65534]);
        assert_eq!(U16::from_code(421), U16::ServiceNotAvailable);
    }

    #[test]
    fn u32() {
        check!(
            U32,
            [(0x8007_0005, "E_ACCESSDENIED"), (0, "S_OK"), (0x8000_4005, "E_FAIL"), (u32::MAX, "last")],
            [1, 5, 0x4005, 0x7fff_ffff, 0x8000_0000, 0x8007_0004, u32::MAX - 1],
        );
        assert_eq!(U32::from_code(0x8000_4005), U32::EFail);
    }

    #[test]
    fn u64() {
        check!(
            U64,
            [(u64::MAX, "last"), (1 << 63, "first beyond i64"), (10, "ten"), (0, "nothing")],
            [1, u64::from(u32::MAX), 1 << 32, (1 << 63) - 1, (1 << 63) + 1, u64::MAX - 1],
        );
    }

    #[test]
    fn i8() {
        check!(I8, [(-128, "lowest"), (-1, "minus one"), (0, "nothing"), (127, "highest")], [-127, -2, 1, 126],);
        for code in i8::MIN..=i8::MAX {
            assert_eq!(I8::from_code(code).code(), code);
        }
    }

    #[test]
    fn i16() {
        check!(
            I16,
            [
                (-1, "UNKNOWN_SERVER_ERROR"),
                (0, "NONE"),
                (1, "OFFSET_OUT_OF_RANGE"),
                (i16::MIN, "lowest"),
                (i16::MAX, "highest"),
            ],
            [-2, 2, i16::MIN + 1, i16::MAX - 1],
        );
        assert_eq!(I16::from_code(-1), I16::UnknownServerError);
        assert!(I16::UnknownServerError < I16::None);
        for code in i16::MIN..=i16::MAX {
            assert_eq!(I16::from_code(code).code(), code);
        }
    }

    #[test]
    fn i32() {
        check!(
            I32,
            [(-32700, "Parse error"), (i32::MIN, "lowest"), (15, "fifteen"), (i32::MAX, "highest")],
            [-32701, -1, 0, 32836, i32::MIN + 1, i32::MAX - 1],
        );
    }

    #[test]
    fn i64() {
        check!(
            I64,
            [(i64::MIN, "lowest"), (-1, "minus one"), (i64::MAX, "highest")],
            [i64::MIN + 1, -2, 0, i64::from(u32::MAX), i64::from(i32::MIN), i64::MAX - 1],
        );
    }
}

mod languages {
    use super::*;

    #[codes("fixtures/languages.toml")]
    enum Several {}
    #[codes("fixtures/one_language.toml")]
    enum One {}
    #[codes("fixtures/u16.toml")]
    enum Without {}

    #[test]
    fn a_partial_language_falls_back_to_the_default() {
        check!(Several, [(1, "found"), (2, "gone"), (3, "busy")], [0, 4]);
        assert_eq!(Several::LANGUAGES, ["en", "fa", "ja", "zh-Hant"]);
        for (code, texts) in [
            (Several::Found, ["Found.", "پیدا شد.", "見つかりました。", "找到了。"]),
            (Several::Gone, ["Gone.", "نیست.", "Gone.", "Gone."]),
            (Several::Busy, ["Busy.", "شلوغ است.", "混んでいます。", "Busy."]),
            (Several::from_code(9), ["Unknown.", "ناشناخته.", "Unknown.", "Unknown."]),
        ] {
            assert_eq!(code.message(), texts[0]);
            assert_eq!(["en", "fa", "ja", "zh-Hant"].map(|tag| code.message_in(tag)), texts.map(Some));
            assert_eq!(["en-GB", "fa-IR", "ja-JP", "zh-hant-TW"].map(|tag| code.message_in(tag)), texts.map(Some));
            assert_eq!(["zh", "zh-Hans", "de", ""].map(|tag| code.message_in(tag)), [None; 4]);
        }
    }

    #[test]
    fn a_table_of_one_language_needs_no_tags() {
        check!(One, [(1, "found"), (2, "gone")], [0, 3]);
        assert_eq!(One::LANGUAGES, ["en"]);
        assert_eq!(
            [One::Found, One::Gone, One::from_code(3)].map(One::message),
            ["Found.", "Gone.", "Ask the support."]
        );
        assert_eq!(One::Gone.message_in("en-US"), Some("Gone."));
        assert_eq!(One::Gone.message_in("fa"), None);
    }

    #[test]
    fn a_table_without_messages_answers_with_the_name() {
        assert_eq!(Without::LANGUAGES, [""; 0]);
        assert_eq!(Without::ServiceNotAvailable.message(), "service not available");
        assert_eq!(Without::from_code(1).message(), "unrecognized");
        assert_eq!(Without::ServiceNotAvailable.message_in("en"), None);
        assert_eq!(Without::ServiceNotAvailable.retry(), Retry::Never);
        assert_eq!(Without::from_code(1).retry(), Retry::Never);
    }
}

mod meanings {
    use super::*;

    #[codes("fixtures/meanings.toml", category = Fault)]
    enum Gateway {}

    #[test]
    #[expect(deprecated, reason = "the row is")]
    fn rows_and_ranges_mean_what_the_table_says() {
        let after = |seconds| Retry::After(Duration::from_secs(seconds));
        check!(
            Gateway,
            [(0, "ok"), (504, "failed"), (502, "failed"), (-7, "wait"), (42, "wrong")],
            [-32768, -8, -6, -1, 1, 500, 501, 503, 505, 599, 600, 32766, 32767],
        );
        for (code, category, retry, http) in [
            (Gateway::Ok, Fault::Success, Retry::Never, 200),
            (Gateway::GatewayTimeout, Fault::BackEnd, after(30), 599),
            (Gateway::BadGateway, Fault::BackEnd, Retry::Backoff, 599),
            (Gateway::Wait, Fault::ClientError, after(u64::MAX), 400),
            (Gateway::Wrong, Fault::ClientError, Retry::Never, 400),
            (Gateway::from_code(-32768), Fault::ClientError, Retry::Never, 400),
            (Gateway::from_code(-1), Fault::ClientError, Retry::Never, 400),
            (Gateway::from_code(1), Fault::Unrecognized, after(7), 100),
            (Gateway::from_code(499), Fault::Unrecognized, after(7), 100),
            (Gateway::from_code(500), Fault::BackEnd, Retry::Backoff, 599),
            (Gateway::from_code(599), Fault::BackEnd, Retry::Backoff, 599),
            (Gateway::from_code(600), Fault::Unrecognized, after(7), 100),
            (Gateway::from_code(32766), Fault::Unrecognized, after(7), 100),
            (Gateway::from_code(32767), Fault::Success, after(1), 200),
        ] {
            assert_eq!(code.category(), category, "{code}");
            assert_eq!(code.retry(), retry, "{code}");
            assert_eq!(code.is_retryable(), retry != Retry::Never, "{code}");
            assert_eq!(code.http_status(), http, "{code}");
            let predicates = [code.is_success(), code.is_client_error(), code.is_back_end(), code.is_unrecognized()];
            let categories = [Fault::Success, Fault::ClientError, Fault::BackEnd, Fault::Unrecognized];
            assert_eq!(predicates, categories.map(|other| other == category), "{code}");
        }
    }

    #[test]
    #[expect(deprecated, reason = "the row is")]
    fn ok_is_what_a_successful_category_gives() {
        const OK: Result<(), Gateway> = Gateway::Ok.ok();
        assert_eq!(OK, Ok(()));
        // By its range an unlisted code may be a success too.
        assert_eq!(Gateway::from_code(32767).ok(), Ok(()));
        for code in [Gateway::BadGateway, Gateway::Wrong, Gateway::from_code(1), Gateway::from_code(-1)] {
            assert_eq!(code.ok(), Err(code));
        }
    }

    #[codes("fixtures/successes.toml")]
    enum Successes {}

    #[test]
    fn every_category_may_be_a_success() {
        for code in [Successes::Created, Successes::Cached, Successes::from_code(7)] {
            assert_eq!(code.ok(), Ok(()));
        }
    }

    #[test]
    fn the_order_of_the_categories_is_that_of_the_file() {
        assert_eq!(Fault::ALL, [Fault::Success, Fault::ClientError, Fault::BackEnd, Fault::Unrecognized]);
        assert!(Fault::ALL.is_sorted());
        assert_eq!(
            Fault::ALL.iter().map(|fault| fault.name()).collect::<Vec<_>>().concat(),
            "successclient_errorback_endunrecognized"
        );
    }

    #[test]
    #[expect(deprecated, reason = "the row is")]
    fn names_that_codes_share_lead_to_each() {
        assert_eq!(Gateway::named("failed"), [Gateway::GatewayTimeout, Gateway::BadGateway]);
        assert_eq!(Gateway::named("timeout"), [Gateway::GatewayTimeout, Gateway::Wait]);
        assert_eq!("gateway timeout".parse(), Ok(Gateway::GatewayTimeout));
        assert_eq!(Gateway::GatewayTimeout.names(), ["failed", "timeout", "gateway timeout"]);
    }

    #[test]
    #[expect(deprecated, reason = "each of these lines uses the deprecated row")]
    fn a_deprecated_row_warns() {
        let _ = Gateway::BadGateway;
    }
}

mod texts {
    use super::*;

    #[codes("fixtures/names.toml")]
    enum Names {}
    #[codes("fixtures/messages.toml")]
    enum Messages {}

    #[test]
    fn a_name_is_whatever_the_service_sends() {
        check!(
            Names,
            [
                (1, "Not Found"),
                (2, "rate-limited/too fast"),
                (3, "403 Forbidden"),
                (4, r#"say "it's" \o/"#),
                (5, "match"),
                (6, "self"),
                (7, "ناموجود"),
                (8, "پیدا نمی\u{200c}شود"),
                (9, "größe überschritten"),
                (10, "{braces} & <b>tags</b> 100%"),
                (11, "SQLITE_BUSY"),
                (12, "...!"),
                (13, "#[doc = `hidden`]*/ //"),
                (14, "r#type"),
                (20, "ok"),
                (21, "err"),
                (22, "some"),
                (23, "none"),
                (24, "option"),
                (25, "string"),
                (26, "u8"),
                (27, "error"),
                (28, "repr"),
                (29, "category"),
                (30, "names_code"),
                (31, "all"),
                (32, "copy"),
                (40, "а"),
                (41, "a"),
                (42, "caf\u{e9}"),
                (43, "cafe\u{301}s"),
                (44, "the\u{301}"),
                (
                    50,
                    "a name that is far longer than the names of services are, and yet no longer than a line of text may be"
                ),
            ],
            [0, 15, 51, 255],
        );
        let variants: BTreeSet<String> = Names::ALL.iter().map(|code| format!("{code:?}")).collect();
        for variant in [
            "NotFound",
            "RateLimitedTooFast",
            "Forbidden",
            "SayItSO",
            "Match",
            "Myself",
            "ناموجود",
            "پیدانمیشود",
            "GrößeÜberschritten",
            "BracesBTagsB100",
            "SqliteBusy",
            "Ellipsis",
            "DocHidden",
            "RType",
        ] {
            assert!(variants.contains(variant), "{variant} is none of {variants:?}");
        }
        assert_eq!(Names::from_code(9), Names::GrößeÜberschritten);
        assert_eq!(Names::from_code(7), Names::ناموجود);
        // Rust takes both spellings of the letter for one.
        assert_eq!(format!("{:?}", Names::from_code(44)), "Th\u{e9}");
    }

    #[test]
    fn a_message_is_displayed_as_it_stands() {
        let messages = [
            r#"He said "no", she said 'yes'."#,
            r"C:\new\table\u{0}\",
            "{} {0} {name} {{}} {:?} }{",
            "100 %, %s, %n, %%",
            "The first line.\n\tThe second.\n   \nThe last.\n",
            "<b>*bold*</b> `code` [link](http://example.com) <!-- # &amp; | ~~~",
            r#"*/ } #[deny(warnings)] compile_error!("no") // """ r#""#,
            "«نمی\u{200c}شود» ۱۲٪",
            "From \u{2067}شماره\u{2069} on.",
            "👩\u{200d}👩\u{200d}👧 💥",
            "  padded on purpose  ",
        ];
        assert_eq!(Messages::ALL.len(), messages.len());
        for (code, message) in Messages::ALL.iter().zip(messages) {
            assert_eq!(code.message(), message);
            assert_eq!(code.message_in("en"), Some(message));
            assert_eq!(format!("{code:#}"), format!("{} {}: {message}", code.code(), code.name()));
        }
    }
}

mod options {
    use super::*;

    /// Another path to the library, as a crate has that renames it or re-exports it.
    mod elsewhere {
        pub(super) mod renamed {
            pub(in super::super) use ineo_codes::*;
        }
    }

    #[codes("fixtures/u8.toml", crate = elsewhere::renamed)]
    enum Renamed {}

    #[codes("fixtures/meanings.toml")]
    pub(crate) enum Gateway {}

    #[codes("fixtures/meanings.toml", crate = ::ineo_codes, category = Whose,)]
    pub(super) enum Both {}

    #[test]
    fn options_stand_in_any_order_or_not_at_all() {
        check!(Renamed, [(0, "accepted"), (0x7f, "half"), (255, "closed")], [1]);
        assert_eq!(Gateway::Ok.category(), GatewayCategory::Success);
        assert_eq!(Both::Ok.category(), Whose::Success);
    }
}

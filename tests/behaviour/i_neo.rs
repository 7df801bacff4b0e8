//! i-neo's own codes: every number, and what each means. What a new row changes is read from `codes.toml`; what must
//! stay as it was is in `released.toml`.

use std::collections::{BTreeSet, HashSet};

use ineo_codes::{Categorized, Category, Code, Retry, StatusCode};

use crate::codes_toml::{codes_by_name, rows, unlisted};

/// The order of the categories is public: they are compared by it.
const CATEGORIES: [(Category, &str); 10] = [
    (Category::Success, "success"),
    (Category::InvalidRequest, "invalid_request"),
    (Category::Unauthenticated, "unauthenticated"),
    (Category::Forbidden, "forbidden"),
    (Category::OutOfCredit, "out_of_credit"),
    (Category::NotFound, "not_found"),
    (Category::RateLimited, "rate_limited"),
    (Category::Unavailable, "unavailable"),
    (Category::ServerError, "server_error"),
    (Category::Unspecified, "unspecified"),
];

#[test]
fn every_number_is_kept() {
    for code in 0..=u16::MAX {
        let status = StatusCode::from_code(code);
        assert_eq!(status.code(), code);
        assert_eq!(StatusCode::from(code), status);
        assert_eq!(u16::from(status), code);
        assert_eq!(status, code);
        assert_ne!(status, code ^ 1);
        assert_eq!(code.to_string().parse(), Ok(status));
        assert_eq!(status.category(), Categorized::category(status));
    }
}

#[test]
fn only_what_is_outside_the_table_is_unrecognized() {
    let listed: BTreeSet<u16> = rows().iter().map(|row| row.code).collect();
    for code in 0..=u16::MAX {
        let status = StatusCode::from_code(code);
        let is_listed = listed.contains(&code);
        assert_eq!(status.is_recognized(), is_listed, "{code}");
        assert_eq!(matches!(status, StatusCode::Unrecognized(_)), !is_listed, "{code}");
        assert_eq!(StatusCode::ALL.contains(&status), is_listed, "{code}");
        if let StatusCode::Unrecognized(unrecognized) = status {
            assert_eq!(unrecognized.code(), code);
        }
    }
}

#[test]
fn every_code_is_what_codes_toml_says() {
    let rows = rows();
    assert_eq!(StatusCode::ALL.len(), rows.len());
    for (status, row) in StatusCode::ALL.iter().zip(rows) {
        let code = row.code;
        assert_eq!(StatusCode::from_code(code), *status);
        assert_eq!(status.code(), code);
        assert_eq!(status.name(), row.name, "{code}");
        assert_eq!(status.names(), row.names(), "{code}");
        assert_eq!(status.category().name(), row.category, "{code}");
        assert_eq!(status.retry().to_string(), row.retry(), "{code}");
        assert_eq!(status.is_retryable(), row.retry() != "never", "{code}");
        for (language, message) in &row.message {
            assert_eq!(status.message_in(language), Some(message.as_str()), "{code} in {language}");
        }
    }
}

#[test]
fn a_code_outside_the_table_is_unspecified_but_for_http_s_server_errors() {
    for status in (0..=u16::MAX).map(StatusCode::from_code).filter(|status| !status.is_recognized()) {
        let code = status.code();
        let meaning = match code {
            500..=599 => (Category::ServerError, Retry::Backoff),
            _ => (Category::Unspecified, Retry::Never),
        };
        assert_eq!((status.category(), status.retry()), meaning, "{code}");
        assert_eq!(status.name(), "unrecognized");
        assert_eq!(status.names(), ["unrecognized"]);
        assert_eq!(status.message(), "i-neo sent a code that is not in its table.");
        assert_eq!(status.message_in("fa"), Some("کدی از i-neo آمده که در جدول کدها نیست."));
    }
}

#[test]
fn each_category_has_one_predicate() {
    for code in 0..=u16::MAX {
        let status = StatusCode::from_code(code);
        let predicates = [
            status.is_success(),
            status.is_invalid_request(),
            status.is_unauthenticated(),
            status.is_forbidden(),
            status.is_out_of_credit(),
            status.is_not_found(),
            status.is_rate_limited(),
            status.is_unavailable(),
            status.is_server_error(),
            status.is_unspecified(),
        ];
        assert_eq!(predicates, CATEGORIES.map(|(category, _)| category == status.category()), "{code}");
    }
}

#[test]
fn the_categories_are_named_and_ordered() {
    for pair in CATEGORIES.windows(2) {
        assert!(pair[0].0 < pair[1].0, "{pair:?}");
    }
    for (category, name) in CATEGORIES {
        assert_eq!(category.to_string(), name);
    }
}

#[test]
fn a_name_finds_the_codes_that_have_it() {
    let codes_by_name = codes_by_name();
    for (name, codes) in &codes_by_name {
        let named = StatusCode::named(name);
        assert!(named.iter().map(|code| code.code()).eq(codes.iter().copied()), "{name}");
        match named {
            [code] => assert_eq!(name.parse(), Ok(*code), "{name}"),
            candidates => {
                let error = name.parse::<StatusCode>().unwrap_err();
                assert_eq!(error.candidates(), candidates, "{name}");
                for code in candidates {
                    assert!(error.to_string().contains(&code.to_string()), "{error}");
                }
            }
        }
    }
    assert!(codes_by_name["data_error"].len() > 1, "names are shared");
    for name in codes_by_name.keys() {
        for other in [name.to_uppercase(), format!("{name} "), format!(" {name}"), format!("{name}_{name}")] {
            assert!(StatusCode::named(&other).is_empty(), "{other}");
        }
    }
    for nobody in ["", "unrecognized", "404", "نیست"] {
        assert!(StatusCode::named(nobody).is_empty(), "{nobody}");
    }
}

#[test]
fn a_number_is_parsed_as_rust_s_integers_are() {
    for text in ["404", "0404", "+404", "0000000404"] {
        assert_eq!(text.parse(), Ok(StatusCode::NotFound), "{text}");
    }
    assert_eq!("65535".parse().map(StatusCode::code), Ok(65535));
    for text in ["", " 404", "404 ", "-404", "-0", "4.04", "65536", "99999999999999999999", "۴۰۴", "no_such"] {
        assert_eq!(text.parse::<u16>().is_ok(), text.parse::<StatusCode>().is_ok(), "{text}");
        let error = text.parse::<StatusCode>().unwrap_err();
        assert!(error.candidates().is_empty(), "{text}");
        assert_eq!(error.to_string(), "neither a name in the table nor a number from 0 to 65535");
    }
}

#[test]
fn a_message_is_found_by_language_tag() {
    assert_eq!(StatusCode::LANGUAGES, ["en", "fa"]);
    let english = "Nothing was found.";
    let persian = "اطلاعاتی جهت نمایش خروجی وجود ندارد.";
    assert_eq!(StatusCode::NotFound.message(), english);
    for tag in ["en", "EN", "en-US", "en-Latn-GB-x-private"] {
        assert_eq!(StatusCode::NotFound.message_in(tag), Some(english), "{tag}");
    }
    // Tags, and what the environment variable LANG has.
    for tag in ["fa", "FA", "fa-IR", "fa-Arab-IR", "fa-u-nu-arabext", "fa-x-a", "fa_IR", "fa_IR.UTF-8", "fa_IR@latin"] {
        assert_eq!(StatusCode::NotFound.message_in(tag), Some(persian), "{tag}");
    }
    for tag in ["", "de", "f", "farsi", "fas", "x-fa", "-fa", "*", "C", "C.UTF-8", "POSIX", "fa/IR", "fa IR"] {
        assert_eq!(StatusCode::NotFound.message_in(tag), None, "{tag}");
    }
    for status in StatusCode::ALL {
        assert_eq!(status.message_in("en"), Some(status.message()));
        assert_ne!(status.message_in("fa"), Some(status.message()));
    }
}

#[test]
fn it_is_displayed_with_number_name_and_message() {
    assert_eq!(StatusCode::NotFound.to_string(), "404 not_found");
    assert_eq!(format!("{:#}", StatusCode::NotFound), "404 not_found: Nothing was found.");
    assert_eq!(StatusCode::AccessDenied.to_string(), "403 access_deniad");
    let number = unlisted(500..=599);
    let unrecognized = StatusCode::from_code(number);
    assert_eq!(unrecognized.to_string(), format!("{number} unrecognized"));
    let message = "i-neo sent a code that is not in its table.";
    assert_eq!(format!("{unrecognized:#}"), format!("{number} unrecognized: {message}"));
    for status in StatusCode::ALL {
        assert_eq!(status.to_string(), format!("{} {}", status.code(), status.name()));
        assert_eq!(format!("{status:#}"), format!("{status}: {}", status.message()));
    }
}

#[test]
fn it_is_debugged_as_it_is_written() {
    assert_eq!(format!("{:?}", StatusCode::NotFound), "NotFound");
    assert_eq!(format!("{:?}", StatusCode::AccessDenied), "AccessDenied");
    let code = unlisted(500..=599);
    assert_eq!(format!("{:?}", StatusCode::from_code(code)), format!("Unrecognized({code})"));
    assert_eq!(format!("{:?}", Some(StatusCode::from_code(code))), format!("Some(Unrecognized({code}))"));
    assert_eq!(format!("{:?}", Category::RateLimited), "RateLimited");
}

#[test]
fn codes_are_ordered_and_told_apart_by_number() {
    let mut sorted = StatusCode::ALL.to_vec();
    sorted.push(StatusCode::from_code(unlisted(1..=u16::MAX)));
    sorted.sort_unstable();
    assert!(sorted.windows(2).all(|pair| pair[0].code() < pair[1].code()));
    let all: HashSet<StatusCode> = (0..=u16::MAX).map(StatusCode::from_code).collect();
    assert_eq!(all.len(), 1 << 16);
    let ordered: BTreeSet<StatusCode> = all.into_iter().collect();
    assert!(ordered.iter().map(|code| code.code()).eq(0..=u16::MAX));
}

#[test]
fn constants_are_patterns() {
    const MISSING: StatusCode = StatusCode::from_code(404);
    const CATEGORY: Category = MISSING.category();
    const _: () = assert!(matches!(CATEGORY, Category::NotFound) && MISSING.code() == 404 && !MISSING.is_retryable());
    assert!(matches!("not_found".parse(), Ok(MISSING)));
    assert!(!matches!(StatusCode::from_code(405), MISSING));
}

#[test]
fn generic_code_sees_the_same() {
    fn summary<C: Categorized>(code: C::Repr) -> String {
        let code = C::from_code(code);
        format!("{code:#} {} {:?} {:?}", code.category(), code.retry(), code.message_in("fa-IR").map(str::len))
    }
    for code in [404, 503, unlisted(500..=599), unlisted(0..=u16::MAX)] {
        let status = StatusCode::from_code(code);
        let persian = status.message_in("fa-IR").map(str::len);
        let inherent = format!("{status:#} {} {:?} {persian:?}", status.category(), status.retry());
        assert_eq!(summary::<StatusCode>(code), inherent);
    }
    assert_eq!(<StatusCode as Code>::ALL, StatusCode::ALL);
    assert_eq!(<StatusCode as Code>::LANGUAGES, StatusCode::LANGUAGES);
}

mod serde {
    use std::collections::BTreeMap;

    use ineo_codes::StatusCode;

    use crate::codes_toml::unlisted;

    #[test]
    fn every_number_makes_the_round_trip() {
        for code in 0..=u16::MAX {
            let status = StatusCode::from_code(code);
            let json = serde_json::to_string(&status).expect("a number");
            assert_eq!(json, code.to_string());
            assert_eq!(serde_json::from_str::<StatusCode>(&json).expect("the same number"), status);
            let text = format!("\"{code}\"");
            assert_eq!(serde_json::from_str::<StatusCode>(&text).expect("the same in a string"), status);
            assert_eq!(serde_json::from_value::<StatusCode>(code.into()).expect("the same as a value"), status);
        }
    }

    /// As PHP and Python write a number that was once divided.
    #[test]
    fn a_number_with_a_fraction_of_zero_is_an_integer() {
        for code in 0..=u16::MAX {
            let status = StatusCode::from_code(code);
            for json in [format!("{code}.0"), format!("{code}.000e0"), format!("{code}e0")] {
                assert_eq!(serde_json::from_str::<StatusCode>(&json).expect(&json), status, "{json}");
            }
            assert_eq!(serde_json::from_value::<StatusCode>(f64::from(code).into()).expect("a float"), status);
        }
        assert_eq!(serde_json::from_str::<StatusCode>("4.04e2").expect("an integer"), 404);
        assert_eq!(serde_json::from_str::<StatusCode>("-0.0").expect("an integer"), 0);
    }

    #[test]
    fn codes_are_keys() {
        let other = unlisted(500..=599);
        let counts = BTreeMap::from([(StatusCode::NotFound, 2), (StatusCode::from_code(other), 1)]);
        let json = serde_json::to_string(&counts).expect("an object");
        assert_eq!(json, format!(r#"{{"404":2,"{other}":1}}"#));
        assert_eq!(serde_json::from_str::<BTreeMap<StatusCode, u32>>(&json).expect("the same"), counts);
    }

    #[test]
    fn what_is_no_code_is_a_clear_error() {
        const EXPECTED: &str = "expected a status code, an integer from 0 to 65535, as a number or a decimal string";
        for (json, found) in [
            ("-1", "invalid value: integer `-1`"),
            ("404.5", "invalid value: floating point `404.5`"),
            ("-0.5", "invalid value: floating point `-0.5`"),
            ("-404.0", "invalid value: floating point `-404.0`"),
            ("65536.0", "invalid value: floating point `65536.0`"),
            ("1e300", "invalid value: floating point"),
            ("65536", "invalid value: integer `65536`"),
            ("18446744073709551616", "invalid value: floating point"),
            ("null", "invalid type: null"),
            ("true", "invalid type: boolean `true`"),
            ("[404]", "invalid type: sequence"),
            ("{}", "invalid type: map"),
            (r#"{"code": 404}"#, "invalid type: map"),
            (r#"{"@code": "404"}"#, "invalid type: map"),
            (r#""""#, r#"invalid value: string """#),
            (r#"" 404""#, r#"invalid value: string " 404""#),
            (r#""-1""#, r#"invalid value: string "-1""#),
            (r#""404.0""#, r#"invalid value: string "404.0""#),
            (r#""65536""#, r#"invalid value: string "65536""#),
            (r#""not_found""#, r#"invalid value: string "not_found""#),
        ] {
            let error = serde_json::from_str::<StatusCode>(json).unwrap_err().to_string();
            assert!(error.starts_with(found) && error.contains(EXPECTED), "{json}: {error}");
        }
        let error = serde_json::from_str::<StatusCode>("").unwrap_err();
        assert!(error.is_eof(), "{error}");
    }
}

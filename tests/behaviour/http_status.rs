//! The HTTP status with which one's own server should answer where i-neo answered with a code.

use std::collections::BTreeSet;

use ineo_codes::{Category, StatusCode};

/// As `codes.toml` decides for each category, with the reason beside it.
const DECIDED: [(Category, u16); 10] = [
    (Category::Success, 200),
    (Category::InvalidRequest, 400),
    (Category::Unauthenticated, 500),
    (Category::Forbidden, 500),
    (Category::OutOfCredit, 500),
    (Category::NotFound, 404),
    (Category::RateLimited, 429),
    (Category::Unavailable, 503),
    (Category::ServerError, 502),
    (Category::Unspecified, 502),
];

fn decided(code: StatusCode) -> u16 {
    DECIDED
        .into_iter()
        .find_map(|(category, status)| (code.category() == category).then_some(status))
        .unwrap_or_else(|| panic!("nothing is decided for the category of {code}"))
}

#[test]
fn every_code_has_the_status_of_its_category() {
    for number in 0..=u16::MAX {
        let code = StatusCode::from_code(number);
        assert_eq!(code.http_status(), decided(code), "{code}");
    }
}

#[test]
fn every_category_is_met() {
    for (category, _) in DECIDED {
        assert!(StatusCode::ALL.iter().any(|code| code.category() == category), "no code is {category}");
    }
}

#[test]
fn the_status_is_known_at_compile_time() {
    const STATUS: u16 = StatusCode::NoCharge.http_status();
    assert_eq!(STATUS, 500);
}

#[test]
fn codes_outside_the_table_have_one_too() {
    let unlisted = (0..=u16::MAX).map(StatusCode::from_code).filter(|code| !code.is_recognized());
    let statuses: BTreeSet<u16> = unlisted.map(StatusCode::http_status).collect();
    assert_eq!(statuses, BTreeSet::from([502]));
}

#[test]
fn codes_convert_into_the_type_of_http() {
    for number in 0..=u16::MAX {
        let code = StatusCode::from_code(number);
        assert_eq!(http::StatusCode::from(code).as_u16(), code.http_status(), "{code}");
    }
    let status: http::StatusCode = StatusCode::TooManyRequests.into();
    assert_eq!(status, http::StatusCode::TOO_MANY_REQUESTS);
}

/// An error of i-neo must not look like a success to our own clients.
#[test]
fn success_and_only_success_is_a_2xx() {
    for number in 0..=u16::MAX {
        let code = StatusCode::from_code(number);
        assert_eq!((200..300).contains(&code.http_status()), code.is_success(), "{code}");
    }
}

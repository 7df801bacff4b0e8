//! The languages that a client prefers.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;

/// The language ranges of `Accept-Language` (RFC 9110, section 12.5.4), the most preferred first. Ranges with a weight of 0,
/// or with one that can't be read, are left out.
pub(crate) fn accepted(headers: &HeaderMap) -> Vec<String> {
    let headers = headers.get_all(ACCEPT_LANGUAGE).into_iter().filter_map(|header| header.to_str().ok());
    let ranges = headers.flat_map(|header| header.split(','));
    let mut weighted: Vec<(&str, f32)> = ranges.filter_map(weighted).collect();
    // The sort is stable: ranges with the same weight keep their order.
    weighted.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    weighted.into_iter().map(|(range, _)| range.to_owned()).collect()
}

/// `fa-IR;q=0.8`: the range, and its weight.
fn weighted(text: &str) -> Option<(&str, f32)> {
    let (range, weight) = match text.split_once(';') {
        Some((range, parameter)) => {
            (range, parameter.trim().strip_prefix(['q', 'Q'])?.strip_prefix('=')?.parse().ok()?)
        }
        None => (text, 1.0),
    };
    (weight > 0.0 && weight <= 1.0).then_some((range.trim(), weight))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(headers: &[&str], ranges: &[&str]) {
        let headers = headers.iter().map(|header| (ACCEPT_LANGUAGE, header.parse().expect("a header")));
        assert_eq!(accepted(&headers.collect()), ranges);
    }

    #[test]
    fn the_heaviest_range_comes_first() {
        check(&["de;q=0.5, fa-IR, en;q=0.8"], &["fa-IR", "en", "de"]);
        check(&["de, fa", "en"], &["de", "fa", "en"]);
        check(&["da ; Q=0.1,en-gb;q=0.25"], &["en-gb", "da"]);
    }

    #[test]
    fn what_is_not_wanted_or_not_readable_is_left_out() {
        check(&["en;q=0, fa;q=0.001"], &["fa"]);
        check(&["en;q=NaN, fa;q=inf, de;q=-1, nl;q=2, sv;level=1, da;q=, it"], &["it"]);
        check(&[], &[]);
    }
}

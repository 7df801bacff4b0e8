//! A shop that takes payments through a gateway, whose result codes are a table of the shop's own: `gateway.toml`.
//!
//! The gateway is made up. What is shown is how little code stands between its manual and a shop that does the right
//! thing with every code, those that the manual does not list among them.

use std::time::Duration;

use ineo_codes::{FromCode, Retry, codes};

/// What the payment gateway answered.
#[codes("gateway.toml")]
pub enum GatewayCode {}

/// What the shop makes of an answer.
///
/// There is no arm for "all else": where a row of the table is in none of these, the shop does not build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromCode)]
#[from_code(GatewayCode)]
pub enum Outcome {
    /// The goods can be sent.
    #[from_code(category = Success)]
    Paid,
    /// The page tells the payer to wait, or to try again.
    #[from_code(retryable)]
    Wait(GatewayCode),
    /// The payer can do something about it.
    #[from_code(category = Declined)]
    #[from_code(category = Invalid)]
    Refused(GatewayCode),
    /// The payer's card is blocked: nothing that they type now helps.
    #[from_code(WrongPinTooOften)]
    Blocked,
    /// The people of the shop are called.
    #[from_code(category = Misconfigured)]
    CallForHelp(GatewayCode),
    /// The manual does not list it: it is logged, and a new row is due.
    #[from_code(unrecognized)]
    Unlisted(GatewayCode),
}

/// What the shop's server answers the payer with: a status of HTTP, and a text in the payer's language, or in the
/// table's first where it does not have that.
#[must_use]
pub fn answer(code: GatewayCode, language: &str) -> (u16, &'static str) {
    (code.http_status(), code.message_in(language).unwrap_or_else(|| code.message()))
}

/// How long to wait before the payment is sent again, having failed `failures` times; `None` to give up.
#[must_use]
pub fn delay(code: GatewayCode, failures: u32) -> Option<Duration> {
    match code.retry() {
        _ if failures >= 5 => None,
        Retry::Never => None,
        // The gateway says when.
        Retry::After(delay) => Some(delay),
        Retry::Backoff => Some(Duration::from_secs(1 << failures)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manual_is_in_the_code() {
        assert_eq!(GatewayCode::from(51), GatewayCode::InsufficientFunds);
        assert_eq!("51".parse(), Ok(GatewayCode::InsufficientFunds));
        assert_eq!("insuficient_funds".parse(), Ok(GatewayCode::InsufficientFunds));
        assert_eq!("ok".parse(), Ok(GatewayCode::Approved));
        assert_eq!("403 Merchant Forbidden".parse(), Ok(GatewayCode::MerchantForbidden));
        assert_eq!(GatewayCode::MerchantForbidden.code(), -3);
    }

    #[test]
    fn a_name_that_two_codes_bear_is_no_guess() {
        assert_eq!(GatewayCode::named("no_answer"), [GatewayCode::BankTimeout, GatewayCode::GatewayDown]);
        let error = "no_answer".parse::<GatewayCode>().unwrap_err().to_string();
        assert!(error.contains("504") && error.contains("521"), "{error}");
    }

    #[test]
    fn every_code_has_an_outcome() {
        assert_eq!(Outcome::from(GatewayCode::Approved), Outcome::Paid);
        assert_eq!(Outcome::from(GatewayCode::InProcess), Outcome::Wait(GatewayCode::InProcess));
        assert_eq!(Outcome::from(GatewayCode::WrongPin), Outcome::Refused(GatewayCode::WrongPin));
        assert_eq!(Outcome::from(GatewayCode::WrongPinTooOften), Outcome::Blocked);
        assert_eq!(Outcome::from(GatewayCode::GatewayDown), Outcome::Wait(GatewayCode::GatewayDown));
        let unlisted = GatewayCode::from(1234);
        assert_eq!(Outcome::from(unlisted), Outcome::Unlisted(unlisted));
    }

    #[test]
    fn payers_are_answered_in_their_language() {
        assert_eq!(answer(GatewayCode::WrongPin, "fa-IR"), (422, "رمز کارت نادرست است."));
        assert_eq!(answer(GatewayCode::BankTimeout, "de-AT"), (502, "Die Bank hat nicht rechtzeitig geantwortet."));
        // A row without German, and a language that is not in the table: the first language is used.
        assert_eq!(answer(GatewayCode::WrongPin, "de").1, "The PIN is wrong.");
        assert_eq!(answer(GatewayCode::WrongPin, "fr").1, "The PIN is wrong.");
        // The payer is not asked for the shop's key.
        assert_eq!(answer(GatewayCode::MerchantForbidden, "en").0, 500);
    }

    #[test]
    fn what_passes_is_tried_again() {
        assert_eq!(delay(GatewayCode::BankTimeout, 0), Some(Duration::from_secs(30)));
        assert_eq!(delay(GatewayCode::GatewayDown, 3), Some(Duration::from_secs(8)));
        assert_eq!(delay(GatewayCode::GatewayDown, 5), None);
        assert_eq!(delay(GatewayCode::ExpiredCard, 0), None);
    }

    #[test]
    fn codes_outside_the_manual_keep_their_number_and_have_a_meaning() {
        let unlisted = GatewayCode::from(599);
        assert!(!unlisted.is_recognized() && unlisted.is_gateway_failed() && unlisted.is_retryable());
        assert_eq!(unlisted.to_string(), "599 unrecognized");
        assert!(GatewayCode::from(-50).is_misconfigured());
        assert_eq!(GatewayCode::from(-50).code(), -50);
        assert!(!GatewayCode::from(600).is_retryable());
    }

    #[test]
    #[allow(deprecated, reason = "old answers of the gateway still have it")]
    fn what_is_no_longer_sent_is_still_read() {
        assert_eq!(GatewayCode::from(57), GatewayCode::CardTypeNotSupported);
    }
}

//! What each key of a table does, beyond codes and names.

use std::time::Duration;

use ineo_codes::{Retry, codes};

mod hexadecimal {
    use super::*;

    #[codes("fixtures/hexadecimal.toml")]
    enum Code {}

    #[test]
    fn a_code_of_a_signed_table_may_be_written_as_its_bits() {
        assert_eq!(Code::from_code(-0x7fff_0000), Code::Full);
        assert_eq!(Code::NotFound.code(), -2_147_024_894);
    }

    #[test]
    fn codes_are_shown_in_hexadecimal_with_as_many_digits_as_the_type_has() {
        assert_eq!(Code::Full.to_string(), "0x80010000 FACILITY_DISK_FULL_ERROR");
        assert_eq!(Code::Ok.to_string(), "0x00000000 FACILITY_OK");
        assert_eq!(Code::from_code(-1).to_string(), "0xFFFFFFFF unrecognized");
        assert_eq!(format!("{:?}", Code::from_code(-1)), "Unrecognized(0xFFFFFFFF)");
        for code in Code::ALL.iter().copied().chain([Code::from_code(-1), Code::from_code(7)]) {
            assert_eq!(code.to_string().parse(), Ok(code));
        }
    }

    #[test]
    fn the_longest_prefix_and_the_suffix_are_cut_off_the_variant_only() {
        assert_eq!(Code::Full.name(), "FACILITY_DISK_FULL_ERROR");
        assert_eq!(Code::named("FACILITY_DISK_FULL_ERROR"), [Code::Full]);
        assert_eq!(Code::named("FULL"), [] as [Code; 0]);
    }

    #[test]
    fn a_code_is_in_the_category_that_lists_it() {
        assert_eq!(Code::Full.category(), CodeCategory::Failure);
        assert_eq!(Code::Ok.category(), CodeCategory::Success);
        assert_eq!(Code::Slow.category(), CodeCategory::Success, "its own key comes first");
        assert_eq!(Code::from_code(0x4000_0002).category(), CodeCategory::Warning);
        assert_eq!(Code::from_code(0x3fff_ffff).category(), CodeCategory::Success);
        assert_eq!(Code::from_code(-1).category(), CodeCategory::Failure);
        assert_eq!(Code::from_code(i32::MIN).category(), CodeCategory::Failure);
        assert_eq!(Code::from_code(-0x7ff7_ffff).category(), CodeCategory::Warning, "a range comes first");
        assert_eq!(Code::from_code(5).ok(), Ok(()));
        assert_eq!(Code::from_code(-5).ok(), Err(Code::from_code(-5)));
    }

    #[test]
    fn a_row_may_override_the_retry_of_its_category() {
        assert_eq!(Code::Full.retry(), Retry::Backoff);
        assert_eq!(Code::NotFound.retry(), Retry::Never);
        assert_eq!(Code::Ok.retry(), Retry::Never);
    }

    #[test]
    fn retries_of_unlisted_codes_come_from_where_their_category_comes_from() {
        let listed_by_a_category = Code::from_code(-1);
        assert_eq!(listed_by_a_category.retry(), Retry::Backoff, "not the `never` of `[unrecognized]`");
        assert_eq!(Code::from_code(-0x7ff8_ffff).retry(), Retry::Backoff, "the range has no retry and no category");
        assert_eq!(Code::from_code(-0x7ff8_0000).retry(), Retry::After(Duration::from_secs(7)));
    }

    #[test]
    fn ranges_have_names_that_are_not_found() {
        assert_eq!(Code::from_code(-0x7ff8_ffff).name(), "FACILITY_WIN32");
        assert_eq!(Code::from_code(-0x7ff8_ffff).names(), ["FACILITY_WIN32"]);
        assert_eq!(Code::from_code(-0x7ff8_ffff).to_string(), "0x80070001 FACILITY_WIN32");
        assert_eq!(Code::from_code(-0x7ff8_ffff).message(), "FACILITY_WIN32", "the name serves");
        assert_eq!(Code::named("FACILITY_WIN32"), [] as [Code; 0]);
        assert!("FACILITY_WIN32".parse::<Code>().is_err());
    }
}

mod columns {
    use super::*;

    #[codes("fixtures/columns.toml")]
    enum Code {}

    #[test]
    fn a_row_without_a_name_is_named_after_its_variant() {
        assert_eq!(Code::CardDeclined.name(), "card_declined");
        assert_eq!("card_declined".parse(), Ok(Code::CardDeclined));
    }

    #[test]
    fn each_column_is_a_method() {
        const SEVERITY: u8 = Code::CardDeclined.severity();
        assert_eq!(SEVERITY, 3);
        assert_eq!(Code::NoMessage.severity(), 255);
        assert_eq!(Code::CardDeclined.url(), Some("https://example.org/1"));
        assert_eq!(Code::NoMessage.url(), None);
        assert_eq!(Code::CardDeclined.balance(), Some(i64::MIN));
        assert_eq!(Code::NoMessage.balance(), None);
        assert!(Code::CardDeclined.throttled());
        assert!(!Code::NoMessage.throttled());
        assert_eq!(Code::CardDeclined.fatal(), None);
        assert_eq!(Code::NoMessage.fatal(), Some(false));
        assert_eq!((Code::CardDeclined.rank(), Code::NoMessage.rank()), (-128, 127));
    }

    #[test]
    fn a_column_of_messages_has_them_in_each_language() {
        assert_eq!(Code::CardDeclined.remedy(), Some("Pay otherwise."));
        assert_eq!(Code::CardDeclined.remedy_in("fa-IR"), Some("جور دیگر بپردازید."));
        assert_eq!(Code::CardDeclined.remedy_in("ja"), Some("別の方法"));
        assert_eq!(Code::CardDeclined.remedy_in("de"), None);
        assert_eq!(Code::NoMessage.remedy_in("fa"), None);
        assert_eq!(Code::CardDeclined.hint(), "Ask.");
        assert_eq!(Code::CardDeclined.hint_in("ja"), Some("Ask."), "the default language serves");
        assert_eq!(Code::NoMessage.hint_in("fa"), Some("صبر کنید."));
        assert_eq!(Code::from_code(9).hint_in("fa"), Some("بپرسید."));
    }

    #[test]
    fn unlisted_codes_have_the_values_of_their_range_or_of_all_others() {
        let (other, vendor, spare) = (Code::from_code(9), Code::from_code(555), Code::from_code(600));
        assert_eq!((other.severity(), vendor.severity(), spare.severity()), (9, 8, 9));
        assert_eq!((other.fatal(), vendor.fatal(), spare.fatal()), (None, Some(true), None));
        assert_eq!((other.url(), vendor.url(), spare.url()), (None, Some("vendor"), None));
        assert_eq!((other.rank(), vendor.rank()), (-3, -3));
        assert_eq!((other.name(), vendor.name(), spare.name()), ("unrecognized", "vendor_error", "spare"));
        assert_eq!(
            (other.message(), vendor.message(), spare.message()),
            ("Not listed.", "The vendor failed.", "Not listed.")
        );
        assert_eq!((other.message_in("fa"), vendor.message_in("fa")), (Some("نیست."), Some("خطا.")));
        assert_eq!(vendor.message_in("ja"), Some("The vendor failed."));
        assert_eq!((other.http_status(), vendor.http_status(), spare.http_status()), (502, 503, 502));
    }

    #[test]
    fn where_a_row_has_no_message_its_name_serves() {
        assert_eq!(Code::NoMessage.message(), "no_message");
        assert_eq!(Code::NoMessage.message_in("fa"), Some("no_message"));
        assert_eq!(format!("{:#}", Code::NoMessage), "2 no_message", "nothing is said twice");
        assert_eq!(format!("{:#}", Code::CardDeclined), "1 card_declined: Declined.");
    }

    #[test]
    fn a_table_without_categories_may_have_http_statuses() {
        assert_eq!((Code::CardDeclined.http_status(), Code::NoMessage.http_status()), (402, 200));
    }
}

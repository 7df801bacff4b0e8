//! Codes are logged as `Display` writes them. defmt's encoder writes the logs, and its decoder reads them,
//! with the strings that the linker put into this test.
#![cfg(target_os = "linux")]

use std::sync::{Mutex, PoisonError};
use std::{env, fs};

use defmt::{Encoder, Format};
use defmt_decoder::Table;
use ineo_codes::{Code, Integer, StatusCode, Text, codes};

#[codes("fixtures/hexadecimal.toml")]
enum Hexadecimal {}
#[codes("fixtures/signed.toml")]
enum Signed {}
#[codes("fixtures/texts.toml")]
enum Texts {}
#[codes("fixtures/u64.toml")]
enum U64 {}
#[codes("$OUT_DIR/u8.toml")]
enum HexadecimalU8 {}
#[codes("$OUT_DIR/i16.toml")]
enum HexadecimalI16 {}
#[codes("$OUT_DIR/u64.toml")]
enum HexadecimalU64 {}
#[codes("$OUT_DIR/i64.toml")]
enum HexadecimalI64 {}

/// The frames that were logged, and their encoder.
static LOG: Mutex<(Vec<u8>, Encoder)> = Mutex::new((Vec::new(), Encoder::new()));

#[defmt::global_logger]
struct Logger;

/// [`logged`] has a lock, so tests log one after the other.
#[expect(unsafe_code, reason = "the trait is")]
unsafe impl defmt::Logger for Logger {
    fn acquire() {
        with_encoder(|encoder, write| encoder.start_frame(write));
    }

    unsafe fn flush() {}

    unsafe fn release() {
        with_encoder(|encoder, write| encoder.end_frame(write));
    }

    unsafe fn write(bytes: &[u8]) {
        with_encoder(|encoder, write| encoder.write(bytes, write));
    }
}

fn with_encoder(act: impl FnOnce(&mut Encoder, &mut dyn FnMut(&[u8]))) {
    let mut log = LOG.lock().expect("no logger panics");
    let (frames, encoder) = &mut *log;
    act(encoder, &mut |bytes| frames.extend_from_slice(bytes));
}

defmt::timestamp!("");

/// Logs the values, and returns the lines that the decoder shows.
fn logged(values: impl IntoIterator<Item = impl Format>) -> Vec<String> {
    static ONE: Mutex<()> = Mutex::new(());
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    for value in values {
        defmt::println!("{}", value);
    }
    let frames = std::mem::take(&mut LOG.lock().expect("no logger panics").0);
    let program = fs::read(env::current_exe().expect("the test has a file")).expect("it can be read");
    let table = Table::parse(&program).expect("the strings can be read").expect("there are strings");
    let mut decoder = table.new_stream_decoder();
    decoder.received(&frames);
    std::iter::from_fn(|| Some(decoder.decode().ok()?.display_message().to_string())).collect()
}

#[track_caller]
fn check<C: Code + Format>(unlisted: impl IntoIterator<Item = C>) {
    let codes: Vec<C> = C::ALL.iter().copied().chain(unlisted).collect();
    let displayed: Vec<String> = codes.iter().map(ToString::to_string).collect();
    assert_eq!(logged(codes), displayed);
}

/// The smallest code, the largest, and some in between.
fn integers<C: Code<Repr: Integer>>() -> impl Iterator<Item = C> {
    let (min, max): (i128, i128) = (C::Repr::MIN.into(), C::Repr::MAX.into());
    (0..=7).map(move |step| (min + (max - min) * step / 7).to_string().parse().expect("it is in range"))
}

#[test]
fn a_code_is_logged_as_it_is_displayed() {
    check::<StatusCode>(integers());
    check::<Signed>(integers());
    check::<U64>(integers());
    assert_eq!(logged([StatusCode::NotFound, StatusCode::from(599)]), ["404 not_found", "599 unrecognized"]);
}

#[test]
fn a_code_is_logged_in_hexadecimal_where_the_table_says_so() {
    check::<Hexadecimal>(integers());
    check::<HexadecimalU8>(integers());
    check::<HexadecimalI16>(integers());
    check::<HexadecimalU64>(integers());
    check::<HexadecimalI64>(integers());
    assert_eq!(logged([Hexadecimal::from(-0x7fff_0000)]), ["0x80010000 FACILITY_DISK_FULL_ERROR"]);
    assert_eq!(logged([HexadecimalI16::from(-2)]), ["0xFFFE unrecognized"]);
}

#[test]
fn a_text_is_logged_with_its_name_if_that_is_another() {
    check::<Texts>(["57P03", "", "x", "ab\u{e9}"].map(|text| Texts::try_from(text).expect("it is short")));
    assert_eq!(
        logged(["00000", "N7"].map(|text| Texts::try_from(text).expect("it is short"))),
        ["00000 successful_completion", "N7"]
    );
    assert_eq!(logged([Text::<5>::new("é").expect("it is short")]), ["é"]);
}

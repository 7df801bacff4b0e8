//! A program that links with neither `std` nor an allocator, as firmware does.

#![no_std]
#![no_main]

use core::fmt::{self, Write};
use core::panic::PanicInfo;

use ineo_codes::{Categorized, Category, FromCode, Retry, StatusCode};

/// A table of the program's own.
#[ineo_codes::codes("gateway.toml")]
pub enum GatewayCode {}

/// A table of texts.
#[ineo_codes::codes("texts.toml")]
pub enum TextCode {}

/// A hand-written enum that is checked against a table.
#[derive(Clone, Copy, FromCode)]
#[from_code(StatusCode)]
pub enum Outcome {
    /// There is a result.
    #[from_code(category = Success)]
    Done,
    /// It may pass.
    #[from_code(retryable)]
    Transient(StatusCode),
    /// It won't.
    #[from_code(_)]
    Failed(StatusCode),
}

/// What was written: a sum, since there is nowhere to write to.
struct Sum(u32);

impl Write for Sum {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = text.bytes().fold(self.0, |sum, byte| sum.wrapping_add(byte.into()));
        Ok(())
    }
}

fn write<C: Categorized>(sum: &mut Sum, code: C) -> fmt::Result {
    write!(sum, "{code} {code:#} {code:?} {} {:?} {}", code.category(), code.retry(), code.names().len())?;
    C::LANGUAGES.iter().flat_map(|language| code.message_in(language)).try_for_each(|message| sum.write_str(message))
}

/// Uses everything that there is without features.
fn run(bits: u16, text: &str) -> Result<u32, fmt::Error> {
    let mut sum = Sum(0);
    let code = StatusCode::from_code(bits);
    write(&mut sum, code)?;
    write(&mut sum, GatewayCode::from_code(bits.into()))?;
    let text_code = TextCode::try_from(text).or(TextCode::try_from("E1")).map_err(|_| fmt::Error)?;
    write(&mut sum, text_code)?;
    write!(sum, "{:?} {:?} {}", text_code.hint(), text_code.hint_in("fa"), text_code.weight())?;
    match text.parse::<TextCode>() {
        Ok(code) => write(&mut sum, code)?,
        Err(error) => write!(sum, "{error}")?,
    }
    StatusCode::ALL.iter().try_for_each(|code| write(&mut sum, *code))?;
    match text.parse::<StatusCode>() {
        Ok(code) => write(&mut sum, code)?,
        Err(error) => write!(sum, "{error}")?,
    }
    match Outcome::from(code) {
        Outcome::Done => sum.0 += 1,
        Outcome::Transient(code) | Outcome::Failed(code) => sum.0 += u32::from(code.code()),
    }
    if code.category() == Category::Unavailable && code.retry() == Retry::Backoff {
        sum.0 += 1;
    }
    Ok(sum.0)
}

/// Where the system enters the program.
#[unsafe(no_mangle)]
pub extern "C" fn _start() -> ! {
    let sum = run(core::hint::black_box(404), core::hint::black_box("data_error"));
    core::hint::black_box(sum).ok();
    loop {
        core::hint::spin_loop();
    }
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {
        core::hint::spin_loop();
    }
}

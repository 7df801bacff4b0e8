//! The size of codes, and that nothing allocates: an allocator counts.

use std::fmt::{self, Write};
use std::hint::black_box;

use allocation_counter::measure;
use ineo_codes::{Retry, StatusCode};

#[test]
fn a_code_is_as_small_as_its_number_and_a_tag() {
    assert_eq!([size_of::<StatusCode>(), size_of::<Option<StatusCode>>()], [4, 4]);
    assert_eq!(align_of::<StatusCode>(), 2);
}

/// A buffer on the stack.
struct Buffer {
    bytes: [u8; 512],
    length: usize,
}

impl Write for Buffer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let rest = self.bytes.get_mut(self.length..).and_then(|rest| rest.get_mut(..text.len())).ok_or(fmt::Error)?;
        rest.copy_from_slice(text.as_bytes());
        self.length += text.len();
        Ok(())
    }
}

#[test]
fn nothing_allocates() {
    fn allocations(code: u16) -> u64 {
        let mut buffer = Buffer { bytes: [0; 512], length: 0 };
        measure(|| {
            let code = black_box(StatusCode::from_code(code));
            black_box((code.code(), code.name(), code.names(), code.message(), code.category(), code.http_status()));
            black_box((code.retry(), code.retry() == Retry::Never, code.is_retryable(), code.is_recognized()));
            for language in ["en", "fa-IR", "FA", "de", "", "zh-Hant-TW-x-private"] {
                black_box(code.message_in(language));
            }
            for name in code.names() {
                black_box(StatusCode::named(name));
                let parsed = black_box(name.parse::<StatusCode>());
                if let Err(error) = parsed {
                    write!(buffer, "{error}").expect("the buffer is large enough");
                }
            }
            black_box((code < StatusCode::NotFound, code == 404, u16::from(code)));
            buffer.length = 0;
            write!(buffer, "{code} {code:#} {code:?} {} {}", code.category(), code.retry())
                .expect("the buffer is large enough");
        })
        .count_total
    }
    let texts = ["404", "0404", "-1", "65536", "", "no_such_name", "a name far longer than any in the table ever was"];
    assert_eq!(measure(|| texts.iter().for_each(|text| _ = black_box(text.parse::<StatusCode>()))).count_total, 0);
    for code in 0..=u16::MAX {
        assert_eq!(allocations(code), 0, "{code}");
    }
    assert_eq!(measure(|| drop(black_box(vec![0_u8]))).count_total, 1, "the counter counts");
}

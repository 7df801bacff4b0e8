//! The code of a selector that is a number or a text, for representations of both kinds. A selector of the wrong kind
//! compiles here, and fails in a check that says what to write.

use crate::Text;

/// A representation that can be selected by a number.
pub trait ByNumber<const NUMBER: i128> {
    /// The code; a placeholder in a text table.
    const CODE: Self;

    /// What the end of a range is: the representation, or in a text table some integer, so that the range is one error.
    type Number;

    /// The number as the end of a range.
    const NUMBER: Self::Number;
}

/// A representation that can be selected by the text of `T`.
pub trait ByText<T: Selected> {
    /// The code; a placeholder if codes are numbers.
    const CODE: Self;
}

/// The text of a selector, as a type.
pub trait Selected {
    /// The text.
    const TEXT: &'static str;
}

macro_rules! integers {
    ($($integer:ident)*) => {
        $(
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a check compares them")]
            impl<const NUMBER: i128> ByNumber<NUMBER> for $integer {
                const CODE: Self = NUMBER as $integer;
                type Number = Self;
                const NUMBER: Self = NUMBER as $integer;
            }

            impl<T: Selected> ByText<T> for $integer {
                const CODE: Self = 0;
            }
        )*
    };
}

integers!(u8 u16 u32 u64 i8 i16 i32 i64);

impl<const NUMBER: i128, const N: usize> ByNumber<NUMBER> for Text<N> {
    const CODE: Self = Self::EMPTY;
    type Number = i128;
    const NUMBER: i128 = NUMBER;
}

impl<T: Selected, const N: usize> ByText<T> for Text<N> {
    /// A text that is too long becomes the empty text: no row has either.
    const CODE: Self = match Self::new(T::TEXT) {
        Some(text) => text,
        None => Self::EMPTY,
    };
}

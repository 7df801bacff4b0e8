//! The code that a selector writes as a number or as a text, for a representation of either kind: a selector of the wrong
//! kind compiles here, and fails in a check that says what to write.

use crate::Text;

/// A representation with the code of this number.
pub trait ByNumber<const NUMBER: i128> {
    /// The code; any, where codes are not numbers.
    const CODE: Self;
}

/// A representation with the code of the text that `T` has.
pub trait ByText<T: Selected> {
    /// The code; any, where codes are not texts.
    const CODE: Self;
}

/// Has the text of a selector.
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
}

impl<T: Selected, const N: usize> ByText<T> for Text<N> {
    /// A text that is too long to be a code is no row's, as the empty one is not.
    const CODE: Self = match Self::new(T::TEXT) {
        Some(text) => text,
        None => Self::EMPTY,
    };
}

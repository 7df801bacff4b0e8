//! Codes for fuzzers and property tests.

use arbitrary::{Arbitrary, Error, Result, Unstructured, size_hint};

use crate::{Code, Text};

/// The impl of arbitrary, where this crate has the feature.
#[doc(hidden)]
#[macro_export]
macro_rules! __arbitrary {
    ($codes:ident) => {
        /// Three of four codes are listed, as long as there is input.
        impl<'a> $crate::__private::arbitrary::Arbitrary<'a> for $codes {
            fn arbitrary(
                input: &mut $crate::__private::arbitrary::Unstructured<'a>,
            ) -> $crate::__private::arbitrary::Result<Self> {
                $crate::__private::arbitrary_code(input)
            }

            fn size_hint(
                depth: ::core::primitive::usize,
            ) -> (::core::primitive::usize, ::core::option::Option<::core::primitive::usize>) {
                $crate::__private::arbitrary_size::<Self>(depth)
            }
        }
    };
}

/// A listed code in three of four cases, else a code of any number or text. Without input it is the first row.
///
/// # Errors
///
/// Those of the representation's own implementation; integers have none.
pub fn arbitrary_code<'a, C: Code>(input: &mut Unstructured<'a>) -> Result<C>
where
    C::Repr: Arbitrary<'a>,
{
    if input.ratio(3, 4)? { input.choose(C::ALL).copied() } else { C::Repr::arbitrary(input).map(C::from_code) }
}

/// The size of the input for a code: one byte to choose, and either the position of a row or a number or text.
#[must_use]
pub fn arbitrary_size<'a, C: Code>(depth: usize) -> (usize, Option<usize>)
where
    C::Repr: Arbitrary<'a>,
{
    let position = (0, Some(size_of::<usize>()));
    size_hint::and((1, Some(1)), size_hint::or(position, C::Repr::size_hint(depth)))
}

/// Any text of up to `N` bytes.
impl<'a, const N: usize> Arbitrary<'a> for Text<N> {
    fn arbitrary(input: &mut Unstructured<'a>) -> Result<Self> {
        let text = <&str>::arbitrary(input)?;
        let end = (0..=text.len().min(N)).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        Text::new(&text[..end]).ok_or(Error::IncorrectFormat)
    }

    fn size_hint(depth: usize) -> (usize, Option<usize>) {
        <&str>::size_hint(depth)
    }
}

use core::fmt::{self, Debug, Display};
use core::hash::Hash;
use core::str::FromStr;

use crate::Text;

/// The types that can carry a code: the [`Integer`] types, and [`Text`].
pub trait Representation: Copy + Eq + Ord + Hash + Debug + Display + FromStr + sealed::Sealed {
    /// Writes what can be read as such a code, for error messages.
    #[doc(hidden)]
    fn __expected(f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Displays the code in a radix.
    #[doc(hidden)]
    fn __display(&self, radix: u32, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// What is logged of the code.
    #[cfg(feature = "defmt")]
    #[doc(hidden)]
    fn __logged(&self) -> crate::interop::defmt::Logged<'_>;
}

/// The integer types that can carry a code: `u8` to `u64` and `i8` to `i64`.
pub trait Integer: Representation + Into<i128> {
    /// The smallest code.
    const MIN: Self;
    /// The largest code.
    const MAX: Self;

    #[doc(hidden)]
    fn __from_wide(wide: i128) -> Option<Self>;

    /// The value with these bits, if the type has as many.
    #[doc(hidden)]
    fn __from_bits(bits: u64) -> Option<Self>;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! integers {
    ($($integer:ident $bits:ident)*) => {
        $(
            impl sealed::Sealed for $integer {}

            impl Representation for $integer {
                #[inline]
                fn __expected(f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write!(f, "a number from {} to {}", $integer::MIN, $integer::MAX)
                }

                #[inline]
                fn __display(&self, radix: u32, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    if radix == 16 {
                        return write!(f, "0x{self:0width$X}", width = size_of::<Self>() * 2);
                    }
                    write!(f, "{self}")
                }

                #[cfg(feature = "defmt")]
                fn __logged(&self) -> crate::interop::defmt::Logged<'_> {
                    crate::interop::defmt::Logged::Bits(<$bits>::from_ne_bytes(self.to_ne_bytes()).into())
                }
            }

            impl Integer for $integer {
                const MIN: Self = $integer::MIN;
                const MAX: Self = $integer::MAX;

                fn __from_wide(wide: i128) -> Option<Self> {
                    wide.try_into().ok()
                }

                fn __from_bits(bits: u64) -> Option<Self> {
                    <$bits>::try_from(bits).ok().map(|bits| Self::from_ne_bytes(bits.to_ne_bytes()))
                }
            }
        )*
    };
}

integers!(u8 u8 u16 u16 u32 u32 u64 u64 i8 u8 i16 u16 i32 u32 i64 u64);

impl<const N: usize> sealed::Sealed for Text<N> {}

impl<const N: usize> Representation for Text<N> {
    #[inline]
    fn __expected(f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a code of up to {N} bytes")
    }

    #[inline]
    fn __display(&self, _: u32, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }

    #[cfg(feature = "defmt")]
    fn __logged(&self) -> crate::interop::defmt::Logged<'_> {
        crate::interop::defmt::Logged::Text(self.as_str())
    }
}

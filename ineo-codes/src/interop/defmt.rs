//! Codes in the logs of microcontrollers.

use defmt::{Format, Formatter};

use crate::{Code, Text};

/// The impl of defmt, where this crate has the feature.
#[doc(hidden)]
#[macro_export]
macro_rules! __defmt {
    ($codes:ident) => {
        /// As `Display` writes it: the number and the name.
        impl $crate::__private::defmt::Format for $codes {
            fn format(&self, formatter: $crate::__private::defmt::Formatter<'_>) {
                $crate::__private::format(*self, formatter);
            }
        }
    };
}

/// `404 not_found`.
pub fn format<C: Code>(code: C, formatter: Formatter<'_>)
where
    C::Repr: Format,
{
    defmt::write!(formatter, "{} {=str}", code.code(), code.name());
}

impl<const N: usize> Format for Text<N> {
    fn format(&self, formatter: Formatter<'_>) {
        defmt::write!(formatter, "{=str}", self.as_str());
    }
}

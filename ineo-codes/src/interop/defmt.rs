//! Codes in the logs of microcontrollers.

use defmt::{Format, Formatter};

use crate::code::is_same;
use crate::{Code, Representation, Text};

/// The impl of defmt, where this crate has the feature.
#[doc(hidden)]
#[macro_export]
macro_rules! __defmt {
    ($codes:ident) => {
        /// As `Display` writes it: the code and the name.
        impl $crate::__private::defmt::Format for $codes {
            fn format(&self, formatter: $crate::__private::defmt::Formatter<'_>) {
                $crate::__private::format(*self, formatter);
            }
        }
    };
}

/// What is logged of a code.
#[doc(hidden)]
pub enum Logged<'a> {
    /// The bits of an integer.
    Bits(u64),
    /// A text.
    Text(&'a str),
}

/// `404 not_found`, as `Display` writes it, and without `core::fmt`, which takes much of a microcontroller's memory.
pub fn format<C: Code>(code: C, formatter: Formatter<'_>)
where
    C::Repr: Format,
{
    let (value, name) = (code.code(), code.name());
    match value.__logged() {
        Logged::Text(text) if is_same(text, name) => defmt::write!(formatter, "{=str}", name),
        Logged::Text(text) => defmt::write!(formatter, "{=str} {=str}", text, name),
        #[allow(clippy::match_same_arms, reason = "their texts differ, which the linker removes")]
        Logged::Bits(bits) if C::ROWS.radix == 16 => match size_of::<C::Repr>() {
            1 => defmt::write!(formatter, "{=u64:#04X} {=str}", bits, name),
            2 => defmt::write!(formatter, "{=u64:#06X} {=str}", bits, name),
            4 => defmt::write!(formatter, "{=u64:#010X} {=str}", bits, name),
            _ => defmt::write!(formatter, "{=u64:#018X} {=str}", bits, name),
        },
        Logged::Bits(_) => defmt::write!(formatter, "{} {=str}", value, name),
    }
}

impl<const N: usize> Format for Text<N> {
    fn format(&self, formatter: Formatter<'_>) {
        defmt::write!(formatter, "{=str}", self.as_str());
    }
}

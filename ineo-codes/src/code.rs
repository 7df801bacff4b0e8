use core::error::Error;
use core::fmt::{self, Debug, Display};
use core::hash::Hash;
use core::str::FromStr;

use crate::from_code::Tabulated;
use crate::pad::pad;
use crate::{ParseCodeError, Retry};

/// An enum that [`codes`](crate::codes) made, for code that is generic over tables.
///
/// Everything here is also an inherent item of the enum, where most are `const fn`. Only the macro is to
/// implement it: its hidden items change with every version.
///
/// ```
/// use ineo_codes::{Code, StatusCode};
///
/// fn advice<C: Code>(code: C) -> String {
///     let again = if code.is_retryable() { "try again" } else { "don't try again" };
///     format!("{code:#} ({again})")
/// }
///
/// assert_eq!(advice(StatusCode::NotFound), "404 not_found: Nothing was found to return. (don't try again)");
/// ```
pub trait Code:
    Copy
    + Eq
    + Ord
    + Hash
    + Debug
    + Display
    + Error
    + From<Self::Repr>
    + FromStr<Err = ParseCodeError<Self>>
    + PartialEq<Self::Repr>
    + Send
    + Sync
    + Tabulated
    + 'static
{
    /// The integer type that carries a code.
    type Repr: Representation + PartialEq<Self>;

    // Below, rust-analyzer is told not to offer an import: the inherent items of the same names need none.
    /// Every row of the table, in its order.
    #[rust_analyzer::completions(ignore_flyimport)]
    const ALL: &'static [Self];

    /// The number of rows.
    const COUNT: usize = Self::ALL.len();

    /// The language tags (BCP 47) of the messages; the first is the default. Empty in a table without messages.
    #[rust_analyzer::completions(ignore_flyimport)]
    const LANGUAGES: &'static [&'static str];

    /// The code with this number, which [`code`](Self::code) gives back for every number.
    #[rust_analyzer::completions(ignore_flyimport)]
    fn from_code(code: Self::Repr) -> Self;

    /// The number.
    #[rust_analyzer::completions(ignore_flyimport)]
    fn code(self) -> Self::Repr;

    /// The wire name, as the service sends it; `unrecognized` outside the table.
    #[rust_analyzer::completions(ignore_flyimport)]
    fn name(self) -> &'static str;

    /// The wire name, and the aliases behind it.
    #[rust_analyzer::completions(ignore_flyimport)]
    fn names(self) -> &'static [&'static str];

    /// Every code that bears the name: none, one or several.
    #[rust_analyzer::completions(ignore_flyimport)]
    fn named(name: &str) -> &'static [Self];

    /// What the code means, in the default language; the name in a table without messages.
    #[rust_analyzer::completions(ignore_flyimport)]
    fn message(self) -> &'static str;

    /// What the code means, in the language of a BCP 47 tag, found by the lookup of RFC 4647: `fa-IR` finds `fa`. What
    /// the environment variable `LANG` has, such as `fa_IR.UTF-8`, works as well.
    ///
    /// `None` where the table has no such language. Where only this code lacks it, the default language serves.
    #[rust_analyzer::completions(ignore_flyimport)]
    fn message_in(self, language: &str) -> Option<&'static str>;

    /// Whether to send the request again, and when.
    #[rust_analyzer::completions(ignore_flyimport)]
    fn retry(self) -> Retry;

    /// Whether [`retry`](Self::retry) is anything but [`Retry::Never`].
    #[rust_analyzer::completions(ignore_flyimport)]
    fn is_retryable(self) -> bool {
        self.retry().is_retryable()
    }

    /// Whether the table has the code.
    #[rust_analyzer::completions(ignore_flyimport)]
    fn is_recognized(self) -> bool;
}

/// A [`Code`] whose table has categories.
///
/// ```
/// use ineo_codes::{Categorized, Category, StatusCode};
///
/// fn count<C: Categorized>(codes: &[C], category: C::Category) -> usize {
///     codes.iter().filter(|code| code.category() == category).count()
/// }
///
/// assert_eq!(count(StatusCode::ALL, Category::Unavailable), 3);
/// ```
pub trait Categorized: Code {
    /// The enum of the table's categories.
    type Category: Copy + Eq + Ord + Hash + Debug + Display + Send + Sync + 'static;

    /// Whose fault the code is.
    #[rust_analyzer::completions(ignore_flyimport)]
    fn category(self) -> Self::Category;
}

/// The integer types that can carry a code: `u8` to `u64` and `i8` to `i64`.
pub trait Representation: Copy + Eq + Ord + Hash + Debug + Display + FromStr + Into<i128> + sealed::Sealed {
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

macro_rules! representations {
    ($($integer:ident $bits:ident)*) => {
        $(
            impl sealed::Sealed for $integer {}

            impl Representation for $integer {
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

representations!(u8 u8 u16 u16 u32 u32 u64 u64 i8 u8 i16 u16 i32 u32 i64 u64);

/// The number of a code that a table does not have.
///
/// The enum `C` makes one only for a number that is not in the table, and there is no documented way to make another.
///
/// ```
/// use ineo_codes::StatusCode;
///
/// let StatusCode::Unrecognized(unrecognized) = StatusCode::from_code(599) else { unreachable!() };
/// assert_eq!(unrecognized.code(), 599);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Unrecognized<C: Code> {
    code: C::Repr,
}

impl<C: Code> Unrecognized<C> {
    #[doc(hidden)]
    #[must_use]
    #[inline]
    pub const fn __new(code: C::Repr) -> Self {
        Self { code }
    }

    /// The number.
    #[must_use]
    #[inline]
    pub const fn code(self) -> C::Repr {
        self.code
    }
}

/// `Display` of every code.
#[doc(hidden)]
pub fn display(code: impl Code, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    display_parts(&code.code(), code.name(), code.message(), f)
}

/// Not generic, so that it is compiled once, and not for every table.
fn display_parts(code: &dyn Display, name: &str, message: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if f.alternate() && message != name {
        pad(f, format_args!("{code} {name}: {message}"))
    } else {
        pad(f, format_args!("{code} {name}"))
    }
}

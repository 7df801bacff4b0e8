//! The impls that every enum of codes has, as macros: they depend on the table for little but names.
//!
//! The enum is a type to them and not an identifier, since in an older edition than theirs it may have the name of a keyword.
//! They are not in the engine, where each of their tokens would be a call that every user's build compiles.

/// Conversions between codes and their representation, comparisons, and the order by code.
#[doc(hidden)]
#[macro_export]
macro_rules! __conversions {
    ($codes:ty, $repr:ty) => {
        impl ::core::convert::From<$repr> for $codes {
            #[inline]
            fn from(code: $repr) -> Self {
                Self::from_code(code)
            }
        }

        impl ::core::convert::From<$codes> for $repr {
            #[inline]
            fn from(code: $codes) -> Self {
                code.code()
            }
        }

        impl ::core::cmp::PartialEq<$repr> for $codes {
            #[inline]
            fn eq(&self, code: &$repr) -> ::core::primitive::bool {
                self.code() == *code
            }
        }

        impl ::core::cmp::PartialEq<$repr> for &$codes {
            #[inline]
            fn eq(&self, code: &$repr) -> ::core::primitive::bool {
                self.code() == *code
            }
        }

        impl ::core::cmp::PartialEq<$codes> for $repr {
            #[inline]
            fn eq(&self, code: &$codes) -> ::core::primitive::bool {
                *self == code.code()
            }
        }

        impl ::core::cmp::PartialEq<&$codes> for $repr {
            #[inline]
            fn eq(&self, code: &&$codes) -> ::core::primitive::bool {
                *self == code.code()
            }
        }

        /// By code.
        impl ::core::cmp::PartialOrd for $codes {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
            }
        }

        /// By code.
        impl ::core::cmp::Ord for $codes {
            #[inline]
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                ::core::cmp::Ord::cmp(&self.code(), &other.code())
            }
        }
    };
}

/// What only codes that are integers have.
#[doc(hidden)]
#[macro_export]
macro_rules! __integers {
    ($codes:ty) => {
        /// Reads a number, a name that only one code has, or both, as `Display` writes them.
        impl ::core::str::FromStr for $codes {
            type Err = $crate::ParseCodeError<$codes>;

            #[inline]
            fn from_str(
                text: &::core::primitive::str,
            ) -> ::core::result::Result<$codes, $crate::ParseCodeError<$codes>> {
                // Compiled once, wherever texts are parsed.
                fn find_name(name: &::core::primitive::str) -> $crate::__private::Found {
                    NAME_INDEX.find(name)
                }

                $crate::__private::parse(text, |name| NAME_INDEX.code(&CODES_OF_NAMES, find_name(name)))
            }
        }

        /// The number in hexadecimal, negative ones as their bits.
        impl ::core::fmt::LowerHex for $codes {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::LowerHex::fmt(&self.code(), f)
            }
        }

        /// The number in hexadecimal, negative ones as their bits.
        impl ::core::fmt::UpperHex for $codes {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::UpperHex::fmt(&self.code(), f)
            }
        }
    };
}

/// What only codes that are texts have: `max_length` is in bytes.
#[doc(hidden)]
#[macro_export]
macro_rules! __texts {
    ($codes:ty, $repr:ty, $max_length:tt) => {
        /// Reads a listed code, a name that only one code has, what `Display` writes, or any other code.
        impl ::core::str::FromStr for $codes {
            type Err = $crate::ParseCodeError<$codes>;

            fn from_str(
                text: &::core::primitive::str,
            ) -> ::core::result::Result<$codes, $crate::ParseCodeError<$codes>> {
                $crate::__private::parse_text(text)
            }
        }

        /// Reads a code, listed or not. Names are not read: for them, there is `FromStr`.
        impl ::core::convert::TryFrom<&::core::primitive::str> for $codes {
            type Error = $crate::TextLengthError<$max_length>;

            #[inline]
            fn try_from(
                code: &::core::primitive::str,
            ) -> ::core::result::Result<$codes, $crate::TextLengthError<$max_length>> {
                let text = code;
                let code = <$repr as ::core::convert::TryFrom<&::core::primitive::str>>::try_from(text);
                ::core::result::Result::map(code, |code| of_text(text, code))
            }
        }

        impl ::core::cmp::PartialEq<::core::primitive::str> for $codes {
            #[inline]
            fn eq(&self, code: &::core::primitive::str) -> ::core::primitive::bool {
                self.code() == *code
            }
        }

        impl ::core::cmp::PartialEq<$codes> for ::core::primitive::str {
            #[inline]
            fn eq(&self, code: &$codes) -> ::core::primitive::bool {
                *self == code.code()
            }
        }

        impl ::core::cmp::PartialEq<&::core::primitive::str> for $codes {
            #[inline]
            fn eq(&self, code: &&::core::primitive::str) -> ::core::primitive::bool {
                self.code() == *code
            }
        }

        impl ::core::cmp::PartialEq<$codes> for &::core::primitive::str {
            #[inline]
            fn eq(&self, code: &$codes) -> ::core::primitive::bool {
                *self == code.code()
            }
        }
    };
}

/// How codes are shown.
#[doc(hidden)]
#[macro_export]
macro_rules! __formatting {
    ($codes:ty) => {
        impl ::core::fmt::Debug for $codes {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self {
                    Self::Unrecognized(_) => $crate::__private::debug_unrecognized(*self, f),
                    _ => f.write_str(VARIANT_NAMES.get(__Row::of(*self))),
                }
            }
        }

        /// `404 not_found`. The alternate form, `{:#}`, adds a colon and the message.
        impl ::core::fmt::Display for $codes {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::display(*self, f)
            }
        }

        impl ::core::error::Error for $codes {}
    };
}

/// The trait for all enums of codes.
#[doc(hidden)]
#[macro_export]
macro_rules! __code {
    ($codes:ty, $repr:ty) => {
        impl $crate::Code for $codes {
            type Repr = $repr;
            const ALL: &'static [Self] = <$codes>::ALL;
            const LANGUAGES: &'static [&'static ::core::primitive::str] = <$codes>::LANGUAGES;
            fn from_code(code: $repr) -> Self {
                <$codes>::from_code(code)
            }
            fn code(self) -> $repr {
                <$codes>::code(self)
            }
            fn name(self) -> &'static ::core::primitive::str {
                <$codes>::name(self)
            }
            fn names(self) -> &'static [&'static ::core::primitive::str] {
                <$codes>::names(self)
            }
            fn named(name: &::core::primitive::str) -> &'static [Self] {
                <$codes>::named(name)
            }
            fn message(self) -> &'static ::core::primitive::str {
                <$codes>::message(self)
            }
            fn message_in(
                self,
                language: &::core::primitive::str,
            ) -> ::core::option::Option<&'static ::core::primitive::str> {
                <$codes>::message_in(self, language)
            }
            fn retry(self) -> $crate::Retry {
                <$codes>::retry(self)
            }
            fn is_recognized(self) -> ::core::primitive::bool {
                <$codes>::is_recognized(self)
            }
        }
    };
}

/// What only codes with categories have.
#[doc(hidden)]
#[macro_export]
macro_rules! __categorized {
    ($codes:ty, $category:ty) => {
        impl $crate::Categorized for $codes {
            type Category = $category;
            fn category(self) -> $category {
                <$codes>::category(self)
            }
        }

        impl ::core::fmt::Display for $category {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.name())
            }
        }
    };
}

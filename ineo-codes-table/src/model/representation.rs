//! The type of codes, and how integers are shown.

/// How integers are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Radix {
    /// `404`.
    Decimal,
    /// `0x0194`, with as many digits as the type has; a negative code as its bits.
    Hexadecimal,
}

/// The type of the codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Representation {
    /// An integer type.
    Integer(IntegerType),
    /// `ineo_codes::Text<N>`.
    Text {
        /// The most bytes that a code may have, from 1 to 255.
        max_length: usize,
    },
}

/// A primitive integer type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IntegerType {
    /// The name in Rust.
    pub name: &'static str,
    /// The width.
    pub bits: u32,
    /// Whether values may be negative.
    pub is_signed: bool,
}

impl IntegerType {
    /// All that codes and columns can have.
    pub const ALL: [Self; 8] = [
        Self { name: "u8", bits: 8, is_signed: false },
        Self { name: "u16", bits: 16, is_signed: false },
        Self { name: "u32", bits: 32, is_signed: false },
        Self { name: "u64", bits: 64, is_signed: false },
        Self { name: "i8", bits: 8, is_signed: true },
        Self { name: "i16", bits: 16, is_signed: true },
        Self { name: "i32", bits: 32, is_signed: true },
        Self { name: "i64", bits: 64, is_signed: true },
    ];

    /// The default of codes.
    pub const U16: Self = Self::ALL[1];
    /// What holds every code that is not negative.
    pub const U64: Self = Self::ALL[3];

    /// The smallest value.
    #[must_use]
    pub fn min(self) -> i128 {
        if self.is_signed { -(1 << (self.bits - 1)) } else { 0 }
    }

    /// The largest value.
    #[must_use]
    pub fn max(self) -> i128 {
        (1 << (self.bits - u32::from(self.is_signed))) - 1
    }

    /// Whether the type can hold `number`.
    #[must_use]
    pub fn contains(self, number: i128) -> bool {
        (self.min()..=self.max()).contains(&number)
    }

    /// The bits of `number` in this type, zero-extended.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the bits are what is asked for")]
    pub fn bits_of(self, number: i128) -> u64 {
        number as u64 & (u64::MAX >> (64 - self.bits))
    }
}

pub(crate) fn show_number(number: i128, representation: Representation, radix: Radix) -> String {
    match (radix, representation) {
        (Radix::Hexadecimal, Representation::Integer(integer)) => {
            let digits = integer.bits as usize / 4;
            format!("0x{:0digits$X}", integer.bits_of(number))
        }
        _ => number.to_string(),
    }
}

//! What the codes of a table are: integers of a type, or texts.

use ineo_codes_table::Fault;

use super::codes::{Number, Written};

/// `repr` of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repr {
    /// An integer type.
    Integer {
        /// 8 to 64.
        bits: u32,
        /// Whether there are negative codes.
        is_signed: bool,
    },
    /// Texts.
    Text,
}

/// A code as a table has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Code {
    Integer(i128),
    Text(String),
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Integer(code) => code.fmt(f),
            Self::Text(code) => code.fmt(f),
        }
    }
}

impl std::str::FromStr for Repr {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|repr| repr.name() == text).ok_or_else(|| {
            format!("`{text}` is not a representation: write `text`, or one of u8, u16, u32, u64, i8, i16, i32, i64")
        })
    }
}

impl Repr {
    /// The representation of a table that doesn't name one.
    pub(crate) const DEFAULT: Self = Self::Integer { bits: 16, is_signed: false };

    const ALL: [Self; 9] = [
        Self::Integer { bits: 8, is_signed: false },
        Self::Integer { bits: 16, is_signed: false },
        Self::Integer { bits: 32, is_signed: false },
        Self::Integer { bits: 64, is_signed: false },
        Self::Integer { bits: 8, is_signed: true },
        Self::Integer { bits: 16, is_signed: true },
        Self::Integer { bits: 32, is_signed: true },
        Self::Integer { bits: 64, is_signed: true },
        Self::Text,
    ];

    pub(crate) fn name(self) -> String {
        match self {
            Self::Text => "text".to_owned(),
            Self::Integer { bits, is_signed } => format!("{}{bits}", if is_signed { 'i' } else { 'u' }),
        }
    }

    fn extent(self) -> (i128, i128) {
        match self {
            Self::Text => (0, 0),
            Self::Integer { bits, is_signed: false } => (0, (1 << bits) - 1),
            Self::Integer { bits, is_signed: true } => (-(1 << (bits - 1)), (1 << (bits - 1)) - 1),
        }
    }

    /// The smallest common type that holds all of `codes`; texts if one of them is not a number.
    pub(crate) fn of(codes: &[Written]) -> Self {
        let Some(numbers) = codes.iter().map(|code| code.number).collect::<Option<Vec<_>>>() else { return Self::Text };
        let is_signed = numbers.iter().any(|number| matches!(number, Number::Decimal(..0)));
        let fits = |repr: &Self| numbers.iter().all(|number| repr.code(*number).is_some());
        [16, 32, 64].map(|bits| Self::Integer { bits, is_signed }).into_iter().find(fits).unwrap_or(Self::Text)
    }

    fn code(self, number: Number) -> Option<i128> {
        let Self::Integer { bits, is_signed } = self else { return None };
        let (min, max) = self.extent();
        match number {
            Number::Decimal(code) => (min..=max).contains(&code).then_some(code),
            Number::Hexadecimal(code) => {
                let code = i128::from(code);
                if code >= 1 << bits {
                    None
                } else if is_signed && code > max {
                    Some(code - (1 << bits))
                } else {
                    Some(code)
                }
            }
        }
    }

    /// The code that is written so.
    pub(crate) fn read(self, written: &Written) -> Result<Code, Fault> {
        if self == Self::Text {
            return Ok(Code::Text(written.text.clone()));
        }
        let Some(number) = written.number else {
            let fault = Fault::new(&written.span, format!("`{}` is not a number", shortened(&written.text)));
            let fault = fault.label("the codes of this table are numbers");
            return Err(fault.help("write a decimal number without zeros before it, or `0x` and hexadecimal digits"));
        };
        self.code(number).map(Code::Integer).ok_or_else(|| {
            let (min, max) = self.extent();
            let fault =
                Fault::new(&written.span, format!("the code `{}` is outside of `{}`", written.text, self.name()));
            fault.label(format!("not from {min} to {max}")).help("fix the code, or name another representation")
        })
    }

    /// The code in hexadecimal, with as many digits as the type has; negative ones as their bits.
    pub(crate) fn hexadecimal(self, code: i128) -> String {
        let Self::Integer { bits, .. } = self else { return code.to_string() };
        let code = if code < 0 { code + (1 << bits) } else { code };
        format!("0x{code:0width$X}", width = bits as usize / 4)
    }
}

/// The beginning of a long text.
pub(crate) fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

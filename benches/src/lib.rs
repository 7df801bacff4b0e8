//! The tables of ineo-codes that are measured.

use ineo_codes_benches_peers::{Contender, Contenders, Lookup, contender};

/// The name of the project among the contenders.
pub const PROJECT: &str = "ineo-codes";

/// The name of its lookup of names that several codes may share.
pub const NAMED: &str = "ineo-codes, `named`";

/// The name of its lookup of text codes that starts from a `str`, as the peers' do.
pub const FROM_STR: &str = "ineo-codes, from `str`";

macro_rules! table {
    ($module:ident, $repr:ident, $path:literal) => {
        #[allow(missing_docs, reason = "generated")]
        pub mod $module {
            use super::{Contender, Contenders, Lookup, NAMED, PROJECT, contender};

            #[ineo_codes::codes($path)]
            pub enum Code {}

            #[must_use]
            pub fn contenders() -> Contenders<$repr> {
                let by_code: Vec<Contender<$repr>> = vec![
                    contender(Lookup::FromCode, PROJECT, Code::from_code),
                    contender(Lookup::Message, PROJECT, |code| Code::from_code(code).message()),
                    contender(Lookup::Category, PROJECT, |code| Code::from_code(code).category()),
                    contender(Lookup::Retry, PROJECT, |code| Code::from_code(code).retry()),
                ];
                let by_name: Vec<Contender<&'static str>> = vec![
                    contender(Lookup::Name, PROJECT, |name: &'static str| name.parse::<Code>().ok()),
                    contender(Lookup::Name, NAMED, |name: &'static str| Code::named(name)),
                ];
                Contenders { by_code, by_name }
            }
        }
    };
}

macro_rules! text_table {
    ($module:ident, $bytes:literal, $path:literal) => {
        #[allow(missing_docs, reason = "generated")]
        pub mod $module {
            use ineo_codes::Text;

            use super::{Contender, FROM_STR, Lookup, PROJECT, contender};

            #[ineo_codes::codes($path)]
            pub enum Code {}

            /// By a `Text`.
            #[must_use]
            pub fn contenders() -> Vec<Contender<Text<$bytes>>> {
                vec![
                    contender(Lookup::FromCode, PROJECT, Code::from_code),
                    contender(Lookup::Message, PROJECT, |code| Code::from_code(code).message()),
                    contender(Lookup::Category, PROJECT, |code| Code::from_code(code).category()),
                ]
            }

            /// By a `str`.
            #[must_use]
            pub fn str_contenders() -> Vec<Contender<&'static str>> {
                #[inline]
                fn of(code: &str) -> Code {
                    Code::try_from(code).expect("no input is too long")
                }
                vec![
                    contender(Lookup::FromCode, FROM_STR, of),
                    contender(Lookup::Message, FROM_STR, |code| of(code).message()),
                    contender(Lookup::Category, FROM_STR, |code| of(code).category()),
                ]
            }
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

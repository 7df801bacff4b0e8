//! The tables of ineo-codes that are measured.

use ineo_codes_benches_peers::{Contender, Contenders, Lookup, contender};

/// The name of the project among the contenders.
pub const PROJECT: &str = "ineo-codes";

/// The name of its lookup of names that several codes may share.
pub const NAMED: &str = "ineo-codes, `named`";

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

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

//! Tables of texts against what their model says of many texts.

use std::collections::HashSet;

use ineo_codes::{Categorized, Text as CodeText};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Sent, tables};

pub(crate) fn check<C, const N: usize>(table: usize, texts: &[Sent], all: &[C], from_code: fn(CodeText<N>) -> C)
where
    C: Categorized<Repr = CodeText<N>> + Serialize + DeserializeOwned + for<'a> TryFrom<&'a str>,
{
    assert_eq!(C::ALL, all);
    assert_eq!(texts.iter().filter(|text| text.is_listed).count(), all.len());
    for Sent { text, is_listed, name, category, retry } in texts {
        let about = format!("{text:?} in text table {table} of seed {}", tables::SEED);
        let repr = CodeText::new(text).unwrap_or_else(|| panic!("{about} is not too long"));
        let code = from_code(repr);
        assert!(C::from_code(repr) == code && C::try_from(text).ok() == Some(code), "{about}");
        assert_eq!((code.code().as_str(), code.is_recognized()), (*text, *is_listed), "{about}");
        assert_eq!((code.name(), code.retry()), (*name, *retry), "{about}");
        assert_eq!(code.category().to_string(), *category, "{about}");
        let displayed = if text == name { name.to_string() } else { format!("{text} {name}") };
        assert_eq!(code.to_string(), displayed, "{about}");
        if *is_listed {
            assert_eq!(text.parse().ok(), Some(code), "{about}");
            assert_eq!(displayed.parse().ok(), Some(code), "{about}");
            assert_eq!(C::named(name), [code], "{about}");
        }
        let json = serde_json::to_string(&code).expect("a text is written");
        assert_eq!(json, serde_json::to_string(text).expect("a text is written"), "{about}");
        assert_eq!(serde_json::from_str::<C>(&json).ok(), Some(code), "{about}");
    }
    let mut codes: Vec<C> = texts.iter().filter_map(|text| C::try_from(text.text).ok()).collect();
    codes.sort();
    assert!(codes.is_sorted_by(|one, other| one.code().as_str() < other.code().as_str()), "as texts are");
    assert_eq!(codes.iter().collect::<HashSet<_>>().len(), texts.len());
    assert!(C::try_from(&*"x".repeat(N + 1)).is_err());
}

//! The rows of a table.

use std::collections::HashMap;

use super::categories::Categories;
use super::codes::{Code, stand_in_codes};
use super::languages::Languages;
use super::names::Names;
use super::{Checks, Kind};
use crate::document::{Entry, Integer, RawMeaning, RawRetry, RawRow, Texts};
use crate::fault::{Fault, Span};
use crate::model::{Meaning, Representation, Retry, Row};

impl Checks<'_> {
    pub(super) fn rows(
        &self,
        rows: Vec<RawRow>,
        shared: Entry<Texts>,
        representation: Representation,
        languages: &mut Languages,
        categories: &mut Categories,
    ) -> Vec<Row> {
        let mut codes: HashMap<i128, Span> = HashMap::with_capacity(rows.len());
        let mut variants: HashMap<String, Span> = HashMap::with_capacity(rows.len());
        let is_shared_told = match &shared {
            Entry::Absent => true,
            Entry::Faulty => false,
            Entry::Given(shared) => !shared.has_faulty,
        };
        let shared = shared.given().map(|shared| shared.all).unwrap_or_default();
        let mut names = Names::new(&shared, is_shared_told);
        let mut valid = Vec::with_capacity(rows.len());
        for row in rows {
            let code = self.code(row.code.as_ref(), representation, &mut codes);
            names.are_told &= row.name.is_some() && !matches!(row.aliases, Entry::Faulty);
            names.are_told &= !matches!(&row.aliases, Entry::Given(aliases) if aliases.has_faulty);
            let aliases = row.aliases.given().map(|aliases| aliases.all).unwrap_or_default();
            let (row_names, is_sound) = self.names(row.name.as_ref(), &aliases);
            let is_alone = self.bear(&row_names, &mut names, code != Code::Repeated);
            // Where the code or a name is at fault, what follows from the same row is no fault of its own.
            let is_blameless = is_sound && is_alone && code != Code::Repeated;
            let variant = self.variant(&row.variant, row.name.as_ref(), &mut variants, is_blameless);
            let meaning = self.meaning(&row.meaning, &row.span, "the row", categories);
            let messages = match row.message {
                Entry::Given(message) => self.messages(message, languages),
                message => {
                    if message.is_absent() && languages.required > 0 {
                        let fault = Fault::new(&row.span, "the row lacks the key `message`").label("has no `message`");
                        let help = if languages.kind == Kind::Declared {
                            "every row has a message in each of `languages`; add `message = …`"
                        } else {
                            "every row of a table with messages has one; add `message = …`"
                        };
                        self.fault(fault.help(help).missing_here());
                    }
                    let required = |at: usize| (at < languages.required).then(String::new);
                    (0..languages.tags.len()).map(required).collect()
                }
            };
            let deprecated = self.optional_text("the note on deprecation", row.deprecated);
            if let Some(variant) = variant {
                let names = row_names.into_iter().map(|name| name.value).collect();
                valid.push((code, Row { code: 0, variant, names, meaning, messages, deprecated }));
            }
        }
        self.unshared_names(&shared, &names);
        stand_in_codes(valid, &codes, representation)
    }

    pub(super) fn meaning(
        &self,
        meaning: &RawMeaning,
        owner: &Span,
        what: &str,
        categories: &mut Categories,
    ) -> Meaning {
        let retry = match &meaning.retry {
            None | Some(RawRetry::Never) => Retry::Never,
            Some(RawRetry::Backoff) => Retry::Backoff,
            Some(RawRetry::After(seconds)) => self.delay(seconds),
        };
        Meaning { category: self.category(&meaning.category, owner, what, categories), retry }
    }

    pub(super) fn delay(&self, seconds: &Integer) -> Retry {
        if let Ok(delay @ 1..) = u64::try_from(seconds.value) {
            return Retry::After(delay);
        }
        let label = match seconds.value {
            0 => "at once",
            ..0 => "in the past",
            _ => "longer than 64 bits tell",
        };
        let fault = Fault::new(&seconds.span, format!("{} is no delay in seconds", self.written(seconds)));
        let help = "write after how many seconds to try again, `retry = \"backoff\"` where the service does not say, or \
                    `retry = \"never\"`";
        self.fault(fault.label(label).help(help));
        Retry::Backoff
    }
}

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
        let is_shared_complete = match &shared {
            Entry::Absent => true,
            Entry::Faulty => false,
            Entry::Given(shared) => !shared.has_faulty,
        };
        let shared = shared.given().map(|shared| shared.all).unwrap_or_default();
        let mut names = Names::new(&shared, is_shared_complete);
        let mut valid = Vec::with_capacity(rows.len());
        for row in rows {
            let code = self.code(row.code.as_ref(), representation, &mut codes);
            names.are_complete &= row.name.is_some() && !matches!(row.aliases, Entry::Faulty);
            names.are_complete &= !matches!(&row.aliases, Entry::Given(aliases) if aliases.has_faulty);
            let aliases = row.aliases.given().map(|aliases| aliases.all).unwrap_or_default();
            let (row_names, is_sound) = self.names(row.name.as_ref(), &aliases);
            let gives_variant = row.variant.is_absent();
            let is_alone = self.record_names(&row_names, &mut names, gives_variant, code != Code::Repeated);
            // If the code or a name is faulty, a fault of the variant only follows from that.
            let is_blameless = is_sound && is_alone && code != Code::Repeated;
            let variant = self.variant(&row.variant, row.name.as_ref(), &mut variants, is_blameless);
            let meaning = self.meaning(&row.meaning, &row.span, "a row", categories);
            let messages = match row.message {
                Entry::Given(message) => {
                    let if_blank = languages.if_blank;
                    self.messages(message, languages, if_blank)
                }
                message => {
                    if message.is_absent() && languages.required > 0 {
                        let fault = Fault::new(&row.span, "missing key `message` in a row").label("has no `message`");
                        let help = if languages.kind == Kind::Declared {
                            "every row needs a message in each of `languages`: add `message = …`"
                        } else {
                            "either every row has a message or none has: add `message = …`"
                        };
                        self.fault(fault.help(help).missing_here());
                    }
                    let required = |at: usize| (at < languages.required).then(String::new);
                    (0..languages.tags.len()).map(required).collect()
                }
            };
            let deprecated = self.optional_text("the note on deprecation", "deprecated", row.deprecated);
            if let Some(variant) = variant {
                let names = row_names.into_iter().map(|name| name.value).collect();
                valid.push((code, Row { code: 0, variant, names, meaning, messages, deprecated }));
            }
        }
        self.look_alikes(&names);
        self.unshared_names(&shared, &names);
        let rows = stand_in_codes(valid, &codes, representation);
        self.displayed_names(&names, &rows, representation);
        rows
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
            _ => "more than 64 bits hold",
        };
        let fault = Fault::new(&seconds.span, format!("{} is not a delay in seconds", self.written(seconds)));
        let help = "write the number of seconds to wait, at least 1; if the service does not say how long, write \
                    `retry = \"backoff\"` or `retry = \"never\"`";
        self.fault(fault.label(label).help(help));
        Retry::Backoff
    }
}

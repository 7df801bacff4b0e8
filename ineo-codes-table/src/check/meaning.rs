//! What codes mean, listed or not: category, retry, HTTP status, messages and columns.

use super::categories::Categories;
use super::code_type::CodeType;
use super::columns::Columns;
use super::languages::Languages;
use super::{Checks, Kind};
use crate::document::{At, Entry, Integer, RawCategory, RawColumn, RawMeaning, RawRetry, RawRow};
use crate::fault::Fault;
use crate::model::{Meaning, Retry};
use crate::source::Span;

/// What a table declares for its codes to refer to.
pub(super) struct Meanings {
    pub(super) categories: Categories,
    pub(super) columns: Columns,
    pub(super) languages: Languages,
    /// Whether every code has an HTTP status.
    pub(super) has_http: bool,
}

impl Checks<'_> {
    pub(super) fn meanings(
        &self,
        columns: Entry<Vec<RawColumn>>,
        categories: Entry<At<Vec<RawCategory>>>,
        mut languages: Languages,
        code_type: CodeType,
        rows: &[RawRow],
    ) -> Meanings {
        let categories = self.categories(categories, code_type);
        let columns = self.columns(columns, &mut languages);
        let has_http = match categories.kind {
            Kind::Absent => rows.iter().any(|row| matches!(row.meaning.http, Entry::Given(_))),
            _ => categories.all.iter().any(|category| category.http.is_some()),
        };
        Meanings { categories, columns, languages, has_http }
    }

    /// What a listed code means. `by_code` is the category that lists it.
    pub(super) fn meaning(
        &self,
        raw: RawMeaning,
        by_code: Option<usize>,
        owner: (&str, &Span),
        known: &mut Meanings,
    ) -> Meaning {
        let category = self.category(&raw.category, by_code, owner, &mut known.categories);
        let retry = raw.retry.as_ref().map(|retry| self.retry(retry));
        let of_category = known.categories.all.get(category);
        let (http_of_category, retry_of_category) =
            of_category.map_or((None, None), |category| (category.http, category.retry));
        let http = self.http_of(&raw.http, http_of_category, owner, known);
        let languages = &mut known.languages;
        let messages = match raw.message {
            Entry::Given(message) => {
                let if_blank = languages.if_blank;
                self.messages(message, languages, if_blank)
            }
            message => {
                if message.is_absent() && languages.is_message_required && languages.required > 0 {
                    let (what, place) = owner;
                    let fault = Fault::new(place, format!("missing key `message` in {what}")).label("has no `message`");
                    let help = if languages.kind == Kind::Declared {
                        "every row needs a message in each of `languages`: add `message = …`"
                    } else {
                        "either every row has a message or none has: add `message = …`"
                    };
                    self.fault(fault.help(help).missing_here());
                }
                vec![None; languages.tags.len()]
            }
        };
        let values = self.values(raw.values, None, owner, &known.columns, languages);
        Meaning { category, retry: retry.or(retry_of_category).unwrap_or(Retry::Never), http, messages, values }
    }

    /// The HTTP status of a row, a range or `[unrecognized]`; `otherwise` is that of its category.
    pub(super) fn http_of(
        &self,
        http: &Entry<Integer>,
        otherwise: Option<u16>,
        (what, owner): (&str, &Span),
        known: &Meanings,
    ) -> Option<u16> {
        match http {
            Entry::Given(http) if !known.has_http => {
                if known.categories.kind != Kind::Unknown {
                    let fault = Fault::new(&http.span, format!("only some of the codes have `http`, such as {what}"));
                    let help = match known.categories.kind {
                        Kind::Absent => "give `http` to every row and to `[unrecognized]`, or to none",
                        _ => "give `http` to all categories, which a row may override, or to none",
                    };
                    self.fault(fault.label("has one").help(help));
                }
                None
            }
            Entry::Given(http) => Some(self.http(http)),
            Entry::Absent if known.has_http && known.categories.kind == Kind::Absent => {
                let fault = Fault::new(owner, format!("missing key `http` in {what}")).label("has no `http`");
                self.fault(fault.help("give `http` to every row and to `[unrecognized]`, or to none").missing_here());
                Some(500)
            }
            _ => otherwise.or(known.has_http.then_some(500)),
        }
    }

    pub(super) fn retry(&self, retry: &RawRetry) -> Retry {
        match retry {
            RawRetry::Never => Retry::Never,
            RawRetry::Backoff => Retry::Backoff,
            RawRetry::After(seconds) => self.delay(seconds),
        }
    }

    fn delay(&self, seconds: &Integer) -> Retry {
        if let Ok(delay @ 1..) = u64::try_from(seconds.value) {
            return Retry::After(delay);
        }
        let label = match seconds.value {
            0 => "at once",
            ..0 => "in the past",
            _ => "more than 64 bits hold",
        };
        let fault = Fault::new(&seconds.span, format!("{} is not a delay in seconds", self.written(&seconds.span)));
        let help = "write the number of seconds to wait, at least 1; if the service does not say how long, write \
                    `retry = \"backoff\"` or `retry = \"never\"`";
        self.fault(fault.label(label).help(help));
        Retry::Backoff
    }
}

//! What codes outside the table mean.

use std::collections::HashMap;

use super::code_sets::{CodeSet, Owners};
use super::code_type::CodeType;
use super::meaning::Meanings;
use super::reserved::Reserved;
use super::{Checks, Kind};
use crate::document::{Array, At, Entry, RawMeaning, RawMessage, RawRange, RawRow, RawUnrecognized};
use crate::fault::Fault;
use crate::model::{Code, Codes, Exception, Meaning, Representation, Retry, Unlisted, Value};
use crate::order::{order, sorted, sorted_texts};
use crate::source::Span;

/// What the table says of the codes of a range, or in general. What is `None` is taken from elsewhere.
#[derive(Clone, Default)]
struct Partial {
    name: Option<String>,
    category: Option<usize>,
    retry: Option<Retry>,
    http: Option<u16>,
    messages: Option<Vec<Option<String>>>,
    values: Option<Vec<Option<Value>>>,
}

impl Checks<'_> {
    /// What unlisted codes mean in general, and the exceptions.
    pub(super) fn unrecognized(
        &self,
        unrecognized: Entry<RawUnrecognized>,
        code_type: CodeType,
        known: &mut Meanings,
        rows: &[RawRow],
        reserved: &Reserved,
    ) -> (Unlisted, Vec<Exception>) {
        let is_absent = unrecognized.is_absent();
        let mut given = Vec::new();
        let (general, ranges, partials) = if let Some(unrecognized) = unrecognized.given() {
            let general = self.general(&unrecognized.span, unrecognized.meaning, known);
            if let Representation::Integer(integer) = code_type.representation {
                given = self.given_ranges(&unrecognized.ranges, integer);
            }
            let (ranges, partials) = self.ranges(unrecognized.ranges, code_type, &general, known, rows, reserved);
            (general, ranges, partials)
        } else {
            self.check_no_unrecognized(is_absent, known);
            let owner = ("`[unrecognized]`", &(0..0));
            let has_values = known.columns.first_required.is_none();
            let values = has_values.then(|| self.values(Vec::new(), None, owner, &known.columns, &mut known.languages));
            let http = known.has_http.then_some(500);
            (Partial { category: Some(0), http, values, ..Partial::default() }, Owners::default(), Vec::new())
        };
        let answer = |range: Option<usize>, by_code: Option<usize>| {
            answer(range.and_then(|range| partials.get(range)), by_code, &general, known)
        };
        let all = answer(None, None);
        let by_code = &known.categories.by_code;
        let exceptions = match code_type.representation {
            Representation::Integer(integer) => {
                let bounds = sorted(&[ranges.bounds(), by_code.bounds()].concat());
                self.check_idle_ranges(&given, &bounds, rows, integer, &|code| {
                    let code = Code::Integer(code);
                    let by_code = by_code.of(&code);
                    answer(ranges.of(&code), by_code) != answer(None, by_code)
                });
                let mut exceptions = Vec::new();
                for ends in bounds.windows(2) {
                    let code = Code::Integer(ends[0]);
                    let unlisted = answer(ranges.of(&code), by_code.of(&code));
                    if unlisted != all {
                        join(&mut exceptions, ends[0], ends[1] - 1, unlisted);
                    }
                }
                exceptions
            }
            Representation::Text { .. } => {
                let prefixes = sorted_texts(&[ranges.prefixes(), by_code.prefixes()].concat());
                self.check_idle_prefixes(&ranges, &prefixes, &|range, code| {
                    let by_code = by_code.of(code);
                    answer(ranges.of(code), by_code) != answer(ranges.around(range).map(|(outer, _)| *outer), by_code)
                });
                let lengths: Vec<i128> = prefixes.iter().map(|prefix| prefix.len() as i128).collect();
                let mut exceptions = Vec::with_capacity(prefixes.len());
                // The longest first: the first one that a code begins with is its own.
                for at in order(&lengths).into_iter().rev() {
                    let code = Code::Text(prefixes[at].to_owned());
                    let unlisted = answer(ranges.of(&code), by_code.of(&code));
                    exceptions.push(Exception { codes: Codes::Prefix(prefixes[at].to_owned()), unlisted });
                }
                exceptions
            }
        };
        (all, exceptions)
    }

    fn check_no_unrecognized(&self, is_absent: bool, known: &mut Meanings) {
        let categories = &mut known.categories;
        if is_absent && !categories.all.is_empty() {
            let title = "the table has categories but no `[unrecognized]`";
            let fault = Fault::new(&categories.spans[0], title).label("does it hold for codes outside the table?");
            self.fault(fault.help("add `[unrecognized]` with the `category` of such a code").missing_anywhere());
        } else if let (true, Some(column)) = (is_absent, &known.columns.first_required) {
            let title = "the table has required columns but no `[unrecognized]`";
            let fault = Fault::new(&column.span, title).label("which value has a code outside the table?");
            let help = format!("add `[unrecognized]` with `{} = …`, or declare the column as optional", column.value);
            self.fault(fault.help(help).missing_anywhere());
        }
        categories.any_may_be_used |= categories.kind == Kind::Declared;
    }

    fn general(&self, span: &Span, raw: RawMeaning, known: &mut Meanings) -> Partial {
        let owner = ("`[unrecognized]`", span);
        let category = self.category(&raw.category, None, owner, &mut known.categories);
        let of_category = known.categories.all.get(category).and_then(|category| category.http);
        let http = self.http_of(&raw.http, of_category, owner, known);
        let languages = &mut known.languages;
        let messages = match raw.message {
            Entry::Given(message) if languages.kind == Kind::Absent && !languages.has_messages => {
                let (RawMessage::Plain(At { span, .. }) | RawMessage::Languages(At { span, .. })) = message;
                let fault = Fault::new(&span, "`[unrecognized]` has a message, but no row has one");
                let fault = fault.label("the only message").help("give each row a `message`, or remove this one");
                self.fault(fault.missing_anywhere());
                None
            }
            Entry::Given(message) => Some(self.messages(message, languages, "write it, or remove this `message`")),
            _ => None,
        };
        let values = self.values(raw.values, None, owner, &known.columns, languages);
        let retry = raw.retry.as_ref().map(|retry| self.retry(retry));
        Partial { name: None, category: Some(category), retry, http, messages, values: Some(values) }
    }

    fn ranges(
        &self,
        ranges: Vec<RawRange>,
        code_type: CodeType,
        general: &Partial,
        known: &mut Meanings,
        rows: &[RawRow],
        reserved: &Reserved,
    ) -> (Owners, Vec<Partial>) {
        let mut names: HashMap<String, Span> = HashMap::new();
        if ranges.iter().any(|range| range.name.is_some()) {
            for row in rows {
                let aliases = match &row.aliases {
                    Entry::Given(Array { all, .. }) => all.as_slice(),
                    _ => &[],
                };
                let name = if let Entry::Given(name) = &row.name { Some(name) } else { None };
                for name in name.into_iter().chain(aliases) {
                    names.insert(name.value.clone(), name.span.clone());
                }
            }
        }
        let (mut owners, mut partials) = (Owners::default(), Vec::new());
        for range in ranges {
            let set = self.codes_of_range(&range, code_type);
            let written = match (&range.from, &range.to, &range.prefix) {
                (Entry::Given(from), Entry::Given(to), _) => {
                    format!("the range from {} to {}", self.written(&from.span), self.written(&to.span))
                }
                (_, _, Entry::Given(prefix)) => format!("the range of {}", self.written(&prefix.span)),
                _ => "the range".to_owned(),
            };
            let owner = ("a range", &range.span);
            let raw = range.meaning;
            // A category is only looked up if the range names one.
            let category = match raw.category {
                Entry::Absent => None,
                category => Some(self.category(&category, None, owner, &mut known.categories)),
            };
            let http = match raw.http {
                Entry::Absent => None,
                http => self.http_of(&http, None, owner, known),
            };
            let name =
                range.name.filter(|name| self.check_range_name(name, &names, reserved, code_type.representation));
            let messages = match raw.message {
                Entry::Given(message) => {
                    Some(self.messages(message, &mut known.languages, "write it, or remove this `message`"))
                }
                _ => None,
            };
            let inherited = general.values.as_deref();
            let values = self.values(raw.values, inherited, owner, &known.columns, &mut known.languages);
            let retry = raw.retry.as_ref().map(|retry| self.retry(retry));
            let name = name.map(|name| name.value);
            let Some(set) = set else { continue };
            if let Err((_, first)) = owners.insert(&set.codes, partials.len(), set.span.clone()) {
                let title = format!("{written} overlaps another");
                let fault = Fault::new(&set.span, title).label("contains codes of the other");
                self.fault(
                    fault.second(&first, "the other range").help("change the ranges so that no code is in both"),
                );
            }
            partials.push(Partial { name, category, retry, http, messages, values: Some(values) });
        }
        (owners, partials)
    }

    fn codes_of_range(&self, range: &RawRange, code_type: CodeType) -> Option<CodeSet> {
        let span = range.span.clone();
        let missing = |key: &str| {
            let fault = Fault::new(&span, format!("missing key `{key}` in a range")).label(format!("has no `{key}`"));
            self.fault(fault.help(format!("add `{key} = …`")).missing_here());
        };
        let misplaced = |key: &Span, title: &str, help: &str| {
            self.fault(Fault::new(key, title).label("means nothing here").help(help));
        };
        match code_type.representation {
            Representation::Text { .. } => {
                for end in [&range.from, &range.to] {
                    if let Entry::Given(end) = end {
                        misplaced(&end.span, "codes that are texts have no `from` and `to`", "write `prefix = \"…\"`");
                        return None;
                    }
                }
                let prefix = match &range.prefix {
                    Entry::Given(prefix) => prefix,
                    Entry::Absent => {
                        missing("prefix");
                        return None;
                    }
                    Entry::Faulty => return None,
                };
                let is_sound = self.check_text_code(prefix, code_type);
                is_sound.then(|| CodeSet { codes: Codes::Prefix(prefix.value.clone()), span })
            }
            Representation::Integer(integer) => {
                if let Entry::Given(prefix) = &range.prefix {
                    let help = "write `from` and `to`, or set `repr = \"text\"` in `[table]`";
                    misplaced(&prefix.span, "codes that are integers have no `prefix`", help);
                    return None;
                }
                for (key, end) in [("from", &range.from), ("to", &range.to)] {
                    if end.is_absent() {
                        missing(key);
                    }
                }
                let (Entry::Given(from), Entry::Given(to)) = (&range.from, &range.to) else { return None };
                let ends = [from, to].map(|end| self.in_type(end, integer));
                let [Some(first), Some(last)] = ends else {
                    self.fault(self.outside_of(code_type, if ends[0].is_none() { from } else { to }));
                    return None;
                };
                if first > last {
                    self.fault(self.inverted(from, to, &span));
                    return None;
                }
                Some(CodeSet { codes: Codes::Range { from: first, to: last }, span })
            }
        }
    }
}

/// What unlisted codes mean that are in this range, if in any, and that a category lists, if any does.
fn answer(range: Option<&Partial>, by_code: Option<usize>, general: &Partial, known: &Meanings) -> Unlisted {
    let nothing = Partial::default();
    let own = range.unwrap_or(&nothing);
    let is_general = own.category.is_none() && by_code.is_none();
    let category = own.category.or(by_code).or(general.category).unwrap_or(0);
    let of_category = known.categories.all.get(category);
    let general_retry = general.retry.filter(|_| is_general);
    let retry = own.retry.or(general_retry).or(of_category.and_then(|category| category.retry));
    let general_http = general.http.filter(|_| is_general || known.categories.all.is_empty());
    let http = own.http.or(general_http).or(of_category.and_then(|category| category.http));
    let messages = own.messages.clone().or_else(|| general.messages.clone());
    Unlisted {
        name: own.name.clone(),
        meaning: Meaning {
            category,
            retry: retry.unwrap_or(Retry::Never),
            http,
            messages: messages.unwrap_or_else(|| vec![None; known.languages.tags.len()]),
            values: own.values.clone().or_else(|| general.values.clone()).unwrap_or_default(),
        },
    }
}

/// Adds an exception for these codes. Neighbors that mean the same are one.
fn join(exceptions: &mut Vec<Exception>, first: i128, last: i128, unlisted: Unlisted) {
    if let Some(Exception { codes: Codes::Range { to, .. }, unlisted: before }) = exceptions.last_mut() {
        if *to + 1 == first && *before == unlisted {
            *to = last;
            return;
        }
    }
    exceptions.push(Exception { codes: Codes::Range { from: first, to: last }, unlisted });
}

//! The categories of a table, and which of them each row names.

use std::collections::HashMap;

use heck::{ToSnakeCase as _, ToUpperCamelCase as _};

use super::code_sets::Owners;
use super::code_type::CodeType;
use super::identifier::{identifier, would_be};
use super::taken::{CATEGORY_ITEMS, ITEMS};
use super::{Checks, Kind};
use crate::document::{At, Entry, Integer, RawCategory, RawCodes, Text};
use crate::fault::Fault;
use crate::model::{Category, Code, Codes};
use crate::source::Span;
use crate::text::{listed, quoted};

/// The categories of a table, and which of them anything uses.
#[derive(Default)]
pub(super) struct Categories {
    pub(super) all: Vec<Category>,
    /// Where each of them is declared.
    pub(super) spans: Vec<Span>,
    pub(super) used: Vec<bool>,
    /// The position of each name in `all`.
    pub(super) named: HashMap<String, usize>,
    /// The names that were at fault, and where: a row that uses one is not to blame.
    pub(super) faulty: HashMap<String, Span>,
    /// The category of the codes that a category lists.
    pub(super) by_code: Owners,
    /// Where in `all` the category with each predicate is.
    pub(super) predicates: HashMap<String, usize>,
    pub(super) kind: Kind,
    /// Whether there may be more, where the TOML is at fault.
    pub(super) is_incomplete: bool,
    /// Whether some row's category is unknown, so that any might be used.
    pub(super) any_may_be_used: bool,
    /// Whether a fault says already that the table has none.
    pub(super) is_absence_reported: bool,
}

impl Categories {
    pub(super) fn listed(&self) -> String {
        listed(&self.names())
    }

    fn names(&self) -> Vec<&str> {
        self.all.iter().map(|category| category.name.as_str()).collect()
    }
}

impl Checks<'_> {
    pub(super) fn categories(&self, categories: Entry<At<Vec<RawCategory>>>, code_type: CodeType) -> Categories {
        let mut known = Categories { kind: Kind::Declared, ..Categories::default() };
        let At { value: categories, span } = match categories {
            Entry::Given(categories) => categories,
            Entry::Faulty => return Categories::default(),
            Entry::Absent => return Categories { kind: Kind::Absent, ..known },
        };
        known.is_incomplete = self.faults.is_spoiled(&span) || self.faults.has_lost_header();
        if categories.is_empty() {
            let fault = Fault::new(&span, "`[categories]` is empty").label("has no category");
            self.fault(
                fault.help("add one per line, `name = \"what it means\"`, or remove `[categories]`").missing_here(),
            );
            known.kind = Kind::Unknown;
        }
        let with_http = categories.iter().find(|category| matches!(category.http, Entry::Given(_)));
        let without = || categories.iter().filter(|category| category.http.is_absent());
        if let (Some(with), Some(first)) = (with_http, without().next()) {
            let others = without().count() - 1;
            let label = if others == 0 { "has none".to_owned() } else { format!("has none, like {others} others") };
            let fault = Fault::new(&first.name.span, "only some of the categories have `http`").label(label);
            let fault = fault.second(&with.name.span, "has one");
            self.fault(fault.help("give `http` to all categories or to none"));
        }
        let has_http = with_http.is_some();
        let mut variants: HashMap<String, usize> = HashMap::new();
        for category in categories {
            let At { value: name, span } = &category.name;
            let is_sound = self.text("a category's name", &category.name, "name the category");
            if let Some(doc) = &category.doc {
                self.text("a category's text", doc, "say what the category means");
            }
            let http = category.http.given().map(|http| self.http(&http));
            let predicate = format!("is_{}", name.to_snake_case());
            let variant = name.to_upper_camel_case();
            let clash = |variant: &str| variants.get(variant).or_else(|| known.predicates.get(&predicate));
            let (fault, help) = match identifier(&variant) {
                Err(reason) => {
                    let fault =
                        Fault::new(span, format!("the category {} does not give a variant: {reason}", quoted(name)));
                    (fault.label(would_be(&variant)), "rename the category")
                }
                Ok(variant) if CATEGORY_ITEMS.contains(&variant.as_str()) => {
                    let title = format!("the category {} gives the variant {}", quoted(name), quoted(&variant));
                    let label = format!("the enum of categories has an item {} already", quoted(&variant));
                    (Fault::new(span, title).label(label), "rename the category")
                }
                Ok(_) if ITEMS.contains(&predicate.as_str()) => {
                    let title = format!("the category {} clashes with the method `{predicate}`", quoted(name));
                    let label = format!("its predicate would be `{predicate}` too");
                    (Fault::new(span, title).label(label), "rename the category")
                }
                Ok(variant) if clash(&variant).is_some() => {
                    let first = clash(&variant).copied().unwrap_or_default();
                    let other = quoted(&known.all[first].name);
                    let title = format!("the categories {other} and {} give the same variant", quoted(name));
                    let fault = Fault::new(span, title).label(format!("gives {} too", quoted(&variant)));
                    let label = format!("gives {}", quoted(&known.all[first].variant));
                    (fault.second(&known.spans[first], label), "rename one of them")
                }
                Ok(variant) => {
                    let at = known.all.len();
                    variants.insert(variant.clone(), at);
                    known.predicates.insert(predicate.clone(), at);
                    known.named.insert(name.clone(), at);
                    known.spans.push(span.clone());
                    known.used.push(false);
                    let codes = self.codes_of_category(category.codes, at, code_type, &mut known);
                    let retry = category.retry.as_ref().map(|retry| self.retry(retry));
                    let http = http.or(has_http.then_some(500));
                    let doc = category.doc.map(|doc| doc.value).unwrap_or_default();
                    let (name, is_success) = (category.name.value, category.is_success);
                    known.all.push(Category { name, doc, http, is_success, retry, codes, variant, predicate });
                    continue;
                }
            };
            if is_sound {
                self.fault(fault.help(help));
            }
            known.faulty.insert(category.name.value, category.name.span);
        }
        self.check_idle_prefixes_of_categories(&known);
        known
    }

    /// Reports the prefixes that begin with another prefix of the same category, and with none of another in between.
    fn check_idle_prefixes_of_categories(&self, known: &Categories) {
        for (prefix, span) in known.by_code.prefixes() {
            let own = known.by_code.of(&Code::Text(prefix.to_owned()));
            if let Some((outer, first)) = known.by_code.around(prefix).filter(|(outer, _)| Some(*outer) == own) {
                let title = format!("the prefix {} changes nothing", quoted(prefix));
                let fault = Fault::new(span, title)
                    .label(format!("its codes are in {} without it", quoted(&known.all[*outer].name)));
                self.fault(fault.second(first, "begins these codes too").help("remove the longer prefix"));
            }
        }
    }

    /// The codes that a category lists, which no other category may list.
    fn codes_of_category(
        &self,
        codes: Vec<RawCodes>,
        at: usize,
        code_type: CodeType,
        known: &mut Categories,
    ) -> Vec<Codes> {
        let mut own = Vec::new();
        for set in self.code_sets(codes, code_type, Codes::Prefix) {
            // The category itself is not in `all` yet.
            match known.by_code.insert(&set.codes, at, set.span.clone()) {
                Ok(()) => {
                    known.used[at] = true;
                    own.push(set.codes);
                }
                Err((other, first)) if other == at => self.overlap(&set, "a category lists a code twice", &first),
                Err((_, first)) => self.overlap(&set, "two categories list the same code", &first),
            }
        }
        own
    }

    pub(super) fn http(&self, http: &Integer) -> u16 {
        if let Ok(status @ 100..=599) = u16::try_from(http.value) {
            return status;
        }
        let fault = Fault::new(&http.span, format!("{} is not an HTTP status", self.written(&http.span)));
        let fault = fault.label("not from 100 to 599");
        self.fault(fault.help("write the status your server should respond with, such as 502"));
        500
    }

    /// The category that a row, a range or `[unrecognized]` names. Without one it is `otherwise`; if there is none either,
    /// `owner` must name one.
    pub(super) fn category(
        &self,
        category: &Entry<Text>,
        otherwise: Option<usize>,
        (what, owner): (&str, &Span),
        categories: &mut Categories,
    ) -> usize {
        let category = match (category, categories.kind) {
            (Entry::Given(category), Kind::Declared) => category,
            (Entry::Given(category), Kind::Absent) => {
                if !std::mem::replace(&mut categories.is_absence_reported, true) {
                    let fault = Fault::new(&category.span, "the table has no categories");
                    let fault = fault.label(format!("{} is not declared", quoted(&category.value)));
                    let help = "declare them in `[categories]`, one per line: `name = \"what it means\"`";
                    self.fault(fault.help(help).missing_anywhere());
                }
                return 0;
            }
            (Entry::Absent, Kind::Declared) => {
                if let Some(otherwise) = otherwise {
                    categories.used[otherwise] = true;
                    return otherwise;
                }
                let help = format!("add `category = …` with one of {}", categories.listed());
                let fault = Fault::new(owner, format!("missing key `category` in {what}"));
                self.fault(fault.label("has no `category`").help(help).missing_here());
                categories.any_may_be_used = true;
                return 0;
            }
            (Entry::Faulty, _) => {
                categories.any_may_be_used = true;
                return 0;
            }
            _ => return 0,
        };
        if let Some(at) = categories.named.get(&category.value).copied() {
            categories.used[at] = true;
            return at;
        }
        if categories.faulty.contains_key(&category.value) {
            return 0;
        }
        if categories.is_incomplete {
            categories.any_may_be_used = true;
        } else {
            let fault = Fault::new(&category.span, format!("there is no category {}", quoted(&category.value)));
            let meant = self.faults.likely(&category.span, &category.value, &categories.names());
            let label = meant.map(|meant| format!("did you mean {}?", quoted(meant))).unwrap_or_default();
            let help = format!("use one of {}, or add it to `[categories]`", categories.listed());
            self.fault(fault.label(label).help(help));
            match meant.and_then(|meant| categories.named.get(meant).copied()) {
                Some(at) => categories.used[at] = true,
                None => categories.any_may_be_used = true,
            }
        }
        0
    }

    pub(super) fn unused_categories(&self, categories: &Categories) {
        if categories.any_may_be_used {
            return;
        }
        for (at, category) in categories.all.iter().enumerate().filter(|(at, _)| !categories.used[*at]) {
            let title = format!("no row is in the category {}", quoted(&category.name));
            let fault = Fault::new(&categories.spans[at], title).label("never used");
            self.fault(fault.help("use it in a row or in `[unrecognized]`, or remove it").missing_anywhere());
        }
    }
}

//! The names of rows, and which of them several codes share.

use std::collections::HashMap;

use super::Checks;
use super::numbers::read_as_code;
use crate::document::Text;
use crate::fault::Fault;
use crate::model::Representation;
use crate::source::Span;
use crate::text::{is_invisible, quoted, revealed};

/// The names of a table.
pub(super) struct Names {
    /// The names that several codes may share, and where each is listed.
    shared: HashMap<String, Span>,
    /// Whether `shared` is complete: none of its entries was faulty.
    is_shared_complete: bool,
    /// Whether the names of all rows could be read.
    pub(super) are_complete: bool,
    /// Each name, in the order of its first use.
    pub(super) uses: Vec<Use>,
    /// The position of each name in `uses`.
    positions: HashMap<String, usize>,
    /// The names that contain invisible characters.
    with_invisible: Vec<Text>,
}

/// Where a name is first used, and how often it is.
pub(super) struct Use {
    pub(super) name: String,
    pub(super) first: Span,
    count: usize,
    /// Whether the variant of the first row is made of the name.
    gives_variant: bool,
}

/// What the first name of a row has to do with its variant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// The variant is made of the name.
    GivesVariant,
    /// The row has no `name`: the name is made of the variant or the code.
    Derived,
    /// Nothing.
    Own,
}

impl Names {
    pub(super) fn new(shared: &[Text], is_shared_complete: bool) -> Self {
        let mut all = HashMap::new();
        for name in shared {
            all.insert(name.value.clone(), name.span.clone());
        }
        Self {
            shared: all,
            is_shared_complete,
            are_complete: true,
            uses: Vec::new(),
            positions: HashMap::new(),
            with_invisible: Vec::new(),
        }
    }

    /// How a name is used, if it is.
    fn of(&self, name: &str) -> Option<&Use> {
        self.positions.get(name).map(|at| &self.uses[*at])
    }
}

impl Checks<'_> {
    /// The row's name and aliases, each once, and whether each is sound.
    ///
    /// If the name `is_derived`, the row has none of its own.
    pub(super) fn names(
        &self,
        name: Option<&Text>,
        is_derived: bool,
        aliases: &[Text],
        representation: Representation,
    ) -> (Vec<Text>, bool) {
        let mut names: Vec<Text> = Vec::with_capacity(1 + aliases.len());
        let mut spans: HashMap<String, Span> = HashMap::new();
        let mut are_sound = true;
        for (at, name) in name.into_iter().chain(aliases).enumerate() {
            let text = name.value.as_str();
            let if_blank = if at == 0 { "write the name as the service sends it" } else { "write it, or remove it" };
            let is_derived = is_derived && at == 0;
            let is_sound = if is_derived && text.is_empty() {
                let fault = Fault::new(&name.span, "the variant does not give a name").label("has no letter");
                self.fault(fault.help("add `name = …`"));
                false
            } else {
                self.text("the name", name, if_blank) && self.check_name(name, is_derived, representation)
            };
            are_sound &= is_sound;
            if is_sound && !aliases.is_empty() {
                if let Some(first) = spans.insert(text.to_owned(), name.span.clone()) {
                    let fault = Fault::new(&name.span, format!("the row has the name {} twice", quoted(text)));
                    let fault = fault.label("given again").second(&first, "first given here");
                    self.fault(fault.help("remove one of them"));
                    continue;
                }
            }
            names.push(name.clone());
        }
        (names, are_sound)
    }

    /// Reports what no name may be, though other texts may. Returns whether the name is sound.
    fn check_name(&self, name: &Text, is_derived: bool, representation: Representation) -> bool {
        let text = name.value.as_str();
        let is_integer = matches!(representation, Representation::Integer(_));
        let fault = if text.trim() != text {
            let fault = Fault::new(&name.span, format!("the name {} is padded with blanks", quoted(text)));
            fault.label("blanks at an end").help("write the name without them")
        } else if text.starts_with(is_invisible) || text.ends_with(is_invisible) {
            let title = format!("the name {} is padded with invisible characters", quoted(&revealed(text)));
            Fault::new(&name.span, title).label("invisible at an end").help("write the name without them")
        } else if let Some(control) = text.chars().find(|c| c.is_control()) {
            let title = format!("the name contains the control character {}", control.escape_unicode());
            let fault = Fault::new(&name.span, title).label("a name is one line");
            fault.help("write the name as the service sends it, on one line")
        } else if let Some(reading) = read_as_code(text).filter(|_| is_integer) {
            let fault = Fault::new(&name.span, format!("the name {} {reading}", quoted(text)));
            let help = if is_derived { "add `name = …`" } else { "name the code in words: its number is `code`" };
            fault.label("would be read as a code").help(help)
        } else {
            return true;
        };
        self.fault(fault);
        false
    }

    /// Records the names of a row. Returns whether each is the row's alone or listed in `shared-names`; reports the
    /// others if `is_reported`.
    pub(super) fn record_names(
        &self,
        row_names: &[Text],
        names: &mut Names,
        origin: Origin,
        is_reported: bool,
    ) -> bool {
        let mut is_alone = true;
        for (at, name) in row_names.iter().enumerate() {
            let gives_variant = origin == Origin::GivesVariant && at == 0;
            let is_derived = origin == Origin::Derived && at == 0;
            if !name.value.is_ascii() && name.value.contains(is_invisible) {
                names.with_invisible.push(name.clone());
            }
            let Some(position) = names.positions.get(&name.value) else {
                names.positions.insert(name.value.clone(), names.uses.len());
                let first = name.span.clone();
                names.uses.push(Use { name: name.value.clone(), first, count: 1, gives_variant });
                continue;
            };
            let uses = &mut names.uses[*position];
            uses.count += 1;
            if names.shared.contains_key(&name.value) {
                continue;
            }
            is_alone = false;
            if is_reported && names.is_shared_complete {
                let shown = quoted(&name.value);
                let fault = Fault::new(&name.span, format!("two codes have the name {shown}"));
                let fault = fault.label("used again").second(&uses.first, "first used here");
                let variant = if gives_variant && uses.gives_variant {
                    ", and give each of the rows but one a `variant`"
                } else {
                    ""
                };
                let help = if is_derived {
                    "add `name = …`: the row has no name of its own".to_owned()
                } else {
                    format!(
                        "if the service sends it for each of the codes, add it to `shared-names` in `[table]`{variant}; if \
                     not, fix the name"
                    )
                };
                self.fault(fault.help(help).grouped(format!("two codes have the name {}", name.value)));
            }
        }
        is_alone
    }

    /// Reports names that nobody can tell apart.
    pub(super) fn look_alikes(&self, names: &Names) {
        let mut seen: HashMap<String, usize> = HashMap::new();
        for (at, name) in names.with_invisible.iter().enumerate() {
            let visible: String = name.value.chars().filter(|c| !is_invisible(*c)).collect();
            let other = names.of(&visible).map(|other| (visible.as_str(), &other.first));
            let before = seen.get(&visible).map(|at| &names.with_invisible[*at]);
            let other = other.or(before.map(|other| (other.value.as_str(), &other.span)));
            if let Some((text, span)) = other.filter(|(text, _)| *text != name.value) {
                let (name_shown, other_shown) = (quoted(&revealed(&name.value)), quoted(&revealed(text)));
                let title = format!("the names {other_shown} and {name_shown} look the same");
                let fault = Fault::new(&name.span, title).label("differs in invisible characters only");
                self.fault(fault.second(span, "the other name").help("write each name as the service sends it"));
            }
            if before.is_none() {
                seen.insert(visible, at);
            }
        }
    }

    pub(super) fn unshared_names(&self, shared: &[Text], names: &Names) {
        let mut of_several = Vec::new();
        for used in &names.uses {
            if used.count > 1 {
                of_several.push(used.name.as_str());
            }
        }
        let mut seen: HashMap<String, Span> = HashMap::new();
        for name in shared {
            if let Some(first) = seen.insert(name.value.clone(), name.span.clone()) {
                let fault = Fault::new(&name.span, format!("{} is listed twice", quoted(&name.value)));
                let fault = fault.label("listed again").second(&first, "first listed here");
                self.fault(fault.help("remove one of them"));
                continue;
            }
            let count = names.of(&name.value).map_or(0, |uses| uses.count);
            if count > 1 || !names.are_complete {
                continue;
            }
            let fault = Fault::new(&name.span, format!("no two codes share the name {}", quoted(&name.value)));
            let meant = if count == 0 { self.faults.likely(&name.span, &name.value, &of_several) } else { None };
            let meant = meant.map(|meant| format!("did you mean {}?", quoted(meant)));
            let label = if count == 0 { "no code has it" } else { "only one code has it" };
            let fault = fault.label(meant.unwrap_or_else(|| label.to_owned()));
            self.fault(fault.help("list only names that more than one code has").missing_anywhere());
        }
    }
}

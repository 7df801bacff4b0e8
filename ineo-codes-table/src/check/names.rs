//! The names of rows, and which of them several codes share.

use std::collections::{HashMap, HashSet};

use super::Checks;
use crate::document::Text;
use crate::fault::{Fault, Span};
use crate::text::quoted;

/// The names of a table: those that may be shared, and where each is first borne and how often.
pub(super) struct Names<'a> {
    pub(super) shared: HashSet<&'a str>,
    /// Whether all that may be shared could be told.
    pub(super) is_shared_told: bool,
    /// Whether the names of all rows could be told.
    pub(super) are_told: bool,
    pub(super) bearers: HashMap<String, (Span, usize)>,
}

impl<'a> Names<'a> {
    pub(super) fn new(shared: &'a [Text], is_shared_told: bool) -> Self {
        let shared = shared.iter().map(|name| name.value.as_str()).collect();
        Self { shared, is_shared_told, are_told: true, bearers: HashMap::new() }
    }
}

impl Checks<'_> {
    /// The row's name and aliases, each once, and whether each is sound.
    pub(super) fn names(&self, name: Option<&Text>, aliases: &[Text]) -> (Vec<Text>, bool) {
        let mut names: Vec<Text> = Vec::with_capacity(1 + aliases.len());
        let mut spans: HashMap<&str, &Span> = HashMap::new();
        let mut are_sound = true;
        for name in name.into_iter().chain(aliases) {
            let text = name.value.as_str();
            let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
            let fault = if !self.text("the name", name) {
                None
            } else if text.trim() != text {
                let fault = Fault::new(&name.span, format!("the name {} is padded with blanks", quoted(text)));
                Some(fault.label("blanks at an end").help("write the name without them"))
            } else if let Some(control) = text.chars().find(|c| c.is_control()) {
                let title = format!("the name holds the control character {}", control.escape_unicode());
                let fault = Fault::new(&name.span, title).label("a name is one line");
                Some(fault.help("write the name as the service sends it, on one line"))
            } else if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
                let fault = Fault::new(&name.span, format!("the name {} is a decimal number", quoted(text)));
                Some(fault.label("would be read as a code").help("name the code in words; its number is `code`"))
            } else if aliases.is_empty() {
                names.push(name.clone());
                continue;
            } else if let Some(first) = spans.insert(text, &name.span) {
                let fault = Fault::new(&name.span, format!("the row bears the name {} twice", quoted(text)));
                let fault = fault.label("given again").second(first, "first given here");
                self.fault(fault.help("remove one of them"));
                continue;
            } else {
                names.push(name.clone());
                continue;
            };
            are_sound = false;
            names.push(name.clone());
            if let Some(fault) = fault {
                self.fault(fault);
            }
        }
        (names, are_sound)
    }

    /// Notes who bears which name. Whether each of the names is the row's alone, or shared on purpose; reports where not,
    /// unless the row is a duplicate anyhow.
    pub(super) fn bear(&self, row_names: &[Text], names: &mut Names<'_>, is_reported: bool) -> bool {
        let mut is_alone = true;
        for name in row_names {
            let bearers = names.bearers.entry(name.value.clone()).or_insert_with(|| (name.span.clone(), 0));
            bearers.1 += 1;
            if bearers.1 > 1 && !names.shared.contains(name.value.as_str()) {
                is_alone = false;
                if is_reported && names.is_shared_told {
                    let fault = Fault::new(&name.span, format!("two codes bear the name {}", quoted(&name.value)));
                    let fault = fault.label("borne again").second(&bearers.0, "first borne here");
                    let help = "if the service does send both so, add the name to `shared-names` in `[table]`";
                    self.fault(fault.help(help));
                }
            }
        }
        is_alone
    }

    pub(super) fn unshared_names(&self, shared: &[Text], names: &Names<'_>) {
        let mut seen: HashMap<&str, &Span> = HashMap::new();
        for name in shared {
            if let Some(first) = seen.insert(&name.value, &name.span) {
                let fault = Fault::new(&name.span, format!("{} is listed twice", quoted(&name.value)));
                let fault = fault.label("listed again").second(first, "first listed here");
                self.fault(fault.help("remove one of them"));
                continue;
            }
            let bearers = names.bearers.get(&name.value).map_or(0, |(_, bearers)| *bearers);
            if bearers > 1 || !names.are_told {
                continue;
            }
            let fault = Fault::new(&name.span, format!("no two codes share the name {}", quoted(&name.value)));
            let all = names.bearers.keys().map(String::as_str);
            let meant = if bearers == 0 { self.faults.likely(&name.span, &name.value, all) } else { None };
            let meant = meant.map(|meant| format!("did you mean {}?", quoted(meant)));
            let label = if bearers == 0 { "no code bears it" } else { "one code bears it" };
            let fault = fault.label(meant.unwrap_or_else(|| label.to_owned()));
            self.fault(fault.help("list only names that more than one code bears").missing_anywhere());
        }
    }
}

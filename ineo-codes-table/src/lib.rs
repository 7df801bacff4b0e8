//! The engine of `ineo-codes`: a table of status codes is read, checked, laid out, and becomes Rust.
//!
//! Depend on the crate `ineo-codes`, not on this one. It is published for the crates of this project, and is exempt from
//! semantic versioning: every release may change everything here.
//!
//! ```
//! use ineo_codes_table::{Source, read};
//!
//! let reading = read(&Source::new("codes.toml", "[[code]]\ncode = 404\nname = \"not_found\"\n"));
//! assert!(reading.faults.is_empty());
//! let table = reading.table.expect("a table without faults can be read");
//! assert_eq!(table.rows[0].variant, "NotFound");
//! ```

mod check;
mod direction;
mod document;
mod fault;
mod faults;
mod generate;
mod integer;
mod keys;
pub mod layout;
pub mod model;
mod order;
mod parse;
mod recover;
mod render;
mod source;
mod suggest;
mod text;

pub use self::check::is_keyword;
pub use self::direction::is_right_to_left;
pub use self::fault::Fault;
pub use self::generate::{Options, generate, stand_in};
pub use self::source::{NotUtf8, ReadError, Source, Span, Unreadable};
pub use self::suggest::likely;
pub use self::text::{columns, printable, quoted};

use self::faults::Faults;
use self::model::Table;

/// A table, as much of it as could be read, and its faults.
#[derive(Debug)]
pub struct Reading {
    /// Faulty parts are left out or replaced by stand-ins, so that the code of a faulty table still has every variant
    /// that could be read. `None` if there is none.
    pub table: Option<Table>,
    /// What is wrong, in the order of the file: the first 50 faults. Empty if the table is sound.
    pub faults: Vec<Fault>,
    /// Whether there are more faults than these.
    pub has_more: bool,
}

/// Reads and checks a table.
#[must_use]
pub fn read(source: &Source) -> Reading {
    let faults = Faults::new(source);
    let document = parse::parse(source, &faults);
    let table = check::check(document, source, &faults);
    let (faults, has_more) = faults.into_parts();
    Reading { table, faults, has_more }
}

impl Reading {
    /// Each fault as rustc draws its own errors, with the lines of the table that it is about.
    ///
    /// `source` is what was read. If [`has_more`](Self::has_more) is set, the last text says so. Programs that show
    /// faults in another form read [`faults`](Self::faults), and find lines and columns by [`Source::position`].
    #[must_use]
    pub fn render(&self, source: &Source) -> Vec<String> {
        let mut texts = Vec::with_capacity(self.faults.len() + 1);
        for fault in &self.faults {
            texts.push(fault.render(source));
        }
        texts.extend(self.more(source));
        texts
    }

    /// What is said where there are more faults than these.
    #[must_use]
    pub fn more(&self, source: &Source) -> Option<String> {
        self.has_more.then(|| format!("{} has more faults, which are shown once these are fixed", source.name()))
    }
}

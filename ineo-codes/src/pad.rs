//! Applies width, alignment and precision to text that is displayed in pieces, without allocating.

use core::fmt::{self, Alignment, Display, Formatter, Write};

/// Displays `text` as [`Formatter::pad`] displays a `str`.
pub(crate) fn pad(f: &mut Formatter<'_>, text: impl Display) -> fmt::Result {
    if f.width().is_none() && f.precision().is_none() {
        return write!(f, "{text}");
    }
    let limit = f.precision().unwrap_or(usize::MAX);
    let mut counter = Counter(0);
    write!(counter, "{text}")?;
    let missing = f.width().unwrap_or(0).saturating_sub(counter.0.min(limit));
    let before = match f.align() {
        Some(Alignment::Left) | None => 0,
        Some(Alignment::Center) => missing / 2,
        Some(Alignment::Right) => missing,
    };
    let fill = f.fill();
    (0..before).try_for_each(|_| f.write_char(fill))?;
    write!(Cut { f, left: limit }, "{text}")?;
    (before..missing).try_for_each(|_| f.write_char(fill))
}

/// Counts characters.
struct Counter(usize);

impl Write for Counter {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        self.0 += piece.chars().count();
        Ok(())
    }
}

/// Writes the first `left` characters, and drops the rest.
struct Cut<'a, 'b> {
    f: &'a mut Formatter<'b>,
    left: usize,
}

impl Write for Cut<'_, '_> {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        let end = piece.char_indices().nth(self.left).map_or(piece.len(), |(at, _)| at);
        let piece = &piece[..end];
        self.left -= piece.chars().count();
        self.f.write_str(piece)
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use core::fmt::{self, Display, Formatter};
    use std::format;

    use super::pad;

    struct Pieces;

    impl Display for Pieces {
        fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
            pad(f, format_args!("{} {}", 404, "سارا"))
        }
    }

    #[test]
    fn pieces_are_padded_and_cut_as_a_str_is() {
        let whole = "404 سارا";
        macro_rules! assert_alike {
            ($($format:literal)*) => {
                $(assert_eq!(format!($format, Pieces), format!($format, whole), "{}", $format);)*
            };
        }
        assert_alike!(
            "{}" "{:4}" "{:8}" "{:9}" "{:<12}" "{:>12}" "{:^12}" "{:^13}" "{:*>12}" "{:ـ^12}" "{:.0}" "{:.3}" "{:.6}"
            "{:.99}" "{:10.6}" "{:>10.3}" "{:#}" "{:#12}" "{:012}" "{:+12}"
        );
    }
}

//! What was likely meant by a word that is not known.

use crate::text::quoted;

/// The candidate that was likely meant by `word`: about one letter in three may be wrong.
#[must_use]
pub fn likely<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    /// No key, category or type in a table is longer.
    const LONGEST: usize = 100;
    if word.len() > LONGEST {
        return None;
    }
    let word: Vec<char> = word.to_lowercase().chars().collect();
    let mut nearest: Option<(usize, &str)> = None;
    for candidate in candidates {
        // In a word of two letters one may be wrong; in a word of one letter, none.
        let allowed = |length: usize| (length.max(word.len()) / 3).max(usize::from(length.min(word.len()) > 1));
        if candidate.chars().count().abs_diff(word.len()) > allowed(candidate.len()) {
            continue;
        }
        let letters: Vec<char> = candidate.to_lowercase().chars().collect();
        if let Some(edits) = edits(&word, &letters, allowed(letters.len())) {
            if nearest.is_none_or(|nearest| (edits, *candidate) < nearest) {
                nearest = Some((edits, candidate));
            }
        }
    }
    nearest.map(|(_, candidate)| candidate)
}

/// "did you mean `rate_limited`?", where a candidate is likely.
pub(crate) fn did_you_mean(word: &str, candidates: &[&str]) -> Option<String> {
    likely(word, candidates).map(|candidate| format!("did you mean {}?", quoted(candidate)))
}

/// How many insertions, deletions, replacements and swaps of neighbors turn `a` into `b` (the optimal string alignment
/// distance); `None` for more than `most`.
fn edits(a: &[char], b: &[char], most: usize) -> Option<usize> {
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut row: Vec<usize> = before.clone();
    for i in 1..=a.len() {
        row[0] = i;
        let mut least = i;
        for j in 1..=b.len() {
            let replaced = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
            least = least.min(row[j]);
        }
        if least > most {
            return None;
        }
        (before, above, row) = (above, row, before);
    }
    Some(above[b.len()]).filter(|edits| *edits <= most)
}

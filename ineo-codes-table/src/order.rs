//! Sorting. All of it goes through here: every further type that `sort` is compiled for takes as long as a module, in every
//! user's build.

use crate::source::Span;

/// Indices that sort `numbers`; those of equal numbers stay in order.
pub(crate) fn order(numbers: &[i128]) -> Vec<usize> {
    let mut order: Vec<(i128, usize)> = numbers.iter().copied().zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, at)| at).collect()
}

/// The numbers in ascending order, each once.
pub(crate) fn sorted(numbers: &[i128]) -> Vec<i128> {
    let mut sorted: Vec<i128> = order(numbers).into_iter().map(|at| numbers[at]).collect();
    sorted.dedup();
    sorted
}

/// The texts in ascending order, each once.
pub(crate) fn sorted_texts<'t>(texts: &[(&'t str, &Span)]) -> Vec<&'t str> {
    let mut sorted: Vec<&str> = texts.iter().map(|(text, _)| *text).collect();
    sorted.sort_unstable();
    sorted.dedup();
    sorted
}

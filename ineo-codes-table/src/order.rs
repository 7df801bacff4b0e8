//! Sorting. All of it goes through here: every further type that `sort` is compiled for takes as long as a module, in every
//! user's build.

use crate::source::Span;

/// Indices that sort `numbers`; those of equal numbers stay in order.
pub(crate) fn order(numbers: &[i128]) -> Vec<usize> {
    let mut pairs: Vec<(i128, usize)> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        pairs.push((*number, at));
    }
    pairs.sort_unstable();
    let mut order = Vec::with_capacity(pairs.len());
    for (_, at) in pairs {
        order.push(at);
    }
    order
}

/// The numbers in ascending order, each once.
pub(crate) fn sorted(numbers: &[i128]) -> Vec<i128> {
    let mut sorted = Vec::with_capacity(numbers.len());
    for at in order(numbers) {
        if sorted.last() != Some(&numbers[at]) {
            sorted.push(numbers[at]);
        }
    }
    sorted
}

/// The texts in ascending order, each once.
pub(crate) fn sorted_texts<'t>(texts: &[(&'t str, &Span)]) -> Vec<&'t str> {
    let mut sorted = Vec::with_capacity(texts.len());
    for (text, _) in texts {
        if let Err(at) = sorted.binary_search(text) {
            sorted.insert(at, *text);
        }
    }
    sorted
}

//! The tokens that a macro is given, read one after the other.

use std::str::FromStr as _;

use proc_macro2::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};
use quote::TokenStreamExt as _;

use ineo_codes_table::is_keyword;

use crate::error::Error;
use crate::literal::{Integer, Text};

/// Tokens, and how many of them have been read.
///
/// What a `macro_rules` macro is given comes from it as a group without delimiters. All methods look into such groups, as if
/// the tokens stood there by themselves; only `span` and `token` take them as a whole.
pub(crate) struct Cursor {
    tokens: Vec<Token>,
    at: usize,
    /// The place of errors about what is missing at the end.
    end: Span,
}

struct Token {
    tree: TokenTree,
    /// The index of the token behind it. What a group without delimiters holds comes in between.
    next: usize,
}

impl Cursor {
    pub(crate) fn new(tokens: TokenStream, end: Span) -> Self {
        let mut cursor = Self { tokens: Vec::new(), at: 0, end };
        cursor.extend(tokens);
        cursor
    }

    /// Reads what is in the group.
    pub(crate) fn within(group: &Group) -> Self {
        Self::new(group.stream(), group.span_close())
    }

    /// Reads a text as Rust, all of it at the place of the text; `None` if it can't be split into tokens.
    pub(crate) fn quoted(text: &Text) -> Option<Self> {
        let mut cursor = Self::new(TokenStream::from_str(&text.value).ok()?, text.span());
        for token in &mut cursor.tokens {
            token.tree.set_span(text.span());
        }
        Some(cursor)
    }

    fn extend(&mut self, tokens: TokenStream) {
        for tree in tokens {
            let at = self.tokens.len();
            let inner = match &tree {
                TokenTree::Group(group) if has_no_delimiters(&tree) => Some(group.stream()),
                _ => None,
            };
            self.tokens.push(Token { tree, next: at + 1 });
            if let Some(inner) = inner {
                self.extend(inner);
                self.tokens[at].next = self.tokens.len();
            }
        }
    }

    /// The index of the first token from `at` on that is not a group without delimiters.
    fn index(&self, at: usize) -> Option<usize> {
        (at..self.tokens.len()).find(|&at| !has_no_delimiters(&self.tokens[at].tree))
    }

    pub(crate) fn peek(&self) -> Option<&TokenTree> {
        Some(&self.tokens[self.index(self.at)?].tree)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.peek().is_none()
    }

    /// Where the next token begins.
    pub(crate) fn span(&self) -> Span {
        match self.tokens.get(self.at).map(|token| &token.tree) {
            Some(TokenTree::Group(group)) => group.span_open(),
            Some(token) => token.span(),
            None => self.end,
        }
    }

    /// An error at the next token.
    pub(crate) fn error(&self, message: impl Into<String>) -> Error {
        Error::new(self.span(), message)
    }

    /// The next token as it is.
    pub(crate) fn token(&mut self) -> Option<TokenTree> {
        let token = self.tokens.get(self.at)?;
        self.at = token.next;
        Some(token.tree.clone())
    }

    /// The next token, if it can be read in this way.
    fn read<T>(&mut self, read: impl FnOnce(&TokenTree) -> Option<T>) -> Option<T> {
        let at = self.index(self.at)?;
        let value = read(&self.tokens[at].tree)?;
        self.at = at + 1;
        Some(value)
    }

    /// An identifier or a keyword.
    pub(crate) fn word(&mut self) -> Option<Ident> {
        self.read(|token| if let TokenTree::Ident(word) = token { Some(word.clone()) } else { None })
    }

    /// An identifier.
    pub(crate) fn name(&mut self) -> Option<Ident> {
        self.read(|token| match token {
            TokenTree::Ident(name) if !is_keyword(&name.to_string()) => Some(name.clone()),
            _ => None,
        })
    }

    /// An identifier with a `=` behind it, which is read too.
    pub(crate) fn key(&mut self) -> Option<Ident> {
        let start = self.at;
        let key = self.name().filter(|_| !self.is_next("==") && self.eat("=").is_some());
        if key.is_none() {
            self.at = start;
        }
        key
    }

    /// This keyword.
    pub(crate) fn keyword(&mut self, keyword: &str) -> Option<Ident> {
        self.read(|token| match token {
            TokenTree::Ident(word) if word == keyword => Some(word.clone()),
            _ => None,
        })
    }

    pub(crate) fn text(&mut self) -> Option<Text> {
        self.read(|token| if let TokenTree::Literal(literal) = token { Text::new(literal) } else { None })
    }

    pub(crate) fn integer(&mut self) -> Option<Integer> {
        self.read(|token| if let TokenTree::Literal(literal) = token { Integer::new(literal) } else { None })
    }

    pub(crate) fn group(&mut self, delimiter: Delimiter) -> Option<Group> {
        self.read(|token| match token {
            TokenTree::Group(group) if group.delimiter() == delimiter => Some(group.clone()),
            _ => None,
        })
    }

    /// Reads this punctuation, and returns where it begins.
    pub(crate) fn eat(&mut self, punctuation: &str) -> Option<Span> {
        let (start, end) = self.find(punctuation)?;
        self.at = end;
        Some(start)
    }

    /// Whether this punctuation is next. It may be the beginning of a longer one.
    pub(crate) fn is_next(&self, punctuation: &str) -> bool {
        self.find(punctuation).is_some()
    }

    /// Where the punctuation begins, and the index behind it.
    fn find(&self, punctuation: &str) -> Option<(Span, usize)> {
        let mut start = None;
        let mut end = self.at;
        let mut spacing = Spacing::Joint;
        for character in punctuation.chars() {
            let at = self.index(end)?;
            let TokenTree::Punct(punct) = &self.tokens[at].tree else { return None };
            if punct.as_char() != character || spacing != Spacing::Joint {
                return None;
            }
            start = start.or(Some(punct.span()));
            spacing = punct.spacing();
            end = at + 1;
        }
        Some((start?, end))
    }

    /// What `read` makes of the next tokens, and these tokens.
    pub(crate) fn with_tokens<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<(T, TokenStream)> {
        let start = self.at;
        let value = read(self)?;
        let mut tokens = TokenStream::new();
        for token in &self.tokens[start..self.at] {
            if !has_no_delimiters(&token.tree) {
                tokens.append(token.tree.clone());
            }
        }
        Some((value, tokens))
    }

    /// A path without arguments, `::ineo_codes` or `crate::codes::StatusCode`.
    pub(crate) fn path(&mut self) -> Option<TokenStream> {
        let path = self.with_tokens(|cursor| {
            cursor.eat("::");
            cursor.word()?;
            while cursor.eat("::").is_some() {
                cursor.word()?;
            }
            Some(())
        });
        path.map(|((), tokens)| tokens)
    }
}

fn has_no_delimiters(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::None)
}

pub(crate) fn is_punct(token: &TokenTree, character: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == character)
}

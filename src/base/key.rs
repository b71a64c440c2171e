//! Keys: the author-chosen names of pages and records.

use std::{borrow::Borrow, fmt, sync::Arc};

/// An ASCII slug `[a-z0-9-]`, equal in every language and for ever. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(Arc<str>);

impl Key {
    /// Returns the key, or nothing when `text` is not a slug.
    pub fn new(text: &str) -> Option<Self> {
        Self::is_valid(text).then(|| Self(text.into()))
    }

    /// Tells whether `text` is a slug: lower-case ASCII letters, digits and inner hyphens.
    pub fn is_valid(text: &str) -> bool {
        !text.is_empty()
            && !text.starts_with('-')
            && !text.ends_with('-')
            && text.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-')
    }

    /// Returns the nearest slug to `text`, for a hint; empty when nothing of it can be kept.
    pub fn suggest(text: &str) -> String {
        let kept = text.chars().map(|it| if it.is_ascii_alphanumeric() { it.to_ascii_lowercase() } else { '-' });
        let words: String = kept.collect();
        words.split('-').filter(|it| !it.is_empty()).collect::<Vec<_>>().join("-")
    }

    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl Borrow<str> for Key {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn only_slugs_are_keys() {
        for good in ["resolution-7833", "a", "2013"] {
            assert!(Key::new(good).is_some(), "{good}");
        }
        for bad in ["", "Resolution", "-a", "a-", "a_b", "قرار", "a/b", "a b"] {
            assert!(Key::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn suggestion_is_a_key_or_empty() {
        assert_eq!(Key::suggest("Resolution_7833 "), "resolution-7833");
        assert_eq!(Key::suggest("قرار"), "");
    }
}

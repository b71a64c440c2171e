//! Order of names and the letters under which an index lists them.

use icu::{
    collator::{Collator, CollatorBorrowed, options::CollatorOptions, preferences::CollationNumericOrdering},
    locale::Locale as Tag,
};

/// Collation of one language.
pub struct Order {
    collator: CollatorBorrowed<'static>,
}

impl Order {
    /// Returns the order of a language; of the root where the tag says nothing.
    pub fn new(tag: &str) -> Self {
        let mut preferences: icu::collator::CollatorPreferences = tag.parse::<Tag>().unwrap_or(Tag::UNKNOWN).into();
        // 68/4 before 68/10.
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let collator = Collator::try_new(preferences, CollatorOptions::default());
        Self { collator: collator.expect("the root collation is compiled in") }
    }

    /// Returns bytes that compare as the texts do.
    pub fn key(&self, text: &str) -> Vec<u8> {
        let mut out = Vec::new();
        let Ok(()) = self.collator.write_sort_key_to(text, &mut out);
        out
    }
}
